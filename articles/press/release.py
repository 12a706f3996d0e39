"""Releasing: one act that turns languages of an article into editions, in one transaction, at one moment."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Edition
from articles.press.carry_over import open_carry_overs
from articles.press.content import content
from articles.press.lineage import alignment_printed
from articles.press.objections import objections, set_aside
from articles.press.printing import print_edition
from articles.press.refusals import Refused, reasons
from articles.press.terms import Terms, refuse_other_version, without_note, wrong_moment
from authors.languages import codes


@dataclass
class Release:
    """What a release did: the editions it made, and the editions that already printed exactly that."""

    created: list = field(default_factory=list)
    unchanged: list = field(default_factory=list)


def release(
    article,
    languages,
    *,
    by=None,
    at=None,
    note="",
    change="",
    override="",
    time_zone="UTC",
    applies=(),
    version=None,
):
    """Release languages of an article, all or none, and return a Release.

    ``by`` is the user who releases (None for a command), ``at`` an aware datetime (default: now). A moment to come
    schedules; a moment gone by must come after the language's last edition, so that an archive can be brought in with
    its dates. Releasing what is already public, or already scheduled for that moment, changes nothing. A release
    replaces any edition of the language that is scheduled and not live yet.

    ``change`` is a Change and ``note`` what readers are told of it, either one text or a dict of language → text: both
    are for editions after the first; a note alone is one of an update. ``override`` is the reason to release against
    objections (articles/press/objections.py), by somebody who may. ``time_zone`` is the IANA name of the zone in which
    the moment was given. ``applies`` are the primary keys of the tasks to carry a correction over (CarryOver) which
    this release does, in the languages it makes editions of. ``version`` is the number of the version that the releaser
    has seen.

    Raises Refused with every reason; then nothing at all is released. Code ``conflict``: the manuscript is at another
    version.
    """
    terms = Terms(by, at, note, change, override.strip(), time_zone, tuple(applies))
    return release_many([(article, languages)], terms, version=version)


@transaction.atomic
def release_many(wanted, terms, *, version=None):
    """Release (article, languages) pairs in one transaction, as ``release`` does for one, on the same Terms."""
    if terms.at is not None and timezone.is_naive(terms.at):
        raise ValueError("at: expected a moment with a time zone; found one without")
    if unknown := [code for _article, languages in wanted for code in languages if code not in codes()]:
        raise ValueError(f"languages: expected some of {codes()}; found {unknown}")
    _lock({article.pk for article, _languages in wanted})
    now = timezone.now()  # only now: a release that had to wait must not take the one before it for yet to come
    moment = terms.at or now
    outcome, refused = Release(), []
    for article, languages in wanted:
        article = Article.objects.with_bylines().get(pk=article.pk)
        refused += refuse_other_version(article, version)
        for language in dict.fromkeys(languages):
            printed = content(article, language, min(moment, now).date())  # as it was shown and signed
            current = _current(article, language)
            if current and _prints(current, article, printed) and _same_moment(current, moment, now):
                outcome.unchanged.append(current)
                continue
            problems = reasons(article, printed) + objections(article, printed)
            problems, aside = set_aside(problems, terms.override, by=terms.by, article=article)
            earlier = Edition.objects.ever_public(now).filter(article=article, language=language)
            problems += [*wrong_moment(earlier, language, moment), *without_note(earlier, language, terms)]
            if problems:
                refused += problems
            else:
                outcome.created.append(print_edition(article, printed, terms, now=now, aside=aside))
    if refused:
        raise Refused(refused)
    open_carry_overs(outcome.created)
    return outcome


def _lock(keys):
    """Order two editors' releases: row locks, taken in one order so that nobody waits for each other.

    SQLite's transactions are IMMEDIATE and need none.
    """
    list(Article.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk", flat=True))


def _prints(edition, article, printed):
    """Say whether an edition prints a Content, and knows what it was made from: readers are told what changed since."""
    return printed.printed_as(edition) and edition.alignment == alignment_printed(article, printed.language)


def _same_moment(current, moment, now):
    return current.published_at <= now or current.published_at == moment


def _current(article, language):
    """Return the newest edition that is live or to come."""
    editions = Edition.objects.of_articles(article.pk).in_language(language).current()
    return editions.with_bylines().prefetch_related("topics").first()
