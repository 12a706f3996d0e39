"""Who is at work on an article: for three quarters of a minute after the last sign of life."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.models import Presence
from articles.press.presence import be_there
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 24, 12, 3, tzinfo=UTC)


def who(article, user, seconds: int) -> list[tuple[str, str]]:
    found = Presence.objects.of_others(article, user, NOON + timedelta(seconds=seconds))
    return [(presence.user.username, presence.language) for presence in found]


def test_one_is_seen_by_others_for_45_seconds(language: str) -> None:
    article, anna, boris = make_article(), make_user("anna"), make_user("boris")
    be_there(article, language, by=anna, at=NOON)
    assert who(article, boris, 44) == [("anna", language)]
    assert (who(article, boris, 45), who(article, anna, 0)) == ([], [])
    assert who(make_article("other"), boris, 0) == []


def test_the_last_sign_of_life_counts() -> None:
    article, anna, boris = make_article(), make_user("anna"), make_user("boris")
    be_there(article, "", by=anna, at=NOON)
    be_there(article, "ru", by=anna, at=NOON + timedelta(seconds=40))
    assert who(article, boris, 80) == [("anna", "ru")]


def test_traces_of_those_who_left_are_wiped() -> None:
    article, anna, boris = make_article(), make_user("anna"), make_user("boris")
    be_there(article, "en", by=anna, at=NOON)
    be_there(article, "en", by=boris, at=NOON + timedelta(minutes=1))
    assert [presence.user for presence in Presence.objects.all()] == [boris]
