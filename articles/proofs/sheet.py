"""The sheet: the exact text that somebody is asked to sign, paragraph by paragraph, with room for remarks."""

from dataclasses import dataclass
from textwrap import shorten

from django.utils import timezone

from articles.models import Article, Edition
from articles.press.content import content
from articles.press.signing import Standing, standing_of
from articles.proofs.proof import proof
from articles.reading.article import text_context
from articles.templatetags.passages import typeset_piece
from articles.texts.paragraphs import paragraphs, pieces

VARIANTS = ("full", "short")
QUOTE = 80  # characters: enough to know a paragraph by


@dataclass(frozen=True)
class Passage:
    """A piece of a text as printed; ``number`` is its paragraph's, 0 for what is none, ``quote`` how it begins."""

    variant: str
    number: int
    html: str
    quote: str = ""

    @property
    def key(self):
        return f"{self.variant}-p{self.number}"


@dataclass(frozen=True)
class Sheet:
    """One language of an article as a release would print it today; ``standing`` is that of the author, or None."""

    edition: Edition
    signed: dict  # the exact text, as plain values
    standing: Standing | None

    @property
    def digest(self):
        return self.edition.digest

    @property
    def variants(self):
        """Return (variant, its Passages, the link under it and that link's address) for every text there is."""
        found = []
        for variant in VARIANTS:
            if html := getattr(self.edition, f"{variant}_html"):
                context = text_context(self.edition, variant)
                found.append(
                    (variant, passages(html, variant, self.edition.language), context["link"], context["link_url"])
                )
        return found

    @property
    def passages(self):
        """Return every paragraph of both variants that can be remarked on, by its key."""
        return {one.key: one for _variant, found, *_link in self.variants for one in found if one.number}


def sheet(article, author, language):
    """Return the Sheet of a language as it stands now, for an author (None for somebody who only reads)."""
    article = Article.objects.with_bylines().select_related("outlet").get(pk=article.pk)
    today = timezone.now().date()
    standing = standing_of(article, author, language) if author else None
    return Sheet(proof(article, language, today), content(article, language, today).signed, standing)


def passages(html, variant, language):
    """Return a text in a language as Passages, in order; joined, they are what readers see, notes in their places."""
    begin = {one.number: shorten(one.text, QUOTE, placeholder="…") for one in paragraphs(html)}
    number, found = 0, []
    for tag, piece in pieces(html):
        number += bool(tag)
        here = number if tag else 0
        printed = typeset_piece(tag, piece, f"{variant}-p{number}", language)
        found.append(Passage(variant, here, printed, begin[here] if here else ""))
    return found
