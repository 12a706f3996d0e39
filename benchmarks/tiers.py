"""What an answer costs by where it comes from, and what a worker's memory comes to. One request at a time."""

import statistics
import time

from benchmarks import serving

ADDRESSES = 300
SITE = "config.wsgi:application"
ENOUGH = 1500  # pages that are more than the memory tier holds


def tiers(environ, articles):
    """Yield (name, median milliseconds): made anew, from the disk, from memory; through the server, by one client."""
    addresses = [f"/en/articles/common-view-{number}/" for number in range(1, min(articles, ADDRESSES) + 1)]
    with serving.granian(SITE, environ) as (port, _process):
        yield "made anew (miss)", _median(port, addresses, "miss")
    with serving.granian(SITE, environ) as (port, _process):
        yield "from disk, after a restart", _median(port, addresses, "hit")
        yield "from memory", _median(port, addresses, "hit")


def worker_memory(environ, articles):
    """Return resident memory (MB) of a worker after a first page, and with its memory tier full."""
    with serving.granian(SITE, environ) as (port, process):
        serving.get(port, "/en/")
        first = serving.memory(process)
        for number in range(1, min(articles, ENOUGH // 2) + 1):
            for language in ("en", "ru"):
                serving.get(port, f"/{language}/articles/common-view-{number}/")
        return first, serving.memory(process)


def _median(port, addresses, outcome):
    times = []
    for address in addresses:
        started = time.perf_counter()
        status, headers, _body = serving.get(port, address)
        times.append((time.perf_counter() - started) * 1000)
        if status != 200 or not headers.get("diptych-store", "").startswith(outcome):
            raise ValueError(f"{address}: expected 200 and a {outcome}; found {status}, {headers}")
    return statistics.median(times)
