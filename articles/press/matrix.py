"""The matrix of sign-offs: where every author of an article stands with every language of it."""

from dataclasses import dataclass

from django.utils import timezone

from articles.models import SignOffRequest
from articles.models.act import Kind
from articles.press.content import content
from articles.press.signing import Standing, standings
from authors.languages import codes
from authors.models import Author


@dataclass(frozen=True)
class Cell:
    """One author and one language.

    ``digest`` is that of the text as it stands, ``link`` the personal link that is open, if any, ``undelivered`` what
    the mail server said against its letter.
    """

    standing: Standing
    digest: str
    link: SignOffRequest | None = None
    undelivered: str = ""

    @property
    def language(self):
        return self.standing.language

    @property
    def waiting(self):
        """Whether the author was asked and has decided nothing since."""
        word = self.standing.signoff
        return self.link is not None and (word is None or word.at < self.link.created_at)

    @property
    def can_be_asked(self):
        return not (self.standing.approved or self.waiting)


@dataclass(frozen=True)
class Row:
    """An author, and their Cell for each language of the site, None for one that they do not sign or that is empty."""

    author: Author
    cells: list

    @property
    def to_ask(self):
        """Return the cells whose authors can be asked to sign, for one letter about all of them."""
        return [cell for cell in self.cells if cell and cell.can_be_asked]


def matrix(article):
    """Return a Row for every author of an article (from ``with_bylines``), in the order of the byline."""
    today = timezone.now().date()
    printed = {code: content(article, code, today) for code in codes() if article.has_text(code)}
    links = {(one.author_id, one.language): one for one in article.signoff_requests.usable().order_by("pk")}
    problems = _undelivered(article)
    cells = {
        (one.author.pk, code): Cell(
            standing=one,
            digest=printed[code].digest,
            link=links.get((one.author.pk, code)),
            undelivered=problems.get((one.author.slug, code), ""),
        )
        for code in printed
        for one in standings(article, code, printed[code])
    }
    authors = {line.author_id: line.author for line in article.bylines.all() if line.author}
    rows = [Row(author, [cells.get((key, code)) for code in codes()]) for key, author in authors.items()]
    return [row for row in rows if any(row.cells)]


def _undelivered(article):
    """Return what the mail server said against the latest letter, by author (slug) and language."""
    letters = article.acts.filter(kind__in=[Kind.REQUEST, Kind.REMIND])
    return {(act.about["author"], act.language): act.about.get("undelivered", "") for act in letters}
