"""Both languages side by side: what was made from what stands level, and what has no counterpart says so."""

import pytest
from django.test import Client

from articles.models import Article
from articles.press.versions import writing
from articles.proofs.links import make_link
from tests.articles.reading.html import by_class, parse, text_of
from tests.factories import make_article

pytestmark = pytest.mark.django_db

GAPS = {
    "en": "Nothing here corresponds to the paragraph beside it.",
    "ru": "Соседнему абзацу здесь ничего не соответствует.",
}


def opened(client: Client, article: Article, language: str):
    return parse(client.get(f"/preview/{make_link(article).token}/{language}/parallel/"))


def rows(page) -> list[list[str]]:
    [around] = by_class(page, "rows")
    return [[text_of(cell) for cell in row] for row in around]


def ordered(language: str, pairs: list[list]) -> list[list]:
    """Pairs of English and Russian as the page of a language has them: its own language first."""
    return pairs if language == "en" else [pair[::-1] for pair in pairs]


def test_paragraphs_stand_beside_those_they_were_made_from(client: Client, article: Article, language: str) -> None:
    assert rows(opened(client, article, language)) == ordered(
        language,
        [["One", "Раз"], ["Two 2.", "Два 2."], ["Three.", "Три."], ["Four", "Четыре"]],
    )


def test_every_cell_and_title_says_in_which_language_it_is(client: Client, article: Article, language: str) -> None:
    page = opened(client, article, language)
    [around] = by_class(page, "rows")
    assert [[cell.get("lang") for cell in row] for row in around] == ordered(language, [["en", "ru"]]) * 4
    titles = [[("en", "Title of treaty"), ("ru", "Заглавие treaty")]]
    assert [[(span.get("lang"), span.text) for span in page.find(".//h1")]] == ordered(language, titles)
    assert [row.get("id") for row in around] == ["p1", "p2", "p3", "p4"]


@pytest.mark.parametrize("original", ["en", "ru", "both"])
def test_the_pages_own_language_comes_first(client: Client, language: str, original: str) -> None:
    article = make_article(original_language=original)
    pair = ["Full text of treaty.", "Полный текст treaty."]
    assert rows(opened(client, article, language)) == ordered(language, [pair])


def test_the_alignment_that_was_kept_decides(client: Client, article: Article, language: str) -> None:
    """The translation split a paragraph, and the source has got a new one since: both stay where they belong."""
    Article.objects.update(full_text_en="", full_text_ru="")
    article.refresh_from_db()
    with writing(article, by=None):
        article.full_text_en = "<p>Alpha 1 and beta 2 of the first paragraph.</p><p>Gamma 3 of the second one.</p>"
        article.full_text_ru = "<p>Альфа 1 и бета 2 первого абзаца.</p><p>Гамма 3 второго абзаца.</p>"
        article.save()
    with writing(article, by=None):
        article.full_text_ru = "<p>Альфа 1.</p><p>Бета 2 первого абзаца.</p><p>Гамма 3 второго абзаца.</p>"
        article.save()
    with writing(article, by=None):
        article.full_text_en = (
            "<p>Alpha 1 and beta 2 of the first paragraph.</p><p>Entirely new.</p><p>Gamma 3 of the second one.</p>"
        )
        article.save()
    expected = [
        ["Alpha 1 and beta 2 of the first paragraph.", "Альфа 1. Бета 2 первого абзаца."],
        ["Entirely new.", GAPS[language]],
        ["Gamma 3 of the second one.", "Гамма 3 второго абзаца."],
    ]
    assert rows(opened(client, article, language)) == ordered(language, expected)


def test_where_one_has_no_full_text_the_short_ones_stand_side_by_side(client: Client, language: str) -> None:
    article = make_article(full_text_ru="")
    assert rows(opened(client, article, language)) == ordered(
        language, [["Short text of treaty.", "Краткий текст treaty."]]
    )


def test_texts_that_share_no_variant_have_no_such_page(client: Client, language: str) -> None:
    article = make_article(full_text_ru="", short_text_en="")
    token = make_link(article).token
    assert client.get(f"/preview/{token}/{language}/parallel/").status_code == 404
    assert "parallel" not in client.get(f"/preview/{token}/{language}/full/").content.decode()


def test_nothing_unclean_gets_onto_the_page(client: Client, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    article = make_article()
    monkeypatch.setattr("articles.models.fields.clean", lambda html: html)
    Article.objects.filter(pk=article.pk).update(full_text_en="<p>Text<script>alert(1)</script></p>")
    assert Article.objects.get().full_text_en == "<p>Text<script>alert(1)</script></p>"
    assert rows(opened(client, article, language)) == ordered(language, [["Text", "Полный текст treaty."]])
