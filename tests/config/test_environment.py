"""The environment: in service every variable is checked, and a refusal names it and says how to set it."""

from pathlib import Path

import pytest

from tests.support.site import Site

KEY = "at least 50 random characters, for example from `python -c 'import secrets; print(secrets.token_urlsafe(50))'`"
URL = "the public address, like https://example.org"
HOSTS = "host names separated by commas"
PRINTABLE = "characters that can be printed"
MAIL = "smtp://user:password@host:port, or console://"
DATABASE = "postgres://user:password@host/name or sqlite:////absolute/path"
REPLICA = "postgres://user:password@host/name"
FOLDER = "the absolute path of a folder of its own"
SECURE = "an https:// address"
CONTACT = "a mailto:, https: or tel: address"
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
    ("SITE_URL", "https://user:pw@example.org", URL, "'https://user:pw@example.org'"),
    ("SITE_URL", "https://ex ample.org", URL, "'https://ex ample.org'"),
    ("SITE_URL", "https://*", URL, "'https://*'"),
    ("SITE_URL", 'https://"><script>', URL, """'https://"><script>'"""),
    ("SITE_URL", "https://example.org#f", URL, "'https://example.org#f'"),
    ("SITE_URL", "https://example.org#", URL, "'https://example.org#'"),
    ("SITE_URL", "https://example.org?", URL, "'https://example.org?'"),
    ("SITE_URL", "https://example.org:", URL, "'https://example.org:'"),
    ("SITE_URL", "https://example.org:0", URL, "'https://example.org:0'"),
    ("SITE_URL", "https://example..org", URL, "'https://example..org'"),
    ("SITE_URL", "https://-example.org", URL, "'https://-example.org'"),
    ("SITE_URL", "https://ex_ample.org", URL, "'https://ex_ample.org'"),
    ("SITE_URL", "https://192.0.2.256", URL, "'https://192.0.2.256'"),
    ("SITE_URL", "https://[fe80::1%eth0]", URL, "'https://[fe80::1%eth0]'"),
    ("SITE_URL", "https://пример.рф", URL, "'https://пример.рф' (write the host as xn--e1afmkfd.xn--p1ai)"),
    ("SITE_URL", "https://exam\nple.org", PRINTABLE, "one that cannot, at place 13"),
    ("ALLOWED_HOSTS", "*", HOSTS, "'*', which lets anyone name the site"),
    ("ALLOWED_HOSTS", "https://example.org", HOSTS, "'https://example.org'"),
    ("ALLOWED_HOSTS", "example.org,.", HOSTS, "'.'"),
    ("ALLOWED_HOSTS", "example.org,..example.org", HOSTS, "'..example.org'"),
    ("ALLOWED_HOSTS", "example.org:8000", HOSTS, "'example.org:8000'"),
    ("ALLOWED_HOSTS", "example.org,[", HOSTS, "'['"),
    ("ALLOWED_HOSTS", "example.org,::1", HOSTS, "'::1'"),
    ("ALLOWED_HOSTS", "example.org,пример.рф", HOSTS, "'пример.рф' (write the host as xn--e1afmkfd.xn--p1ai)"),
    ("ALLOWED_HOSTS", "example.org,\x07", PRINTABLE, "one that cannot, at place 13"),
    ("ALLOWED_HOSTS", "127.0.0.1", "the host of SITE_URL, example.org, among the others", "'127.0.0.1'"),
    ("WEBSUB_HUB", "http://hub.example/", SECURE, "'http://hub.example/'"),
    ("WEBSUB_HUB", "hub.example", SECURE, "'hub.example'"),
    ("WEBSUB_HUB", "https://[hub/", SECURE, "'https://[hub/'"),
    ("WEBSUB_HUB", "https://hub.example/#a", SECURE, "'https://hub.example/#a'"),
    ("DEBUG", "perhaps", "1 or 0", "'perhaps'"),
    ("DATABASE_URL", "mysql://host/name", "a postgres:// or sqlite:// address", "'django.db.backends.mysql'"),
    (
        "EMAIL_URL",
        "carrier-pigeon://loft",
        "smtp://user:password@host:port, or console://",
        "a malformed value (ValueError: unknown scheme)",
    ),
    ("EMAIL_URL", "smtp://", MAIL, "a malformed value (ValueError: no host)"),
    ("EMAIL_URL", "submission://user:password@", MAIL, "a malformed value (ValueError: no host)"),
    ("DATABASE_URL", "postgres://", DATABASE, "no name of a database"),
    ("DATABASE_URL", "postgres://diptych@127.0.0.1/", DATABASE, "no name of a database"),
    (
        "DATABASE_URL",
        "postgres:///diptych?banana=1",
        "options that PostgreSQL's library knows",
        'invalid dsn: invalid connection option "banana"',
    ),
    (
        "DATABASE_URL",
        "timescale:///diptych",
        "a postgres:// or sqlite:// address",
        "'timescale.db.backends.postgresql'",
    ),
    ("DATABASE_URL", "postgres:///dip#tych", DATABASE, "a malformed value (ValueError: '#' is written %23)"),
    ("DATABASE_URL", "sqlite://", DATABASE, "no absolute path: ':memory:'"),
    ("DATABASE_URL", "sqlite://:memory:", DATABASE, "no absolute path: ':memory:'"),
    ("DATABASE_URL", "sqlite:///site.sqlite3", DATABASE, "no absolute path: 'site.sqlite3'"),
    ("DATABASE_URL", "sqlite://host//site.sqlite3", DATABASE, "no absolute path: '/site.sqlite3'"),
    (
        "DATABASE_URL",
        "sqlite:////none/site.sqlite3",
        DATABASE,
        "a file in a folder that does not exist: '/none/site.sqlite3'",
    ),
    ("DATABASE_URL", "sqlite:////", DATABASE, "a folder: '/'"),
    (
        "DATABASE_URL",
        "sqlite:////site.sqlite3?timeout=5",
        DATABASE,
        "options, of which SQLite takes none here: timeout",
    ),
    ("DATABASE_REPLICA_URL", "postgres://", REPLICA, "no name of a database"),
    ("DATABASE_REPLICA_URL", "postgres:///dip#tych", REPLICA, "a malformed value (ValueError: '#' is written %23)"),
    (
        "DATABASE_REPLICA_URL",
        "postgres:///diptych?banana=1",
        "options that PostgreSQL's library knows",
        'invalid dsn: invalid connection option "banana"',
    ),
    ("DATABASE_REPLICA_URL", "sqlite:////site.sqlite3", "a postgres:// address", "'django.db.backends.sqlite3'"),
    (
        "DATABASE_REPLICA_URL",
        "postgres://diptych@replica/diptych",
        "a PostgreSQL in DATABASE_URL, of which it is a replica",
        "'django.db.backends.sqlite3'",
    ),
    ("MEDIA_ROOT", "media", FOLDER, "'media'"),
    ("MEDIA_ROOT", "/", FOLDER, "'/'"),
    ("MEDIA_ROOT", "/srv/..", FOLDER, "'/srv/..'"),
    ("MEDIA_ROOT", "/etc/passwd", FOLDER, "'/etc/passwd'"),
    ("SIGNOFF_POLICY", "maybe", "required or advisory", "'maybe'"),
    ("LOG_FORMAT", "xml", "plain or json", "'xml'"),
    ("SECURITY_CONTACT", "security@example.org", CONTACT, "'security@example.org'"),
    ("SECURITY_CONTACT", "http://example.org/", CONTACT, "'http://example.org/'"),
    ("SECURITY_CONTACT", "mailto:somebody", CONTACT, "'mailto:somebody'"),
    ("SECURITY_CONTACT", "tel:nobody", CONTACT, "'tel:nobody'"),
    ("SECURITY_CONTACT", "mailto:a@example.org\nPolicy: x", PRINTABLE, "one that cannot, at place 21"),
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
    [
        ("DEBUG", "False"),
        ("SECURE_SSL_REDIRECT", "True"),
        ("ALLOWED_HOSTS", "['example.org']"),
        ("SIGNOFF_POLICY", "required"),
    ],
)
def test_what_is_not_said_is_the_safe_choice(name: str, value: str, site: Site) -> None:
    done = site.python("-c", PRINT.format(name=name), ALLOWED_HOSTS=None)
    assert (done.stdout, done.stderr) == (f"{value}\n", "")


@pytest.mark.parametrize(("written", "value"), [("1", "True"), ("yes", "True"), ("0", "False"), ("off", "False")])
def test_yes_and_no_are_understood(written: str, value: str, site: Site) -> None:
    assert site.python("-c", PRINT.format(name="DEBUG"), DEBUG=written).stdout == f"{value}\n"


@pytest.mark.parametrize("written", ["advisory", "Advisory", " advisory "])
def test_sign_offs_can_be_mere_advice(written: str, site: Site) -> None:
    assert site.python("-c", PRINT.format(name="SIGNOFF_POLICY"), SIGNOFF_POLICY=written).stdout == "advisory\n"


def test_a_debugging_site_on_one_s_own_machine_needs_nothing(site: Site) -> None:
    nothing = dict.fromkeys(("SECRET_KEY", "SITE_URL", "ALLOWED_HOSTS"))
    done = site.manage("check", DEBUG="1", **nothing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("address", ["http://localhost:8000", "http://127.0.0.1", "http://[::1]:8000"])
def test_plain_http_is_for_this_machine_itself(address: str, site: Site) -> None:
    done = site.python("-c", PRINT.format(name="SESSION_COOKIE_SECURE"), SITE_URL=address, ALLOWED_HOSTS=None)
    assert (done.stdout, done.stderr) == ("False\n", "")


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("https://Example.org/", "https://example.org ['example.org']"),
        ("https://example.org:8443", "https://example.org:8443 ['example.org']"),
        ("https://xn--e1afmkfd.xn--p1ai", "https://xn--e1afmkfd.xn--p1ai ['xn--e1afmkfd.xn--p1ai']"),
        ("https://192.0.2.7", "https://192.0.2.7 ['192.0.2.7']"),
        ("https://[2001:db8::7]:8443", "https://[2001:db8::7]:8443 ['[2001:db8::7]']"),
    ],
)
def test_the_site_s_own_host_is_allowed_when_nothing_else_is_said(address: str, meant: str, site: Site) -> None:
    show = "from config.settings import ALLOWED_HOSTS, SITE_URL; print(SITE_URL, ALLOWED_HOSTS)"
    done = site.python("-c", show, SITE_URL=address, ALLOWED_HOSTS=None)
    assert (done.stdout, done.stderr) == (f"{meant}\n", "")


@pytest.mark.parametrize("hosts", ["example.org,127.0.0.1", ".example.org", "Example.ORG, [::1]"])
def test_hosts_are_a_list_in_which_the_site_s_own_has_a_place(hosts: str, site: Site) -> None:
    done = site.manage("check", ALLOWED_HOSTS=hosts)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "address", ["mailto:security@example.org", "https://example.org/security", "tel:+7-495-000-00-00", "", None]
)
def test_a_security_contact_is_an_address_or_nothing(address: str | None, site: Site) -> None:
    done = site.python("-c", PRINT.format(name="SECURITY_CONTACT"), SECURITY_CONTACT=address)
    assert (done.stdout, done.stderr) == (f"{address or ''}\n", "")


@pytest.mark.parametrize(
    "address",
    [
        "postgres://diptych:pa%23ss@127.0.0.1:5432/diptych?sslmode=require&connect_timeout=5",
        "postgres://diptych@%2Ftmp%2Fserver/diptych",
        "postgresql:///diptych",
    ],
)
def test_a_postgresql_address_may_name_a_socket_or_options(address: str, site: Site) -> None:
    done = site.python("-c", "import config.settings", DATABASE_URL=address)
    assert (done.returncode, done.stderr) == (0, "")


PRINT_REPLICA = """
from config.settings import DATABASES, MIDDLEWARE
replica = DATABASES.get("replica", {})
print(replica.get("HOST"), replica.get("OPTIONS", {}).get("connect_timeout"), "replica" in MIDDLEWARE[0])
"""


@pytest.mark.parametrize(
    ("address", "found"),
    [
        (None, "None None False"),
        ("", "None None False"),
        ("postgres://diptych@second/diptych", "second 3 True"),
        ("postgres://diptych@second/diptych?connect_timeout=5", "second 5 True"),
    ],
)
def test_a_replica_is_asked_where_there_is_one(address: str | None, found: str, site: Site) -> None:
    primary = "postgres://diptych@first/diptych"
    done = site.python("-c", PRINT_REPLICA, DATABASE_URL=primary, DATABASE_REPLICA_URL=address)
    assert (done.stdout, done.stderr) == (f"{found}\n", "")


BLOCKED = """
from pathlib import Path
def refuse(self, *arguments, **options):
    raise PermissionError(13, "Permission denied", str(self.name))
Path.mkdir = refuse
from config import settings
"""


def test_postgresql_s_library_waits_as_long_as_the_address_says(site: Site) -> None:
    show = (
        "from config.settings import DATABASES as d; o = d['default']['OPTIONS']; print(o['connect_timeout'], len(o))"
    )
    for address, meant in [("postgres:///diptych", "3 5"), ("postgres:///diptych?connect_timeout=20", "20 5")]:
        done = site.python("-c", show, DATABASE_URL=address)
        assert (done.stdout, done.stderr) == (f"{meant}\n", "")


def test_a_checkout_that_cannot_be_written_is_enough_where_the_database_is_elsewhere(site: Site) -> None:
    assert site.python("-c", BLOCKED).returncode == 0


def test_a_default_database_that_cannot_be_made_is_said_so(site: Site) -> None:
    done = site.python("-c", BLOCKED, DATABASE_URL=None)
    assert done.returncode == 1
    assert done.stderr.endswith(
        f"ImproperlyConfigured: DATABASE_URL: expected {DATABASE}; found nothing, and the folder of the default "
        "cannot be made ([Errno 13] Permission denied: 'var')\n"
    )
