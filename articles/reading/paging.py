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


def page_of(editions, after, length=PAGE_LENGTH, *, newest_first=True):
    """Return (editions of one page, cursor of the next page or ""), newest first or in the order they appeared in.

    ``after`` is a cursor, or "" for the first page. Raises Http404 for anything else.
    """
    editions = editions.newest_first() if newest_first else editions.in_order()
    if after:
        try:
            moment, article = _read(after)
        except ValueError as error:
            raise Http404(f"after: expected a cursor from this list; found {after!r}") from error
        editions = editions.earlier(moment, article) if newest_first else editions.later(moment, article)
    found = list(editions[: length + 1])
    return found[:length], cursor(found[length - 1]) if len(found) > length else ""
