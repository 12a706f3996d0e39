"""Who may see a preview: every address, for every rank of account, in every state of an article."""

import pytest
from django.test import Client

from articles.models import Article, Edition
from articles.proofs.links import make_link
from tests.articles.admin.ranks import RANKS, STATES, answers, as_rank, in_state
from tests.articles.reading.html import by_class, parse
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db

WRITTEN = STATES[1:]
PAGES = [f"{code}/{variant}/" for code in ("en", "ru") for variant in ("full", "short", "parallel")]
NOWHERE = ["de/full/", "en/long/"]
SEEN = answers(200, staff=404, writer_elsewhere=404)
AT_THE_DESK = {
    **{(f"preview/{page}", "missing"): answers(404) for page in PAGES},
    **{(f"preview/{page}", state): SEEN for page in PAGES for state in WRITTEN},
    **{
        (f"preview/{page}", state): answers(404, staff=404, writer_elsewhere=404)
        for page in NOWHERE
        for state in WRITTEN
    },
    ("share/", "missing"): answers(404),
    **{("share/", state): SEEN for state in WRITTEN},
}
METHODS = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("rank", RANKS)
def test_previews_at_the_desk_answer_each_rank_as_agreed(client: Client, rank: str, state: str) -> None:
    number = in_state(state)
    as_rank(client, rank, number)
    expected = {address: statuses[rank] for (address, in_which), statuses in AT_THE_DESK.items() if in_which == state}
    responses = {address: client.get(f"/admin/articles/article/{number}/{address}") for address in expected}
    assert {address: response.status_code for address, response in responses.items()} == expected
    assert {"no-store" in response["Cache-Control"] for response in responses.values()} == {True}


@pytest.mark.parametrize("state", WRITTEN)
@pytest.mark.parametrize("rank", RANKS)
def test_a_shared_link_opens_for_everybody_alike(client: Client, rank: str, state: str) -> None:
    token = make_link(Article(pk=in_state(state))).token
    as_rank(client, rank)
    found = {page: client.get(f"/preview/{token}/{page}").status_code for page in [*PAGES, *NOWHERE]}
    assert found == dict.fromkeys(PAGES, 200) | dict.fromkeys(NOWHERE, 404)


def test_a_shared_link_needs_no_session_and_is_the_same_with_one(client: Client, language: str) -> None:
    token = make_link(make_article()).token
    theirs = {"Cookie": "desk_session=x; desk_language=ru; csrftoken=y", "Accept-Language": "ru"}
    response = client.get(f"/preview/{token}/{language}/full/", headers=theirs)
    assert response.content == client.get(f"/preview/{token}/{language}/full/").content
    assert "Cookie" not in response.get("Vary", "")
    assert "Set-Cookie" not in response.headers
    assert not response.cookies


@pytest.mark.parametrize("method", METHODS)
def test_nothing_can_be_sent_to_a_shared_link(method: str, language: str) -> None:
    token = make_link(make_article()).token
    response = Client(enforce_csrf_checks=True).generic(method, f"/preview/{token}/{language}/full/", "a=b")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"


def test_what_is_only_the_beginning_of_a_link_is_kept_by_nobody(client: Client) -> None:
    addresses = ["/preview", "/preview/", "/preview/x/", "/preview/x/en/", "/preview/x/en/full"]
    responses = [client.get(address) for address in addresses]
    assert [response.status_code for response in responses] == [404, 404, 404, 404, 301]
    assert ["no-store" in response["Cache-Control"] for response in responses] == [True] * 5


@pytest.mark.parametrize("rank", RANKS)
def test_a_link_is_made_by_whoever_may_write_the_article(client: Client, rank: str) -> None:
    article = make_article()
    as_rank(client, rank, article.pk)
    response = client.post(f"/admin/articles/article/{article.pk}/share/")
    # Whoever is not logged in is asked to: a form that was sent is kept, not led away.
    assert response.status_code == (403 if rank in ("stranger", "reader") else SEEN[rank])
    assert (b"/preview/" in response.content) == (SEEN[rank] == 200)


def test_whoever_may_only_look_cannot_hand_on(client: Client) -> None:
    article = make_article()
    client.force_login(make_user("reader", "view_article"))
    place = f"/admin/articles/article/{article.pk}/"
    assert client.get(f"{place}preview/en/full/").status_code == 200
    assert [client.get(f"{place}share/").status_code, client.post(f"{place}share/").status_code] == [403, 403]
    assert b"/share/" not in client.get(f"{place}change/").content


def test_the_link_is_shown_once_and_opens_the_text(client: Client) -> None:
    article = make_article()
    as_rank(client, "editor")
    place = f"/admin/articles/article/{article.pk}/share/"
    made = client.post(place)
    assert "no-store" in made["Cache-Control"]
    [box] = by_class(parse(made), "shared")
    links = [link.get("href") for link in box.iter("a")]
    assert [link.rpartition("/preview/")[0] for link in links] == ["http://localhost", "http://localhost"]
    stranger = Client()
    assert [stranger.get(link).status_code for link in links] == [200, 200]
    assert by_class(parse(client.get(place)), "shared") == []


def test_making_a_link_takes_a_form_with_its_token() -> None:
    article = make_article()
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(make_user("editor", is_superuser=True))
    assert careful.post(f"/admin/articles/article/{article.pk}/share/").status_code == 403


def test_the_article_form_leads_to_the_previews_that_are_written(client: Client, language: str) -> None:
    article = make_article(languages=[language])
    as_rank(client, "editor")
    page = parse(client.get(f"/admin/articles/article/{article.pk}/change/"))
    found = [link for link in page.iter("a") if link.get("data-preview")]
    assert [(link.get("data-preview"), link.get("href"), link.get("target")) for link in found] == [
        (language, f"/admin/articles/article/{article.pk}/preview/{language}/full/", "_blank")
    ]


def test_looking_at_a_preview_publishes_nothing(client: Client) -> None:
    token = make_link(make_article()).token
    client.get(f"/preview/{token}/en/full/")
    assert Edition.objects.count() == 0
    assert client.get("/en/articles/treaty-en/").status_code == 404
    assert token not in client.get("/sitemap.xml").content.decode()
