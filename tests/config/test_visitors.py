"""Whom log-in throttling counts: the address that nobody can make up."""

import pytest
from django.conf import LazySettings
from django.test import RequestFactory

from config.visitors import client_address

HTTPS, HTTP = "https://example.org", "http://localhost:8000"


@pytest.mark.parametrize(
    ("site", "forwarded", "address"),
    [
        (HTTPS, "203.0.113.7", "203.0.113.7"),
        (HTTPS, "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        (HTTPS, "198.51.100.1,2001:db8::7", "2001:db8::7"),
        (HTTPS, "", "127.0.0.1"),
        (HTTPS, None, "127.0.0.1"),
        (HTTP, "203.0.113.7", "127.0.0.1"),
        (HTTP, None, "127.0.0.1"),
    ],
)
def test_behind_https_the_proxy_s_word_counts_and_elsewhere_nobody_s(
    site: str, forwarded: str | None, address: str, settings: LazySettings
) -> None:
    settings.SITE_URL = site
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    assert client_address(RequestFactory().get("/admin/", headers=headers)) == address
