"""A real streaming replica: readers' pages are made from it, and never from an older state than is known."""

import re
import signal
import time

import pytest

from articles.models.generation import Standing
from config.page_store.rendering import WANTED
from config.page_store.replica import ForReplica, Watches
from config.page_store.watch import Watch
from tests.config.page_store.conftest import House, until
from tests.support.workers import Answer, Worker

SOON = 2.0  # seconds: what is promised is one; the rest is for a machine that has much else to do


def release(house: House, key: str, title: str = "") -> None:
    """Publish an article, or, with another title, its next edition, in both languages."""
    if title:
        texts = f"title_en='{title}', title_ru='{title}'"
        house.desk.do(f"Article.objects.filter(key='{key}').update({texts})")
        house.desk.do(f"publish(Article.objects.get(key='{key}'), change='update')")
    else:
        house.desk.do(f"publish(make_article('{key}'))")


def withdraw(house: House, key: str) -> None:
    house.desk.do(f"withdraw(Edition.objects.get(article__key='{key}', language='en'), by=None, reason='Wrong.')")


def known_to(worker: Worker, house: House) -> None:
    """Wait until a worker knows of the last change, by a page that is no test's subject."""
    [(number,)] = house.sql(house.primary, "SELECT number FROM articles_generation")
    until(lambda: worker.get("/ru/feed.atom").generation == number)


def is_made_from_the_replica(house: House, key: str) -> bool:
    """Say whether a page nobody has asked for yet is the replica's: only there the title has been left as it was."""
    house.hold_back()
    house.retitle_unseen(f"{key}-en", "Only at the primary")
    try:
        return "Only at the primary" not in house.first.get(f"/en/articles/{key}-en/short/").body
    finally:
        house.sql(house.replica, "SELECT pg_wal_replay_resume()")


# --- Who reads where ---


def test_readers_pages_and_searches_are_read_from_the_replica_and_the_desk_from_the_primary(house: House) -> None:
    release(house, "where")
    house.catch_up()
    known_to(house.first, house)
    house.hold_back()
    house.retitle_unseen("where-en", "Only at the primary")
    page, found = house.first.get("/en/articles/where-en/"), house.first.get("/en/search/?q=where")
    assert (page.status, page.outcome, found.status) == (200, "miss", 200)
    assert ["Title of" in one.body for one in (page, found)] == [True, True]
    assert ["Only at the primary" in one.body for one in (page, found)] == [False, False]
    assert "Only at the primary" in house.third.get("/en/articles/where-en/short/").body
    assert house.desk.do("answer = Edition.objects.get(slug='where-en').title") == "Only at the primary"


def at_desk(house: House, path: str, method: str = "GET", body: str | None = None, cookies: str = "") -> Answer:
    """Ask the first worker as an editor who is logged in."""
    if not house.desk.do("answer = User.objects.filter(username='chief').exists()"):
        house.desk.do("make_user('chief', is_superuser=True)")
    session = house.desk.do(
        "client = Client()\n"
        "client.force_login(User.objects.get(username='chief'))\n"
        "answer = client.cookies['desk_session'].value"
    )
    form = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
    return house.first.get(path, method, body, Cookie=f"desk_session={session}; {cookies}", **form)


def test_the_desk_reads_what_it_has_written_from_a_replica_that_lags(house: House) -> None:
    house.hold_back()
    form = at_desk(house, "/admin/articles/topic/add/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form.body)[1]
    cookie = form.headers["Set-Cookie"].partition(";")[0]
    topic = f"csrfmiddlewaretoken={token}&name_en=Written+now&name_ru=Now&slug=written-now"
    sent = at_desk(house, "/admin/articles/topic/add/", "POST", topic, cookie)
    assert (sent.status, sent.headers["Location"]) == (302, "/admin/articles/topic/")
    assert "Written now" in at_desk(house, "/admin/articles/topic/").body


# --- A replica that lags ---


def test_a_release_is_seen_although_the_replica_lacks_it_and_nothing_older_follows(house: House) -> None:
    release(house, "late")
    known_to(house.first, house)
    assert "Title of late" in house.first.get("/en/articles/late-en/").body
    house.hold_back()
    release(house, "late", title="Anew")
    took = until(lambda: "Anew" in house.first.get("/en/articles/late-en/").body)
    assert took < SOON
    others = ("/en/articles/late-en/short/", "/ru/articles/late-ru/", "/en/", "/en/articles/", "/en/search/?q=anew")
    assert ["Anew" in house.first.get(path).body for path in others] == [True] * 5
    house.sql(house.replica, "SELECT pg_wal_replay_resume()")
    house.catch_up()
    assert ["Anew" in house.first.get("/en/articles/late-en/").body for _ in range(20)] == [True] * 20


def test_what_is_withdrawn_is_gone_although_the_replica_still_has_it(house: House) -> None:
    release(house, "wrong")
    known_to(house.first, house)
    assert house.first.get("/en/articles/wrong-en/").status == 200
    house.hold_back()
    withdraw(house, "wrong")
    took = until(lambda: house.first.get("/en/articles/wrong-en/").status == 410)
    assert took < SOON
    assert house.first.get("/en/articles/wrong-en/short/").status == 410
    assert "Title of wrong" not in house.first.get("/en/search/?q=wrong").body
    house.primary.stop()
    time.sleep(1)  # the look after which the primary is known to be away
    assert house.first.get("/en/articles/wrong-en/").status == 410  # the note has been made before
    assert house.first.get("/en/articles/wrong-en/editions/").status == 503
    assert "Title of wrong" not in house.first.get("/en/search/?q=wrong").body


def test_a_replica_that_lacks_the_last_release_is_better_than_nothing(house: House) -> None:
    release(house, "known")
    house.hold_back()
    release(house, "newest")
    known_to(house.first, house)
    assert house.first.get("/en/articles/newest-en/").outcome == "miss"
    house.primary.stop()
    until(lambda: house.first.get("/en/articles/newest-en/").outcome == "stale")
    answer = house.first.get("/en/articles/known-en/")
    assert (answer.status, answer.outcome, "Title of known" in answer.body) == (200, "stale", True)
    assert house.first.get("/en/articles/newest-en/").status == 200


# --- One of them away ---


def test_without_the_replica_pages_are_made_from_the_primary_until_it_is_back(house: House) -> None:
    release(house, "alone")
    known_to(house.first, house)
    assert is_made_from_the_replica(house, "alone")
    house.replica.stop()
    answers = [house.first.get(path) for path in ("/en/articles/alone-en/", "/ru/articles/alone-ru/")]
    assert [(answer.status, answer.outcome) for answer in answers] == [(200, "miss")] * 2
    assert house.first.get("/en/search/?q=alone").status == 200
    house.replica.start()
    release(house, "together")
    house.catch_up()
    known_to(house.first, house)
    time.sleep(1)  # the look after which the replica is known to be back
    house.first.get("/en/about/")
    assert is_made_from_the_replica(house, "together")


def test_a_replica_that_hangs_holds_nobody_up_for_long(house: House) -> None:
    release(house, "hanging")
    known_to(house.first, house)
    house.replica.signal(signal.SIGSTOP)
    time.sleep(1)  # as long as a worker goes by its last look
    began = time.monotonic()
    paths = [f"/{one}/articles/hanging-{one}/{variant}" for one in ("en", "ru") for variant in ("", "short/")]
    answers = [house.first.get(path) for path in paths]
    assert [(answer.status, answer.outcome) for answer in answers] == [(200, "miss")] * 4
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("how", ["stopped", "hanging"])
def test_without_the_primary_every_page_is_made_from_the_replica_and_the_desk_says_so(house: House, how: str) -> None:
    key = f"orphan-{how}"
    release(house, key)
    moment = house.desk.do(
        f"coming = timezone.now() + timedelta(seconds=4)\n"
        f"publish(make_article('coming-{how}'), at=coming)\n"
        f"answer = coming.timestamp()"
    )
    known_to(house.first, house)
    house.catch_up()
    house.primary.stop() if how == "stopped" else house.primary.signal(signal.SIGSTOP)
    time.sleep(0.9)
    paths = ("", "articles/", f"articles/{key}-en/", f"articles/{key}-en/short/", "feed.atom", f"search/?q={key}")
    answers = [house.first.get(f"/en/{path}") for path in paths]
    assert [answer.status for answer in answers] == [200] * 6
    assert [house.first.get(path).status for path in ("/sitemap.xml", "/en/articles/nothing/")] == [200, 404]
    until(lambda: house.first.get(f"/ru/articles/coming-{how}-ru/").status == 200)
    assert moment <= time.time() < moment + SOON
    if how == "stopped":
        desk = house.first.get("/admin/", Cookie=f"desk_session={'whoever' * 4}")
        assert (desk.status, desk.headers["Retry-After"]) == (503, "60")
        assert "cannot reach its database" in desk.body
        assert "не может обратиться к базе" in desk.body
        house.primary.start()
    else:
        house.primary.signal(signal.SIGCONT)
    release(house, f"after-{how}")
    until(lambda: house.first.get(f"/en/articles/after-{how}-en/").status == 200, patience=5)


# --- Whose word counts ---


def answering(found: Standing | None) -> Watch:
    """A watch that has just been answered, or, without a Standing, has not been."""
    watch = Watch()
    watch.standing, watch.away, watch._seen_at = found or Standing(), found is None, time.monotonic() + 60
    return watch


OLD, KNOWN, NEW = Standing(6, "old"), Standing(7, "known", floor=5), Standing(8, "new", floor=8)


@pytest.mark.parametrize(
    ("primary", "replica", "stands"),
    [
        (KNOWN, OLD, (KNOWN, False, None)),
        (KNOWN, NEW, (KNOWN, False, None)),  # the primary's word, as long as there is one
        (None, KNOWN, (KNOWN, False, None)),
        (None, NEW, (NEW, False, None)),
        (None, OLD, (KNOWN, True, OLD)),
        (None, Standing(4, "older"), (KNOWN, True, None)),  # it may show what has been withdrawn
        (None, None, (KNOWN, True, None)),
        (None, Standing(), (KNOWN, True, None)),  # a replica of something else, or of nothing yet
    ],
)
def test_the_replica_s_word_counts_while_the_primary_is_away(
    primary: Standing | None, replica: Standing | None, stands: tuple
) -> None:
    watches = Watches(primary=answering(primary), replica=answering(replica))
    watches.standing = KNOWN
    watches.refresh()
    assert (watches.standing, watches.away, watches.behind) == stands


def test_what_only_the_replica_knew_is_not_forgotten_with_it() -> None:
    watches = Watches(primary=answering(None), replica=answering(NEW))
    watches.primary.standing = KNOWN
    watches.refresh()
    watches.replica.away = True
    watches.refresh()
    assert (watches.standing, watches.away) == (NEW, True)
    watches.primary = answering(OLD)  # brought back from a backup, say
    watches.refresh()
    assert (watches.standing, watches.away) == (OLD, False)


@pytest.mark.parametrize(
    ("path", "kept_under", "replica", "wanted"),
    [
        ("/en/articles/", "known", OLD, "known"),  # it became known on the way that the primary is away
        ("/en/search/", None, OLD, "old"),
        ("/en/search/", None, NEW, "new"),
        ("/en/search/", None, None, ""),
        ("/en/articles/", "known", None, ""),
        ("/admin/", None, NEW, None),
    ],
)
def test_a_page_is_asked_of_the_replica_under_the_generation_it_is_kept_under(
    path: str, kept_under: str | None, replica: Standing | None, wanted: str | None
) -> None:
    watches = Watches(primary=answering(None), replica=answering(replica))
    watches.standing = KNOWN
    asked = {"REQUEST_METHOD": "GET", "PATH_INFO": path} | ({WANTED: kept_under} if kept_under else {})
    seen = []
    ForReplica(lambda environ, start_response: seen.append(environ.get(WANTED)), watches)(asked, None)
    assert seen == [wanted]
