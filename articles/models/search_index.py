"""The search index: one row an edition, FTS5 on SQLite, a tsvector under a GIN index on PostgreSQL.

Neither database reads the texts: both are given the terms that articles/models/search_terms.py makes. The row's number
is its place in time, so that "newest first" is the order of the rows themselves and nothing has to be sorted.

No Django model: an index is no content, and has no place in `dumpdata`. What is in it follows from the editions.
"""

from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import connection, transaction
from django.db.models import prefetch_related_objects

from articles.models.search_terms import terms_and_phrases

TABLE = "articles_searchentry"
FUNCTION = "articles_searched"
EDITION_BITS = 25  # 33 million editions; the seconds of any date have room above them in a 64-bit number
EDITION_MASK = (1 << EDITION_BITS) - 1
AT_ONCE = 200  # editions with their texts in memory at a time

_CREATE = {
    # The "ascii" tokenizer takes every character beyond ASCII for part of a word and folds none of them: our terms stay
    # as they are. `detail` and `columnsize` leave out what only FTS5's own phrases and ranking would need.
    "sqlite": [
        f"CREATE VIRTUAL TABLE {TABLE} USING fts5(terms, phrases UNINDEXED, "
        "detail=none, columnsize=0, tokenize=\"ascii tokenchars '@_'\")"
    ],
    "postgresql": [
        f"CREATE TABLE {TABLE} (rowid bigint PRIMARY KEY, edition_id bigint NOT NULL UNIQUE, "
        # The long values stand apart, so that the rows of a word of every text are few pages to read.
        "terms tsvector NOT NULL, phrases text NOT NULL) WITH (toast_tuple_target = 128)",
        # No list of what is still to be merged: every search would read it.
        f"CREATE INDEX {TABLE}_terms ON {TABLE} USING gin (terms) WITH (fastupdate = off)",
        # PostgreSQL guesses how many rows a word has, and reads every row's terms when it guesses wrong: a second
        # instead of a hundredth. A function with settings of its own is planned by itself: by the index, always.
        f"CREATE FUNCTION {FUNCTION}(tsquery) RETURNS SETOF bigint LANGUAGE sql STABLE "  # noqa: S608 - constants
        "SET enable_seqscan = off SET enable_indexscan = off "
        f"AS $$ SELECT rowid FROM {TABLE} WHERE terms @@ $1 $$",
    ],
}
_DROP = {
    "sqlite": [f"DROP TABLE {TABLE}"],
    "postgresql": [f"DROP FUNCTION {FUNCTION}(tsquery)", f"DROP TABLE {TABLE}"],
}
_REMOVE = {
    "sqlite": f"DELETE FROM {TABLE} WHERE rowid = %(row)s",  # noqa: S608 - constants, as below
    "postgresql": f"DELETE FROM {TABLE} WHERE rowid = %(row)s OR edition_id = %(edition)s",  # noqa: S608
}
_INSERT = {
    "sqlite": f"INSERT INTO {TABLE} (rowid, terms, phrases) VALUES (%(row)s, %(terms)s, %(phrases)s)",  # noqa: S608
    "postgresql": f"INSERT INTO {TABLE} (rowid, edition_id, terms, phrases) "  # noqa: S608
    "VALUES (%(row)s, %(edition)s, array_to_tsvector(%(terms)s), %(phrases)s)",
}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def row_number(edition):
    """Return the number of an edition's row: the second of its first publication, then its own number."""
    seconds = int((edition.first_published_at - _EPOCH).total_seconds() // 1)
    return (seconds << EDITION_BITS) | (edition.pk & EDITION_MASK)


def create(schema_editor):
    for statement in _CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(schema_editor):
    for statement in _DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


@contextmanager
def index_in_bulk():
    """Have the index take many rows inside the block, and be as quick to search as ever after it.

    PostgreSQL then keeps what is new in a list (GIN, "Fast Update Technique"), which searches have to read.
    """
    if connection.vendor != "postgresql":
        yield
        return
    alter = f"ALTER INDEX {TABLE}_terms SET (fastupdate = {{}})"
    with connection.cursor() as cursor:
        cursor.execute(alter.format("on"))
        try:
            yield
        finally:
            cursor.execute(alter.format("off"))
            cursor.execute(f"SELECT gin_clean_pending_list('{TABLE}_terms')")


@transaction.atomic
def index(editions):
    """Write the rows of saved editions (an iterable), new or anew: bylines and topics have to be there already."""
    batch = []
    for edition in editions:
        batch.append(edition)
        if len(batch) == AT_ONCE:
            _write(batch)
            batch = []
    _write(batch)


@transaction.atomic
def index_new(editions):
    """Write the rows of editions (a list) that have none yet."""
    _write(editions, replacing=False)


@transaction.atomic
def index_anew(editions):
    """Empty the index and write the rows of these editions (a queryset of all there are). Return their number."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608 - a constant
    index(editions.iterator(chunk_size=AT_ONCE))
    return editions.count()


def _write(editions, *, replacing=True):
    prefetch_related_objects(editions, "bylines__author", "bylines__organization", "topics", "outlet")
    with connection.cursor() as cursor:
        for edition in editions:
            terms, phrases = terms_and_phrases(edition)
            values = {"row": row_number(edition), "edition": edition.pk, "terms": terms, "phrases": phrases}
            if connection.vendor == "sqlite":
                values["terms"] = " ".join(terms)
            if replacing:
                cursor.execute(_REMOVE[connection.vendor], values)
            cursor.execute(_INSERT[connection.vendor], values)
