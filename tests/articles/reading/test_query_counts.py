"""A list of thirty texts asks the database as often as a list of one."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from zeal import zeal_context

from authors.models import Author, Organization
from tests.articles.reading.addresses import CITATIONS, FEEDS, FOR_ROBOTS, OTHER, PAGES, SEARCH, SHARE_IMAGES, page
from tests.factories import make_article, make_author, make_organization, make_topic, publish

LISTS = [
    "/{}/",
    "/{}/articles/",
    "/{}/articles/2021/",
    "/{}/authors/",
    "/{}/authors/ada-lovelace/",
    "/{}/organizations/",
    "/{}/organizations/institute/",
    "/{}/organizations/review/",
    "/{}/topics/",
    "/{}/topics/treaties/",
    "/{}/feed.atom",
    "/{}/feed.json",
    "/{}/authors/ada-lovelace/feed.atom",
    "/{}/organizations/institute/feed.json",
    "/{}/topics/treaties/feed.atom",
]
ADDRESSES = [pattern.format(code) for pattern in LISTS for code in ("en", "ru")] + ["/sitemap.xml"]


@pytest.fixture(autouse=True)
def _known_features(db) -> None:
    """What Django asks SQLite once a process (whether it reads JSON) is no part of a page."""
    assert connection.features.supports_json_field


def counts(client: Client) -> dict[str, int]:
    found = {}
    for address in ADDRESSES:
        with zeal_context(), CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        found[address] = len(queries)
    return found


def release_one(number: int, ada: Author, institute: Organization, review: Organization, topics: list) -> None:
    others = [make_author(f"{name}-{number}", post_at=institute) for name in ("bea", "cyd")]
    for other in others:
        other.affiliations.create(organization=make_organization(f"{other.slug}-school"))
    article = make_article(f"text-{number}", authors=[ada, *others], topics=topics, outlet=review)
    publish(article, at=datetime(2021, 1, 1, tzinfo=UTC) + timedelta(days=number))


@pytest.mark.django_db
def test_thirty_texts_by_three_authors_each_cost_as_many_queries_as_one(client: Client) -> None:
    institute, review = make_organization("institute"), make_organization("review")
    about = make_author("ada-lovelace", post_at=institute), institute, review, [make_topic(), make_topic("minor")]
    release_one(0, *about)
    one = counts(client)
    for number in range(1, 30):
        release_one(number, *about)
    assert counts(client) == one


@pytest.mark.usefixtures("seed", "no_query_per_row")
@pytest.mark.parametrize("name", [*(PAGES | SEARCH | FEEDS | CITATIONS | SHARE_IMAGES)])
def test_whatever_readers_ask_for_takes_four_queries_at_most(client: Client, name: str, language: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page(name, language)).status_code == 200
    assert len(queries) <= 4


@pytest.mark.usefixtures("seed", "no_query_per_row")
@pytest.mark.parametrize("address", FOR_ROBOTS)
def test_so_does_whatever_robots_ask_for(client: Client, address: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    assert len(queries) <= 4


@pytest.mark.django_db
@pytest.mark.parametrize("rest", ["", "parallel/{}/"])
def test_a_text_by_many_about_much_takes_no_more(client: Client, language: str, rest: str) -> None:
    authors = [make_author(f"ann-{number}") for number in range(12)]
    topics = [make_topic(f"topic-{number}") for number in range(12)]
    article = make_article(authors=authors, topics=topics, outlet=make_organization("review"))
    for day in range(1, 4):
        setattr(article, f"title_{language}", f"Title {day}")
        article.save()
        publish(article, at=datetime(2021, 1, day, tzinfo=UTC))
    with zeal_context(), CaptureQueriesContext(connection) as queries:
        assert client.get(f"/{language}/articles/treaty-{language}/{rest.format(OTHER[language])}").status_code == 200
    assert len(queries) <= 4
