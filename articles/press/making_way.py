"""Making way: what becomes of a language's editions when another one takes their place, or none after all."""

from articles.models import Edition
from articles.press.carry_over import let_go


def make_way(article, language, *, at, now, by):
    """End the edition that is live at the moment of the next one, drop one that is scheduled; return the next number.

    ``article`` is a primary key, ``at`` and ``now`` are aware datetimes. Call inside a transaction that has locked the
    article.
    """
    mine = Edition.objects.of_articles(article).in_language(language)
    for scheduled in mine.scheduled(now):
        drop(scheduled)
        let_go(scheduled, by=by)
    mine.live(at=now).update(superseded_at=at)
    return mine.next_number()


def drop(edition):
    """Let a scheduled edition make way without ever having been live (the database allows it until its moment)."""
    Edition.objects.filter(pk=edition.pk).update(superseded_at=edition.published_at)


def go_on(article, language, *, now):
    """Let the live edition of a language go on, of which a scheduled one was to take the place."""
    Edition.objects.of_articles(article).in_language(language).live(at=now).update(superseded_at=None)
