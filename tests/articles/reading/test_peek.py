"""A look at a paragraph in the other language, in place: with the page while that is cheap, else one step away."""

from datetime import UTC, datetime
from xml.etree.ElementTree import Element

import pytest
from django.test import Client

from tests.articles.reading.html import by_class, parse, text_of
from tests.articles.reading.split import OTHER, ROWS, html, make_split
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db

NAMES = {"en": "Paragraph {} in Russian", "ru": "Абзац {} по-английски"}


def peeks(client: Client, language: str, rest: str = "") -> list[Element]:
    return by_class(parse(client.get(f"/{language}/articles/treaty-{language}/{rest}")), "peek")


def test_each_passage_opens_to_its_twin(client: Client, language: str) -> None:
    publish(make_split())
    twins = [" ".join(row[language == "en"]) for row in ROWS]
    found = peeks(client, language)
    assert [text_of(one.find("div")) for one in found] == twins
    assert {(one.tag, one.find("div").get("lang")) for one in found} == {("details", OTHER[language])}
    numbers = ["1", "2", "3", "4", "5"] if language == "en" else ["1", "2-2", "3", "4", "5"]
    assert [text_of(one.find("summary")) for one in found] == [NAMES[language].format(number) for number in numbers]


def test_a_long_text_is_not_sent_twice(client: Client, language: str) -> None:
    paragraphs = ["Word by word. " * 30] * 10
    publish(make_split(full_text_en=html(paragraphs), full_text_ru=html(["Слово за словом. " * 30] * 10)))
    found = peeks(client, language)
    assert [one.tag for one in found] == ["p"] * 10
    address = f"/{language}/articles/treaty-{language}/parallel/{OTHER[language]}/"
    assert [one.find("a").get("href") for one in found] == [f"{address}#p{number}" for number in range(1, 11)]
    assert text_of(found[2]) == NAMES[language].format(3)
    twin = {"en": "Слово за словом", "ru": "Word by word"}[language]
    assert twin not in client.get(f"/{language}/articles/treaty-{language}/").content.decode()


def test_headings_and_what_has_no_twin_have_no_mark(client: Client, language: str) -> None:
    texts = {"full_text_en": "<h2>One</h2><p>Two 2 of it.</p>", "full_text_ru": "<h2>Раз</h2><p>Два 2 из них.</p>"}
    longer = {f"full_text_{language}": texts[f"full_text_{language}"] + "<p>" + "99 " * 60 + "</p>"}
    publish(make_split(**texts | longer))
    assert len(peeks(client, language)) == 1


def test_the_short_text_opens_to_the_short_one(client: Client, language: str) -> None:
    publish(make_article())
    twin = {"en": "Краткий текст treaty.", "ru": "Short text of treaty."}
    assert [text_of(one.find("div")) for one in peeks(client, language, "short/")] == [twin[language]]


@pytest.mark.parametrize("rest", ["editions/1/"])
def test_an_edition_at_its_own_address_stands_for_itself(client: Client, language: str, rest: str) -> None:
    publish(make_split())
    assert peeks(client, language, rest) == []


def test_without_a_live_twin_there_is_nothing_to_open(client: Client, language: str) -> None:
    article = make_split()
    publish(article, language)
    publish(article, OTHER[language], at=datetime(2090, 1, 1, tzinfo=UTC))
    assert peeks(client, language) == []
    assert "data-keeps-place" not in client.get(f"/{language}/articles/treaty-{language}/").content.decode()
