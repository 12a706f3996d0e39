"""Reading a response as a browser does, and asking it simple questions."""

from html import unescape
from xml.etree.ElementTree import Element

import html5lib
from django.http import HttpResponse


def parse(response: HttpResponse) -> Element:
    """The page's root element. Raises html5lib's ParseError at the first fault in its HTML."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(response.content)


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def as_stored(response: HttpResponse) -> str:
    """A page's source with what typography puts between words undone: spaces that do not break are spaces."""
    return unescape(response.content.decode()).replace("\u00a0", " ")


def by_class(page: Element, name: str) -> list[Element]:
    return [element for element in page.iter() if name in (element.get("class") or "").split()]


def links(page: Element) -> dict[str, Element]:
    """Every link a reader can follow, by its address."""
    return {element.get("href"): element for element in page.iter("a")}


def canonical(page: Element) -> str:
    return page.find(".//link[@rel='canonical']").get("href")


def alternates(page: Element) -> dict[str, str]:
    """The addresses of a page's twins by hreflang, feeds aside."""
    found = page.findall(".//link[@rel='alternate'][@hreflang]")
    return {element.get("hreflang"): element.get("href") for element in found}


def is_kept_from_search_engines(page: Element) -> bool:
    robots = page.find(".//meta[@name='robots']")
    return robots is not None and robots.get("content") == "noindex"
