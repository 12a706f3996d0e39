"""Word by word: what is gone, what is new, what stays."""

import re
from difflib import SequenceMatcher

SAME, GONE, NEW = "same", "gone", "new"


def word_diff(before, after):
    """Return the way from one plain text to another as (kind, text) pairs, kind one of same, gone, new.

    Texts are compared by words, white space and punctuation; joining what is not ``new`` gives ``before``, joining
    what is not ``gone`` gives ``after``.
    """
    old, new = (re.findall(r"\w+|\s+|[^\w\s]", text) for text in (before, after))
    pairs = []
    for operation, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation == "equal":
            pairs.append((SAME, "".join(old[i1:i2])))
            continue
        pairs += [(GONE, "".join(old[i1:i2]))] if i1 < i2 else []
        pairs += [(NEW, "".join(new[j1:j2]))] if j1 < j2 else []
    return pairs
