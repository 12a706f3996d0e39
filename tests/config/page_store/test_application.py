"""The store: published pages without Django, right within a second, and readable while the database is away."""

import gzip
import json
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from math import inf
from pathlib import Path

import brotli
import pytest
from django.conf import LazySettings
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError
from django.utils import timezone

from articles.models import Edition
from articles.models.generation import Standing
from articles.press.withdraw import withdraw
from authors.models import Author
from config.page_store.application import PageStore
from tests.config.page_store.conftest import Closing, Visitor, asking, look_again
from tests.factories import make_article, make_author, publish

ADDRESS = {"en": "/en/articles/treaty-en/", "ru": "/ru/articles/treaty-ru/"}
TITLE = {"en": "Title of treaty", "ru": "Заглавие treaty"}


@pytest.fixture
def published(transactional_db: None) -> dict[str, Edition]:
    return publish(make_article())


def outcomes(visitor: Visitor, *addresses: str) -> list[str]:
    return [visitor.get(address).outcome for address in addresses]


def test_a_page_is_made_once_and_handed_out_from_then_on(published: dict, visitor: Visitor, language: str) -> None:
    first, second = (visitor.get(ADDRESS[language]) for _ in range(2))
    assert (first.status, first.outcome, second.outcome) == (200, "miss", "hit")
    assert TITLE[language] in first.body.decode()
    assert (second.body, second.headers["ETag"]) == (first.body, first.headers["ETag"])
    assert second.headers["Cache-Control"].startswith("public, max-age=0, s-maxage=300")
    assert second.headers["Vary"] == "Accept-Encoding"
    assert "Set-Cookie" not in second.headers


def test_each_encoding_has_a_tag_and_a_length_of_its_own(published: dict, visitor: Visitor) -> None:
    plain = visitor.get(ADDRESS["en"])
    packed = {name: visitor.get(ADDRESS["en"], accept_encoding=name) for name in ("br", "gzip")}
    assert brotli.decompress(packed["br"].body) == gzip.decompress(packed["gzip"].body) == plain.body
    answers = [plain, *packed.values()]
    assert len({answer.headers["ETag"] for answer in answers}) == 3
    assert [answer.headers.get("Content-Encoding") for answer in answers] == [None, "br", "gzip"]
    assert [int(answer.headers["Content-Length"]) for answer in answers] == [len(answer.body) for answer in answers]


def test_a_copy_that_is_still_right_is_not_sent_again(published: dict, visitor: Visitor) -> None:
    seen = visitor.get(ADDRESS["en"], accept_encoding="br")
    again = visitor.get(ADDRESS["en"], accept_encoding="br", if_none_match=f'"other", W/{seen.headers["ETag"]}')
    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", seen.headers["ETag"])
    assert "Content-Length" not in again.headers
    other = visitor.get(ADDRESS["en"], accept_encoding="gzip", if_none_match=seen.headers["ETag"])
    assert other.status == 200


def test_head_says_what_get_says_without_the_body(published: dict, visitor: Visitor) -> None:
    got, asked = visitor.get(ADDRESS["en"]), visitor.get(ADDRESS["en"], "HEAD")
    assert (asked.status, asked.body, asked.headers["Content-Length"]) == (200, b"", str(len(got.body)))


def test_a_range_is_not_minded(published: dict, visitor: Visitor) -> None:
    assert visitor.get(ADDRESS["en"], range="bytes=0-9").status == 200


def test_a_release_is_seen_after_a_look(published: dict, visitor: Visitor, store: PageStore, language: str) -> None:
    article = published["en"].article
    visitor.get(ADDRESS[language])
    setattr(article, f"title_{language}", "Anew / Заново")
    article.save()
    publish(article, language, change="update")
    look_again(store)
    answer = visitor.get(ADDRESS[language])
    assert (answer.outcome, "Anew / Заново" in answer.body.decode()) == ("miss", True)


def test_a_person_s_new_name_is_seen_after_a_look(published: dict, visitor: Visitor, store: PageStore) -> None:
    author = Author.objects.get()
    address = f"/en/authors/{author.slug}/"
    visitor.get(address)
    author.family_name_en = "Newname"
    author.save()
    look_again(store)
    assert "Newname" in visitor.get(address).body.decode()


def test_what_is_withdrawn_is_gone_after_a_look(published: dict, visitor: Visitor, store: PageStore) -> None:
    assert outcomes(visitor, ADDRESS["en"], ADDRESS["ru"]) == ["miss", "miss"]
    withdraw(published["en"], by=None, reason="Wrong.")
    look_again(store)
    assert visitor.get(ADDRESS["en"]).status == 410
    assert visitor.get(ADDRESS["ru"]).status == 200


def test_a_page_ends_at_the_next_scheduled_moment(
    visitor: Visitor, store: PageStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(make_article("first"))
    publish(make_article("second"), at=timezone.now() + timedelta(hours=1))
    assert "second" not in visitor.get("/en/").body.decode()
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + 3601)
    assert outcomes(visitor, "/en/") == ["miss"]
    monkeypatch.setattr(time, "time", lambda: now() - 7200)  # a clock that was put back
    assert outcomes(visitor, "/en/") == ["miss"]


@pytest.mark.parametrize(
    "address", ["/", "/admin/login/", "/livez", "/en/search/?q=a", "/signoff/x/", "/static/none.css", "/media/none"]
)
def test_what_is_no_readers_page_passes_by(published: dict, visitor: Visitor, address: str) -> None:
    assert outcomes(visitor, address, address) == ["", ""]


def test_forms_pass_by(published: dict, visitor: Visitor) -> None:
    assert visitor.get(ADDRESS["en"], "POST").status == 405


def test_what_is_not_there_is_not_kept(published: dict, visitor: Visitor, tmp_path: Path) -> None:
    assert [visitor.get("/en/articles/none/").status for _ in range(2)] == [404, 404]
    assert visitor.get("/en/articles/none/", "HEAD").body == b""
    assert [path for path in (tmp_path / "pages").rglob("*") if len(path.name) == 62] == []


def test_parameters_that_no_page_knows_make_no_page(published: dict, visitor: Visitor, store: PageStore) -> None:
    visitor.get(ADDRESS["en"])
    assert {visitor.get(f"{ADDRESS['en']}?utm={number}&after=x").outcome for number in range(100)} == {"hit"}
    assert len(store.memory._pages) == 1


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/en/articles/any-word", 301),
        ("/en/articles/any-word/short", 301),
        ("/en/articles/treaty-en/editions/01/", 200),
        ("/en/articles/treaty-en/editions/001/cite.bib", 200),
        ("/sitemap-01.xml", 200),
    ],
)
def test_what_has_any_number_of_addresses_is_not_kept(
    published: dict, visitor: Visitor, store: PageStore, address: str, status: int
) -> None:
    assert [visitor.get(address).status for _ in range(2)] == [status, status]
    assert store.memory._pages == {}


@pytest.mark.parametrize(
    "address", ["cite.bib", "share.png", "short/", "parallel/ru/", "editions/", "editions/1/", "editions/1/cite.json"]
)
def test_all_that_belongs_to_a_text_is_kept(published: dict, visitor: Visitor, address: str) -> None:
    assert outcomes(visitor, *[f"{ADDRESS['en']}{address}"] * 2) == ["miss", "hit"]


def test_a_look_that_hung_does_not_bring_back_what_has_changed_since(new_store: Callable[..., PageStore]) -> None:
    watch = new_store().watch
    watch._seen_at, watch.standing = 100.0, Standing(2, "new")
    watch._look, watch._hanging = lambda: Standing(1, "old"), 1
    watch._run(99.0)
    assert (watch.standing.number, watch._hanging) == (2, 0)


def test_a_list_s_later_part_is_a_page_of_its_own(visitor: Visitor, store: PageStore, transactional_db: None) -> None:
    author = make_author()
    for number in range(31):
        publish(make_article(f"treaty-{number}", authors=[author]), "en")
    following = visitor.get("/en/articles/").body.decode().split('href="?after=')[1].split('"')[0]
    address = f"/en/articles/?after={following}&utm=1"
    assert outcomes(visitor, address, address, "/en/articles/") == ["miss", "hit", "hit"]
    assert store.disk.get(f"/en/articles/?after={following}") is None
    assert store.disk.get("/en/articles/") is not None
    assert visitor.get("/en/articles/?after=nonsense").status == 404


def test_later_editions_are_pages_of_their_own(published: dict, visitor: Visitor, store: PageStore) -> None:
    article = published["en"].article
    for number in range(10):
        article.title_en = f"Wording {number}"
        article.save()
        publish(article, "en", change="update")
    first, later = (visitor.get(f"{ADDRESS['en']}editions/{query}") for query in ("", "?after=2"))
    assert (first.status, later.status, first.body == later.body) == (200, 200, False)


def test_readiness_tells_of_the_database_and_of_the_store(published: dict, visitor: Visitor, store: PageStore) -> None:
    visitor.get(ADDRESS["en"])
    number, size = store.watch.standing.number, store.memory.size
    state = {"state": "up", "generation": number, "pages": 1, "bytes": size}
    assert json.loads(visitor.get("/readyz").body) == {"status": "ready", "database": "up", "store": state}
    store.watch._look = away
    look_again(store)
    assert json.loads(visitor.get("/readyz").body) == {"status": "ready", "database": "away", "store": state}


def test_a_look_does_not_wait_for_itself(new_store: Callable[..., PageStore]) -> None:
    """A connection that hears nothing asks whether the database is lost, and that of a look does so too."""
    watch, told = new_store().watch, []

    def look() -> Standing:
        told.append(watch.is_lost())
        return Standing(1, "found")

    watch._look = look
    watch.refresh()
    assert (told, watch.standing.token) == ([False], "found")
    assert watch._away_since == inf  # in half a second of waiting it would have been taken to be away


def test_what_cannot_do_without_the_database_is_refused_at_once_when_it_is_lost(
    published: dict, visitor: Visitor, store: PageStore, language: str, django_assert_num_queries: Callable
) -> None:
    store.watch._look = away
    look_again(store)
    visitor.get("/readyz")
    store.watch._away_since -= 2
    with django_assert_num_queries(0):
        for address in ("/admin/", "/admin/login/", "/signoff/x/", f"/{language}/search/?q=treaty"):
            answer = visitor.get(address)
            assert (answer.status, answer.headers["Retry-After"]) == (503, "60")
            assert {"en": "cannot reach its", "ru": "не может обратиться к"}[language] in answer.body.decode()
    assert [visitor.get(address).status for address in ("/", "/livez", "/readyz", "/media/none")] == [
        302,
        200,
        200,
        404,
    ]


def test_nothing_a_visitor_sends_gets_into_a_page(published: dict, visitor: Visitor) -> None:
    hostile = {
        "cookie": "desk_session=x; desk_language=ru",
        "x_forwarded_host": "evil.example",
        "accept_language": "ru",
    }
    first = visitor.get(ADDRESS["en"], **hostile, host="127.0.0.1:99")
    assert (first.outcome, "evil" in first.body.decode(), "127.0.0.1" in first.body.decode()) == ("miss", False, False)
    assert visitor.get(ADDRESS["en"]).body == first.body


def test_another_host_is_refused(published: dict, visitor: Visitor) -> None:
    visitor.get(ADDRESS["en"])
    assert visitor.get(ADDRESS["en"], host="evil.example").status == 400


def test_a_restart_finds_its_pages_on_the_disk(published: dict, new_store: Callable[..., PageStore]) -> None:
    assert outcomes(Visitor(new_store()), ADDRESS["en"]) == ["miss"]
    assert outcomes(Visitor(new_store()), ADDRESS["en"]) == ["hit"]


def test_another_build_makes_its_own_pages_and_removes_those_before(
    published: dict, new_store: Callable[..., PageStore], tmp_path: Path, settings
) -> None:
    Visitor(new_store()).get(ADDRESS["en"])
    [before] = (tmp_path / "pages").iterdir()
    settings.SITE_URL = "http://localhost:8000"
    answer = Visitor(new_store()).get(ADDRESS["en"])
    [now] = (tmp_path / "pages").iterdir()
    assert (answer.outcome, "http://localhost:8000/en/" in answer.body.decode()) == ("miss", True)
    assert now != before


def test_a_flipped_bit_is_noticed(published: dict, new_store: Callable[..., PageStore], tmp_path: Path) -> None:
    right = Visitor(new_store()).get(ADDRESS["en"]).body
    [place] = [path for path in (tmp_path / "pages").rglob("*") if len(path.name) == 62]
    data = bytearray(place.read_bytes())
    data[-500] ^= 1
    place.write_bytes(data)
    again = Visitor(new_store()).get(ADDRESS["en"])
    assert (again.outcome, again.body) == ("miss", right)


def test_a_disk_that_cannot_be_written_costs_no_page(
    published: dict, new_store: Callable[..., PageStore], tmp_path: Path
) -> None:
    (tmp_path / "pages").write_text("a file where the folder should be")
    assert outcomes(Visitor(new_store()), ADDRESS["en"], ADDRESS["en"]) == ["miss", "hit"]


def test_a_full_memory_forgets_and_the_disk_does_not(published: dict, new_store: Callable[..., PageStore]) -> None:
    store = new_store(memory=20_000)
    addresses = [*ADDRESS.values(), "/en/", "/ru/", "/en/articles/", "/ru/articles/"]
    assert set(outcomes(Visitor(store), *addresses)) == {"miss"}
    assert store.memory.size <= 20_000
    assert set(outcomes(Visitor(store), *addresses)) == {"hit"}


def away() -> None:
    raise OperationalError("the database is away")


@pytest.mark.parametrize("address", ["/en/articles/treaty-en/", "/ru/feed.atom", "/sitemap.xml"])
def test_pages_go_on_while_the_database_is_away(
    published: dict, new_store: Callable[..., PageStore], address: str
) -> None:
    store = new_store()
    right = Visitor(store).get(address).body
    for worker in (store, new_store()):  # the second begins while the database is away
        worker.watch._look = away
        look_again(worker)
        answer = Visitor(worker).get(address)
        assert (answer.status, answer.outcome, answer.body) == (200, "stale", right)


def test_while_the_database_is_away_a_page_that_was_never_made_says_so(
    published: dict, new_store: Callable[..., PageStore], language: str
) -> None:
    answer = Visitor(new_store(look=away)).get(ADDRESS[language])
    assert (answer.status, answer.headers["Retry-After"]) == (503, "60")
    assert {"en": "cannot reach its database", "ru": "не может обратиться к базе"}[language] in answer.body.decode()


def test_what_was_withdrawn_does_not_come_back_while_the_database_is_away(
    published: dict, new_store: Callable[..., PageStore]
) -> None:
    store = new_store()
    visitor = Visitor(store)
    outcomes(visitor, ADDRESS["en"], "/en/")
    withdraw(published["en"], by=None, reason="Wrong.")
    look_again(store)
    visitor.get("/ru/")
    store.watch._look = away
    look_again(store)
    assert [visitor.get(address).status for address in (ADDRESS["en"], "/en/", "/ru/")] == [503, 503, 200]


def test_a_database_that_never_answers_holds_nobody_up(published: dict, new_store: Callable[..., PageStore]) -> None:
    store, answering = new_store(), threading.Event()
    visitor = Visitor(store)
    visitor.get(ADDRESS["en"])
    look, store.watch._look = store.watch._look, lambda: (answering.wait(20), look())[1]
    look_again(store)
    assert outcomes(visitor, *[ADDRESS["en"]] * 50) == ["stale"] * 50
    answering.set()
    with store.watch._answered:
        assert store.watch._answered.wait_for(lambda: not store.watch.away, 20)
    assert outcomes(visitor, ADDRESS["en"]) == ["hit"]


def test_a_slow_render_of_an_older_generation_is_not_kept_over_a_newer(
    published: dict, new_store: Callable[..., PageStore]
) -> None:
    slow, quick = new_store(), new_store()
    rendered, going_on = threading.Event(), threading.Event()
    app, slow.app = slow.app, lambda *request: (app(*request), rendered.set(), going_on.wait(20))[0]
    thread = asking(Visitor(slow), ADDRESS["en"])
    assert rendered.wait(20)
    article = published["en"].article
    article.title_en = "Anew"
    article.save()
    publish(article, "en", change="update")
    newer = Visitor(quick).get(ADDRESS["en"])
    going_on.set()
    thread.join()
    slow.app = app
    look_again(slow)
    for worker in (slow, quick, new_store()):
        answer = Visitor(worker).get(ADDRESS["en"])
        assert (answer.outcome, answer.body) == ("hit", newer.body)


def test_many_at_once_make_a_page_once(published: dict, store: PageStore) -> None:
    made = []
    app, store.app = store.app, lambda *request: (made.append(1), time.sleep(0.05), app(*request))[2]
    for one in [asking(Visitor(store), ADDRESS["en"]) for _ in range(8)]:
        one.join()
    assert len(made) == 1


def test_where_the_site_is_there_by_https_nothing_is_handed_out_otherwise(
    published: dict, tmp_path: Path, settings: LazySettings, language: str
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.SITE_URL = "https://localhost"
    visitor = Visitor(PageStore(get_wsgi_application(), tmp_path / "pages", 10_000_000, Closing()))
    by_https = visitor.get(ADDRESS[language], x_forwarded_proto="https")
    assert (by_https.status, by_https.outcome) == (200, "miss")
    otherwise = visitor.get(ADDRESS[language])
    assert (otherwise.status, otherwise.headers["Location"]) == (301, f"https://localhost{ADDRESS[language]}")
    assert visitor.get(ADDRESS[language], x_forwarded_proto="https").outcome == "hit"
