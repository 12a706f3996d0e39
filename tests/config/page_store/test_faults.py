"""What may go wrong on the machine itself: a full or read-only disk, a clock that is put on or back."""

import os
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from articles.models.generation import Standing
from config.page_store.application import PageStore
from config.page_store.disk import Disk
from config.page_store.memory import Memory
from config.page_store.page import made
from tests.config.page_store.conftest import Visitor
from tests.factories import make_article, publish

NOBODY = 65534


def page(text: str, number: int = 1):
    headers = [("Content-Type", "text/html; charset=utf-8")]
    return made("200 OK", headers, text.encode(), Standing(number, f"token {number}"), 0.0)


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may become longer than a few bytes: the system refuses to write, as it does on a disk that is full."""
    before, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, most))


@contextmanager
def somebody_else() -> Iterator[None]:
    """Whoever may do everything becomes somebody who may not write what is not theirs."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(me)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody can reach, which pytest's own are not."""
    made_ = Path(tempfile.mkdtemp(prefix="diptych-disk-"))
    made_.chmod(0o755)
    yield made_
    for path in [made_, *made_.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(made_)


def test_on_a_full_disk_pages_are_made_and_kept_in_memory_and_it_is_said_once(
    new_store: Callable[..., PageStore], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    publish(make_article())
    store = new_store()
    visitor = Visitor(store)
    with full_disk():
        addresses = ["/en/", "/ru/", "/en/articles/treaty-en/", "/ru/articles/treaty-ru/"]
        asked = [visitor.get(address) for address in addresses * 2]
        assert [answer.status for answer in asked] == [200] * 8
        assert [answer.outcome for answer in asked] == ["miss"] * 4 + ["hit"] * 4
        assert (store.report()["state"], store.report()["pages"]) == ("read-only", 4)
    assert [record.event for record in caplog.records if hasattr(record, "event")] == ["disk-trouble"]
    assert [path.name for path in (tmp_path / "pages").rglob("*.new")] == []
    assert store.report()["state"] == "up"  # it looks whether there is room again
    assert caplog.records[-1].event == "disk-well"
    visitor.get("/en/authors/")
    assert Visitor(new_store()).get("/en/authors/").outcome == "hit"


def test_a_disk_that_may_not_be_written_is_read(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    Disk(folder).put("/en/", page("kept"))
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    disk = Disk(folder)
    with somebody_else():
        for _ in range(3):
            disk.put("/en/", page("newer", number=2))
            disk.put("/ru/", page("another"))
            disk.remember(Standing(2, "token 2"))
        assert (disk.get("/en/").bodies[""], disk.get("/ru/")) == (b"kept", None)
    assert disk.trouble == "Permission denied"
    assert [record.event for record in caplog.records] == ["disk-trouble"]


def test_a_damaged_page_is_thrown_away_and_named(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    disk = Disk(folder)
    disk.put("/en/", page("kept"))
    [place] = [path for path in folder.rglob("*") if len(path.name) == 62]
    place.write_bytes(place.read_bytes().replace(b"kept", b"kepu"))
    assert [disk.get("/en/") for _ in range(3)] == [None] * 3
    assert [(record.event, str(place) in record.getMessage()) for record in caplog.records] == [("page-damaged", True)]
    assert disk.trouble == ""


def test_an_older_page_is_never_kept_over_a_newer_one(folder: Path) -> None:
    disk, memory = Disk(folder), Memory(10_000)
    for tier in (disk, memory):
        for number in (1, 3, 2):
            tier.put("/en/", page(f"number {number}", number))
        assert tier.get("/en/").bodies[""] == b"number 3"
    assert len(memory) == 1


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts the clock of the machine on or back, as seen from the true time; the monotonic one goes on."""
    seconds = []
    seconds_since_epoch = time.time

    def put(**by: float) -> None:
        seconds[:] = [timedelta(**by).total_seconds()]

    put()
    monkeypatch.setattr(time, "time", lambda: seconds_since_epoch() + seconds[0])
    monkeypatch.setattr(timezone, "now", lambda: datetime.fromtimestamp(time.time(), timezone.timezone.utc))
    return put


@pytest.mark.parametrize("hours", [2, -2])
def test_a_step_of_the_clock_shows_what_is_right_by_the_new_one(
    new_store: Callable[..., PageStore], clock: Callable[..., None], hours: int
) -> None:
    publish(make_article("first"))
    publish(make_article("second"), at=timezone.now() + timedelta(hours=1))
    store = new_store()
    visitor = Visitor(store)

    def shown() -> bool:
        return "Title of second" in visitor.get("/en/").body.decode()

    assert shown() is False
    clock(hours=hours)
    assert shown() is (hours > 0)
    clock(hours=0)
    assert shown() is False
    clock(hours=1, seconds=1)  # whatever was made meanwhile, the moment is neither missed nor late
    assert shown() is True
    clock(hours=0)
    assert shown() is False


def test_the_moment_of_a_release_is_not_missed_after_the_clock_was_put_back(
    new_store: Callable[..., PageStore], clock: Callable[..., None]
) -> None:
    publish(make_article("first"))
    publish(make_article("second"), at=timezone.now() + timedelta(hours=1))
    store = new_store()
    visitor = Visitor(store)
    clock(hours=1, seconds=1)
    assert "Title of second" in visitor.get("/en/").body.decode()  # nothing more is to come, so it is kept for long
    clock(hours=-1)
    assert "Title of second" not in visitor.get("/en/").body.decode()
    [kept] = store.memory._pages.values()
    assert kept.expires_at < time.time() + 2 * 3600 + 60


def test_the_page_of_a_scheduled_moment_is_made_once(new_store: Callable[..., PageStore], clock: Callable) -> None:
    publish(make_article("first"))
    publish(make_article("second"), at=timezone.now() + timedelta(hours=1))
    visitor = Visitor(new_store())
    visitor.get("/en/")
    clock(hours=1, seconds=1)
    assert [visitor.get("/en/").outcome for _ in range(3)] == ["miss", "hit", "hit"]
