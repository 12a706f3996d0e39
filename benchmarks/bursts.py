"""One article, linked from everywhere: requests a second of every way to serve it, against the limit of the server."""

import contextlib
import json
import statistics
from functools import partial
from pathlib import Path

from benchmarks import load, serving

ARTICLE = "/en/articles/common-view-1/"
LIMIT, LIMIT_304 = "constant bytes", "constant 304"
AGAIN = "constant bytes, another server"  # the same once more: how far apart two of a kind are
STORED, STORED_304 = "stored page", "stored page, 304"


def bursts(environ, folder):
    """Yield (workers, connections, name, requests a second, ratio to the limit): medians of rounds."""
    site = "config.wsgi:application"
    with serving.granian(site, environ) as (port, _process):
        serving.get(port, ARTICLE)
        _status, headers, body = serving.get(port, ARTICLE)
    own = ("date", "server", "transfer-encoding")
    said = [one for one in headers.items() if one[0] not in own]
    answer, files = Path(folder) / "answer.json", Path(folder) / "files"
    answer.write_text(json.dumps({"headers": said, "body": body.hex()}))
    (files / ARTICLE[1:]).mkdir(parents=True, exist_ok=True)
    (files / ARTICLE[1:] / "index.html").write_bytes(body)
    seen = {"If-None-Match": headers["etag"]}
    for workers in (1, 2):
        with contextlib.ExitStack() as servers:

            def up(application, workers=workers, servers=servers):
                made = environ | {"BENCH_ANSWER": str(answer)}
                return servers.enter_context(serving.granian(application, made, workers))[0]

            constant, stored = up("benchmarks.apps.constant:application"), up(site)
            again = up("benchmarks.apps.constant:application")
            others = {
                "Django's cache_page": up("benchmarks.apps.cached:application"),
                "page made anew": up("benchmarks.apps.uncached:application"),
                "nginx, the file": servers.enter_context(serving.nginx(files, workers)),
            }
            ways = {LIMIT: (constant, {}), AGAIN: (again, {}), STORED: (stored, {})}
            ways |= {LIMIT_304: (constant, seen), STORED_304: (stored, seen)}
            ways |= {name: (port, {}) for name, port in others.items() if port}
            for connections in (8, 64):
                contenders = {
                    name: partial(load.per_second, port, ARTICLE, connections, headers)
                    for name, (port, headers) in ways.items()
                }
                yield from _rows(workers, connections, load.taking_turns(contenders))


def _rows(workers, connections, found):
    to_limit = load.ratios(found, LIMIT) | {STORED_304: load.ratios(found, LIMIT_304)[STORED_304]}
    for name, figures in found.items():
        yield workers, connections, name, statistics.median(figures), to_limit[name]
