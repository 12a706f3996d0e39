"""The store around the real site and a visitor who speaks WSGI; a house of several workers over two databases."""

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import psycopg2
import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connections

from articles.models.generation import Standing
from config.page_store.application import PageStore
from config.page_store.watch import Watch
from tests.support.postgres import Server, own_server
from tests.support.site import Site
from tests.support.workers import Desk, Worker, desk, worker


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def outcome(self) -> str:
        return self.headers.get("Diptych-Store", "").partition(";")[0]


class Visitor:
    """Asks a WSGI application as a server would."""

    def __init__(self, app: Callable) -> None:
        self.app = app

    def get(self, address: str, method: str = "GET", **headers: str) -> Answer:
        path, _question, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "192.0.2.7",
            "HTTP_HOST": "localhost",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(),
            "wsgi.errors": BytesIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        } | {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        said = []
        body = b"".join(self.app(environ, lambda status, fields, exc_info=None: said.append((status, fields))))
        [(status, fields)] = said
        assert len({name.lower() for name, _value in fields}) == len(fields)
        return Answer(int(status[:3]), dict(fields), body)


def asking(visitor: Visitor, address: str) -> threading.Thread:
    """Has a visitor ask in a thread of their own, which leaves no connection behind."""

    def ask() -> None:
        visitor.get(address)
        connections.close_all()

    thread = threading.Thread(target=ask)
    thread.start()
    return thread


class Closing(Watch):
    """A watch whose looks leave no connection behind, so that a test's database can be emptied."""

    def _read(self) -> Standing:
        try:
            return super()._read()
        finally:
            connections.close_all()


@pytest.fixture
def app() -> Callable:
    return get_wsgi_application()


@pytest.fixture
def new_store(app: Callable, tmp_path: Path, transactional_db: None) -> Callable[..., PageStore]:
    """Makes a store as another worker of the same machine would have it."""

    def make(memory: int = 10_000_000, **watching) -> PageStore:
        return PageStore(app, tmp_path / "pages", memory, Closing(**watching))

    return make


@pytest.fixture
def store(new_store: Callable[..., PageStore]) -> Iterator[PageStore]:
    return new_store()


@pytest.fixture
def visitor(store: PageStore) -> Visitor:
    return Visitor(store)


def look_again(store: PageStore) -> None:
    """As if a second had passed since the last look at the database."""
    store.watch._seen_at -= 1


@dataclass
class House:
    """A primary and its streaming replica, whoever writes, and the workers that readers ask.

    The first and the second worker keep their pages apart and read from the replica; the third has a folder with the
    first, and the primary alone.
    """

    primary: Server
    replica: Server
    desk: Desk
    first: Worker
    second: Worker
    third: Worker

    def sql(self, server: Server, statement: str) -> list[tuple]:
        with contextlib.closing(psycopg2.connect(server.url)) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(statement)
                return cursor.fetchall() if cursor.description else []

    def catch_up(self) -> None:
        """Wait until the replica has replayed all that the primary has written."""
        [(written,)] = self.sql(self.primary, "SELECT pg_current_wal_lsn()")
        ask = f"SELECT pg_last_wal_replay_lsn() >= '{written}'"
        until(lambda: self.sql(self.replica, ask) == [(True,)])

    def hold_back(self) -> None:
        """Have the replica stay as it is: it receives what is new and does not replay it."""
        self.catch_up()
        self.sql(self.replica, "SELECT pg_wal_replay_pause()")
        until(lambda: self.sql(self.replica, "SELECT pg_get_wal_replay_pause_state()") == [("paused",)])

    def retitle_unseen(self, slug: str, title: str) -> None:
        """Write to the primary around the triggers, so that the generation stays where it is."""
        statement = f"UPDATE articles_edition SET title = '{title}' WHERE slug = '{slug}'"  # noqa: S608
        self.sql(self.primary, f"SET session_replication_role = replica; {statement}")

    def mend(self) -> None:
        for server in (self.primary, self.replica):
            if server.process.poll() is not None:
                server.start()
            server.signal(signal.SIGCONT)
        self.sql(self.replica, "SELECT pg_wal_replay_resume()")
        self.catch_up()
        self.desk.do("publish(make_article(f'mended-{timezone.now().timestamp():.6f}'.replace('.', '-')), 'en')")
        [(number,)] = self.sql(self.primary, "SELECT number FROM articles_generation")
        for one in (self.first, self.second, self.third):
            until(lambda one=one: one.get("/en/").generation == number)


def until(is_so: Callable[[], bool], patience: float = 20) -> float:
    """Wait until something is so, and give how many seconds that took."""
    began = time.monotonic()
    while not is_so():
        assert time.monotonic() - began < patience, f"not so within {patience} s"
        time.sleep(0.02)
    return time.monotonic() - began


@pytest.fixture(scope="session")
def built_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with contextlib.ExitStack() as rooms:
        enter = rooms.enter_context
        # Else a replica hears of a change only when it is written: later.
        primary = enter(own_server("synchronous_commit=on"))
        primary.make_database()
        alone = {"DATABASE_URL": primary.url}
        done = Site(Path("/nowhere")).manage("migrate", "--verbosity", "0", **alone)
        assert (done.returncode, done.stderr) == (0, "")
        replica = enter(own_server(following=primary))
        both = alone | {"DATABASE_REPLICA_URL": replica.url}
        mine, other = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
        workers = [enter(worker(mine, **both)), enter(worker(other, **both)), enter(worker(mine, **alone))]
        yield House(primary, replica, enter(desk(**both)), *workers)


@pytest.fixture
def house(built_house: House) -> Iterator[House]:
    """The house, with everything in it up and every worker aware of that, before a test and after it."""
    try:
        yield built_house
    finally:
        built_house.mend()
