"""How far a translation is behind, for the worklist."""

import pytest

from articles.models import Alignment, Article, MinorChange, Version
from articles.press.behind import Behind, behind
from articles.press.versions import writing
from articles.texts.paragraphs import paragraphs
from tests.factories import make_article

pytestmark = pytest.mark.django_db

OTHER = {"en": "ru", "ru": "en"}
MADE_FROM = "<p>One.</p><p>Two.</p><p>Three.</p>"


@pytest.fixture
def article(language: str) -> Article:
    """An article translated into a language, from three paragraphs of the other."""
    source = OTHER[language]
    article = make_article(original_language=source, **{f"full_text_{source}": MADE_FROM})
    for variant in ("short", "full"):
        pieces = paragraphs(getattr(article, f"{variant}_text_{source}"))
        made_from = [[piece.digest, piece.text] for piece in pieces]
        Alignment.objects.create(article=article, language=language, variant=variant, source=made_from, rows=[])
    return article


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (MADE_FROM, Behind(0)),
        ("<p>One.</p><p>Deux.</p><p>Three.</p>", Behind(1, "full", 2)),
        ("<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>", Behind(1, "full", 4)),
        ("<p>One.</p><p>Three.</p>", Behind(1, "full", 2)),
        ("<p>Un.</p><p>Two.</p><p>Trois.</p><p>Four.</p>", Behind(3, "full", 1)),
        ("", Behind(3, "full", 0)),
    ],
)
def test_changed_added_and_removed_paragraphs_count(article: Article, language: str, now: str, found: Behind) -> None:
    setattr(article, f"full_text_{OTHER[language]}", now)
    assert behind(article, language) == found


def test_the_source_is_never_behind(article: Article, language: str) -> None:
    setattr(article, f"full_text_{OTHER[language]}", "<p>All new.</p>")
    assert behind(article, OTHER[language]) == Behind(0)


def test_nothing_is_behind_where_both_were_written_or_nothing_was_aligned(article: Article, language: str) -> None:
    setattr(article, f"full_text_{OTHER[language]}", "<p>All new.</p>")
    article.original_language = "both"
    assert behind(article, language) == Behind(0)
    assert behind(make_article("other"), "ru") == Behind(0)


def test_the_place_is_the_paragraph_of_the_translation_where_there_is_one(language: str) -> None:
    source = OTHER[language]
    article = make_article("written", languages=[source], original_language=source)
    with writing(article, by=None):
        setattr(article, f"full_text_{source}", "<p>One and a half.</p><p>Two.</p>")
        article.save()
    with writing(article, by=None):
        setattr(article, f"full_text_{language}", "<p>Раз.</p><p>С половиной.</p><p>Два.</p>")
        article.save()
    [aligned] = article.alignments.filter(variant="full")
    first, second = (key for key, _text in aligned.source)
    one, half, two = (paragraph.digest for paragraph in paragraphs(getattr(article, f"full_text_{language}")))
    aligned.rows = [[[first], [one, half]], [[second], [two]]]
    aligned.save()
    with writing(article, by=None):
        setattr(article, f"full_text_{source}", "<p>One and a half.</p><p>Two, since changed.</p>")
        article.save()
    assert behind(Article.objects.get(pk=article.pk), language) == Behind(1, "full", 3)


def test_a_minor_change_does_not_count(article: Article, language: str) -> None:
    source = OTHER[language]
    now = "<p>One.</p><p>Tow.</p><p>Three.</p>"
    before, after = (paragraphs(html)[1].digest for html in (MADE_FROM, now))
    version = Version.objects.create(article=article, number=9, content={}, at=article.modified_at)
    MinorChange.objects.create(version=version, article=article, language=source, before=before, after=after)
    setattr(article, f"full_text_{source}", now)
    assert behind(article, language) == Behind(0)
