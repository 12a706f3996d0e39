"""`/` sends a reader to the front page in the language their browser asks for."""

import pytest
from django.test import Client

LONG = ", ".join(["xx"] * 2_500) + ", ru"  # 10 kB


@pytest.mark.parametrize(
    ("accept_language", "front"),
    [
        ("ru", "/ru/"),
        ("ru-RU", "/ru/"),
        ("RU-ru", "/ru/"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "/ru/"),
        ("en-GB,en;q=0.9,ru;q=0.8", "/en/"),
        ("en;q=0.1,ru;q=0.2", "/ru/"),
        ("de,ru;q=0.5", "/ru/"),
        ("de", "/en/"),
        ("ru;q=0", "/en/"),
        ("*", "/en/"),
        ("", "/en/"),
        (";;q=,,ru;q=banana", "/en/"),
        ("../../admin", "/en/"),
        (LONG, "/en/"),
    ],
)
def test_a_reader_is_sent_to_the_language_asked_for_and_to_english_otherwise(
    client: Client, accept_language: str, front: str
) -> None:
    response = client.get("/", headers={"Accept-Language": accept_language})
    assert (response.status_code, response["Location"]) == (302, front)


def test_without_the_header_a_reader_is_sent_to_english(client: Client) -> None:
    assert client.get("/")["Location"] == "/en/"


def test_a_cookie_does_not_choose_the_language(client: Client) -> None:
    assert client.get("/", headers={"Cookie": "desk_language=ru"})["Location"] == "/en/"


def test_the_choice_is_never_stored(client: Client) -> None:
    response = client.get("/", headers={"Accept-Language": "ru"})
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert not response.cookies
