"""Breaking a title into lines where no browser does it: in pictures."""

import re
from bisect import bisect_right
from itertools import pairwise

NO_BREAK = "\u00a0"

# Words that may not end a line. Russian sets prepositions, conjunctions and "не" with the word after them (Мильчин,
# Справочник издателя и автора: no one-letter word, and no short preposition of a title, stays behind at a line's end).
LEANING = {
    "en": {"a", "an", "the", "of", "to", "in", "on", "at", "by", "or", "no", "for", "and"},
    "ru": {
        *("а", "без", "в", "во", "да", "для", "до", "за", "и", "из", "или", "изо", "к", "как", "ко", "на", "над"),
        *("не", "ни", "но", "о", "об", "обо", "от", "по", "под", "при", "про", "с", "со", "у", "что"),
    },
}
PARTICLES = {"ru": {"бы", "же", "ли", "ль", "б", "ж"}}  # these lean on the word before
DASHES = {"—", "–", "-"}
INITIAL = re.compile(r"[^\W\d_]\.")


def tied(text, language):
    """Return a text in which no-break spaces stand wherever a line may not end."""
    words = text.split()
    pieces = words[:1]
    for before, word in pairwise(words):
        tie = _leans_on_next(before, language) or _leans_on_last(word, language)
        pieces.append((NO_BREAK if tie else " ") + word)
    return "".join(pieces)


def _leans_on_next(word, language):
    return word.lower().lstrip('«„“"(') in LEANING.get(language, ()) or bool(INITIAL.fullmatch(word)) or word == "№"


def _leans_on_last(word, language):
    return word in DASHES or word.lower().rstrip(".,:;?!»") in PARTICLES.get(language, ())


def fill(text, width, measure):
    """Return the lines (list of str) of a text, each as full as it gets.

    ``measure`` returns the length of a str in the unit of ``width``. A word that is too long for any line is cut.
    """
    return [line.replace(NO_BREAK, " ") for line in _filled(text, width, width, measure)]


def even(text, width, measure):
    """Return as many lines as ``fill`` does, of about the same length."""
    number = len(_filled(text, width, width, measure))
    narrow, wide = width / number / 2, width
    while number > 1 and wide - narrow > width / 100:
        middle = (narrow + wide) / 2
        if len(_filled(text, middle, width, measure)) > number:
            narrow = middle
        else:
            wide = middle
    return [line.replace(NO_BREAK, " ") for line in _filled(text, wide, width, measure)]


def _filled(text, width, widest, measure):
    """Fill lines one after the other; a line that is one word may be as long as ``widest``."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if measure(longer) <= width:
            lines[-1] = longer
        else:
            lines = [*filter(None, lines), *_cut(word, widest, measure)]
    return lines


def _cut(word, width, measure):
    if measure(word) <= width:
        return [word]
    if NO_BREAK in word:  # what is tied together yields before a word is cut in two
        return _filled(word.replace(NO_BREAK, " "), width, width, measure)
    places = range(1, len(word))
    place = max(1, bisect_right(places, width, key=lambda place: measure(word[:place])))
    return [word[:place], *_cut(word[place:], width, measure)]
