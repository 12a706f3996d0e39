"""`manage.py make_corpus`: what it prints is what importing and releasing one by one would print."""

import json
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command
from django.db import connection

from articles.exchange import in_bulk
from articles.exchange.importing import import_documents
from articles.exchange.synthetic import moment_of, synthetic_pairs
from articles.exchange.synthetic_cast import save_cast
from articles.management.commands import make_corpus
from articles.models import Act, Alignment, Article, Byline, Edition, EditionByline, Topic, Version
from articles.models.search_index import EDITION_MASK, TABLE
from articles.press.release import release
from authors.models import Affiliation, Author, Organization

pytestmark = pytest.mark.django_db
# What differs from run to run: when a row was written.
TIMES = {"modified_at", "at"}


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("make_corpus", *arguments, stdout=out)
    return out.getvalue()


def refusal(*arguments: str) -> CommandError:
    with pytest.raises(CommandError) as refused:
        run(*arguments)
    return refused.value


def everything() -> list[str]:
    rows = []
    for model in (Author, Organization, Affiliation, Article, Byline, Alignment, Edition, EditionByline):
        written = serializers.serialize(
            "json", model.objects.order_by("pk"), use_natural_foreign_keys=True, use_natural_primary_keys=True
        )
        for row in json.loads(written):
            row["fields"] = {name: value for name, value in row["fields"].items() if name not in TIMES}
            rows.append(json.dumps(row, sort_keys=True, ensure_ascii=False))
    acts = Act.objects.values_list("article__key", "kind", "language", "edition__number", "about", "by")
    return sorted([*rows, *(json.dumps(act) for act in acts)])


def search_rows() -> list[tuple]:
    """The rows of the search index; of the filters (author@12) how many there are, since the numbers differ."""
    keys = {edition.pk: (edition.key, edition.language) for edition in Edition.objects.all()}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT rowid & {EDITION_MASK}, rowid / {EDITION_MASK + 1}, terms, phrases FROM {TABLE}")  # noqa: S608
        found = [(keys[number], second, terms.replace("'", "").split(), rest) for number, second, terms, rest in cursor]
    return sorted(
        (key, second, [term for term in terms if "@" not in term], sum("@" in term for term in terms), phrases)
        for key, second, terms, phrases in found
    )


def test_a_corpus_made_in_bulk_is_the_one_that_importing_and_releasing_one_by_one_makes(settings) -> None:
    run("--articles", "7")
    in_bulk_made, found_in_bulk = everything(), search_rows()
    assert len(found_in_bulk) == 14
    clear()
    settings.SIGNOFF_POLICY = "advisory"  # nobody is there to sign
    save_cast()
    for number, pair in enumerate(synthetic_pairs(range(1, 8), 1), start=1):
        key = f"common-view-{number}"
        done = import_documents([(f"{key}.{one.language}.txt", one.render().encode()) for one in pair])
        release(done[0].article, ["en", "ru"], at=moment_of(number, 7))
    assert everything() == in_bulk_made
    assert search_rows() == found_in_bulk


def clear() -> None:
    """Takes everything out of the database, past the models that refuse it."""
    tagged = Edition.topics.through, Article.topics.through
    written = [Act, Alignment, Version, Byline, EditionByline, *tagged, Edition, Article]
    for model in [*written, Topic, Affiliation, Author, Organization]:
        model._base_manager.all()._raw_delete("default")
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608 - a constant


def test_the_same_seed_makes_the_same_corpus_and_another_seed_another() -> None:
    run("--articles", "3", "--seed", "5")
    first = everything()
    clear()
    run("--articles", "3", "--seed", "5")
    assert everything() == first
    clear()
    run("--articles", "3", "--seed", "6")
    assert everything() != first


def test_both_languages_of_an_article_are_public_at_one_moment_of_twenty_years() -> None:
    assert run("--articles", "40") == "40 articles made and released in two languages\n"
    assert Edition.objects.live("en").count() == Edition.objects.live("ru").count() == 40
    assert Edition.objects.live("ru").years() == list(range(2024, 2004, -1))
    newest = Edition.objects.live("en").newest_first().first()
    assert (newest.slug, newest.first_published_at) == ("common-view-1", datetime(2024, 7, 2, 9, tzinfo=UTC))


def test_an_interrupted_run_leaves_whole_batches_and_the_next_one_goes_on(monkeypatch) -> None:
    monkeypatch.setattr(make_corpus, "AT_ONCE", 2)
    written, real = [], in_bulk.import_pairs

    def interrupted(pairs, names):
        made = real(pairs, names)
        written.append(made)
        if len(written) == 3:
            raise KeyboardInterrupt
        return made

    monkeypatch.setattr(make_corpus, "import_pairs", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run("--articles", "7")
    assert (Article.objects.count(), Edition.objects.count(), len(search_rows())) == (4, 8, 8)
    run("--articles", "7")
    assert (Article.objects.count(), Edition.objects.count(), len(search_rows())) == (7, 14, 14)


@pytest.mark.parametrize("number", ["0", "-1", "1000001"])
def test_a_number_of_articles_that_cannot_be_is_refused_as_a_wrong_argument(number: str) -> None:
    refused = refusal("--articles", number)
    assert str(refused) == f"--articles: expected a number from 1 to 1000000; found {number}"
    assert refused.returncode == 2
    assert not Author.objects.exists()


@pytest.mark.parametrize("arguments", [("--articles", "3", "--seed", "2"), ("--articles", "4"), ("--articles", "2")])
def test_another_corpus_is_not_mixed_with_the_one_that_is_there(arguments: tuple) -> None:
    run("--articles", "3")
    refused = refusal(*arguments)
    assert "expected no made-up articles, or those that --articles" in str(refused)
    assert refused.returncode == 1
    assert Article.objects.count() == 3
