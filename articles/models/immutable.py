"""Rows that never change: refused by the model with words, and by the database for every other way in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NeverChanges(Exception):
    """Somebody tried to change or delete what has been published."""


class ImmutableQuerySet(models.QuerySet):
    def delete(self):
        raise NeverChanges(_("What has been published is never deleted; withdraw it."))


class Immutable(models.Model):
    """A row that is written once."""

    class Meta:
        abstract = True

    def save(self, **kwargs):
        if not self._state.adding:
            raise NeverChanges(_("What has been published never changes; release a new edition."))
        super().save(**kwargs)

    def delete(self, **kwargs):
        raise NeverChanges(_("What has been published is never deleted; withdraw it."))


# Triggers. Every migration that alters one of these tables ends with `install`: SQLite makes an altered table anew,
# and its triggers are gone with the old one.

SET_ONCE = {"withdrawn_at", "withdrawal_reason", "withdrawn_by_id"}
SUPERSEDED = "superseded_at"  # settled once its moment has passed; a scheduled one can still be moved


def _sqlite_condition(columns):
    changed = [f"OLD.{name} IS NOT NEW.{name}" for name in columns if name not in SET_ONCE | {SUPERSEDED}]
    changed += [f"(OLD.withdrawn_at IS NOT NULL AND OLD.{n} IS NOT NEW.{n})" for n in sorted(SET_ONCE & set(columns))]
    if SUPERSEDED in columns:
        changed.append(
            "(OLD.superseded_at IS NOT NEW.superseded_at AND OLD.superseded_at <= strftime('%Y-%m-%d %H:%M:%f', 'now'))"
        )
    return " OR ".join(changed)


def _postgresql_condition(columns):
    changed = [f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in columns if name not in SET_ONCE | {SUPERSEDED}]
    changed += [
        f"(OLD.withdrawn_at IS NOT NULL AND OLD.{n} IS DISTINCT FROM NEW.{n})" for n in sorted(SET_ONCE & set(columns))
    ]
    if SUPERSEDED in columns:
        changed.append("(OLD.superseded_at IS DISTINCT FROM NEW.superseded_at AND OLD.superseded_at <= now())")
    return " OR ".join(changed)


def _removal(vendor, table):
    return f"DROP TRIGGER IF EXISTS {table}_immutable" + (f" ON {table}" if vendor == "postgresql" else "")


def _statements(vendor, table, columns):
    message = f"{table}: what has been published never changes"
    yield _removal(vendor, table)
    if vendor == "sqlite":
        yield (
            f"CREATE TRIGGER {table}_immutable BEFORE UPDATE ON {table} WHEN {_sqlite_condition(columns)} "
            f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )
    elif vendor == "postgresql":
        yield (
            f"CREATE OR REPLACE FUNCTION {table}_immutable() RETURNS trigger LANGUAGE plpgsql AS $$ "
            f"BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        yield (
            f"CREATE TRIGGER {table}_immutable BEFORE UPDATE ON {table} FOR EACH ROW "
            f"WHEN ({_postgresql_condition(columns)}) EXECUTE FUNCTION {table}_immutable()"
        )


def install(*model_names):
    """Return the function for RunPython that puts the triggers on these models' tables, as the migration sees them."""

    def run(apps, schema_editor):
        for name in model_names:
            meta = apps.get_model("articles", name)._meta
            columns = [field.column for field in meta.local_fields]
            for statement in _statements(schema_editor.connection.vendor, meta.db_table, columns):
                schema_editor.execute(statement)

    return run


def uninstall(*model_names):
    """Return the function for RunPython that takes the triggers off, for a migration that has to fill a column."""

    def run(apps, schema_editor):
        for name in model_names:
            table = apps.get_model("articles", name)._meta.db_table
            schema_editor.execute(_removal(schema_editor.connection.vendor, table))

    return run
