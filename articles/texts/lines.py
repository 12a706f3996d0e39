"""The lines of a file: UTF-8, readable characters, NFC."""

import unicodedata
from typing import NamedTuple

from django.utils.translation import gettext as _

from authors.characters import describe, forbidden

# Longer marks first: that of UTF-32 begins like that of UTF-16.
_OTHER_ENCODINGS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


class Line(NamedTuple):
    """A line of a file: its number, counted from 1, and its text without white space around it."""

    number: int
    text: str

    @property
    def blank(self):
        """Whether nothing of it can be seen: white space and signs without width only."""
        return all(sign.isspace() or unicodedata.category(sign) == "Cf" for sign in self.text)


def read_lines(data, report):
    """Return the lines (list of Line) of a file's bytes, noting unreadable ones in the report.

    Lines end with LF or CRLF; a byte order mark at the start is passed over. The list is empty when lines cannot be
    told apart, or nothing is there. Forbidden characters are noted and replaced by U+FFFD, so that messages can
    quote the line safely.
    """
    text = _decode(data, report)
    if text is None:
        return []
    raw = [line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n")]
    for number, line in enumerate(raw, start=1):
        if "\r" in line:
            report.refuse(number, _("lines that end with LF or CRLF"), _found("\r", line.index("\r")))
            return []
    lines = [_readable(number, line, report) for number, line in enumerate(raw, start=1)]
    while lines and lines[-1].blank:
        lines.pop()
    if not lines:
        report.refuse(1, _("a document"), _("an empty file"))
    return lines


def _decode(data, report):
    for mark, encoding in _OTHER_ENCODINGS.items():
        if data.startswith(mark):
            report.refuse(1, "UTF-8", encoding)
            return None
    try:
        place = data.index(b"\0") if b"\0" in data else None  # text in UTF-8 has none, text in UTF-16 is full of them
        if place is None:
            return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start
    found = _("byte 0x%(byte)02X at offset %(offset)d of the file") % {"byte": data[place], "offset": place}
    report.refuse(data.count(b"\n", 0, place) + 1, "UTF-8", found)
    return None


def _readable(number, line, report):
    for character, offset in {character: offset for offset, character in reversed(forbidden(line))}.items():
        report.refuse(number, _("readable characters"), _found(character, offset))
        line = line.replace(character, "\ufffd")
    return Line(number, unicodedata.normalize("NFC", line).strip())


def _found(character, offset):
    return _("%(character)s at character %(place)d of the line") % {
        "character": describe(character),
        "place": offset + 1,
    }
