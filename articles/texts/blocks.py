"""Blocks: an HTML text taken apart into its paragraphs, headings, list items and quotations."""

from dataclasses import dataclass
from html.parser import HTMLParser

BLOCK_TAGS = {"p", "h2", "h3", "h4", "li", "blockquote", "caption", "th", "td"}


@dataclass(frozen=True)
class Block:
    """One block: the tag that holds it, its plain text, and whether other tags stood inside."""

    tag: str
    text: str
    plain: bool = True


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks, self._open, self._text, self._plain = [], [], "", True

    def _finish(self):
        if self._text.strip(" \n\t"):
            self.blocks.append(Block(self._open[-1] if self._open else "", self._text.strip(" \n\t"), self._plain))
        self._text, self._plain = "", True

    def handle_starttag(self, tag, attrs):
        if tag in BLOCK_TAGS:
            self._finish()
            self._open.append(tag)
            self._plain = not attrs
        elif tag == "br":
            self._text += "\n"
            self._plain = False
        elif tag == "small":  # a note: apart from the words around it, as on the page
            self._text += "[" if not self._text or self._text[-1].isspace() else " ["
            self._plain = False
        else:
            self._plain = False

    def handle_endtag(self, tag):
        if tag in BLOCK_TAGS and self._open:
            self._finish()
            self._open.pop()
        elif tag == "small":
            self._text += "]"

    def handle_data(self, data):
        self._text += data


def blocks(html):
    """Return the blocks of a clean HTML text (see articles/texts/html.py), in reading order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader._finish()
    return reader.blocks


def plain_text(html):
    """Return the text alone, a blank line between blocks, notes in square brackets."""
    return "\n\n".join(block.text for block in blocks(html))
