"""A site in service: a PostgreSQL that may be stopped, and two workers that serve it. One for all tests."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.granian import Served, serving
from tests.support.postgres import Server, own_server
from tests.support.site import Site

ARTICLE = {
    "en": "/en/articles/can-washington-and-moscow-agree-to-limit-political-interference/",
    "ru": "/ru/articles/smogut-li-vashington-i-moskva-dogovoritsya-ob-ogranichenii-politicheskogo/",
}
PAGES = [*ARTICLE.values(), "/en/", "/ru/", "/en/feed.atom", "/ru/feed.json", "/sitemap.xml"]


@pytest.fixture(scope="session")
def database() -> Iterator[Server]:
    """A server of its own, with the demonstration article in its database."""
    with own_server() as server:
        server.make_database()
        for command in (["migrate", "--verbosity", "0"], ["loaddata", "seed", "--verbosity", "0"]):
            done = Site(Path("/nowhere")).manage(*command, DATABASE_URL=server.url)
            assert (done.returncode, done.stderr) == (0, "")
        yield server


@pytest.fixture(scope="session")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("served") / "log"


@pytest.fixture(scope="session")
def served(database: Server, log: Path) -> Iterator[Served]:
    with serving(database.url, log.parent / "pages", log) as site:
        until(lambda: len(site.workers()) == 2)
        yield site


@pytest.fixture
def site(served: Served) -> Served:
    """The site with all of its pages in the memory of both workers, as far as chance allows, and on the disk."""
    for _ in range(8):
        assert {served.get(page)[0] for page in PAGES} == {200}
    return served


def until(come: Callable[[], bool], within: float = 10) -> float:
    """Waits until something has come, and gives how long that took (seconds)."""
    began = time.monotonic()
    while not come():
        assert time.monotonic() - began < within, f"not within {within} s"
        time.sleep(0.05)
    return time.monotonic() - began
