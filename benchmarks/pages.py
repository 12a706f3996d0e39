"""Times readers' pages: the median and the worst of 30 requests in milliseconds, and the size in kilobytes.

Requests go through the whole of Django, middleware and templates included; the network and compression are left out.
"""

import os
import statistics
import sys
import time

import django
from django.test import Client

RUNS = 30
PAGES = (
    "/{l}/",
    "/{l}/articles/",
    "/{l}/articles/common-view-1/",
    "/{l}/authors/",
    "/{l}/authors/anna-orlova/",
    "/{l}/feed.atom",
    "/sitemap.xml",
)


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    client = Client(headers={"host": "localhost"})
    print(f"{'page':44}{'median ms':>11}{'worst ms':>10}{'kB':>8}")
    for page in PAGES:
        for language in ("en", "ru") if "{l}" in page else ("",):
            row(client, page.format(l=language))


def row(client, path):
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        response = client.get(path)
        times.append((time.perf_counter() - started) * 1000)
        if response.status_code != 200:
            sys.exit(f"{path}: expected 200; found {response.status_code}")
    print(f"{path:44}{statistics.median(times):11.1f}{max(times):10.1f}{len(response.content) / 1000:8.1f}")


if __name__ == "__main__":
    main()
