"""Where a language of an article stands: missing, drafted, scheduled, live, withdrawn."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Edition
from articles.press.content import content
from authors.languages import column

MISSING, DRAFTED, SCHEDULED, LIVE, WITHDRAWN = "missing", "drafted", "scheduled", "live", "withdrawn"
LABELS = {
    MISSING: _("missing"),
    DRAFTED: _("drafted"),
    SCHEDULED: _("scheduled"),
    LIVE: _("live"),
    WITHDRAWN: _("withdrawn"),
}


@dataclass(frozen=True)
class State:
    """The state of one language; ``edition`` is the one that is live, scheduled or withdrawn, if any.

    ``changed`` says that the manuscript reads otherwise than that edition.
    """

    name: str
    language: str
    edition: Edition | None = None
    changed: bool = False

    @property
    def label(self):
        return LABELS[self.name]


def state(article, language, at=None):
    """Return the State of a language at a moment (aware datetime; default now).

    Give an article from ``with_states`` and no query is made.
    """
    at = at or timezone.now()
    editions = sorted(
        (edition for edition in article.editions.all() if edition.language == language),
        key=lambda edition: edition.number,
        reverse=True,
    )
    live = next((edition for edition in editions if edition.is_live(at)), None)
    coming = next((edition for edition in editions if edition.is_scheduled(at)), None)
    if found := live or coming:
        changed = not content(article, language, at.date()).printed_as(coming or found)
        return State(LIVE if live else SCHEDULED, language, found, changed)
    if withdrawn := next((edition for edition in editions if edition.is_withdrawn(at)), None):
        return State(WITHDRAWN, language, withdrawn)
    return State(DRAFTED if article.has_text(language) else MISSING, language)


def with_states(articles):
    """Return a queryset of articles that ``state`` can be asked about without further queries."""
    return articles.with_bylines().prefetch_related("editions__bylines", "editions__topics").select_related("outlet")


def in_state(articles, language, name, at=None):
    """Return the articles whose language is in a state."""
    of_language = Edition.objects.filter(article=OuterRef("pk"), language=language)
    live, scheduled = Exists(of_language.live(at=at)), Exists(of_language.scheduled(at))
    withdrawn = Exists(of_language.withdrawn(at))
    fields = [column(field, language) for field in ("title", "short_text", "full_text")]
    empty = Q()
    for field in fields:
        empty &= Q(**{field: ""}) | Q(**{f"{field}__isnull": True})
    unpublished = articles.exclude(live).exclude(scheduled)
    return {
        LIVE: articles.filter(live),
        SCHEDULED: articles.exclude(live).filter(scheduled),
        WITHDRAWN: unpublished.filter(withdrawn),
        DRAFTED: unpublished.exclude(withdrawn).exclude(empty),
        MISSING: unpublished.exclude(withdrawn).filter(empty),
    }[name]
