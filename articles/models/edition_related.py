"""Which texts share topics and authors with another one: one question in SQL."""

from articles.models.edition import Edition
from articles.models.edition_sql import live, stored
from articles.models.roles import Role

# Of each topic and author so many texts are compared, the last ones: on a large site they may have every fifth text.
# Of the same language, so that many texts in one leave the other's what they have.
LAST = 50
COMPARED = 4  # topics, and authors: the first ones of a text
ON_TOPIC = """
SELECT other.edition_id FROM articles_edition_topics other JOIN articles_edition its ON its.id = other.edition_id
WHERE other.topic_id = (
    SELECT topic_id FROM articles_edition_topics WHERE edition_id = %(edition)s
    ORDER BY topic_id LIMIT 1 OFFSET {place}
  ) AND its.language = %(language)s
ORDER BY other.id DESC LIMIT %(last)s
"""
BY_AUTHOR = """
SELECT other.edition_id FROM articles_editionbyline other
WHERE other.author_id = (
    SELECT author_id FROM articles_editionbyline
    WHERE edition_id = %(edition)s AND role = %(author)s AND author_id IS NOT NULL
    ORDER BY position LIMIT 1 OFFSET {place}
  ) AND other.language = %(language)s AND other.role = %(author)s
ORDER BY other.first_published_at DESC LIMIT %(last)s
"""
SHARING = " UNION ALL ".join(
    f"SELECT edition_id FROM ({part.format(place=place)}) {name}_{place}"  # noqa: S608 - of constants, as below
    for name, part in {"topic": ON_TOPIC, "author": BY_AUTHOR}.items()
    for place in range(COMPARED)
)
# What a list shows of a text lies behind its long columns, and is read of those that are chosen alone.
SQL = f"""
SELECT one.id, one.article_id, one.language, one.slug, one.title, one.first_published_at, one.reading_minutes
FROM (
  SELECT its.id, its.first_published_at, its.article_id, COUNT(*) AS shared
  FROM articles_edition its JOIN ({SHARING}) sharing ON sharing.edition_id = its.id
  WHERE its.language = %(language)s AND its.article_id <> %(article)s AND {live("its")}
  GROUP BY its.id, its.first_published_at, its.article_id
  ORDER BY shared DESC, its.first_published_at DESC, its.article_id DESC
  LIMIT %(most)s
) chosen JOIN articles_edition one ON one.id = chosen.id
ORDER BY chosen.shared DESC, chosen.first_published_at DESC, chosen.article_id DESC
"""  # noqa: S608


def related_to(edition, most, at=None):
    """Return at most ``most`` editions of other articles, live in its language at a moment (aware; default now).

    Those that share most topics and authors come first, then the newest. What lists do not show of them is not fetched.
    """
    asked = {
        "edition": edition.pk,
        "article": edition.article_id,
        "language": edition.language,
        "author": Role.AUTHOR,
        "last": LAST,
        "most": most,
        "now": stored(at),
    }
    return list(Edition.objects.raw(SQL, asked))
