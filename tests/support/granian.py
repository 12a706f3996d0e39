"""The site in processes of its own: Granian, started as the documentation says, on a port of this machine."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.support.site import PRODUCTION, ROOT

READY_WITHIN = 60  # seconds; a server takes about two
OPTIONS = "--interface wsgi --no-ws --workers 2 --blocking-threads 4 --respawn-failed-workers"
GUARDED = "--backpressure 512 --http1-header-read-timeout 10000 --workers-kill-timeout 30"


class Served:
    """A site that is being served: what it answers, and its main process."""

    def __init__(self, process: subprocess.Popen, port: int) -> None:
        self.process, self.port = process, port

    def get(self, path: str, timeout: float = 20, **headers: str) -> tuple[int, dict[str, str], str]:
        """Asks over a connection of its own, and gives status, headers (names in lower case) and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        with contextlib.closing(connection):
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers={"Connection": "close"} | names)
            response = connection.getresponse()
            headers = {name.lower(): value for name, value in response.getheaders()}
            return response.status, headers, response.read().decode()

    def connected(self, sent: bytes) -> socket.socket:
        """A client's socket on which something has been sent."""
        client = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        client.sendall(sent)
        return client

    def workers(self) -> list[int]:
        done = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True)
        pairs = [line.split() for line in done.stdout.splitlines()]
        return sorted(int(process) for process, parent in pairs if parent == str(self.process.pid))


@contextlib.contextmanager
def serving(database: str, pages: Path, log: Path) -> Iterator[Served]:
    """Serves a database, with two workers, while the block lasts; ``log`` is where they write."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = {"SITE_URL": f"http://127.0.0.1:{port}", "ALLOWED_HOSTS": "127.0.0.1"}
    chosen = {"DATABASE_URL": database, "PAGE_STORE_DIR": str(pages), "LOG_FORMAT": "json"}
    command = [str(Path(sys.executable).with_name("granian")), "tests.support.served:application"]
    command += ["--host", "127.0.0.1", "--port", str(port), *OPTIONS.split(), *GUARDED.split()]
    with log.open("ab") as file:
        process = subprocess.Popen(
            command, cwd=ROOT, env=PRODUCTION | address | chosen, stdin=subprocess.DEVNULL, stdout=file, stderr=file
        )
    served = Served(process, port)
    try:
        _wait_until_ready(served, log)
        yield served
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            for one in [*served.workers(), process.pid]:
                os.kill(one, signal.SIGKILL)
            process.wait()
            raise


def _wait_until_ready(served: Served, log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while True:
        with contextlib.suppress(OSError):
            if served.get("/livez")[0] == 200:
                return
        if served.process.poll() is not None or time.monotonic() > deadline:
            raise AssertionError(f"the site did not start within {READY_WITHIN} s:\n{log.read_text()}")
        time.sleep(0.05)
