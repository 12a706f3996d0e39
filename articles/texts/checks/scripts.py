"""Scripts: which alphabet a letter belongs to, and which one a language is written in."""

import unicodedata
from functools import lru_cache

LATIN, CYRILLIC, GREEK = "LATIN", "CYRILLIC", "GREEK"
OF_LANGUAGE = {"en": LATIN, "ru": CYRILLIC}


@lru_cache(maxsize=4096)
def script(character):
    """Return LATIN, CYRILLIC or GREEK for a letter of that alphabet, "" for all else."""
    if not character.isalpha():
        return ""
    name = unicodedata.name(character, "").partition(" ")[0]
    return name if name in (LATIN, CYRILLIC, GREEK) else ""


def foreign_to(language):
    """Return the script, of Latin and Cyrillic, that a language is not written in; "" for a language unknown here."""
    return {LATIN: CYRILLIC, CYRILLIC: LATIN}.get(OF_LANGUAGE.get(language), "")
