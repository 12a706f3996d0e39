"""Both languages side by side, paragraph against paragraph, as plain rows for templates/articles/parallel.html."""

from articles.models.alignment import VARIANTS
from articles.models.article import BOTH
from articles.press.alignments import Pair, paired
from articles.proofs.proof import proof
from articles.reading.article import text_context
from articles.texts.alignment import pairs, propose
from articles.texts.html import clean
from articles.texts.paragraphs import keys, paragraphs
from authors.languages import codes, localized


def sides(article, language):
    """Return the two languages (codes) that stand side by side, ``language`` among them, the original on the left."""
    first = codes()[0] if article.original_language == BOTH else article.original_language
    return first, next(code for code in [language, *codes()] if code != first)


def variant_of_both(article, language):
    """Return the longer variant that both sides have, or "" where they share none."""
    shared = (
        variant
        for variant in reversed(VARIANTS)
        if all(localized(article, f"{variant}_text", code) for code in sides(article, language))
    )
    return next(shared, "")


def parallel_context(article, edition, day):
    """Return what templates/articles/parallel.html shows of a proof and its twin, as a release on a day prints it.

    ``sides`` are what the text's template shows of each language; ``rows`` are lists of one cell a side: dicts of the
    language and its paragraphs, each a dict of number (from 1) and clean HTML. A cell without paragraphs is a gap.
    """
    languages = sides(article, edition.language)
    variant = variant_of_both(article, edition.language)
    editions = [edition if code == edition.language else proof(article, code, day) for code in languages]
    rows = [
        [_cell(code, side) for code, side in zip(languages, (pair.source, pair.target), strict=True)]
        for pair in _pairs(article, variant, languages)
    ]
    columns = [{**text_context(one, variant), "outlet_id": f"{one.language}-outlet"} for one in editions]
    return {"sides": columns, "rows": rows}


def _cell(language, side):
    found = [{"number": paragraph.number, "html": clean(paragraph.html)} for paragraph in side]
    return {"language": language, "paragraphs": found}


def _pairs(article, variant, languages):
    if article.original_language != BOTH:
        return paired(article, languages[1], variant)
    texts = [paragraphs(localized(article, f"{variant}_text", code)) for code in languages]
    known = [keys(paragraph.digest for paragraph in text) for text in texts]
    found = pairs(propose(*texts), *known)
    return [Pair(tuple(texts[0][i] for i in left), tuple(texts[1][j] for j in right)) for left, right in found]
