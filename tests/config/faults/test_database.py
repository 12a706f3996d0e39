"""A database that is stopped or hangs in the middle of the day: readers notice nothing, the desk says so, it passes."""

import json
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.config.faults.conftest import ARTICLE, PAGES, until
from tests.support.granian import Served
from tests.support.postgres import Server

AWAY = {
    "en": "The site cannot reach its database just now",
    "ru": "Сайт сейчас не может обратиться к базе данных",
}
FAULTS: dict[str, tuple[Callable, Callable]] = {
    "stopped": (Server.stop, Server.start),
    "hanging": (lambda server: server.signal(signal.SIGSTOP), lambda server: server.signal(signal.SIGCONT)),
}


class Readers:
    """People who search and who knock at the desk all the time, and so take all threads that wait for the database."""

    def __init__(self, site: Served) -> None:
        self.site, self.going, self.statuses = site, True, []
        self.threads = [threading.Thread(target=self._read) for _ in range(12)]

    def _read(self) -> None:
        while self.going:
            for address in ("/en/search/?q=moscow", "/admin/", "/ru/articles/none-such/"):
                self.statuses.append(self.site.get(address)[0])
            time.sleep(0.05)

    def __enter__(self) -> "Readers":
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *reason: object) -> None:
        self.going = False
        for thread in self.threads:
            thread.join()


@pytest.fixture(params=FAULTS)
def fault(request: pytest.FixtureRequest, database: Server) -> Iterator[tuple[Callable, Callable]]:
    """Two functions: one makes the database unreachable, the other lets it come back, as happens in the end anyway."""
    begin, end = FAULTS[request.param]
    ended = []
    yield lambda: begin(database), lambda: ended.append(end(database))
    if not ended:
        end(database)


def readiness(site: Served) -> dict:
    began = time.monotonic()
    status, _headers, body = site.get("/readyz")
    assert (status, time.monotonic() - began < 1.5) == (200, True)
    return json.loads(body)


def test_readers_go_on_the_desk_says_so_and_all_is_normal_again_within_five_seconds(
    site: Served, fault: tuple[Callable, Callable], log: Path
) -> None:
    begin, end = fault
    start = log.stat().st_size
    begin()
    until(lambda: all(readiness(site)["database"] == "away" for _ in range(10)))
    for page in PAGES * 3:
        status, headers, _body = site.get(page)
        assert (page, status, headers["diptych-store"].partition(";")[0]) == (page, 200, "stale")
    until(lambda: {site.get("/admin/")[0] for _ in range(10)} == {503})
    for language in ("en", "ru"):
        for address in ("/admin/", "/admin/login/", f"/{language}/search/?q=moscow"):
            status, headers, body = site.get(address, accept_language=language)
            assert (status, headers["retry-after"], AWAY[language] in body) == (503, "60", True)
    end()

    def is_normal() -> bool:
        asked = [site.get(address) for address in [*PAGES, "/en/search/?q=moscow", "/admin/login/"]]
        return all(status == 200 and "stale" not in headers.get("diptych-store", "") for status, headers, _ in asked)

    assert until(lambda: all(is_normal() for _ in range(3)), within=5) < 5
    assert readiness(site)["database"] == "up"
    said = [json.loads(line) for line in log.read_text()[start:].splitlines() if line.startswith("{")]
    # Once for each worker, whoever has asked meanwhile.
    assert [sum(one.get("event") == event for one in said) for event in ("database-away", "database-back")] == [2, 2]
    assert [one for one in said if one.get("status") == 503] == []


@pytest.mark.parametrize("fault", ["hanging"], indirect=True)
def test_those_who_wait_for_it_keep_nobody_else_from_reading(site: Served, fault: tuple[Callable, Callable]) -> None:
    begin, end = fault
    with Readers(site) as others:
        time.sleep(0.3)
        begin()
        began_at, took = time.monotonic(), []
        while time.monotonic() < began_at + 5:
            for page in PAGES:
                began = time.monotonic()
                assert site.get(page)[0] == 200
                took.append(time.monotonic() - began)
        assert max(took) < 5
        assert sorted(took)[len(took) // 2] < 0.1
        end()
        until(lambda: all(site.get(ARTICLE["en"] + "editions/9/")[0] == 404 for _ in range(10)), within=5)
    assert set(others.statuses) <= {200, 302, 404, 503}
