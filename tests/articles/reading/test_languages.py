"""The two languages of a page know each other, and only what is published is named."""

import pytest
from django.test import Client

from articles.press.withdraw import withdraw
from tests.articles.reading.addresses import PAGES, SLUGS, page
from tests.articles.reading.html import alternates, by_class, canonical, is_kept_from_search_engines, links, parse
from tests.factories import make_article, publish

SITE = "http://localhost"
OTHER = {"en": "ru", "ru": "en"}
X_DEFAULT = {name: page(name, "en") for name in PAGES} | {"front": "/"}
NOT_LISTED = {"short", "parallel", "editions", "edition"}
LISTED = [name for name in PAGES if name not in NOT_LISTED]
OF_ARTICLE = f"/en/articles/{SLUGS['en']}/", f"/ru/articles/{SLUGS['ru']}/"


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize("name", LISTED)
def test_a_page_names_itself_its_twin_and_the_page_for_everybody_else(client: Client, name: str, language: str) -> None:
    root = parse(client.get(page(name, language)))
    assert canonical(root) == SITE + page(name, language)
    assert alternates(root) == {
        "en": SITE + page(name, "en"),
        "ru": SITE + page(name, "ru"),
        "x-default": SITE + X_DEFAULT[name],
    }
    assert not is_kept_from_search_engines(root)


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize("name", LISTED)
def test_twins_name_one_another(client: Client, name: str, language: str) -> None:
    here = alternates(parse(client.get(page(name, language))))
    there = alternates(parse(client.get(here[OTHER[language]].removeprefix(SITE))))
    assert there == here


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize("name", sorted(NOT_LISTED))
def test_a_page_that_is_no_search_result_names_no_twins(client: Client, name: str, language: str) -> None:
    root = parse(client.get(page(name, language)))
    assert alternates(root) == {}


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize(
    ("name", "kept"), [("short", False), ("parallel", False), ("editions", True), ("edition", True)]
)
def test_histories_are_no_search_results(client: Client, name: str, kept: bool, language: str) -> None:
    """The short variant and both texts side by side need no such word: their canonical address is the full text's."""
    assert is_kept_from_search_engines(parse(client.get(page(name, language)))) is kept


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize("name", ["short", "parallel", "edition"])
def test_the_short_variant_both_side_by_side_and_an_edition_send_search_engines_to_the_full_text(
    client: Client, name: str, language: str
) -> None:
    assert canonical(parse(client.get(page(name, language)))) == SITE + page("article", language)


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize("name", [name for name in PAGES if name not in ("editions", "edition")])
def test_the_language_switch_leads_to_the_same_page_in_the_other_language(
    client: Client, name: str, language: str
) -> None:
    [switch] = by_class(parse(client.get(page(name, language))), "languages")
    found = {link.get("hreflang"): (href, link.get("aria-current")) for href, link in links(switch).items()}
    assert found == {
        language: (page(name, language), "true"),
        OTHER[language]: (page(name, OTHER[language]), None),
    }


@pytest.mark.usefixtures("seed")
def test_the_host_a_reader_asks_by_is_in_no_address(client: Client, language: str) -> None:
    response = client.get(page("article", language), headers={"Host": "testserver", "X-Forwarded-Host": "evil.example"})
    assert b"testserver" not in response.content
    assert b"evil.example" not in response.content


@pytest.mark.django_db
def test_a_text_in_one_language_has_no_twin(client: Client, language: str) -> None:
    publish(make_article(), language)
    root = parse(client.get(f"/{language}/articles/treaty-{language}/"))
    address = f"{SITE}/{language}/articles/treaty-{language}/"
    assert alternates(root) == {language: address, "x-default": address}
    [switch] = by_class(root, "languages")
    assert f"/{OTHER[language]}/" in links(switch)


@pytest.mark.django_db
def test_x_default_is_the_language_a_text_was_written_in(client: Client, language: str) -> None:
    publish(make_article(original_language=language))
    for code in ("en", "ru"):
        root = parse(client.get(f"/{code}/articles/treaty-{code}/"))
        assert alternates(root)["x-default"] == f"{SITE}/{language}/articles/treaty-{language}/"


@pytest.mark.django_db
def test_a_withdrawn_language_is_no_twin_any_more(client: Client, language: str) -> None:
    editions = publish(make_article())
    withdraw(editions[OTHER[language]], by=None, reason="A mistake.")
    response = client.get(f"/{language}/articles/treaty-{language}/")
    assert response.status_code == 200
    assert list(alternates(parse(response))) == [language, "x-default"]
    assert f"treaty-{OTHER[language]}".encode() not in response.content
