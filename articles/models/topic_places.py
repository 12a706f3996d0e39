"""The topics of an edition, and what stands beside it in those that are a series: one question in SQL."""

from articles.models.edition_sql import live, stored
from articles.models.fetched import remember
from articles.models.topic import Topic


def _beside(earlier, order):
    """Return the key of the first text of a series on one side of an edition."""
    return f"""CASE WHEN topic.is_series THEN (
    SELECT one.id FROM articles_edition_topics filed JOIN articles_edition one ON one.id = filed.edition_id
    WHERE filed.topic_id = topic.id AND one.language = %(language)s AND {live("one")}
      AND (one.first_published_at, one.article_id) {earlier} (%(moment)s, %(article)s)
    ORDER BY one.first_published_at {order}, one.article_id {order} LIMIT 1
  ) END"""  # noqa: S608 - of constants


SQL = f"""
SELECT topic.*, before.title AS before_title, before.slug AS before_slug, after.title AS after_title,
  after.slug AS after_slug
FROM articles_edition_topics mine JOIN articles_topic topic ON topic.id = mine.topic_id
LEFT JOIN articles_edition before ON before.id = {_beside("<", "DESC")}
LEFT JOIN articles_edition after ON after.id = {_beside(">", "ASC")}
WHERE mine.edition_id = %(edition)s
ORDER BY topic.slug
"""  # noqa: S608 - of constants


def fetch_topics(edition, at=None):
    """Fetch the topics of an edition, each with ``before`` and ``after``: in a series the live texts next to it.

    They are dicts of title and slug, or None; live in its language at a moment (aware; default now).
    """
    asked = {
        "edition": edition.pk,
        "article": edition.article_id,
        "language": edition.language,
        "moment": stored(edition.first_published_at),
        "now": stored(at),
    }
    topics = list(Topic.objects.raw(SQL, asked))
    for topic in topics:
        for side in ("before", "after"):
            title, slug = getattr(topic, f"{side}_title"), getattr(topic, f"{side}_slug")
            setattr(topic, side, slug and {"title": title, "slug": slug})
    remember(edition, "topics", topics)
