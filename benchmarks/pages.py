"""Times pages made anew, search, release and import in this process, over the database of DATABASE_URL. Prints JSON.

Requests go through the whole of Django, middleware and templates included; the network, the store and compression are
left out. Milliseconds; medians. To be run where Django is set up: `manage.py shell -c "from benchmarks…"`.
"""

import json
import statistics
import sys
import time
from collections import Counter

from django.test import Client
from django.utils import timezone

from articles.exchange.importing import import_documents
from articles.exchange.synthetic import LANGUAGES, synthetic_pairs
from articles.models import Edition, EditionByline
from articles.press.release import release
from articles.reading.paging import PAGE_LENGTH, cursor
from benchmarks.words import searched

RUNS = 30
WRITES = 10
PAGES = {
    "front page": "/{}/",
    "archive": "/{}/articles/",
    "author of a full page": "/{}/authors/{enough}/",
    "busiest author": "/{}/authors/{most}/",
    "authors": "/{}/authors/",
    "feed": "/{}/feed.atom",
}
DEEPEST = "archive, deepest page"


def main():
    client = Client(headers={"host": "localhost"})
    found = {}
    for language in LANGUAGES:
        # As many articles as there are runs, spread evenly over the site: no text is typeset a second time.
        live = Edition.objects.live(language).in_order()
        texts = list(live.values_list("slug", flat=True))[:: max(live.count() // RUNS, 1)][:RUNS]
        found[f"article ({language})"] = statistics.median(
            _asked(client, f"/{language}/articles/{slug}/") for slug in texts
        )
        pages = {name: pattern.format(language, **_people(language)) for name, pattern in PAGES.items()}
        pages[DEEPEST] = f"/{language}/articles/?after={cursor(live[PAGE_LENGTH])}"
        for name, address in pages.items():
            found[f"{name} ({language})"] = statistics.median(_asked(client, address) for _ in range(RUNS))
        for kind, words in searched(language).items():
            times = [_asked(client, f"/{language}/search/?q={word}") for word in words for _ in range(3)]
            found[f"search, {kind} ({language})"] = statistics.median(times)
    found["sitemap"] = _asked(client, "/sitemap.xml")
    found |= writing()
    json.dump(found, sys.stdout)


def _people(language):
    """Return who signs most, and who signs least among those whose texts fill a page: slugs."""
    signed = Counter(EditionByline.objects.live().filter(language=language).values_list("author__slug", flat=True))
    counted = [(slug, count) for slug, count in signed.most_common() if slug]
    full = [slug for slug, count in counted if count > PAGE_LENGTH] or sys.exit(
        "expected an author of more than a page"
    )
    return {"most": full[0], "enough": full[-1]}


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
