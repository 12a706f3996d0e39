"""Spaces that do not break, and dashes, in one line of text: each sign in the place of one, so that lengths stay."""

import re

from .words_together import binds

NO_BREAK = "\u00a0"  # CLDR has it between the groups of a number as well, in Russian and beside units
_SPACE = re.compile(r"(\s)")
_DASH = {"en": "–", "ru": "—"}  # between words, with spaces around it

# 1941-1945, 2014-18, 5-7; but no date (2019-06-13), telephone number, version or name (С-400, COVID-19).
_RANGE = re.compile(r"(?<![\w.,:/+–-])(\d{1,4})-(\d{1,4})(?![\w/:–-]|[.,]\d)")
_CENTURIES = re.compile(r"(?<![\w-])([IVXХ]+)-([IVXХ]+)(?![\w-])")


def spaced(line, language):
    """Return a line (str) with the dashes of a language, and no-break spaces where words belong together."""
    pieces = _SPACE.split(line)  # words and single spaces by turns; there is an empty word between two spaces
    words = pieces[::2]
    for at, word in enumerate(words):
        if word == "-":
            words[at] = _between(words, at, language)
        elif "-" in word:
            words[at] = _ranges(word, language)
    pieces[::2] = words
    for at, space in enumerate(pieces[1::2]):
        if space == " " and binds(words, at, language):
            pieces[2 * at + 1] = NO_BREAK
    return "".join(pieces)


def _between(words, at, language):
    """Return what stands for a hyphen between spaces: a dash between words, itself where it may be a minus."""
    before, after = (words[at - 1] if at else ""), (words[at + 1] if at + 1 < len(words) else "")
    sums = before[-1:].isdigit() and after[:1].isdigit()
    return "-" if sums or not before or not after else _DASH.get(language, "–")


def _ranges(word, language):
    word = _RANGE.sub(_range, word)
    return _CENTURIES.sub(r"\1–\2", word) if language == "ru" else word


def _range(match):
    """Return a range with its dash; what does not go up, such as a score or half and half, is none."""
    first, last = match.groups()
    whole = first[: -len(last)] + last if len(last) < len(first) else last
    return f"{first}–{last}" if int(whole) > int(first) else match[0]
