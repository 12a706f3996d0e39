"""The generation: what stored pages are right for, raised by the database itself with every change that readers see."""

from dataclasses import dataclass
from datetime import datetime

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Min

from articles.models.edition import Edition


@dataclass(frozen=True)
class Standing:
    """How things stand for readers: pages made under ``token`` are right until ``next_moment`` (aware, or None).

    ``number`` grows with every change. What was made before ``floor`` may show what has been withdrawn since.
    """

    number: int = 0
    token: str = ""
    floor: int = 0
    next_moment: datetime | None = None


def standing(at, using=DEFAULT_DB_ALIAS):
    """Return the Standing at a moment (aware datetime), with the next scheduled moment after it. Two queries.

    ``using`` names the database that is asked.
    """
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT number, token, floor FROM articles_generation")
        row = cursor.fetchone()
    scheduled = Edition.objects.using(using).filter(published_at__gt=at, withdrawn_at=None)
    coming = scheduled.aggregate(first=Min("published_at"))
    return Standing(*row, coming["first"]) if row else Standing(next_moment=coming["first"])


def token(using):
    """Return the token (str) under which a database stands; None where nothing has been published yet. One query."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT token FROM articles_generation")
        row = cursor.fetchone()
    return row[0] if row else None


# One row, and no model: what is true of a database is no part of a dump. Nothing writes to it but the triggers below,
# inside the transaction that changes what readers see. The token is new each time, so that a database brought back from
# a backup is not taken for the one that had gone on from there.
TABLE = """
CREATE TABLE IF NOT EXISTS articles_generation (
  id integer PRIMARY KEY, number bigint NOT NULL, token varchar(32) NOT NULL, floor bigint NOT NULL
)
"""
ROW = 1
EDITIONS = "articles_edition"
TABLES = (
    EDITIONS,
    "articles_editionbyline",
    "articles_edition_topics",
    "articles_topic",
    "authors_author",
    "authors_organization",
    "authors_affiliation",
)
# A withdrawal sets a column of an edition; whatever is deleted is gone for readers too.
WITHDRAWING = "OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL"


def _raise(token, floor):
    return (
        f"INSERT INTO articles_generation (id, number, token, floor) VALUES ({ROW}, 1, {token}, 0) "  # noqa: S608
        f"ON CONFLICT (id) DO UPDATE SET number = articles_generation.number + 1, token = {token}, floor = {floor};"
    )


KEPT, GONE = "articles_generation.floor", "articles_generation.number + 1"


def _sqlite():
    """Yield (name, table, what follows) of every trigger."""
    anew = "lower(hex(randomblob(16)))"
    events = [
        (verb.lower(), f"{verb} ON {table}", table, GONE if verb == "DELETE" else KEPT)
        for table in TABLES
        for verb in ("INSERT", "UPDATE", "DELETE")
        if (table, verb) != (EDITIONS, "UPDATE")
    ]
    events += [
        ("update", f"UPDATE ON {EDITIONS} WHEN NOT ({WITHDRAWING})", EDITIONS, KEPT),
        ("withdrawal", f"UPDATE ON {EDITIONS} WHEN {WITHDRAWING}", EDITIONS, GONE),
    ]
    for name, event, table, floor in events:
        yield f"{table}_{name}_raises", table, f"AFTER {event} BEGIN {_raise(anew, floor)} END"


FUNCTION = f"""
CREATE OR REPLACE FUNCTION articles_generation_raise() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE gone boolean := TG_OP = 'DELETE';
BEGIN
  IF current_setting('diptych.raised', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    {_raise("md5(gen_random_uuid()::text)", KEPT)}
    PERFORM set_config('diptych.raised', pg_current_xact_id()::text, true);
  END IF;
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = '{EDITIONS}' THEN
    gone := {WITHDRAWING};
  END IF;
  IF gone THEN
    UPDATE articles_generation SET floor = number WHERE floor <> number;
  END IF;
  RETURN NULL;
END $$
"""  # noqa: S608  (no value of anybody's)


def _postgresql():
    """Yield (name, table, what follows) of every trigger.

    They act once, at the end of the transaction: whoever waits for the row then holds it last, so that two transactions
    never wait for one another because of it.
    """
    event = "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION articles_generation_raise()"
    for table in TABLES:
        yield f"{table}_raises", table, f"AFTER INSERT OR UPDATE OR DELETE ON {table} {event}"


def install(apps, schema_editor):
    """Make the table, and put the triggers on those of what readers see, in place of any there are: for RunPython.

    Every migration that alters one of these tables ends with it: SQLite makes an altered table anew, without triggers.
    """
    schema_editor.execute(TABLE)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(FUNCTION)
        for name, table, rest in _postgresql():
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
            schema_editor.execute(f"CREATE CONSTRAINT TRIGGER {name} {rest}")
    else:
        for name, _table, rest in _sqlite():
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
            schema_editor.execute(f"CREATE TRIGGER {name} {rest}")
