"""`manage.py import_document PATH…`: documents into manuscripts, all of them or none."""

from pathlib import Path

from django.core.management.base import CommandError
from django.db import transaction
from tqdm import tqdm

from articles.exchange.importing import import_documents
from articles.management import base
from articles.management.messages import lines_of_refusal
from articles.press.refusals import Refused
from articles.press.release import release_many
from articles.press.terms import Terms
from articles.texts.document_parser import DocumentRefused

MANY = 20  # files; below that the run is over before a progress bar could be read


class Command(base.Command):
    help = "Imports documents (docs/documents.md) as manuscripts: one transaction, all of them or none."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a document, or a folder of .txt documents")
        parser.add_argument("--dry-run", action="store_true", help="check everything, write nothing")
        parser.add_argument("--release", action="store_true", help="release what was imported, in the same act")
        parser.add_argument("--note", default="", help="with --release: what changed in texts that are public already")
        parser.add_argument(
            "--override", metavar="REASON", default="", help="with --release: why without every author’s approval"
        )
        parser.add_argument("--author-map", metavar="FILE", help="lines of NAME = SLUG: who is meant by a name")

    def handle(self, *, paths, dry_run, release, note, override, author_map, **options):
        found = dict.fromkeys(path for given in paths for path in _files(Path(given)))  # a file named twice is one
        files = [(str(path), _read(path)) for path in found]
        names = _author_map(author_map) if author_map else {}
        try:
            with transaction.atomic():
                done = import_documents(files, author_map=names, progress=_bar(len(files)))
                if release:
                    release_many([(one.article, [one.language]) for one in done], Terms(note=note, override=override))
                transaction.set_rollback(dry_run)
        except DocumentRefused as refused:
            raise CommandError("\n".join(str(error) for error in refused.errors)) from refused
        except Refused as refused:
            lines = ["Nothing was imported or released.", *lines_of_refusal(refused)]
            raise CommandError("\n".join(lines)) from refused
        for one in done:
            for warning in one.warnings:
                self.stderr.write(str(warning), self.style.WARNING)
            self.stdout.write(f"{one.status} {one.article.key} {one.language} {one.filename}")
        if dry_run:
            self.stdout.write("dry run: nothing was written")


def _bar(count):
    return lambda items: tqdm(items, unit="document", disable=True if count < MANY else None)


def _files(path):
    if not path.is_dir():
        return [path]
    if found := sorted(file for file in path.rglob("*.txt") if file.is_file()):
        return found
    raise CommandError(f"{path}: expected .txt documents in this folder; found none")


def _read(path):
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path}:1: expected a file that can be read; found {error.strerror}") from error


def _author_map(path):
    pairs = {}
    try:
        lines = _read(Path(path)).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise CommandError(f"{path}:1: expected UTF-8; found byte {error.object[error.start]:#04x}") from error
    for number, line in enumerate(lines, start=1):
        name, sign, slug = (part.strip() for part in line.partition("="))
        if line.strip() and not (name and sign and slug):
            raise CommandError(f"{path}:{number}: expected NAME = SLUG; found {line.strip()!r}")
        if name:
            pairs[name] = slug
    return pairs
