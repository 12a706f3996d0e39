"""Releasing: an edition is the manuscript as it stood, whole, numbered, and made once."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Edition, EditionByline
from articles.press.refusals import Refused
from articles.press.release import release
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db

LONG_AGO = datetime(2019, 6, 13, 9, 0, tzinfo=UTC)


def change(article: Article, **fields: str) -> None:
    for name, value in fields.items():
        setattr(article, name, value)
    article.save()


def test_releasing_the_same_again_makes_no_edition(language: str) -> None:
    article = make_article()
    first = release(article, [language]).created
    again = release(article, [language])
    assert (again.created, again.unchanged) == ([], first)
    assert Edition.objects.count() == 1


def test_a_language_named_twice_is_released_once(language: str) -> None:
    assert len(release(make_article(), [language, language]).created) == 1


def test_a_change_makes_the_next_edition_and_ends_the_one_before(language: str) -> None:
    article = make_article()
    first = publish(article, language)[language]
    change(article, **{f"title_{language}": "Another title"})
    second = publish(article, language, note="A better title")[language]
    first.refresh_from_db()
    assert (second.number, second.title, second.change_note) == (2, "Another title", "A better title")
    assert first.superseded_at == second.published_at
    assert second.first_published_at == first.published_at
    assert list(Edition.objects.live(language)) == [second]


@pytest.mark.parametrize("field", ["slug", "standfirst", "translation_note", "image_alt", "full_text_url"])
def test_whatever_is_printed_is_a_change(field: str, language: str) -> None:
    article = make_article()
    publish(article, language)
    change(article, **{f"{field}_{language}": "https://example.org/otherwise"[(0 if field.endswith("url") else 20) :]})
    assert publish(article, language)[language].number == 2


def test_a_change_in_one_language_leaves_the_other_as_it_is(language: str) -> None:
    article = make_article()
    publish(article)
    change(article, **{f"title_{language}": "Another title"})
    outcome = release(article, ["en", "ru"], note="A better title.")
    assert [edition.language for edition in outcome.created] == [language]
    assert [edition.language for edition in outcome.unchanged] == [{"en": "ru", "ru": "en"}[language]]


def test_both_languages_come_out_at_the_same_moment() -> None:
    editions = publish(make_article())
    assert editions["en"].published_at == editions["ru"].published_at


def test_when_one_language_is_refused_neither_comes_out(language: str) -> None:
    with pytest.raises(Refused):
        release(make_article(**{f"title_{language}": ""}), ["en", "ru"])
    assert (Edition.objects.count(), EditionByline.objects.count()) == (0, 0)


def test_what_is_released_is_what_is_stored_not_what_was_in_memory(language: str) -> None:
    article = make_article()
    Article.objects.update(**{f"title_{language}": "Stored"})
    assert publish(article, language)[language].title == "Stored"


def test_a_first_edition_may_be_dated_back_and_a_later_one_follows_it(language: str) -> None:
    article = make_article()
    first = publish(article, language, at=LONG_AGO)[language]
    change(article, **{f"title_{language}": "Another title"})
    second = publish(article, language, at=LONG_AGO + timedelta(days=1))[language]
    assert (first.published_at, second.first_published_at) == (LONG_AGO, LONG_AGO)
    assert list(Edition.objects.live(language, at=LONG_AGO + timedelta(hours=23))) == [first]
    assert list(Edition.objects.live(language)) == [second]


def test_a_moment_without_a_time_zone_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^at: expected a moment with a time zone; found one without$"):
        release(make_article(), ["en"], at=datetime(2030, 1, 1))


def test_a_language_the_site_does_not_have_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^languages: expected some of \['en', 'ru'\]; found \['de'\]$"):
        release(make_article(), ["en", "de"])
    assert not Edition.objects.exists()


def test_an_edition_is_published_now_unless_a_moment_is_given(language: str) -> None:
    before = timezone.now()
    edition = publish(make_article(), language)[language]
    assert before <= edition.published_at <= timezone.now()
