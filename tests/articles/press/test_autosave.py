"""Unsaved text: kept for whoever typed it, in what they may write, until it is saved or thrown away."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group, Permission

from articles.models import Article, Assignment, Autosave
from articles.press.autosave import Draft, drafts, forget, keep, parts_written_by
from articles.press.snapshot import snapshot
from articles.press.versions import writing
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 24, 12, 3, tzinfo=UTC)
PAGE, OTHER = "a" * 16, "b" * 16


@pytest.fixture
def article() -> Article:
    return make_article()


@pytest.fixture
def writer():
    return make_user("writer", "change_article")


def test_what_was_typed_is_kept_and_belongs_to_its_version(article: Article, writer, language: str) -> None:
    text = {"en": "<p>Unsaved.</p>", "ru": "<p>Не сохранено.</p>"}[language]
    keep(PAGE, {f"full_text_{language}": text}, by=writer, at=NOON, article=article, version=1)
    assert drafts(writer, article) == [Draft(PAGE, 1, NOON, {f"full_text_{language}": text})]


def test_nobody_else_has_it(article: Article, writer) -> None:
    keep(PAGE, {"title_en": "Mine"}, by=writer, at=NOON, article=article, version=1)
    assert drafts(make_user("other", is_superuser=True), article) == []
    assert drafts(writer) == []
    assert drafts(writer, make_article("other")) == []


def test_what_is_typed_later_joins_what_was_typed_before(article: Article, writer) -> None:
    keep(PAGE, {"title_en": "One", "title_ru": "Раз"}, by=writer, at=NOON, article=article, version=1)
    keep(PAGE, {"title_en": "Two"}, by=writer, at=NOON, article=article, version=1)
    assert drafts(writer, article)[0].parts == {"title_en": "Two", "title_ru": "Раз"}


def test_two_tabs_keep_their_texts_apart(article: Article, writer) -> None:
    keep(PAGE, {"title_en": "In one tab"}, by=writer, at=NOON, article=article, version=1)
    later = NOON + timedelta(minutes=1)
    keep(OTHER, {"title_en": "In the other"}, by=writer, at=later, article=article, version=1)
    assert [draft.parts["title_en"] for draft in drafts(writer, article)] == ["In the other", "In one tab"]
    forget(PAGE, by=writer, article=article)
    assert [draft.page for draft in drafts(writer, article)] == [OTHER]
    forget(OTHER, by=writer, article=article)
    assert not Autosave.objects.exists()


def test_the_five_newest_are_kept(article: Article, writer) -> None:
    for number in range(7):
        moment = NOON + timedelta(minutes=number)
        keep(f"page{number}", {"title_en": f"Title {number}"}, by=writer, at=moment, article=article, version=1)
    assert [draft.page for draft in drafts(writer, article)] == ["page6", "page5", "page4", "page3", "page2"]


def test_typing_what_stands_there_keeps_nothing(article: Article, writer) -> None:
    sent = {"full_text_en": "<p>Full text of treaty.</p>\r\n", "title_en": " Title of treaty "}
    keep(PAGE, sent, by=writer, at=NOON, article=article, version=1)
    assert not Autosave.objects.exists()


def test_what_has_been_saved_since_is_not_unsaved(article: Article, writer) -> None:
    """A form may keep its text once more just after it was saved, and somebody else may have gone on since."""
    for title in ("Saved by me", "Saved by another"):
        with writing(article, by=writer):
            article.title_en = title
            article.save()
    keep(PAGE, {"title_en": "Saved by me"}, by=writer, at=NOON, article=article, version=1)
    assert not Autosave.objects.exists()
    keep(PAGE, {"title_en": "Typed since"}, by=writer, at=NOON, article=article, version=1)
    assert [(draft.version, draft.parts) for draft in drafts(writer, article)] == [(1, {"title_en": "Typed since"})]


def test_a_translator_keeps_their_language_and_no_slug(article: Article, language: str) -> None:
    translator = make_user("translator")
    role = make_role("translate_article")
    Assignment.objects.create(user=translator, role=role, language=language, article=article)
    sent = {"title_en": "Title", "title_ru": "Титул", "slug_en": "s", "slug_ru": "s", "key": "k"}
    keep(PAGE, sent | {"version": "9", "nonsense": "x"}, by=translator, at=NOON, article=article, version=1)
    kept = {"en": {"title_en": "Title"}, "ru": {"title_ru": "Титул"}}[language]
    assert drafts(translator, article)[0].parts == kept


def test_who_may_not_write_keeps_nothing(article: Article) -> None:
    reader = make_user("reader", "view_article")
    keep(PAGE, {"title_en": "Typed"}, by=reader, at=NOON, article=article, version=1)
    assert (parts_written_by(reader, article), parts_written_by(reader)) == ([], [])
    assert not Autosave.objects.exists()


def test_every_part_of_the_form_but_the_picture_is_kept_for_its_writer(article: Article) -> None:
    parts = parts_written_by(make_user("signing", "change_article", "change_byline"), article)
    assert parts == parts_written_by(make_user("author", "add_article", "change_article", "add_byline"))
    assert {"title_en", "full_text_ru", "slug_ru", "key", "outlet", "outlet_date", "original_language"} <= set(parts)
    assert parts[-2:] == ["topics", "bylines"]
    assert not {"version", "made_with", "image", "title"} & set(parts)


def test_signatures_are_kept_for_who_may_write_them(article: Article, writer) -> None:
    rows = snapshot(article)["bylines"]
    typed = [rows[0] | {"credit_line_ru": "Директор"}, *rows[1:]]
    keep(PAGE, {"bylines": typed, "topics": []}, by=writer, at=NOON, article=article, version=1)
    assert not Autosave.objects.exists()
    signing = make_user("signing", "change_article", "change_byline")
    keep(PAGE, {"bylines": rows, "topics": []}, by=signing, at=NOON, article=article, version=1)
    assert not Autosave.objects.exists()
    keep(PAGE, {"bylines": typed}, by=signing, at=NOON, article=article, version=1)
    assert drafts(signing, article)[0].parts == {"bylines": typed}
    keep(PAGE, {"bylines": [rows[0] | {"credit_line_en": "A\0B"}]}, by=signing, at=NOON, article=article, version=1)
    assert drafts(signing, article)[0].parts["bylines"][0]["credit_line_en"] == "AB"


def test_a_new_article_has_unsaved_text_too() -> None:
    author = make_user("author", "add_article", "change_article")
    keep("new.0a1b2c3d", {"title_ru": "Новая статья", "title_en": ""}, by=author, at=NOON)
    assert drafts(author) == [Draft("new.0a1b2c3d", 0, NOON, {"title_ru": "Новая статья"})]


def test_a_character_that_no_database_holds_is_left_out(article: Article, writer) -> None:
    keep(PAGE, {"title_en": "A\0B"}, by=writer, at=NOON, article=article, version=1)
    assert drafts(writer, article)[0].parts == {"title_en": "AB"}


def make_role(*permissions: str):
    role = Group.objects.create(name="only this")
    role.permissions.set(Permission.objects.filter(codename__in=permissions))
    return role
