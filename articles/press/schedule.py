"""A scheduled release: called off, or moved to another moment, as long as its own has not come."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Act, Article, Edition
from articles.models.act import Kind
from articles.models.change import Change
from articles.press.carry_over import hand_on, let_go
from articles.press.making_way import drop, go_on
from articles.press.refusals import Refused, ValidationError
from articles.press.reprint import reprint
from authors.languages import name as language_name


@transaction.atomic
def cancel(*editions, by):
    """Call scheduled editions of an article off, all or none: they never become public, and what is live goes on.

    ``by`` is the user who does (None for a command). Raises Refused with code ``passed`` when the moment has come
    meanwhile, ``not_scheduled`` when one was replaced, called off or withdrawn.
    """
    now, editions = _still_scheduled(editions)
    for edition in editions:
        call_off(edition, now=now, by=by)
        _keep(Kind.CANCEL, edition, now, by, {"moment": edition.published_at.isoformat()})


def call_off(edition, *, now, by):
    """Let a scheduled edition never be public. Call inside a transaction that has locked the article."""
    drop(edition)
    go_on(edition.article_id, edition.language, now=now)
    let_go(edition, by=by)


@transaction.atomic
def move(*editions, by, at, time_zone="UTC"):
    """Move scheduled editions of an article to another moment, all or none, and return the editions for that moment.

    They print the very same texts, whatever the manuscript says by now. ``at`` is an aware datetime to come,
    ``time_zone`` the IANA name of the zone it was given in. Raises Refused as ``cancel`` does, and with code ``moment``
    when the moment is not to come. An edition that is scheduled for that moment already stays as it is.
    """
    now, editions = _still_scheduled(editions)
    if at <= now:
        message = _("Expected a moment to come; found %(moment)s, which has passed.")
        raise Refused([ValidationError(message, code="moment", params={"moment": f"{at:%Y-%m-%d %H:%M %Z}"})])
    return [_move(edition, at, time_zone, now=now, by=by) for edition in editions]


def _move(edition, at, time_zone, *, now, by):
    if edition.published_at == at:
        return edition
    drop(edition)  # here, so that printing does not let go of its tasks: the moved edition takes them on
    first = edition.first_published_at == edition.published_at
    moved = reprint(
        edition,
        at=at,
        now=now,
        by=by,
        first_published_at=at if first else edition.first_published_at,
        updated_at=edition.updated_at if edition.change == Change.MINOR else at,
        change=edition.change,
        change_note=edition.change_note,
        time_zone=time_zone,
    )
    hand_on(edition, moved)
    about = {"from": edition.published_at.isoformat(), "moment": at.isoformat(), "time_zone": time_zone}
    _keep(Kind.MOVE, moved, now, by, about)
    return moved


def _still_scheduled(editions):
    """Lock the article; return the moment and the editions as they are now. Raises Refused."""
    list(Article.objects.select_for_update().filter(pk__in={edition.article_id for edition in editions}))
    now = timezone.now()  # only now: whoever had to wait must not take what is live for yet to come
    found = list(Edition.objects.filter(pk__in=[edition.pk for edition in editions]).order_by("language"))
    if problems := [_problem(edition, now) for edition in found if not edition.is_scheduled(now)]:
        raise Refused(problems)
    return now, found


def _problem(edition, now):
    params = {"language": language_name(edition.language), "number": edition.number}
    if edition.is_live(now):
        return ValidationError(_("%(language)s: edition %(number)d is live by now."), code="passed", params=params)
    message = _("%(language)s: edition %(number)d is not scheduled any more.")
    return ValidationError(message, code="not_scheduled", params=params)


def _keep(kind, edition, now, by, about):
    Act.objects.create(
        article_id=edition.article_id,
        kind=kind,
        language=edition.language,
        edition=edition,
        by=by,
        about=about,
        at=now,
    )
