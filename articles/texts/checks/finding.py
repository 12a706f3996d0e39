"""Findings: what a check has to say about a text."""

from dataclasses import dataclass, field

from django.utils.functional import Promise

SHORT, FULL = "short", "full"


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
