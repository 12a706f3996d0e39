"""The sitemap: every live address once, with its twins (sitemaps.org 0.9, xhtml:link)."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.test import Client

from articles.reading import sitemap
from tests.articles.reading.addresses import page
from tests.factories import make_article, publish

SITE = "http://localhost"
NAMES = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}


def read(client: Client, address: str = "/sitemap.xml") -> dict[str, dict[str, str]]:
    """Each address of a sitemap with its twins by hreflang."""
    root = ElementTree.fromstring(client.get(address).content)
    assert root.tag == f"{{{NAMES['map']}}}urlset"
    entries = {}
    for url in root.findall("map:url", NAMES):
        twins = {link.get("hreflang"): link.get("href") for link in url.findall("xhtml:link", NAMES)}
        address = url.findtext("map:loc", namespaces=NAMES)
        assert address not in entries
        entries[address] = twins
    return entries


@pytest.mark.usefixtures("seed")
def test_the_seed_and_the_front_pages_are_in_it_with_their_twins(client: Client) -> None:
    english, russian = SITE + page("article", "en"), SITE + page("article", "ru")
    fronts = {"en": f"{SITE}/en/", "ru": f"{SITE}/ru/", "x-default": f"{SITE}/"}
    twins = {"en": english, "ru": russian, "x-default": english}
    assert read(client) == {f"{SITE}/en/": fronts, f"{SITE}/ru/": fronts, english: twins, russian: twins}


@pytest.mark.usefixtures("seed")
def test_it_is_xml_and_says_when_a_text_changed(client: Client) -> None:
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    root = ElementTree.fromstring(response.content)
    assert [url.findtext("map:lastmod", namespaces=NAMES) for url in root.findall("map:url", NAMES)] == [
        None,
        None,
        "2026-11-23T09:00:00+00:00",
        "2026-11-23T09:00:00+00:00",
    ]


@pytest.mark.django_db
def test_only_published_languages_are_in_it(client: Client, language: str) -> None:
    publish(make_article(), language)
    address = f"{SITE}/{language}/articles/treaty-{language}/"
    entries = read(client)
    assert entries.pop(address) == {language: address, "x-default": address}
    assert sorted(entries) == [f"{SITE}/en/", f"{SITE}/ru/"]


@pytest.mark.django_db
def test_an_empty_site_has_its_front_pages_in_it(client: Client) -> None:
    assert sorted(read(client)) == [f"{SITE}/en/", f"{SITE}/ru/"]


@pytest.mark.django_db
def test_many_articles_are_spread_over_parts_that_an_index_names(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "ARTICLES_A_FILE", 2)
    for number in range(5):
        publish(make_article(f"text-{number}"), at=datetime(2020, 1, 1 + number, tzinfo=UTC))
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    assert root.tag == f"{{{NAMES['map']}}}sitemapindex"
    parts = [part.text for part in root.findall("map:sitemap/map:loc", NAMES)]
    assert parts == [f"{SITE}/sitemap-1.xml", f"{SITE}/sitemap-2.xml", f"{SITE}/sitemap-3.xml"]
    found = [address for part in parts for address in read(client, part.removeprefix(SITE))]
    assert sorted(found) == sorted(
        [f"{SITE}/en/", f"{SITE}/ru/"]
        + [f"{SITE}/{code}/articles/text-{number}-{code}/" for number in range(5) for code in ("en", "ru")]
    )
    assert client.get("/sitemap-4.xml").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["0", "2", "999", "18446744073709551617", "9" * 5_000])
def test_a_part_that_does_not_exist_is_not_found(client: Client, number: str) -> None:
    assert client.get(f"/sitemap-{number}.xml").status_code == 404
