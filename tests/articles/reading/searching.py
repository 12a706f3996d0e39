"""Asking search as a reader does."""

from datetime import UTC, datetime, timedelta
from xml.etree.ElementTree import Element

from django.test import Client

from tests.articles.reading.html import by_class, parse, text_of
from tests.factories import make_article, publish

NEW_YEAR = datetime(2020, 1, 1, tzinfo=UTC)


def ask(client: Client, language: str, q: str = "", status: int = 200, **values: str) -> Element:
    """The page of a search, which is valid HTML."""
    response = client.get(f"/{language}/search/", {"q": q} | values)
    assert response.status_code == status, response.content
    return parse(response)


def slugs(page: Element) -> list[str]:
    """The slugs of the hits on a page, in order."""
    return [title.find("a").get("href").split("/")[-2] for title in by_class(page, "item-title")]


def found(client: Client, language: str, q: str = "", **values: str) -> list[str]:
    return slugs(ask(client, language, q, **values))


def said(page: Element) -> str:
    """What the page says of the number of hits."""
    return text_of(page.find(".//h2[@id='found']"))


def write(key: str, language: str, day: int = 0, **fields: object) -> None:
    """Releases a text of one language, ``day`` days after New Year: slug KEY-LANGUAGE, texts empty unless given."""
    make = {name: fields.pop(name) for name in ("authors", "topics", "outlet") if name in fields}
    texts = {f"{name}_{language}": text for name, text in fields.items()}
    article = make_article(key, languages=[language], **make, **{f"short_text_{language}": ""} | texts)
    publish(article, language, at=NEW_YEAR + timedelta(days=day))
