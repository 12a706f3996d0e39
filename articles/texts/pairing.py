"""Pairing: which paragraphs of a text and its translation say the same, by length, kind and what is spelled alike.

After W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19
(1993), with two clues more, because paragraphs are few and a missing one has no length to betray it.
"""

import math
import re
from dataclasses import dataclass
from itertools import pairwise

HEADING, LIST = "heading", "list"
_KINDS = {"h2": HEADING, "h3": HEADING, "h4": HEADING, "ul": LIST, "ol": LIST}

# How many paragraphs make how many, and how often (minus the logarithm). Gale and Church's shares for sentences are
# 0.89, 0.0099, 0.089 and 0.011; these recovered more of essays and news in English and Russian of which paragraphs had
# been split, merged, inserted or left out at random.
STEPS = {(1, 1): 0.1, (1, 0): 4.0, (0, 1): 4.0, (2, 1): 3.6, (1, 2): 3.6, (2, 2): 6.0}

# How far a translation's length strays, in characters: a little always, and a part of the length (measured: 0.15).
ASTRAY, ASTRAY_PART = 10, 0.17
LEAST_LIKELY = 10.0  # no length alone says more than that

OTHER_KIND = 5.0  # a list for a paragraph: rather than leaving out both
OTHER_RANK = 20.0  # a heading for what is none: never

# What is spelled alike in both languages: figures, and those words in Latin letters that both texts have. Each that two
# paragraphs share speaks for them, each that one of them lacks against.
_MARKS = re.compile(r"\d+|[A-Za-z]{3,}")
MOST_MARKS = 4

MARGIN = 30  # how many paragraphs away from their proportional place are looked at, besides the difference of counts
RATIOS = 0.75, 1.45  # of the lengths of two languages; outside, a text is not all there


def kind(paragraph):
    """Return what a paragraph is, whatever the rank of a heading or the marks of a list."""
    return _KINDS.get(paragraph.tag, paragraph.tag)


@dataclass(frozen=True)
class _Group:
    """Up to two neighbouring paragraphs: their characters, kind ("" if mixed) and marks (bits of a number)."""

    length: int
    kind: str
    marks: int
    count: int = 1

    def __add__(self, other):
        kind = self.kind if self.kind == other.kind else HEADING if HEADING in (self.kind, other.kind) else ""
        return _Group(self.length + other.length, kind, self.marks | other.marks, self.count + other.count)


def pairing(source, target):
    """Return pairs of lists of indexes (from 0) into two lists of paragraphs, each index once, in order.

    Takes time by the number of cells in a band around the diagonal: for 300 × 300, twice about 18,000.
    """
    ones, others = _groups(source, target), _groups(target, source)
    every = [(list(range(len(source))), list(range(len(target))))]
    roughly = _cheapest(ones, others, _ratio(every, ones, others))
    singles = [row for row in roughly if len(row[0]) == len(row[1]) == 1]
    return _cheapest(ones, others, _ratio(singles, ones, others)) if singles else roughly


def _ratio(rows, ones, others):
    """Return how many characters of the target one of the source makes in some rows."""
    length, other = (
        sum(groups[1][i].length for row in rows for i in row[side]) for side, groups in enumerate((ones, others))
    )
    least, most = RATIOS
    return min(max(other / max(length, 1), least), most)


def _groups(paragraphs, others):
    """Return, by size (1 and 2), what stands at each place."""
    ours, theirs = _marks(paragraphs), _marks(others)
    telling = sorted(mark for mark in ours | theirs if mark.isdigit() or mark in ours & theirs)
    bits = {mark: 1 << place for place, mark in enumerate(telling)}
    single = [_Group(len(p.text), kind(p), sum(bits.get(mark, 0) for mark in _marks([p]))) for p in paragraphs]
    return {1: single, 2: [one + other for one, other in pairwise(single)]}


def _marks(paragraphs):
    return {mark for paragraph in paragraphs for mark in _MARKS.findall(paragraph.text)}


def _cost(one, other, ratio):
    """Return how unlikely it is that one group was translated as the other (minus the logarithm, if only roughly)."""
    expected = one.length * ratio
    astray = abs(other.length - expected) / (ASTRAY + ASTRAY_PART * (other.length + expected) / 2)
    cost = min(-math.log(max(math.erfc(astray / math.sqrt(2)), 1e-300)), LEAST_LIKELY)
    if HEADING in (one.kind, other.kind) and not (one.kind == other.kind and one.count == other.count == 1):
        cost += OTHER_RANK
    elif one.kind != other.kind or not one.kind:
        cost += OTHER_KIND
    missing, shared = (one.marks ^ other.marks).bit_count(), (one.marks & other.marks).bit_count()
    return cost + min(missing, MOST_MARKS) - min(shared, MOST_MARKS)


def _cheapest(ones, others, ratio):
    n, m = len(ones[1]), len(others[1])
    reach = abs(n - m) + MARGIN
    ways = {(0, 0): (0.0, None)}
    for i in range(n + 1):
        middle = i * m // max(n, 1)
        for j in range(max(middle - reach, 0), min(middle + reach, m) + 1):
            found = [ways[0, 0]] if i == j == 0 else []
            for step, cost in STEPS.items():
                a, b = step
                if (i - a, j - b) in ways:
                    cost += ways[i - a, j - b][0]
                    if a and b:
                        cost += _cost(ones[a][i - a], others[b][j - b], ratio)
                    found.append((cost, step))
            ways[i, j] = min(found, key=lambda way: way[0])
    i, j, rows = n, m, []
    while i or j:
        a, b = ways[i, j][1]
        i, j = i - a, j - b
        rows.append((list(range(i, i + a)), list(range(j, j + b))))
    return rows[::-1]
