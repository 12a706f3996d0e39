"""The share image of a text: a small picture at an address of its own, there as long as the text is."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from articles.press.withdraw import withdraw
from tests.articles.reading.addresses import page
from tests.articles.reading.html import parse
from tests.factories import make_article, make_author, publish

pytestmark = pytest.mark.django_db

MOMENT = datetime(2031, 5, 20, 9, 0, tzinfo=UTC)


def address(language: str, slug: str = "") -> str:
    return f"/{language}/articles/{slug or f'treaty-{language}'}/share.png"


@pytest.mark.usefixtures("seed")
def test_it_stands_where_the_page_says_and_is_as_large_as_it_says(client: Client, language: str) -> None:
    head = parse(client.get(page("article", language))).find("head")
    told = {meta.get("property"): meta.get("content") for meta in head.iter("meta")}
    response = client.get(told["og:image"].removeprefix("http://localhost"))
    assert response.status_code == 200
    assert response["Content-Type"] == told["og:image:type"] == "image/png"
    picture = Image.open(BytesIO(response.content))
    assert (picture.format, picture.size, picture.mode) == ("PNG", (1200, 630), "P")
    assert [str(side) for side in picture.size] == [told["og:image:width"], told["og:image:height"]]
    assert len(response.content) < 40_000


def test_it_is_the_same_as_long_as_the_words_are(client: Client, language: str) -> None:
    article = make_article()
    publish(article, at=datetime(2020, 1, 1, tzinfo=UTC))
    first = client.get(address(language)).content
    assert client.get(address(language)).content == first
    setattr(article, f"title_{language}", "Another")
    article.save()
    assert client.get(address(language)).content == first
    publish(article, language, at=datetime(2021, 1, 1, tzinfo=UTC))
    assert client.get(address(language)).content != first


def test_the_two_languages_have_two_pictures(client: Client) -> None:
    publish(make_article())
    assert client.get(address("en")).content != client.get(address("ru")).content


def test_it_is_not_there_before_its_moment(client: Client, clock, language: str) -> None:
    publish(make_article(), at=MOMENT)
    clock(MOMENT - timedelta(seconds=1))
    assert client.get(address(language)).status_code == 404
    clock(MOMENT)
    assert client.get(address(language)).status_code == 200


def test_it_goes_with_its_text(client: Client, language: str) -> None:
    withdraw(publish(make_article())[language], by=None, reason="A mistake.")
    assert client.get(address(language)).status_code == 410
    assert client.get(address({"en": "ru", "ru": "en"}[language])).status_code == 200


def test_it_moves_with_its_text(client: Client, language: str) -> None:
    article = make_article()
    publish(article, at=datetime(2020, 1, 1, tzinfo=UTC))
    setattr(article, f"slug_{language}", "moved")
    article.save()
    publish(article, language)
    response = client.get(address(language))
    assert (response.status_code, response["Location"]) == (301, address(language, "moved"))


@pytest.mark.parametrize("title", ["Й" * 300, "б " * 149 + "ь", "Q", "\u4e2d\u6587 \u05d0 👍"])
def test_any_title_that_can_be_published_can_be_drawn(client: Client, title: str, language: str) -> None:
    authors = [make_author(f"number-{n}", family_name_en="x" * 200, family_name_ru="ж" * 200) for n in range(3)]
    publish(make_article(authors=authors, **{f"title_{language}": title}))
    assert client.get(address(language)).status_code == 200


def test_many_authors_cost_no_more_queries(client: Client, language: str) -> None:
    publish(make_article(authors=[make_author(f"ann-{number}") for number in range(12)]))
    with CaptureQueriesContext(connection) as queries:
        client.get(address(language))
    assert len(queries) <= 2
