"""`manage.py make_corpus --articles N --seed S`: made-up bilingual articles, imported and released."""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from tqdm import tqdm

from articles.exchange.importing import import_documents
from articles.exchange.synthetic import LANGUAGES, synthetic_pairs
from articles.models import Article
from articles.press.release import release


class Command(BaseCommand):
    help = "Fills the database with made-up bilingual articles, the same for the same seed. For measuring only."

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, required=True, metavar="N")
        parser.add_argument("--seed", type=int, default=1, metavar="S")

    @transaction.atomic
    def handle(self, *, articles, seed, **options):
        if articles < 1:
            raise CommandError(f"--articles: expected a number from 1; found {articles}", returncode=2)
        if Article.objects.filter(key="common-view-1").exists():
            raise CommandError("expected a database without made-up articles; found common-view-1")
        files = [
            (f"common-view-{number}.{document.language}.txt", document.render().encode())
            for number, pair in enumerate(synthetic_pairs(articles, seed), start=1)
            for document in pair
        ]
        done = import_documents(files, progress=self._progress)
        newest = timezone.now()
        for number, one in enumerate(self._progress(done[::2])):
            # An hour apart, so that the archive has an order of its own.
            release(one.article, LANGUAGES, at=newest - timedelta(hours=number))
        self.stdout.write(f"{articles} articles made and released in two languages")

    def _progress(self, items):
        return tqdm(items, unit="text", disable=None)
