"""Walking through long lists by `?after=`: every text once, whatever is released meanwhile."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from articles.models import Article, Edition
from tests.articles.reading.html import by_class, links, parse
from tests.factories import make_article, make_author, make_topic, publish

pytestmark = pytest.mark.django_db

NOON = datetime(2021, 6, 1, 12, 0, 0, 123456, tzinfo=UTC)


def walk(client: Client, start: str) -> list[list[str]]:
    """The addresses of the texts on every page of a list, page by page."""
    pages, address = [], start
    while address:
        root = parse(client.get(address))
        items = by_class(root, "item-title")
        pages.append([next(iter(links(item))) for item in items])
        [*following] = [link for link in root.iter("a") if link.get("rel") == "next"]
        address = start + following[0].get("href") if following else ""
    return pages


def release_many(count: int, minutes: int = 1, language: str = "ru") -> None:
    """Texts number 0 to COUNT - 1, by one author about one topic; written at once, since releasing each takes long."""
    first = make_article("text-0", authors=[make_author("ada-lovelace")], topics=[make_topic()])
    edition = publish(first, language, at=NOON)[language]
    [signature] = edition.bylines.all()
    topics = Edition.topics.through.objects
    rest = Article.objects.bulk_create(Article(key=f"text-{number}") for number in range(1, count))
    for number, article in enumerate(rest, start=1):
        moment = NOON + timedelta(minutes=minutes * number)
        edition.pk, edition.article, edition.slug = None, article, f"text-{number}-{language}"
        edition.key, edition.published_at, edition.first_published_at = article.key, moment, moment
        edition._state.adding = signature._state.adding = True
        edition.save()
        signature.pk, signature.edition, signature.first_published_at = None, edition, moment
        signature.save()
        topics.create(edition=edition, topic_id=first.topics.get().pk)


@pytest.mark.parametrize("minutes", [1, 0], ids=["one a minute", "all at the same moment"])
def test_sixty_five_texts_are_each_met_once_newest_first(client: Client, minutes: int) -> None:
    release_many(65, minutes)
    for subject in ("articles", "articles/2021", "authors/ada-lovelace", "topics/treaties"):
        pages = walk(client, f"/ru/{subject}/")
        assert [len(page) for page in pages] == [30, 30, 5]
        found = [address for page in pages for address in page]
        assert found == [f"/ru/articles/text-{number}-ru/" for number in range(64, -1, -1)]


def test_exactly_one_page_leads_no_further(client: Client, language: str) -> None:
    release_many(30, language=language)
    assert [len(page) for page in walk(client, f"/{language}/articles/")] == [30]


def test_a_text_released_meanwhile_repeats_nothing_on_the_next_page(client: Client, language: str) -> None:
    release_many(31, language=language)
    first = parse(client.get(f"/{language}/articles/"))
    [following] = [link.get("href") for link in first.iter("a") if link.get("rel") == "next"]
    publish(make_article("newest"), language)
    second = parse(client.get(f"/{language}/articles/{following}"))
    assert [next(iter(links(item))) for item in by_class(second, "item-title")] == [
        f"/{language}/articles/text-0-{language}/"
    ]


def test_a_page_with_unknown_parameters_is_the_page_without_them(client: Client, language: str) -> None:
    publish(make_article())
    plain = client.get(f"/{language}/articles/").content
    assert client.get(f"/{language}/articles/?utm_source=x&before=1").content == plain
