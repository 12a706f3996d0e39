"""The order of names in a list: the one ICU has for the language, the same whichever database holds them.

What is followed is the Unicode Collation Algorithm (UTS #10) with the weights of CLDR's root collation for the letters
that names here are written in. All of a name's letters come before its accents, these before capitals; the parts of a
name are merged level by level, as UTS #35 part 5, "Merged sort keys", has it.
"""

import re
import unicodedata
from itertools import groupby

# The letters that count as letters of their own; any other is one of these with a mark (Ё, Ў and Ї too, but not Й).
ALPHABETS = ("abcdeəfghiıjklmnopqrstuvwxyzþ", "аәбвгґғдђеєжзѕиійјкқлљмнңњоөпрстћуүұфхһцчџшщъыьэюя")
CYRILLIC = 1
FIRST = {"ru": CYRILLIC}  # CLDR puts the script of a language first; root, and so English, begins with Latin

STROKE, JOINED = "\u0338", "\uffff"
# Letters that Unicode does not take apart, though dictionaries do.
TAKEN_APART = {letter: f"{plain}{STROKE}" for letter, plain in zip("øđłħŧ", "odlht", strict=True)} | {
    "æ": f"a{JOINED}e",
    "œ": f"o{JOINED}e",
    "ß": f"s{JOINED}s",
    "ð": f"d{JOINED}",
}
MARKS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304"
SIGNS = " _-‐‑–—,;:!?.'‘’\"“”„«»()[]{}@*/\\&#%+"
SHORT_I = "и\u0306"
END = -1  # of a part of a name: before everything else
BY_CODE_POINT = 10_000  # above any rank in the tables


def order_key(language, *parts):
    """Return what a name is sorted by in a language; ``parts`` in the order they count: family name, given name."""
    letters, marks, capitals = [], [], []
    for part in parts:
        for character, plain, capital in _characters(part):
            if unicodedata.combining(character) or character == JOINED:
                marks.append(1 + _rank(character, MARKS))
            else:
                letters.append(_weight(plain, language))
                marks.append(0)
            capitals.append(capital)
        letters.append((END, 0))
        marks.append(END)
        capitals.append(END)
    return letters, marks, capitals, parts


def lettered(things, language, parts):
    """Return (letter, things) for every letter that something begins with, in the order of a language.

    ``parts`` takes a thing and returns the parts of its name (str), the one it is filed under first.
    """
    filed = sorted(things, key=lambda one: order_key(language, *map(without_quotes, parts(one))))
    return [(letter, list(found)) for letter, found in groupby(filed, key=lambda one: first_letter(parts(one)[0]))]


def first_letter(name):
    """Return the capital a name is filed under: Ё is under Е, É under E; "0–9" for figures, "…" when it has neither."""
    plain = next((plain for _, plain, _ in _characters(without_quotes(name))), "")
    if plain.isdigit():
        return "0–9"
    return plain.upper() if plain.isalpha() else "…"


def without_quotes(name):
    """Return a name from its first letter or figure on: «Валдай» is filed under В."""
    return re.sub(r"^[\W_]+", "", name) or name


def _characters(name):
    """Yield (character, the same in small letters, whether it is a capital), letters and their marks apart."""
    text = unicodedata.normalize("NFD", name.replace("\u00a0", " "))
    for found in re.finditer(rf"{SHORT_I}|.", text, re.IGNORECASE | re.DOTALL):
        small = unicodedata.normalize("NFC", found[0].lower())
        for place, plain in enumerate(TAKEN_APART.get(small, small)):
            yield plain, plain, found[0] != found[0].lower() and not place


def _weight(plain, language):
    """Return what a small letter, figure or sign weighs: signs first, then figures, then letters, script by script."""
    for script, alphabet in enumerate(ALPHABETS):
        if plain in alphabet:
            first = FIRST.get(language) == script
            return (3 if first else 4 + script, alphabet.index(plain))
    if plain.isdigit():
        return (2, unicodedata.digit(plain, 0))
    return (9 if plain.isalpha() else 1, _rank(plain, SIGNS))


def _rank(character, table):
    return table.index(character) if character in table else BY_CODE_POINT + ord(character)
