"""Importing: which article, which fields, and all files or none."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from articles.exchange.importing import import_documents
from articles.models import Article, Version
from authors.models import Author
from tests.articles.exchange.documents import document, refusal, statuses
from tests.factories import make_article

pytestmark = pytest.mark.django_db


# --- Which article ---


def test_two_languages_pair_up_by_file_name() -> None:
    assert statuses(("letters.en.txt", document("en")), ("letters.ru.txt", document("ru"))) == ["created", "updated"]
    article = Article.objects.get()
    assert (article.key, article.full_text_en, article.full_text_ru) == (
        "letters",
        "<p>At length.</p>",
        "<p>Подробно.</p>",
    )


def test_two_languages_pair_up_by_the_slug_they_share() -> None:
    files = [(f"{code}/text.txt", document(code, "slug: letters")) for code in ("en", "ru")]
    assert statuses(*files) == ["created", "updated"]
    article = Article.objects.get()
    assert (article.key, article.slug_en, article.slug_ru) == ("letters", "letters", "letters")


@pytest.mark.parametrize("named", ["letters", "letters-of-1933"], ids=["key", "slug"])
def test_a_translation_finds_its_original(named: str) -> None:
    original = document("en", "slug: letters-of-1933")
    translation = document("ru", f"translation_of: {named}")
    make_article("letters", languages=[], authors=[], slug_en="letters-of-1933")
    assert statuses(("b.txt", translation), ("a.txt", original)) == ["updated", "updated"]
    assert Article.objects.get().full_text_ru == "<p>Подробно.</p>"


def test_a_translation_of_nothing_is_refused() -> None:
    assert refusal(("b.txt", document("ru", "translation_of: nothing"))) == [
        "b.txt:2: expected translation_of: the slug of an article; found “nothing”, which no article has"
    ]


def test_files_of_different_names_are_different_articles(language: str) -> None:
    assert statuses(("a.txt", document(language)), ("b.txt", document(language))) == ["created", "created"]
    assert [article.original_language for article in Article.objects.all()] == [language] * 2


def test_another_text_under_the_same_bare_file_name_is_refused(language: str) -> None:
    import_documents([("letters.txt", document(language))])
    before = Article.objects.values().get()
    assert refusal(("letters.txt", document(language, full="Another."))) == [
        "letters.txt:1: expected the text of “letters”, or a front matter that names another article by its slug; "
        "found another text under the same file name"
    ]
    assert Article.objects.values().get() == before


def test_another_text_under_the_same_slug_is_the_next_state_of_the_article(language: str) -> None:
    import_documents([("a.txt", document(language, "slug: letters"))])
    changed = document(language, "slug: letters", full="Иначе.")
    assert statuses(("elsewhere.txt", changed)) == ["updated"]
    assert getattr(Article.objects.get(), f"full_text_{language}") == "<p>Иначе.</p>"
    assert statuses(("elsewhere.txt", changed)) == ["unchanged"]


def test_a_section_taken_out_is_taken_out_of_the_article(language: str) -> None:
    import_documents([("a.txt", document(language, "slug: letters"))])
    marker = {"en": "\n\nFull version", "ru": "\n\nПолная версия"}[language]
    shorter = document(language, "slug: letters").decode().partition(marker)[0].encode()
    import_documents([("a.txt", shorter)])
    assert (getattr(Article.objects.get(), f"full_text_{language}") or "") == ""


# --- All or none ---


def test_one_bad_file_keeps_all_the_others_out() -> None:
    files = [("good.txt", document()), ("bad.txt", b"Ivan"), ("worse.txt", b"\xff")]
    assert refusal(*files) == [
        "bad.txt:1: expected a section, opened by one of the lines “Short version”, “Full version”, “Краткая версия”, "
        "“Полная версия”; found the end of the file",
        "worse.txt:1: expected UTF-8; found byte 0xFF at offset 0 of the file",
    ]
    assert (Article.objects.count(), Author.objects.count()) == (0, 0)


def test_a_file_that_only_the_database_refuses_keeps_all_the_others_out() -> None:
    refusal(("good.txt", document()), ("bad.txt", document("ru", "translation_of: nothing")))
    assert (Article.objects.count(), Author.objects.count()) == (0, 0)


def test_every_file_is_shown_to_the_progress_bar_once() -> None:
    shown = []
    files = [(f"{number}.txt", document()) for number in range(3)]
    import_documents(files, progress=lambda items: (shown.append(item[0]) or item for item in items))
    assert shown == ["0.txt", "1.txt", "2.txt"]


# --- Slugs, and files, that get in each other's way ---

NAMES = {"en": "English", "ru": "Russian"}


def test_a_slug_that_another_article_has_is_refused_on_its_line(language: str) -> None:
    make_article("first", **{f"slug_{language}": "same"})
    make_article("second", languages=[], authors=[])
    text = document(language, "title: Letters", "translation_of: second", "slug: same")
    assert refusal(("y.txt", text)) == [
        f"y.txt:4: expected a slug that no other article has in {NAMES[language]}; found “same”, which is first’s"
    ]


@pytest.mark.parametrize(("language", "other"), [("en", "ru"), ("ru", "en")])
def test_a_slug_of_the_other_language_is_checked_as_well(language: str, other: str) -> None:
    make_article("first", **{f"slug_{other}": "same"})
    assert refusal(("y.txt", document(language, "slug: own", f"slug.{other}: same"))) == [
        f"y.txt:3: expected a slug that no other article has in {NAMES[other]}; found “same”, which is first’s"
    ]


def test_two_files_of_one_run_do_not_take_one_slug() -> None:
    files = [
        ("yyy.en.txt", document("en", "slug: yyy")),
        ("x.ru.txt", document("ru", "slug: same")),
        ("y.ru.txt", document("ru", "translation_of: yyy", "slug: same")),
    ]
    assert refusal(*files) == [
        "y.ru.txt:3: expected a slug that no other article has in Russian; found “same”, which is same’s"
    ]
    assert not Article.objects.exists()


def test_the_refusal_of_a_slug_is_said_in_russian_too() -> None:
    make_article("first", slug_ru="same")
    with translation.override("ru"):
        (problem,) = refusal(("y.txt", document("en", "slug.ru: same")))
    assert problem.startswith("y.txt:2: ")


def test_two_files_for_one_article_and_language_are_refused(language: str) -> None:
    files = [(name, document(language, "slug: aaa", full=name)) for name in ("a.txt", "a2.txt")]
    expected = f"one document for “aaa” in {NAMES[language]}"
    assert refusal(*files) == [f"a2.txt:2: expected {expected}; found another one in a.txt"]
    assert not Article.objects.exists()


def test_what_a_model_refuses_is_refused_with_the_file_s_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def save(self: Article, **kwargs: object) -> None:
        raise ValidationError("Too much.")

    monkeypatch.setattr(Article, "save", save)
    assert refusal(("a.txt", document())) == ["a.txt:1: expected what the database can hold; found Too much."]


# --- What is kept of it ---


def test_every_import_is_a_version_and_an_act(language: str) -> None:
    import_documents([(f"/home/somebody/letters.{language}.txt", document(language))])
    article = Article.objects.get()
    assert [(one.number, one.origin, one.by) for one in article.versions.all()] == [(1, "import", None)]
    act = article.acts.get()
    assert (act.kind, act.language, act.by) == ("import", language, None)
    assert act.about == {"file": f"letters.{language}.txt", "version": 1}


def test_importing_over_what_editors_wrote_keeps_both() -> None:
    article = make_article("letters", authors=[])
    import_documents([("letters.en.txt", document("en", "slug: letters"))])
    article.refresh_from_db()
    assert [(one.number, one.origin) for one in article.versions.all()] == [(1, "found"), (2, "import")]
    assert article.versions.get(number=1).content["fields"]["full_text_en"] == "<p>Full text of letters.</p>"


def test_importing_what_stands_there_keeps_nothing_new(language: str) -> None:
    files = [(f"letters.{language}.txt", document(language))]
    import_documents(files)
    before = Article.objects.values().get()
    import_documents(files)
    article = Article.objects.get()
    assert Article.objects.values().get() == before
    assert (article.versions.count(), article.acts.count()) == (1, 1)


def test_a_refused_import_keeps_no_version_of_any_file() -> None:
    refusal(("a.en.txt", document("en")), ("b.txt", document("ru", "translation_of: nothing")))
    assert not Version.objects.exists()
