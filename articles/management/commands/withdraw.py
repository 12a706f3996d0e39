"""`manage.py withdraw SLUG --language L --reason R`: take a language of an article away from readers."""

from django.core.management.base import CommandError

from articles.management import base
from articles.management.lookup import article_of
from articles.management.messages import lines_of
from articles.models import Edition
from articles.press.refusals import Refused
from articles.press.withdraw import withdraw
from authors.languages import codes


class Command(base.Command):
    help = "Withdraws a language of an article: its pages answer 410 with the reason. The other languages stay."

    def add_arguments(self, parser):
        parser.add_argument("slug", metavar="SLUG")
        parser.add_argument("--language", required=True, choices=codes())
        parser.add_argument("--reason", required=True, help="printed for readers: write it in their language")

    def handle(self, *, slug, language, reason, **options):
        article = article_of(slug, language)
        edition = Edition.objects.filter(article=article, language=language).order_by("number").last()
        if edition is None:
            raise CommandError(f"{slug}: expected a released article in {language!r}; found none")
        try:
            withdraw(edition, by=None, reason=reason)
        except Refused as refused:
            raise CommandError("\n".join(lines_of(refused))) from refused
        self.stdout.write(f"withdrawn {language}/{edition.slug}")
