"""The databases: DATABASE_URL and DATABASE_REPLICA_URL checked, and what each connection is told at its start."""

import os
from pathlib import Path
from urllib.parse import quote

import dj_database_url
from psycopg2 import ProgrammingError
from psycopg2.extensions import ISOLATION_LEVEL_REPEATABLE_READ, make_dsn

from config.environment import parsed, refuse, text

HOW = "postgres://user:password@host/name or sqlite:////absolute/path"
REPLICA_HOW = "postgres://user:password@host/name"
POSTGRESQL = "django.db.backends.postgresql"
ENGINES = {POSTGRESQL, "django.db.backends.sqlite3"}
# What PostgreSQL's own library waits for, where DATABASE_URL says nothing else: a server that accepts and never answers
# (seconds), and one whose machine is gone (milliseconds, and seconds between questions to an idle one). None of them
# ends a long statement whose server is alive.
WAITING = {
    "connect_timeout": 3,
    "tcp_user_timeout": 20_000,
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
}


def database(folder):
    """Return the settings of the database that DATABASE_URL names; of a file in `folder` when it is empty."""
    if not text("DATABASE_URL"):
        _make(folder)
    found = parsed("DATABASE_URL", _parse, default=f"sqlite:///{quote(str(folder / 'diptych.sqlite3'))}", how=HOW)
    if found["ENGINE"] not in ENGINES:
        refuse("DATABASE_URL", "a postgres:// or sqlite:// address", repr(found["ENGINE"]))
    if found["ENGINE"].endswith("sqlite3"):
        return _sqlite(found)
    return _postgresql("DATABASE_URL", HOW, found)


def replica(primary):
    """Return the settings of the replica that DATABASE_REPLICA_URL names, or None.

    ``primary`` are the settings of the database that it follows. A transaction at the replica sees one state only.
    """
    if not text("DATABASE_REPLICA_URL"):
        return None
    found = parsed("DATABASE_REPLICA_URL", _parse, default="", how=REPLICA_HOW)
    if found["ENGINE"] != POSTGRESQL:
        refuse("DATABASE_REPLICA_URL", "a postgres:// address", repr(found["ENGINE"]))
    found = _postgresql("DATABASE_REPLICA_URL", REPLICA_HOW, found)
    if primary["ENGINE"] != POSTGRESQL:
        how = "a PostgreSQL in DATABASE_URL, of which it is a replica"
        refuse("DATABASE_REPLICA_URL", how, repr(primary["ENGINE"]))
    return found | {"OPTIONS": found["OPTIONS"] | {"isolation_level": ISOLATION_LEVEL_REPEATABLE_READ}}


def _make(folder):
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        refuse("DATABASE_URL", HOW, f"nothing, and the folder of the default cannot be made ({error})")


def _parse(url):
    if "#" in url:
        raise ValueError("'#' is written %23")
    return dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)


def _postgresql(name, how, found):
    if not found["NAME"].strip():
        refuse(name, how, "no name of a database")
    try:
        make_dsn(**found.get("OPTIONS", {}))
    except ProgrammingError as error:
        refuse(name, "options that PostgreSQL's library knows", str(error).strip())
    found["OPTIONS"] = WAITING | found.get("OPTIONS", {})
    return found


def _sqlite(found):
    file = Path(found["NAME"])
    if not file.is_absolute() or found.get("HOST") or found.get("USER"):
        refuse("DATABASE_URL", HOW, f"no absolute path: {found['NAME']!r}")
    if found.get("OPTIONS"):
        refuse("DATABASE_URL", HOW, f"options, of which SQLite takes none here: {', '.join(found['OPTIONS'])}")
    if file.is_dir() or not file.parent.is_dir():
        kind = "a folder" if file.is_dir() else "a file in a folder that does not exist"
        refuse("DATABASE_URL", HOW, f"{kind}: {found['NAME']!r}")
    found["OPTIONS"] = {
        # A deferred transaction that reads first cannot wait for another writer, it fails: take the lock at the start.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
    if file.exists() and not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)):
        found["NAME"] = _read_only(file)
        found["OPTIONS"]["init_command"] = ""
    return found


def _read_only(file):
    """Return the URI under which SQLite reads a file that it may not write: readers' pages go on.

    A file in WAL mode cannot be opened without the files beside it, which cannot be made in a folder that is read-only
    too. There SQLite has to be told that nobody changes the file (sqlite.org/wal.html, "Read-Only Databases"), unless
    the files are there: then they hold the newest writes.
    """
    alone = not os.access(file.parent, os.W_OK) and not Path(f"{file}-wal").exists()
    return f"file:{quote(str(file))}?mode=ro{'&immutable=1' if alone else ''}"
