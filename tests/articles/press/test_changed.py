"""Changed: whether the manuscript still reads as the edition that readers have, or are about to have."""

from collections.abc import Callable

import pytest

from articles.models import Article, Byline
from articles.press.state import state
from tests.articles.press.test_state import live, live_with_the_next_one_scheduled, scheduled
from tests.factories import make_author, make_topic

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("make", [live, scheduled])
def test_a_manuscript_that_reads_as_its_edition_is_not_changed(make: Callable[[str], Article], language: str) -> None:
    assert not state(make(language), language).changed


CHANGES: dict[str, Callable[[Article, str], object]] = {
    "title": lambda article, code: Article.objects.update(**{f"title_{code}": "Otherwise"}),
    "slug": lambda article, code: Article.objects.update(**{f"slug_{code}": "otherwise"}),
    "topics": lambda article, code: article.topics.add(make_topic()),
    "signatures": lambda article, code: Byline.objects.create(article=article, author=make_author(), position=2),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("make", [live, scheduled])
def test_a_manuscript_that_reads_otherwise_is_changed(
    make: Callable[[str], Article], change: Callable[[Article, str], object], language: str
) -> None:
    article = make(language)
    change(article, language)
    assert state(Article.objects.get(), language).changed


def test_a_manuscript_that_waits_for_its_scheduled_release_is_not_changed(language: str) -> None:
    assert not state(Article.objects.get(pk=live_with_the_next_one_scheduled(language).pk), language).changed
