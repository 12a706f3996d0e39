"""The measures of search: of what it ought to find, how much stands among the first ten hits, and what else does."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.utils.html import escape

from articles.models import Article, Byline
from articles.models.search_hits import find
from articles.press.release import release
from articles.texts.query import read
from authors.models import Author

TEN = 10
NEWEST = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Measures:
    """Recall and precision among the first ten hits, as means over the queries; and the queries that fell short."""

    queries: int
    recall: float
    precision: float
    short: tuple = ()


def publish(documents, people=()):
    """Release texts (a dict of key → language → paragraphs) in every language, signed by people in turn.

    ``people`` are dicts of name_en, given_ru and family_ru.
    """
    authors = [_author(number, person) for number, person in enumerate(people)] or [
        Author.objects.create(slug="anon", family_name_en="Anon", family_name_ru="Аноним")
    ]
    # More people than texts: several sign each.
    a_text = -(-len(authors) // max(len(documents), 1))
    for number, (key, texts) in enumerate(documents.items()):
        slug = re.sub(r"\W+", "-", key)[:80]
        fields = {f"slug_{code}": slug for code in texts}
        fields |= {f"title_{code}": lines[0][:300] for code, lines in texts.items()}
        fields |= {f"full_text_{code}": _html(lines[1:] or lines) for code, lines in texts.items()}
        article = Article.objects.create(key=slug, **fields)
        signing = authors[number * a_text : (number + 1) * a_text] or authors[:1]
        for position, author in enumerate(signing, start=1):
            Byline.objects.create(article=article, author=author, position=position)
        release(article, list(texts), at=NEWEST - timedelta(hours=number))


def measured(queries, documents, language):
    """Return the Measures of queries with patterns (benchmarks/search_queries.py) over published texts."""
    folded = {re.sub(r"\W+", "-", key)[:80]: _folded(texts[language]) for key, texts in documents.items()}
    recalls, precisions, short = [], [], []
    for query, *patterns in queries:
        ought = {key for key, text in folded.items() if all(_holds(pattern, text) for pattern in patterns)}
        if not ought:
            continue
        hits = [edition.slug for edition in find(read(query, language), length=TEN)]
        right = ought.intersection(hits)
        recall, precision = len(right) / min(len(ought), TEN), len(right) / max(len(hits), 1)
        recalls.append(recall)
        precisions.append(precision)
        if recall < 1 or precision < 1:
            short.append((query, round(recall, 2), round(precision, 2)))
    return Measures(len(recalls), _mean(recalls), _mean(precisions), tuple(short))


def names_found(queries, language):
    """Return the share of (query, author) pairs whose first ten hits hold a text by that author, and the others."""
    missed = [query for query, author in queries if not _signed_by(author, find(read(query, language), length=TEN))]
    return 1 - len(missed) / max(len(queries), 1), missed


def _signed_by(author, editions):
    return any(line.author.slug == author for edition in editions for line in edition.bylines.all())


def _author(number, person):
    given, _, family = person["name_en"].partition(" ")
    names = {"given_name_en": given, "family_name_en": family}
    names |= {"given_name_ru": person["given_ru"], "family_name_ru": person["family_ru"]}
    return Author.objects.create(slug=f"person-{number}", **names)


def _html(lines):
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _folded(lines):
    return "\n".join(lines).lower().replace("ё", "е").replace("’", "'")


def _holds(pattern, text):
    unwanted = pattern.startswith("!")
    return bool(re.search(rf"(?<!\w)(?:{pattern.lstrip('!')})(?!\w)", text)) != unwanted


def _mean(numbers):
    return sum(numbers) / max(len(numbers), 1)
