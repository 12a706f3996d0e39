"""The desk in both languages, under its own name."""

import re

import pytest
from django.test import Client

from tests.factories import make_article, make_user, publish

pytestmark = pytest.mark.django_db

TITLE = {"en": "Diptych desk", "ru": "Редакторская «Диптиха»"}
STOCK = ["Django administration", "Django site admin", "администрирование Django", "Администрирование Django"]


@pytest.fixture
def addresses() -> list[str]:
    edition = publish(make_article())["en"]
    article = f"/admin/articles/article/{edition.article_id}"
    return [
        "/admin/",
        "/admin/articles/article/",
        "/admin/articles/article/add/",
        f"{article}/change/",
        f"{article}/history/",
        f"{article}/release/",
        f"{article}/withdraw/en/",
        "/admin/articles/edition/",
        f"/admin/articles/edition/{edition.pk}/change/",
        "/admin/articles/topic/add/",
        "/admin/authors/author/add/",
        "/admin/authors/organization/add/",
        "/admin/password_change/",
        "/admin/unknown/",
    ]


def test_every_page_is_in_the_chosen_language_and_calls_itself_ours(
    admin_client: Client, addresses: list[str], language: str
) -> None:
    admin_client.post("/admin/language/", {"language": language, "next": "/admin/"})
    for address in addresses[:-1]:
        response = admin_client.get(address)
        html = response.content.decode()
        assert response.status_code == 200
        assert f'<html lang="{language}"' in html, address
        assert response["Content-Language"] == language
        assert TITLE[language] in html, address
        assert [name for name in STOCK if name in html] == [], address


def test_the_log_in_page_is_ours_in_both_languages(client: Client, language: str) -> None:
    html = client.get("/admin/login/", headers={"Accept-Language": language}).content.decode()
    assert TITLE[language] in html
    assert [name for name in STOCK if name in html] == []


def test_the_browsers_language_is_used_until_one_is_chosen(admin_client: Client, language: str) -> None:
    response = admin_client.get("/admin/", headers={"Accept-Language": language})
    assert response["Content-Language"] == language


def test_the_choice_lives_in_a_cookie_of_the_desk_alone(client: Client) -> None:
    response = client.post("/admin/language/", {"language": "ru", "next": "/admin/"})
    cookie = response.cookies["desk_language"]
    assert (cookie.value, cookie["path"], cookie["samesite"], cookie["httponly"]) == ("ru", "/admin/", "Lax", True)


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_choosing_a_language_leads_nowhere_else(client: Client, elsewhere: str) -> None:
    response = client.post("/admin/language/", {"language": "ru", "next": elsewhere})
    assert "evil" not in response["Location"]
    assert "javascript" not in response["Location"]


def test_a_page_of_the_desk_is_never_stored_by_a_shared_cache(admin_client: Client, addresses: list[str]) -> None:
    for address in addresses:
        cache = admin_client.get(address)["Cache-Control"]
        assert re.search("no-store|private", cache), address
        assert "public" not in cache


def test_the_desk_is_served_under_a_strict_policy(admin_client: Client, addresses: list[str]) -> None:
    for address in addresses[:-1]:
        policy = admin_client.get(address)["Content-Security-Policy"]
        rules = {rule.split(" ")[0]: rule.split(" ")[1:] for rule in policy.split("; ")}
        assert rules["default-src"] == ["'none'"], address
        assert rules["frame-ancestors"] == ["'none'"]
        assert "unsafe" not in policy
        assert [one for one in rules["script-src"] if one != "'self'" and not one.startswith("'nonce-")] == []
        assert [one for one in rules["style-src"] if one != "'self'" and not one.startswith("'sha256-")] == []
        assert rules["img-src"] == ["'self'", "data:"]


def test_every_answer_has_a_nonce_of_its_own(admin_client: Client, addresses: list[str]) -> None:
    form = addresses[3]
    nonces = [re.findall(r"'nonce-([^']+)'", admin_client.get(form)["Content-Security-Policy"]) for _ in range(2)]
    assert nonces[0]
    assert nonces[0] != nonces[1]


def test_a_form_without_its_token_is_refused_in_words(language: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user())
    response = client.post("/admin/articles/article/add/", {}, headers={"Accept-Language": language})
    assert response.status_code == 403
    assert {"en": "The form has expired", "ru": "Срок действия формы истёк"}[language] in response.content.decode()
    assert "no-store" in response["Cache-Control"]
