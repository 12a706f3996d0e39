"""No address that lets in whoever knows it is written to the log."""

import io
import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from config.logs import Discreet, Lines

pytestmark = pytest.mark.django_db

SECRET = "t0p.secret-token_of:someone"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What the site writes to standard error, as its own handler and formatter write it."""
    [handler] = [one for one in logging.getLogger().handlers if isinstance(one.formatter, Discreet)]
    written = io.StringIO()
    monkeypatch.setattr(handler, "stream", written)
    return written


@pytest.mark.parametrize("part", ["preview", "signoff"])
class TestNoTokenIsLogged:
    def test_of_an_address_that_leads_nowhere(self, client: Client, log: io.StringIO, part: str) -> None:
        assert client.get(f"/{part}/{SECRET}/nowhere/").status_code == 404
        assert log.getvalue() == f"Not Found: /{part}/…/\n"

    def test_of_an_address_with_something_before_the_token(self, client: Client, log: io.StringIO, part: str) -> None:
        for address in (
            f"/{part}//{SECRET}/",
            f"/{part}/ {SECRET}/",
            f"/en/{part}/{SECRET}/",
            f"/{part.title()}/{SECRET}",
        ):
            assert client.get(address).status_code == 404
        assert SECRET not in log.getvalue()
        assert log.getvalue().count("Not Found") == 4

    def test_of_what_was_sent_where_nothing_can_be(self, client: Client, log: io.StringIO, part: str) -> None:
        assert client.post(f"/{part}/{SECRET}/nowhere", {"a": "b"}).status_code in (404, 405)
        assert f"/{part}/…/\n" in log.getvalue()
        assert SECRET not in log.getvalue()

    def test_when_something_breaks(
        self, client: Client, log: io.StringIO, part: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(middleware, request):
            raise RuntimeError(f"broken at {request!r}")

        monkeypatch.setattr("django.middleware.common.CommonMiddleware.process_request", broken)
        client.raise_request_exception = False
        assert client.get(f"/{part}/{SECRET}/en/full/").status_code == 500
        assert f"Internal Server Error: /{part}/…/\n" in log.getvalue()
        assert "RuntimeError: broken at <WSGIRequest: GET" in log.getvalue()
        assert SECRET not in log.getvalue()

    def test_from_a_host_that_is_not_ours(self, client: Client, log: io.StringIO, part: str) -> None:
        assert client.get(f"/{part}/{SECRET}/en/full/", headers={"host": "evil.example"}).status_code == 400
        assert "evil.example" in log.getvalue()
        assert SECRET not in log.getvalue()

    def test_by_the_server_for_developers(self, log: io.StringIO, part: str) -> None:
        logging.getLogger("django.server").info('"%s" %s %s', f"GET /{part}/{SECRET}/en/full/ HTTP/1.1", 200, 5)
        assert log.getvalue() == f'"GET /{part}/…/" 200 5\n'


class TestLines:
    """What is written when LOG_FORMAT is json."""

    @pytest.fixture
    def lines(self, log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[dict]]:
        [handler] = [one for one in logging.getLogger().handlers if isinstance(one.formatter, Discreet)]
        monkeypatch.setattr(handler, "formatter", Lines())
        return lambda: [json.loads(line) for line in log.getvalue().splitlines()]

    def test_one_object_a_line_says_when_who_and_what(self, client: Client, lines: Callable) -> None:
        client.get("/ru/articles/nothing-here/")
        logging.getLogger("config.page_store.watch").warning(
            "away: %s\n«gone»", "why", extra={"event": "database-away"}
        )
        first, second = lines()
        assert abs(datetime.fromisoformat(first.pop("time")) - datetime.now(UTC)) < timedelta(minutes=1)
        about = {"level": "warning", "logger": "django.request", "status": 404}
        assert first == about | {"message": "Not Found: /ru/articles/nothing-here/"}
        assert (second["event"], second["message"]) == ("database-away", "away: why\n«gone»")

    def test_a_traceback_is_a_part_of_it_and_no_token_is(self, lines: Callable) -> None:
        try:
            raise RuntimeError(f"broken at /signoff/{SECRET}")
        except RuntimeError:
            logging.getLogger("config").exception("at /preview/%s/", SECRET)
        [line] = lines()
        assert (line["level"], line["message"]) == ("error", "at /preview/…/")
        assert line["traceback"].endswith("RuntimeError: broken at /signoff/…/")


def test_other_addresses_are_logged_as_they_are(client: Client, log: io.StringIO) -> None:
    client.get("/en/articles/nothing-here/")
    assert log.getvalue() == "Not Found: /en/articles/nothing-here/\n"


@pytest.mark.parametrize("address", ["/preview/x/en/full", "/preview/x/en/full/", "/signoff/x", "/preview/x/de/"])
def test_a_redirection_or_refusal_of_a_secret_address_is_kept_by_nobody(client: Client, address: str) -> None:
    response = client.get(address)
    assert "no-store" in response["Cache-Control"]
    assert (response["X-Robots-Tag"], response["Referrer-Policy"]) == ("noindex, nofollow", "no-referrer")


@pytest.mark.parametrize("address", ["/preview/x/en/full/", "/signoff/x/"])
def test_the_redirection_to_https_is_kept_by_nobody_either(client: Client, settings, address: str) -> None:
    settings.SECURE_SSL_REDIRECT = True
    response = Client().get(address)
    assert (response.status_code, response["Location"]) == (301, f"https://testserver{address}")
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"
