"""Logging in: after five wrong passwords the door stays shut for a while."""

import pytest
from django.test import Client

from tests.factories import make_user

pytestmark = pytest.mark.django_db

RIGHT, WRONG = "a long enough secret", "a wrong secret"
SHUT = {"en": "Too many attempts", "ru": "Слишком много попыток"}


def log_in(client: Client, password: str, username: str = "editor", language: str = "en"):
    return client.post(
        "/admin/login/", {"username": username, "password": password}, headers={"Accept-Language": language}
    )


def test_the_right_password_opens_the_desk(client: Client) -> None:
    make_user()
    assert log_in(client, RIGHT).status_code == 302
    assert client.get("/admin/").status_code == 200


def test_five_wrong_passwords_shut_the_door_even_to_the_right_one(client: Client, language: str) -> None:
    make_user()
    statuses = [log_in(client, WRONG, language=language).status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 200, 429]
    response = log_in(client, RIGHT, language=language)
    assert response.status_code == 429
    assert SHUT[language] in response.content.decode()
    assert client.get("/admin/").status_code == 302


def test_a_name_nobody_has_is_shut_out_alike(client: Client) -> None:
    statuses = [log_in(client, WRONG, username="nobody").status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 200, 429]


def test_one_shut_out_name_leaves_others_and_other_places_open(client: Client) -> None:
    make_user()
    make_user("colleague")
    for _ in range(5):
        log_in(client, WRONG)
    assert log_in(Client(), RIGHT, username="colleague").status_code == 302
    assert log_in(Client(REMOTE_ADDR="192.0.2.7"), RIGHT).status_code == 302


def test_success_forgets_earlier_failures(client: Client) -> None:
    make_user()
    for _ in range(4):
        log_in(client, WRONG)
    assert log_in(client, RIGHT).status_code == 302
    client.logout()
    assert [log_in(client, WRONG).status_code for _ in range(4)] == [200, 200, 200, 200]


def test_cookies_of_the_desk_stay_at_the_desk(client: Client) -> None:
    make_user()
    cookies = log_in(client, RIGHT).cookies
    assert {name: (cookie["path"], cookie["httponly"]) for name, cookie in cookies.items()} == {
        "desk_session": ("/admin/", True),
        "csrftoken": ("/admin/", True),
    }
