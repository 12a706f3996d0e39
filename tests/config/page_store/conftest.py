"""The store around the real site, and a visitor who speaks WSGI."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connections

from articles.models.generation import Standing
from config.page_store.application import PageStore
from config.page_store.watch import Watch


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
