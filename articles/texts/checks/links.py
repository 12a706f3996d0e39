"""Links: whether two languages of a text lead their readers to the same places."""

import re
from urllib.parse import unquote, urlsplit

from articles.texts.html import links
from authors.languages import codes

# What says nothing when links are read without their sentences (WCAG 2.2, 2.4.9).
_SAYS_NOTHING = {
    "en": "(?:click |read )?(?:here|this|this link|link|more)",
    "ru": "(?:(?:читать|читайте|смотреть|жмите) )?(?:здесь|тут|сюда|(?:по )?(?:этой )?ссылк[аеу]|подробнее|далее)",
}


def says_nothing(text, language):
    """Say whether the text (str) of a link tells nobody where it leads: "here", «по ссылке»."""
    words = " ".join(text.casefold().strip(" .…!:»«>→\n").split())
    return language in _SAYS_NOTHING and bool(re.fullmatch(_SAYS_NOTHING[language], words))


def addresses(paragraph):
    """Return the addresses a Paragraph links to, each once, in order."""
    return list(dict.fromkeys(address for address, _ in links(paragraph.html) if address))


class Destinations:
    """Where a text's links (addresses, str) lead, to be asked about those of its other language."""

    def __init__(self, addresses):
        places = [_place(address) for address in addresses]
        self._pages = {place[:2] for place in places}
        self._hosts = {host for host, _page, _named in places}
        self._in_languages = {host for host, _page, named in places if named}

    def include(self, address):
        """Say whether an address leads to one of these pages, or to a site's page in one language of several."""
        host, page, named = _place(address)
        return (host, page) in self._pages or host in (self._hosts if named else self._in_languages)


def _place(address):
    """Return (host, rest, whether it names a language): "https://www.x.org/ru/a/" is ("x.org", "/a", True)."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return (address, "", False)
    languages = set(codes())
    labels = [label for label in host.split(".")[:-1] if label not in languages] + host.split(".")[-1:]
    steps = [step for step in unquote(parts.path).split("/") if step]
    kept = [step for step in steps if step.casefold() not in languages]
    query = [part for part in parts.query.split("&") if part and part.rpartition("=")[2].casefold() not in languages]
    named = len(labels) < host.count(".") + 1 or len(kept) < len(steps) or len("&".join(query)) < len(parts.query)
    return (".".join(labels) or parts.scheme, "/" + "/".join(kept) + "?" + "&".join(query), named)
