"""What stands under a name in a published text stays as printed; an author's page has what holds today."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from authors.models import Affiliation
from tests.articles.reading.html import by_class, parse, text_of
from tests.factories import make_article, make_author, make_organization, make_post, make_topic, publish

pytestmark = pytest.mark.django_db

PRINTED = {"en": "Fellow, Organization institute", "ru": "Научный сотрудник, Организация institute"}


@pytest.fixture
def post() -> Affiliation:
    """The post of an author whose text was published, and composed its credit line from that post."""
    author = make_author("ada-lovelace")
    post = make_post(author, make_organization())
    article = make_article(authors=[author], topics=[make_topic()], outlet=make_organization("review"))
    publish(article, at=datetime(2021, 1, 1, tzinfo=UTC))
    return post


def test_a_new_post_and_a_renamed_organization_leave_the_published_text_as_it_is(
    client: Client, post: Affiliation, language: str
) -> None:
    address = f"/{language}/articles/treaty-{language}/"
    before = client.get(address).content
    assert [text_of(line) for line in by_class(parse(client.get(address)), "credit")] == [PRINTED[language]]
    post.position_en, post.position_ru = "Director", "Директор"
    post.save()
    institute = post.organization
    institute.name_en, institute.name_ru = "Renamed Institute", "Переименованный институт"
    institute.save()
    assert client.get(address).content == before
    profile = text_of(parse(client.get(f"/{language}/authors/ada-lovelace/")).find(".//main"))
    assert {"en": "Director, Renamed Institute", "ru": "Директор, Переименованный институт"}[language] in profile
    assert PRINTED[language] not in profile


def test_a_renamed_author_and_outlet_leave_the_published_text_as_it_is(
    client: Client, post: Affiliation, language: str
) -> None:
    address = f"/{language}/articles/treaty-{language}/"
    before = client.get(address).content
    author = post.author
    author.family_name_en = author.family_name_ru = "King"
    author.save()
    assert client.get(address).content == before
    assert "King" in client.get(f"/{language}/authors/ada-lovelace/").content.decode()


def test_the_list_of_authors_has_the_posts_held_today_only(client: Client, post: Affiliation, language: str) -> None:
    post.until = date(2022, 1, 1)
    post.save()
    make_post(post.author, make_organization("academy"), since=date(2022, 1, 1))
    people = text_of(by_class(parse(client.get(f"/{language}/authors/")), "people")[0])
    assert {"en": "Fellow, Organization academy", "ru": "Научный сотрудник, Организация academy"}[language] in people
    assert PRINTED[language] not in people


def test_the_next_edition_prints_what_holds_on_its_day(client: Client, post: Affiliation, language: str) -> None:
    post.position_en, post.position_ru = "Director", "Директор"
    post.save()
    publish(post.author.bylines.get().article)
    page = text_of(parse(client.get(f"/{language}/articles/treaty-{language}/")))
    assert {"en": "Director, Organization institute", "ru": "Директор, Организация institute"}[language] in page
    first = text_of(parse(client.get(f"/{language}/articles/treaty-{language}/editions/1/")))
    assert PRINTED[language] in first
