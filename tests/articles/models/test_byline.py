"""Bylines: ordered, each person once, one signatory each."""

import pytest
from django.db import IntegrityError, transaction

from articles.models import Byline
from tests.factories import make_article, make_author, make_organization

pytestmark = pytest.mark.django_db


def test_two_signatures_can_change_places_in_one_go() -> None:
    article = make_article(authors=[make_author("anna-a"), make_author("boris-b")])
    first, second = article.bylines.all()
    with transaction.atomic():
        first.position, second.position = 2, 1
        first.save()
        second.save()
    assert [line.author.slug for line in article.bylines.all()] == ["boris-b", "anna-a"]


def test_signatures_in_the_same_place_keep_the_order_they_were_made_in() -> None:
    article = make_article(authors=[])
    for slug in ("anna-a", "boris-b", "vera-v"):
        Byline.objects.create(article=article, author=make_author(slug))
    assert [line.author.slug for line in article.bylines.all()] == ["anna-a", "boris-b", "vera-v"]


def test_nobody_cannot_sign() -> None:
    with pytest.raises(IntegrityError):
        Byline.objects.create(article=make_article())


def test_a_person_and_an_organization_cannot_share_a_signature() -> None:
    with pytest.raises(IntegrityError):
        Byline.objects.create(article=make_article(), author=make_author(), organization=make_organization())


def test_an_organization_can_sign() -> None:
    line = Byline.objects.create(article=make_article(), organization=make_organization(), position=2)
    assert str(line) == "Organization institute"


@pytest.mark.parametrize("scope", ["", "en", "ru"])
def test_the_database_refuses_the_same_person_twice(scope: str) -> None:
    article, author = make_article(authors=[]), make_author()
    Byline.objects.create(article=article, author=author, language=scope)
    with pytest.raises(IntegrityError):
        Byline.objects.create(article=article, author=author, language=scope, position=2)


def test_the_database_refuses_the_same_organization_twice() -> None:
    article, organization = make_article(), make_organization()
    Byline.objects.create(article=article, organization=organization)
    with pytest.raises(IntegrityError):
        Byline.objects.create(article=article, organization=organization)


def test_an_author_may_be_the_translator_too() -> None:
    author = make_author()
    article = make_article(authors=[author])
    Byline.objects.create(article=article, author=author, role="translator", language="ru", position=2)
    assert [line.role for line in article.bylines.all()] == ["author", "translator"]


@pytest.mark.parametrize("wrong", [{"role": "friend"}, {"language": "de"}])
def test_the_database_refuses_a_role_or_language_that_is_none(wrong: dict) -> None:
    with pytest.raises(IntegrityError):
        Byline.objects.create(article=make_article(), author=make_author(), **wrong)


def test_a_translator_of_one_language_stands_under_that_language_only() -> None:
    article = make_article()
    translator = make_author("vera-v")
    Byline.objects.create(article=article, author=translator, role="translator", language="ru", position=2)
    assert [line.author.slug for line in article.bylines.all() if line.stands_in("en")] == ["author-of-treaty"]
    assert [line.author.slug for line in article.bylines.all() if line.stands_in("ru")] == [
        "author-of-treaty",
        "vera-v",
    ]


def test_a_signature_is_found_by_its_natural_key() -> None:
    article = make_article()
    person = article.bylines.get()
    organization = Byline.objects.create(article=article, organization=make_organization(), language="ru")
    assert person.natural_key() == ("treaty", "author", "", "author-of-treaty", None)
    assert organization.natural_key() == ("treaty", "author", "ru", None, "institute")
    assert Byline.objects.get_by_natural_key(*person.natural_key()) == person
    assert Byline.objects.get_by_natural_key(*organization.natural_key()) == organization
