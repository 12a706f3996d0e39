"""What every test gets: English as its language, a database like the one in service, and the machine's browser."""

import os
import sqlite3
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection
from django.utils import translation
from zeal import zeal_context
from zeal.constants import initialize_app_registry
from zeal.patch import patch as let_zeal_watch

from tests.environment import SCRATCH
from tests.support import catalogues
from tests.support.programs import CHROMIUM


def pytest_configure(config: pytest.Config) -> None:
    if connection.vendor == "sqlite":
        # A file, as in service: Django's own choice, a database in memory, is one connection shared by all
        # threads, so a live server would never meet a lock.
        connection.settings_dict["TEST"]["NAME"] = str(SCRATCH / "test.sqlite3")
    # Files under their own names: the hashed ones exist only after `collectstatic`.
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    # WhiteNoise warns of a folder that is not there.
    settings.STATIC_ROOT = SCRATCH / "static"
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    # A good password hash is slow on purpose, and tests log in often.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # What zeal's own app would do; but an app that only tests need is none of the site's.
    initialize_app_registry()
    let_zeal_watch()
    if not hasattr(config, "workerinput"):
        catalogues.compile_stale()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--of-the-database",
        action="store_true",
        help="only tests that ask the database of DATABASE_URL: the rest can have no other outcome with another one",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--of-the-database"):
        config.hook.pytest_deselected(items=[one for one in items if not _asks_the_database(one)])
        items[:] = filter(_asks_the_database, items)


def _asks_the_database(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("django_db") or {"db", "transactional_db"} & set(item.fixturenames))


def pytest_report_header() -> str:
    if connection.vendor == "sqlite":
        return f"database: SQLite {sqlite3.sqlite_version}"
    return f"database: {connection.display_name} at {connection.settings_dict['HOST'] or 'localhost'}"


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where CI is set nothing may be passed over: a skipped test is one that nobody will miss until it is needed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if (
        not os.environ.get("CI") or reporter is None
    ):  # workers have no reporter; their reports arrive in the main process
        return
    if passed_over := [*reporter.stats.get("skipped", []), *reporter.stats.get("xfailed", [])]:
        reporter.write("\n")
        for report in passed_over:
            reporter.write_line(f"passed over, which CI does not allow: {report.nodeid}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Every test begins in English and leaves English behind: a request's language outlives it in its thread."""
    translation.activate("en")
    yield
    translation.activate("en")


@pytest.fixture(params=["en", "ru"])
def language(request: pytest.FixtureRequest) -> str:
    """Each of the site's languages in turn. It is not activated: below the views, language is an argument."""
    return request.param


@pytest.fixture
def no_query_per_row() -> Iterator[None]:
    """Fails a test in which a related object is fetched anew for each row, naming the model and the field."""
    with zeal_context():
        yield


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Has pytest-playwright drive the machine's own Chromium, which calls nobody by itself."""
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
    return {**browser_type_launch_args, "executable_path": str(CHROMIUM.require()), "args": quiet}
