"""Reprinting: an edition that says word for word what an earlier one says, under a number and a moment of its own."""

from articles.models import Edition, EditionByline
from articles.models.search_index import index
from articles.press.making_way import make_way

# What a row of its own decides; all else is copied, whatever the manuscript says by now.
OWN = {
    "id",
    "number",
    "published_at",
    "first_published_at",
    "updated_at",
    "superseded_at",
    "withdrawn_at",
    "withdrawal_reason",
    "withdrawn_by_id",
    "change",
    "change_note",
    "time_zone",
    "released_by_id",
}
COPIED = [field.attname for field in Edition._meta.concrete_fields if field.attname not in OWN]
OF_ITS_EDITION = {"id", "edition_id", "language", "first_published_at"}
SIGNED = [field.attname for field in EditionByline._meta.concrete_fields if field.attname not in OF_ITS_EDITION]


def reprint(edition, *, at, now, by, **fields):
    """Print an edition's text again, to be public from a moment on in place of what is live or scheduled; return it.

    ``fields`` give the rest of OWN that is not told by the arguments or by the row's number. Call inside a transaction
    that has locked the article.
    """
    number = make_way(edition.article_id, edition.language, at=at, now=now, by=by)
    copied = {name: getattr(edition, name) for name in COPIED}
    again = Edition.objects.create(**copied, number=number, published_at=at, released_by=by, **fields)
    EditionByline.objects.bulk_create(_copy(line, again) for line in edition.bylines.all())
    again.topics.set(edition.topics.all())
    index([again])
    return again


def _copy(line, edition):
    return EditionByline.under(edition, **{name: getattr(line, name) for name in SIGNED})
