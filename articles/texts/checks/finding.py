"""Findings: what a check has to say about a text."""

from dataclasses import dataclass, field

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from authors.languages import name

SHORT, FULL = "short", "full"
LONGEST = 120  # characters of what is quoted from a text

_PLACES = {
    SHORT: _("%(language)s, short text, paragraph %(paragraph)d"),
    FULL: _("%(language)s, full text, paragraph %(paragraph)d"),
}


@dataclass(frozen=True)
class Finding:
    """One thing an editor should look at.

    ``code`` says which check speaks, ``blocking`` whether a release waits for it; ``language`` (a code), ``variant``
    ("short", "full", or "" for what stands beside the texts) and ``paragraph`` (from 1, or None) say where.
    ``message`` is a lazy translation with ``%(name)s`` placeholders, ``params`` their values; ``str()`` fills them in,
    in the active language.
    """

    code: str
    blocking: bool
    language: str
    variant: str
    paragraph: int | None
    message: Promise
    params: dict = field(default_factory=dict)

    def __str__(self):
        return self.message % self.params


def finding(code, message, language, variant="", paragraph=None, *, blocking=False, **params):
    """Return a Finding whose message may name its place: ``%(place)s`` is "English, short text, paragraph 3"."""
    place = _place(language, variant, paragraph)
    return Finding(code, blocking, language, variant, paragraph, message, {"place": place, **params})


def _where(language, variant, paragraph):
    return _PLACES[variant] % {"language": name(language), "paragraph": paragraph} if variant else name(language)


_place = lazy(_where, str)


def cut(text):
    """Return a text as findings quote it: in one line, its end left out when it is long."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
