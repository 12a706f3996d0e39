"""Numbers of rows that no database could hold: the form says so, and nothing breaks."""

import pytest
from django.test import Client

from tests.articles.admin.conftest import filled_in
from tests.factories import make_article, make_author, make_user

pytestmark = pytest.mark.django_db

FIELDS = ["topics", "outlet", "bylines-0-author", "bylines-0-organization", "bylines-0-id"]
NONE = ["9" * 30, "9" * 5000, "abc", "²", "-1", "\0", "1.5"]


@pytest.mark.parametrize("number", NONE)
@pytest.mark.parametrize("field", FIELDS)
def test_a_number_of_no_row_breaks_no_form(publisher: Client, field: str, number: str) -> None:
    article = make_article()
    sent = filled_in(publisher, article, title_en="Typed") | {field: number}
    response = publisher.post(f"/admin/articles/article/{article.pk}/change/", sent)
    # A signature that is none of the article's is one that somebody else has taken away.
    assert response.status_code in ((409,) if field == "bylines-0-id" else (200, 302))


@pytest.mark.parametrize("number", NONE)
def test_nor_one_that_was_made_from_another_version(publisher: Client, number: str) -> None:
    article = make_article()
    sent = filled_in(publisher, article, title_en="Typed") | {"opened_version": f"{article.pk}.0"}
    for field in FIELDS:
        response = publisher.post(f"/admin/articles/article/{article.pk}/change/", sent | {field: number})
        assert response.status_code == 409


def test_an_address_that_asks_for_no_row_opens_the_form(publisher: Client) -> None:
    address = "/admin/articles/article/add/?outlet=99999999999999999999999&topics=x,9"
    assert publisher.get(address).status_code == 200


@pytest.mark.parametrize("number", NONE)
def test_an_account_that_is_none_breaks_no_form(client: Client, number: str) -> None:
    client.force_login(make_user("chief", is_superuser=True))
    author = make_author()
    sent = {"slug": author.slug, "user": number, "letters_language": "en"}
    sent |= {"affiliations-TOTAL_FORMS": "1", "affiliations-INITIAL_FORMS": "0", "affiliations-0-organization": number}
    assert client.post(f"/admin/authors/author/{author.pk}/change/", sent).status_code in (200, 302, 409)
