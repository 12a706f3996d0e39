"""A site of its own for one test: `manage.py` in a process, on a SQLite file nobody else uses."""

import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.environment import SCRATCH

ROOT = Path(__file__).resolve().parents[2]
# What a site needs to start at all, and nothing else that happens to be set here.
PRODUCTION = {
    "SECRET_KEY": "a-key-for-tests-only-that-is-long-enough-to-pass-the-deployment-check",
    "SITE_URL": "https://example.org",
    "ALLOWED_HOSTS": "example.org",
    "MEDIA_ROOT": str(SCRATCH / "media"),
    "PYTHONDONTWRITEBYTECODE": "1",
    "PATH": os.environ["PATH"],
}


@dataclass(frozen=True)
class Site:
    """What is done with the site is done in processes; what has come of it is read from its file."""

    database: Path

    def python(self, *arguments: str | Path, **environment: str | None) -> subprocess.CompletedProcess[str]:
        """Runs Python at the project's root; a variable that is None is not set."""
        variables = PRODUCTION | {"DATABASE_URL": f"sqlite:///{self.database}"} | environment
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            cwd=ROOT,
            env={name: value for name, value in variables.items() if value is not None},
            capture_output=True,
            text=True,
            timeout=60,
        )

    def manage(self, *arguments: str | Path, **environment: str | None) -> subprocess.CompletedProcess[str]:
        return self.python("manage.py", *arguments, **environment)

    def rows(self, sql: str) -> list[tuple]:
        connection = sqlite3.connect(self.database)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def is_empty(self) -> bool:
        """Whether nothing of ours has been written."""
        tables = ("authors_author", "authors_organization", "articles_topic", "articles_article", "articles_edition")
        return [self.rows(f"SELECT count(*) FROM {table}") for table in tables] == [[(0,)]] * 5  # noqa: S608


@cache
def _migrated() -> Path:
    database = SCRATCH / "migrated.sqlite3"
    done = Site(database).manage("migrate", "--verbosity", "0")
    assert (done.returncode, done.stderr) == (0, "")
    return database


def make_site(folder: Path) -> Site:
    """An empty site whose database lies in `folder`."""
    database = folder / "site.sqlite3"
    shutil.copyfile(_migrated(), database)
    return Site(database)
