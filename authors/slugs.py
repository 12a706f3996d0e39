"""Slugs: the readable part of an address, in ASCII for every language."""

import iuliia
from django.utils.text import slugify

LENGTH = 80  # long enough for a headline, short enough to be read in a message


def make_slug(text, length=LENGTH):
    """Return a slug for a title or name, cut at a word; ``""`` when the text has no letter or digit.

    Cyrillic is transliterated by MVD 310 (Russian Interior Ministry order No. 310 of 1997), which keeps to letters
    that need no signs above them.
    """
    slug = slugify(iuliia.MVD_310.translate(text))
    if len(slug) <= length:
        return slug
    head, cut, _ = slug[: length + 1].rpartition("-")
    return head if cut else slug[:length]


def free_slug(text, taken, fallback=""):
    """Return a slug that ``taken(slug)`` does not know, numbered from 2 when the plain one is in use.

    ``fallback`` is the slug of a text without a Latin or Cyrillic letter or digit: 王小明, ***.
    """
    slug = plain = make_slug(text) or fallback
    number = 1
    while slug and taken(slug):
        number += 1
        slug = f"{plain}-{number}"
    return slug


def is_year(slug):
    """Say whether a slug reads as a year: an archive's pages may stand under years, as /articles/1984/ does."""
    return len(slug) == 4 and slug.isdigit()
