"""Names of people and organizations: comparing and sorting them."""

import unicodedata


def fold(name):
    """Return a name as compared: NFC, one case, single spaces, ё as е, any apostrophe or dash as the plain one."""
    text = unicodedata.normalize("NFC", " ".join(name.split())).casefold()
    return text.translate(str.maketrans({"ё": "е", "’": "'", "‑": "-", "–": "-"}))


def sort_key(name):
    """Return a key that sorts names as a reader expects: case and ё aside, then the exact spelling."""
    return (fold(name), name)
