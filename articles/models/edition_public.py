"""Which editions of an article are public: one question in SQL, with the texts of those that are live."""

from articles.models.edition import Edition
from articles.models.edition_sql import joined, live, stored
from articles.models.fetched import fetch_partly
from articles.models.roles import Role

TEXTS = ("full_html", "short_html")
COLUMNS = [f.column for f in Edition._meta.concrete_fields if f.name not in (*TEXTS, "plain_text")]
# Those that no longer are live leave their texts in the database: an article may have been corrected a hundred times.
SQL = f"""
SELECT {", ".join(f"one.{column}" for column in COLUMNS)}, outlet.slug AS outlet_slug,
  (SELECT {joined("line.author_id")} FROM articles_editionbyline line
    WHERE line.edition_id = one.id AND line.role = '{Role.AUTHOR}') AS signed_by,
  {", ".join(f"CASE WHEN {live('one')} THEN one.{text} END AS live_{text}" for text in TEXTS)}
FROM articles_edition one LEFT JOIN authors_organization outlet ON outlet.id = one.outlet_id
WHERE one.withdrawn_at IS NULL AND one.published_at <= %(now)s
  AND (one.superseded_at IS NULL OR one.superseded_at > one.published_at)
  AND one.article_id
"""  # noqa: S608 - of the names of columns
OF_ARTICLE = f"{SQL} = %(article)s"
AT_ADDRESS = f"""{SQL} IN (
  SELECT its.article_id FROM articles_edition its
  WHERE its.slug = %(slug)s AND its.language = %(language)s AND {live("its")}
)"""  # noqa: S608 - of constants


def public_of(article, at=None):
    """Return every edition of an article (a key) that was public by a moment (aware; default now) and still may be.

    Of its outlet each knows the slug; the rest is fetched when it is asked for, as are texts that are not live.
    ``author_keys`` are those of the people who sign it as that (int, in no order).
    """
    return _found(OF_ARTICLE, {"article": article}, at)


def public_at(language, slug, at=None):
    """Return the same of the article that is live in a language under a slug at a moment; [] where there is none."""
    return _found(AT_ADDRESS, {"language": language, "slug": slug}, at)


def _found(sql, asked, at):
    return [_complete(one) for one in Edition.objects.raw(sql, {**asked, "now": stored(at)})]


def _complete(edition):
    for text in TEXTS:
        if (read := getattr(edition, f"live_{text}")) is not None:
            setattr(edition, text, read)
    edition.author_keys = [int(key) for key in (edition.signed_by or "").split(",") if key]
    fetch_partly(edition, "outlet", "slug")
    return edition
