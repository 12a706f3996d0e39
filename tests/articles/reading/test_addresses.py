"""Which addresses there are: every one that is named answers, and every link of a page is among them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Edition
from articles.press.withdraw import withdraw
from articles.reading.addresses import moved_addresses, public_addresses, withdrawn_addresses
from authors.models import Author
from tests.articles.reading.addresses import CITATIONS, FEEDS, FOR_ROBOTS, OTHER, PAGES, SHARE_IMAGES, page
from tests.articles.reading.html import links, parse
from tests.articles.reading.test_paging import release_many
from tests.factories import make_article, make_author, make_organization, make_topic, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def published() -> Article:
    """A text in two editions and one that has no short version, with all that can be public beside them."""
    anna = make_author(post_at=make_organization())
    publish(make_article("review", authors=[anna], topics=[make_topic()], short_text_en="", short_text_ru=""))
    treaty = make_article(authors=[anna], outlet=make_organization("review-of-law"))
    publish(treaty)
    treaty.title_en, treaty.title_ru = "Another title", "Другое заглавие"
    treaty.save()
    publish(treaty, change="correction")
    return treaty


def test_every_public_address_answers(client: Client, published: Article) -> None:
    addresses = list(public_addresses())
    assert [address for address in addresses if client.get(address).status_code != 200] == []
    assert len(addresses) == len(set(addresses))


def test_every_link_of_a_page_leads_to_a_public_address(client: Client, published: Article, language: str) -> None:
    addresses = set(public_addresses())
    pages = [address for address in addresses if address.startswith(f"/{language}/") and address.endswith("/")]
    met = {link.partition("#")[0] for address in pages for link in links(parse(client.get(address)))}
    inside = {link for link in met if link.startswith("/")} - {"/en/search/", "/ru/search/"}
    assert inside - addresses == set()


@pytest.mark.usefixtures("seed")
def test_every_page_of_the_delivered_site_is_among_them(language: str) -> None:
    names = PAGES | FEEDS | CITATIONS | SHARE_IMAGES
    assert {*FOR_ROBOTS, *(page(name, language) for name in names)} - set(public_addresses()) == set()


def test_the_later_parts_of_lists_are_those_the_lists_lead_to(client: Client) -> None:
    release_many(65)
    addresses = set(public_addresses())
    for path in ("/ru/articles/", "/ru/articles/2021/", "/ru/authors/ada-lovelace/", "/ru/topics/treaties/"):
        met, address = [], path
        while address:
            met.append(address)
            following = [link for link in links(parse(client.get(address))) if link.startswith("?after=")]
            address = path + following[0] if following else ""
        assert len(met) == 3
        assert {one for one in addresses if one.startswith(f"{path}?")} == set(met[1:])


def test_a_series_goes_on_in_its_own_order(client: Client) -> None:
    release_many(31)
    topic = Edition.objects.first().topics.get()
    topic.is_series = True
    topic.save()
    [further] = [address for address in public_addresses() if address.startswith("/ru/topics/treaties/?")]
    assert "/ru/articles/text-30-ru/" in links(parse(client.get(further)))


def test_a_long_history_goes_on(client: Client, published: Article) -> None:
    for number in range(3, 13):
        published.title_en = f"Title number {number}"
        published.save()
        publish(published, "en", change="correction")
    parts = [address for address in public_addresses() if address.startswith("/en/articles/treaty-en/editions/?")]
    assert parts == ["/en/articles/treaty-en/editions/?after=3"]
    assert client.get(parts[0]).status_code == 200


def test_what_is_to_come_is_public_from_its_moment_on(published: Article, language: str) -> None:
    publish(make_article("embargoed"), at=timezone.now() + timedelta(hours=1))
    address = f"/{language}/articles/embargoed-{language}/"
    assert address not in set(public_addresses())
    assert address in set(public_addresses(timezone.now() + timedelta(hours=2)))


def test_a_slug_of_before_moved(client: Client, published: Article, language: str) -> None:
    setattr(published, f"slug_{language}", "accord")
    published.save()
    publish(published, language, change="correction")
    old, new = f"/{language}/articles/treaty-{language}/", f"/{language}/articles/accord/"
    assert list(moved_addresses()) == [(old, new)]
    for below in ("", "short/", f"parallel/{OTHER[language]}/", "editions/1/"):
        response = client.get(old + below)
        assert (response.status_code, response["Location"]) == (301, new + below)


def test_what_is_withdrawn_is_gone(client: Client, published: Article, language: str) -> None:
    withdraw(Edition.objects.live(language).with_slug(f"treaty-{language}").get(), by=None, reason="Wrong.")
    gone = dict(withdrawn_addresses())
    path = f"/{language}/articles/treaty-{language}/"
    assert gone == {
        path: True,
        f"{path}short/": False,
        f"{path}editions/": False,
        f"{path}parallel/{OTHER[language]}/": False,
    }
    assert {client.get(address).status_code for address in gone} == {410}
    assert client.get(f"{path}cite.bib").status_code == 410
    assert [address for address in public_addresses() if address.startswith(path)] == []


def test_withdrawn_editions_of_a_text_that_is_live_again_are_gone(client: Client, published: Article) -> None:
    withdraw(Edition.objects.live("en").with_slug("treaty-en").get(), by=None, reason="Wrong.")
    publish(published, "en", change="update")
    gone = dict(withdrawn_addresses())
    assert gone == {f"/en/articles/treaty-en/editions/{number}/": True for number in (1, 2)}
    assert {client.get(address).status_code for address in gone} == {410}


def test_security_txt_is_public_where_there_is_one(settings) -> None:
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    assert "/.well-known/security.txt" in set(public_addresses())
    settings.SECURITY_CONTACT = ""
    assert "/.well-known/security.txt" not in set(public_addresses())


def test_more_texts_cost_no_more_queries(published: Article) -> None:
    with CaptureQueriesContext(connection) as few:
        list(public_addresses())
    authors = list(Author.objects.all())
    for number in range(5):
        publish(make_article(f"text-{number}", authors=authors))
    with CaptureQueriesContext(connection) as many:
        list(public_addresses())
    assert len(many) == len(few)
