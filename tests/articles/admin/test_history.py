"""The history of an article at the desk: who changed what, any two versions compared, and an earlier one restored."""

from html import unescape

import pytest
from django.test import Client

from articles.models import Act, Article, Version
from articles.press.versions import writing
from tests.articles.admin.conftest import PUBLISHER, filled_in, in_russian
from tests.factories import make_article, make_author, make_user

COMPARED = {"en": "From version 1 to version 3", "ru": "От версии 1 к версии 3"}
STALE = {
    "en": "The manuscript has changed since this page was opened. Nothing was done: look at it as it is now.",
    "ru": "С тех пор как страница была открыта, рукопись изменилась. Ничего не сделано: посмотрите, какова она теперь.",
}


@pytest.fixture
def article(publisher: Client) -> Article:
    """An article of three versions: as found, an English text by publisher, a Russian title and credit by anna."""
    article = make_article(authors=[make_author("ada-lovelace")])
    form = f"/admin/articles/article/{article.pk}/change/"
    publisher.post(form, filled_in(publisher, article, full_text_en="<p>Full story of treaty.</p>"))
    anna = Client()
    anna.force_login(make_user("anna", *PUBLISHER, first_name="Anna", last_name="Serova"))
    credit = {"title_ru": "Договор", "bylines-0-credit_line_ru": "Ада, математик"}
    anna.post(form, filled_in(anna, article, **credit))
    return Article.objects.get()


def history(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/history/"


def restoring(article: Article, number: int) -> str:
    return f"{history(article)}{number}/restore/"


def test_versions_are_listed_newest_first_with_who_and_what(publisher: Client, article: Article) -> None:
    lines = publisher.get(history(article)).context["lines"]
    assert [(line["version"].number, line["who"], line["version"].origin) for line in lines] == [
        (3, "Anna Serova", "desk"),
        (2, "publisher", "desk"),
        (1, "", "found"),
    ]
    assert [[change["label"] for change in line["changes"]] for line in lines] == [
        ["Title · Русский", "Byline"],
        ["Full text · English"],
        [],
    ]


def test_any_two_versions_are_compared_word_by_word(publisher: Client, article: Article, language: str) -> None:
    if language == "ru":
        in_russian(publisher)
    response = publisher.get(history(article), {"from": "1", "to": "3"})
    page = unescape(response.content.decode())
    assert COMPARED[language] in page
    assert [(one["name"], one["language"]) for one in response.context["differences"]] == [
        ("title_ru", "ru"),
        ("full_text_en", "en"),
        ("bylines", ""),
    ]
    assert "<del>text</del><ins>story</ins>" in page
    assert "<ins>Договор</ins>" in page
    assert "<ins>: Ада, математик</ins>" in page


def test_backwards_is_a_comparison_too(publisher: Client, article: Article) -> None:
    page = publisher.get(history(article), {"from": "3", "to": "1"}).content.decode()
    assert "<del>story</del><ins>text</ins>" in page


def test_formatting_alone_is_said_to_be_that(publisher: Client, article: Article, language: str) -> None:
    with writing(article, by=None):
        article.full_text_en = "<p>Full <strong>story</strong> of treaty.</p>"
        article.save()
    client = in_russian(publisher) if language == "ru" else publisher
    page = client.get(history(article), {"from": "3", "to": "4"}).content.decode()
    expected = {
        "en": "The words are the same; only the formatting differs.",
        "ru": "Слова те же, отличается только оформление.",
    }
    assert expected[language] in page


@pytest.mark.parametrize("asked", [{"from": "1"}, {"from": "x", "to": "2"}, {"from": "²", "to": "2"}, {"page": "99"}])
def test_what_cannot_be_compared_shows_the_list(publisher: Client, article: Article, asked: dict) -> None:
    response = publisher.get(history(article), asked)
    assert (response.status_code, "differences" in response.context) == (200, False)


def test_a_version_that_is_not_there_is_said(publisher: Client, article: Article) -> None:
    response = publisher.get(history(article), {"from": "1", "to": "77"})
    assert "One of these versions is not there." in response.content.decode()


def test_an_earlier_version_stands_again(publisher: Client, article: Article) -> None:
    sent = {"opened_version": f"{article.pk}.3"}
    response = publisher.post(restoring(article, 1), sent)
    assert (response.status_code, response["Location"]) == (302, history(article))
    article.refresh_from_db()
    assert (article.full_text_en, article.title_ru) == ("<p>Full text of treaty.</p>", "Заглавие treaty")
    assert (Version.objects.get(number=4).origin, Act.objects.get().kind) == ("restore", "restore")
    again = publisher.get(history(article))
    assert "Version 1 was restored as version 4." in again.content.decode()


@pytest.mark.parametrize("token", ["{pk}.2", "{pk}.9", "999.3", "", "x"])
def test_restoring_from_a_page_of_the_past_is_refused(publisher: Client, article: Article, token: str) -> None:
    response = publisher.post(restoring(article, 1), {"opened_version": token.format(pk=article.pk)})
    assert (response.status_code, Article.objects.get().version) == (409, 3)


def test_the_refusal_speaks_the_desks_language(publisher: Client, article: Article, language: str) -> None:
    client = in_russian(publisher) if language == "ru" else publisher
    response = client.post(restoring(article, 1), {"opened_version": f"{article.pk}.2"})
    assert STALE[language] in response.content.decode()


def test_restoring_is_for_those_who_may_change_all_of_it(client: Client, article: Article) -> None:
    client.force_login(make_user("reader", "view_article"))
    response = client.get(history(article))
    assert (response.status_code, response.context["may_restore"]) == (200, False)
    assert client.post(restoring(article, 1), {"opened_version": f"{article.pk}.3"}).status_code == 403
    assert Article.objects.get().version == 3


def test_a_history_is_open_to_those_who_see_the_article(client: Client, article: Article) -> None:
    client.force_login(make_user("nobody"))
    assert client.get(history(article))["Location"] == "/admin/"  # as if it were not there


def test_thirty_versions_cost_as_many_queries_as_three(
    publisher: Client, article: Article, django_assert_max_num_queries: object
) -> None:
    def count() -> int:
        with django_assert_max_num_queries(1000) as captured:
            publisher.get(history(article))
        return len(captured)

    few = count()
    for number in range(15):
        with writing(article, by=None):
            article.title_en = f"Title {number}"
            article.save()
    assert count() == few


def test_a_page_holds_twenty_versions(publisher: Client, article: Article) -> None:
    for number in range(20):
        with writing(article, by=None):
            article.title_en = f"Title {number}"
            article.save()
    first, second = (publisher.get(history(article), {"page": page}).context["lines"] for page in ("1", "2"))
    assert (len(first), [line["version"].number for line in second]) == (20, [3, 2, 1])
    assert [change["name"] for change in first[-1]["changes"]] == ["title_en"]


def test_an_article_that_was_never_saved_at_the_desk_has_no_versions_yet(publisher: Client, language: str) -> None:
    client = in_russian(publisher) if language == "ru" else publisher
    response = client.get(history(make_article()))
    expected = {"en": "No version has been kept yet", "ru": "Версий пока нет"}
    assert (response.status_code, expected[language] in response.content.decode()) == (200, True)
