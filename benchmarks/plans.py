"""What the database does for every public page: `python -m benchmarks.plans [--full]`, over the site of DATABASE_URL.

Prints each page with its queries' times and the tables that are read from end to end; with --full every plan. Fill a
database with `manage.py make_corpus` first.
"""

import argparse
import os
import re
import time

import django
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

WHOLE = {
    "sqlite": re.compile(r"SCAN (?!CONSTANT|\()(\w+)(?! (?:VIRTUAL|USING))"),
    "postgresql": re.compile(r"Seq Scan on (\w+)"),
}


def main():
    options = argparse.ArgumentParser(description="Explains the queries of every public page.")
    options.add_argument("--full", action="store_true", help="print every plan")
    options.add_argument("pages", nargs="*", help="paths; default: one of each kind")
    asked = options.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    explain = {"sqlite": "EXPLAIN QUERY PLAN ", "postgresql": "EXPLAIN (ANALYZE, BUFFERS) "}[connection.vendor]
    with override_settings(ALLOWED_HOSTS=["*"]):
        for path in asked.pages or pages():
            show(path, explain, full=asked.full)


def pages():
    """Return the path of one page of each kind that a made-up corpus has, English."""
    return [
        *("/en/", "/en/articles/", "/en/articles/?after=20050301T000000.000000Z-1", "/en/articles/2010/"),
        *(
            "/en/articles/common-view-7/",
            "/en/articles/common-view-7/short/",
            "/en/articles/common-view-7/parallel/ru/",
        ),
        *("/en/articles/common-view-7/editions/", "/en/articles/common-view-7/editions/1/"),
        *("/en/articles/common-view-7/cite.bib", "/en/articles/nowhere/"),
        *("/en/authors/", "/en/authors/anna-stone/", "/en/authors/viktor-marchenko/"),
        "/en/authors/anna-stone/?after=20050301T000000.000000Z-1",
        *("/en/organizations/", "/en/organizations/house-1/", "/en/organizations/review-1/"),
        *("/en/topics/", "/en/topics/subject-1/", "/en/topics/subject-40/"),
        *("/en/feed.atom", "/en/authors/anna-stone/feed.atom", "/en/organizations/house-1/feed.json"),
        *("/en/topics/subject-1/feed.atom", "/sitemap.xml", "/sitemap-1.xml"),
        *("/en/search/?q=trust", "/en/search/?q=dofika", "/en/search/?q=negotiators+trust&author=anna-stone"),
    ]


def show(path, explain, *, full):
    client = Client()
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        started = time.perf_counter()
        response = client.get(path)
        took = time.perf_counter() - started
    times = " ".join(f"{float(query['time']) * 1000:.0f}" for query in queries)
    print(f"{path} {response.status_code}: {took * 1000:.0f} ms, {len(queries)} queries ({times} ms)", flush=True)
    for query in queries:
        with connection.cursor() as cursor:
            cursor.execute(explain + query["sql"])
            plan = [str(row[-1]) for row in cursor.fetchall()]
        scanned = {name for line in plan for name in WHOLE[connection.vendor].findall(line)}
        if full or scanned:
            print(f"    {', '.join(sorted(scanned)) or 'by index'}: {query['sql'][:100]}…")
        if full:
            print(*(f"        {line}" for line in plan), sep="\n")


if __name__ == "__main__":
    main()
