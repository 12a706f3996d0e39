"""Readers' addresses can be read, and nothing can be sent to them."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

OTHERS = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"]
REFUSALS = {
    "en": "Nothing can be sent to this address",
    "ru": "По этому адресу ничего нельзя отправить",
}
ADDRESSES = ["/{}/", "/{}/articles/", "/{}/feed.atom", "/{}/nowhere"]


@pytest.fixture
def visitor() -> Client:
    """A browser whose forms are checked, as they are in service."""
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize("method", OTHERS)
@pytest.mark.parametrize("address", ADDRESSES)
def test_anything_but_reading_is_refused_in_the_language_of_the_page(
    visitor: Client, method: str, address: str, language: str
) -> None:
    response = visitor.generic(method, address.format(language), "name=value")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    assert response["Content-Language"] == language
    assert [code for code, words in REFUSALS.items() if words in response.content.decode()] == [language]
    assert "no-store" in response["Cache-Control"]
    assert "Set-Cookie" not in response.headers
    assert not response.cookies


@pytest.mark.parametrize("address", ["/", "/robots.txt", "/livez", "/media/picture.png"])
def test_where_the_address_names_no_language_it_is_refused_in_both(visitor: Client, address: str) -> None:
    response = visitor.post(address, {"name": "value"})
    assert (response.status_code, response["Allow"], response["Content-Language"]) == (405, "GET, HEAD", "en, ru")
    assert all(words in response.content.decode() for words in REFUSALS.values())


def test_a_page_can_be_asked_for_its_head_alone(visitor: Client, language: str) -> None:
    response = visitor.head(f"/{language}/")
    assert (response.status_code, response.content) == (200, b"")


def test_the_desk_takes_forms_and_looks_at_their_token(visitor: Client) -> None:
    response = visitor.post(
        "/admin/login/", {"username": "editor", "password": "wrong"}, headers={"accept-language": "en"}
    )
    assert response.status_code == 403
    assert "The form has expired" in response.content.decode()
