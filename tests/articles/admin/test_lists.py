"""The desk's lists: where every language of an article stands, and finding articles by that."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.press.withdraw import withdraw
from tests.articles.admin.conftest import in_russian
from tests.factories import make_article, make_author, publish

pytestmark = pytest.mark.django_db

STATES = ["missing", "drafted", "scheduled", "live", "withdrawn"]
LABELS = {
    "en": ["missing", "drafted", "scheduled", "live 1", "withdrawn 1"],
    "ru": ["отсутствует", "черновик", "запланировано", "опубликовано 1", "отозвано 1"],
}


@pytest.fixture
def one_of_each(language: str) -> str:
    """An article in each state in one language (the other language is drafted), named after the state."""
    other = {"en": "ru", "ru": "en"}[language]
    make_article("missing", languages=[other])
    make_article("drafted")
    publish(make_article("scheduled"), language, at=datetime(2090, 1, 1, tzinfo=UTC))
    publish(make_article("live"), language)
    withdraw(publish(make_article("withdrawn"), language)[language], by=None, reason="A mistake.")
    return language


@pytest.mark.parametrize("state", STATES)
def test_a_filter_finds_the_articles_whose_language_is_in_a_state(
    publisher: Client, one_of_each: str, state: str
) -> None:
    response = publisher.get("/admin/articles/article/", {f"state-{one_of_each}": state})
    assert [article.key for article in response.context["cl"].result_list] == [state]


def test_without_a_filter_and_with_an_unknown_one_all_are_listed(publisher: Client, one_of_each: str) -> None:
    for query in ({}, {f"state-{one_of_each}": "unheard-of"}):
        response = publisher.get("/admin/articles/article/", query)
        assert sorted(article.key for article in response.context["cl"].result_list) == sorted(STATES)


def test_the_list_says_where_each_language_stands(publisher: Client, one_of_each: str) -> None:
    html = publisher.get("/admin/articles/article/").content.decode()
    for state in STATES:
        assert f'class="state {state}"' in html


def test_a_manuscript_that_reads_otherwise_than_its_edition_is_marked(publisher: Client, language: str) -> None:
    article = make_article()
    publish(article)
    marks = {"en": "draft differs", "ru": "черновик отличается"}[language]
    if language == "ru":
        in_russian(publisher)
    assert marks not in publisher.get("/admin/articles/article/").content.decode()
    article.standfirst_en = "New."
    article.save()
    assert publisher.get("/admin/articles/article/").content.decode().count(marks) == 1


def test_an_article_is_found_by_its_title_in_either_language(publisher: Client) -> None:
    make_article("treaty")
    make_article("other")
    for words in ("Title of treaty", "Заглавие treaty", "treaty-ru"):
        response = publisher.get("/admin/articles/article/", {"q": words})
        assert [article.key for article in response.context["cl"].result_list] == ["treaty"]


def test_the_list_asks_the_database_as_often_for_twenty_articles_as_for_one(publisher: Client) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert publisher.get("/admin/articles/article/").status_code == 200
        return len(queries)

    publish(make_article("text-0", authors=[make_author("ada-lovelace"), make_author("bea-brown")]))
    cost()
    one = cost()
    for number in range(1, 20):
        publish(make_article(f"text-{number}"))
    assert cost() == one
