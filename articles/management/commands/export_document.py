"""`manage.py export_document SLUG --language L`: a manuscript as a document, on standard output."""

import os
import sys

from django.core.management.base import CommandError

from articles.exchange.exporting import ExportRefused, export_document
from articles.management import base
from articles.management.lookup import article_of
from authors.languages import codes


class Command(base.Command):
    help = "Writes one language of an article to standard output in the form that import_document reads."

    def add_arguments(self, parser):
        parser.add_argument("slug", metavar="SLUG", help="slug in that language, or the article's key")
        parser.add_argument("--language", required=True, choices=codes())

    def handle(self, *, slug, language, **options):
        try:
            text = export_document(article_of(slug, language), language).render()
        except ExportRefused as refused:
            raise CommandError(str(refused)) from refused
        try:
            self.stdout.write(text, ending="")
            self.stdout.flush()
        except OSError as error:
            # What is left in the buffer would be tried again at exit, and fail again with a traceback.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise CommandError(f"standard output: expected to write the document; found {error.strerror}") from error
