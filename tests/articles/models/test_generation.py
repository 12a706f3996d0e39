"""The generation: raised by the database in every transaction that changes what readers see, and in no other."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from articles.models import Article, Edition
from articles.models.generation import TABLES, Standing, standing
from articles.press.withdraw import withdraw
from authors.models import Author
from tests.factories import make_article, make_author, make_organization, make_post, make_topic, publish

pytestmark = pytest.mark.django_db(transaction=True)


def now() -> Standing:
    return standing(timezone.now())


def empty() -> None:
    """As before the first migration that wrote anything."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_generation")


def raises(act: Callable[[], object]) -> bool:
    before = now()
    act()
    after = now()
    assert (after.number > before.number) == (after.token != before.token)
    return after.number > before.number


def test_whatever_readers_see_raises_it() -> None:
    author, organization, topic = make_author(), make_organization(), make_topic()
    article = make_article(authors=[author], topics=[topic])
    assert raises(lambda: publish(article))
    assert raises(lambda: make_post(author, organization))
    assert raises(lambda: Author.objects.update(bio_en="Another"))
    assert raises(topic.save)
    assert raises(make_organization("another").delete)
    assert raises(lambda: withdraw(article.editions.first(), by=None, reason="Wrong."))


def test_what_only_editors_see_does_not(language: str) -> None:
    article = make_article()
    assert not raises(lambda: Article.objects.update(**{f"title_{language}": "Another"}))
    assert not raises(article.save)


def test_what_is_rolled_back_raises_nothing() -> None:
    before = now()
    with transaction.atomic():
        make_author()
        transaction.set_rollback(True)
    assert now() == before


def test_what_was_made_before_a_withdrawal_or_a_deletion_is_below_the_floor() -> None:
    empty()
    publish(make_article())
    assert now().floor == 0
    withdraw(Edition.objects.get(language="en"), by=None, reason="Wrong.")
    withdrawn = now()
    assert withdrawn.floor == withdrawn.number > 0
    Author.objects.update(bio_en="Another")
    assert now().floor == withdrawn.floor < now().number
    make_author("somebody-else").delete()
    assert now().floor == now().number


def test_the_next_moment_is_that_of_the_next_scheduled_release() -> None:
    moment = timezone.now()
    publish(make_article("past"))
    assert now().next_moment is None
    for hours in (3, 2):
        publish(make_article(f"in-{hours}"), at=moment + timedelta(hours=hours))
    assert now().next_moment == moment + timedelta(hours=2)


def test_a_database_that_is_empty_stands_at_the_beginning() -> None:
    empty()
    assert now() == Standing()
    make_author()
    assert now().number == 1


def test_every_table_of_what_readers_see_has_its_triggers() -> None:
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%\\_raises' ESCAPE '\\'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgname LIKE '%\\_raises'",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        found = {name for (name,) in cursor.fetchall()}
    verbs = ["_insert", "_update", "_delete"] if connection.vendor == "sqlite" else [""]
    own = {"articles_edition_withdrawal_raises"} if connection.vendor == "sqlite" else set()
    assert found == {f"{table}{verb}_raises" for table in TABLES for verb in verbs} | own
