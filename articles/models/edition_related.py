"""Which texts share topics and authors with another one: one question in SQL."""

from articles.models.edition import Edition
from articles.models.edition_sql import live, stored
from articles.models.roles import Role

# As many are compared of those on its topics, and of those by its authors: all may be every fifth text of a large site.
# Of the same language, so that many texts in one leave the other's what they have.
LAST_RELEASED = 400
SQL = f"""
SELECT id, article_id, language, slug, title, first_published_at, reading_minutes, COUNT(*) AS shared
FROM articles_edition JOIN (
  SELECT edition_id FROM (
    SELECT other.edition_id FROM articles_edition_topics mine
    JOIN articles_edition_topics other ON other.topic_id = mine.topic_id
    JOIN articles_edition its ON its.id = other.edition_id
    WHERE mine.edition_id = %(edition)s AND its.language = %(language)s ORDER BY other.id DESC LIMIT %(last)s
  ) on_its_topics
  UNION ALL
  SELECT edition_id FROM (
    SELECT other.edition_id FROM articles_editionbyline mine
    JOIN articles_editionbyline other ON other.author_id = mine.author_id
    JOIN articles_edition its ON its.id = other.edition_id
    WHERE mine.edition_id = %(edition)s AND its.language = %(language)s
      AND mine.role = %(author)s AND other.role = %(author)s
    ORDER BY other.id DESC LIMIT %(last)s
  ) by_its_authors
) sharing ON sharing.edition_id = id
WHERE language = %(language)s AND article_id <> %(article)s AND {live("articles_edition")}
GROUP BY id, article_id, language, slug, title, first_published_at, reading_minutes
ORDER BY shared DESC, first_published_at DESC, article_id DESC
LIMIT %(most)s
"""  # noqa: S608 - of constants


def related_to(edition, most, at=None):
    """Return at most ``most`` editions of other articles, live in its language at a moment (aware; default now).

    Those that share most topics and authors come first, then the newest. What lists do not show of them is not fetched.
    """
    asked = {
        "edition": edition.pk,
        "article": edition.article_id,
        "language": edition.language,
        "author": Role.AUTHOR,
        "last": LAST_RELEASED,
        "most": most,
        "now": stored(at),
    }
    return list(Edition.objects.raw(SQL, asked))
