"""Addresses that lead nowhere answer 404, in the language they are in."""

import pytest
from django.test import Client

from tests.articles.reading.html import parse, text_of

pytestmark = pytest.mark.usefixtures("seed")

SLUG = {
    "en": "can-washington-and-moscow-agree-to-limit-political-interference",
    "ru": "smogut-li-vashington-i-moskva-dogovoritsya-ob-ogranichenii-politicheskogo",
}
HUGE = "170141183460469231731687303715884105728"  # 2 to the 127: more than any column holds
NOWHERE = [
    "articles/unknown/",
    "articles/unknown/short/",
    "articles/unknown/editions/",
    "articles/unknown/editions/1/",
    "articles/10000/",
    "articles/0000/",
    "articles/0001/",
    "articles/9999/",
    "articles/2018/",
    "articles/{slug}/editions/0/",
    "articles/{slug}/editions/2/",
    "articles/{slug}/editions/-1/",
    "articles/{slug}/editions/9223372036854775808/",
    f"articles/{{slug}}/editions/{HUGE}/",
    f"articles/{{slug}}/editions/{'9' * 5_000}/",
    "articles/{slug}/unknown/",
    "authors/unknown/",
    "about/unknown/",
    "organizations/unknown/",
    "topics/unknown/",
    "authors/unknown/feed.atom",
    "organizations/unknown/feed.json",
    "topics/unknown/feed.atom",
    "articles/{slug}/feed.atom",
    "articles/%00/",
    "articles/тимофеев/",
]
CURSORS = [
    "x",
    "1",
    "20190613T120000.000000Z",
    "20190613T120000.000000Z-",
    "20190613T120000.000000Z--1",
    "20190613T120000.000000Z-9223372036854775808",
    "20190613T120000.000000Z-٣",
    "99991332T120000.000000Z-1",
    "20190613T120000.000000Z-1\x00",
    "' OR 1=1 --",
]
LISTS = ["articles/", "articles/2026/", "authors/ivan-timofeev/", "organizations/riac/", "topics/us-russia-relations/"]
HEADINGS = {"en": "There is nothing at this address", "ru": "По этому адресу ничего нет"}


@pytest.mark.parametrize("address", NOWHERE)
def test_an_unknown_address_is_not_found_in_its_language(client: Client, language: str, address: str) -> None:
    response = client.get(f"/{language}/{address.format(slug=SLUG[language])}")
    assert response.status_code == 404
    assert response["Content-Language"] == language
    assert "no-store" in response["Cache-Control"]
    root = parse(response)
    assert root.get("lang") == language
    assert text_of(root.find(".//h1")) == HEADINGS[language]


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("cursor", CURSORS)
def test_a_place_that_is_none_of_the_list_is_not_found(
    client: Client, language: str, address: str, cursor: str
) -> None:
    assert client.get(f"/{language}/{address}", {"after": cursor}).status_code == 404


@pytest.mark.parametrize("cursor", ["00010101T000000.000000Z-1", "99991231T235959.999999Z-999999999999999999"])
def test_the_furthest_places_that_can_be_told_are_answered(client: Client, language: str, cursor: str) -> None:
    assert client.get(f"/{language}/articles/", {"after": cursor}).status_code == 200


@pytest.mark.parametrize("address", ["/de/", "/de/articles/", "/EN/", "/xx-yy/feed.atom", "/unknown", "/enough/"])
def test_an_address_in_no_language_of_ours_is_not_found_in_both(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert response["Content-Language"] == "en, ru"
    sections = parse(response).findall(".//section")
    assert [section.get("lang") for section in sections] == ["en", "ru"]
    assert [text_of(section[0]) for section in sections] == [HEADINGS["en"], HEADINGS["ru"]]


def test_an_address_without_its_last_slash_leads_to_the_one_with_it(client: Client, language: str) -> None:
    response = client.get(f"/{language}/articles")
    assert (response.status_code, response["Location"]) == (301, f"/{language}/articles/")


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_readers_addresses_change_nothing_whatever_is_sent_to_them(client: Client, language: str, method: str) -> None:
    before = client.get(f"/{language}/").content
    getattr(client, method)(f"/{language}/", {"title": "x"} if method == "post" else b"")
    assert client.get(f"/{language}/").content == before
