"""Exporting: what the plain form can say goes out as it came in; the rest is refused with its place."""

import pytest
from django.utils.translation import override

from articles.exchange.exporting import ExportRefused, export_document
from articles.exchange.importing import import_documents
from articles.models import Article
from tests.articles.exchange.documents import document
from tests.factories import make_article, make_author, make_organization, make_topic

pytestmark = pytest.mark.django_db

EVERY_KEY = {
    code: (
        f"lang: {code}",
        f"title: {title}",
        f"slug: letters-{code}",
        "date: 2019-06-13",
        "source_url: https://example.org/source",
        f"page_url: https://example.org/{code}",
        f"translation_of: {original}",
        "topic: arms, letters",
        f"outlet: {outlet}",
    )
    for code, title, original, outlet in (
        ("en", "Letters: an Answer", "pisma", "The Outlet"),
        ("ru", "Письма: ответ", "pisma", "Издание"),
    )
}


@pytest.mark.parametrize("active", ["en", "ru"])
def test_a_document_with_every_key_comes_back_byte_for_byte(active: str, language: str) -> None:
    other = {"en": "ru", "ru": "en"}[language]
    make_article("pisma", languages=[], authors=[], original_language=other)
    make_organization("outlet", name_en="The Outlet", name_ru="Издание")
    make_topic("arms")
    make_topic("letters")
    written = document(language, *EVERY_KEY[language])
    import_documents([("a.txt", written)])
    with override(active):
        assert export_document(Article.objects.get(), language).render() == written.decode()


def test_a_document_without_front_matter_comes_back_without(language: str) -> None:
    import_documents([("a.txt", document(language))])
    assert export_document(Article.objects.get(), language).render() == document(language).decode()


def test_paragraphs_that_read_like_structure_come_back(language: str) -> None:
    written = document(language, full="\\Short version\n\n\\---\n\nA & b < c.")
    import_documents([("a.txt", written)])
    assert export_document(Article.objects.get(), language).render() == written.decode()


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>a</p><h2>b</h2>", "<h2>"),
        ("<p>a</p><p>b <em>c</em></p>", "mark-up inside it"),
        ('<p>a</p><p><a href="https://example.org">b</a></p>', "mark-up inside it"),
        ("<p>a</p><p>b<br>c</p>", "mark-up inside it"),
        ('<p>a</p><p lang="ru">b</p>', "mark-up inside it"),
        ("<p>a</p><ul><li>b</li></ul>", "<li>"),
    ],
)
def test_what_the_plain_form_cannot_say_is_refused_with_its_place(html: str, found: str, language: str) -> None:
    article = make_article(**{f"full_text_{language}": html})
    article.refresh_from_db()
    with pytest.raises(ExportRefused) as refused:
        export_document(article, language)
    assert str(refused.value) == (f"treaty.{language}: full text, block 2: expected a plain paragraph; found {found}")


def test_an_article_without_a_text_in_the_language_is_refused() -> None:
    with pytest.raises(ExportRefused) as refused:
        export_document(make_article(languages=["en"]), "ru")
    assert str(refused.value) == "treaty.ru: expected a text; found none"


def test_an_article_nobody_signs_is_refused(language: str) -> None:
    with pytest.raises(ExportRefused) as refused:
        export_document(make_article(authors=[]), language)
    assert str(refused.value) == f"treaty.{language}: expected an author; found none"


def test_an_author_without_a_name_in_the_language_is_refused() -> None:
    article = make_article(authors=[make_author(given_name_ru="", family_name_ru="")])
    with pytest.raises(ExportRefused) as refused:
        export_document(article, "ru")
    assert str(refused.value) == "treaty.ru: expected the name of Anna Smirnova in this language; found none"
