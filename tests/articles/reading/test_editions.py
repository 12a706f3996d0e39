"""What changed from edition to edition, and every edition at its own address."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from articles.models import Article
from articles.press.withdraw import withdraw
from tests.articles.reading.html import (
    alternates,
    by_class,
    canonical,
    is_kept_from_search_engines,
    links,
    parse,
    text_of,
)
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db

EARLIER = {"en": "An earlier edition, kept as it was", "ru": "Прежняя редакция"}


@pytest.fixture
def corrected(language: str) -> Article:
    """A text first published in 2020 and corrected, with a note and under a new address, in 2022."""
    article = make_article(**{f"title_{language}": "First title", f"full_text_{language}": "<p>First words.</p>"})
    publish(article, at=datetime(2020, 3, 4, tzinfo=UTC))
    setattr(article, f"title_{language}", "Second title")
    setattr(article, f"full_text_{language}", "<p>Second words.</p>")
    setattr(article, f"slug_{language}", "second")
    article.save()
    publish(article, language, at=datetime(2022, 5, 6, tzinfo=UTC), note="A figure was wrong.")
    return article


def test_the_live_page_has_the_correction_only(client: Client, corrected: Article, language: str) -> None:
    html = client.get(f"/{language}/articles/second/").content.decode()
    assert "Second words." in html
    assert "First words." not in html
    assert "First title" not in html


def test_an_earlier_edition_stays_at_its_number_with_a_banner(
    client: Client, corrected: Article, language: str
) -> None:
    root = parse(client.get(f"/{language}/articles/second/editions/1/"))
    assert text_of(root.find(".//h1")) == "First title"
    assert "First words." in text_of(root)
    assert "Second words." not in text_of(root)
    [banner] = by_class(root, "banner")
    assert EARLIER[language] in text_of(banner)
    assert f"/{language}/articles/second/" in links(banner)


def test_search_engines_are_sent_from_an_earlier_edition_to_the_live_text(
    client: Client, corrected: Article, language: str
) -> None:
    root = parse(client.get(f"/{language}/articles/second/editions/1/"))
    assert canonical(root) == f"http://localhost/{language}/articles/second/"
    assert is_kept_from_search_engines(root)
    assert alternates(root) == {}


def test_the_live_edition_does_not_call_itself_an_earlier_one(
    client: Client, corrected: Article, language: str
) -> None:
    root = parse(client.get(f"/{language}/articles/second/editions/2/"))
    assert text_of(root.find(".//h1")) == "Second title"
    assert EARLIER[language] not in text_of(root)
    assert is_kept_from_search_engines(root)


def test_the_history_lists_every_edition_newest_first_with_its_day_and_note(
    client: Client, corrected: Article, language: str
) -> None:
    root = parse(client.get(f"/{language}/articles/second/editions/"))
    items = by_class(root, "item")
    assert [item.find(".//time").get("datetime") for item in items] == ["2022-05-06", "2020-03-04"]
    assert "A figure was wrong." in text_of(items[0])
    address = f"/{language}/articles/second/editions"
    assert [next(iter(links(item))) for item in items] == [f"{address}/2/", f"{address}/1/"]


def test_a_correction_keeps_the_day_of_the_first_publication(client: Client, corrected: Article, language: str) -> None:
    root = parse(client.get(f"/{language}/articles/second/"))
    [details] = by_class(root, "details")
    assert [day.get("datetime") for day in details.iter("time")] == ["2020-03-04", "2022-05-06"]
    assert client.get(f"/{language}/articles/2020/").status_code == 200
    assert client.get(f"/{language}/articles/2022/").status_code == 404


def test_the_other_language_has_a_history_of_its_own(client: Client, corrected: Article, language: str) -> None:
    other = {"en": "ru", "ru": "en"}[language]
    assert client.get(f"/{other}/articles/treaty-{other}/editions/1/").status_code == 200
    assert client.get(f"/{other}/articles/treaty-{other}/editions/2/").status_code == 404


def test_the_history_shows_word_by_word_what_changed(client: Client, corrected: Article, language: str) -> None:
    root = parse(client.get(f"/{language}/articles/second/editions/"))
    newest, first = by_class(root, "item")
    assert first.find(".//details") is None
    changes = newest.find(".//details")
    pieces = {
        tag: [one.find("span").tail for one in changes.iter(tag) if one.find("span") is not None]
        for tag in ("del", "ins")
    }
    assert pieces == {"del": ["First", "First"], "ins": ["Second", "Second"]}
    marks = {
        tag: {text_of(one.find("span")) for one in by_class(changes, "word-diff") for one in one.iter(tag)}
        for tag in ("del", "ins")
    }
    assert (
        marks
        == {
            "en": {"del": {"[removed:"}, "ins": {"[added:"}},
            "ru": {"del": {"[удалено:"}, "ins": {"[добавлено:"}},
        }[language]
    )
    [facts] = by_class(newest, "facts")
    assert "First title" in text_of(facts)


def test_an_earlier_edition_says_what_has_changed_since(client: Client, corrected: Article, language: str) -> None:
    [since] = by_class(parse(client.get(f"/{language}/articles/second/editions/1/")), "since")
    assert "Second" in text_of(since)
    assert by_class(parse(client.get(f"/{language}/articles/second/editions/2/")), "since") == []


def test_a_change_of_a_link_or_of_emphasis_alone_is_told(client: Client, language: str) -> None:
    article = make_article(**{f"full_text_{language}": '<p>See <a href="https://a.example/">here</a> now.</p>'})
    publish(article, language, at=datetime(2020, 1, 1, tzinfo=UTC))
    for day, text in enumerate(
        [
            '<p>See <a href="https://b.example/">here</a> now.</p>',
            '<p><em>See</em> <a href="https://b.example/">here</a> now.</p>',
        ],
        start=2,
    ):
        setattr(article, f"full_text_{language}", text)
        article.save()
        publish(article, language, at=datetime(2020, 1, day, tzinfo=UTC))
    third, second, _ = by_class(parse(client.get(f"/{language}/articles/treaty-{language}/editions/")), "item")
    [links_changed] = by_class(second, "word-diff")
    assert [one.find("span").tail for one in links_changed] == ["a", "b"]
    assert "here: https://" in text_of(links_changed)
    assert {"en": "only emphasis or layout", "ru": "только выделения или разметка"}[language] in text_of(third)


def test_a_long_history_comes_in_pages_of_ten(client: Client, language: str) -> None:
    article = make_article()
    for day in range(1, 13):
        setattr(article, f"title_{language}", f"Title {day}")
        article.save()
        publish(article, language, at=datetime(2020, 1, day, tzinfo=UTC))
    page = f"/{language}/articles/treaty-{language}/editions/"
    numbers = [item.get("id") for item in by_class(parse(client.get(page)), "item")]
    assert numbers == [f"edition-{number}" for number in range(12, 2, -1)]
    rest = parse(client.get(f"{page}?after=3"))
    assert [item.get("id") for item in by_class(rest, "item")] == ["edition-2", "edition-1"]
    assert "?after=3" in links(parse(client.get(page)))
    assert [client.get(f"{page}?after={wrong}").status_code for wrong in ("1", "13", "x", "٣", "0", "-1")] == [404] * 6


def test_withdrawn_editions_are_compared_with_nothing(client: Client, language: str) -> None:
    article = make_article(**{f"full_text_{language}": "<p>Taken away.</p>"})
    withdraw(publish(article, language, at=datetime(2020, 1, 1, tzinfo=UTC))[language], by=None, reason="A mistake.")
    setattr(article, f"full_text_{language}", "<p>Anew.</p>")
    article.save()
    publish(article, language)
    page = client.get(f"/{language}/articles/treaty-{language}/editions/")
    assert len(by_class(parse(page), "item")) == 1
    assert "Taken away" not in page.content.decode()
