"""Headers: what may be stored, and what a browser may do with it, whoever in the site gives the answer."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

PUBLIC = "public, max-age=0, s-maxage=300, stale-while-revalidate=86400, stale-if-error=604800"
POLICY = {
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self'",
    "manifest-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
}
POLICY_OF_FILES = {
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
}


def assert_powerless(response, policy: set[str] = POLICY) -> None:
    assert set(response["Content-Security-Policy"].split("; ")) == policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_an_unchanged_page_may_be_stored_like_the_page_itself(client: Client, language: str) -> None:
    page = client.get(f"/{language}/")
    unchanged = client.get(f"/{language}/", headers={"If-None-Match": page["ETag"]})
    assert (page.status_code, page["Cache-Control"]) == (200, PUBLIC)
    assert (unchanged.status_code, unchanged["Cache-Control"], unchanged["ETag"]) == (304, PUBLIC, page["ETag"])
    assert_powerless(unchanged)


@pytest.mark.django_db
def test_an_unchanged_page_of_the_desk_is_not_stored(client: Client) -> None:
    assert "no-store" in client.get("/admin/login/")["Cache-Control"]


def test_a_static_file_may_run_nothing(settings: LazySettings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "page.html").write_text("<script>alert(1)</script>")
    response = Client().get("/static/page.html")
    assert (response.status_code, b"".join(response)) == (200, b"<script>alert(1)</script>")
    assert_powerless(response, POLICY_OF_FILES)


@pytest.mark.django_db
def test_a_redirection_for_a_missing_slash_may_do_nothing_either(client: Client, language: str) -> None:
    response = client.get(f"/{language}")
    assert (response.status_code, response["Location"]) == (301, f"/{language}/")
    assert_powerless(response)


def test_a_host_that_is_not_ours_is_refused_in_both_languages(client: Client) -> None:
    response = client.get("/en/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "This request cannot be understood" in response.content.decode()
    assert_powerless(response)


def test_a_host_that_is_not_ours_leaves_one_line_in_the_log(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    client.get("/en/", headers={"host": "evil.example"})
    said = "Invalid HTTP_HOST header: 'evil.example'. You may need to add 'evil.example' to ALLOWED_HOSTS."
    assert [record.getMessage() for record in caplog.records] == [said]
    assert "Traceback" not in caplog.text
