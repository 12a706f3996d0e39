"""Cleaning HTML: an explicit allow list, the same on every way into the database and at release."""

import unicodedata
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

import nh3

TABLE_TAGS = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
TAGS = TABLE_TAGS | {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "hr", "br"),
    *("a", "em", "strong", "i", "b", "cite", "q", "sub", "sup", "span", "abbr"),
    "small",  # a note, at the place it belongs to (HTML, 4.5.4: side comments)
}
EVERYWHERE = {"lang"}  # WCAG 2.2, 3.1.2: a passage in another language says so
ATTRIBUTES = {
    "*": EVERYWHERE,
    "a": {"href", "hreflang"},
    "abbr": {"title"},
    "ol": {"start"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
SCHEMES = {"http", "https", "mailto"}
EMPTY = {"", "<p></p>", "<p><br></p>"}  # what a rich-text editor leaves of a text that was taken out

_cleaner = nh3.Cleaner(tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None, strip_comments=True)


def clean(html):
    """Return HTML holding only what the allow list names, in NFC; applying it again changes nothing."""
    html = unicodedata.normalize("NFC", _cleaner.clean(html).strip())
    return "" if html in EMPTY else html


def paragraphs_to_html(paragraphs):
    """Return plain paragraphs (str, no mark-up) as HTML."""
    return clean("\n".join(f"<p>{escape(text, quote=False)}</p>" for text in paragraphs))


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attrs):
        self.found.add(f"{tag}[lang]" if "lang" in dict(attrs) else tag)


def tags(html):
    """Return the set of tags an HTML text uses; one with a language is told apart as ``p[lang]``."""
    parser = _Tags()
    parser.feed(html)
    parser.close()
    return parser.found


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self._open = [], None

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.finish()
            self._open = [dict(attrs).get("href") or "", ""]

    def handle_data(self, data):
        if self._open:
            self._open[1] += data

    def handle_endtag(self, tag):
        if tag == "a":
            self.finish()

    def finish(self):
        """Note the link that is open, if any; one that is never closed counts as well."""
        if self._open:
            self.found.append(tuple(self._open))
            self._open = None


def links(html):
    """Return the links of an HTML text as (address, text) pairs, in order."""
    parser = _Links()
    parser.feed(html)
    parser.close()
    parser.finish()
    return parser.found


def is_absolute(address):
    """Say whether an address can be followed from anywhere: http(s) with a host, or mailto."""
    try:
        parts = urlsplit(address)
        return parts.scheme == "mailto" or (parts.scheme in ("http", "https") and bool(parts.hostname))
    except ValueError:
        return False


def bad_links(html):
    """Return the (address, text) pairs of links that are relative, unsafe or malformed."""
    return [(address, text) for address, text in links(html) if not is_absolute(address)]
