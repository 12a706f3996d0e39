"""Paragraphs: the pieces a translation is made of, counted alike at the desk and in the reading room."""

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from .blocks import BLOCK_TAGS, plain_text

KINDS = {"p", "h2", "h3", "h4", "ul", "ol", "blockquote", "table"}
VOID = {"br", "hr"}
BLOCKS = KINDS | BLOCK_TAGS | {"hr", "thead", "tbody", "tr"}

# In clean HTML every tag is closed, and < and > stand nowhere but in tags.
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>")
_SPACE = re.compile(r"[ \t\n\r\f]+")
# White space there shows nowhere: beside what begins or ends a line.
_HIDDEN_SPACE = re.compile(r" ?(</?(?:{})\b[^>]*>) ?".format("|".join(sorted(BLOCKS | {"br"}))))


@dataclass(frozen=True)
class Paragraph:
    """One top-level block of a text: its number (from 1, in reading order), tag, outer HTML and plain text."""

    number: int
    tag: str
    html: str
    text: str

    @cached_property
    def digest(self):
        """Sixteen hexadecimal digits of SHA-256 over the HTML, in NFC and without white space that shows nowhere."""
        html = _HIDDEN_SPACE.sub(r"\1", _SPACE.sub(" ", unicodedata.normalize("NFC", self.html)))
        return hashlib.sha256(html.strip().encode()).hexdigest()[:16]


def pieces(html):
    """Return clean HTML (see articles/texts/html.py) taken apart into (tag, html); joined, the pieces are the text.

    The tag is that of a paragraph: a heading, list, quotation or table counts as one, whatever stands inside. Text that
    stands in no block counts as a ``p``. It is "" for what lies between: rules, white space, blocks without a word.
    """
    found, start, depth, opened = [], 0, 0, ""
    for tag in _TAG.finditer(html):
        closing, name = tag.groups()
        if not depth and not closing and (name in KINDS or name == "hr"):
            found.append(("p", html[start : tag.start()]))
            start, opened = tag.start(), name
        if name not in VOID:
            depth = max(depth + (-1 if closing else 1), 0)
        if not depth and opened:
            found.append((opened if opened in KINDS else "", html[start : tag.end()]))
            start, opened = tag.end(), ""
    found.append((opened or "p", html[start:]))
    return [(tag if _TAG.sub("", piece).replace("&nbsp;", " ").strip() else "", piece) for tag, piece in found if piece]


def paragraphs(html):
    """Return the paragraphs of clean HTML, in reading order; their numbers are those of the addresses readers see."""
    return list(_paragraphs(html))


# A text is taken apart several times for one page, and for one release: the last few are kept.
@lru_cache(maxsize=64)
def _paragraphs(html):
    found = [(tag, in_block(tag, piece)) for tag, piece in pieces(html) if tag]
    return tuple(Paragraph(number, tag, html, plain_text(html)) for number, (tag, html) in enumerate(found, start=1))


def same_text(html, other):
    """Say whether two clean HTML texts differ in nothing but white space that shows nowhere."""
    if html == other:
        return True
    one, two = (
        [Paragraph(0, tag, piece, "").digest for tag, piece in pieces(text) if piece.strip()] for text in (html, other)
    )
    return one == two


def in_block(tag, piece):
    """Return a paragraph's HTML as one block, also if it stood in none.

    It then becomes a ``p``, as it would in a rich-text editor: to open and save a text is no change. A stray piece that
    holds blocks becomes a ``div``, because a ``p`` cannot hold them.
    """
    if piece.startswith(f"<{tag}"):
        return piece
    wrapper = "div" if any(name in BLOCKS for _, name in _TAG.findall(piece)) else "p"
    return f"<{wrapper}>{piece.strip()}</{wrapper}>"


def keys(digests):
    """Return the digests with ``.2``, ``.3`` … after one that has occurred before: unique within a text."""
    seen, unique = Counter(), []
    for digest in digests:
        seen[digest] += 1
        unique.append(digest if seen[digest] == 1 else f"{digest}.{seen[digest]}")
    return unique
