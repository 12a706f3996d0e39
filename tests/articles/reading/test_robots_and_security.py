"""What robots may fetch, and whom to tell of a security hole."""

from datetime import UTC, datetime

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_robots_are_kept_from_the_desk_and_sent_to_the_sitemap(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /admin/\nDisallow: /preview/\nDisallow: /signoff/\nSitemap: http://localhost/sitemap.xml\n"
    )


def test_without_a_contact_there_is_no_security_file(client: Client, settings) -> None:
    settings.SECURITY_CONTACT = ""
    assert client.get("/.well-known/security.txt").status_code == 404


def test_the_security_file_names_the_contact_and_expires_within_a_year(client: Client, settings, clock) -> None:
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    clock(datetime(2027, 3, 1, 15, 30, 20, tzinfo=UTC))
    response = client.get("/.well-known/security.txt")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "Contact: mailto:security@example.org\n"
        "Expires: 2027-08-28T00:00:00+00:00\n"
        "Preferred-Languages: en, ru\n"
        "Canonical: http://localhost/.well-known/security.txt\n"
    )
