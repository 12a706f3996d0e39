"""Grammar of figures: what stands around the digits of a number, in each language."""

import re
from dataclasses import dataclass

SPACES = " \u00a0\u202f\u2009"  # also between the thousands of a number
_GAP = rf"[{SPACES}\n-]{{0,2}}"

# Between groups of three digits stands one mark throughout, whichever; a decimal mark may follow. A year has no groups.
_GROUPS = "|".join(rf"(?:{mark}\d{{3}})+" for mark in (f"[{SPACES}]", ",", r"\.", "['’]"))
_NUMBER = rf"(?:[1-9]\d{{0,2}}(?:{_GROUPS})(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"


@dataclass(frozen=True)
class Grammar:
    """How one language writes figures; all but ``thousands`` (a mark) are regular expressions."""

    thousands: str
    decade: str
    ordinal: str
    scale: str
    points: str
    percent: str
    century: str
    hours: str

    @property
    def pattern(self):
        """The expression (compiled) that finds a figure with all that belongs to it."""
        return re.compile(
            rf"(?P<clock>\b\d{{1,2}}:[0-5]\d\b)|(?P<number>{_NUMBER})"
            rf"(?:(?P<decade>{self.decade})|(?P<ordinal>{self.ordinal}))?"
            rf"(?:{_GAP}(?P<scale>{self.scale})\b)?"
            rf"(?:{_GAP}(?:(?P<points>{self.points})|(?P<percent>%|{self.percent})|(?P<century>{self.century})"
            rf"|(?P<hours>{self.hours})))?",
            re.IGNORECASE,
        )


# The letters of "5bn" and "$5m" follow the digits; a scale is known by how it begins, the longer beginning first.
SCALES = {
    "trillion": 12,
    "trn": 12,
    "tn": 12,
    "трлн": 12,
    "триллион": 12,
    "billion": 9,
    "bn": 9,
    "bcm": 9,
    "млрд": 9,
    "миллиард": 9,
    "million": 6,
    "mln": 6,
    "mn": 6,
    "млн": 6,
    "миллион": 6,
    "thousand": 3,
    "тыс": 3,
    "b": 9,
    "m": 6,
    "k": 3,
    "t": 12,
}

GRAMMARS = {
    "en": Grammar(
        thousands=",",
        decade=r"['’]?s\b",
        ordinal=r"(?:st|nd|rd|th)\b",
        scale=r"(?:thousand|million|billion|trillion)s?|trn|tn|bn|bcm|mln|mn|(?<=\d)[kmbt]",
        points=r"percentage[ -]points?\b",
        percent=r"per\s?cent\b|pct\b",
        century=r"centur(?:y|ies)\b",
        hours=r"[ap]\.?m\b",
    ),
    "ru": Grammar(
        thousands="",
        decade=r"-?(?:е|х|ые|ых|ми|ыми)\b",
        ordinal=r"-?(?:й|я|го|му|м|ю|ой|ая|ого|ом|ый)\b",
        scale=r"тыс|тысяч(?!елет)\w*|млн|миллион(?!ер)\w*|млрд|миллиард(?!ер)\w*|трлн|триллион\w*",
        points=r"процентн\w+\s+пункт\w*|п\.\s?п\b",
        percent=r"процент\w*",
        century=r"век(?:а|у|е|ом|ов|ам|ах|ами)?\b|вв?\.|столети\w+",
        hours=r"(?:утра|вечера|дня|ночи)\b",
    ),
}
