"""The terms of a release: who, when, what readers are told of the change, and against which objections."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.models.change import Change
from authors.languages import name as language_name


@dataclass(frozen=True)
class Terms:
    """See ``articles.press.release.release`` for what each means."""

    by: AbstractBaseUser | None = None
    at: datetime | None = None
    note: str | dict[str, str] = ""
    change: str = ""
    override: str = ""
    time_zone: str = "UTC"
    applies: tuple = ()

    def note_in(self, language):
        """Return the note for the readers of a language: notes by language (a dict), or one for all of them."""
        return (self.note.get(language, "") if isinstance(self.note, dict) else self.note).strip()


def wrong_moment(earlier, language, moment):
    """Yield the reason why a language cannot be published at a moment; ``earlier`` are its public editions so far."""
    latest = earlier.order_by("-published_at").first()
    if latest and moment < latest.published_at:
        yield ValidationError(
            _("%(language)s: expected a moment after %(latest)s, when the last edition was published."),
            code="moment",
            params={"language": language_name(language), "latest": latest.published_at.isoformat(timespec="minutes")},
        )


def without_note(earlier, language, terms):
    """Yield the reason why an edition after the first cannot go without saying what changed. A slip may."""
    if earlier.exists() and not terms.note_in(language) and terms.change != Change.MINOR:
        yield ValidationError(
            _("%(language)s: expected a note on what changed, since this text is public already; found none."),
            code="note",
            params={"language": language_name(language)},
        )


def refuse_other_version(article, version):
    """Return the reason against releasing when the manuscript is at another version than the one that was seen."""
    if version is None or article.version == version:
        return []
    return [
        ValidationError(
            _("The manuscript has changed since this page was opened (version %(current)d; shown was %(found)d)."),
            code="conflict",
            params={"current": article.version, "found": version},
        )
    ]
