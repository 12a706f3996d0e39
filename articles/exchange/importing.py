"""Documents → manuscripts. Several documents are one transaction: all of them, or none."""

from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from articles.exchange.fields import read_fields
from articles.exchange.identity import find_article
from articles.exchange.names import Names
from articles.exchange.problems import Place, problem
from articles.exchange.signatures import sign, signatories
from articles.models import Act, Article
from articles.models.act import Kind
from articles.models.version import Origin
from articles.press.versions import writing
from articles.texts.document_parser import DocumentRefused, parse
from authors.languages import codes, column

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
    done, written = {}, {}
    for filename, found in progress(order):
        place = Place(filename, found.lines)
        try:
            done[filename] = _import(found, place, names, written)
        except DocumentRefused as refused:
            problems += refused.errors
        except ValidationError as refused:
            problems += problem(place, _("what the database can hold"), " ".join(refused.messages)).errors
    if problems:
        raise DocumentRefused(problems)
    return [done[filename] for filename, _data in files]


def _import(parsed, place, names, written):
    """Import one document; ``written`` maps (article's pk, language) to the file of this run that said so."""
    document = parsed.document
    article, certain = find_article(document, place)
    is_new = article.pk is None
    if written.get((article.pk, document.language), place.file) != place.file:
        raise _written_twice(article, document.language, written, place)
    fields = read_fields(document, names, place)
    changed = [name for name, value in fields.columns.items() if (getattr(article, name) or None) != (value or None)]
    if changed and not certain and article.has_text(document.language):
        raise article_is_taken(article, place)
    with writing(article, by=None, origin=Origin.IMPORT):
        for name in changed:
            setattr(article, name, fields.columns[name])
        if changed or is_new:
            _check_slugs(article, changed, place)
            article.save()
        written[article.pk, document.language] = place.file
        existing = [] if is_new else list(article.bylines.select_related("author", "organization"))
        pairs = signatories(document.signatures, names, document.language, existing, place)
        signed = sign(article, pairs, document.language, place)
        missing = [topic for topic in fields.topics if topic not in article.topics.all()]
        article.topics.add(*missing)
    status = CREATED if is_new else UPDATED if changed or signed or missing else UNCHANGED
    if status != UNCHANGED:
        about = {"file": Path(place.file).name, "version": article.version}  # where files lie is nobody's business
        Act.objects.create(article=article, kind=Kind.IMPORT, language=document.language, about=about)
    return Imported(place.file, article, document.language, status, tuple(parsed.warnings))


def _check_slugs(article, changed, place):
    """Refuse a slug that another article has in the same language."""
    for code in codes():
        slug = getattr(article, column("slug", code))
        if column("slug", code) not in changed or not slug:
            continue
        if other := Article.objects.exclude(pk=article.pk).with_slug(slug, code).first():
            expected = _("a slug that no other article has in %(language)s") % {"language": _named(code)}
            found = _("“%(slug)s”, which is %(article)s’s") % {"slug": slug, "article": other.key}
            raise problem(place, expected, found, f"slug.{code}", "slug")


def _written_twice(article, language, written, place):
    expected = _("one document for “%(article)s” in %(language)s")
    expected %= {"article": article.key, "language": _named(language)}
    found = _("another one in %(file)s") % {"file": written[article.pk, language]}
    return problem(place, expected, found, f"slug.{language}", "slug", "translation_of")


def _named(language):
    """Return a language's name in the active language."""
    return get_language_info(language)["name_translated"]


def article_is_taken(article, place):
    """Return the refusal of a document that only its file name ties to an article that reads otherwise."""
    from_name = f"the text of “{article.key}”, or a front matter that names another article by its slug"
    return problem(place, from_name, "another text under the same file name")
