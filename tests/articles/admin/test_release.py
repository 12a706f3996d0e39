"""Releasing and withdrawing at the desk: what will change is shown first, refusals name every reason."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils.html import escape

from articles.models import Article, Edition
from tests.articles.admin.conftest import in_russian
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db

BOTH = {"languages": ["en", "ru"]}
LIVE = {"en": "English: edition 1 is live.", "ru": "English: редакция 1 опубликована."}
UNCHANGED = {
    "en": "Русский: nothing has changed since edition 1.",
    "ru": "Русский: со времени редакции 1 ничего не изменилось.",
}
REASONS = {
    "en": [
        "English: the title is missing.",
        "English: nobody signs as the author.",
        "Русский: the text is missing.",
        "Русский: nobody signs as the author.",
    ],
    "ru": [
        "English: нет заголовка.",
        "English: не указан автор.",
        "Русский: нет текста.",
        "Русский: не указан автор.",
    ],
}
FIGURE = {
    "en": "English: the short text says “1933”, which the full text does not.",
    "ru": "English: в кратком тексте есть число «1933», которого нет в полном.",
}


def desk(client: Client, language: str) -> Client:
    return in_russian(client) if language == "ru" else client


def address(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/release/"


def said(client: Client, response) -> list[str]:
    assert response.status_code == 302
    return [str(message) for message in client.get(response["Location"]).context["messages"]]


def test_a_release_publishes_and_says_so(publisher: Client, language: str) -> None:
    article = make_article()
    assert LIVE[language] in said(publisher, desk(publisher, language).post(address(article), BOTH))
    assert publisher.get("/en/articles/treaty-en/").status_code == 200
    assert publisher.get("/ru/articles/treaty-ru/").status_code == 200
    assert {edition.released_by.username for edition in Edition.objects.all()} == {"publisher"}


def test_releasing_twice_makes_one_edition(publisher: Client, language: str) -> None:
    article = make_article()
    publisher.post(address(article), BOTH)
    assert UNCHANGED[language] in said(publisher, desk(publisher, language).post(address(article), BOTH))
    assert Edition.objects.count() == 2


def test_asking_for_the_page_releases_nothing(publisher: Client) -> None:
    article = make_article()
    assert publisher.get(address(article), BOTH).status_code == 200
    assert publisher.head(address(article), BOTH).status_code == 200
    assert Edition.objects.count() == 0


def test_a_refusal_names_every_reason_in_the_editors_language(publisher: Client, language: str) -> None:
    article = make_article(authors=[], title_en="", short_text_ru="", full_text_ru="")
    response = desk(publisher, language).post(address(article), BOTH)
    assert response.status_code == 200
    [refusal] = re.findall(r'<ul class="errorlist nonfield".*?</ul>', response.content.decode(), re.DOTALL)
    assert re.findall(r"<li>(.*?)</li>", refusal) == REASONS[language]
    assert Edition.objects.count() == 0


def test_one_language_that_is_not_ready_holds_back_both(publisher: Client) -> None:
    article = make_article(short_text_ru="", full_text_ru="")
    publisher.post(address(article), BOTH)
    assert Edition.objects.count() == 0


def test_a_figure_of_the_short_text_must_be_in_the_full_one(publisher: Client, language: str) -> None:
    article = make_article(short_text_en="<p>It was 1933.</p>")
    response = desk(publisher, language).post(address(article), BOTH)
    assert FIGURE[language] in response.content.decode()
    assert Edition.objects.count() == 0


def test_nothing_chosen_releases_nothing(publisher: Client) -> None:
    article = make_article()
    response = publisher.post(address(article), {"languages": [], "note": "x"})
    assert response.status_code == 200
    assert "languages" in response.context["form"].errors
    assert publisher.post(address(article), {"languages": ["de"]}).status_code == 200
    assert Edition.objects.count() == 0


def test_a_moment_to_come_schedules(publisher: Client) -> None:
    article = make_article()
    publisher.post(address(article), {"languages": ["en"], "at_0": "2090-01-02", "at_1": "03:04:00"})
    assert Edition.objects.get().published_at == datetime(2090, 1, 2, 3, 4, tzinfo=UTC)
    assert publisher.get("/en/articles/treaty-en/").status_code == 404


def test_the_page_shows_what_a_release_would_change(publisher: Client) -> None:
    article = make_article()
    publish(article)
    article.full_text_en = "<p>Full wording of treaty.</p>"
    article.save()
    html = publisher.get(address(article)).content.decode()
    assert "<del>text</del>" in html
    assert "<ins>wording</ins>" in html


def test_a_withdrawal_asks_for_a_reason(publisher: Client) -> None:
    edition = publish(make_article())["en"]
    page = f"/admin/articles/article/{edition.article_id}/withdraw/en/"
    assert publisher.get(page, {"reason": "x"}).status_code == 200
    assert publisher.post(page, {"reason": "  "}).status_code == 200
    assert publisher.get("/en/articles/treaty-en/").status_code == 200
    assert publisher.post(page, {"reason": "Wrong <figures>."}).status_code == 302
    response = publisher.get("/en/articles/treaty-en/")
    assert response.status_code == 410
    assert escape("Wrong <figures>.") in response.content.decode()
    assert publisher.get("/ru/articles/treaty-ru/").status_code == 200
    assert Edition.objects.get(language="en").withdrawn_by.username == "publisher"
