"""Word forms: telling whether two words may be forms of one, for names that no dictionary knows."""

import re
from functools import lru_cache

# A stemmer gives each word one stem, and makes «тимофе» of «Тимофеев» but «тимофеев» of «Тимофеева»: surnames end like
# cases. So a word has every stem its ending allows, and two words may be one when they have a stem in common.
_ENDINGS = {
    "en": "'s ’s s es 's' i is n ns an ans ian ians ean eans e a y i ish ese ic er ers",
    "ru": "а я о е и ы у ю ь й ой ей ий ый ая яя ое ее ие ые ого его ому ему ым им ом ем ою ею ую юю ых их ыми ими "
    "ов ев ам ям ами ями ах ях ью ья ье ьи ию ия ии ием иям иями иях ией",
}
_SHORTEST = {"en": 4, "ru": 3}  # letters of a stem
_FLEETING = re.compile(r"(?<=[^аеёиоуыэюяьй])[еёо](?=[^аеёиоуыэюяьй]\Z)")  # Павел, Павла; Литовец, Литовца

_BY_LENGTH = {language: sorted(set(endings.split()), key=len, reverse=True) for language, endings in _ENDINGS.items()}


@lru_cache(maxsize=20_000)
def stems(word, language):
    """Return every stem (frozenset) that a word in any case may have in a language; the word itself is one."""
    word = word.casefold().replace("ё", "е").replace("’", "'")
    shortest = _SHORTEST.get(language, len(word))
    found = {word}
    for ending in _BY_LENGTH.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            found.add(word[: -len(ending)])
    if language == "ru":
        found |= {_FLEETING.sub("", stem) for stem in found if len(stem) > shortest}
    return frozenset(found)
