"""A reader's query, read: words, "quoted phrases", and -exclusions. What is no query is refused with a reason."""

import re
from dataclasses import dataclass

from articles.texts.stems import WORD, is_small, stem
from authors.characters import forbidden

LONGEST = 200  # characters: the longest titles are found whole
MOST_WORDS = 20

_QUOTES = str.maketrans(dict.fromkeys("«»„“”‟", '"') | {"−": "-"})
# A minus counts at the beginning of a word: "non-interference" excludes nothing.
_PART = re.compile(r'(?<!\S)(-?)"([^"]*)"|(?<!\S)(-?)(\S+)')


class Unreadable(Exception):
    """A query that is not looked for. ``reason`` is ``long``, ``words`` or ``only_without``."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Query:
    """What to look for, as stems. ``words`` and ``phrases`` have all to be there, ``without`` must not be.

    The words of the phrases stand in ``words`` as well. What is excluded is a tuple of stems: one, or several in a row.
    ``telling`` are the words that a reader wants to see marked: all but the small ones.
    """

    language: str
    words: tuple = ()
    phrases: tuple = ()
    without: tuple = ()
    telling: frozenset = frozenset()

    def __bool__(self):
        return bool(self.words)


def shown(text):
    """Return a query as it can be shown again: not too long, without characters that no text of ours may carry."""
    text = text[:LONGEST]
    return " ".join(text.translate({ord(character): " " for _offset, character in forbidden(text)}).split())


def read(text, language):
    """Return the Query that a reader has typed; an empty one is false. Raises Unreadable.

    Words that say nothing of a text ("the", «и») are passed over outside of phrases, unless there are no others.
    """
    if len(text) > LONGEST:
        raise Unreadable("long")
    wanted, without = [], []
    for part in _PART.finditer(shown(text).translate(_QUOTES)):
        minus, words = (part[1], part[2]) if part[2] is not None else (part[3], part[4])
        if found := WORD.findall(words):
            (without if minus else wanted).append(found)
    if sum(map(len, wanted + without)) > MOST_WORDS:
        raise Unreadable("words")
    if without and not wanted:
        raise Unreadable("only_without")
    wanted = [words for words in wanted if len(words) > 1 or not is_small(words[0], language)] or wanted
    small = {stem(word, language) for words in wanted for word in words if is_small(word, language)}
    stemmed = _stemmed(wanted, language)
    words = tuple(dict.fromkeys(one for words in stemmed for one in words))
    return Query(
        language,
        words=words,
        phrases=tuple(dict.fromkeys(words for words in stemmed if len(words) > 1)),
        without=tuple(dict.fromkeys(_stemmed(without, language))),
        telling=frozenset(words) - small or frozenset(words),
    )


def _stemmed(parts, language):
    stemmed = (tuple(filter(None, (stem(word, language) for word in words))) for words in parts)
    return [words for words in stemmed if words]
