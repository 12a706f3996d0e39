"""Withdrawing at the desk: with a reason, and only what the form showed."""

import pytest
from django.test import Client
from django.utils.html import escape

from articles.models import Article, Edition
from tests.articles.admin.conftest import in_russian, withdraw_form
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db

STALE = {
    "en": "Nothing was withdrawn: the article has changed since this page was opened.",
    "ru": "Ничего не отозвано: статья изменилась, с тех пор как открыта эта страница.",
}


def address(edition: Edition) -> str:
    return f"/admin/articles/article/{edition.article_id}/withdraw/{edition.language}/"


def test_a_withdrawal_asks_for_a_reason(publisher: Client) -> None:
    edition = publish(make_article())["en"]
    page = address(edition)
    assert publisher.get(page, {"reason": "x"}).status_code == 200
    assert publisher.post(page, withdraw_form(edition, "  ")).status_code == 200
    assert publisher.get("/en/articles/treaty-en/").status_code == 200
    assert publisher.post(page, withdraw_form(edition, "Wrong <figures>.")).status_code == 302
    response = publisher.get("/en/articles/treaty-en/")
    assert response.status_code == 410
    assert escape("Wrong <figures>.") in response.content.decode()
    assert publisher.get("/ru/articles/treaty-ru/").status_code == 200
    assert Edition.objects.get(language="en").withdrawn_by.username == "publisher"


@pytest.mark.parametrize(
    "token",
    [
        {"version": "{pk}.0"},
        {"version": "{pk}.2"},
        {"version": "{other}.1"},
        {"version": ""},
        {"edition": "{language}.1"},
        {"edition": "{language}.3"},
        {"edition": ""},
    ],
)
def test_a_form_that_speaks_of_something_else_is_refused_and_keeps_the_reason(
    publisher: Client, token: dict, language: str
) -> None:
    other = make_article("other")
    article = make_article()
    publish(article, language)
    Article.objects.filter(pk=article.pk).update(**{f"title_{language}": "Later"})
    edition = publish(article, language)[language]
    changed = {name: value.format(pk=article.pk, other=other.pk, language=language) for name, value in token.items()}
    desk = in_russian(publisher) if language == "ru" else publisher
    response = desk.post(address(edition), withdraw_form(edition, "An error.") | changed)
    assert response.status_code == 409
    assert STALE[language] in response.content.decode()
    assert response.context["form"]["reason"].value() == "An error."
    assert Edition.objects.live(language).get() == edition
