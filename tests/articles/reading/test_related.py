"""Under a text stand others that share topics or authors with it: few, live, in the same language."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from articles.models import Byline, edition_related
from articles.models.roles import Role
from tests.articles.reading.html import by_class, links, parse, text_of
from tests.factories import make_article, make_author, make_organization, make_topic, publish

pytestmark = pytest.mark.django_db

OTHER = {"en": "ru", "ru": "en"}


def related(client: Client, language: str, path: str = "", key: str = "text") -> list[str]:
    root = parse(client.get(f"/{language}/articles/{key}-{language}/{path}"))
    titles = by_class(root, "related-title")
    return [next(iter(links(title))).split("/")[-2].removesuffix(f"-{language}") for title in titles]


def day(number: int) -> datetime:
    return datetime(2020, 1, number, tzinfo=UTC)


def test_what_shares_most_comes_first_then_the_newest_and_four_are_enough(client: Client, language: str) -> None:
    ada, bea = make_author("ada"), make_author("bea")
    one, two = make_topic("one"), make_topic("two")
    publish(make_article("text", authors=[ada, bea], topics=[one, two]), at=day(1))
    publish(make_article("all-four", authors=[ada, bea], topics=[one, two]), at=day(2))
    publish(make_article("two-of-them", authors=[ada], topics=[one]), at=day(3))
    for number in range(4, 8):
        publish(make_article(f"topic-{number}", topics=[two]), at=day(number))
    publish(make_article("nothing", topics=[make_topic("three")]), at=day(9))
    assert related(client, language) == ["all-four", "two-of-them", "topic-7", "topic-6"]
    assert related(client, language, "short/") == ["all-four", "two-of-them", "topic-7", "topic-6"]
    assert related(client, language, "editions/1/") == []


def test_a_text_is_like_another_by_its_authors_not_by_organizations_or_translators(
    client: Client, language: str
) -> None:
    ada, bea, institute = make_author("ada"), make_author("bea"), make_organization()
    text = make_article("text", authors=[])
    Byline.objects.create(article=text, position=1, organization=institute)
    Byline.objects.create(article=text, position=2, author=ada)
    Byline.objects.create(article=text, position=3, author=bea, role=Role.TRANSLATOR)
    publish(text)
    publish(make_article("by-ada", authors=[ada]))
    publish(make_article("by-bea", authors=[bea]))
    alone = make_article("by-the-institute", authors=[])
    Byline.objects.create(article=alone, position=1, organization=institute)
    publish(alone)
    assert related(client, language) == ["by-ada"]
    assert related(client, language, key="by-the-institute") == []


def test_what_is_not_live_in_the_language_is_not_there(client: Client, language: str) -> None:
    topic = make_topic()
    publish(make_article("text", topics=[topic]))
    publish(make_article("elsewhere", topics=[topic]), OTHER[language])
    publish(make_article("to-come", topics=[topic]), at=datetime(2031, 1, 1, tzinfo=UTC))
    make_article("draft", topics=[topic])
    assert related(client, language) == []


def test_a_corrected_text_stands_there_once_as_it_is_now(client: Client, language: str) -> None:
    topic = make_topic()
    publish(make_article("text", topics=[topic]))
    other = make_article("other", topics=[topic])
    publish(other, at=day(1))
    setattr(other, f"title_{language}", "Otherwise")
    other.save()
    publish(other, at=day(2))
    root = parse(client.get(f"/{language}/articles/text-{language}/"))
    assert [text_of(title) for title in by_class(root, "related-title")] == ["Otherwise"]


def test_a_text_can_be_sent_by_mail_without_anybody_in_between(client: Client, language: str) -> None:
    publish(make_article("text", **{f"title_{language}": "Да & нет?"}))
    root = parse(client.get(f"/{language}/articles/text-{language}/"))
    [share] = by_class(root, "share")
    assert list(links(share)) == [
        "mailto:?subject=%D0%94%D0%B0%20%26%20%D0%BD%D0%B5%D1%82%3F"
        f"&body=http%3A%2F%2Flocalhost%2F{language}%2Farticles%2Ftext-{language}%2F"
    ]
    assert text_of(share).endswith(f"http://localhost/{language}/articles/text-{language}/")


def test_many_newer_texts_in_one_language_leave_the_other_what_it_has(
    client: Client, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edition_related, "LAST", 2)
    topic = make_topic()
    publish(make_article("text", topics=[topic]), language, at=day(1))
    publish(make_article("there", topics=[topic]), language, at=day(2))
    for number in range(3, 6):
        publish(make_article(f"newer-{number}", topics=[topic]), OTHER[language], at=day(number))
    assert related(client, language) == ["there"]


def test_many_corrections_of_a_text_leave_the_others_what_they_have(
    client: Client, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edition_related, "LAST", 2)
    ada, topic = make_author("ada"), make_topic()
    publish(make_article("text", authors=[ada]), at=day(1))
    publish(make_article("by-her", authors=[ada], topics=[topic]), at=day(1))
    publish(make_article("on-it", topics=[topic]), at=day(1))
    often = make_article("often", authors=[ada], topics=[topic])
    for number in range(2, 7):
        setattr(often, f"title_{language}", f"Title {number}")
        often.save()
        publish(often, language, at=day(number))
    assert related(client, language) == ["often", "by-her"]
    assert related(client, language, key="on-it") == ["often", "by-her"]
    assert related(client, language, key="often") == ["by-her", "on-it", "text"]


def test_every_topic_counts_from_either_side(client: Client, language: str) -> None:
    topics = [make_topic(f"topic-{number}") for number in range(6)]
    publish(make_article("text", topics=topics), at=day(1))
    publish(make_article("last", topics=topics[-1:]), at=day(2))
    assert related(client, language) == ["last"]
    assert related(client, language, key="last") == ["text"]
