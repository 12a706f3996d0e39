"""What waits at the desk: every matter of every language of some articles, at the same cost for one as for fifty."""

from collections import defaultdict

from django.db.models import Prefetch
from django.utils import timezone

from articles.models import CarryOver, Edition, Version
from articles.models.signoff import Decision
from articles.press import ages
from articles.press.behind import behind
from articles.press.concerned import AtWork, Person
from articles.press.content import content
from articles.press.matters import BEHIND, CARRY, CHANGES, DRAFTED, MISSING, SCHEDULED, UNSIGNED, Item
from articles.press.minor import same
from articles.press.signing import judged
from articles.press.state import DRAFTED as NEVER_PUBLISHED
from articles.press.state import state
from articles.texts.measure import has_ink
from authors.languages import codes


def with_matters(articles, at=None):
    """Return a queryset of articles that ``waiting`` can be asked about without a query for each."""
    editions = Edition.objects.standing(at).prefetch_related("bylines", "topics")
    rows = ("signoffs__author", "minor_changes", "alignments")
    return articles.with_bylines().select_related("outlet").prefetch_related(Prefetch("editions", editions), *rows)


def waiting(articles, at=None):
    """Return an Item for everything there is to do at a moment (aware datetime; default now).

    ``articles`` is a list from ``with_matters``; the items stand in its order.
    """
    at = at or timezone.now()
    keys = [article.pk for article in articles]
    at_work, history, open_tasks = AtWork(keys), defaultdict(list), defaultdict(list)
    for article, moment, digests in Version.objects.of_articles(keys).digests_over_time():
        history[article].append((moment, digests))
    for task in CarryOver.objects.open().of_articles(keys):
        open_tasks[task.correction.article_id, task.language].append(task)
    return [
        item
        for article in articles
        for code in codes()
        for item in _Desk(article, code, at, history[article.pk], at_work.on(article, code)).matters(
            open_tasks[article.pk, code]
        )
    ]


class _Desk:
    """One language of one article, looked at from the desk at a moment."""

    def __init__(self, article, language, at, rows, people):
        self.article, self.language, self.at, self.rows, self.people = article, language, at, rows, people

    def matters(self, tasks):
        """Yield an Item for each matter; ``tasks`` are the corrections to carry over to this language."""
        article, written = self.article, self.article.has_text(self.language)
        for task in tasks:
            yield self._item(CARRY, task.correction.published_at)
        if not written:
            if source := next((code for code in codes() if article.has_text(code)), None):
                yield self._item(MISSING, self._public_since(source) or ages.written(self.rows, source))
            return
        found = state(article, self.language, self.at)
        lag = behind(article, self.language)
        if lag.count:
            since = ages.overtaken(self.rows, article.original_language, self.language)
            yield self._item(BEHIND, since, number=lag.count, variant=lag.variant, paragraph=lag.paragraph)
        if found.name == NEVER_PUBLISHED:
            yield self._item(DRAFTED, ages.written(self.rows, self.language))
        yield from self._approvals(is_new=found.edition is None or found.changed)
        for edition in article.editions.all():
            if edition.language == self.language and edition.is_scheduled(self.at):
                by = (Person.with_account(edition.released_by),) if edition.released_by else ()
                yield Item(article, self.language, SCHEDULED, moment=edition.published_at, people=by)

    def _approvals(self, *, is_new):
        """Yield what authors have asked for, and, if readers do not have this text yet, what they have not approved."""
        printed = content(self.article, self.language, self.at.date())
        signoffs = sorted(self.article.signoffs.all(), key=lambda one: (one.at, one.pk), reverse=True)
        mine = [signoff for signoff in signoffs if signoff.language == self.language]
        standings = judged(self.article, self.language, printed, mine, same(self.article, self.language))
        if asking := [one for one in standings if one.state == Decision.CHANGES]:
            asked = tuple(Person.who_signs(one.author) for one in asking)
            yield self._item(CHANGES, min(one.signoff.at for one in asking), asked=asked)
        missing = [one for one in standings if not one.approved and one not in asking]
        if is_new and missing and has_ink(printed.fields["title"]) and has_ink(printed.fields["plain_text"]):
            people = tuple(Person.who_signs(one.author) for one in missing)
            since = ages.unchanged(self.rows, self.language) or self.article.modified_at
            yield Item(self.article, self.language, UNSIGNED, since, people=people, number=len(missing))

    def _item(self, matter, since, **rest):
        return Item(self.article, self.language, matter, since or self.article.modified_at, people=self.people, **rest)

    def _public_since(self, language):
        live = [one for one in self.article.editions.all() if one.language == language and one.is_live(self.at)]
        return live[0].first_published_at if live else None
