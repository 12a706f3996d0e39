"""What holds for every page, feed and file that readers and robots can ask for."""

import pytest
from django.test import Client

from tests.articles.reading.addresses import CITATIONS, FEEDS, FOR_ROBOTS, PAGES, SHARE_IMAGES, page
from tests.articles.reading.html import parse

pytestmark = pytest.mark.usefixtures("seed")

PUBLIC = "public, max-age=0, s-maxage=300, stale-while-revalidate=86400, stale-if-error=604800"
EVERYTHING = [(name, language) for name in PAGES | FEEDS | CITATIONS | SHARE_IMAGES for language in ("en", "ru")]
TYPES = {"atom": "application/atom+xml; charset=utf-8", "json": "application/feed+json"}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_there_in_its_language(client: Client, name: str, language: str) -> None:
    response = client.get(page(name, language))
    assert response.status_code == 200
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert response["Content-Language"] == language
    assert parse(response).get("lang") == language


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_is_there_in_its_language(client: Client, name: str, language: str) -> None:
    response = client.get(page(name, language))
    assert response.status_code == 200
    assert response["Content-Type"] == TYPES[name.partition(" ")[0]]
    assert response["Content-Language"] == language


@pytest.mark.parametrize("address", [*FOR_ROBOTS, *(page(*one) for one in EVERYTHING)])
class TestHeaders:
    def test_any_cache_may_keep_it_and_nothing_in_it_is_personal(self, client: Client, address: str) -> None:
        theirs = {"Cookie": "desk_session=x; desk_language=ru; csrftoken=y", "Accept-Language": "ru"}
        response = client.get(address, headers=theirs)
        assert response["Cache-Control"] == PUBLIC
        assert response.get("Vary", "Accept-Encoding") == "Accept-Encoding"
        assert "Set-Cookie" not in response.headers
        assert response.content == client.get(address).content

    def test_it_may_do_nothing_but_be_read(self, client: Client, address: str) -> None:
        response = client.get(address)
        policy = dict(rule.split(" ", 1) for rule in response["Content-Security-Policy"].split("; "))
        assert policy == {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self'",
            "img-src": "'self'",
            "font-src": "'self'",
            "connect-src": "'self'",
            "manifest-src": "'self'",
            "form-action": "'self'",
            "base-uri": "'none'",
            "frame-ancestors": "'none'",
        }
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert response["Permissions-Policy"] == (
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
        )
        assert response["X-Frame-Options"] == "DENY"
        assert response["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_valid_html_with_nothing_inline(client: Client, name: str, language: str) -> None:
    """The strict parser stops at the first fault."""
    root = parse(client.get(page(name, language)))
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    assert [element for element in elements if element.tag == "style"] == []
    inline = [element for element in elements if element.tag == "script" and not element.get("src")]
    # Data is no script: browsers run nothing of this type.
    assert [element for element in inline if element.get("type") != "application/ld+json"] == []
    attributes = {attribute for element in elements for attribute in element.attrib}
    assert {name for name in attributes if name == "style" or name.startswith("on")} == set()
    ids = [element.get("id") for element in elements if element.get("id")]
    assert sorted(ids) == sorted(set(ids))
    assert len(root.findall(".//h1")) == len(root.findall(".//main")) == 1


@pytest.mark.parametrize("address", ["/en/", "/ru/", "/en/feed.atom", "/ru/feed.json", "/sitemap.xml", "/robots.txt"])
def test_an_unchanged_page_is_not_sent_twice(client: Client, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert client.head(address).content == b""
