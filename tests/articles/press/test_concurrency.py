"""Two editors at the same time: one edition, and nobody sees an error."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import connection

from articles.models import Article, Edition
from articles.press.refusals import Refused
from articles.press.release import release
from articles.press.schedule import cancel, move
from articles.press.undo import undo
from articles.press.withdraw import withdraw
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db(transaction=True)


def at_the_same_time(act: Callable[[], object], times: int = 4) -> list[object]:
    """Runs `act` in several threads, each with a connection of its own; gives what they returned or raised."""
    start, results = threading.Barrier(times), []

    def run() -> None:
        start.wait()
        try:
            results.append(act())
        except Exception as error:  # whatever it is, the test shows it
            results.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_many_releases_at_once_make_one_edition_a_language() -> None:
    article = make_article()
    outcomes = at_the_same_time(lambda: release(article, ["en", "ru"]))
    assert sorted(len(outcome.created) for outcome in outcomes) == [0, 0, 0, 2]
    assert sorted(len(outcome.unchanged) for outcome in outcomes) == [0, 2, 2, 2]
    assert sorted(Edition.objects.values_list("language", "number")) == [("en", 1), ("ru", 1)]


def test_many_releases_of_a_change_at_once_make_one_next_edition(language: str) -> None:
    article = make_article()
    publish(article, language)
    Article.objects.update(**{f"title_{language}": "Another title"})
    outcomes = at_the_same_time(lambda: release(article, [language], note="A better title."))
    assert sorted(len(outcome.created) for outcome in outcomes) == [0, 0, 0, 1]
    assert sorted(Edition.objects.values_list("number", flat=True)) == [1, 2]


def test_many_withdrawals_at_once_are_one(language: str) -> None:
    edition = publish(make_article(), language)[language]
    outcomes = at_the_same_time(lambda: withdraw(edition, by=None, reason="Ошибка"))
    assert [outcome for outcome in outcomes if not isinstance(outcome, Refused)] == [1]


def test_many_undoings_at_once_are_one(language: str) -> None:
    article = make_article()
    publish(article, language)
    Article.objects.update(**{f"title_{language}": "Another title"})
    publish(article, language)
    outcomes = at_the_same_time(lambda: undo(article, by=None))
    assert len([outcome for outcome in outcomes if not isinstance(outcome, Refused)]) == 1
    assert sorted(Edition.objects.values_list("number", flat=True)) == [1, 2, 3]
    assert Edition.objects.live(language).get().number == 3


def test_of_a_move_and_a_calling_off_at_once_one_is_refused(language: str) -> None:
    edition = publish(make_article(), language, at=datetime(2090, 1, 1, tzinfo=UTC))[language]
    acts = [lambda: cancel(edition, by=None), lambda: move(edition, by=None, at=datetime(2091, 1, 1, tzinfo=UTC))] * 2
    outcomes = at_the_same_time(lambda: acts.pop()())
    assert len([outcome for outcome in outcomes if not isinstance(outcome, Refused)]) == 1
    assert Edition.objects.scheduled().count() <= 1
