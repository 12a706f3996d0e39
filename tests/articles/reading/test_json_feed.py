"""The JSON Feed (version 1.1): all authors of every text, its language, and where it is complete."""

import json
from datetime import UTC, datetime

import pytest
from django.test import Client

from articles.models import Byline
from tests.factories import make_article, make_author, make_organization, make_topic, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts() -> None:
    """A text by a person and an institute, carried by a review, and one by another person about nothing."""
    article = make_article(
        authors=[make_author("ada-lovelace")],
        topics=[make_topic()],
        outlet=make_organization("review"),
        full_text_url_en="https://review.example/en",
        full_text_url_ru="https://review.example/ru",
        standfirst_en="In short.",
        standfirst_ru="Вкратце.",
    )
    Byline.objects.create(article=article, position=2, organization=make_organization("institute"))
    Byline.objects.create(article=article, position=3, role="editor", author=make_author("eva-eden"))
    publish(article, at=datetime(2020, 3, 4, tzinfo=UTC))
    publish(make_article("other"), at=datetime(2019, 1, 1, tzinfo=UTC))


def read(client: Client, address: str) -> dict:
    response = client.get(address)
    assert response.status_code == 200
    return json.loads(response.content)


def test_the_english_feed_has_every_field(client: Client, texts: None) -> None:
    feed = read(client, "/en/feed.json")
    items = feed.pop("items")
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Diptych",
        "home_page_url": "http://localhost/en/",
        "feed_url": "http://localhost/en/feed.json",
        "language": "en",
    }
    assert items[0] == {
        "id": "tag:localhost,2026:en/articles/treaty",
        "url": "http://localhost/en/articles/treaty-en/",
        "external_url": "https://review.example/en",
        "title": "Title of treaty",
        "content_html": "<p>Full text of treaty.</p>",
        "summary": "In short.",
        "date_published": "2020-03-04T00:00:00+00:00",
        "date_modified": "2020-03-04T00:00:00+00:00",
        "language": "en",
        "authors": [
            {"name": "Ada Lovelace", "url": "http://localhost/en/authors/ada-lovelace/"},
            {"name": "Organization institute", "url": "http://localhost/en/organizations/institute/"},
        ],
        "tags": ["Topic treaties"],
        "image": "http://localhost/en/articles/treaty-en/share.png",
        "_diptych": {
            "edition": 1,
            "original_language": "en",
            "editors": [{"name": "Eva Eden"}],
            "outlet": "Organization review",
            "other_languages": [
                {
                    "language": "ru",
                    "id": "tag:localhost,2026:ru/articles/treaty",
                    "url": "http://localhost/ru/articles/treaty-ru/",
                }
            ],
        },
    }
    assert items[1]["id"] == "tag:localhost,2026:en/articles/other"
    assert "external_url" not in items[1]


def test_the_russian_feed_is_russian(client: Client, texts: None) -> None:
    feed = read(client, "/ru/feed.json")
    [item, _] = feed["items"]
    assert (feed["title"], feed["language"], feed["home_page_url"]) == ("Диптих", "ru", "http://localhost/ru/")
    assert item["title"] == "Заглавие treaty"
    assert item["content_html"] == "<p>Полный текст treaty.</p>"
    assert item["external_url"] == "https://review.example/ru"
    assert [author["name"] for author in item["authors"]] == ["Ada-ру Lovelace", "Организация institute"]
    assert item["tags"] == ["Тема treaties"]


@pytest.mark.parametrize(
    "subject", ["authors/ada-lovelace", "organizations/institute", "organizations/review", "topics/treaties"]
)
def test_the_feed_of_a_subject_has_its_texts_only(client: Client, texts: None, language: str, subject: str) -> None:
    feed = read(client, f"/{language}/{subject}/feed.json")
    assert feed["home_page_url"] == f"http://localhost/{language}/{subject}/"
    assert feed["feed_url"] == f"http://localhost/{language}/{subject}/feed.json"
    assert [item["id"] for item in feed["items"]] == [f"tag:localhost,2026:{language}/articles/treaty"]


def test_the_feed_of_an_author_is_called_after_the_author(client: Client, texts: None) -> None:
    assert read(client, "/en/authors/ada-lovelace/feed.json")["title"] == "Ada Lovelace at Diptych"
    assert read(client, "/ru/authors/ada-lovelace/feed.json")["title"] == "Ada-ру Lovelace — Диптих"


def test_whoever_only_edited_has_no_page_and_no_feed(client: Client, texts: None, language: str) -> None:
    assert client.get(f"/{language}/authors/eva-eden/").status_code == 404
    assert client.get(f"/{language}/authors/eva-eden/feed.json").status_code == 404
