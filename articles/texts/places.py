"""Places: addresses of paragraphs (``p12``) that mean the same passage in every language of a text.

They count the paragraphs of one language, the text the others go by; a paragraph of another has the number of the one
it stands beside. Which stand beside each other, ``pairs`` says (articles/texts/alignment.py).
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Places:
    """The addresses of a text's paragraphs, a tuple for each, none of them twice.

    The first of a tuple is its own; the rest are those of passages that are one paragraph here. ``missing`` maps an
    index to the addresses of passages that are not in this text and would stand before that paragraph (or, if there is
    no such index, at the end): what leads there from another language ends up between the right neighbours.
    """

    found: tuple
    missing: dict = field(default_factory=dict)

    def of(self, index):
        return self.found[index]


def own_places(count):
    """Return the Places of a text that goes by itself."""
    return Places(tuple((f"p{number}",) for number in range(1, count + 1)))


def shared_places(rows, count):
    """Return the Places of a text of ``count`` paragraphs that goes by another one.

    ``rows`` are pairs of lists of indexes (from 0): into the paragraphs of the other text, rising from row to row, and
    of this one, each index once. A split passage goes on as ``p12-2``; what stands in this text alone is counted like
    that to the passage before it (``p0`` before the first).
    """
    found, missing, waiting = {}, defaultdict(list), []
    further, last = Counter(), 0
    for theirs, ours in rows:
        numbers = [index + 1 for index in theirs]
        for place, index in enumerate(ours):
            final = place == len(ours) - 1
            own = numbers[place:] if final else numbers[place : place + 1]
            last = own[-1] if own else last
            found[index] = [f"p{number}" for number in own] or [_further(last, further)]
        if ours:
            missing[ours[0]] += waiting
            waiting = []
        else:
            waiting += [f"p{number}" for number in numbers]
        last = numbers[-1] if numbers else last
    missing[count] += waiting
    return Places(
        tuple(tuple(found[index]) for index in range(count)),
        {index: tuple(names) for index, names in missing.items() if names},
    )


def _further(number, further):
    further[number] += 1
    count = further[number] + (number > 0)
    return f"p{number}-{count}" if count > 1 else f"p{number}"


def order(address):
    """Return what addresses are sorted by: ``p3``, ``p3-2``, ``p4``."""
    number, _, part = address.removeprefix("p").partition("-")
    return int(number), int(part or 1)
