"""Names of people and organizations: comparing them, and telling in which language one is spelled."""

import re
import unicodedata

LETTERS = {"en": re.compile("[A-Za-z]"), "ru": re.compile("[Ѐ-ӿ]")}


def fold(name):
    """Return a name as compared: NFC, one case, single spaces, ё as е, any apostrophe or dash as the plain one."""
    text = unicodedata.normalize("NFC", " ".join(name.split())).casefold()
    return text.translate(str.maketrans({"ё": "е", "’": "'", "‑": "-", "–": "-"}))


def language_of(name, language):
    """Return the language a name is marked with among words in ``language``: another if its letters are another's."""
    written = {code for code, letters in LETTERS.items() if letters.search(name)}
    return language if language in written or not written else min(written)


def spelled_otherwise(name, printed, aliases, language):
    """Return (language, name) for names other than ``name``, each once: printed ones, then aliases (one a line)."""
    aliases = [(language_of(alias, language), alias.strip()) for alias in aliases.splitlines()]
    found = {}
    for code, other in [*printed, *aliases]:
        if other and other != name:
            found.setdefault(other, code)
    return [(code, other) for other, code in found.items()]
