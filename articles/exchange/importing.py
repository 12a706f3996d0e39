"""Documents → manuscripts. Several documents are one transaction: all of them, or none."""

from dataclasses import dataclass

from django.db import transaction

from articles.exchange.fields import read_fields
from articles.exchange.identity import find_article
from articles.exchange.names import Names
from articles.exchange.problems import problem
from articles.exchange.signatures import sign, signatories
from articles.models import Article
from articles.texts.document_parser import DocumentRefused, parse

CREATED, UPDATED, UNCHANGED = "created", "updated", "unchanged"


@dataclass(frozen=True)
class Imported:
    """What became of one document: status is created, updated or unchanged."""

    filename: str
    article: Article
    language: str
    status: str
    warnings: tuple


@transaction.atomic
def import_documents(files, *, author_map=None, progress=lambda items: items):
    """Import (filename, bytes) pairs and return an Imported for each, in their order.

    ``author_map`` maps printed names to author slugs; ``progress`` wraps the iteration, to show it. Raises
    DocumentRefused with the problems of all files, and writes nothing then.
    """
    parsed, problems = [], []
    for filename, data in files:
        try:
            parsed.append((filename, parse(data, filename)))
        except DocumentRefused as refused:
            problems += refused.errors
    if problems:
        raise DocumentRefused(problems)
    names = Names(author_map)
    # Originals first, so that a translation finds what it says it is a translation of.
    order = sorted(parsed, key=lambda pair: "translation_of" in pair[1].document.front_matter)
    done = {}
    for filename, found in progress(order):
        try:
            done[filename] = _import(filename, found, names)
        except DocumentRefused as refused:
            problems += refused.errors
    if problems:
        raise DocumentRefused(problems)
    return [done[filename] for filename, _ in files]


def _import(filename, parsed, names):
    document, where = parsed.document, (filename, 1)
    article, certain = find_article(document, where)
    is_new = article.pk is None
    fields = read_fields(document, names, where)
    changed = [name for name, value in fields.columns.items() if (getattr(article, name) or None) != (value or None)]
    if changed and not certain and article.has_text(document.language):
        raise article_is_taken(article, where)
    for name in changed:
        setattr(article, name, fields.columns[name])
    if changed or is_new:
        article.save()
    existing = [] if is_new else list(article.bylines.select_related("author", "organization"))
    pairs = signatories(document.signatures, names, document.language, existing, where)
    signed = sign(article, pairs, document.language, where)
    missing = [topic for topic in fields.topics if topic not in article.topics.all()]
    article.topics.add(*missing)
    status = CREATED if is_new else UPDATED if changed or signed or missing else UNCHANGED
    return Imported(filename, article, document.language, status, tuple(parsed.warnings))


def article_is_taken(article, where):
    """Return the refusal of a document that only its file name ties to an article that reads otherwise."""
    from_name = f"the text of “{article.key}”, or a front matter that names another article by its slug"
    return problem(where, from_name, "another text under the same file name")
