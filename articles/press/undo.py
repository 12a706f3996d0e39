"""Undoing the last act of release: every language of it goes back to where it stood."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from articles.models import Act, Article, Edition
from articles.models.act import Kind
from articles.models.change import Change
from articles.press.carry_over import let_go
from articles.press.refusals import Refused, ValidationError
from articles.press.reprint import reprint
from articles.press.schedule import call_off
from articles.press.withdraw import withdraw

CALLED_OFF, REPRINTED, WITHDRAWN = "called_off", "reprinted", "withdrawn"
RELEASES = (Kind.RELEASE, Kind.SCHEDULE, Kind.MOVE)


@dataclass(frozen=True)
class Step:
    """What undoing does to one edition: ``how`` is one of the three words above, ``before`` what is printed again."""

    edition: Edition
    how: str
    before: Edition | None = None

    @property
    def name(self):
        """A name for this step, which nobody else's act leaves the same: en.3.reprinted.1"""
        parts = [self.edition.language, self.edition.number, self.how]
        return ".".join(map(str, [*parts, self.before.number] if self.before else parts))


def steps(article, now=None):
    """Return the Steps that would undo the last act of release of an article; none when there is nothing to undo.

    The editions of an act were released by the same person at the same moment. Of these, called-off and withdrawn ones
    are done with already; and what was undone is not undone again.
    """
    now = now or timezone.now()
    last = article.acts.filter(kind__in=[*RELEASES, Kind.UNDO]).newest_first().first()
    if last is None or last.kind == Kind.UNDO:
        return []
    made = article.acts.filter(kind__in=RELEASES, at=last.at, by=last.by).values("edition")
    current = Edition.objects.current().filter(pk__in=made)
    return [_step(edition, now) for edition in current.order_by("language")]


@transaction.atomic
def undo(article, *, by, seen=None):
    """Undo the last act of release, every language of it or none, and return the Steps taken.

    A scheduled edition is called off. In place of a later edition the one before it is printed again, as a correction
    that says so: readers have seen the other, and nothing published is altered. A first edition is withdrawn with a
    reason in its language. ``by`` is the user who undoes (None for a command); ``seen`` are the names of the steps that
    they were shown.

    Raises Refused: code ``nothing`` when there is nothing to undo, ``conflict`` when something else would be undone
    than was shown.
    """
    Article.objects.select_for_update().get(pk=article.pk)
    now = timezone.now()
    wanted = steps(article, now)
    if seen is not None and sorted(seen) != sorted(step.name for step in wanted):
        message = _("Something else has been released or undone since this was shown.")
        raise Refused([ValidationError(message, code="conflict")])
    if not wanted:
        raise Refused([ValidationError(_("There is no release to undo."), code="nothing")])
    for step in wanted:
        printed = HOW[step.how](step, now, by)
        about = {"edition": step.edition.number, "how": step.how}
        Act.objects.create(
            article=article,
            kind=Kind.UNDO,
            language=step.edition.language,
            edition=printed or step.edition,
            by=by,
            about=about,
            at=now,
        )
    return wanted


def _step(edition, now):
    if edition.is_scheduled(now):
        return Step(edition, CALLED_OFF)
    mine = Edition.objects.published(now).of_articles(edition.article_id).in_language(edition.language)
    before = mine.exclude(pk=edition.pk).latest_first().first()
    return Step(edition, REPRINTED, before) if before else Step(edition, WITHDRAWN)


def _call_off(step, now, by):
    call_off(step.edition, now=now, by=by)


def _print_again(step, now, by):
    let_go(step.edition, by=by)
    with override(step.edition.language):
        note = gettext("Edition %(number)d was taken back.") % {"number": step.edition.number}
    return reprint(
        step.before,
        at=now,
        now=now,
        by=by,
        first_published_at=step.edition.first_published_at,
        updated_at=now,
        change=Change.CORRECTION,
        change_note=note,
        time_zone="UTC",
    )


def _withdraw(step, now, by):
    with override(step.edition.language):
        reason = gettext("This text was published before it was meant to be.")
    withdraw(step.edition, by=by, reason=reason)


HOW = {CALLED_OFF: _call_off, REPRINTED: _print_again, WITHDRAWN: _withdraw}
