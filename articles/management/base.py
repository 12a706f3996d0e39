"""What our commands have in common."""

import sys

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """A command whose refusal is printed as it is, so that `FILE:LINE:` begins its line as editors' tools expect."""

    def execute(self, *args, **options):
        try:
            return super().execute(*args, **options)
        except CommandError as error:
            if options["traceback"] or not self._called_from_command_line:
                raise
            self.stderr.write(str(error))
            sys.exit(error.returncode)
