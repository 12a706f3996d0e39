"""The generation: raised by the database in every transaction that changes what readers see, and in no other."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from articles.models import Article, Edition, Generation
from articles.models.generation import TABLES, Standing
from articles.press.withdraw import withdraw
from authors.models import Author
from tests.factories import make_article, make_author, make_organization, make_post, make_topic, publish

pytestmark = pytest.mark.django_db(transaction=True)


def standing() -> Standing:
    return Generation.objects.standing(timezone.now())


def raises(act: Callable[[], object]) -> bool:
    before = standing()
    act()
    after = standing()
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
    before = standing()
    with transaction.atomic():
        make_author()
        transaction.set_rollback(True)
    assert standing() == before


def test_what_was_made_before_a_withdrawal_or_a_deletion_is_below_the_floor() -> None:
    publish(make_article())
    assert standing().floor == 0
    withdraw(Edition.objects.get(language="en"), by=None, reason="Wrong.")
    withdrawn = standing()
    assert withdrawn.floor == withdrawn.number > 0
    Author.objects.update(bio_en="Another")
    assert standing().floor == withdrawn.floor < standing().number
    make_author("somebody-else").delete()
    assert standing().floor == standing().number


def test_the_next_moment_is_that_of_the_next_scheduled_release() -> None:
    now = timezone.now()
    publish(make_article("past"))
    assert standing().next_moment is None
    for hours in (3, 2):
        publish(make_article(f"in-{hours}"), at=now + timedelta(hours=hours))
    assert standing().next_moment == now + timedelta(hours=2)


def test_a_database_that_is_empty_stands_at_the_beginning() -> None:
    Generation.objects.all().delete()
    assert standing() == Standing()
    make_author()
    assert standing().number == 1


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
