"""Which texts share topics and authors with another one: one question in SQL."""

from articles.models.edition import Edition
from articles.models.edition_sql import live, stored
from articles.models.roles import Role

# Of each topic and author so many texts are compared, the last ones: on a large site they may have every fifth text.
LAST = 50
OTHERS = f"its.language = %(language)s AND its.article_id <> %(article)s AND {live('its')}"
ON_TOPIC = f"""
SELECT other.edition_id FROM articles_edition_topics other JOIN articles_edition its ON its.id = other.edition_id
WHERE other.topic_id = {{}} AND {OTHERS}
ORDER BY other.id DESC LIMIT %(last)s
"""  # noqa: S608 - of constants, as all below
BY_AUTHOR = f"""
SELECT other.edition_id FROM articles_editionbyline other JOIN articles_edition its ON its.id = other.edition_id
WHERE other.author_id = {{}} AND other.language = %(language)s AND other.role = %(author)s AND {OTHERS}
ORDER BY other.first_published_at DESC LIMIT %(last)s
"""  # noqa: S608
# What a list shows of a text lies behind its long columns, and is read of those that are chosen alone.
SQL = """
SELECT one.id, one.article_id, one.language, one.slug, one.title, one.first_published_at, one.reading_minutes
FROM (
  SELECT its.id, its.first_published_at, its.article_id, COUNT(*) AS shared
  FROM articles_edition its JOIN ({}) sharing ON sharing.edition_id = its.id
  GROUP BY its.id, its.first_published_at, its.article_id
  ORDER BY shared DESC, its.first_published_at DESC, its.article_id DESC
  LIMIT %(most)s
) chosen JOIN articles_edition one ON one.id = chosen.id
ORDER BY chosen.shared DESC, chosen.first_published_at DESC, chosen.article_id DESC
"""


def related_to(edition, most, at=None):
    """Return at most ``most`` editions of other articles, live in its language at a moment (aware; default now).

    Those that share most topics and authors come first, then the newest. What lists do not show of them is not fetched.
    Ask it of an edition from ``public_at``, whose topics have been fetched: topics and authors stand as numbers in the
    question, so that PostgreSQL knows which of them have thousands of texts, and walks those from the newest.
    """
    asked = {
        "article": edition.article_id,
        "language": edition.language,
        "author": Role.AUTHOR,
        "last": LAST,
        "most": most,
        "now": stored(at),
    }
    parts = [ON_TOPIC.format(topic.pk) for topic in edition.topics.all()]
    parts += [BY_AUTHOR.format(key) for key in edition.author_keys]
    if not parts:
        return []
    # In parentheses of their own as tables: SQLite takes no order within a part of a UNION.
    sharing = " UNION ALL ".join(f"SELECT edition_id FROM ({part}) part_{n}" for n, part in enumerate(parts))  # noqa: S608
    return list(Edition.objects.raw(SQL.format(sharing), asked))
