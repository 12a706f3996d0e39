"""Notes: taken from the places they belong to and gathered at the end, each leading to the other.

In store a note stands in a ``small`` where it belongs, so that it is never parted from its sentence; a number there and
a list at the end are made when rendering (DPUB-ARIA 1.1, doc-noteref and doc-endnotes).
"""

import re
from dataclasses import dataclass

_NOTE = re.compile(
    r"(?<![ \u00a0\n])[ \u00a0\n]*<small(?P<attributes>[^>]*)>(?P<text>(?:(?!</?small\b).)*)</small>", re.DOTALL
)
_INLINE = frozenset(["a", "abbr", "b", "br", "cite", "code", "em", "i", "q", "span", "strong", "sub", "sup", "wbr"])
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")


@dataclass(frozen=True)
class Note:
    """A note: its number in the text, from 1, its ``lang`` attribute as written, and its HTML."""

    number: int
    attributes: str
    html: str

    @property
    def place(self):
        return f"note-{self.number}"

    @property
    def reference(self):
        return f"ref-{self.number}"


def gathered(html, first, reference):
    """Return clean HTML with a reference in place of every note, and the Notes, numbered from ``first``.

    ``reference`` makes the HTML of a reference from a Note. One that a reference could not replace stays: it stands in
    a link, holds another note, or holds blocks.
    """
    notes = []

    def replaced(match):
        names = {name for _closing, name in _TAG.findall(match["text"])}
        before = html[: match.start()]
        in_link = before.rfind("<a ") > before.rfind("</a>")
        if not match["text"].strip() or not names <= _INLINE or in_link:
            return match[0]
        notes.append(Note(first + len(notes), match["attributes"], match["text"].strip()))
        return reference(notes[-1])

    return (_NOTE.sub(replaced, html) if "<small" in html else html), notes
