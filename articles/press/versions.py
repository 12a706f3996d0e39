"""Versions: everything written to a manuscript in one go is one version, kept with who wrote it."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.models import Act, Article, Version
from articles.models.act import Kind
from articles.models.version import Origin
from articles.press.alignments import settle
from articles.press.content import content
from articles.press.minor import note_minor, refuse_what_is_not_minor
from articles.press.snapshot import EMPTY, snapshot
from authors.languages import codes


@dataclass(frozen=True)
class Before:
    """A manuscript as it stood before it was written to: its version's number, its snapshot, its digests."""

    number: int
    content: dict
    digests: dict
    modified_at: datetime | None = None


@contextmanager
def writing(article, *, by, origin=Origin.DESK, minor=(), restored=None):
    """Keep what is written to an article inside this block as its next version. One transaction, all of it or none.

    ``by`` is the user who writes (None for a command), ``minor`` the languages whose changes are slips of the pen.
    Writing what stands there already makes no version.
    """
    with transaction.atomic():
        before = begin(article)
        yield before
        finish(article, before, by=by, origin=origin, minor=minor, restored=restored)


def begin(article):
    """Lock an article (new ones excepted) and return its Before; its present state is kept as a version.

    Call inside a transaction, before anything is written.
    """
    if article.pk is None:
        return Before(0, EMPTY, {})
    found = Article.objects.select_for_update().get(pk=article.pk)
    state = snapshot(found)
    digests = _digests(found)
    _version, met = Version.objects.get_or_create(
        article=found,
        number=found.version,
        defaults={"content": state, "digests": digests, "origin": Origin.FOUND, "at": found.modified_at},
    )
    if met:  # written past the press (a fixture): its translations are taken to be made from its source as it stood
        settle(found, state)
    return Before(found.version, state, digests, found.modified_at)


def finish(article, before, *, by, origin=Origin.DESK, minor=(), restored=None):
    """Keep what has been written since ``begin`` and return the Version, or None when nothing has changed.

    ``article.version`` is set to the number in the database. Raises ValidationError when a change marked as minor
    is none (articles/press/minor.py).
    """
    found = Article.objects.with_bylines().get(pk=article.pk)
    state = snapshot(found)
    changed = state != before.content
    number = before.number + 1 if changed else before.number
    touched = {} if changed else {"modified_at": before.modified_at}
    Article.objects.filter(pk=found.pk).update(version=number, **touched)
    article.version = found.version = number
    if not changed:
        return None
    digests = _digests(found)
    version = Version.objects.create(
        article=found,
        number=number,
        content=state,
        digests=digests,
        origin=origin,
        restored=restored,
        minor=[code for code in minor if digests.get(code) != before.digests.get(code)],
        by=by,
        at=timezone.now(),
    )
    for code in version.minor:
        refuse_what_is_not_minor(before.content, state, code)
        note_minor(version, before, code)
        Act.objects.create(article=found, kind=Kind.MINOR, language=code, by=by, about={"version": number})
    settle(found, before.content)
    return version


def _digests(article):
    today = timezone.now().date()
    return {code: content(article, code, today).digest for code in codes() if article.has_text(code)}
