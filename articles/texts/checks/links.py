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


def lead_alike(one, other):
    """Say whether two addresses lead to one page, or to the same site's pages in different languages."""
    one, other = _place(one), _place(other)
    return one == other or (one[0] == other[0] and (one[2] or other[2]))


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
