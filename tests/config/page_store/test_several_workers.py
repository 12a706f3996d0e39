"""Several workers over one PostgreSQL, with folders of their own or with one: they agree within a second."""

import time
from collections.abc import Iterable
from typing import NamedTuple

import pytest

from tests.config.page_store.conftest import House, until
from tests.support.workers import Answer, Worker

SOON = 2.0  # seconds: what is promised is one; the rest is for a machine that has much else to do


class Seen(NamedTuple):
    asked: float
    where: str
    answer: Answer
    arrived: float


@pytest.fixture
def house(built_house: House) -> House:
    """Nothing is broken here, so nothing has to be mended."""
    return built_house


@pytest.fixture
def workers(house: House) -> list[Worker]:
    """The first two keep their pages apart, the first and the third have one folder."""
    return [house.first, house.second, house.third]


@pytest.fixture
def key(house: House, workers: list[Worker]) -> str:
    """The key of an article that all workers have published; no other test has it."""
    key = f"agreed-{time.time_ns()}"
    house.desk.do(f"publish(make_article('{key}'))")
    for worker in workers:
        until(lambda worker=worker: worker.get(f"/en/articles/{key}-en/").status == 200)
    return key


def followed(workers: Iterable[Worker], paths: Iterable[str], until: float) -> list[Seen]:
    """Ask all workers for all paths, time and again until a moment (seconds since the epoch)."""
    seen = []
    while time.time() < until:
        for worker in workers:
            for path in paths:
                asked = time.time()
                seen.append(Seen(asked, f"{worker.port}{path}", worker.get(path), time.time()))
        time.sleep(0.02)
    return seen


def last_without(seen: list[Seen], text: str) -> float:
    """When the last answer that lacks a text was asked for: from then on every worker has it at every path."""
    return max((one.asked for one in seen if text not in one.answer.body), default=0)


def test_a_release_is_seen_by_all_within_a_second_and_nothing_older_after_it(
    house: House, workers: list[Worker], key: str
) -> None:
    house.desk.do(f"Article.objects.filter(key='{key}').update(title_en='Anew {key}')")
    paths = [f"/en/articles/{key}-en/", "/en/", "/en/feed.atom"]
    followed(workers, paths, time.time() + 0.1)
    house.desk.do(f"publish(Article.objects.get(key='{key}'), 'en', change='update')")
    released = time.time()
    seen = followed(workers, paths, released + SOON + 0.3)
    assert last_without(seen, f"Anew {key}") < released + SOON
    for where in {one.where for one in seen}:
        generations = [one.answer.generation for one in seen if one.where == where]
        assert generations == sorted(generations)


def test_what_is_withdrawn_is_gone_from_all_within_a_second(house: House, workers: list[Worker], key: str) -> None:
    house.desk.do(f"withdraw(Edition.objects.get(slug='{key}-en'), by=None, reason='Wrong.')")
    withdrawn = time.time()
    seen = followed(workers, [f"/en/articles/{key}-en/"], withdrawn + SOON + 0.3)
    assert {one.answer.status for one in seen} <= {200, 410}
    assert max((one.asked for one in seen if one.answer.status == 200), default=0) < withdrawn + SOON


def test_a_scheduled_moment_is_never_early_and_at_most_a_second_late(
    house: House, workers: list[Worker], key: str
) -> None:
    moment = house.desk.do(
        f"one = Article.objects.get(key='{key}')\n"
        f"one.title_en = 'Anew {key}'\n"
        "one.save()\n"
        "moment = timezone.now() + timedelta(seconds=2)\n"
        "publish(one, 'en', at=moment, change='update')\n"
        "answer = moment.timestamp()"
    )
    seen = followed(workers, [f"/en/articles/{key}-en/", "/en/"], moment + SOON + 0.3)
    assert min(one.arrived for one in seen if f"Anew {key}" in one.answer.body) >= moment
    assert last_without(seen, f"Anew {key}") < moment + SOON
    before = [one.answer.outcome for one in seen if one.arrived < moment]
    assert before.count("hit") > before.count("miss")  # it is the store that ends its pages, not Django
