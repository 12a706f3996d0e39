"""Names: the words a text writes with capitals, and whether another text has them in any case."""

import re

from articles.texts.checks.passages import running_text
from articles.texts.checks.word_forms import stems

HEADINGS = {"h2", "h3", "h4"}  # English headings write every word with a capital

_WORD = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*")
# What may stand between two words of one name: a space, an initial's dot.
_WITHIN = re.compile(r"\.?[ \u00a0]")
# What ends no sentence though a dot follows: initials, titles and abbreviations before a name.
_BEFORE_NAMES = re.compile(
    "mrs?|ms|[ds]r|prof|st|sen|rep|gen|gov|lt|col|vs|no|гг?|им|т|ул|пр|акад|проф|ген|см|ст", re.I
)
_CALENDAR = re.compile(
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|(?:mon|tues|wednes|thurs|fri|satur|sun)days?",
    re.IGNORECASE,
)


def names(paragraph, language):
    """Return the names of a Paragraph (str as written, in order): capitalised words that do not open a sentence."""
    if paragraph.tag in HEADINGS:
        return []
    text, found, end = running_text(paragraph), [], -1
    opening, last = True, ""
    for word in _WORD.finditer(text):
        between = text[end : word.start()] if end >= 0 else ""
        opening = end < 0 or _opens_sentence(between, last)
        if word[0][0].isupper() and not opening and not _CALENDAR.fullmatch(word[0]):
            if found and found[-1][1] == end and _WITHIN.fullmatch(between):
                found[-1][1] = word.end()
            else:
                found.append([word.start(), word.end()])
        end, last = word.end(), word[0]
    return [text[start:end] for start, end in found if end > start + 1]  # a letter alone is no name


def _opens_sentence(between, last):
    marks = between.strip()
    if not marks:
        return "\n" in between
    if marks == "." and (len(last) == 1 or _BEFORE_NAMES.fullmatch(last)):
        return False
    return not all(mark in ",;()-–/’'" for mark in marks)


class Names:
    """The words of a text (list of Paragraphs), in which names are looked for."""

    def __init__(self, paragraphs, language):
        words = [word for paragraph in paragraphs for word in _WORD.findall(running_text(paragraph))]
        self._language = language
        self._stems = frozenset().union(*(stems(word, language) for word in set(words)))
        self._initials = "".join(word[0] for word in words).casefold()

    def include(self, name):
        """Say whether every word of a name stands in the text in some form, or its initials stand for it."""
        words = [word for word in _WORD.findall(name) if len(word) > 1]
        initials = "".join(word[0] for word in words)
        return all(self._has(word) for word in words) or (len(words) > 1 and self._has_form(initials))

    def _has(self, word):
        parts = re.split("[-‑]", word)
        return (
            self._has_form(word)
            or (len(parts) > 1 and all(self._has(part) for part in parts))
            or (word.isupper() and word.casefold() in self._initials)
        )

    def _has_form(self, word):
        return not self._stems.isdisjoint(stems(word, self._language))
