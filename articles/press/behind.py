"""How far a translation is behind its source, told from rows at hand: no query for an article from ``with_matters``."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from articles.models.alignment import VARIANTS
from articles.press.minor import root
from articles.texts.paragraphs import keys, paragraphs
from authors.languages import localized


@dataclass(frozen=True)
class Behind:
    """How many paragraphs of the source have changed since, and the first of them: its variant and number (from 1)."""

    count: int
    variant: str = "full"
    paragraph: int = 0


def behind(article, language):
    """Return the Behind of a translation; its count is 0 when it is up to date, or no translation."""
    if language not in article.translations():
        return Behind(0)
    source = article.original_language
    known = {one.after: one.before for one in article.minor_changes.all() if one.language == source}
    rows = {row.variant: row for row in article.alignments.all() if row.language == language}
    found = [
        (variant, number)
        for variant in VARIANTS
        if variant in rows
        for number in _changed(rows[variant].source, localized(article, f"{variant}_text", source), known)
    ]
    return Behind(len(found), *found[0]) if found else Behind(0)


def _changed(made_from, html, known):
    """Yield the numbers of the paragraphs that were changed, added or removed."""
    before = _roots((key for key, _text in made_from), known)
    after = _roots((paragraph.digest for paragraph in paragraphs(html)), known)
    for operation, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if operation != "equal":
            last = max(min(max(j2 - 1, j1), len(after) - 1), 0)  # what was removed is where the next one stands now
            yield from (min(j1 + step, last) + 1 for step in range(max(i2 - i1, j2 - j1)))


def _roots(digests, known):
    return keys(root(digest.partition(".")[0], known) for digest in digests)
