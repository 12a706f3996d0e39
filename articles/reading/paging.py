"""Keyset pages: a list of any length costs the same at its end as at its beginning."""

from datetime import UTC, datetime

from django.http import Http404

PAGE_LENGTH = 30


def cursor(edition):
    """Return the place of an edition in a list by moment: ``20190613T120000.000000Z-42``."""
    return f"{edition.first_published_at.astimezone(UTC):%Y%m%dT%H%M%S.%fZ}-{edition.article_id}"


def _read(text):
    moment, _, article = text.partition("-")
    if not (article.isascii() and article.isdigit() and len(article) < 19):
        raise ValueError(text)
    return datetime.strptime(moment, "%Y%m%dT%H%M%S.%fZ").replace(tzinfo=UTC), int(article)


def later_parts(editions, length=PAGE_LENGTH, *, newest_first=True):
    """Yield the cursors by which the pages of a list lead to one another: none where there is one page."""
    ordered = editions.newest_first() if newest_first else editions.in_order()
    found = list(ordered.only("first_published_at", "article"))
    for place in range(length, len(found), length):
        yield cursor(found[place - 1])


def page_of(editions, after, length=PAGE_LENGTH, *, newest_first=True, found_by=None):
    """Return (editions of one page, cursor of the next page or ""), newest first or in the order they appeared in.

    ``after`` is a cursor, or "" for the first page. Raises Http404 for anything else. ``found_by`` are signatures, one
    an edition, by which the list is found; by default it is all of ``editions``.
    """
    listed = _ordered(editions if found_by is None else found_by, newest_first)
    if after:
        try:
            moment, article = _read(after)
        except ValueError as error:
            raise Http404(f"after: expected a cursor from this list; found {after!r}") from error
        listed = listed.earlier(moment, article) if newest_first else listed.later(moment, article)
    listed = listed[: length + 1]
    if found_by is not None:
        listed = _ordered(editions.with_keys(listed.values("edition_id")), newest_first)
    found = list(listed)
    following = cursor(found[length - 1]) if len(found) > length else ""
    return found[:length], following


def _ordered(listed, newest_first):
    return listed.newest_first() if newest_first else listed.in_order()
