"""Lag: what has changed in the text a translation was made from."""

from dataclasses import dataclass
from itertools import zip_longest

from .paragraphs import keys
from .succession import rewritten, runs

CHANGED, ADDED, REMOVED = "changed", "added", "removed"


@dataclass(frozen=True)
class Change:
    """One paragraph of the source that is not what the translation was made from.

    ``before`` and ``after`` are its keys then and now, "" where there is none; ``number`` is its number now (from 1),
    None if it was removed; ``place`` is the number of the paragraph to point at: itself, or the one that now stands
    where it was removed (0 if none is left).
    """

    kind: str
    before: str
    after: str
    number: int | None
    place: int


def changes(made_from, current, texts=None):
    """Return the changes from the paragraphs a translation was made from to those that stand there now, in order.

    Both are lists of keys (articles/texts/paragraphs.py) in the order of their text; ``texts`` maps keys to plain texts
    as far as they are known. What was rewritten is one change: it is known by its words, wherever it stands now, or by
    having taken the place of another. A paragraph that was only moved is no change: its translation is still right.
    """
    return _changes(made_from, current, set(current).difference(made_from), texts or {})


def since(base, live, made_from):
    """Return what readers of a translation have to be told of: the changes that the translator cannot have seen.

    ``base`` are the keys of the source edition that was public when the translation was published, ``live`` those of
    the one that is now; ``made_from`` are the keys the translation was made from, which may be ahead of ``base``. What
    was removed counts only if the translation was made from it.
    """
    found = _changes(base, live, set(live).difference(base, made_from), {})
    return [change for change in found if change.kind != REMOVED or change.before in made_from]


def _changes(before, after, new, texts):
    numbers = {key: number for number, key in enumerate(after, start=1)}
    gone = [key for key in before if key not in numbers]
    found = rewritten(gone, [key for key in after if key in new], texts)
    same = {key: key for key in before if key in numbers} | found
    pairs = list(found.items())
    removed = []
    for old, fresh, place in runs(before, after, same):
        for one, other in zip_longest(old, [key for key in fresh if key in new]):
            if other:
                pairs.append((one or "", other))
            else:
                removed.append(Change(REMOVED, one, "", None, place))
    changed = [Change(CHANGED if b else ADDED, b, a, numbers[a], numbers[a]) for b, a in pairs]
    return sorted([*removed, *changed], key=lambda change: change.place)


def roots(digests, same):
    """Return the keys of digests after each was replaced by the one it is only a minor rewrite of.

    ``same`` maps a digest to the one before the minor change. Of a circle (a change and its undoing) every digest has
    the same root.
    """
    return keys(_root(digest, same) for digest in digests)


def _root(digest, same):
    passed = []
    while digest in same and digest not in passed:
        passed.append(digest)
        digest = same[digest]
    return min(passed[passed.index(digest) :]) if digest in passed else digest
