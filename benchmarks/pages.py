"""Times pages made anew, search, release and import in this process, over the database of DATABASE_URL. Prints JSON.

Requests go through the whole of Django, middleware and templates included; the network, the store and compression are
left out. Milliseconds; medians. To be run where Django is set up: `manage.py shell -c "from benchmarks…"`.
"""

import json
import statistics
import sys
import time

from django.test import Client
from django.utils import timezone

from articles.exchange.importing import import_documents
from articles.exchange.synthetic import LANGUAGES, synthetic_pairs
from articles.exchange.synthetic_cast import AUTHORS
from articles.models import Edition
from articles.press.release import release
from articles.reading.paging import cursor
from benchmarks.words import searched

RUNS = 30
WRITES = 10
ARTICLE = "/{}/articles/common-view-1/"
PAGES = {
    "article": ARTICLE,
    "front page": "/{}/",
    "archive": "/{}/articles/",
    "author of few": "/{}/authors/{few}/",
    "busiest author": "/{}/authors/{many}/",
    "authors": "/{}/authors/",
    "feed": "/{}/feed.atom",
}
DEEPEST = "archive, deepest page"


def main():
    client = Client(headers={"host": "localhost"})
    found = {}
    for language in LANGUAGES:
        signatures = Edition.objects.live(language).signatures().select_related("author")[:60]
        signed = {line.author.slug for line in signatures if line.author}
        most_first = [one.slug for one in AUTHORS if one.slug in signed]
        people = {"few": most_first[-1], "many": most_first[0]}
        oldest = Edition.objects.live(language).in_order()[30]
        pages = {name: pattern.format(language, **people) for name, pattern in PAGES.items()}
        pages[DEEPEST] = f"/{language}/articles/?after={cursor(oldest)}"
        for name, address in pages.items():
            found[f"{name} ({language})"] = statistics.median(_asked(client, address) for _ in range(RUNS))
        for kind, words in searched(language).items():
            times = [_asked(client, f"/{language}/search/?q={word}") for word in words for _ in range(3)]
            found[f"search, {kind} ({language})"] = statistics.median(times)
    found["sitemap"] = _asked(client, "/sitemap.xml")
    found |= writing()
    json.dump(found, sys.stdout)


def _asked(client, path):
    started = time.perf_counter()
    response = client.get(path)
    elapsed = (time.perf_counter() - started) * 1000
    if response.status_code != 200:
        sys.exit(f"{path}: expected 200; found {response.status_code}")
    return elapsed


def writing():
    """Import new articles in two languages and release them, one by one."""
    imports, releases = [], []
    seed = time.time_ns()
    for pair in synthetic_pairs(range(1, WRITES + 1), seed):
        files = [
            (f"new-{one.language}.txt", one.render().replace("common-view-", f"n{seed}-").encode()) for one in pair
        ]
        started = time.perf_counter()
        [article] = {one.article for one in import_documents(files)}
        imports.append((time.perf_counter() - started) * 1000)
        started = time.perf_counter()
        release(article, LANGUAGES, at=timezone.now())
        releases.append((time.perf_counter() - started) * 1000)
    return {"import of two languages": statistics.median(imports), "release of two": statistics.median(releases)}
