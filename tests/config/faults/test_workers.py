"""The processes that serve the site: killed, told to stop or to begin anew, and asked badly."""

import os
import signal
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.config.faults.conftest import ARTICLE, until
from tests.support.granian import Served, serving
from tests.support.postgres import Server
from tests.support.site import Site

HOST = b"Host: 127.0.0.1\r\n"
RELEASE_AND_DIE = """
import os, signal, sys
import django
django.setup()
from django.db import transaction
from articles.models import Article
from articles.press.release import release
with transaction.atomic():
    transaction.on_commit(lambda: os.kill(os.getpid(), signal.SIGKILL))  # the first of what is done after the commit
    article = Article.objects.get()
    setattr(article, "title_" + sys.argv[1], sys.argv[2])
    article.save()
    release(article, [sys.argv[1]], by=None, note="Anew.", override="By hand.", change="update")
"""


def test_what_is_released_by_a_process_that_dies_after_its_commit_is_seen_by_every_worker(
    site: Served, database: Server, language: str
) -> None:
    title = {"en": "Agreed at the last moment", "ru": "Договорились в последний миг"}[language]
    environment = {"DATABASE_URL": database.url, "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = Site(Path("/nowhere")).python("-c", RELEASE_AND_DIE, language, title, **environment)
    assert (done.returncode, done.stderr) == (-signal.SIGKILL, "")
    front = f"/{language}/"
    took = until(lambda: all(title in site.get(front)[2] for _ in range(20)), within=5)
    assert took < 2  # the second that is promised, and what it takes to ask
    assert title in site.get(ARTICLE[language])[2]


def test_a_worker_that_is_killed_is_replaced_and_the_other_goes_on(site: Served) -> None:
    killed = site.workers()[0]
    os.kill(killed, signal.SIGKILL)
    # Whoever was being served by it has to ask again, and nobody else.
    lost = [page for page in [*ARTICLE.values()] * 20 if not _is_answered(site, page)]
    assert len(lost) <= 1
    until(lambda: len(site.workers()) == 2 and killed not in site.workers())
    assert all(_is_answered(site, page) for page in ARTICLE.values())


def _is_answered(site: Served, page: str) -> bool:
    try:
        return site.get(page)[0] == 200
    except OSError:
        return False


def test_clients_that_send_half_a_request_and_stay_keep_nobody_else_out(site: Served) -> None:
    form = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nusername=a"
    halves = [
        *[b"GET /en/ HTTP/1.1\r\n" + HOST + b"X-Half: "] * 200,
        *[b"POST /admin/login/ HTTP/1.1\r\n" + HOST + form] * 100,
    ]
    clients = [site.connected(half) for half in halves]
    try:
        assert {site.get(page, timeout=5)[0] for page in [*ARTICLE.values(), "/en/search/?q=a", "/livez"] * 5} == {200}
    finally:
        for client in clients:
            client.close()


def answer(client: socket.socket) -> bytes:
    """All that comes until the other side hangs up."""
    with client:
        return b"".join(iter(lambda: client.recv(65536), b""))


def test_odd_headers_change_no_answer_and_too_many_of_them_are_refused(site: Served) -> None:
    def asked(odd: list[bytes]) -> bytes:
        lines = [b"GET " + ARTICLE["en"].encode() + b" HTTP/1.1\r\n", HOST, b"Connection: close\r\n", *odd, b"\r\n"]
        return answer(site.connected(b"".join(lines)))

    odd = [b"X-Odd-%d: \xff\x80 \"',;=%%s{{%s}}\r\n" % (number, b"\xd0\xb9" * number) for number in range(200)]
    plain = asked([])
    assert plain.startswith(b"HTTP/1.1 200 ")
    for some in (odd[:90], odd[110:]):
        assert asked(some).partition(b"\r\n\r\n")[2] == plain.partition(b"\r\n\r\n")[2]
    assert asked(odd).startswith(b"HTTP/1.1 431 ")
    assert site.get(ARTICLE["en"])[0] == 200


def test_another_host_is_refused(site: Served) -> None:
    evil = site.connected(b"GET /en/ HTTP/1.1\r\nHost: evil\r\nConnection: close\r\n\r\n")
    assert answer(evil).startswith(b"HTTP/1.1 400 ")


class Load:
    """Readers who ask all the time, each request over a connection of its own; what came of it is counted."""

    def __init__(self, site: Served) -> None:
        self.site, self.going, self.counted = site, True, Counter()

    def read(self, page: str) -> None:
        while self.going:
            request = b"GET %s HTTP/1.1\r\n%sConnection: close\r\n\r\n" % (page.encode(), HOST)
            try:
                client = socket.create_connection(("127.0.0.1", self.site.port), timeout=20)
            except ConnectionRefusedError:
                self.counted["nobody there"] += 1
                return
            got = b""
            with client, suppress(ConnectionError):
                client.sendall(request)
                while piece := client.recv(65536):
                    got += piece
            self.counted[_kind(got)] += 1


def _kind(got: bytes) -> str:
    if not got:
        return "nothing"
    whole = got.startswith(b"HTTP/1.1 200 ") and got.rstrip().endswith(b"</html>")
    return "whole" if whole else f"failed: {got[:60]!r}"


@contextmanager
def loaded(site: Served) -> Iterator[Counter]:
    """Has readers ask for a stored page and for one that is made anew each time."""
    load = Load(site)
    pages = [ARTICLE["en"], "/ru/", "/en/search/?q=moscow"] * 2
    threads = [threading.Thread(target=load.read, args=(page,)) for page in pages]
    for thread in threads:
        thread.start()
    try:
        until(lambda: load.counted["whole"] > 200)
        yield load.counted
    finally:
        load.going = False
        for thread in threads:
            thread.join()


def test_a_reload_under_load_fails_no_request(site: Served) -> None:
    before = set(site.workers())
    with loaded(site) as counted:
        site.process.send_signal(signal.SIGHUP)
        until(lambda: len(site.workers()) == 2 and not before & set(site.workers()), within=30)
        seen = counted["whole"]
        until(lambda: counted["whole"] > seen + 50, within=25)
    assert set(counted) == {"whole"}


def test_a_stop_under_load_leaves_no_answer_half_given(database: Server, tmp_path: Path) -> None:
    with serving(database.url, tmp_path / "pages", tmp_path / "log") as site, loaded(site) as counted:
        site.process.send_signal(signal.SIGTERM)
        assert site.process.wait(timeout=15) == 0
    # Who was waiting to be let in when the door closed is turned away by the system: each reader once at most.
    assert set(counted) - {"nothing"} == {"whole", "nobody there"}
    assert counted["nothing"] <= counted["nobody there"]
