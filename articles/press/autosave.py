"""Autosave: what somebody has typed and not saved, kept for them alone until they save it or throw it away.

Every opened form has a page token and one draft under it, so that two tabs do not write over each other.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import models, transaction

from articles.models import Article, Autosave, Version
from articles.models.fields import HtmlField
from articles.press.roles import columns_written_by, may
from articles.press.snapshot import field_names, plain
from articles.texts.html import clean
from articles.texts.paragraphs import same_text

MOST = 5  # drafts of one person for one article; the oldest goes


@dataclass(frozen=True)
class Draft:
    """What one form (``page``) held at a moment (aware) and the manuscript does not: name of a column → text as typed.

    ``version`` is that of the article the form was made from.
    """

    page: str
    version: int
    at: datetime
    fields: dict


def texts_written_by(user, article=None):
    """Return the names of the columns with text that a user may write, in the model's order; none: no right to write.

    Without an article: of a new one.
    """
    own = columns_written_by(user, article) if article or may(user, "add_article") else set()
    return [name for name in _texts() if name in own]


def drafts(user, article=None):
    """Return a user's Drafts of an article, or of a new one, that say something else than is saved; newest first."""
    stored = Autosave.objects.of(user, article).first()
    saved = [_fields(article)]
    found = [
        Draft(page, held["version"], datetime.fromisoformat(held["at"]), _unsaved(held["fields"], saved))
        for page, held in (stored.fields if stored else {}).items()
    ]
    return sorted((draft for draft in found if draft.fields), key=lambda draft: draft.at, reverse=True)


def keep(page, texts, *, by, at, article=None, version=0):
    """Add texts (name of a column → str) to the draft of a form that was made from a version of an article.

    What ``by`` may not write is left out; a draft that says nothing that was not saved is thrown away. ``at`` is aware.
    """
    allowed = texts_written_by(by, article)
    with transaction.atomic():
        stored, _made = Autosave.objects.select_for_update().get_or_create(
            user=by, article=article, defaults={"at": at}
        )
        held = stored.fields.pop(page, {}).get("fields", {})
        # No database holds the character 0 in JSON alike, and no keyboard types it.
        held |= {name: text.replace("\0", "") for name, text in texts.items() if name in allowed}
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
    """Return the fields of the present manuscript, and of every version from the one a form was made from."""
    versions = Version.objects.filter(article=article, number__gte=version) if article else []
    return [_fields(article), *(one.content["fields"] for one in versions)]


def _fields(article):
    return {name: plain(getattr(article, name)) for name in _texts()} if article else {}


def _unsaved(texts, saved):
    return {
        name: text for name, text in texts.items() if not any(_same(name, text, one.get(name, "")) for one in saved)
    }


def _same(name, text, other):
    if isinstance(Article._meta.get_field(name), HtmlField):
        return same_text(clean(text), clean(other))
    return text.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()


def _texts():
    fields = [Article._meta.get_field(name) for name in field_names()]
    return [one.name for one in fields if isinstance(one, models.CharField | models.TextField) and not one.choices]
