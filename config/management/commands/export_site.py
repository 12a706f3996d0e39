"""`manage.py export_site DIR`: the whole site as files, for a host that hands out files."""

from pathlib import Path

from django.core.management.base import CommandError
from tqdm import tqdm

from articles.management.base import Command as OurCommand
from config.mirror.export import export_site
from config.mirror.refusal import Refusal
from config.mirror.search_index import pagefind


class Command(OurCommand):
    help = "Writes every public page, feed and file into a folder, in place of the mirror that was there."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder, or an earlier mirror")
        parser.add_argument("--search", action="store_true", help="with an index for searching it, made by Pagefind")

    def handle(self, *, folder, search, **options):
        try:
            index_with = pagefind() if search else None
            done = export_site(folder, index_with=index_with, progress=self._progress)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as error:
            where = error.filename2 or error.filename or folder
            expected = "a file that can be written there; the mirror is as it was"
            raise CommandError(f"{where}: expected {expected}; found: {error.strerror}") from error
        self.stdout.write(
            f"{folder}: generation {done.generation}; {done.written} files written, {done.kept} unchanged,"
            f" {done.removed} removed"
        )

    def _progress(self, items):
        return tqdm(items, unit="page", disable=None)
