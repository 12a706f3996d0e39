"""How well search finds: `python -m benchmarks.search_quality FOLDER`, on SQLite unless DATABASE_URL names another.

FOLDER holds tables of parallel texts (*.tsv with a column for each language, and "doc_id" or "source" and "doc" for the
document a line belongs to). Each document becomes an article in both languages, in a database that is empty. Then every
query of benchmarks/search_queries.py is asked, and its first ten hits are compared with what it ought to find. With
`--names FILE`, a table of people (name_en, given_ru, family_ru, genitive_ru), their texts are looked for by the names,
in the genitive, and in the other language.
"""

import argparse
import csv
import os
import secrets
import tempfile
from collections import defaultdict
from importlib import import_module
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection

from benchmarks.search_queries import QUERIES

NAMES = [
    ("full names in the genitive, ru", "ru", lambda person: person["genitive_ru"]),
    ("surnames in the genitive, ru", "ru", lambda person: person["genitive_ru"].split()[-1]),
    ("surnames in Latin letters, ru", "ru", lambda person: person["name_en"].split()[-1]),
    ("surnames in Cyrillic letters, en", "en", lambda person: person["family_ru"]),
]


def main():
    options = argparse.ArgumentParser(description="Measures what search finds of what it ought to find.")
    options.add_argument("folder", type=Path)
    options.add_argument("--names", type=Path)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{scratch}/quality.sqlite3")
        os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
        os.environ.setdefault("SITE_URL", "http://localhost")
        os.environ["SIGNOFF_POLICY"] = "advisory"  # nobody is there to sign
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
        call_command("migrate", verbosity=0)
        # Only now: the measures know models, which cannot be imported before Django is set up.
        measure(import_module("benchmarks.quality"), documents(asked.folder), rows(asked.names) if asked.names else [])


def measure(quality, texts, people):
    quality.publish(texts, people)
    print(f"{len(texts)} texts in two languages, {connection.display_name}")
    for language, queries in QUERIES.items():
        found = quality.measured(queries, texts, language)
        print(
            f"{language}: {found.queries} queries, recall@10 {found.recall:.3f}, precision@10 {found.precision:.3f}",
            *(f"    {query}: recall {recall}, precision {precision}" for query, recall, precision in found.short),
            sep="\n",
        )
    for title, language, names in NAMES if people else ():
        asked = [(names(person), f"person-{number}") for number, person in enumerate(people)]
        share, missed = quality.names_found(asked, language)
        print(f"{title}: {len(asked)} queries, {share:.3f} found" + (f"; not: {', '.join(missed)}" if missed else ""))


def documents(folder):
    """Return the texts by document and language: a dict of dicts of lists of paragraphs."""
    found = defaultdict(lambda: {"en": [], "ru": []})
    for path in sorted(folder.glob("*.tsv")):
        lines = rows(path)
        if not lines or not ({"en", "ru"} <= lines[0].keys()):
            continue
        for line in lines:
            key = line.get("doc_id") or f"{line['source']}-{line['doc']}"
            for language in ("en", "ru"):
                found[key][language].append(line[language])
    return found


def rows(path):
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


if __name__ == "__main__":
    main()
