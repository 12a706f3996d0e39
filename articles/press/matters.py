"""Matters: what there is still to do about one language of one article."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.press.concerned import Person

MISSING, DRAFTED, BEHIND, UNSIGNED = "missing", "drafted", "behind", "unsigned"
CHANGES, SCHEDULED, CARRY = "changes", "scheduled", "carry"
LABELS = {
    CHANGES: _("Changes asked for"),
    CARRY: _("Correction to carry over"),
    BEHIND: _("Behind its source"),
    MISSING: _("No text yet"),
    DRAFTED: _("Draft, never published"),
    UNSIGNED: _("Not approved by everybody"),
    SCHEDULED: _("Scheduled"),
}


@dataclass(frozen=True)
class Item:
    """One matter of one language of an article.

    ``since`` is the moment it began (None of a scheduled one), ``moment`` the one a release is scheduled for.
    ``people`` are those it waits for, ``asked`` the authors who asked for changes. ``number`` counts what is said of
    the matter: changed paragraphs, or missing approvals. ``variant`` and ``paragraph`` (from 1; 0 if unknown) say where
    to go.
    """

    article: Article
    language: str
    matter: str
    since: datetime | None = None
    moment: datetime | None = None
    people: tuple[Person, ...] = ()
    asked: tuple[Person, ...] = ()
    number: int = 0
    variant: str = "full"
    paragraph: int = 0

    @property
    def label(self):
        return LABELS[self.matter]

    def concerns(self, key):
        """Say whether it waits for the person with a key, or they asked for it."""
        return any(person.key == key for person in (*self.people, *self.asked))
