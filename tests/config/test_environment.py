"""The environment: in service every variable is checked, and a refusal names it and says how to set it."""

from pathlib import Path

import pytest

from tests.support.site import Site

KEY = "at least 50 random characters, for example from `python -c 'import secrets; print(secrets.token_urlsafe(50))'`"
URL = "the public address, like https://example.org"
HOSTS = "host names separated by commas"
REFUSALS = [
    ("SECRET_KEY", None, KEY, "nothing"),
    ("SECRET_KEY", "", KEY, "nothing"),
    ("SECRET_KEY", "short", KEY, "a weak value of 5 characters"),
    ("SECRET_KEY", "a" * 60, KEY, "a weak value of 60 characters"),
    ("SECRET_KEY", "django-insecure-" + "0123456789" * 5, KEY, "a weak value of 66 characters"),
    ("SITE_URL", None, URL, "nothing"),
    ("SITE_URL", "example.org", URL, "'example.org'"),
    ("SITE_URL", "ftp://example.org", URL, "'ftp://example.org'"),
    ("SITE_URL", "https://example.org/blog", URL, "'https://example.org/blog'"),
    (
        "SITE_URL",
        "https://example.org:port",
        URL,
        "'https://example.org:port' (Port could not be cast to integer value as 'port')",
    ),
    (
        "SITE_URL",
        "http://example.org",
        "an https:// address (http:// only on this machine itself)",
        "'http://example.org'",
    ),
    ("ALLOWED_HOSTS", "*", HOSTS, "'*', which lets anyone name the site"),
    ("ALLOWED_HOSTS", "https://example.org", HOSTS, "'https://example.org'"),
    ("DEBUG", "perhaps", "1 or 0", "'perhaps'"),
    ("DATABASE_URL", "mysql://host/name", "a postgres:// or sqlite:// address", "'django.db.backends.mysql'"),
    (
        "EMAIL_URL",
        "carrier-pigeon://loft",
        "smtp://user:password@host:port, or console://",
        "a malformed value (ValueError: unknown scheme)",
    ),
]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "site.sqlite3")


@pytest.mark.parametrize(("name", "value", "expected", "found"), REFUSALS)
def test_a_wrong_value_is_refused_by_name(name: str, value: str | None, expected: str, found: str, site: Site) -> None:
    done = site.manage("check", **{name: value})
    assert done.stderr == f"settings: {name}: expected {expected}; found {found}\n"
    assert (done.returncode, done.stdout) == (1, "")


def test_a_malformed_database_address_is_refused_with_an_example(site: Site) -> None:
    done = site.manage("check", DATABASE_URL="nonsense")
    how = "postgres://user:password@host/name or sqlite:////absolute/path"
    assert done.stderr.startswith(f"settings: DATABASE_URL: expected {how}; found a malformed value (")
    assert done.returncode == 1


def test_django_s_own_deployment_check_has_nothing_to_say(site: Site) -> None:
    done = site.manage("check", "--deploy", "--fail-level", "WARNING")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "System check identified no issues (0 silenced).\n"


PRINT = "from config import settings; print(settings.{name})"


@pytest.mark.parametrize(
    ("name", "value"),
    [("DEBUG", "False"), ("SECURE_SSL_REDIRECT", "True"), ("ALLOWED_HOSTS", "['example.org']")],
)
def test_what_is_not_said_is_the_safe_choice(name: str, value: str, site: Site) -> None:
    done = site.python("-c", PRINT.format(name=name), ALLOWED_HOSTS=None)
    assert (done.stdout, done.stderr) == (f"{value}\n", "")


@pytest.mark.parametrize(("written", "value"), [("1", "True"), ("yes", "True"), ("0", "False"), ("off", "False")])
def test_yes_and_no_are_understood(written: str, value: str, site: Site) -> None:
    assert site.python("-c", PRINT.format(name="DEBUG"), DEBUG=written).stdout == f"{value}\n"


def test_a_debugging_site_on_one_s_own_machine_needs_nothing(site: Site) -> None:
    nothing = dict.fromkeys(("SECRET_KEY", "SITE_URL", "ALLOWED_HOSTS"))
    done = site.manage("check", DEBUG="1", **nothing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("address", ["http://localhost:8000", "http://127.0.0.1", "http://[::1]:8000"])
def test_plain_http_is_for_this_machine_itself(address: str, site: Site) -> None:
    done = site.python("-c", PRINT.format(name="SESSION_COOKIE_SECURE"), SITE_URL=address)
    assert (done.stdout, done.stderr) == ("False\n", "")
