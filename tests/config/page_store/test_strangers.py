"""Requests of people who make things up: nothing of theirs is kept, and nothing grows."""

import functools
import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from articles.press.withdraw import withdraw
from config.page_store.address import KNOWN, MOST, key_of
from config.page_store.application import PageStore
from tests.config.page_store.conftest import Answer, Visitor, look_again
from tests.factories import make_article, publish

MANY = 100_000
ADDRESS = {"en": "/en/articles/treaty-en/", "ru": "/ru/articles/treaty-ru/"}


def cached_without_bound() -> int:
    """How much is in those caches of functions that may grow for ever."""
    caches = [one for one in gc.get_objects() if type(one) is functools._lru_cache_wrapper]
    return sum(one.cache_info().currsize for one in caches if one.cache_info().maxsize is None)


def files(folder: Path) -> int:
    return sum(len(path.name) == 62 for path in folder.rglob("*"))


def test_queries_that_nobody_knows_add_nothing(
    new_store: Callable[..., PageStore], tmp_path: Path, language: str
) -> None:
    publish(make_article())
    store = new_store()
    visitor = Visitor(store)
    right = visitor.get(ADDRESS[language])
    bounds, before = (len(store.memory), store.memory.size, files(tmp_path / "pages")), cached_without_bound()
    seen = {visitor.get(f"{ADDRESS[language]}?q{number}={number}").outcome for number in range(MANY // 2)}
    assert seen == {"hit"}
    assert visitor.get(f"{ADDRESS[language]}?{'x' * 5000}").body == right.body
    assert (len(store.memory), store.memory.size, files(tmp_path / "pages")) == bounds
    assert cached_without_bound() <= before


def test_hosts_and_encodings_that_nobody_knows_add_nothing(new_store: Callable[..., PageStore], tmp_path: Path) -> None:
    publish(make_article())
    store = new_store()
    visitor = Visitor(store)
    visitor.get(ADDRESS["en"])
    visitor.get(ADDRESS["en"], host="evil.example")  # what one refusal needs is there from now on

    def refusal(environ, start_response) -> list[bytes]:  # Django's takes a thousandth of a second, and is asked below
        start_response("400 Bad Request", [])
        return [b""]

    app, store.app = store.app, refusal
    before = cached_without_bound()
    for number in range(MANY):
        answer = visitor.get(ADDRESS["en"], host=f"evil-{number}.example", accept_encoding=f"x-{number}")
        assert answer.status == 400
    assert visitor.get(ADDRESS["en"], accept_encoding=f"x-{number}").outcome == "hit"
    store.app = app
    assert {visitor.get(ADDRESS["en"], host=f"evil-{number}.example").status for number in range(300)} == {400}
    assert (len(store.memory), files(tmp_path / "pages")) == (1, 1)
    assert cached_without_bound() <= before


def test_a_name_that_no_host_can_have_is_not_remembered(visitor: Visitor) -> None:
    before = len(KNOWN)
    assert visitor.get(ADDRESS["en"], host=f"{'x' * 5000}.example").status == 400
    assert visitor.get(f"/en/{'x' * 5000}/").status == 404
    assert len(KNOWN) == before


def test_no_more_addresses_are_remembered_than_there_is_room_for() -> None:
    for number in range(MOST + 10):
        path = f"/en/articles/text-{number}/"
        assert key_of({"PATH_INFO": path, "HTTP_HOST": "localhost"}, by_https=False) == path
    assert len(KNOWN) <= MOST


def test_ways_to_ask_for_an_encoding_are_remembered_only_where_they_are_short_and_few(
    new_store: Callable[..., PageStore],
) -> None:
    publish(make_article())
    store = new_store()
    visitor = Visitor(store)
    asked = [f"br, x-{number}" for number in range(300)] + [f"br, {'x' * 5000}"]
    assert {visitor.get(ADDRESS["en"], accept_encoding=one).headers["Content-Encoding"] for one in asked} == {"br"}
    chosen = store.memory.get(ADDRESS["en"]).chosen
    assert len(chosen) <= 8
    assert max(map(len, chosen)) == len("br, x-299")
    visitor.get(ADDRESS["en"], accept_encoding="gzip, br")
    assert "gzip, br" in chosen


def test_pages_that_are_not_there_add_nothing(new_store: Callable[..., PageStore], tmp_path: Path) -> None:
    publish(make_article())
    store = new_store()
    visitor = Visitor(store)
    visitor.get("/en/articles/none-such/")
    before = cached_without_bound()
    assert {visitor.get(f"/en/articles/none-{number}/").status for number in range(200)} == {404}
    assert (len(store.memory), files(tmp_path / "pages")) == (0, 0)
    assert cached_without_bound() <= before


def test_two_hundred_odd_headers_change_no_page(new_store: Callable[..., PageStore]) -> None:
    publish(make_article())
    odd = {f"x_odd_{number}": "\xff\x00\r" + "й" * number for number in range(180)}
    odd |= dict.fromkeys(
        [
            "accept",
            "accept_language",
            "range",
            "if_range",
            "if_modified_since",
            "if_match",
            "authorization",
            "cookie",
            "forwarded",
            "x_forwarded_for",
            "x_forwarded_host",
            "x_forwarded_proto",
            "x_original_url",
            "x_rewrite_url",
            "x_http_method_override",
            "expect",
            "te",
            "upgrade",
            "transfer_encoding",
            "connection",
        ],
        "\x00'\"<script>, */*;q=é, bytes=9-1, \udcff",
    )
    assert len(odd) == 200
    plain = Visitor(new_store()).get(ADDRESS["en"])

    def told(answer: Answer) -> tuple:
        headers = {name: value for name, value in answer.headers.items() if name != "Diptych-Store"}
        return answer.status, headers, answer.body

    store = new_store()
    store.disk.get = lambda key: None  # so that the page is made with these headers on the request, and then found
    assert [told(Visitor(store).get(ADDRESS["en"], **odd)) for _ in range(2)] == [told(plain)] * 2
    for name, value in odd.items():
        assert told(Visitor(store).get(ADDRESS["en"], **{name: value})) == told(plain)


def test_what_is_withdrawn_is_kept_as_gone_until_it_comes_back(
    new_store: Callable[..., PageStore], language: str
) -> None:
    edition = publish(make_article())[language]
    withdraw(edition, by=None, reason="Wrong.")
    store = new_store()
    visitor = Visitor(store)
    first, second = (visitor.get(ADDRESS[language]) for _ in range(2))
    assert [(one.status, one.outcome, one.headers["Cache-Control"].partition(",")[0]) for one in (first, second)] == [
        (410, "miss", "public"),
        (410, "hit", "public"),
    ]
    assert visitor.get(ADDRESS[language], if_none_match=second.headers["ETag"]).status == 410
    edition.article.refresh_from_db()
    setattr(edition.article, f"title_{language}", "Back again / Снова здесь")
    edition.article.save()
    publish(edition.article, language, change="update")
    look_again(store)
    assert visitor.get(ADDRESS[language]).status == 200


@pytest.mark.parametrize("rest", ["editions/{}/", "editions/{}/cite.bib"])
def test_numbers_of_editions_that_never_were_make_no_entries(
    new_store: Callable[..., PageStore], tmp_path: Path, rest: str
) -> None:
    article = make_article("moved")
    publish(article)
    article.slug_en = "moved-on"
    article.save()
    publish(article, "en", change="update")
    withdraw(publish(make_article("gone"))["en"], by=None, reason="Wrong.")
    store = new_store()
    visitor = Visitor(store)
    for slug, status in (("moved-en", 301), ("gone-en", 410)):
        addresses = [f"/en/articles/{slug}/{rest.format(number)}" for number in (1, 2, 77)]
        assert [visitor.get(address).status for address in addresses] == [status] * 3
    assert (len(store.memory), files(tmp_path / "pages")) == (0, 0)
