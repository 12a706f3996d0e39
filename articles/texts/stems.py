"""Words as search compares them: one form for "meddled" and "meddling", for «вмешательства» and «вмешательство».

The stems are Snowball's (snowballstem.org). They are made here, once, and neither database has a part in it: that is
why both find the same.
"""

import re
import unicodedata
from functools import lru_cache
from threading import local

import Stemmer

# What stems the words of a language, and the script it is written in. Every language of the site has a line here.
ALGORITHMS = {"en": ("english", "LATIN"), "ru": ("russian", "CYRILLIC")}

LONGEST_WORD = 40  # characters; what is longer is no word but an address or a slip, and is compared by its beginning
# A letter or digit, then more of them; inside stand accents, soft hyphens and apostrophes.
WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad]|['’ʼ](?=[^\W_]))*")
_ALIKE = str.maketrans({"ё": "е", "’": "'", "ʼ": "'", "\u00ad": None, "\u0301": None, "\u0300": None})

# Snowball takes the end of many nouns for an ending in some of their forms only: of «Тимофеев», «случай», «Иран»,
# «режим» and «обмен», and not of «Тимофеева», «случая», «Ираном», «режима» and «обменом». Cutting once more brings the
# forms of such a word together.
_ENDS = "[ая][лн]?|ен?|и[лмт]"
_ONCE_MORE = re.compile(rf"(?<=..)(?:(?:{_ENDS})(?:[ое]в)?|[ое]в)$")
_BUT_OV = re.compile(rf"(?<=..)(?:{_ENDS})$")  # «любовь» is no «любой»

# Given names whose forms lose a vowel, or which Snowball takes for something else.
_FORMS = {
    "лев": "льва льву львом льве",
    "павел": "павла павлу павлом павле",
    "любовь": "любови любовью любви",
    "артем": "артема артему артемом артеме",
}
_NAMES = {form: name for name, forms in _FORMS.items() for form in [name, *forms.split()]}

# Words that stand in every text and say nothing of it: a query goes without them unless it has no other words.
SMALL = {
    "en": "a an and are as at be by can did do does for from had has have how if in into is it its of on or s so that"
    " the their there these they this to was were what when where which who why will with",
    "ru": "а без бы в во для до ее его если за и из или их к как какой когда кто ли между на над не но о об от по под"
    " почему при про с со так такой то только у уже чем что чтобы эта эти это этот",
}

_stemmers = local()  # a stemmer keeps the word it works on, so every thread needs its own


def fold(word):
    """Return a word in one case, ё as е, without stress marks, soft hyphens and the accents of Latin letters."""
    word = unicodedata.normalize("NFC", word).casefold().translate(_ALIKE)
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    if any(_is_latin(character) for character in word):
        apart = "".join(character for character in apart if not unicodedata.combining(character))
    return unicodedata.normalize("NFC", apart)


@lru_cache(maxsize=100_000)
def stem(word, language):
    """Return the stem of a word of a text in a language; a word in another script is stemmed as that script's language.

    The stem holds letters and digits only.
    """
    word = fold(word)[:LONGEST_WORD]
    algorithm = _algorithm(word, language)
    if word in _NAMES:
        return _NAMES[word]
    found = _stemmer(algorithm).stemWord(word) if algorithm else word
    if algorithm == "russian":
        ending = _BUT_OV if word.startswith("ь", len(found)) else _ONCE_MORE
        found = ending.sub("", found).rstrip("ь")
    return "".join(character for character in found if character.isalnum())


def stems(text, language):
    """Return the stems of a text's words, in order."""
    found = (stem(word, language) for word in WORD.findall(text))
    return [one for one in found if one]


def is_small(word, language):
    """Say whether a word is one of those that say nothing of a text."""
    return fold(word) in _SMALL.get(language, ())


_SMALL = {language: frozenset(words.split()) for language, words in SMALL.items()}


def _is_latin(character):
    return not character.isascii() and unicodedata.name(character, "").startswith("LATIN")


def _algorithm(word, language):
    """Return the algorithm for a word: the language's own if it is in its script, else the first one for its script."""
    script = "CYRILLIC" if "\u0400" <= word[:1] <= "\u052f" else "LATIN"
    candidates = [ALGORITHMS[language], *ALGORITHMS.values()] if language in ALGORITHMS else ALGORITHMS.values()
    return next((name for name, written_in in candidates if written_in == script), None)


def _stemmer(algorithm):
    if not hasattr(_stemmers, algorithm):
        setattr(_stemmers, algorithm, Stemmer.Stemmer(algorithm))
    return getattr(_stemmers, algorithm)
