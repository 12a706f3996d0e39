"""A PostgreSQL server for one run of the tests: private, on a Unix socket only, thrown away at the end."""

import contextlib
import os
import pwd
import shutil
import signal
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


class Server:
    """A server with data of its own, which can be stopped and started again. ``url`` leads to it."""

    def __init__(self, home: Path, *options: str, following: "Server | None" = None) -> None:
        self.home, self.options = home, options
        self.bin_folder = POSTGRESQL.require().resolve().parent
        self.as_user = _unprivileged(home)
        self.url = f"postgres://diptych@{quote(str(home), safe='')}/diptych"
        if following:
            _copy(self.bin_folder, following.home, home / "data", self.as_user)
        else:
            _initialise(self.bin_folder, home / "data", self.as_user)

    def start(self) -> None:
        options = ["listen_addresses=", f"unix_socket_directories={self.home}", "max_connections=100", *SPEED]
        command = [str(self.bin_folder / "postgres"), "-D", str(self.home / "data")]
        command += [f"--{option}" for option in [*options, *self.options]]
        with (self.home / "log").open("wb") as log:
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
        _wait_until_ready(self.bin_folder, self.home, self.process)

    def make_database(self) -> None:
        """Makes the database that ``url`` names; the tests' own is made by pytest-django."""
        command = [str(self.bin_folder / "createdb"), "--host", str(self.home), "--username=diptych", "diptych"]
        subprocess.run(command, check=True)

    def stop(self) -> None:
        """At once, as by a fault: SIGQUIT is PostgreSQL's "immediate shutdown"."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait()

    def signal(self, number: int) -> None:
        """Sends a signal to the server and to all processes that serve its connections."""
        os.killpg(self.process.pid, number)
        for process in self._of_connections():
            with contextlib.suppress(ProcessLookupError):  # it has ended meanwhile
                os.kill(process, number)

    def _of_connections(self) -> list[int]:
        # Each has a group of its own.
        done = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True)
        pairs = [line.split() for line in done.stdout.splitlines()]
        return [int(process) for process, parent in pairs if parent == str(self.process.pid)]


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Runs a server while the block lasts. Gives the DATABASE_URL that leads to it."""
    with own_server() as one:
        yield one.url


@contextlib.contextmanager
def own_server(*options: str, following: Server | None = None) -> Iterator[Server]:
    """Runs a server that a test may stop, and throws its data away after the block.

    One that follows another is its streaming replica, a hot standby.
    """
    # Below /tmp whatever TMPDIR says: a socket's path may not be longer than some hundred characters.
    home = Path(tempfile.mkdtemp(prefix="diptych-pg-", dir="/tmp"))
    try:
        one = Server(home, *options, following=following)
        one.start()
        try:
            yield one
        finally:
            one.stop()  # its data are not needed again
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
    _make(bin_folder, data, as_user, "initdb", "--username=diptych", "--auth=trust", "--no-sync", *locale)


def _copy(bin_folder: Path, primary: Path, data: Path, as_user: dict[str, Any]) -> None:
    where = ("-h", str(primary), "-U", "diptych")
    _make(bin_folder, data, as_user, "pg_basebackup", *where, "-R", "--checkpoint=fast", "--no-sync")


def _make(bin_folder: Path, data: Path, as_user: dict[str, Any], program: str, *arguments: str) -> None:
    command = [str(bin_folder / program), "-D", str(data), *arguments]
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
