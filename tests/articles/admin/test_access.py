"""Who may do what at the desk: every address, for every rank of account, in every state of an article."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import resolve

from articles.models import Article, Edition
from tests.articles.admin.ranks import RANKS, STATES, answers, as_rank, in_state

pytestmark = pytest.mark.django_db

# What each address answers: `answers` in ranks.py. A new address is one more line.
EVERYBODY = answers(200)
WITH_A_ROLE = answers(200, staff=403)
EDITORS = answers(403, editor=200, publisher=200, superuser=200)
PUBLISHERS = answers(403, publisher=200, superuser=200)
ADMINISTRATORS = answers(403, superuser=200)
NOBODY = answers(403)
COMPLETION = "/admin/autocomplete/?app_label={}&model_name={}&field_name={}"
ANYWHERE = {
    "/admin/": EVERYBODY,
    "/admin/articles/": answers(200, staff=404),
    "/admin/articles/article/": WITH_A_ROLE,
    "/admin/articles/article/add/": EDITORS,
    "/admin/articles/assignment/": PUBLISHERS,
    "/admin/articles/assignment/add/": PUBLISHERS,
    "/admin/articles/article/add/autosave/": answers(403, editor=200, publisher=200, superuser=200),
    "/admin/articles/article/add/autosave/discard/": answers(403, editor=302, publisher=302, superuser=302),
    "/admin/articles/edition/": WITH_A_ROLE,
    "/admin/articles/edition/add/": NOBODY,
    "/admin/articles/topic/": WITH_A_ROLE,
    "/admin/articles/topic/add/": EDITORS,
    "/admin/authors/author/": WITH_A_ROLE,
    "/admin/authors/author/add/": EDITORS,
    "/admin/authors/organization/": WITH_A_ROLE,
    "/admin/authors/organization/add/": EDITORS,
    "/admin/auth/": answers(404, superuser=200),
    "/admin/auth/user/": ADMINISTRATORS,
    "/admin/auth/user/add/": ADMINISTRATORS,
    "/admin/auth/group/": ADMINISTRATORS,
    "/admin/auth/group/add/": ADMINISTRATORS,
    COMPLETION.format("articles", "byline", "author"): WITH_A_ROLE,
    COMPLETION.format("articles", "assignment", "article"): WITH_A_ROLE,
    COMPLETION.format("authors", "author", "user"): ADMINISTRATORS,
    "/admin/jsi18n/": answers(200, outside=200),
    "/admin/login/": answers(302, outside=200),
    "/admin/unknown/": answers(404),
}
# To whom an article is none of their business, it is not there: 404, or back to the start with a word on it.
SEEN = answers(200, staff=403, writer_elsewhere=302)
OF_ARTICLE = {
    ("change/", "missing"): answers(302, staff=403),
    ("delete/", "missing"): answers(403, editor=302, publisher=302, superuser=302),
    ("history/", "missing"): answers(302),
    ("release/", "missing"): answers(404),
    ("withdraw/en/", "missing"): answers(404),
    **{("change/", state): SEEN for state in STATES[1:]},
    **{("history/", state): answers(200, staff=302, writer_elsewhere=302) for state in STATES[1:]},
    ("delete/", "drafted"): EDITORS,
    **{("delete/", state): NOBODY for state in STATES[2:]},
    **{
        ("release/", state): answers(403, staff=404, writer_elsewhere=404, publisher=200, superuser=200)
        for state in STATES[1:]
    },
    ("schedule/", "missing"): answers(404),
    **{
        ("schedule/", state): answers(403, staff=404, writer_elsewhere=404, publisher=status, superuser=status)
        for state, status in (("drafted", 302), ("scheduled", 200), ("live", 302), ("withdrawn", 302))
    },
    # Buttons: sent by a form, and nothing to look at.
    **{
        (address, state): answers(405)
        for address in (
            "undo/",
            "carry-over/1/",
            "history/1/restore/",
            "signoff/ask/",
            "signoff/remind/",
            "signoff/revoke/",
        )
        for state in STATES
    },
    # What scripts ask: one's own unsaved text, and who else is here.
    ("autosave/", "missing"): answers(404),
    ("presence/", "missing"): answers(404),
    **{("autosave/", state): answers(200, staff=404, writer_elsewhere=404) for state in STATES[1:]},
    **{("presence/", state): answers(200, staff=404, writer_elsewhere=404) for state in STATES[1:]},
    ("autosave/discard/", "missing"): answers(404),
    **{("autosave/discard/", state): answers(302, staff=404, writer_elsewhere=404) for state in STATES[1:]},
    ("alignment/ru/", "missing"): answers(404),
    **{
        ("alignment/ru/", state): answers(200, staff=404, writer_elsewhere=404, translator_en=403)
        for state in STATES[1:]
    },
    **{("alignment/en/", state): answers(404) for state in STATES[1:]},  # nothing to lay it beside: it is the source
    **{
        ("withdraw/en/", state): answers(403, staff=404, writer_elsewhere=404, publisher=status, superuser=status)
        for state, status in (("drafted", 404), ("scheduled", 200), ("live", 200), ("withdrawn", 404))
    },
    **{
        ("withdraw/de/", state): answers(403, staff=404, writer_elsewhere=404, publisher=404, superuser=404)
        for state in STATES[1:]
    },
}
PUBLIC = {
    "/{}/articles/treaty-{}/": [404, 404, 404, 200, 410],
    "/{}/articles/treaty-{}/short/": [404, 404, 404, 200, 410],
    "/{}/articles/treaty-{}/share.png": [404, 404, 404, 200, 410],
    "/{}/articles/treaty-{}/parallel/{other}/": [404, 404, 404, 200, 410],
    "/{}/articles/treaty-{}/editions/": [404, 404, 404, 200, 410],
    "/{}/articles/treaty-{}/editions/1/": [404, 404, 404, 200, 410],
    "/{}/articles/treaty-{}/cite.bib": [404, 404, 404, 200, 410],
    "/{}/articles/treaty-{}/cite.ris": [404, 404, 404, 200, 410],
    "/{}/articles/treaty-{}/cite.json": [404, 404, 404, 200, 410],
    "/{}/articles/treaty-{}/editions/1/cite.bib": [404, 404, 404, 200, 410],
    "/{}/articles/treaty-{}/editions/1/cite.ris": [404, 404, 404, 200, 410],
    "/{}/articles/treaty-{}/editions/1/cite.json": [404, 404, 404, 200, 410],
    "/{}/authors/author-of-treaty/": [404, 404, 404, 200, 404],
    "/{}/authors/author-of-treaty/feed.atom": [404, 404, 404, 200, 404],
    "/{}/articles/": [200, 200, 200, 200, 200],
    "/{}/feed.json": [200, 200, 200, 200, 200],
}


@pytest.mark.parametrize("rank", RANKS)
def test_addresses_of_the_desk_answer_each_rank_as_agreed(client: Client, rank: str) -> None:
    as_rank(client, rank)
    found = {address: client.get(address).status_code for address in ANYWHERE}
    assert found == {address: statuses[rank] for address, statuses in ANYWHERE.items()}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("rank", RANKS)
def test_an_articles_addresses_answer_each_rank_as_agreed(client: Client, rank: str, state: str) -> None:
    number = in_state(state)
    as_rank(client, rank, number)
    expected = {address: statuses[rank] for (address, in_which), statuses in OF_ARTICLE.items() if in_which == state}
    found = {address: client.get(f"/admin/articles/article/{number}/{address}").status_code for address in expected}
    assert found == expected


def test_no_address_of_an_article_is_forgotten_here() -> None:
    names = {pattern.name for pattern in admin.site.get_model_admin(Article).get_urls()} - {None}
    asked = {resolve(f"/admin/articles/article/1/{address}").url_name for address, _ in OF_ARTICLE}
    for_all = {"changelist", "add", "add_autosave", "add_discard"}  # asked without an article, above
    assert names - asked == {f"articles_article_{name}" for name in for_all}


@pytest.mark.parametrize("state", STATES[2:])
@pytest.mark.parametrize("rank", RANKS)
def test_an_edition_is_as_open_at_the_desk_as_its_article(client: Client, rank: str, state: str) -> None:
    number = in_state(state)
    as_rank(client, rank, number)
    edition = Edition.objects.filter(article=number).first()
    found = client.get(f"/admin/articles/edition/{edition.pk}/change/").status_code
    assert found == answers(200, staff=403, writer_elsewhere=302)[rank]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("rank", RANKS)
def test_readers_pages_are_the_same_for_every_rank(client: Client, rank: str, state: str) -> None:
    as_rank(client, rank, in_state(state))
    for code in ("en", "ru"):
        other = {"en": "ru", "ru": "en"}[code]
        found = {address: client.get(address.format(code, code, other=other)).status_code for address in PUBLIC}
        assert found == {address: statuses[STATES.index(state)] for address, statuses in PUBLIC.items()}


@pytest.mark.parametrize("rank", ["stranger", "reader"])
def test_whoever_may_not_enter_is_led_to_the_log_in(client: Client, rank: str) -> None:
    as_rank(client, rank)
    response = client.get("/admin/articles/article/")
    assert response["Location"] == "/admin/login/?next=/admin/articles/article/"
