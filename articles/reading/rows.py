"""Rows of two texts side by side: what says the same stands level, and what has no counterpart stands alone."""

from dataclasses import dataclass, replace

from articles.reading.lag import change_of
from articles.reading.pairs import paired, places
from articles.reading.passages import passages
from articles.texts.paragraphs import keys, paragraphs
from articles.texts.places import order


@dataclass(frozen=True)
class Cell:
    """The Passages of one language in a row; without any it is a gap.

    ``change`` says what became of its source since it was translated from the language ``source``: a kind of change
    (articles/texts/lag.py), "" if nothing.
    """

    language: str
    passages: tuple
    change: str = ""
    source: str = ""


@dataclass(frozen=True)
class Row:
    """A Cell for each of two languages, at the first of the addresses of what stands in them."""

    address: str
    cells: tuple

    @property
    def number(self):
        """Its number for readers: "12", "12-2"."""
        return self.address.removeprefix("p")


def rows(both, variant, live, told):
    """Return Rows of a variant of two editions, every paragraph once; no address is on the page twice.

    ``live`` maps languages to the editions whose addresses count (``places``), ``told`` to what their translations are
    Behind (articles/reading/lag.py), None if nothing.
    """
    texts = [[one for one in passages(one.html(variant), places(one, variant, live)) if one.tag] for one in both]
    changes = _changes(both, variant, told)
    found, used = [], set()
    for pair in paired(*both, variant):
        parts = [[text[index] for index in indexes] for text, indexes in zip(texts, pair, strict=True)]
        here = {address for part in parts for one in part for address in one.addresses} - used
        first = min(here, key=order, default="")
        used.add(first)
        cells = [
            Cell(edition.language, tuple(_free(one, used) for one in part), *changes(side, pair))
            for side, (edition, part) in enumerate(zip(both, parts, strict=True))
        ]
        found.append(Row(first, tuple(cells)))
    return found


def _free(passage, used):
    """Return a Passage with the addresses that nothing on the page has yet, and note them as used."""
    left = tuple(address for address in passage.addresses if address not in used)
    used.update(left)
    return replace(passage, addresses=left, before=())


def _changes(both, variant, told):
    """Return a function of a side (0 or 1) and a pair of lists of indexes: the change and source of that Cell."""
    known = [keys(one.digest for one in paragraphs(edition.html(variant))) for edition in both]

    def changes(side, pair):
        edition, other = both[side], both[1 - side]
        behind = told[edition.language]
        if not behind or behind.language != other.language:
            return "", ""
        row = pair[1 - side], [known[side][index] for index in pair[side]]
        return change_of(row, edition.alignment[variant], behind), behind.language

    return changes
