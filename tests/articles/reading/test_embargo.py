"""Nothing of a text is public before its moment, everything is from then on, and a draft never is."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client

from articles.models import Article, Byline
from tests.factories import make_article, make_author, make_organization, make_topic, publish

pytestmark = pytest.mark.django_db

MOMENT = datetime(2031, 5, 20, 9, 0, tzinfo=UTC)
MARKER = "zembargoz"
CITATIONS = ("bib", "ris", "json")
TEXTS = {"en": "Full text of treaty.", "ru": "Полный текст treaty."}
# Addresses that exist because of the scheduled text alone.
OWN = [
    "/{}/articles/zembargoz-{}/",
    "/{}/articles/zembargoz-{}/short/",
    "/{}/articles/zembargoz-{}/parallel/{other}/",
    "/{}/articles/zembargoz-{}/editions/",
    "/{}/articles/zembargoz-{}/editions/1/",
    *(f"/{{}}/articles/zembargoz-{{}}/{rest}cite.{file}" for rest in ("", "editions/1/") for file in CITATIONS),
    "/{}/authors/ada-zembargoz/",
    "/{}/authors/ada-zembargoz/feed.atom",
    "/{}/authors/ada-zembargoz/feed.json",
    "/{}/organizations/zembargoz-institute/",
    "/{}/organizations/zembargoz-institute/feed.atom",
    "/{}/organizations/zembargoz-institute/feed.json",
    "/{}/organizations/zembargoz-review/",
    "/{}/topics/zembargoz/",
    "/{}/topics/zembargoz/feed.atom",
    "/{}/topics/zembargoz/feed.json",
    "/{}/articles/2031/",
]
# Addresses that are there anyway, with another text on them.
SHARED = [
    "/{}/",
    "/{}/articles/",
    "/{}/authors/",
    "/{}/organizations/",
    "/{}/topics/",
    "/{}/feed.atom",
    "/{}/feed.json",
    "/{}/topics/treaties/",
    "/{}/topics/treaties/feed.atom",
]
UNTOUCHED = ["/robots.txt", "/{}/articles/public-{}/", "/{}/articles/public-{}/editions/", "/{}/articles/2020/"]


def filled_in(patterns: list[str]) -> list[str]:
    twins = (("en", "ru"), ("ru", "en"))
    return [pattern.format(code, code, other=other) for pattern in patterns for code, other in twins]


def tells(response: HttpResponse) -> bool:
    """Whether the marker is anywhere in an answer, its headers included."""
    return MARKER in (response.content.decode() + str(response.headers)).casefold()


@pytest.fixture
def scheduled() -> Article:
    """A public text, and one to come that carries the marker wherever a word can stand."""
    topic = make_topic()
    publish(make_article("public", topics=[topic]), at=datetime(2020, 1, 1, tzinfo=UTC))
    institute = make_organization("zembargoz-institute", name_en="Zembargoz Institute", name_ru="Институт Zembargoz")
    outlet = make_organization("zembargoz-review", name_en="Zembargoz Review", name_ru="Обозрение Zembargoz")
    author = make_author("ada-zembargoz", post_at=institute)
    marked = make_topic("zembargoz", name_en="Zembargoz", name_ru="Zembargoz")
    article = make_article("zembargoz", authors=[author], topics=[topic, marked], outlet=outlet)
    publish(article, at=MOMENT)
    return article


def test_before_its_moment_a_scheduled_text_is_nowhere(client: Client, clock, scheduled: Article) -> None:
    clock(MOMENT - timedelta(microseconds=1))
    own = {address: client.get(address) for address in filled_in(OWN)}
    others = {address: client.get(address) for address in [*filled_in(SHARED + UNTOUCHED), "/", "/sitemap.xml"]}
    assert {address: response.status_code for address, response in own.items() if response.status_code != 404} == {}
    assert {address for address, response in others.items() if response.status_code not in (200, 302)} == set()
    assert [address for address, response in (own | others).items() if tells(response)] == []


def test_from_its_moment_on_it_is_everywhere(client: Client, clock, scheduled: Article) -> None:
    clock(MOMENT)
    expected = [*filled_in(OWN + SHARED), "/sitemap.xml"]
    answers = {address: client.get(address) for address in expected}
    assert [address for address, response in answers.items() if response.status_code != 200] == []
    assert [address for address, response in answers.items() if not tells(response)] == []


def test_a_language_to_come_is_not_named_by_the_one_that_is_live(client: Client, clock, language: str) -> None:
    article = make_article()
    other = {"en": "ru", "ru": "en"}[language]
    publish(article, language, at=datetime(2020, 1, 1, tzinfo=UTC))
    publish(article, other, at=MOMENT)
    addresses = [f"/{language}/{rest}" for rest in (f"articles/treaty-{language}/", "feed.atom", "feed.json")]
    clock(MOMENT - timedelta(seconds=1))
    assert [one for one in addresses if f"treaty-{other}" in client.get(one).content.decode()] == []
    page = addresses[0]
    assert TEXTS[other] not in client.get(page).content.decode()
    assert client.get(f"{page}parallel/{other}/").status_code == 404
    clock(MOMENT)
    assert [one for one in addresses if f"treaty-{other}" in client.get(one).content.decode()] == addresses
    assert TEXTS[other] in client.get(page).content.decode()
    assert client.get(f"{page}parallel/{other}/").status_code == 200


def test_a_correction_to_come_leaves_the_live_edition_as_it_is(client: Client, clock, language: str) -> None:
    article = make_article()
    publish(article, at=datetime(2020, 1, 1, tzinfo=UTC))
    page, history = f"/{language}/articles/treaty-{language}/", f"/{language}/articles/treaty-{language}/editions/"
    clock(MOMENT - timedelta(days=1))
    before = client.get(page).content, client.get(history).content, client.get(f"/{language}/feed.atom").content
    setattr(article, f"title_{language}", "Zembargoz")
    article.save()
    publish(article, at=MOMENT, note="zembargoz")
    clock(MOMENT - timedelta(seconds=1))
    after = client.get(page).content, client.get(history).content, client.get(f"/{language}/feed.atom").content
    assert after == before
    assert client.get(f"{history}2/").status_code == 404
    clock(MOMENT)
    assert all(tells(client.get(address)) for address in (page, history, f"/{language}/feed.atom"))


def test_editing_a_published_manuscript_changes_no_byte_of_what_is_public(client: Client) -> None:
    article = make_article(topics=[make_topic()])
    publish(article)
    files = [f"cite.{file}" for file in CITATIONS]
    parts = ["", "short/", "editions/", *files]
    slugs = [f"/{code}/articles/treaty-{code}/{rest}" for code in ("en", "ru") for rest in parts]
    addresses = [*slugs, *filled_in(SHARED), "/sitemap.xml", *filled_in(["/{}/authors/author-of-treaty/"])]
    before = {address: client.get(address).content for address in addresses}
    for code in ("en", "ru"):
        for field in ("title", "slug", "standfirst", "short_text", "full_text", "translation_note", "full_text_url"):
            word = "https://zembargoz.example/" if field.endswith("url") else "zembargoz"
            setattr(article, f"{field}_{code}", word)
    article.outlet = make_organization("zembargoz")
    article.original_language = "ru"
    article.save()
    article.topics.set([make_topic("zembargoz")])
    article.bylines.all().delete()
    Byline.objects.create(article=article, author=make_author("ada-zembargoz"))
    assert {address: client.get(address).content for address in addresses} == before
    assert client.get("/en/articles/zembargoz/").status_code == 404
    assert client.get("/en/authors/ada-zembargoz/").status_code == 404
