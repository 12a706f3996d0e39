"""Every page is valid HTML, by the judgement of HTML-Validate (tests/support/validator.py)."""

import pytest
from django.test import Client

from articles.press.withdraw import withdraw
from tests.articles.reading.addresses import PAGES, SEARCH, page
from tests.factories import make_article, publish
from tests.support.validator import faults

OTHER = {"en": "ru", "ru": "en"}
EVERYTHING = (
    '<h2>"One" - two</h2><p>a<small>b <a href="https://example.org/">c</a></small>, <span lang="{other}">d</span>'
    '<small>e</small></p><ul><li>f<small>g</small></li></ul><ol start="3"><li><p>h</p></li></ol><hr>'
    "<blockquote><p>i https://example.org/one/two/three/four</p></blockquote><h3>j</h3>"
    '<table><caption>k</caption><thead><tr><th scope="col">l</th></tr></thead><tbody><tr><td>m<small>n</small></td>'
    '</tr></tbody></table><p><a href="https://example.org/">o <small>p</small></a> <abbr title="q">r</abbr><br>s</p>'
)


def read(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.usefixtures("seed")
def test_every_page_of_the_site_is_valid(client: Client, language: str) -> None:
    pages = {name: read(client, page(name, language)) for name in PAGES | SEARCH}
    pages["not found"] = read(client, f"/{language}/articles/unknown/", 404)
    pages["not found in any language"] = read(client, "/de/", 404)
    assert faults(pages) == {}


@pytest.mark.django_db
def test_a_text_with_everything_a_text_may_hold_is_valid(client: Client, language: str) -> None:
    texts = {f"{variant}_text_{language}": EVERYTHING.format(other=OTHER[language]) for variant in ("full", "short")}
    publish(make_article(**texts), language)
    address = f"/{language}/articles/treaty-{language}/"
    assert faults({"full": read(client, address), "short": read(client, f"{address}short/")}) == {}


@pytest.mark.django_db
def test_pages_that_stand_for_a_text_are_valid(client: Client, language: str) -> None:
    article = make_article()
    publish(article, OTHER[language])
    slug = getattr(article, f"slug_{OTHER[language]}")
    elsewhere = read(client, f"/{language}/articles/{slug}/", 404)
    publish(article, language)
    withdraw(article.editions.get(language=language), by=None, reason="A - b")
    gone = read(client, f"/{language}/articles/treaty-{language}/", 410)
    assert faults({"elsewhere": elsewhere, "gone": gone}) == {}


def test_the_judge_is_awake() -> None:
    page = (
        '<!doctype html>\n<html lang="en"><head><title>a</title></head><body><ul><p id="b">c</p></ul>'
        '<a href="/"><button type="button">d</button></a><p id="b"><label for="nothing">e</label></p></body></html>'
    )
    assert [fault.split(" ")[1] for fault in faults({"page": page})["page"]] == [
        "element-permitted-content:",
        "element-permitted-content:",
        "no-dup-id:",
        "no-missing-references:",
    ]
