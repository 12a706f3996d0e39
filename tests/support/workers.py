"""Workers of one site, each a process of its own: servers of pages, and a desk that does what it is told."""

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Any

from tests.support.site import PRODUCTION, ROOT

HOST = "127.0.0.1"
READY_WITHIN = 60  # seconds; a worker takes about two
PLAIN = PRODUCTION | {
    "SITE_URL": "http://localhost",
    "ALLOWED_HOSTS": f"localhost,{HOST}",
    "SIGNOFF_POLICY": "advisory",
}
DESK = """
import json, sys, traceback
import django
django.setup()
from datetime import datetime, timedelta
from django.db import close_old_connections
from django.test import Client
from django.utils import timezone
from articles.models import *
from articles.press.withdraw import withdraw
from tests.factories import *
for line in sys.stdin:
    answer = None
    try:
        close_old_connections()
        exec(json.loads(line))
        told = [True, answer]
    except Exception:
        told = [False, traceback.format_exc()]
    print(json.dumps(told), flush=True)
"""


@dataclass
class Answer:
    status: int
    headers: Message
    body: str

    @property
    def outcome(self) -> str:
        return self.headers.get("Diptych-Store", "").partition(";")[0]

    @property
    def generation(self) -> int:
        """The one under which the page was made; 0 if it comes from no store."""
        return int(self.headers.get("Diptych-Store", "").partition("generation=")[2] or 0)


@dataclass
class Worker:
    """A server of the site, with one worker process."""

    port: int

    def get(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=20)
        try:
            connection.request(method, path, body, {"Host": "localhost", **headers})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read().decode())
        finally:
            connection.close()

    def is_up(self) -> bool:
        with contextlib.suppress(OSError, http.client.HTTPException):
            return self.get("/livez").status == 200
        return False


@dataclass
class Desk:
    """Whoever writes: runs Python in the one process that lasts as long as it does."""

    process: subprocess.Popen

    def do(self, code: str) -> Any:
        """Run statements among the models and the tests' factories; gives what they call `answer`."""
        self.process.stdin.write(json.dumps(code) + "\n")
        self.process.stdin.flush()
        good, answer = json.loads(self.process.stdout.readline())
        assert good, answer
        return answer


@contextlib.contextmanager
def worker(pages: Path, **environment: str) -> Iterator[Worker]:
    """Runs a server of the site, as in service, on a port that was free, while the block lasts."""
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        port = taken.getsockname()[1]
    server = [Path(sys.executable).with_name("granian"), "--interface", "wsgi", "tests.support.served:application"]
    where = ["--host", HOST, "--port", str(port), "--no-ws", "--workers", "1", "--blocking-threads", "4"]
    with _process([*server, *where], PAGE_STORE_DIR=str(pages), **environment) as process:
        one, deadline = Worker(port), time.monotonic() + READY_WITHIN
        while not one.is_up():
            assert process.poll() is None, "the server has ended"
            assert time.monotonic() < deadline, f"no answer within {READY_WITHIN} s"
            time.sleep(0.05)
        yield one


@contextlib.contextmanager
def desk(**environment: str) -> Iterator[Desk]:
    with _process([sys.executable, "-c", DESK], DJANGO_SETTINGS_MODULE="config.settings", **environment) as process:
        yield Desk(process)


@contextlib.contextmanager
def _process(command: list[Any], **environment: str) -> Iterator[subprocess.Popen]:
    process = subprocess.Popen(
        list(map(str, command)),
        cwd=ROOT,
        env=PLAIN | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("SHOW_WORKERS") else subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdin.close()
        process.stdout.close()
