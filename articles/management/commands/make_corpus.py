"""`manage.py make_corpus --articles N --seed S`: made-up bilingual articles, imported and released."""

from django.core.management.base import CommandError
from django.db import transaction
from tqdm import tqdm

from articles.exchange.in_bulk import import_pairs
from articles.exchange.names import Names
from articles.exchange.synthetic import KEY, LANGUAGES, key_of, moment_of, synthetic_pairs
from articles.exchange.synthetic_cast import save_cast
from articles.management.base import Command as BaseCommand
from articles.models import Article, Edition
from articles.models.search_index import index_in_bulk
from articles.press.in_bulk import release_new

AT_ONCE = 250  # articles a transaction: what an interruption loses, and what is in memory at a time (some 50 MB)
MOST = 1_000_000  # the moments of that many are ten minutes apart


class Command(BaseCommand):
    help = (
        "Fills a scratch database with made-up bilingual articles, the same for the same seed and number. "
        "What was interrupted goes on where it stopped. For measuring only."
    )

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, required=True, metavar="N")
        parser.add_argument("--seed", type=int, default=1, metavar="S")

    def handle(self, *, articles, seed, **options):
        if not 1 <= articles <= MOST:
            raise CommandError(f"--articles: expected a number from 1 to {MOST}; found {articles}", returncode=2)
        done = Article.objects.keyed_like(KEY).count()
        if done and not is_made_as(done, articles, seed):
            expected = f"no made-up articles, or those that --articles {articles} --seed {seed} begins with"
            raise CommandError(f"expected {expected}; found others")
        if not done:
            save_cast()
        names = Names()
        with index_in_bulk(), tqdm(total=articles, initial=done, unit="article", disable=None) as bar:
            for first in range(done + 1, articles + 1, AT_ONCE):
                numbers = range(first, min(first + AT_ONCE, articles + 1))
                make(numbers, articles, seed, names)
                bar.update(len(numbers))
        self.stdout.write(f"{articles} articles made and released in two languages")


@transaction.atomic
def make(numbers, count, seed, names):
    """Import and release the articles with these numbers of a corpus of so many, all of them or none."""
    made = import_pairs(synthetic_pairs(numbers, seed), names)
    release_new([(article, moment_of(number, count)) for article, number in zip(made, numbers, strict=True)], LANGUAGES)


def is_made_as(number, count, seed):
    """Say whether an article of this corpus is there under its number."""
    pair = next(synthetic_pairs([number], seed))
    found = Edition.objects.with_slug(key_of(number)).first_published(moment_of(number, count))
    return {edition.title for edition in found} == {document.front_matter["title"] for document in pair}
