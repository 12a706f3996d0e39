"""Runs the whole suite on SQLite and on PostgreSQL, with and without the browser: what `make test` does.

    python -m tests.support.run [pytest's arguments]

Exit status: 0 if every run passed and at least one test ran, 1 otherwise, 130 after Ctrl-C.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.support import postgres
from tests.support.programs import CHROMIUM, POSTGRESQL

# Browser tests run apart: Playwright keeps an event loop in its process, which other tests would notice.
SUITES = {"tests": "not browser", "browser tests": "browser"}
# What no database has a part in is asked with the first engine only: half of the time. That is what a browser makes of
# a page (axe, the editor's keys, widths), pure values, and what brings a database of its own.
ONCE = {"browser tests": "browser and not looks"}
FURTHER = ["--of-the-database"]
FINE = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)  # the second: `-k` chose none of this suite


@dataclass(frozen=True)
class Result:
    title: str
    status: int
    passed: int
    failed: int
    skipped: int
    seconds: float

    def __str__(self) -> str:
        verdict = "ok" if self.status in FINE else f"FAILED (exit status {self.status})"
        counts = f"{self.passed:5} passed {self.failed:3} failed {self.skipped:3} skipped"
        return f"    {self.title:28}{counts} {self.seconds:7.1f} s   {verdict}"


def run(engine: str, url: str, suite: str, chosen: str, arguments: list[str]) -> Result:
    title = f"{engine}, {suite}"
    print(f"\n==> {title}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", f"--junit-xml={report}", "-m", chosen, "-n", "auto", *arguments]
        status = _status(subprocess.Popen(command, env={**os.environ, "DATABASE_URL": url}))
        passed, failed, skipped = _counts(report)
    return Result(title, status, passed, failed, skipped, time.monotonic() - began)


def _status(process: subprocess.Popen) -> int:
    """The exit status. When we are to stop, pytest gets the time to let go of its databases and browser first."""
    try:
        return process.wait()
    except BaseException as reason:
        if not isinstance(reason, KeyboardInterrupt):  # Ctrl-C has reached pytest already
            process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=20)
        process.kill()
        raise


def _counts(report: Path) -> tuple[int, int, int]:
    if not report.exists():  # pytest stopped before its first test
        return 0, 0, 0
    suite = next(ElementTree.parse(report).iter("testsuite"))
    total, errors, failures, skipped = (int(suite.get(key, 0)) for key in ("tests", "errors", "failures", "skipped"))
    failed = errors + failures
    return max(total - failed - skipped, 0), failed, skipped


@contextlib.contextmanager
def sqlite() -> Iterator[str]:
    """Gives the DATABASE_URL of a file that goes away with the block."""
    with tempfile.TemporaryDirectory(prefix="diptych-sqlite-") as folder:
        yield f"sqlite:///{folder}/site.sqlite3"


ENGINES = {"SQLite": sqlite, "PostgreSQL": postgres.server}


def main(arguments: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped then, too
    for program in (POSTGRESQL, CHROMIUM):
        print(f"==> {program.title}: {program.require()}", flush=True)
    results = []
    for engine, database in ENGINES.items():
        with database() as url:
            suites, options = (SUITES | ONCE, FURTHER) if results else (SUITES, [])
            results += [run(engine, url, suite, chosen, [*options, *arguments]) for suite, chosen in suites.items()]

    passed, failed = sum(result.passed for result in results), sum(result.failed for result in results)
    skipped = sum(result.skipped for result in results)
    print("\n==> All runs", *results, sep="\n")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    if passed + failed == 0:
        print("No test ran.", file=sys.stderr)
    return int(any(result.status not in FINE for result in results) or passed + failed == 0)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
