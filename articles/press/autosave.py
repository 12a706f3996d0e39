"""Autosave: what somebody has typed and not saved, kept for them alone until they save it or throw it away.

Every opened form has a page token and one draft under it, so that two tabs do not write over each other.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import models, transaction

from articles.models import Article, Autosave, Version
from articles.models.fields import HtmlField
from articles.press.merge import BYLINES, TOPICS, changed
from articles.press.roles import columns_written_by, may
from articles.press.snapshot import EMPTY, field_names, snapshot
from articles.texts.html import clean
from articles.texts.paragraphs import same_text

MOST = 5  # drafts of one person for one article; the oldest goes


@dataclass(frozen=True)
class Draft:
    """What one form (``page``) held at a moment (aware) and the manuscript does not.

    ``parts`` has them by name: a column's text as typed, ``topics`` and ``bylines`` as a snapshot has them. ``version``
    is that of the article the form was made from.
    """

    page: str
    version: int
    at: datetime
    parts: dict


def parts_written_by(user, article=None):
    """Return the names of the parts of a manuscript that a user may write and a draft can hold; none: no right to.

    They are columns in the model's order, ``topics`` and ``bylines``; no draft holds a picture. Without an article: of
    a new one.
    """
    own = columns_written_by(user, article) if article or may(user, "add_article") else set()
    names = [name for name in _columns() if name in own]
    if not names:
        return []
    whole = own == set(field_names())  # a writer's, who writes all that stands beside the columns too
    signs = may(user, "change_byline" if article else "add_byline", article)
    return [*names, *([TOPICS] if whole else []), *([BYLINES] if signs else [])]


def drafts(user, article=None):
    """Return a user's Drafts of an article, or of a new one, that say something else than is saved; newest first."""
    stored = Autosave.objects.of(user, article).first()
    if stored is None:
        return []
    saved = [snapshot(article) if article else EMPTY]
    found = [
        Draft(page, held["version"], datetime.fromisoformat(held["at"]), _unsaved(held["fields"], saved))
        for page, held in stored.fields.items()
    ]
    return sorted((draft for draft in found if draft.parts), key=lambda draft: draft.at, reverse=True)


def keep(page, parts, *, by, at, article=None, version=0):
    """Add parts (see Draft) to the draft of a form that was made from a version of an article.

    What ``by`` may not write is left out; a draft that says nothing that was not saved is thrown away. ``at`` is aware.
    """
    allowed = parts_written_by(by, article)
    with transaction.atomic():
        stored, _made = Autosave.objects.select_for_update().get_or_create(
            user=by, article=article, defaults={"at": at}
        )
        held = stored.fields.pop(page, {}).get("fields", {})
        held |= {name: _storable(part) for name, part in parts.items() if name in allowed}
        if unsaved := _unsaved(held, _saved_since(article, version)):
            stored.fields[page] = {"version": version, "at": at.isoformat(), "fields": unsaved}
            stored.version, stored.at = version, at
        _store(stored)


def forget(page, *, by, article=None):
    """Throw the draft of a form away."""
    with transaction.atomic():
        stored = Autosave.objects.select_for_update().of(by, article).first()
        if stored and stored.fields.pop(page, None):
            _store(stored)


def _store(stored):
    newest = sorted(stored.fields.items(), key=lambda item: datetime.fromisoformat(item[1]["at"]))[-MOST:]
    stored.fields = dict(newest)
    if stored.fields:
        stored.save()
    else:
        stored.delete()


def _saved_since(article, version):
    """Return the present manuscript, and every version from the one that a form was made from, as snapshots."""
    versions = Version.objects.filter(article=article, number__gte=version) if article else []
    return [snapshot(article), *(one.content for one in versions)] if article else [EMPTY]


def _unsaved(parts, saved):
    return {name: part for name, part in parts.items() if not any(_same(name, part, content) for content in saved)}


def _same(name, part, content):
    if name in (BYLINES, TOPICS):
        return not changed(EMPTY | {name: content[name]}, EMPTY | {name: part})
    said = content["fields"].get(name, "")
    if isinstance(Article._meta.get_field(name), HtmlField):
        return same_text(clean(part), clean(said))
    return part.replace("\r\n", "\n").strip() == said.replace("\r\n", "\n").strip()


def _storable(part):
    """Leave out the character 0: no database holds it in JSON alike, and no keyboard types it."""
    if isinstance(part, dict):
        return {name: _storable(value) for name, value in part.items()}
    if isinstance(part, list):
        return [_storable(one) for one in part]
    return part.replace("\0", "") if isinstance(part, str) else part


def _columns():
    fields = [Article._meta.get_field(name) for name in field_names()]
    return [one.name for one in fields if not isinstance(one, models.FileField)]
