"""What the form of an article knows of its translations: how far each is behind, and which paragraphs stand level."""

from articles.admin.tokens import token
from articles.models.alignment import VARIANTS
from articles.press.alignments import paired
from articles.press.lag import lagging
from articles.press.roles import may_write
from articles.texts.paragraphs import pieces
from authors.languages import codes, localized


def translation_context(article, user):
    """Return what the templates of the form need: ``translations`` (dicts), ``level`` (see below), ``token``."""
    translations = [
        {
            "language": language,
            "source": article.original_language,
            "lagging": lagging(article, language),
            "may_confirm": may_write(user, article, language),
            "aligned": any(one.language == language for one in article.alignments.all()),
        }
        for language in article.translations()
    ]
    return {"translations": translations, "level": level(article), "token": token(article)}


def level(article):
    """Return variant → rows of [indexes in the left editor, indexes in the right one] of what stands side by side.

    Left and right are the first two languages; an index (from 0) counts what stands at the top of an editor.
    """
    left, right = codes()[:2]
    language = left if article.original_language == right else right
    return {
        variant: [_row(pair, article, language, variant) for pair in paired(article, language, variant)]
        for variant in VARIANTS
    }


def _row(pair, article, language, variant):
    standing = {article.source_of(language): pair.source, language: pair.target}
    row = []
    for code in codes()[:2]:
        places = _places(localized(article, f"{variant}_text", code))
        row.append([places[paragraph.number - 1] for paragraph in standing[code]])
    return row


def _places(html):
    found, index = [], 0
    for tag, piece in pieces(html):
        if tag:
            found.append(index)
        index += bool(tag or piece.strip())
    return found
