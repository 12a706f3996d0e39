"""Corrections and updates are told to readers: dated, in the language of the text, and wherever times are given."""

import json
import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from articles.models import Article, Edition
from articles.press.release import release
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db

OTHER = {"en": "ru", "ru": "en"}
FIRST, THIRD_OF_MAY = datetime(2026, 1, 2, 9, tzinfo=UTC), datetime(2026, 5, 3, 10, tzinfo=UTC)
FOURTH_OF_JUNE, FUTURE = datetime(2026, 6, 4, 11, tzinfo=UTC), datetime(2090, 1, 2, tzinfo=UTC)
CORRECTION = {
    "en": "Correction, 3 May 2026: The year was wrong.",
    "ru": "Исправление, 3 мая 2026 г.: The year was wrong.",
}
UPDATE = {"en": "Update, 3 May 2026: The year was wrong.", "ru": "Дополнение, 3 мая 2026 г.: The year was wrong."}
ELSEWHERE = {  # by the language of the page
    "en": "The Russian text was corrected on 3 May 2026.",
    "ru": "Английский текст исправлен 3 мая 2026 г.",
}
KINDS = {
    "correction": {"en": "Correction:", "ru": "Исправление:"},
    "update": {"en": "Update:", "ru": "Дополнение:"},
    "minor": {"en": "Minor change:", "ru": "Незначительная правка:"},
}


def again(article: Article, language: str, change: str, at: datetime = THIRD_OF_MAY, note: str = "") -> Edition:
    title = f"{change} {at:%d %m}"
    Article.objects.filter(pk=article.pk).update(**{f"title_{language}": title})
    note = note or "The year was wrong."
    [edition] = release(article, [language], at=at, note=note, change=change).created
    return edition


@pytest.fixture
def article(db: None) -> Article:
    article = make_article()
    publish(article, at=FIRST)
    return article


def told(client: Client, address: str) -> list[str]:
    """The notes on a page, as plain text."""
    html = client.get(address).content.decode()
    found = re.search(r'<section class="corrections".*?</section>', html, re.DOTALL)
    notes = re.findall(r"<p\b.*?</p>", found.group(), re.DOTALL) if found else []
    return [re.sub(r"<.*?>", "", note).replace("\xa0", " ") for note in notes]


def address(language: str, rest: str = "") -> str:
    return f"/{language}/articles/treaty-{language}/{rest}"


def test_a_first_edition_has_nothing_to_note(client: Client, article: Article, language: str) -> None:
    assert told(client, address(language)) == []


@pytest.mark.parametrize("variant", ["", "short/"])
def test_a_correction_is_noted_on_the_page_with_its_day(
    client: Client, article: Article, variant: str, language: str
) -> None:
    again(article, language, "correction")
    assert told(client, address(language, variant)) == [CORRECTION[language]]


def test_an_update_is_noted_as_one(client: Client, article: Article, language: str) -> None:
    again(article, language, "update")
    assert told(client, address(language)) == [UPDATE[language]]


def test_a_slip_of_the_pen_is_not_told(client: Client, article: Article, language: str) -> None:
    again(article, language, "minor")
    assert told(client, address(language)) == []


def test_notes_stay_with_every_later_edition_newest_first(client: Client, article: Article, language: str) -> None:
    again(article, language, "correction")
    again(article, language, "update", FOURTH_OF_JUNE, "A chapter more.")
    latest = {"en": "Update, 4 June 2026: A chapter more.", "ru": "Дополнение, 4 июня 2026 г.: A chapter more."}
    assert told(client, address(language)) == [latest[language], CORRECTION[language]]
    assert told(client, address(language, "editions/2/")) == [CORRECTION[language]]
    assert told(client, address(language, "editions/1/")) == []


def test_a_scheduled_correction_is_not_told_before_its_moment(client: Client, article: Article, language: str) -> None:
    again(article, language, "correction", FUTURE)
    assert told(client, address(language)) == []
    assert told(client, address(OTHER[language])) == []


def test_a_note_is_text_and_nothing_else(client: Client, article: Article, language: str) -> None:
    again(article, language, "correction", note="<b>&</b>")
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in client.get(address(language)).content.decode()


def test_readers_of_the_other_language_are_told_that_this_one_was_corrected(
    client: Client, article: Article, language: str
) -> None:
    other = OTHER[language]
    again(article, language, "correction")
    assert told(client, address(other)) == [ELSEWHERE[other]]
    assert f'href="/{language}/articles/treaty-{language}/editions/"' in client.get(address(other)).content.decode()
    again(article, other, "correction", FOURTH_OF_JUNE)  # whatever it says, it knew
    assert ELSEWHERE[other] not in told(client, address(other))


@pytest.mark.parametrize("change", ["correction", "update", "minor"])
def test_the_list_of_editions_says_what_each_of_them_is(
    client: Client, article: Article, change: str, language: str
) -> None:
    again(article, language, change)
    html = client.get(address(language, "editions/")).content.decode()
    assert f"<strong>{KINDS[change][language]}</strong> The year was wrong." in html
    assert html.count("The year was wrong.") == 1


@pytest.mark.parametrize(
    ("change", "updated"),
    [("correction", THIRD_OF_MAY), ("update", THIRD_OF_MAY), ("minor", FIRST)],
)
def test_every_time_of_updating_follows_what_is_told(
    client: Client, article: Article, change: str, updated: datetime, language: str
) -> None:
    assert again(article, language, change).updated_at == updated
    day = f"{updated:%Y-%m-%dT%H:%M:%S}"
    atom = client.get(f"/{language}/feed.atom").content.decode()
    assert re.findall(r"<updated>(.*?)</updated>", atom.partition("<entry>")[2]) == [f"{day}+00:00"]
    assert "<published>2026-01-02T09:00:00+00:00</published>" in atom
    [item] = json.loads(client.get(f"/{language}/feed.json").content)["items"]
    assert item["date_modified"] == f"{day}+00:00"
    page = client.get(address(language)).content.decode()
    assert f'<meta property="article:modified_time" content="{day}+00:00">' in page
    sitemap = client.get("/sitemap.xml").content.decode()
    entry = sitemap.partition(f"/{language}/articles/treaty-{language}/</loc>")[2].partition("</url>")[0]
    assert f"{updated:%Y-%m-%d}" in entry
