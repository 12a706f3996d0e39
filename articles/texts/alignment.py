"""Alignment: which paragraphs of the source each paragraph of a translation was made from."""

from dataclasses import dataclass, replace

from .lag import CHANGED, changes
from .pairing import kind, pairing
from .paragraphs import keys
from .succession import heirs


@dataclass(frozen=True)
class Row:
    """Paragraphs of the source, by their keys, and those of the translation that were made from them.

    A translated paragraph stands in one row. One that was made from nothing stands in a row without a source; a
    paragraph of the source that was not translated stands in none.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]


def propose(source, target):
    """Return rows for two lists of paragraphs, in order: one to one if all kinds agree, else as ``pairing`` finds."""
    if [kind(paragraph) for paragraph in source] == [kind(paragraph) for paragraph in target]:
        found = [([place], [place]) for place in range(len(source))]
    else:
        found = pairing(source, target)
    ones, others = (keys(paragraph.digest for paragraph in side) for side in (source, target))
    return [Row(tuple(ones[i] for i in left), tuple(others[j] for j in right)) for left, right in found if right]


def carry(rows, before, after, texts=None):
    """Return the rows after the translation was edited, in its order: every key of ``after`` in one of them.

    ``before`` and ``after`` are the keys of the translation; ``texts`` maps keys to plain texts as far as they are
    known. An unchanged paragraph stays in its row, wherever it was moved. What took the place of others inherits their
    rows, which become one if it is one paragraph. What is merely new has no source; a row that lost all its paragraphs
    is dropped. Which paragraphs of the source a row was made from never changes.
    """
    stood = {key: place for place, row in enumerate(rows) for key in row.target}
    groups = []
    for number, olds in enumerate(heirs(before, after, texts or {}).values()):
        places, targets = {stood[old] for old in olds if old in stood}, {number}
        joined = [index for index, group in enumerate(groups) if group[0] & places]
        for index in reversed(joined):
            group = groups.pop(index)
            places, targets = places | group[0], targets | group[1]
        groups.insert(joined[0] if joined else len(groups), (places, targets))
    return [
        Row(
            _once(key for place in sorted(places) for key in rows[place].source),
            tuple(after[number] for number in sorted(targets)),
        )
        for places, targets in groups
    ]


def link(rows, source, target):
    """Return rows in which these paragraphs stand together, and nowhere else; without any target, only the latter."""
    source, target = _once(source), _once(target)
    left = [_without(row, source, target) for row in rows]
    place = next((i for i, row in enumerate(rows) if set(row.target) & set(target)), len(rows))
    return [row for row in [*left[:place], Row(source, target), *left[place:]] if row.target]


def unlink(rows, target):
    """Return rows in which each of these paragraphs of the translation stands by itself, made from nothing."""
    target, left = set(target), []
    for row in rows:
        left.append(_without(row, (), target))
        left += [Row((), (key,)) for key in row.target if key in target]
    return [row for row in left if row.target]


def pairs(rows, source, target, texts=None):
    """Return what stands side by side, as lists of indexes (from 0) into the keys of both texts, each index once.

    In the order of the source, and of the translation where rows do not cross. A paragraph without a twin stands
    alone: ([i], []) or ([], [j]). A paragraph of the source that was rewritten since keeps its place (see ``changes``).
    """
    made_from = _once(key for row in rows for key in row.source)
    now = {change.before: change.after for change in changes(made_from, source, texts) if change.kind == CHANGED}
    left, right = ({key: place for place, key in enumerate(side)} for side in (source, target))
    found, alone = [], []
    for row in rows:
        ones = sorted(left.pop(key) for key in _once(now.get(key, key) for key in row.source) if key in left)
        others = sorted(right.pop(key) for key in row.target if key in right)
        if ones and others:
            found.append((ones, others))
        else:
            found += [([i], []) for i in ones]
            alone += others
    found = sorted([*found, *(([i], []) for i in left.values())])
    for j in sorted([*alone, *right.values()]):
        place = next((place for place, pair in enumerate(found, start=1) if j - 1 in pair[1]), 0)
        found.insert(place, ([], [j]))
    return found


def _once(found):
    return tuple(dict.fromkeys(found))


def _without(row, source, target):
    kept = (tuple(key for key in side if key not in out) for side, out in ((row.source, source), (row.target, target)))
    return replace(row, **dict(zip(("source", "target"), kept, strict=True)))
