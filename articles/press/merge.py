"""Merging: two people changed the same version of a manuscript, and what does not overlap is joined by itself.

Snapshots (articles/press/snapshot.py) are taken apart into parts: every field in every language, every topic, the order
of the signatures, and every credit line in every language. A part goes to the one side that changed it. Nothing is
joined within a part: a sentence of one and a sentence of another do not make a paragraph that somebody has read.
"""

from dataclasses import dataclass

from articles.press.snapshot import EMPTY
from authors.languages import columns

FIELDS, TOPICS, BYLINES = "fields", "topics", "bylines"
SIGNATORY = ("role", "language", "author", "organization")


@dataclass(frozen=True)
class Merge:
    """``content``: the snapshot to be saved, mine where both changed a part otherwise.

    ``taken``: names of what came from the other; ``conflicts``: names of what both have changed, and not to the same.
    A name is that of a column, ``topics`` or ``bylines``.
    """

    content: dict
    taken: tuple
    conflicts: tuple


def merge(base, mine, theirs):
    """Return the Merge of two snapshots that were both made from a third.

    ``base`` is None when nobody knows any more what mine was made from; then whatever differs is a conflict.
    """
    before, left, right = parts(base or EMPTY), parts(mine), parts(theirs)
    merged, taken, conflicts = {}, [], []
    for part in dict.fromkeys([*left, *right, *before]):
        old, one, other = before.get(part), left.get(part), right.get(part)
        merged[part] = one
        if one == other or other == old:
            continue
        if one == old:
            merged[part] = other
            taken.append(_name(part))
        else:
            conflicts.append(_name(part))
    content = whole(merged)
    if BYLINES in conflicts:  # a credit line of mine would be lost with a signature that is gone from theirs
        content[BYLINES] = mine[BYLINES]
    return Merge(content, _once(taken, without=conflicts), _once(conflicts))


def changed(before, after):
    """Return the names (columns, ``topics``, ``bylines``) of what two snapshots have otherwise, in their order."""
    old, new = parts(before), parts(after)
    return _once(_name(part) for part in [*new, *old] if (old.get(part) or None) != (new.get(part) or None))


def parts(content):
    """Return a snapshot as a flat dict: (kind, which) → value."""
    found = {(FIELDS, name): value for name, value in content[FIELDS].items()}
    found |= {(TOPICS, slug): True for slug in content[TOPICS]}
    order = []
    for line in content[BYLINES]:
        # Somebody may have typed the same name twice, which is refused later and must not be lost before.
        name = tuple(line[field] for field in SIGNATORY)
        who = (*name, sum(name == other[:-1] for _position, other in order))
        order.append((line["position"], who))
        found |= {(column, who): line[column] for column in columns("credit_line")}
    return found | {(BYLINES, ""): tuple(order)}


def whole(found):
    """Return the snapshot that ``parts`` took apart."""
    return {
        FIELDS: {which: value for (kind, which), value in found.items() if kind == FIELDS},
        TOPICS: sorted(which for (kind, which), there in found.items() if kind == TOPICS and there),
        BYLINES: [
            {"position": position}
            | dict(zip(SIGNATORY, who, strict=False))
            | {column: found.get((column, who)) or "" for column in columns("credit_line")}
            for position, who in found[BYLINES, ""]
        ],
    }


def _name(part):
    kind, which = part
    return which if kind == FIELDS else TOPICS if kind == TOPICS else BYLINES


def _once(names, without=()):
    return tuple(name for name in dict.fromkeys(names) if name not in without)
