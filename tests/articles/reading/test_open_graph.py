"""OpenGraph (ogp.me): what a network shows of a page whose address is shared."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from articles.models import Article
from tests.articles.reading.addresses import page
from tests.articles.reading.html import parse
from tests.factories import make_article, make_author, publish

pytestmark = pytest.mark.django_db


def told(client: Client, address: str) -> list[tuple[str, str]]:
    found = parse(client.get(address)).find("head").iter("meta")
    return [(meta.get("property"), meta.get("content")) for meta in found if meta.get("property")]


@pytest.mark.usefixtures("seed")
def test_a_text_tells_its_authors_its_moments_its_topics_and_its_picture(client: Client, language: str) -> None:
    address = f"http://localhost{page('article', language)}"
    title, description, authors, topic = {
        "en": (
            "Can Washington and Moscow Agree to Limit Political Interference?",
            "After his meeting with U.S. Secretary of State",
            "Ivan Timofeev, Samuel Charap",
            "U.S.–Russia relations",
        ),
        "ru": (
            "Смогут ли Вашингтон и Москва договориться об ограничении политического вмешательства?",
            "После майской встречи с государственным секретарём",
            "Иван Тимофеев, Сэмюэл Чарап",
            "Российско-американские отношения",
        ),
    }[language]
    found = told(client, page("article", language))
    assert dict(found)["og:description"].startswith(description)
    assert [pair for pair in found if pair[0] != "og:description"] == [
        ("og:site_name", {"en": "Diptych", "ru": "Диптих"}[language]),
        ("og:title", title),
        ("og:url", address),
        ("og:type", "article"),
        ("og:locale", {"en": "en_US", "ru": "ru_RU"}[language]),
        ("og:locale:alternate", {"en": "ru_RU", "ru": "en_US"}[language]),
        ("og:image", f"{address}share.png"),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", f"{title} — {authors}"),
        ("article:published_time", "2026-11-23T09:00:00+00:00"),
        ("article:modified_time", "2026-11-23T09:00:00+00:00"),
        ("article:author", f"http://localhost/{language}/authors/ivan-timofeev/"),
        ("article:author", f"http://localhost/{language}/authors/samuel-charap/"),
        ("article:section", topic),
        ("article:tag", topic),
    ]


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize(("name", "card"), [("article", "summary_large_image"), ("front", "summary")])
def test_a_card_is_large_where_there_is_a_picture(client: Client, name: str, card: str, language: str) -> None:
    meta = parse(client.get(page(name, language))).find(".//meta[@name='twitter:card']")
    assert meta.get("content") == card


def test_an_authors_page_is_a_profile(client: Client, language: str) -> None:
    publish(make_article(authors=[make_author("ada-lovelace")]))
    found = dict(told(client, f"/{language}/authors/ada-lovelace/"))
    assert found["og:type"] == "profile"
    assert found["profile:first_name"] == {"en": "Ada", "ru": "Ada-ру"}[language]
    assert found["profile:last_name"] == "Lovelace"


def test_an_older_edition_names_no_page_that_may_be_gone(client: Client, language: str) -> None:
    publish(make_article(), at=datetime(2020, 1, 1, tzinfo=UTC))
    article = Article.objects.get()
    setattr(article, f"slug_{language}", "moved")
    article.save()
    publish(article, language, at=datetime(2021, 1, 1, tzinfo=UTC))
    found = dict(told(client, f"/{language}/articles/moved/editions/1/"))
    assert "article:author" not in found
    assert found["og:url"] == f"http://localhost/{language}/articles/moved/"
    assert found["og:image"] == f"http://localhost/{language}/articles/moved/share.png"
