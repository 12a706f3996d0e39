"""A page speaks one language: whatever is in another one says so (WCAG 2.2, 3.1.2)."""

import re
from xml.etree.ElementTree import Element

import pytest
from django.test import Client

from articles.press.withdraw import withdraw
from tests.articles.reading.addresses import PAGES, SEARCH, page
from tests.articles.reading.html import parse
from tests.factories import make_article, publish

OTHER = {"en": "ru", "ru": "en"}
FOREIGN = {"en": re.compile(r"[А-Яа-яЁё]+"), "ru": re.compile(r"[A-Za-z]{2,}")}
# Names of formats and registers, which every language writes alike, and the names by which the seed calls two houses.
EVERYWHERE = {
    "Atom",
    "JSON",
    "ORCID",
    "ROR",
    "RSS",
    "BibTeX",
    "BibLaTeX",
    "RIS",
    "CSL",
    "DOI",
    "War",
    "on",
    "the",
    "Rocks",
    "RAND",
    "URL",
}
SPOKEN = ("alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext")
SAID_OF_THE_PAGE = {
    "description",
    "author",
    "og:title",
    "og:description",
    "og:site_name",
    "citation_title",
    "twitter:title",
}
COINS = "Z3988"  # a span that nobody sees: its title is data for reference managers
ADDRESS = re.compile(r"https?://\S+|\S+@\S+")


def words(element: Element, language: str = "") -> list[tuple[str, str]]:
    """Every (language, text) a page shows or says, comments and data aside."""
    if not isinstance(element.tag, str) or element.tag in ("script", "style") or element.get("class") == COINS:
        return []
    language = element.get("lang") or language
    found = [(language, element.get(name, "")) for name in SPOKEN]
    if (element.get("name") or element.get("property")) in SAID_OF_THE_PAGE:
        found.append((language, element.get("content")))
    found.append((language, element.text or ""))
    for child in element:
        found += [*words(child, language), (language, child.tail or "")]
    return found


def foreign(root: Element) -> set[str]:
    """Words in letters of another language than the one they are said to be in."""
    found = {word for language, text in words(root) for word in FOREIGN[language].findall(ADDRESS.sub("", text))}
    return found - EVERYWHERE


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize("name", PAGES | SEARCH)
def test_a_page_has_no_word_of_another_language_that_does_not_say_so(client: Client, name: str, language: str) -> None:
    assert foreign(parse(client.get(page(name, language)))) == set()


@pytest.mark.django_db
def test_nor_have_pages_that_stand_for_a_text(client: Client, language: str) -> None:
    article = make_article()
    publish(article, OTHER[language])
    slug = getattr(article, f"slug_{OTHER[language]}")
    assert foreign(parse(client.get(f"/{language}/articles/{slug}/"))) == set()
    publish(article, language)
    withdraw(article.editions.get(language=language), by=None, reason={"en": "Outdated.", "ru": "Устарело."}[language])
    assert foreign(parse(client.get(f"/{language}/articles/treaty-{language}/"))) == set()


@pytest.mark.django_db
def test_nor_has_an_error(client: Client, language: str) -> None:
    assert foreign(parse(client.get(f"/{language}/articles/unknown/"))) == set()
    both = parse(client.get("/de/"))
    assert {said for said, text in words(both) if text.strip()} == {"en", "ru"}
    assert foreign(both) == set()


@pytest.mark.usefixtures("seed")
def test_the_switch_names_each_language_in_itself_and_says_which_it_is(client: Client, language: str) -> None:
    root = parse(client.get(page("article", language)))
    switch = root.find(".//nav[@class='languages']")
    assert [(link.get("lang"), link.get("hreflang"), link.text) for link in switch.iter("a")] == [
        ("en", "en", "English"),
        ("ru", "ru", "Русский"),
    ]
