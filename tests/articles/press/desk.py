"""What waits at the desk, made up: one article for every matter."""

from datetime import UTC, datetime

from django.db import transaction

from articles.models import Alignment, Article
from articles.models.signoff import Decision, How
from articles.press.content import content
from articles.press.signing import sign
from articles.texts.paragraphs import paragraphs
from authors.models import Author
from tests.factories import make_article, publish

SOON = datetime(2090, 1, 1, 9, 30, tzinfo=UTC)
OTHER = {"en": "ru", "ru": "en"}


def decide(article: Article, author: Author, language: str, decision: Decision = Decision.APPROVED) -> None:
    printed = content(article, language, datetime.now(tz=UTC).date())
    with transaction.atomic():
        sign(article, author, language, digest=printed.digest, decision=decision, how=How.ACCOUNT, comment="As agreed?")


def approve(article: Article, *authors: Author, languages: tuple[str, ...] = ("en", "ru")) -> None:
    for author in authors:
        for language in languages:
            decide(article, author, language)


def align(article: Article, language: str) -> None:
    """Says that a translation was made from the source as it is now."""
    for variant in ("short", "full"):
        pieces = paragraphs(getattr(article, f"{variant}_text_{article.original_language}"))
        made_from = [[piece.digest, piece.text] for piece in pieces]
        Alignment.objects.create(article=article, language=language, variant=variant, source=made_from, rows=[])


def one_of_each(language: str, author: Author) -> None:
    """An article for every matter in a language; it is named after the matter, and nothing else waits in it."""
    source = OTHER[language]

    def make(key: str, **fields: object) -> Article:
        return make_article(key, authors=[author], **{"original_language": source} | fields)

    publish(make("missing", languages=[source]), source)
    drafted = make("drafted")
    publish(drafted, source)
    approve(drafted, author)
    unsigned = make("unsigned")
    publish(unsigned)
    setattr(unsigned, f"title_{language}", "Changed")
    unsigned.save()
    changes = make("changes")
    publish(changes)
    decide(changes, author, language, Decision.CHANGES)
    scheduled = make("scheduled")
    publish(scheduled, source)
    publish(scheduled, language, at=SOON)
    behind = make("behind", **{f"full_text_{source}": "<p>First.</p>"})
    publish(behind)
    align(behind, language)
    setattr(behind, f"full_text_{source}", "<p>First.</p><p>Second.</p><p>Third.</p>")
    behind.save()
    publish(behind, source)
    carry = make("carry")
    publish(carry)
    setattr(carry, f"title_{source}", "Corrected")
    carry.save()
    publish(carry, source, change="correction", note="The title was wrong.")
