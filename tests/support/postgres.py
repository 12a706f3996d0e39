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
AT_ONCE = 3  # SIGQUIT, "immediate shutdown": the data are not needed again


class Server:
    """A server whose data lie in a folder of its own."""

    def __init__(self, home: Path, *options: str) -> None:
        self.bin_folder = POSTGRESQL.require().resolve().parent
        self.home, self.data = home, home / "data"
        self.as_user = _unprivileged(home)
        self.options = ["listen_addresses=", f"unix_socket_directories={home}", "max_connections=100", *SPEED, *options]
        self.process: subprocess.Popen | None = None

    def url(self, database: str) -> str:
        return f"postgres://diptych@{quote(str(self.home), safe='')}/{database}"

    def initialise(self) -> None:
        # ICU with the root collation sorts and folds Cyrillic alike on every system; the C library's locales do not.
        locale = ("--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=und")
        self._make("initdb", "--username=diptych", "--auth=trust", "--no-sync", *locale)

    def follow(self, primary: "Server") -> None:
        """Have the data of another server, and go on having them: a streaming replica, a hot standby."""
        self._make("pg_basebackup", "-h", str(primary.home), "-U", "diptych", "-R", "--checkpoint=fast", "--no-sync")

    def start(self) -> None:
        command = [str(self.bin_folder / "postgres"), "-D", str(self.data), *(f"--{one}" for one in self.options)]
        with (self.home / "log").open("ab") as log:
            # A session of its own: Ctrl-C reaches the tests first, and they let go of their databases.
            self.process = subprocess.Popen(
                command,
                cwd=self.home,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self.as_user,
            )
        self._wait_until_ready()

    def stop(self) -> None:
        if self.process is not None:
            self.process.send_signal(AT_ONCE)
            self.process.wait()
            self.process = None

    def _make(self, program: str, *arguments: str) -> None:
        command = [str(self.bin_folder / program), "-D", str(self.data), *arguments]
        done = subprocess.run(command, cwd=self.home, capture_output=True, text=True, **self.as_user)
        if done.returncode:
            sys.exit(f"{POSTGRESQL.title}, built with ICU, is needed; {command[0]} failed:\n{done.stdout}{done.stderr}")

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + READY_WITHIN
        asking = [str(self.bin_folder / "pg_isready"), "--quiet", "--host", str(self.home)]
        while subprocess.run(asking).returncode:
            if self.process.poll() is not None or time.monotonic() > deadline:
                log = (self.home / "log").read_text(errors="replace")
                sys.exit(f"PostgreSQL did not start within {READY_WITHIN} s:\n{log}")
            time.sleep(0.05)


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Runs a server while the block lasts. Gives the DATABASE_URL that leads to it."""
    with _home() as home:
        one = Server(home)
        one.initialise()
        with _running(one):
            yield one.url("diptych")


@contextlib.contextmanager
def primary() -> Iterator[Server]:
    """Runs a server that others can follow while the block lasts."""
    with _home() as home:
        one = Server(home, "synchronous_commit=on")  # else a replica hears of a change only when it is written: later
        one.initialise()
        with _running(one):
            yield one


@contextlib.contextmanager
def replica(of: Server) -> Iterator[Server]:
    """Runs a streaming replica of a server while the block lasts."""
    with _home() as home:
        one = Server(home)
        one.follow(of)
        with _running(one):
            yield one


@contextlib.contextmanager
def _home() -> Iterator[Path]:
    # Below /tmp whatever TMPDIR says: a socket's path may not be longer than some hundred characters.
    home = Path(tempfile.mkdtemp(prefix="diptych-pg-", dir="/tmp"))
    try:
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextlib.contextmanager
def _running(one: Server) -> Iterator[None]:
    try:
        one.start()
        yield
    finally:
        one.stop()


def _unprivileged(home: Path) -> dict[str, Any]:
    """What makes a subprocess run as somebody other than root, whom PostgreSQL refuses, and gives them `home`."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("nobody")
    os.chown(home, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
