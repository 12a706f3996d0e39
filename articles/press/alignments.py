"""Alignments of a manuscript: which source paragraphs each translated paragraph was made from."""

from dataclasses import dataclass
from typing import NamedTuple

from articles.models import Alignment, Article
from articles.models.alignment import VARIANTS
from articles.press.minor import same
from articles.texts.alignment import Row, carry, link, pairs, propose
from articles.texts.lag import roots
from articles.texts.paragraphs import keys, paragraphs
from authors.languages import column, localized


class Kept(NamedTuple):
    """A paragraph of the source as an alignment remembers it."""

    digest: str
    text: str
    tag: str = "p"


def settle(article, before):
    """Bring an article's alignments in line with its text, after it was written to; ``before`` is the snapshot then.

    A translation that is new is taken to be made from the source as it stands; one that changed stays made from what
    it was made from, also when it was taken out and comes back, or was called an original in between.
    """
    earlier = Article(original_language=before["fields"].get("original_language", article.original_language))
    for stored in article.alignments.all():
        if earlier.source_of(stored.language) != article.source_of(stored.language):
            stored.delete()
    for language in article.translations():
        for variant in VARIANTS:
            _settle(article, language, variant, before["fields"].get(column(f"{variant}_text", language), ""))


def _settle(article, language, variant, html_before):
    stored = article.alignments.filter(language=language, variant=variant).first()
    if stored is None:
        if made := first_alignment(article, language, variant):
            made.save()
        return
    source, target = texts(article, language, variant)
    if not (source and target):
        return
    if not (before := paragraphs(html_before)):  # it was taken out, and comes back
        rows = propose([Kept(*entry) for entry in stored.source], target)
    else:
        rows = carry(rows_of(stored), _keys(before), _keys(target), words(before) | words(target))
        rows = fill(rows, source, target, stored)
    keep_rows(stored, rows)


def first_alignment(article, language, variant):
    """Return the Alignment, not saved yet, of a translation taken to be made from the source as it stands, or None."""
    source, target = texts(article, language, variant)
    if not (source and target):
        return None
    made = Alignment(article=article, language=language, variant=variant)
    made.source = [[paragraph.digest, paragraph.text] for paragraph in source]
    made.rows = _kept(propose(source, target))
    return made


def texts(article, language, variant):
    """Return the (source, translated) Paragraphs of a variant of a translation, as the manuscript has them."""
    html = (localized(article, f"{variant}_text", code) for code in (article.source_of(language), language))
    return tuple(paragraphs(text) for text in html)


def rows_of(stored):
    """Return the Rows of a stored alignment."""
    return [Row(tuple(source), tuple(target)) for source, target in stored.rows]


def keep_rows(stored, rows):
    """Write Rows to an alignment and save it; rows of a source alone are gaps, and gaps are not kept."""
    stored.rows = _kept(rows)
    stored.save()


def _kept(rows):
    return [[list(row.source), list(row.target)] for row in rows if row.target]


def fill(rows, source, target, stored):
    """Return the rows with new translated paragraphs aligned to the source paragraphs that had none so far.

    A source paragraph that changed since the translation was made is none of these: whether the translation follows
    the change is for its translator to say.
    """
    known = set(keys(digest for digest, _text in stored.source))
    known -= {key for row in rows for key in row.source}
    placed = {key for row in rows if row.source for key in row.target}
    free = [paragraph for key, paragraph in zip(_keys(source), source, strict=True) if key in known]
    loose = [paragraph for key, paragraph in zip(_keys(target), target, strict=True) if key not in placed]
    if not (free and loose):
        return rows
    for row in propose(free, loose):
        if row.source and row.target:
            rows = link(rows, row.source, row.target)
    return rows


@dataclass(frozen=True)
class Pair:
    """Paragraphs that stand side by side: those of the source and those of the translation, either may be none."""

    source: tuple
    target: tuple


def paired(article, language, variant):
    """Return the Pairs of a variant of a translation in reading order: every paragraph once, gaps where a twin lacks.

    Texts that were both written as originals have no stored alignment: one is proposed.
    """
    source, target = texts(article, language, variant)
    stored = article.alignments.filter(language=language, variant=variant).first()
    known = same(article, article.source_of(language))
    rows = in_roots(stored, known) if stored else propose(source, target)
    found = pairs(rows, roots([paragraph.digest for paragraph in source], known), _keys(target))
    return [Pair(tuple(source[i] for i in left), tuple(target[j] for j in right)) for left, right in found]


def in_roots(stored, known):
    """Return the Rows of an alignment with every source paragraph under its root key (``known`` as ``same`` gives)."""
    digests = [digest for digest, _text in stored.source]
    by_key = dict(zip(keys(digests), roots(digests, known), strict=True))
    return [Row(tuple(by_key[key] for key in row.source if key in by_key), row.target) for row in rows_of(stored)]


def words(found):
    """Return key → plain text of Paragraphs, by which what was rewritten is known again."""
    return dict(zip(_keys(found), (paragraph.text for paragraph in found), strict=True))


def _keys(found):
    return keys(paragraph.digest for paragraph in found)
