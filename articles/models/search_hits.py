"""Asking the search index: the same terms, the same order, on SQLite and PostgreSQL.

A hit stands in the best place (title, byline, standfirst, text) by which all words are found; within a place the newest
stands first. The places are asked one after the other, each walks its rows in their order, and the walk ends as soon as
the page is full: so a word of every text costs no more than a rare one.
"""

from itertools import pairwise

from django.db import connection, connections, router
from django.db.models import Prefetch

from articles.models.edition import Edition
from articles.models.edition_byline import EditionByline
from articles.models.edition_sql import stored
from articles.models.search_index import EDITION_MASK, FUNCTION, TABLE
from articles.models.search_terms import PLACES, TEXT, pair_term, term

EDITIONS = Edition._meta.db_table

MOST_COUNTED = 1000  # beyond that it is "more than 1000": counting on would cost what no reader wants to know
# What a page of hits shows of an edition; the HTML stays in the database.
COLUMNS = (
    *("id", "article_id", "language", "slug", "title", "standfirst", "excerpt", "plain_text"),
    *("outlet_id", "first_published_at"),
)
# What is live, as EditionQuerySet.live has it: the tests hold the two together.
LIVE = (
    "edition.language = %s AND edition.published_at <= %s AND edition.withdrawn_at IS NULL "
    "AND (edition.superseded_at IS NULL OR edition.superseded_at > %s)"
)
# The rows that match, each beside its live edition. The number of the edition is a part of the row's: no column has to
# be read to know it. On PostgreSQL the rows are put in order before the first edition is looked at, and editions are
# looked at one by one (LIMIT keeps it from making a join of it) until the page is full.
_ROWS = {
    "sqlite": (
        f"FROM {TABLE} CROSS JOIN {EDITIONS} AS edition "
        f"WHERE {TABLE} MATCH %s AND edition.id = ({TABLE}.rowid & {EDITION_MASK}) AND {LIVE}"
    ),
    "postgresql": (
        f"FROM (SELECT rowid FROM {FUNCTION}(%s::tsquery) AS rowid ORDER BY rowid DESC) AS {TABLE} "  # noqa: S608
        f"CROSS JOIN LATERAL "
        f"(SELECT edition.id FROM {EDITIONS} AS edition "
        f"WHERE edition.id = ({TABLE}.rowid & {EDITION_MASK}) AND {LIVE} LIMIT 1) AS edition WHERE true"
    ),
}
_CONTAINS = {
    "sqlite": f"instr({TABLE}.phrases, %s)",
    "postgresql": f"(SELECT strpos(entry.phrases, %s) FROM {TABLE} AS entry WHERE entry.rowid = {TABLE}.rowid)",  # noqa: S608
}
_AND = {"sqlite": " AND ", "postgresql": " & "}
_OR = {"sqlite": " OR ", "postgresql": " | "}


def find(query, filters=(), *, after=None, length, at=None):
    """Return the live editions (a list) that a Query finds, best place first, then newest first.

    ``filters`` are terms (search_terms.filter_term) that all have to hold. ``after`` is the (place, row) of the hit
    after which to go on. Each edition knows its ``place``, ``row`` and ``total``, the number of all hits up to
    MOST_COUNTED + 1.
    """
    first = after[0] if after else min(PLACES)
    places = [place for place in PLACES if place >= first] if query.words else [TEXT]
    arms, values = [], []
    for place in places:
        rows, asked = _rows(query, filters, place, at)
        if after and place == after[0]:
            rows, asked = f"{rows} AND {TABLE}.rowid < %s", [*asked, after[1]]
        arms.append(
            f"SELECT * FROM (SELECT {place} AS place, {TABLE}.rowid AS number, edition.id AS edition {rows} "  # noqa: S608
            f"ORDER BY {TABLE}.rowid DESC LIMIT {length:d}) AS place_{place}"
        )
        values += asked
    # The arms are run in order, and no more of them than the page needs; both databases do, and PostgreSQL runs none of
    # them in parallel, since a function stands in each.
    everywhere, asked = _rows(query, filters, TEXT, at, alone=True)
    columns = ", ".join(f"edition.{name}" for name in COLUMNS)
    statement = (
        f"SELECT {columns}, hit.place AS place, hit.number AS row, "  # noqa: S608 - constants and numbers, no words
        f"(SELECT count(*) FROM (SELECT 1 {everywhere} LIMIT {MOST_COUNTED + 1}) AS counted) AS total "
        f"FROM (SELECT * FROM ({' UNION ALL '.join(arms)}) AS arms LIMIT {length:d}) AS hit "
        f"JOIN {EDITIONS} AS edition ON edition.id = hit.edition ORDER BY hit.place, hit.number DESC"
    )
    signatures = EditionByline.objects.select_related("author", "organization")
    return list(
        Edition.objects.raw(statement, [*asked, *values]).prefetch_related(Prefetch("bylines", signatures), "topics")
    )


def first_that_finds(queries, *, at=None):
    """Return the number of the first of some queries (a list of Query, one or more) that finds anything, or None."""
    arms, values = [], []
    for number, query in enumerate(queries):
        rows, asked = _rows(query, (), TEXT, at, alone=True)
        arms.append(f"SELECT {number} AS number WHERE EXISTS (SELECT 1 {rows})")
        values += asked
    with connections[router.db_for_read(Edition)].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(arms) + " ORDER BY number LIMIT 1", values)
        found = cursor.fetchone()
    return found[0] if found else None


def _rows(query, filters, place, at, *, alone=False):
    """Return the FROM and WHERE of what stands in a place, and in no better one unless ``alone``; and their values."""
    moment = stored(at)
    contains = _CONTAINS[connection.vendor]
    # Two words side by side are a term of their own; a longer phrase has its pairs, and then to be read.
    phrases = [_in_a_row(words) for words in query.phrases if len(words) > 2]
    unwanted = [_in_a_row(words) for words in query.without if len(words) > 2]
    better = place - 1 if not alone and query.words and place > min(PLACES) else None
    rows = _ROWS[connection.vendor] + f" AND {contains} > 0" * len(phrases) + f" AND {contains} = 0" * len(unwanted)
    expression = _expression(query, filters, place, better)
    return rows, [expression, query.language, moment, moment, *phrases, *unwanted]


def _in_a_row(words):
    return f" {' '.join(words)} "


def _expression(query, filters, place, better):
    """Return the condition on the terms in the database's own language; terms are letters, digits, @ and _ only."""
    both, either = _AND[connection.vendor], _OR[connection.vendor]
    pairs = [pair_term(*pair) for words in query.phrases for pair in pairwise(words)]
    wanted = both.join(_quoted([*(term(word, place) for word in query.words), *pairs, *filters]))
    unwanted = _quoted(term(words[0], TEXT) for words in query.without if len(words) == 1)
    unwanted += _quoted(pair_term(*words) for words in query.without if len(words) == 2)
    if better is not None:
        unwanted.append(f"({both.join(_quoted(term(word, better) for word in query.words))})")
    if not unwanted:
        return wanted
    without = f"({either.join(unwanted)})"
    return f"({wanted}) NOT {without}" if connection.vendor == "sqlite" else f"{wanted} & !{without}"


def _quoted(terms):
    sign = '"' if connection.vendor == "sqlite" else "'"
    return [f"{sign}{one}{sign}" for one in terms]
