"""The machine that figures belong to, and a corpus of a size in a database of its own."""

import contextlib
import os
import platform
import secrets
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

from tests.support import postgres

ENGINES = ("SQLite", "PostgreSQL")


def line():
    """Return one line that says what was measured on."""
    processor = next(
        (
            one.partition(":")[2].strip()
            for one in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in one
        ),
        platform.processor(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    with_versions = ", ".join(f"{name} {version(name)}" for name in ("django", "granian"))
    return (
        f"{processor}, {os.cpu_count()} cores, {memory:.0f} GB; {platform.system()} {platform.release()}; "
        f"Python {platform.python_version()}, {with_versions}"
    )


@contextlib.contextmanager
def database(engine, folder):
    """Give the address of an empty database of an engine while the block lasts."""
    if engine == "PostgreSQL":
        with postgres.server() as address:
            yield address.rpartition("/")[0] + "/postgres"
    else:
        file = Path(folder) / f"{secrets.token_hex(4)}.sqlite3"
        yield f"sqlite:///{file}"
        for one in file.parent.glob(f"{file.name}*"):
            one.unlink()


def environment(address, folder):
    """Return the environment (dict) of a site in service over a database, its pages kept below a folder."""
    return {
        **{name: value for name, value in os.environ.items() if name != "DEBUG"},
        "DATABASE_URL": address,
        "SECRET_KEY": secrets.token_urlsafe(50),
        "SITE_URL": "http://localhost",
        "ALLOWED_HOSTS": "localhost",
        "PAGE_STORE_DIR": str(Path(folder) / "pages"),
        "SIGNOFF_POLICY": "advisory",
    }


def run(environ, *arguments):
    """Run a Python program in an environment. Returns seconds and what it printed. Raises CalledProcessError."""
    started = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], env=environ, check=True, stdout=subprocess.PIPE, text=True)
    return time.perf_counter() - started, done.stdout


def corpus(environ, articles):
    """Make a database of made-up articles. Returns seconds."""
    run(environ, "manage.py", "migrate", "--verbosity", "0")
    run(environ, "manage.py", "collectstatic", "--noinput", "--verbosity", "0")
    seconds, _printed = run(environ, "manage.py", "make_corpus", "--articles", str(articles))
    return seconds
