"""The seed's records: read from the fixture once in a process, copied row by row into every further empty database."""

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

from articles.models.search_index import TABLE

# By table: its columns, and its rows as the database gives them.
_kept: dict[str, tuple[list[str], list[tuple]]] = {}


@transaction.atomic
def load_seed() -> None:
    """What `loaddata seed` does. Only an empty database can be given copies: where there is something, it is loaded."""
    models = [model for app in ("authors", "articles") for model in apps.get_app_config(app).get_models(True)]
    tables = [model._meta.db_table for model in models]
    if not _empty(tables):
        call_command("loaddata", "seed", verbosity=0)
        return
    with connection.cursor() as cursor:
        # No model's, so what empties a database passes it over.
        cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608
    if not _kept:
        call_command("loaddata", "seed", verbosity=0)
        _kept.update({table: _rows(table, "*") for table in tables})
        # The rows of FTS5 have a number that is none of its columns.
        _kept[TABLE] = _rows(TABLE, "rowid, terms, phrases" if connection.vendor == "sqlite" else "*")
    else:
        _copy()
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), models):
                cursor.execute(statement)


def _empty(tables: list[str]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + " OR ".join(f"EXISTS (SELECT 1 FROM {table})" for table in tables))  # noqa: S608
        return not cursor.fetchone()[0]


def _rows(table: str, columns: str) -> tuple[list[str], list[tuple]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {table}")  # noqa: S608
        rows = cursor.fetchall()
        return [column[0] for column in cursor.description], rows


def _copy() -> None:
    with connection.cursor() as cursor:
        for table, (columns, rows) in _kept.items():
            if rows:
                row = f"({', '.join(['%s'] * len(columns))})"
                names = ", ".join(connection.ops.quote_name(name) for name in columns)
                values = [value for one in rows for value in one]
                cursor.execute(f"INSERT INTO {table} ({names}) VALUES {', '.join([row] * len(rows))}", values)  # noqa: S608
