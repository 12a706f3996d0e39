"""States: what the desk shows of a language and what it filters by are the same."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from articles.models import Article, Topic
from articles.press.state import LABELS, in_state, state, with_states
from articles.press.withdraw import withdraw
from tests.factories import make_article, make_topic, publish

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def missing(language: str) -> Article:
    return make_article(languages={"en": ["ru"], "ru": ["en"]}[language])


def missing_with_empty_columns(language: str) -> Article:
    empty = {f"{field}_{language}": "" for field in ("title", "short_text", "full_text")}
    return make_article(languages={"en": ["ru"], "ru": ["en"]}[language], **empty)


def drafted(language: str) -> Article:
    return make_article()


def drafted_without_a_title(language: str) -> Article:
    return make_article(**{f"title_{language}": ""})


def scheduled(language: str) -> Article:
    article = make_article()
    publish(article, language, at=timezone.now() + DAY)
    return article


def live(language: str) -> Article:
    article = make_article()
    publish(article, language)
    return article


def live_with_the_next_one_scheduled(language: str) -> Article:
    article = live(language)
    Article.objects.update(**{f"title_{language}": "Next"})
    publish(article, language, at=timezone.now() + DAY)
    return article


def withdrawn(language: str) -> Article:
    article = live_with_the_next_one_scheduled(language)
    withdraw(article.editions.first(), by=None, reason="Ошибка")
    return article


def withdrawn_and_scheduled_again(language: str) -> Article:
    article = withdrawn(language)
    publish(article, language, at=timezone.now() + DAY)
    return article


def withdrawn_before_anybody_read_it(language: str) -> Article:
    article = scheduled(language)
    withdraw(article.editions.get(), by=None, reason="Ошибка")
    return article


STATES = [
    (missing, "missing"),
    (missing_with_empty_columns, "missing"),
    (drafted, "drafted"),
    (drafted_without_a_title, "drafted"),
    (withdrawn_before_anybody_read_it, "drafted"),
    (scheduled, "scheduled"),
    (withdrawn_and_scheduled_again, "scheduled"),
    (live, "live"),
    (live_with_the_next_one_scheduled, "live"),
    (withdrawn, "withdrawn"),
]


@pytest.mark.parametrize(("make", "name"), STATES)
def test_a_language_is_in_the_state_shown_and_in_no_other(
    make: Callable[[str], Article], name: str, language: str
) -> None:
    article = make(language)
    assert state(article, language).name == name
    assert [other for other in LABELS if article in in_state(Article.objects.all(), language, other)] == [name]


@pytest.mark.parametrize(("make", "name"), [(scheduled, "live"), (withdrawn_and_scheduled_again, "live")])
def test_a_scheduled_language_will_be_live(make: Callable[[str], Article], name: str, language: str) -> None:
    article, at = make(language), timezone.now() + 2 * DAY
    assert state(article, language, at).name == name
    assert [other for other in LABELS if article in in_state(Article.objects.all(), language, other, at)] == [name]


def test_the_state_knows_its_edition(language: str) -> None:
    article = live_with_the_next_one_scheduled(language)
    assert state(article, language).edition.number == 1
    withdraw(article.editions.first(), by=None, reason="Ошибка")
    assert state(Article.objects.get(), language).edition.number == 1
    assert state(Article.objects.get(), {"en": "ru", "ru": "en"}[language]).edition is None


def test_states_have_names_in_both_languages() -> None:
    words = {}
    for code in ("en", "ru"):
        with override(code):
            words[code] = [str(label) for label in LABELS.values()]
    assert words["en"] == ["missing", "drafted", "scheduled", "live", "withdrawn"]
    assert all(russian and russian != english for english, russian in zip(*words.values(), strict=True))


def queries_of_all_states() -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        for article in with_states(Article.objects.all()):
            for code in ("en", "ru"):
                state(article, code)
    return len(captured)


def test_thirty_articles_cost_as_many_queries_as_one() -> None:
    topic = make_topic()

    def make(number: int) -> None:
        article = make_article(f"article-{number}", topics=[topic])
        publish(article)
        Article.objects.filter(pk=article.pk).update(title_en="Changed")

    make(0)
    for_one = queries_of_all_states()
    for number in range(1, 30):
        make(number)
    assert queries_of_all_states() == for_one
    assert Topic.objects.count() == 1
