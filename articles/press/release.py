"""Releasing: one act that turns languages of an article into editions, in one transaction, at one moment."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Edition, EditionByline
from articles.press.content import content
from articles.press.refusals import Refused, ValidationError, reasons
from authors.languages import codes
from authors.languages import name as language_name


@dataclass
class Release:
    """What a release did: the editions it made, and the editions that already printed exactly that."""

    created: list = field(default_factory=list)
    unchanged: list = field(default_factory=list)


def release(article, languages, *, by=None, at=None, note=""):
    """Release languages of an article, all or none, and return a Release.

    ``by`` is the user who releases (None for a command), ``at`` an aware datetime (default: now). A moment to come
    schedules; a moment gone by must come after the language's last edition, so that an archive can be brought in with
    its dates. Releasing what is already public, or already scheduled for that moment, changes nothing. A release
    replaces any edition of the language that is scheduled and not live yet.

    Raises Refused with every reason; then nothing at all is released.
    """
    return release_many([(article, languages)], by=by, at=at, note=note)


@transaction.atomic
def release_many(wanted, *, by=None, at=None, note=""):
    """Release (article, languages) pairs in one transaction, as ``release`` does for one."""
    if at is not None and timezone.is_naive(at):
        raise ValueError("at: expected a moment with a time zone; found one without")
    if unknown := [code for _article, languages in wanted for code in languages if code not in codes()]:
        raise ValueError(f"languages: expected some of {codes()}; found {unknown}")
    _lock({article.pk for article, _languages in wanted})
    now = timezone.now()  # only now: a release that had to wait must not take the one before it for yet to come
    moment = at or now
    outcome, refused = Release(), []
    for article, languages in wanted:
        article = Article.objects.with_bylines().get(pk=article.pk)
        for language in dict.fromkeys(languages):
            printed = content(article, language, moment.date())
            current = _current(article, language)
            unchanged = current and printed.printed_as(current) and _same_moment(current, moment, now)
            problems = reasons(article, printed)
            problems += [] if unchanged else _wrong_moment(article, language, moment, now)
            if problems:
                refused += problems
            elif unchanged:
                outcome.unchanged.append(current)
            else:
                outcome.created.append(_print(article, printed, current, by=by, at=moment, now=now, note=note))
    if refused:
        raise Refused(refused)
    return outcome


def _lock(keys):
    """Order two editors' releases: row locks, taken in one order so that nobody waits for each other.

    SQLite's transactions are IMMEDIATE and need none.
    """
    list(Article.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk", flat=True))


def _same_moment(current, moment, now):
    return current.published_at <= now or current.published_at == moment


def _current(article, language):
    """Return the newest edition that is live or to come."""
    editions = Edition.objects.filter(article=article, language=language, superseded_at=None, withdrawn_at=None)
    return editions.with_bylines().prefetch_related("topics").first()


def _wrong_moment(article, language, moment, now):
    earlier = Edition.objects.ever_public(now).filter(article=article, language=language)
    latest = earlier.order_by("-published_at").first()
    if latest and moment < latest.published_at:
        yield ValidationError(
            _("%(language)s: expected a moment after %(latest)s, when the last edition was published."),
            code="moment",
            params={"language": language_name(language), "latest": latest.published_at.isoformat(timespec="minutes")},
        )


def _print(article, printed, current, *, by, at, now, note):
    mine = Edition.objects.filter(article=article, language=printed.language)
    if current and current.is_scheduled(now):  # it makes way without ever having been live
        mine.filter(pk=current.pk).update(superseded_at=current.published_at)
    mine.live(at=now).update(superseded_at=at)
    first = mine.ever_public(now).order_by("published_at").first()
    last = mine.order_by("number").last()
    edition = Edition.objects.create(
        article=article,
        language=printed.language,
        number=last.number + 1 if last else 1,
        digest=printed.digest,
        published_at=at,
        first_published_at=first.first_published_at if first else at,
        change_note=note,
        released_by=by,
        **printed.fields,
    )
    EditionByline.objects.bulk_create(EditionByline(edition=edition, **line) for line in printed.bylines)
    edition.topics.set(printed.topic_ids)
    return edition
