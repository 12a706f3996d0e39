"""Scheduling: an edition with a moment to come is live from that moment on, and not one second earlier."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Edition
from articles.press.refusals import Refused
from articles.press.release import release
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)


def titled(article: Article, title: str) -> Article:
    Article.objects.filter(pk=article.pk).update(title_en=title, title_ru=title)
    return article


def live(language: str, at: datetime | None = None) -> list[str]:
    return [edition.title for edition in Edition.objects.live(language, at=at)]


@pytest.fixture
def tomorrow() -> datetime:
    return timezone.now() + timedelta(days=1)


def test_a_scheduled_edition_is_live_from_its_moment_on(tomorrow: datetime, language: str) -> None:
    publish(titled(make_article(), "New"), language, at=tomorrow)
    assert live(language) == []
    assert live(language, at=tomorrow - SECOND) == []
    assert live(language, at=tomorrow) == ["New"]
    assert live(language, at=tomorrow + SECOND) == ["New"]


def test_until_then_the_edition_before_stays(tomorrow: datetime, language: str) -> None:
    article = titled(make_article(), "Old")
    old = publish(article, language)[language]
    new = publish(titled(article, "New"), language, at=tomorrow)[language]
    assert live(language, at=tomorrow - SECOND) == ["Old"]
    assert live(language, at=tomorrow) == ["New"]
    assert new.first_published_at == old.first_published_at


def test_queries_and_editions_agree_on_who_is_live_and_who_is_to_come(tomorrow: datetime, language: str) -> None:
    article = titled(make_article(), "Old")
    publish(article, language)
    publish(titled(article, "Dropped"), language, at=tomorrow)
    publish(titled(article, "New"), language, at=tomorrow + SECOND)
    for at in (timezone.now(), tomorrow - SECOND, tomorrow, tomorrow + SECOND, tomorrow + 2 * SECOND):
        editions = Edition.objects.all()
        assert set(editions.live(language, at=at)) == {edition for edition in editions if edition.is_live(at)}
        assert set(editions.scheduled(at)) == {edition for edition in editions if edition.is_scheduled(at)}
        assert set(editions.withdrawn(at)) == {edition for edition in editions if edition.is_withdrawn(at)}


def test_scheduling_the_same_for_the_same_moment_again_changes_nothing(tomorrow: datetime, language: str) -> None:
    article = make_article()
    first = release(article, [language], at=tomorrow).created
    again = release(article, [language], at=tomorrow)
    assert (again.created, again.unchanged) == ([], first)


def test_another_moment_replaces_the_scheduled_edition(tomorrow: datetime, language: str) -> None:
    article = titled(make_article(), "New")
    publish(article, language, at=tomorrow)
    later = publish(article, language, at=tomorrow + timedelta(days=1))[language]
    assert later.number == 2
    assert live(language, at=tomorrow) == []
    assert live(language, at=tomorrow + timedelta(days=1)) == ["New"]
    assert list(Edition.objects.scheduled()) == [later]


def test_a_release_now_replaces_the_scheduled_edition_for_good(tomorrow: datetime, language: str) -> None:
    article = titled(make_article(), "Old")
    publish(article, language)
    publish(titled(article, "Scheduled"), language, at=tomorrow)
    publish(titled(article, "Now"), language)
    assert live(language) == ["Now"]
    assert live(language, at=tomorrow + timedelta(days=30)) == ["Now"]
    assert not Edition.objects.scheduled().exists()
    assert [edition.title for edition in Edition.objects.ever_public(tomorrow).order_by("number")] == ["Old", "Now"]


def test_a_replaced_schedule_lets_the_live_edition_run_until_the_new_moment(tomorrow: datetime, language: str) -> None:
    article = titled(make_article(), "Old")
    publish(article, language)
    publish(titled(article, "Dropped"), language, at=tomorrow)
    publish(titled(article, "New"), language, at=tomorrow + timedelta(days=1))
    assert live(language, at=tomorrow) == ["Old"]
    assert live(language, at=tomorrow + timedelta(days=1)) == ["New"]


def test_a_scheduled_first_edition_may_be_released_at_once_instead(tomorrow: datetime, language: str) -> None:
    article = titled(make_article(), "New")
    publish(article, language, at=tomorrow)
    edition = publish(article, language)[language]
    assert live(language) == ["New"]
    assert edition.first_published_at == edition.published_at


def test_nothing_can_be_scheduled_before_the_last_edition(tomorrow: datetime, language: str) -> None:
    article = make_article()
    publish(article, language)
    with pytest.raises(Refused):
        release(titled(article, "New"), [language], at=tomorrow - timedelta(days=2))


def test_no_moment_ever_has_two_live_editions_or_none_between(tomorrow: datetime, language: str) -> None:
    article = titled(make_article(), "1")
    publish(article, language)
    for number, days in enumerate((3, 2, 5, 0, 4), start=2):
        publish(titled(article, str(number)), language, at=tomorrow + timedelta(days=days))
    for hours in range(0, 24 * 8, 6):
        assert len(live(language, at=timezone.now() + timedelta(hours=hours))) == 1
