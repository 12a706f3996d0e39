"""Times readers' pages over a made-up corpus: `python -m benchmarks [ARTICLES]`, 1,000 articles unless told otherwise.

Prints, for each page, the median and the worst of 30 requests in milliseconds and the size in kilobytes. Requests go
through the whole of Django, middleware and templates included, with the network left out.
"""

import os
import secrets
import statistics
import sys
import tempfile
import time

RUNS = 30


def main(articles):
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
        os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
        os.environ.setdefault("SITE_URL", "http://localhost")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command

        # The pages are timed, not the hashing of file names, which needs `collectstatic` first.
        settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        call_command("migrate", verbosity=0)
        started = time.perf_counter()
        call_command("make_corpus", articles=articles)
        print(f"made in {time.perf_counter() - started:.1f} s\n")
        measure()


def measure():
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    print(f"{'page':44}{'median ms':>11}{'worst ms':>10}{'kB':>8}")
    for path in (
        "/{l}/",
        "/{l}/articles/",
        "/{l}/articles/common-view-1/",
        "/{l}/authors/",
        "/{l}/authors/anna-orlova/",
        "/{l}/feed.atom",
        "/sitemap.xml",
    ):
        for language in ("en", "ru") if "{l}" in path else ("",):
            row(client, path.format(l=language))


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
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
