"""Who may do what at the desk: every address, for every rank of account, in every state of an article."""

import pytest
from django.test import Client

from tests.articles.admin.ranks import RANKS, STATES, as_rank, in_state

pytestmark = pytest.mark.django_db

# Every rank in the order of RANKS. 302 for the first two leads to the log-in.
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
