"""The seed document: imported into an empty database, and exported again as it was."""

import pytest

from articles.exchange.exporting import export_document
from articles.exchange.importing import import_documents
from articles.models import Article, Edition
from authors.models import Author
from tests.articles.exchange.documents import SEED_EN, SEED_RU

pytestmark = pytest.mark.django_db


def files(*paths):
    return [(path.name, path.read_bytes()) for path in paths]


def test_the_seed_becomes_one_article_with_its_two_authors() -> None:
    (done,) = import_documents(files(SEED_EN))
    article = Article.objects.get()
    assert (done.status, done.article, done.language) == ("created", article, "en")
    assert (article.key, article.original_language, article.outlet.name_en) == (
        "charap-timofeev",
        "en",
        "War On The Rocks",
    )
    assert [(line.position, str(line.author), line.credit_line_en) for line in article.bylines.all()] == [
        (
            1,
            "Ivan Timofeev",
            "PhD in Political Science, Director General of the Russian International Affairs Council, RIAC member",
        ),
        (2, "Samuel Charap", "Senior political scientist at the RAND Corporation"),
    ]
    assert [author.slug for author in Author.objects.all()] == ["ivan-timofeev", "samuel-charap"]
    assert article.short_text_en.count("<p>") == 3
    assert article.full_text_en == article.short_text_en
    assert article.short_link_en == article.full_link_en == "Read full text in the War On The Rocks."
    assert (article.title_en or "", article.full_text_ru or "") == ("", "")
    assert not Edition.objects.exists()


def test_the_seed_gives_five_warnings() -> None:
    (done,) = import_documents(files(SEED_EN))
    assert [str(warning) for warning in done.warnings] == [
        "charap-timofeev.en.txt:1: no title: the article cannot be released until it has one",
        "charap-timofeev.en.txt:1: no date",
        "charap-timofeev.en.txt:17: the link to “War On The Rocks” has no address",
        "charap-timofeev.en.txt:19: the full version repeats the short version word for word",
        "charap-timofeev.en.txt:27: the link to “War On The Rocks” has no address",
    ]


def test_the_seed_comes_back_byte_for_byte() -> None:
    import_documents(files(SEED_EN))
    assert export_document(Article.objects.get(), "en").render().encode() == SEED_EN.read_bytes()


def test_the_seed_imported_again_changes_nothing() -> None:
    import_documents(files(SEED_EN))
    before = Article.objects.values().get()
    (done,) = import_documents(files(SEED_EN))
    assert done.status == "unchanged"
    assert Article.objects.values().get() == before
    assert Author.objects.count() == 2


@pytest.mark.parametrize("paths", [(SEED_EN, SEED_RU), (SEED_RU, SEED_EN)], ids=["en-first", "ru-first"])
def test_both_languages_are_one_article_of_the_same_people(paths) -> None:
    done = import_documents(files(*paths))
    assert [one.filename for one in done] == [path.name for path in paths]
    article = Article.objects.get()
    assert [[line.author.name(code) for line in article.bylines.all()] for code in ("en", "ru")] == [
        ["Ivan Timofeev", "Samuel Charap"],
        ["Иван Тимофеев", "Сэмюэл Чарап"],
    ]
    assert [line.credit_line_ru for line in article.bylines.all()][1] == "Старший политолог корпорации RAND"
    assert article.original_language == "en"
    assert article.slug_ru == "smogut-li-vashington-i-moskva-dogovoritsya-ob-ogranichenii-politicheskogo"


def test_the_russian_text_comes_back_and_imported_again_changes_nothing() -> None:
    import_documents(files(SEED_EN, SEED_RU))
    exported = export_document(Article.objects.get(), "ru").render()
    body = SEED_RU.read_text(encoding="utf-8").partition("\n---\n")[2]
    assert exported.partition("\n---\n")[2] == body
    (done,) = import_documents([("charap-timofeev.ru.txt", exported.encode())])
    assert done.status == "unchanged"
    assert export_document(Article.objects.get(), "ru").render() == exported


def test_the_seed_finds_people_and_outlet_that_are_known_already() -> None:
    import_documents(files(SEED_EN, SEED_RU))
    Article.objects.get().bylines.all().delete()
    Article.objects.all().delete()
    import_documents(files(SEED_EN))
    assert Author.objects.count() == 2
    assert Article.objects.get().outlet.slug == "war-on-the-rocks"
