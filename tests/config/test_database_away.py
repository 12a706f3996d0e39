"""A database that is away, locked or not to be written: said in plain words, by commands and by pages."""

import json
import shutil
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django import db

from config.errors import is_away
from tests.support.site import Site, make_site

SETTINGS = "config.settings"
ADVICE = "Nothing was written. Is DATABASE_URL right, the database up, writable and migrated?\n"
ASK = """
import json, sys, time
from config import settings
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
from config.wsgi import application
from django.test import Client
began = time.monotonic()
answer = Client(raise_request_exception=False).get(sys.argv[1], secure=True, headers={"host": "example.org"})
print(json.dumps([answer.status_code, dict(answer.headers), answer.content.decode(), time.monotonic() - began]))
"""
READ_ONLY = """
import json, os, sys
of_system = os.access
os.access = lambda path, mode: mode != os.W_OK and of_system(path, mode)
from config import settings
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
from config.wsgi import application
from django.test import Client
client = Client(raise_request_exception=False)
extra = {"secure": True, "headers": {"host": "example.org", "accept-language": "ru"}}
answers = [client.get(path, **extra).status_code for path in ("/en/", "/ru/articles/", "/en/feed.atom", "/readyz")]
form = {"username": "editor", "password": "wrong"}
refusal = client.post("/admin/login/", form, **extra)
print(json.dumps([answers, refusal.status_code, refusal.headers["Retry-After"], refusal.content.decode()]))
"""
SHOW_GROUP = """
import django
django.setup()
from django.contrib.auth.models import Group
print(Group.objects.order_by("pk").last().name)
"""
PATIENCE = """
import sys
from config import settings
settings.DATABASES["default"]["OPTIONS"]["timeout"] = 0.2
import manage
manage.main()
"""


@pytest.fixture
def away() -> str:
    """The address of a PostgreSQL server that is not there: a port that was free a moment ago."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"postgres://diptych@127.0.0.1:{taken.getsockname()[1]}/diptych"


@pytest.fixture
def hanging() -> Iterator[str]:
    """The address of one that accepts connections, and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as mute:
        yield f"postgres://diptych@127.0.0.1:{mute.getsockname()[1]}/diptych"


def ask(path: str, database: str) -> tuple[int, dict, str]:
    return timed(path, database)[:3]


def timed(path: str, database: str) -> tuple[int, dict, str, float]:
    """Status, headers, body, and after how many seconds they came."""
    done = Site(Path("/nowhere")).python("-c", ASK, path, DATABASE_URL=database)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_command_says_that_the_database_is_away(away: str) -> None:
    done = Site(Path("/nowhere")).manage("migrate", DATABASE_URL=away)
    assert done.returncode == 1
    assert done.stderr.startswith('database: connection to server at "127.0.0.1"')
    assert done.stderr.endswith(ADVICE)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("path", "status"),
    [("/livez", {"status": "up"}), ("/readyz", {"status": "ready", "database": "away", "store": {"state": "off"}})],
)
def test_the_process_is_up_and_says_that_its_database_is_not(path: str, status: dict, away: str) -> None:
    code, headers, body = ask(path, away)
    assert (code, json.loads(body), headers["Cache-Control"]) == (200, status, "no-store")


@pytest.mark.parametrize(
    ("path", "sentence", "other"),
    [
        ("/en/articles/", "The site cannot reach its database just now", "Сайт"),
        ("/ru/articles/", "Сайт сейчас не может обратиться к базе данных", "The site cannot"),
    ],
)
def test_a_page_says_so_in_the_reader_s_language_and_is_not_stored(
    path: str, sentence: str, other: str, away: str
) -> None:
    code, headers, body = ask(path, away)
    assert (code, headers["Content-Language"], headers["Retry-After"]) == (503, path[1:3], "60")
    assert "no-store" in headers["Cache-Control"]
    assert sentence in body
    assert other not in body


def test_a_database_that_never_answers_is_away_and_said_so_at_once(hanging: str) -> None:
    code, _headers, body, seconds = timed("/readyz", hanging)
    assert (code, json.loads(body)["database"]) == (200, "away")
    assert seconds < 1.5


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/en/search/?q=a", "The site cannot reach its database just now"),
        ("/ru/search/?q=a", "Сайт сейчас не может обратиться к базе данных"),
    ],
)
def test_a_page_waits_three_seconds_for_a_database_that_never_answers(path: str, sentence: str, hanging: str) -> None:
    code, headers, body, seconds = timed(path, hanging)
    assert (code, headers["Retry-After"], sentence in body) == (503, "60", True)
    assert 2 < seconds < 6


def test_a_command_waits_three_seconds_for_a_database_that_never_answers(hanging: str) -> None:
    done = Site(Path("/nowhere")).manage("migrate", DATABASE_URL=hanging)
    assert (done.returncode, "timeout expired" in done.stderr, done.stderr.endswith(ADVICE)) == (1, True, True)


def test_the_process_says_that_its_database_is_up(tmp_path: Path) -> None:
    code, _, body = ask("/readyz", f"sqlite:///{make_site(tmp_path).database}")
    assert (code, json.loads(body)) == (200, {"status": "ready", "database": "up", "store": {"state": "off"}})


def test_a_file_that_is_read_only_is_said_so(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    with site.database.open("r+b") as file:
        file.seek(18)  # the file format's write version: SQLite only reads what is newer than it (fileformat2, §1.3.3)
        file.write(b"\x03")
    done = site.manage("loaddata", "seed")
    assert done.returncode == 1
    fixture = Path(__file__).resolve().parents[2] / "fixtures/seed.json"
    assert done.stderr == (
        f"database: Problem installing fixture '{fixture}': "
        "Could not load authors.Organization(pk=None): attempt to write a readonly database\n" + ADVICE
    )


def test_readers_go_on_with_a_file_and_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    done = site.python("-c", READ_ONLY)
    assert done.returncode == 0, done.stderr
    answers, status, again, body = json.loads(done.stdout)
    assert answers == [200, 200, 200, 200]
    assert (status, again) == (503, "60")
    assert "Ничего не сохранено" in body
    assert [file.name for file in tmp_path.iterdir()] == ["site.sqlite3"]


def test_the_newest_writes_are_read_where_they_wait_beside_such_a_file(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    writer = sqlite3.connect(site.database, isolation_level=None)
    writer.execute("INSERT INTO auth_group (name) VALUES ('newest')")
    try:
        done = site.python(
            "-c", READ_ONLY.partition("from config.wsgi")[0] + SHOW_GROUP, DJANGO_SETTINGS_MODULE=SETTINGS
        )
    finally:
        writer.close()
    assert (done.stdout, done.stderr) == ("newest\n", "")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/en/", "The site cannot reach its database just now"),
        ("/ru/", "Сайт сейчас не может обратиться к базе данных"),
    ],
)
def test_a_file_that_is_no_database_is_a_database_away(path: str, sentence: str, tmp_path: Path) -> None:
    shutil.copyfile(__file__, tmp_path / "site.sqlite3")
    code, headers, body = ask(path, f"sqlite:///{tmp_path / 'site.sqlite3'}")
    assert (code, headers["Retry-After"]) == (503, "60")
    assert sentence in body


def caused(exception: Exception) -> Exception:
    exception.__cause__ = sqlite3.DatabaseError("database disk image is malformed")
    return exception


@pytest.mark.parametrize(
    ("exception", "away"),
    [
        (caused(db.DatabaseError("database disk image is malformed")), True),
        (db.OperationalError("database is locked"), True),
        (db.InterfaceError("connection already closed"), True),
        (db.InternalError("cannot execute INSERT in a read-only transaction"), True),
        (db.DatabaseError("Forced update did not affect any rows."), False),
        (caused(db.IntegrityError("UNIQUE constraint failed")), False),
        (caused(db.ProgrammingError("syntax error")), False),
        (caused(db.DataError("value too long")), False),
        (ValueError("anything else"), False),
    ],
)
def test_mistakes_of_our_own_are_not_taken_for_a_database_that_is_away(exception: Exception, away: bool) -> None:
    assert is_away(exception) is away


def test_a_file_that_somebody_else_is_writing_is_said_to_be_locked(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    writer = sqlite3.connect(site.database, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    try:
        done = site.python("-c", PATIENCE, "loaddata", "seed")
    finally:
        writer.rollback()
        writer.close()
    assert done.returncode == 1
    assert done.stderr == "database: database is locked\n" + ADVICE
    assert site.is_empty()


def test_a_file_that_is_no_database_is_said_so(tmp_path: Path) -> None:
    shutil.copyfile(__file__, tmp_path / "site.sqlite3")
    done = Site(tmp_path / "site.sqlite3").manage("loaddata", "seed")
    assert done.returncode == 1
    assert done.stderr == "database: file is not a database\n" + ADVICE
