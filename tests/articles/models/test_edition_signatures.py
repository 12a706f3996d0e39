"""Who signs a text is fetched at once, in the order of the byline, with what its page prints."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Edition, EditionByline
from articles.models.edition_signatures import fetch_signatures
from articles.models.roles import Role
from tests.factories import make_article, make_author, make_organization, publish

pytestmark = pytest.mark.django_db

START = datetime(2021, 1, 1, tzinfo=UTC)


def test_several_editions_have_their_signatures_in_one_query(language: str) -> None:
    ada, bea = make_author("ada", orcid="https://orcid.org/0000-0002-1825-0097"), make_author("bea")
    institute = make_organization("institute", ror="https://ror.org/00f2z7n96")
    first = make_article("first", authors=[bea, ada])
    first.bylines.create(organization=institute, position=3)
    publish(first, language)
    publish(make_article("second", authors=[ada]), language)
    one, two = Edition.objects.in_order()
    with CaptureQueriesContext(connection) as queries:
        fetch_signatures([one, two])
        signed = [(line.author or line.organization).slug for line in one.bylines.all()]
        assert signed == ["bea", "ada", "institute"]
        assert [line.who.slug for line in two.bylines.all()] == ["ada"]
        assert one.bylines.all()[1].author.orcid == "https://orcid.org/0000-0002-1825-0097"
        assert one.bylines.all()[2].organization.ror == "https://ror.org/00f2z7n96"
        assert one.bylines.all()[0].edition is one
    assert len(queries) == 1


def test_whoever_signs_a_text_twice_is_found_once(language: str) -> None:
    ada = make_author("ada")
    article = make_article(authors=[make_author("bea"), ada])
    article.bylines.create(author=ada, position=3, role=Role.EDITOR)
    publish(article)
    assert [line.role for line in EditionByline.objects.of_person(ada, language).live()] == ["author"]


def test_what_somebody_signed_comes_in_the_order_of_lists_from_any_place(language: str) -> None:
    ada = make_author("ada")
    for number in (2, 3, 1):
        publish(make_article(f"text-{number}", authors=[ada]), at=START + timedelta(days=number))
    publish(make_article("else", authors=[make_author("bea")]), at=START)
    signed = EditionByline.objects.of_person(ada, language).live()
    third = signed.newest_first()[0].edition
    place = (third.first_published_at, third.article_id)
    assert [line.edition.key for line in signed.newest_first().earlier(*place)] == ["text-2", "text-1"]
    assert [line.edition.key for line in signed.in_order().later(START, 0)] == ["text-1", "text-2", "text-3"]


def test_only_what_is_live_counts_as_signed(language: str) -> None:
    ada = make_author("ada")
    article = make_article("now", authors=[ada])
    publish(article)
    article.title_en, article.title_ru = "Revised", "Исправлено"
    article.save()
    publish(article)
    publish(make_article("to-come", authors=[ada]), at=datetime(2031, 1, 1, tzinfo=UTC))
    signed = EditionByline.objects.of_person(ada, language)
    assert (signed.count(), [line.edition.number for line in signed.live()]) == (3, [2])
