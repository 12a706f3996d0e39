"""What our commands have in common."""

import sys

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from articles.management.messages import lines_of


class Command(BaseCommand):
    """A command whose refusal is printed as it is, so that `FILE:LINE:` begins its line as editors' tools expect."""

    def execute(self, *args, **options):
        try:
            return self._execute(*args, **options)
        except CommandError as error:
            if options["traceback"] or not self._called_from_command_line:
                raise
            self.stderr.write(str(error))
            sys.exit(error.returncode)

    def _execute(self, *args, **options):
        try:
            return super().execute(*args, **options)
        except ValidationError as error:  # a model refused what it was given
            raise CommandError("\n".join(lines_of(error))) from error
