"""The short and the full text: each at its address, neither in the other's place."""

import pytest
from django.test import Client

from tests.articles.reading.html import by_class, links, parse, text_of
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db

SHORT = {"en": "Short text of treaty.", "ru": "Краткий текст treaty."}
FULL = {"en": "Full text of treaty.", "ru": "Полный текст treaty."}


def test_each_variant_has_its_own_text_and_leads_to_the_other(client: Client, language: str) -> None:
    publish(make_article())
    full = parse(client.get(f"/{language}/articles/treaty-{language}/"))
    short = parse(client.get(f"/{language}/articles/treaty-{language}/short/"))
    assert text_of(by_class(full, "text")[0].find("p")) == FULL[language]
    assert text_of(by_class(short, "text")[0].find("p")) == SHORT[language]
    assert SHORT[language] not in text_of(full.find(".//main"))
    assert FULL[language] not in text_of(short.find(".//main"))
    assert f"/{language}/articles/treaty-{language}/short/" in links(full)
    assert f"/{language}/articles/treaty-{language}/" in links(short)


def test_without_a_short_text_its_address_leads_to_the_full_one(client: Client, language: str) -> None:
    publish(make_article(short_text_en="", short_text_ru=""))
    response = client.get(f"/{language}/articles/treaty-{language}/short/")
    assert (response.status_code, response["Location"]) == (302, f"/{language}/articles/treaty-{language}/")


def test_without_a_full_text_the_full_page_has_the_short_one_and_says_so(client: Client, language: str) -> None:
    publish(make_article(full_text_en="", full_text_ru=""))
    root = parse(client.get(f"/{language}/articles/treaty-{language}/"))
    assert SHORT[language] in text_of(by_class(root, "text")[0])
    [note] = by_class(root, "note")[-1:]
    assert {"en": "The complete text has not been published here.", "ru": "Полный текст здесь не опубликован."}[
        language
    ] in text_of(note)


def test_a_passage_in_another_language_keeps_its_mark(client: Client) -> None:
    publish(make_article(full_text_en='<p>As they say, <span lang="ru">доверяй, но проверяй</span>.</p>'))
    root = parse(client.get("/en/articles/treaty-en/"))
    [passage] = by_class(root, "text")[0].findall(".//p/span[@lang]")
    assert (passage.get("lang"), text_of(passage)) == ("ru", "доверяй, но проверяй")
