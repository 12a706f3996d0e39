"""A PostgreSQL server for one run of the tests: private, on a Unix socket only, thrown away at the end."""

import contextlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.support.programs import POSTGRESQL

# Nothing here outlives the run, so nothing is waited for to reach the disk.
SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
READY_WITHIN = 60  # seconds; a server takes about one


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Runs a server while the block lasts. Gives the DATABASE_URL that leads to it."""
    bin_folder = POSTGRESQL.require().resolve().parent
    # Below /tmp whatever TMPDIR says: a socket's path may not be longer than some hundred characters.
    home = Path(tempfile.mkdtemp(prefix="diptych-pg-", dir="/tmp"))
    as_user = _unprivileged(home)
    data = home / "data"
    try:
        _initialise(bin_folder, data, as_user)
        options = ["listen_addresses=", f"unix_socket_directories={home}", "max_connections=100", *SPEED]
        command = [str(bin_folder / "postgres"), "-D", str(data), *(f"--{option}" for option in options)]
        with (home / "log").open("wb") as log:
            # A session of its own: Ctrl-C reaches the tests first, and they let go of their databases.
            process = subprocess.Popen(
                command, cwd=home, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, **as_user
            )
        try:
            _wait_until_ready(bin_folder, home, process)
            yield f"postgres://diptych@{quote(str(home), safe='')}/diptych"
        finally:
            process.send_signal(3)  # SIGQUIT, "immediate shutdown": the data are not needed again
            process.wait()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _unprivileged(home: Path) -> dict[str, Any]:
    """What makes a subprocess run as somebody other than root, whom PostgreSQL refuses, and gives them `home`."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("nobody")
    os.chown(home, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _initialise(bin_folder: Path, data: Path, as_user: dict[str, Any]) -> None:
    # ICU with the root collation sorts and folds Cyrillic alike on every system; the C library's locales do not.
    locale = ("--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=und")
    command = [str(bin_folder / "initdb"), "-D", str(data), "--username=diptych", "--auth=trust", "--no-sync", *locale]
    done = subprocess.run(command, cwd=data.parent, capture_output=True, text=True, **as_user)
    if done.returncode:
        sys.exit(f"{POSTGRESQL.title}, built with ICU, is needed; {command[0]} failed:\n{done.stdout}{done.stderr}")


def _wait_until_ready(bin_folder: Path, home: Path, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + READY_WITHIN
    asking = [str(bin_folder / "pg_isready"), "--quiet", "--host", str(home)]
    while subprocess.run(asking).returncode:
        if process.poll() is not None or time.monotonic() > deadline:
            log = (home / "log").read_text(errors="replace")
            sys.exit(f"PostgreSQL did not start within {READY_WITHIN} s:\n{log}")
        time.sleep(0.05)
