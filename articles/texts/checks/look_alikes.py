"""Look-alikes: letters of another alphabet within a word, and characters that cannot be seen."""

import re
import unicodedata

from articles.texts.checks.scripts import CYRILLIC, GREEK, LATIN, script

# Letters that most typefaces draw like one of another alphabet (after the confusables of Unicode's UTS 39): Latin ones
# like Russian, Cyrillic ones of all languages like Latin.
_ALIKE = {
    LATIN: set("ABCEHKMOPTXYaceopxy"),
    CYRILLIC: set("АВСЕНІЈКМОРЅТХУаесіјорѕхуһӏ"),
    GREEK: set("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορυ"),
}
_WORD = re.compile(r"[^\W\d_]+")
_ONE_ALPHABET = re.compile(r"[A-Za-z]+|[А-Яа-яЁё]+")
# Joiners shape letters in Persian, Indian scripts and emoji; beside other letters they do nothing.
_JOINERS = "\u200c\u200d"


def mixed_words(text):
    """Return (word, odd letters, certain) for each word of a plain text that mixes alphabets, in order, each once.

    The odd letters are those of the alphabet with fewer letters in the word, of those that can be mistaken if possible;
    it is certain that they are a mistake if all of them look like letters of another alphabet.
    """
    words = dict.fromkeys(word for word in _WORD.findall(text) if not _ONE_ALPHABET.fullmatch(word))
    return [(word, *_odd(word)) for word in words if len({script(letter) for letter in word} - {""}) > 1]


def _odd(word):
    letters = {}
    for letter in dict.fromkeys(word):
        letters.setdefault(script(letter), []).append(letter)
    letters.pop("", None)
    certain = {alphabet: all(letter in _ALIKE[alphabet] for letter in found) for alphabet, found in letters.items()}
    count = {alphabet: sum(script(letter) == alphabet for letter in word) for alphabet in letters}
    odd = min(letters, key=lambda alphabet: (not certain[alphabet], count[alphabet]))
    return letters[odd], certain[odd]


def invisible(text):
    """Return the characters of a plain text that cannot be seen though they are there, in order, each once.

    Format characters, soft hyphens and fillers count; spaces of any width, and joiners where they join, do not.
    """
    return [
        found
        for found in dict.fromkeys(text)
        if (unicodedata.category(found) == "Cf" or found in "\u115f\u1160\u3164\uffa0\u2800")
        and not (found in _JOINERS and not _beside_letters(text, found))
    ]


def _beside_letters(text, joiner):
    at = text.index(joiner)
    return any(script(neighbour) for neighbour in text[max(0, at - 1) : at] + text[at + 1 : at + 2])
