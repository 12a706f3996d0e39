"""Signatures of a document: whom a printed name means, and in which order."""

import pytest

from articles.exchange.importing import import_documents
from articles.models import Article
from authors.models import Author
from tests.articles.exchange.documents import document, refusal
from tests.factories import make_author, make_organization

pytestmark = pytest.mark.django_db


def signed() -> list[str]:
    return [(line.author or line.organization).slug for line in Article.objects.get().bylines.all()]


def test_a_name_not_known_yet_makes_an_author(language: str) -> None:
    import_documents([("a.txt", document(language, signed=("Пётр Ильич Щука", "-")))])
    author = Author.objects.get()
    assert (author.slug, author.name(language)) == ("petr-ilich-shchuka", "Пётр Ильич Щука")
    assert getattr(author, f"family_name_{language}") == "Щука"


@pytest.mark.parametrize("printed", ["Петр Щука", "пётр щука", "P. Shchuka", "П. Щука"])
def test_a_known_name_means_that_person(printed: str) -> None:
    make_author("petr", given_name_ru="Пётр", family_name_ru="Щука", aliases="P. Shchuka\nП. Щука")
    import_documents([("a.txt", document("ru", signed=(printed, "-")))])
    assert signed() == ["petr"]
    assert Author.objects.count() == 1


def test_an_organization_may_sign(language: str) -> None:
    make_organization("riac", name_en="RIAC", name_ru="РСМД")
    import_documents([("a.txt", document(language, signed=("РСМД", "think tank", "Anna Smirnova", "-")))])
    assert signed() == ["riac", "anna-smirnova"]


def test_a_name_two_people_go_by_is_refused() -> None:
    for slug in ("first", "second"):
        make_author(slug, aliases="A. Smirnova")
    assert refusal(("a.txt", document(signed=("A. Smirnova", "-")))) == [
        "a.txt:1: expected one person or organization named “A. Smirnova”; found first, second (use --author-map)"
    ]


def test_the_author_map_says_who_is_meant() -> None:
    for slug in ("first", "second"):
        make_author(slug, aliases="A. Smirnova")
    import_documents([("a.txt", document(signed=("A. Smirnova", "-")))], author_map={"a. smirnova": "second"})
    assert signed() == ["second"]


def test_the_author_map_must_name_somebody() -> None:
    names = {"Ivan Timofeev": "nobody"}
    assert refusal(("a.txt", document()), author_map=names) == [
        "a.txt:1: expected an author with the slug “nobody” for “Ivan Timofeev”; found none"
    ]


def test_the_same_name_twice_is_refused() -> None:
    (problem,) = refusal(("a.txt", document(signed=("Ivan Timofeev", "-", "IVAN TIMOFEEV", "-"))))
    assert problem == "a.txt:5: expected each author once; found “IVAN TIMOFEEV” again, after line 1"


def test_two_names_of_the_same_person_are_refused() -> None:
    make_author("ivan", aliases="I. Timofeev\nIvan Timofeyev")
    assert refusal(("a.txt", document(signed=("I. Timofeev", "-", "Ivan Timofeyev", "-")))) == [
        "a.txt:5: expected every author once; found two names of the same person"
    ]


def test_a_translation_names_the_people_of_its_original_in_their_places() -> None:
    import_documents([("a.en.txt", document("en")), ("a.ru.txt", document("ru"))])
    assert [(author.name("en"), author.name("ru")) for author in Author.objects.all()] == [
        ("Ivan Timofeev", "Иван Тимофеев"),
        ("Samuel Charap", "Сэмюэл Чарап"),
    ]
    lines = [(line.credit_line_en, line.credit_line_ru or "") for line in Article.objects.get().bylines.all()]
    assert lines == [("RIAC member", "член РСМД"), ("", "")]


def test_another_order_of_the_authors_than_in_the_other_language_is_refused() -> None:
    for names in (("Ivan", "Timofeev", "Иван", "Тимофеев"), ("Samuel", "Charap", "Сэмюэл", "Чарап")):
        fields = ("given_name_en", "family_name_en", "given_name_ru", "family_name_ru")
        make_author(names[1].lower(), **dict(zip(fields, names, strict=True)))
    import_documents([("a.en.txt", document("en"))])
    reordered = document("ru", signed=("Сэмюэл Чарап", "-", "Иван Тимофеев", "-"))
    assert refusal(("a.ru.txt", reordered)) == [
        "a.ru.txt:1: expected the authors of the other languages, in their order (Ivan Timofeev, Samuel Charap); "
        "found Samuel Charap, Ivan Timofeev"
    ]
    assert (Article.objects.get().full_text_ru or "") == ""


def test_an_article_of_one_language_may_change_its_authors(language: str) -> None:
    import_documents([("a.txt", document(language, "slug: letters"))])
    import_documents([("a.txt", document(language, "slug: letters", signed=("Anna Smirnova", "editor")))])
    assert signed() == ["anna-smirnova"]


def test_a_role_is_kept_verbatim_and_a_hyphen_means_none(language: str) -> None:
    role = "PhD; Director, Institute — «Диптих»"
    import_documents([("a.txt", document(language, signed=("Anna A", role, "Boris B", "-")))])
    lines = Article.objects.get().bylines.all()
    assert [getattr(line, f"credit_line_{language}") or "" for line in lines] == [role, ""]


def test_names_in_other_scripts_are_people_too(language: str) -> None:
    import_documents([("a.txt", document(language, signed=("王小明", "-", "Σωκράτης", "-", "محمد", "-", "***", "-")))])
    assert signed() == ["author", "author-2", "author-3", "author-4"]
    assert [author.name(language) for author in Author.objects.all()] == ["王小明", "Σωκράτης", "محمد", "***"]


def test_a_name_of_one_long_word_is_kept_whole(language: str) -> None:
    import_documents([("a.txt", document(language, signed=("Я" * 200, "-")))])
    assert Author.objects.get().name(language) == "Я" * 200


def test_a_name_nobody_can_tell_is_refused_on_its_line() -> None:
    for slug in ("first", "second"):
        make_author(slug, aliases="А. Смирнова")
    text = document("ru", "slug: letters", signed=("Иван Тимофеев", "-", "А. Смирнова", "-"))
    assert refusal(("a.txt", text)) == [
        "a.txt:9: expected one person or organization named “А. Смирнова”; found first, second (use --author-map)"
    ]
