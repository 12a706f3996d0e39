"""Passages: the running text of a paragraph, and in which language each stretch of it stands."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from articles.texts.blocks import BLOCK_TAGS

STRESS = "\u0301"  # the accent that shows where a Russian word is stressed; it makes no other word of it
_NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|\*{1,3}|[†‡])[\])]?\s*")


@dataclass(frozen=True)
class Passage:
    """A stretch of text without tags; ``language`` is "" where the text's own language holds."""

    text: str
    language: str


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.passages, self.quoted, self._open = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag == "br" or tag in BLOCK_TAGS:
            self._add("\n")
        if tag not in ("br", "hr"):
            language = dict(attrs).get("lang")
            self._open.append((tag, language or (self._open[-1][1] if self._open else "")))
            if tag == "q":
                self.quoted.append("")

    def handle_endtag(self, tag):
        # In clean HTML every tag is closed in its turn; another end tag closes nothing.
        if self._open and self._open[-1][0] == tag:
            self._open.pop()
        if tag in BLOCK_TAGS:
            self._add("\n")

    def handle_data(self, data):
        tag = self._open[-1][0] if self._open else ""
        if tag == "sup" and _NOTE_MARK.fullmatch(data):
            return  # the number of a note is no part of the word or figure before it
        if tag == "q":
            self.quoted[-1] += data
        self._add(data)

    def _add(self, text):
        self.passages.append(Passage(text.replace(STRESS, ""), self._open[-1][1] if self._open else ""))


def _read(html):
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def passages(html):
    """Return the Passages of clean HTML in order, without the marks of notes; a line break ends every block."""
    return _read(html).passages


def running_text(paragraph):
    """Return the text of a Paragraph as it is read aloud: no marks of notes, no stress accents."""
    if "<sup" in paragraph.html:
        return "".join(passage.text for passage in passages(paragraph.html)).strip()
    return paragraph.text.replace(STRESS, "")


def marked_quotations(paragraph):
    """Return what a Paragraph's mark-up says is quoted: the texts of its ``q`` elements, or all of a ``blockquote``."""
    if paragraph.tag == "blockquote":
        return [running_text(paragraph)]
    return _read(paragraph.html).quoted if "<q" in paragraph.html else []
