"""Dates: the days and months of a text, comparable between languages and ways of writing."""

import re
from dataclasses import dataclass
from itertools import product

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[0-9]|20)\d\d"
_MONTHS = {
    "en": r"Jan(?:uary|\.)? Feb(?:ruary|\.)? Mar(?:ch|\.)? Apr(?:il|\.)? May Jun(?:e|\.)? Jul(?:y|\.)? Aug(?:ust|\.)? "
    r"Sept?(?:ember|\.)? Oct(?:ober|\.)? Nov(?:ember|\.)? Dec(?:ember|\.)?",
    "ru": "[Яя]нвар(?:[ьяею]|[её]м) [Фф]еврал(?:[ьяею]|[её]м) [Мм]арт(?:а|е|у|ом)? [Аа]прел(?:[ьяею]|ем) "
    "[Мм]а(?:[йяею]|ем) [Ии]юн(?:[ьяею]|ем) [Ии]юл(?:[ьяею]|ем) [Аа]вгуст(?:а|е|у|ом)? [Сс]ентябр(?:[ьяею]|[её]м) "
    "[Оо]ктябр(?:[ьяею]|[её]м) [Нн]оябр(?:[ьяею]|[её]м) [Дд]екабр(?:[ьяею]|[её]м)",
}
_NAMES = {language: [re.compile(rf"\b{name}(?!\w)") for name in names.split()] for language, names in _MONTHS.items()}
_ANY = {language: rf"\b(?:{'|'.join(names.split())})(?!\w)" for language, names in _MONTHS.items()}

# A word for the day's number; what follows a day must not make it an amount: "in May 10 percent".
_TH, _OF_MONTH = r"(?:st|nd|rd|th|-го)?", r"(?:\sof)?"
_UNTIL = r"\s?(?:[–—-]|\b(?:and|or|to|и|или|по|до)\b)\s?"
_DAYS = rf"(?<![\d.,])(?P<day>{_DAY}){_TH}(?:{_UNTIL}(?P<last>{_DAY}){_TH})?"
_NO_AMOUNT = r"(?![\d%]|[.,:]\d|\s(?:%|per\s?cent|thousand|million|billion|trillion))"
_WRITTEN = {
    "en": [
        rf"{_DAYS}{_OF_MONTH}\s(?P<month>{_ANY['en']})(?:,?\s(?P<year>{_YEAR})\b)?",
        rf"(?P<month>{_ANY['en']})\s(?P<day>{_DAY}){_TH}(?:{_UNTIL}(?P<last>{_DAY}){_TH})?\b{_NO_AMOUNT}"
        rf"(?:,?\s(?P<year>{_YEAR})\b)?",
        rf"(?P<month>{_ANY['en']}),?(?:\sof)?\s(?P<year>{_YEAR})\b",
    ],
    "ru": [
        rf"{_DAYS}\s(?P<month>{_ANY['ru']})(?:\s(?P<year>{_YEAR})(?:-?го)?\b(?:\s(?:года?\b|году\b|г\.))?)?",
        rf"(?P<month>{_ANY['ru']})\s(?P<year>{_YEAR})(?:-?го)?\b(?:\s(?:года?\b|году\b|г\.))?",
    ],
}
_NUMERIC = re.compile(
    r"\b(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<day>\d\d?)(?P<mark>[./])(?P<month>\d\d?)(?P=mark)(?P<year>\d{4})"
    r"|(?P<september>9/11))\b"
)
_PATTERNS = {language: [re.compile(pattern) for pattern in patterns] for language, patterns in _WRITTEN.items()}


_MASKS = list(product((True, False), repeat=3))


@dataclass(frozen=True)
class Date:
    """A date as written, where it starts and ends, and its readings: (year, month, day), None for what is not said."""

    written: str
    start: int
    end: int
    readings: frozenset


class Calendar:
    """The dates of a text, to be asked about those of another; however many there are, an answer takes as long."""

    def __init__(self):
        self._known = set()  # what each reading gives (three times True or False), and itself with less and less of it

    def add(self, date):
        """Note a Date."""
        for reading in date.readings:
            given = tuple(part is not None for part in reading)
            self._known |= {(given, _masked(reading, mask)) for mask in _MASKS}

    def holds(self, date):
        """Say whether a date here says everything that another Date says."""
        return any((given, reading) in self._known for reading in date.readings for given in _MASKS)

    def may_hold(self, date):
        """Say whether a date here may mean the day another Date means, either of them perhaps less exactly."""
        return any(
            (given, _masked(reading, given)) in self._known for reading in date.readings for given in _MASKS if given[1]
        )


def _masked(reading, mask):
    return tuple(part if shown else None for part, shown in zip(reading, mask, strict=True))


def dates(text, language):
    """Return the Dates of a plain text that name a month, with its day, its year or both, in order."""
    found, taken = [], set()
    written = _PATTERNS.get(language, ()) if language in _ANY and re.search(_ANY[language], text) else ()
    for pattern in (_NUMERIC, *written):
        for match in pattern.finditer(text):
            days = range(match.start(), match.end())
            readings = _numeric(match) if pattern is _NUMERIC else _named(match, language)
            if readings and taken.isdisjoint(days):
                taken.update(days)
                found.append(Date(match[0].strip(), match.start(), match.end(), readings))
    return sorted(found, key=lambda date: date.start)


def months(text, language):
    """Return the numbers of the months a plain text names."""
    found = re.findall(_ANY[language], text) if language in _ANY else ()
    return {_month(name, language) for name in set(found)}


def _month(name, language):
    return next(number for number, form in enumerate(_NAMES[language], start=1) if form.fullmatch(name))


def _numeric(match):
    if match["september"]:
        return frozenset({(None, 9, 11)})
    if match["y"]:
        readings = {(int(match["y"]), int(match["m"]), int(match["d"]))}
    else:
        year, first, second = (int(match[part]) for part in ("year", "day", "month"))
        # With slashes, Americans put the month first, and nobody can tell.
        readings = {(year, second, first)} | ({(year, first, second)} if match["mark"] == "/" else set())
    return frozenset((year, month, day) for year, month, day in readings if 1 <= month <= 12 and 1 <= day <= 31)


def _named(match, language):
    said = match.groupdict()
    month = _month(said["month"], language)
    year = int(said["year"]) if said["year"] else None
    days = [int(day) for day in (said.get("day"), said.get("last")) if day] or [None]
    return frozenset((year, month, day) for day in days)
