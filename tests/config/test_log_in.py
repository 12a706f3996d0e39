"""Logging in leads to the desk, wherever the address wants to lead."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wanted", "where"),
    [
        ("https://evil.example/", "/admin/"),
        ("//evil.example", "/admin/"),
        ("javascript:alert(1)", "/admin/"),
        ("", "/admin/"),
        ("/admin/articles/article/", "/admin/articles/article/"),
    ],
)
def test_only_an_address_of_ours_is_gone_on_to(wanted: str, where: str, client: Client) -> None:
    User.objects.create_superuser("editor", password="a-password-for-tests")
    form = {"username": "editor", "password": "a-password-for-tests", "next": wanted}
    response = client.post("/admin/login/", form, query_params={"next": wanted})
    assert (response.status_code, response["Location"]) == (302, where)
