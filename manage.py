#!/usr/bin/env python
"""Runs the site's commands: `python manage.py help` lists them."""

import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.conf import settings  # all of these after the settings are named
    from django.core.exceptions import ImproperlyConfigured, ValidationError
    from django.core.management import execute_from_command_line
    from django.core.serializers.base import DeserializationError
    from django.db import DataError, Error, IntegrityError

    try:
        # Asked for here, since a command that meets the refusal first may go on without settings until it trips.
        settings.INSTALLED_APPS  # noqa: B018
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        leave(f"settings: {error}")
    except (DeserializationError, IntegrityError, DataError, ValidationError, OverflowError) as error:
        # A fixture that cannot be loaded, or an argument that cannot be stored.
        reason = " ".join(getattr(error, "messages", [str(error)]))
        cause = str(error.__cause__ or "")
        leave(f"refused: {reason}{'' if cause in reason else cause}\nNothing was written.")
    except Error as error:
        advice = "Is DATABASE_URL right, the database up, writable and migrated?"
        leave(f"database: {str(error).strip()}\nNothing was written. {advice}")


def leave(message):
    """End with status 1 and a message, which may quote a file: what would disturb a terminal is shown as U+FFFD."""
    from authors.characters import forbidden  # the project is on the path by now

    for _offset, character in forbidden(message):
        message = message.replace(character, "\ufffd")
    sys.exit(message)


if __name__ == "__main__":
    main()
