"""Lineage: what an edition keeps of where its paragraphs come from, so that readers can be told what has changed."""

from articles.models.alignment import VARIANTS
from articles.press.beside import beside
from articles.press.minor import same
from articles.texts.lag import roots
from articles.texts.paragraphs import paragraphs
from authors.languages import localized


def roots_printed(article, language):
    """Return variant → root keys of the paragraphs a language of an article prints; slips of the pen change none."""
    known = same(article, language)
    html = {variant: localized(article, f"{variant}_text", language) for variant in VARIANTS}
    return {
        variant: roots([paragraph.digest for paragraph in paragraphs(text)], known)
        for variant, text in html.items()
        if text
    }


def alignment_printed(article, language):
    """Return what a translation was made from: ``source`` (a language's code), and for each variant ``made_from``
    (root keys) and ``rows`` (source root keys, keys of the translation). Empty for what is no translation.
    """
    found = {
        one.stored.variant: {
            "made_from": one.made_from,
            "rows": [[list(row.source), list(row.target)] for row in one.rows],
        }
        for one in beside(article, language)
    }
    return {"source": article.original_language, **found} if found else {}
