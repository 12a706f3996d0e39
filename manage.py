#!/usr/bin/env python
"""Runs the site's commands: `python manage.py help` lists them."""

import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.exceptions import ImproperlyConfigured, ValidationError  # after the settings are named
    from django.core.management import execute_from_command_line
    from django.core.serializers.base import DeserializationError
    from django.db import DatabaseError, IntegrityError, InterfaceError

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"settings: {error}")
    except (DeserializationError, IntegrityError, ValidationError) as error:  # a fixture that cannot be loaded
        reason = " ".join(getattr(error, "messages", [str(error)]))
        cause = str(error.__cause__ or "")
        sys.exit(f"refused: {reason}{'' if cause in reason else cause}\nNothing was written.")
    except (DatabaseError, InterfaceError) as error:
        sys.exit(f"database: {str(error).strip()}\nNothing was written. Is DATABASE_URL right, and is the database up?")


if __name__ == "__main__":
    main()
