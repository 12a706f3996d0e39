"""What can be done about releases made before: move or call off, undo, carry corrections over."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from articles.admin.edition_tokens import edition_token
from articles.models import CarryOver, Edition
from articles.press.roles import may, may_write
from articles.press.undo import CALLED_OFF, REPRINTED, WITHDRAWN, steps
from articles.texts.moments import in_zone
from authors.languages import name as language_name

UNDOES = {
    CALLED_OFF: _("%(language)s: edition %(number)d is called off"),
    REPRINTED: _("%(language)s goes back to edition %(before)d"),
    WITHDRAWN: _("%(language)s is withdrawn"),
}


@dataclass(frozen=True)
class Appointment:
    """Editions that are to become public together, at one moment; ``tokens`` are (language's name, token) of each."""

    editions: list

    @property
    def moment(self):
        first = self.editions[0]
        return in_zone(first.published_at, first.time_zone)

    @property
    def names(self):
        return ", ".join(f"{language_name(one.language)} {one.number}" for one in self.editions)

    @property
    def tokens(self):
        return [(language_name(one.language), edition_token(one)) for one in self.editions]


def appointments(article):
    """Return the Appointments of an article, the nearest first."""
    coming = Edition.objects.scheduled().of_articles(article.pk).order_by("published_at", "language")
    return [Appointment(list(group)) for _moment, group in groupby(coming, key=lambda edition: edition.published_at)]


def press_acts(article, user):
    """Return what a page about an article offers to a user: ``appointments``, ``undo`` (names of the steps and their
    words) and ``tasks``, the corrections still to be carried over into languages that the user writes."""
    offered = {"tasks": [task for task in _tasks(article) if may_write(user, article, task.language)]}
    if not may(user, "release_article", article):
        return offered
    found = steps(article)
    undo = {"names": [step.name for step in found], "words": words(found)} if found else None
    return {**offered, "appointments": appointments(article), "undo": undo}


def words(taken):
    """Return what Steps do, in words: "English goes back to edition 2; Русский is withdrawn"."""
    return "; ".join(_words(step) for step in taken)


def _words(step):
    params = {
        "language": language_name(step.edition.language),
        "number": step.edition.number,
        "before": step.before.number if step.before else 0,
    }
    return UNDOES[step.how] % params


def _tasks(article):
    return CarryOver.objects.open().of_article(article)
