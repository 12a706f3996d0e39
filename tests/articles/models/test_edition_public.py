"""What is asked in SQL by hand is what the querysets of editions mean by the same words."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Edition
from articles.models.edition_public import public_at, public_of
from articles.press.withdraw import withdraw
from tests.factories import make_article, make_organization, make_user, publish

pytestmark = pytest.mark.django_db

START = datetime(2021, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
LATER = datetime(2031, 1, 1, tzinfo=UTC)


def revise(article: Article, title: str) -> None:
    article.title_en, article.title_ru = f"{title} en", f"{title} ru"
    article.save()


@pytest.fixture
def article(language: str) -> Article:
    """Released, corrected, corrected under another slug, withdrawn in the other language, and due once more."""
    article = make_article(outlet=make_organization("review"))
    publish(article, at=START)
    for number in (1, 2):
        revise(article, f"Revised {number}")
        publish(article, at=START + number * DAY)
    revise(article, "To come")
    publish(article, at=LATER)
    other = {"en": "ru", "ru": "en"}[language]
    live = Edition.objects.live(other).get()
    withdraw(live, by=make_user("anna"), reason="For a reason.")
    return article


MOMENTS = [START - DAY, START, START + DAY, START + 1.5 * DAY, LATER - DAY, LATER, LATER + DAY]


@pytest.mark.parametrize("at", MOMENTS, ids=str)
def test_public_is_what_was_published_and_not_withdrawn(article: Article, language: str, at: datetime) -> None:
    meant = Edition.objects.published(at).of_articles(article.pk)
    assert {one.pk for one in public_of(article.pk, at)} == {one.pk for one in meant}
    assert {one.pk for one in public_at(language, f"treaty-{language}", at)} == {
        one.pk for one in meant.of_the_article_at(language, f"treaty-{language}", at)
    }


@pytest.mark.parametrize("at", MOMENTS, ids=str)
def test_what_is_live_comes_with_its_texts_and_the_rest_without(article: Article, at: datetime) -> None:
    found = public_of(article.pk, at)
    with_texts = {one.pk for one in found if "full_html" not in one.get_deferred_fields()}
    assert with_texts == {one.pk for one in Edition.objects.live(at=at)}


def test_an_edition_found_so_is_the_row_itself(article: Article, language: str) -> None:
    live = Edition.objects.live(language).get()
    found = {one.pk: one for one in public_at(language, f"treaty-{language}")}[live.pk]
    with CaptureQueriesContext(connection) as queries:
        assert (found.outlet.slug, found.full_html, found.signoffs) == ("review", live.full_html, live.signoffs)
        known = [one.attname for one in Edition._meta.concrete_fields if one.attname != "plain_text"]
        assert [getattr(found, name) for name in known] == [getattr(live, name) for name in known]
    assert len(queries) == 0


def test_there_is_nothing_under_a_slug_that_nobody_has(article: Article, language: str) -> None:
    assert public_at(language, "nowhere") == []


def test_the_editions_of_an_article_come_in_the_order_they_were_numbered(article: Article, language: str) -> None:
    mine = Edition.objects.of_articles(article.pk)
    assert [(one.language, one.number) for one in mine] == [
        (code, number) for code in ("en", "ru") for number in (1, 2, 3, 4)
    ]
    if connection.vendor == "sqlite":  # whatever the order, PostgreSQL knows how many rows an article has
        assert "(article_id=? AND language=?)" in mine.in_language(language).scheduled().explain()
