"""A series is a topic whose texts are read in order: from the first, and from one to the next."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models.topic import Topic
from tests.articles.reading.html import by_class, links, parse, text_of
from tests.articles.reading.machines import nodes
from tests.articles.reading.test_paging import release_many, walk
from tests.factories import make_article, make_topic, publish

pytestmark = pytest.mark.django_db

WORDS = {
    "en": {"series": "Series", "before": "Previous text", "after": "Next text", "later": "Later texts"},
    "ru": {"series": "Серия", "before": "Предыдущий текст", "after": "Следующий текст", "later": "Следующие тексты"},
}


def day(number: int) -> datetime:
    return datetime(2020, 1, number, tzinfo=UTC)


def beside(client: Client, language: str, slug: str) -> dict[str, str]:
    """What a text's page calls the texts before and after it, with their addresses."""
    root = parse(client.get(f"/{language}/articles/{slug}-{language}/"))
    items = [item for nav in by_class(root, "series") for item in nav.iter("li")]
    return {text_of(by_class(item, "when")[0]): next(iter(links(item))) for item in items}


def test_a_text_leads_to_the_one_before_and_the_one_after(client: Client, language: str) -> None:
    series = make_topic("summits", is_series=True)
    for number in (3, 1, 2):
        publish(make_article(f"part-{number}", topics=[series, make_topic(f"topic-{number}")]), at=day(number))
    words = WORDS[language]
    assert beside(client, language, "part-1") == {words["after"]: f"/{language}/articles/part-2-{language}/"}
    assert beside(client, language, "part-2") == {
        words["before"]: f"/{language}/articles/part-1-{language}/",
        words["after"]: f"/{language}/articles/part-3-{language}/",
    }
    assert beside(client, language, "part-3") == {words["before"]: f"/{language}/articles/part-2-{language}/"}


def test_texts_on_a_topic_do_not_lead_to_one_another(client: Client, language: str) -> None:
    topic = make_topic()
    for number in (1, 2):
        publish(make_article(f"part-{number}", topics=[topic]), at=day(number))
    assert beside(client, language, "part-1") == {}


def test_what_is_not_live_in_the_language_is_passed_over(client: Client, language: str) -> None:
    series = make_topic("summits", is_series=True)
    other = {"en": "ru", "ru": "en"}[language]
    publish(make_article("part-1", topics=[series]), at=day(1))
    publish(make_article("part-2", topics=[series]), other, at=day(2))
    publish(make_article("part-3", topics=[series]), at=datetime(2031, 1, 1, tzinfo=UTC))
    make_article("part-4", topics=[series])
    assert beside(client, language, "part-1") == {}
    assert beside(client, other, "part-1") == {WORDS[other]["after"]: f"/{other}/articles/part-2-{other}/"}


def test_its_page_begins_with_the_first_text_and_leads_on_to_later_ones(client: Client, language: str) -> None:
    release_many(65, language=language)
    Topic.objects.update(is_series=True)
    pages = walk(client, f"/{language}/topics/treaties/")
    assert [len(page) for page in pages] == [30, 30, 5]
    found = [address for page in pages for address in page]
    assert found == [f"/{language}/articles/text-{number}-{language}/" for number in range(65)]
    root = parse(client.get(f"/{language}/topics/treaties/"))
    assert text_of(by_class(root, "kicker")[0]) == WORDS[language]["series"]
    assert text_of(by_class(root, "paging")[0]) == WORDS[language]["later"]


def test_series_stand_before_topics_in_the_list_of_both(client: Client, language: str) -> None:
    publish(make_article(topics=[make_topic("alpha"), make_topic("summits", is_series=True)]))
    root = parse(client.get(f"/{language}/topics/"))
    assert [text_of(heading) for heading in root.iter("h2")][:2] == [
        {"en": "Series", "ru": "Серии"}[language],
        {"en": "Topics", "ru": "Темы"}[language],
    ]
    addresses = [next(iter(links(name))) for name in by_class(root, "name")]
    assert addresses == [f"/{language}/topics/summits/", f"/{language}/topics/alpha/"]


def test_machines_are_told_what_a_text_is_about_and_what_it_is_part_of(client: Client, language: str) -> None:
    publish(make_article(topics=[make_topic("alpha"), make_topic("summits", is_series=True)]))
    data = nodes(client.get(f"/{language}/articles/treaty-{language}/"))["OpinionNewsArticle"]
    assert [one["url"] for one in data["about"]] == [f"http://localhost/{language}/topics/alpha/"]
    assert [(one["@type"], one["url"]) for one in data["isPartOf"]] == [
        ("CreativeWorkSeries", f"http://localhost/{language}/topics/summits/")
    ]


def test_many_series_of_many_texts_take_no_more_queries(client: Client, language: str) -> None:
    series = [make_topic(f"series-{number}", is_series=True) for number in range(5)]
    for number in range(1, 9):
        publish(make_article(f"part-{number}", topics=series), at=day(number))
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"/{language}/articles/part-4-{language}/").status_code == 200
    assert len(queries) <= 4
