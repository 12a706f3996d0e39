"""Measuring texts: words, minutes of reading, excerpts."""

import re
import unicodedata
from math import ceil

# Average silent reading of continuous text, words a minute: the IReST norms (Trauzettel-Klosinski & Dietz,
# IOVS 53, 2012) give 228 for English and 184 for Russian. Another language takes the norms' overall mean.
WORDS_A_MINUTE = {"en": 228, "ru": 184}
MEAN_WORDS_A_MINUTE = 184

# A translation that is shorter or longer than this many times its original, in characters, has probably lost or gained
# something: Russian from English usually comes to 1.0 to 1.2.
LENGTH_RATIOS = (0.75, 1.45)

EXCERPT_LENGTH = 280  # characters: three or four lines under a headline


def has_ink(text):
    """Say whether a text shows anything at all: letters, digits, punctuation or signs, not only invisible ones."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in text)


def word_count(text):
    """Return the number of words; a hyphen or an apostrophe inside a word does not part it."""
    return len(re.findall(r"\w+(?:[-‑'’.]\w+)*", text))


def reading_minutes(words, language):
    """Return whole minutes of reading, at least one for a text that has words."""
    return ceil(words / WORDS_A_MINUTE.get(language, MEAN_WORDS_A_MINUTE))


def excerpt(text, length=EXCERPT_LENGTH):
    """Return the beginning of a plain text: its first paragraph, cut after a word with "…" when too long."""
    first = " ".join(text.strip().partition("\n\n")[0].split())
    if len(first) <= length:
        return first
    head = first[:length].rpartition(" ")[0] or first[: length - 1]
    return head.rstrip(" ,;:–—-") + "…"
