"""Succession: which paragraphs of a text stayed, and which stand where others stood."""

import re
from bisect import bisect_left

from .paragraphs import keys

_WORDS = re.compile(r"\w+")

# Of the words of two texts, the part they share. Two paragraphs on one subject share up to a third (measured on essays
# in English and Russian); one of which every fifth word was rewritten keeps four fifths.
ALIKE = 0.5

# Of the words of the shorter text, the part the longer one has too, if one was made of the other: cut off or put to it.
# One paragraph in a hundred shares as many with its neighbour by chance.
PART = 0.6


def runs(before, after, same):
    """Yield (gone, new, place) for every run of paragraphs between two that stayed where they were.

    ``before`` and ``after`` are lists of keys, each unique in its list; ``same`` maps those of ``before`` that go on to
    what they are in ``after``. ``gone`` and ``new`` are lists of the keys that ``same`` does not name. ``place`` is the
    number (from 1) of the paragraph of ``after`` that ends the run, or of the last one. Paragraphs that were moved end
    no run: as many as possible count as having stayed.
    """
    places = {key: place for place, key in enumerate(after)}
    pairs = [(place, places[same[key]]) for place, key in enumerate(before) if key in same]
    named = set(same.values())
    i = j = 0
    for stayed, stands in [*_rising(pairs), (len(before), len(after))]:
        gone = [key for key in before[i:stayed] if key not in same]
        new = [key for key in after[j:stands] if key not in named]
        if gone or new:
            yield gone, new, min(stands + 1, len(after))
        i, j = stayed + 1, stands + 1


def _rising(pairs):
    """Return as many of the pairs as can be had with both numbers rising; the first numbers rise already."""
    ends, last, previous = [], [], {}
    for index, (_, number) in enumerate(pairs):
        length = bisect_left(ends, number)
        ends[length:], last[length:] = [number, *ends[length + 1 :]], [index, *last[length + 1 :]]
        previous[index] = last[length - 1] if length else None
    index, found = last[-1] if last else None, []
    while index is not None:
        found.append(pairs[index])
        index = previous[index]
    return found[::-1]


def words(texts, key):
    """Return the words of the paragraph with this key as a set, the second "the" told apart from the first."""
    text = texts.get(key) or texts.get(key.partition(".")[0]) or ""
    return frozenset(keys(_WORDS.findall(text.lower())))


def rewritten(gone, new, texts):
    """Return which of the paragraphs gone are much like which of the new ones, as a dict, the most alike first.

    ``texts`` maps keys to plain texts; a paragraph whose text it does not have is like no other.
    """
    old, fresh = [[(key, words(texts, key)) for key in side] for side in (gone, new)]
    alike = [
        (2 * len(one & other) / (len(one) + len(other)), before, after)
        for before, one in old
        for after, other in fresh
        if one and other
    ]
    found, taken = {}, set()
    for likeness, before, after in sorted(alike, key=lambda pair: -pair[0]):
        if likeness >= ALIKE and before not in found and after not in taken:
            found[before] = after
            taken.add(after)
    return found


def heirs(before, after, texts):
    """Return, for every key of ``after`` in order, the list of those of ``before`` that it goes on with or replaces.

    Of a run that was replaced, each paragraph replaces those whose words it has, or that have its words. Where words do
    not tell, as many as before replace one another in order; if there are more or fewer, all replace all.
    """
    common = set(before).intersection(after)
    stayed = {key: key for key in before if key in common}
    found = {key: [key] if key in common else [] for key in after}
    for gone, new, _ in runs(before, after, stayed):
        for old, key in _replaced(gone, new, texts):
            found[key].append(old)
    return found


def _replaced(gone, new, texts):
    """Return (old, new) pairs: a paragraph and the one it is most alike to, seen from both sides; then the rest."""
    old, fresh = [[(key, words(texts, key)) for key in side] for side in (gone, new)]
    parts = {
        (before, key): len(one & other) / min(len(one), len(other))
        for before, one in old
        for key, other in fresh
        if one and other
    }
    best = {}
    for pair, part in parts.items():
        for key in pair:
            best[key] = max(best.get(key, (part, pair)), (part, pair), key=lambda found: found[0])
    found = {pair for part, pair in best.values() if part >= PART}
    placed = {key for pair in found for key in pair}
    gone, new = ([key for key in side if key not in placed] for side in (gone, new))
    if len(gone) == len(new):
        return [*sorted(found), *zip(gone, new, strict=True)]
    return [*sorted(found), *((before, key) for before in gone for key in new)]
