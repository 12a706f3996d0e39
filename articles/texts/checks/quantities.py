"""Quantities: the numbers of a text, each with every value it may be read as, comparable between languages."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from articles.texts.checks.grammar import GRAMMARS, SCALES, SPACES

PLAIN, PERCENT, POINTS, DECADE, CENTURY, CLOCK = "", "%", "points", "decade", "century", "clock"
LONGEST = 24  # digits and marks; what is longer is no quantity, and compared as it is written

_PATTERNS = {language: grammar.pattern for language, grammar in GRAMMARS.items()}
_WEB_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_CENTURY = re.compile(r"\b([IVXХ]{1,6})\b(?:\s?(?:[–—-]|и|and|,)\s?([IVXХ]{1,6})\b)?\s(?:век|вв?\.|столет|centur)")
_ROMAN = {"I": 1, "V": 5, "X": 10, "Х": 10}  # the last is Cyrillic, which many keyboards give
_BETWEEN = re.compile(r"\s?[–—-]\s?|,?\s(?:to|and|or|до|и|или)\s|,\s")
_UNTIL = re.compile(r"[–—/-]")
_TIME = re.compile(r"(?:1?\d|2[0-4])(?:\.[0-5]\d)?")
_DESIGNATION = re.compile(r"(?:[A-ZА-ЯЁ]\w{0,9}-?|[^\W\d_])\Z")


@dataclass(frozen=True)
class Quantity:
    """A number as written, where it starts, and its readings: (unit, Decimal) pairs.

    ``scale`` is the power of ten a word adds (6 for "million"), ``mantissas`` the values before it. ``firm`` is False
    for digits in a designation, such as "G20" or «С-400», which are names rather than amounts.
    """

    written: str
    start: int
    end: int
    readings: frozenset
    mantissas: frozenset = frozenset()
    unit: str = PLAIN
    scale: int = 0
    firm: bool = True

    def agrees(self, other):
        """Say whether both may be the same number."""
        return not self.readings.isdisjoint(other.readings)


def blank(text, spans):
    """Return the text with the (start, end) spans in it replaced by full stops, all else in its place."""
    pieces, last = [], 0
    for start, end in spans:
        pieces += [text[last:start], "." * (end - start)]
        last = end
    return "".join([*pieces, text[last:]])


def quantities(text, language):
    """Return the Quantities of a plain text, in order: figures only, no number words (see number_words)."""
    text = blank(text, [address.span() for address in _WEB_ADDRESS.finditer(text)])
    centuries = list(_centuries(text))
    text = blank(text, [(found.start, found.end) for found in centuries])
    pattern = _PATTERNS.get(language, _PATTERNS["en"])
    found = [_quantity(match, text, language) for match in pattern.finditer(text)]
    for place in range(len(found) - 2, -1, -1):  # from the end, as "20, 30 and 40 percent" hand their unit on
        found[place], found[place + 1] = _joined(found[place], found[place + 1], text)
    return sorted([*found, *centuries], key=lambda quantity: quantity.start)


def _quantity(match, text, language):
    written = match[0].rstrip(SPACES + "\n-.")
    start, end = match.start(), match.start() + len(written)
    if match["clock"] or (match["hours"] and _TIME.fullmatch(match["number"])):
        return Quantity(written, start, end, _clock(match["clock"] or match["number"]))
    values = _values(match["number"], language)
    word = (match["scale"] or "").lower()
    scale = next((power for beginning, power in SCALES.items() if word.startswith(beginning)), 0)
    units = {PERCENT: match["percent"], POINTS: match["points"], CENTURY: match["century"]}
    unit = next((unit for unit, said in units.items() if said), PLAIN)
    readings = {(unit, _scaled(value, scale)) for value in values}
    if len(word) == 1:  # "5m" may be metres
        readings |= {(unit, value) for value in values}
    if match["decade"] and not word:
        readings = _decade(values) or readings
    firm = not _DESIGNATION.search(text[max(0, start - 12) : start]) and not (
        not word and text[end : end + 1].isalpha() and text[end].isupper()
    )
    return Quantity(written, start, end, frozenset(readings), frozenset(values), unit, scale, firm)


def _values(number, language):
    """Return what digits with marks may mean (list of Decimal)."""
    if len(number) > LONGEST:
        return [number]
    digits = re.sub(rf"[{SPACES}'’]", "", number)
    marks = [character for character in digits if character in ".,"]
    joined = Decimal(re.sub("[.,]", "", digits))
    if not marks:
        return [joined]
    head, _, tail = digits.rpartition(marks[-1])
    pointed = Decimal(f"{re.sub('[.,]', '', head)}.{tail}")
    if len(marks) > 1:
        return [joined if marks[0] == marks[-1] else pointed]
    if len(tail) != 3 or len(head) > 3 or head.startswith("0") or len(digits) < len(number):
        return [pointed]
    thousands = GRAMMARS[language].thousands if language in GRAMMARS else ""
    return ([joined] if marks[0] == thousands else [pointed]) if thousands else [pointed, joined]


def _scaled(value, scale):
    return value.scaleb(scale) if isinstance(value, Decimal) else f"{value}e{scale}"


def _decade(values):
    """Return the readings of "1990s", or of "90s", which may also be a place in a row; none for other numbers."""
    readings = set()
    for value in values:
        if isinstance(value, Decimal) and (10 <= value < 100 or 1000 <= value <= 2100) and value % 10 == 0:
            readings |= {(DECADE, value if value > 100 else 1900 + value), (PLAIN, value % 100)}
    return readings


def _clock(written):
    """Return the readings of a time of day, the same for both halves of the day; a full hour may be a bare number."""
    hour, minute = map(int, re.split("[.:]", f"{written}:0")[:2])
    readings = {(CLOCK, hour % 12 * 60 + minute)}
    if not minute:
        readings |= {(PLAIN, Decimal(hour)), (PLAIN, Decimal(hour + 12))}
    return frozenset(readings)


def _centuries(text):
    for match in _CENTURY.finditer(text):
        for group in (1, 2) if match[2] else (1,):
            digits = [_ROMAN[letter] for letter in match[group]]
            signed = [-one if one < following else one for one, following in zip(digits, [*digits[1:], 0], strict=True)]
            readings = frozenset({(CENTURY, Decimal(sum(signed)))})
            yield Quantity(match[group], match.start(group), match.end(group), readings, unit=CENTURY)


def _joined(one, following, text):
    """Return two neighbours; what is said after "2–3 million" may hold for both, and "2016–18" are two years."""
    between = text[one.end : following.start]
    if one.unit == PLAIN and not one.scale and (following.unit or following.scale) and _BETWEEN.fullmatch(between):
        handed = {(following.unit, _scaled(value, following.scale)) for value in one.mantissas}
        one = replace(one, readings=one.readings | handed, unit=following.unit, scale=following.scale)
    first, second = one.written, following.written
    if len(first) == 4 and len(second) == 2 and (first + second).isdigit() and _UNTIL.fullmatch(between):
        following = replace(following, readings=following.readings | {(PLAIN, Decimal(first[:2] + second))})
    return one, following
