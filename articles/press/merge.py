"""Merging: two people changed the same version of a manuscript, and what does not overlap is joined by itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Merge:
    """``values``: what is to be saved, mine where both changed a field otherwise. ``theirs``: names of the fields that
    were taken from the other. ``conflicts``: those that both have changed, and not to the same.
    """

    values: dict
    theirs: list
    conflicts: list


def merge(base, mine, theirs):
    """Return the Merge of two dicts (name → value) that were both made from a third; all have the same names.

    A field goes to the one side that changed it. Nothing is joined within a field: a sentence of one and a sentence of
    another do not make a paragraph that somebody has read.
    """
    values, taken, conflicts = {}, [], []
    for name, value in mine.items():
        if value == theirs[name] or theirs[name] == base[name]:
            values[name] = value
        elif value == base[name]:
            values[name] = theirs[name]
            taken.append(name)
        else:
            values[name] = value
            conflicts.append(name)
    return Merge(values, taken, conflicts)
