"""Word by word: what is gone, what is new, what stays."""

import re
from collections import Counter
from difflib import SequenceMatcher

SAME, GONE, NEW = "same", "gone", "new"

# What a text is taken apart into, from large to small; every unit carries the white space that follows it.
_BLOCKS = re.compile(r".+?(?:\n\s*\n|\Z)", re.DOTALL)
_SENTENCES = re.compile(r".+?(?:[.!?…]\s+|\Z)", re.DOTALL)
_WORDS = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")

# Pairs of equal units in two runs that have nothing in common at their ends: what SequenceMatcher looks through, more
# than once. So many take it about a tenth of a second, and come together in two versions of a paragraph of 2,000 words.
MOST_PAIRS = 100_000


def word_diff(before, after):
    """Return the way from one plain text to another as (kind, text) pairs, kind one of same, gone, new.

    Texts are compared by blocks, then by sentences and by words and punctuation where these differ; a stretch too
    long to compare by words is gone and new as a whole. Joining what is not ``new`` gives ``before``, joining what is
    not ``gone`` gives ``after``; two pairs of one kind never follow one another.
    """
    pairs, gone, new = [], "", ""
    found = [(kind, text) for kind, text in _diff(before, after, (_BLOCKS, _SENTENCES, _WORDS)) if text]
    for kind, text in [*found, (SAME, "")]:
        if kind == GONE:
            gone += text
        elif kind == NEW:
            new += text
        else:
            opening, gone, new, closing = _without_shared_space(gone, new)
            pairs += [(SAME, opening), (GONE, gone), (NEW, new), (SAME, closing + text)]
            gone = new = ""
    return _merged(pairs)


def _diff(before, after, levels):
    """Yield (kind, text) pairs; neighbours may be of one kind, and texts empty."""
    if before == after:
        yield SAME, before
    elif not (levels and before and after):
        yield GONE, before
        yield NEW, after
    else:
        old, new = levels[0].findall(before), levels[0].findall(after)
        for same, i1, i2, j1, j2 in _runs([unit.rstrip() for unit in old], [unit.rstrip() for unit in new]):
            if same:
                for one, other in zip(old[i1:i2], new[j1:j2], strict=True):
                    yield from _space_after(one, other)
            elif i2 - i1 == j2 - j1:  # as many as before: each was most likely rewritten in its place
                for one, other in zip(old[i1:i2], new[j1:j2], strict=True):
                    yield from _diff(one, other, levels[1:])
            else:
                yield from _diff("".join(old[i1:i2]), "".join(new[j1:j2]), levels[1:])


def _space_after(one, other):
    """Yield the pairs for two units that differ in the white space after them at most."""
    end = len(one.rstrip())
    yield SAME, one[:end]
    yield from _diff(one[end:], other[end:], ())


def _runs(old, new):
    """Yield (same, i1, i2, j1, j2) for two lists: if ``old[i1:i2]`` stays as ``new[j1:j2]`` or makes way for it."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    middle, other = old[start : len(old) - end], new[start : len(new) - end]
    yield True, 0, start, 0, start
    if _pairs(middle, other) > MOST_PAIRS:
        yield False, start, len(old) - end, start, len(new) - end
    else:
        for operation, *places in SequenceMatcher(None, middle, other, autojunk=False).get_opcodes():
            yield operation == "equal", *(start + place for place in places)
    yield True, len(old) - end, len(old), len(new) - end, len(new)


def _alike(old, new):
    """Return how many units (or characters) two sequences have in common from the first."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((index for index, (one, other) in pairs if one != other), min(len(old), len(new)))


def _pairs(old, new):
    counts = Counter(new)
    return sum(number * counts[unit] for unit, number in Counter(old).items())


def _without_shared_space(gone, new):
    """Return (white space both begin with, rest of gone, rest of new, white space both end with)."""
    opening = re.match(r"\s*", gone[: _alike(gone, new)])[0]
    gone, new = gone[len(opening) :], new[len(opening) :]
    backwards = gone[::-1]
    closing = re.match(r"\s*", backwards[: _alike(backwards, new[::-1])])[0][::-1]
    return opening, gone.removesuffix(closing), new.removesuffix(closing), closing


def _merged(pairs):
    """Return the pairs that have a text, neighbours of one kind made one."""
    merged = []
    for kind, text in pairs:
        if text and merged and merged[-1][0] == kind:
            merged[-1] = kind, merged[-1][1] + text
        elif text:
            merged.append((kind, text))
    return merged


def shortened(pairs, mark="[…]"):
    """Return a word diff without the paragraphs in which nothing changed, a mark in the place of each run of them."""
    last = len(pairs) - 1
    ends = [(at == 0, at == last) for at in range(len(pairs))]
    return [
        (kind, _ends(text, *end, mark) if kind == SAME else text) for end, (kind, text) in zip(ends, pairs, strict=True)
    ]


def _ends(text, opens, closes, mark):
    """Return what touches a change of a text that stays: its first paragraph, unless it opens the whole; its last."""
    parts = re.split(r"\n\s*\n", text)
    kept = ([] if opens else parts[:1]) + [mark] + ([] if closes else parts[-1:])
    return "\n\n".join(kept) if len(parts) >= len(kept) else text
