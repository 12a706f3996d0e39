"""Who may do what at the desk: every address, for every rank of account, in every state of an article."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from articles.models import Article, Edition
from articles.press.withdraw import withdraw
from tests.factories import make_article, make_user, publish

pytestmark = pytest.mark.django_db

LOGIN = 302
RANKS = {
    "stranger": None,
    "reader with an account": {"is_staff": False},
    "staff without permissions": {},
    "editor": {"permissions": ["view_article", "change_article"]},
    "publisher": {
        "permissions": ["view_article", "change_article", "release_article", "withdraw_article", "view_edition"]
    },
    "superuser": {"is_superuser": True},
}
STATES = ["missing", "drafted", "scheduled", "live", "withdrawn"]
# Every rank in the order above. 302 for the first two leads to the log-in.
ANYWHERE = {
    "/admin/": [302, 302, 200, 200, 200, 200],
    "/admin/articles/article/": [302, 302, 403, 200, 200, 200],
    "/admin/articles/article/add/": [302, 302, 403, 403, 403, 200],
    "/admin/articles/edition/": [302, 302, 403, 403, 200, 200],
    "/admin/articles/edition/add/": [302, 302, 403, 403, 403, 403],
    "/admin/articles/topic/": [302, 302, 403, 403, 403, 200],
    "/admin/authors/author/": [302, 302, 403, 403, 403, 200],
    "/admin/authors/author/add/": [302, 302, 403, 403, 403, 200],
    "/admin/authors/organization/": [302, 302, 403, 403, 403, 200],
    "/admin/authors/organization/add/": [302, 302, 403, 403, 403, 200],
    "/admin/auth/user/": [302, 302, 403, 403, 403, 200],
    "/admin/jsi18n/": [200, 200, 200, 200, 200, 200],
    "/admin/login/": [200, 200, 302, 302, 302, 302],
    "/admin/unknown/": [302, 302, 404, 404, 404, 404],
}
OF_ARTICLE = {
    ("change/", "missing"): [302, 302, 403, 302, 302, 302],
    ("delete/", "missing"): [302, 302, 403, 403, 403, 302],
    ("release/", "missing"): [302, 302, 404, 404, 404, 404],
    ("withdraw/en/", "missing"): [302, 302, 404, 404, 404, 404],
    **{("change/", state): [302, 302, 403, 200, 200, 200] for state in STATES[1:]},
    **{("history/", state): [302, 302, 403, 200, 200, 200] for state in STATES[1:]},
    ("delete/", "drafted"): [302, 302, 403, 403, 403, 200],
    **{("delete/", state): [302, 302, 403, 403, 403, 403] for state in STATES[2:]},
    **{("release/", state): [302, 302, 403, 403, 200, 200] for state in STATES[1:]},
    ("withdraw/en/", "drafted"): [302, 302, 403, 403, 404, 404],
    ("withdraw/en/", "scheduled"): [302, 302, 403, 403, 200, 200],
    ("withdraw/en/", "live"): [302, 302, 403, 403, 200, 200],
    ("withdraw/en/", "withdrawn"): [302, 302, 403, 403, 404, 404],
    **{("withdraw/de/", state): [302, 302, 403, 403, 404, 404] for state in STATES[1:]},
}
PUBLIC = {
    "/{}/articles/treaty-{}/": [404, 404, 404, 200, 410],
    "/{}/articles/treaty-{}/short/": [404, 404, 404, 200, 410],
    "/{}/articles/treaty-{}/editions/": [404, 404, 404, 200, 410],
    "/{}/articles/treaty-{}/editions/1/": [404, 404, 404, 200, 410],
    "/{}/authors/author-of-treaty/": [404, 404, 404, 200, 404],
    "/{}/authors/author-of-treaty/feed.atom": [404, 404, 404, 200, 404],
    "/{}/articles/": [200, 200, 200, 200, 200],
    "/{}/feed.json": [200, 200, 200, 200, 200],
}


def as_rank(client: Client, rank: str) -> Client:
    wanted = RANKS[rank]
    if wanted is not None:
        rest = {name: value for name, value in wanted.items() if name != "permissions"}
        client.force_login(make_user("somebody", *wanted.get("permissions", []), **rest))
    return client


def in_state(state: str) -> int:
    """The number of an article in a state; of none for "missing"."""
    if state == "missing":
        return 1_000_000
    article = make_article()
    if state != "drafted":
        editions = publish(article, at=datetime(2090, 1, 1, tzinfo=UTC) if state == "scheduled" else None)
        if state == "withdrawn":
            for edition in editions.values():
                withdraw(edition, by=None, reason="A mistake.")
    return article.pk


@pytest.mark.parametrize("rank", RANKS)
def test_addresses_of_the_desk_answer_each_rank_as_agreed(client: Client, rank: str) -> None:
    as_rank(client, rank)
    found = {address: client.get(address).status_code for address in ANYWHERE}
    assert found == {address: statuses[list(RANKS).index(rank)] for address, statuses in ANYWHERE.items()}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("rank", RANKS)
def test_an_articles_addresses_answer_each_rank_as_agreed(client: Client, rank: str, state: str) -> None:
    number = in_state(state)
    as_rank(client, rank)
    expected = {
        address: statuses[list(RANKS).index(rank)]
        for (address, in_which), statuses in OF_ARTICLE.items()
        if in_which == state
    }
    assert {address: client.get(f"/admin/articles/article/{number}/{address}").status_code for address in expected} == (
        expected
    )


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("rank", RANKS)
def test_readers_pages_are_the_same_for_every_rank(client: Client, rank: str, state: str) -> None:
    in_state(state)
    as_rank(client, rank)
    for code in ("en", "ru"):
        found = {address: client.get(address.format(code, code)).status_code for address in PUBLIC}
        assert found == {address: statuses[STATES.index(state)] for address, statuses in PUBLIC.items()}


@pytest.mark.parametrize("rank", ["stranger", "reader with an account"])
def test_whoever_may_not_enter_is_led_to_the_log_in(client: Client, rank: str) -> None:
    as_rank(client, rank)
    response = client.get("/admin/articles/article/")
    assert response["Location"] == "/admin/login/?next=/admin/articles/article/"


@pytest.mark.parametrize("rank", [rank for rank in RANKS if rank not in ("publisher", "superuser")])
def test_whoever_may_not_release_or_withdraw_does_not_by_sending_the_form(client: Client, rank: str) -> None:
    number = in_state("drafted")
    live = publish(make_article("live"))["en"]
    as_rank(client, rank)
    client.post(f"/admin/articles/article/{number}/release/", {"languages": ["en", "ru"]})
    client.post(f"/admin/articles/article/{live.article_id}/withdraw/en/", {"reason": "Because."})
    assert Edition.objects.filter(article=number).count() == 0
    assert Edition.objects.get(pk=live.pk).withdrawn_at is None


@pytest.mark.parametrize("rank", RANKS)
def test_nobody_deletes_what_has_been_published(client: Client, rank: str) -> None:
    number = in_state("live")
    as_rank(client, rank)
    client.post(f"/admin/articles/article/{number}/delete/", {"post": "yes"})
    client.post(
        "/admin/articles/article/", {"action": "delete_selected", "_selected_action": [number], "post": "yes"}
    )
    edition = Edition.objects.first()
    client.post(f"/admin/articles/edition/{edition.pk}/delete/", {"post": "yes"})
    assert Article.objects.filter(pk=number).exists()
    assert Edition.objects.filter(article=number).count() == 2


@pytest.mark.parametrize("rank", RANKS)
def test_nobody_changes_an_edition(client: Client, rank: str) -> None:
    in_state("live")
    edition = Edition.objects.get(language="en")
    as_rank(client, rank)
    client.post(f"/admin/articles/edition/{edition.pk}/change/", {"title": "Rewritten"})
    assert Edition.objects.get(pk=edition.pk).title == "Title of treaty"
