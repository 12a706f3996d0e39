"""Which database is asked: the primary, except by readers' requests that are led to its replica."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import DEFAULT_DB_ALIAS

PRIMARY, REPLICA = DEFAULT_DB_ALIAS, "replica"
_source = ContextVar("source", default=PRIMARY)


class Router:
    """Whoever has not been led to the replica, reads from the primary; so do the desk and every command."""

    def db_for_read(self, model, **hints):
        return _source.get()

    def db_for_write(self, model, **hints):
        return PRIMARY

    def allow_relation(self, one, other, **hints):
        return True  # they are two copies of the same rows

    def allow_migrate(self, database, app_label, **hints):
        return database == PRIMARY


def source():
    """Return the database (its alias) that is read from here."""
    return _source.get()


@contextmanager
def reading_from(database):
    """Read from a database (its alias) inside the block, and in no other thread."""
    before = _source.set(database)
    try:
        yield
    finally:
        _source.reset(before)
