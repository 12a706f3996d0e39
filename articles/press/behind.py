"""How far a translation is behind, in brief: no query for an article from ``with_matters``."""

from dataclasses import dataclass

from articles.press.beside import beside


@dataclass(frozen=True)
class Behind:
    """How many paragraphs of the source have changed, and where to begin: a variant and a paragraph of the translation.

    Paragraphs count from 1. What was added stands in no paragraph of the translation yet: then it is the source's.
    """

    count: int
    variant: str = "full"
    paragraph: int = 0


def behind(article, language):
    """Return the Behind of a translation; its count is what ``press.lag.lag`` returns, and 0 of an original."""
    found = [(one, change) for one in beside(article, language) for change in one.changes()]
    if not found or language not in article.translations():
        return Behind(0)
    one, change = found[0]
    concerned = one.concerned(change)
    return Behind(len(found), one.stored.variant, concerned[0].number if concerned else change.place)
