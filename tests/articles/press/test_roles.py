"""Who may do what: for the whole site, in one article, in one language."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Edition
from articles.press.roles import (
    columns_written_by,
    editions_seen_by,
    languages_written_by,
    may,
    may_somewhere,
    may_write,
    seen_by,
)
from tests.articles.admin.ranks import assign, somebody
from tests.factories import make_article, make_user, publish

pytestmark = pytest.mark.django_db

OTHER = {"en": "ru", "ru": "en"}


@pytest.fixture
def article() -> Article:
    return make_article()


def test_a_translator_writes_their_own_language_in_every_article(article: Article, language: str) -> None:
    translator = somebody(f"translator_{language}")
    assert may_write(translator, article, language)
    assert not may_write(translator, article, OTHER[language])
    assert languages_written_by(translator, article) == [language]


def test_a_translator_of_one_article_writes_that_one_only(article: Article, language: str) -> None:
    translator = make_user()
    assign(translator, "Translator", language=language, article=article)
    assert languages_written_by(translator, article) == [language]
    assert languages_written_by(translator, make_article("other")) == []


def test_a_translator_sees_what_they_translate_from(article: Article, language: str) -> None:
    translator = somebody(f"translator_{language}")
    assert may(translator, "view_article", article)
    assert may(translator, "view_byline", article, OTHER[language])
    assert not may(translator, "change_article", article, language)
    assert not may(translator, "release_article", article, language)


def test_a_translator_writes_texts_but_neither_slug_nor_anything_shared(article: Article, language: str) -> None:
    assert columns_written_by(somebody(f"translator_{language}"), article) == {
        f"{field}_{language}"
        for field in (
            "title",
            "standfirst",
            "short_text",
            "short_link",
            "full_text",
            "full_link",
            "full_text_url",
            "translation_note",
            "image_alt",
            "image_credit",
        )
    }


def test_a_writer_of_one_article_changes_that_one_and_makes_none(article: Article) -> None:
    writer, other = somebody("writer", article), make_article("other")
    assert may(writer, "change_article", article)
    assert {"slug_en", "slug_ru", "original_language", "outlet", "key"} <= columns_written_by(writer, article)
    assert not may(writer, "change_article", other)
    assert columns_written_by(writer, other) == set()
    assert not may(writer, "change_article")
    assert may_somewhere(writer, "change_article")
    assert not may(writer, "add_article")
    assert not may_somewhere(writer, "release_article")


@pytest.mark.parametrize("assigned", [True, False])
@pytest.mark.parametrize(
    ("role", "granted"),
    [
        ("Writer", [True, False, False, False]),
        ("Translator", [False, False, False, False]),
        ("Editor", [True, True, False, False]),
        ("Publisher", [True, True, True, True]),
    ],
)
def test_a_role_for_the_site_is_the_same_by_assignment_and_by_group(
    article: Article, role: str, granted: list[bool], assigned: bool
) -> None:
    user = make_user()
    if assigned:
        assign(user, role)
    else:
        user.groups.add(Group.objects.get(name=role))
    asked = ["change_article", "minor_article", "release_article", "override_article"]
    assert [may(user, one, article) for one in asked] == granted
    assert user.has_perm("authors.view_author")
    assert user.has_perm("authors.change_author") == granted[1]


def test_the_group_of_translators_alone_translates_nothing_since_it_names_no_language(article: Article) -> None:
    user = make_user()
    user.groups.add(Group.objects.get(name="Translator"))
    assert languages_written_by(user, article) == []
    assert may(user, "view_article", article)


def test_whoever_has_a_role_in_one_article_sees_that_one_and_its_editions(article: Article) -> None:
    publish(article)
    publish(make_article("other"))
    writer = somebody("writer", article)
    assert list(seen_by(writer, Article.objects.all())) == [article]
    assert {edition.article_id for edition in editions_seen_by(writer, Edition.objects.all())} == {article.pk}


@pytest.mark.parametrize("rank", ["stranger", "reader", "staff"])
def test_whoever_has_no_role_sees_nothing(article: Article, rank: str) -> None:
    publish(article)
    user = somebody(rank)
    assert list(seen_by(user, Article.objects.all())) == []
    assert list(editions_seen_by(user, Edition.objects.all())) == []


@pytest.mark.parametrize("field", ["is_active", "is_staff"])
def test_a_role_is_worth_nothing_to_an_account_that_has_left_the_desk(article: Article, field: str) -> None:
    user = make_user(**{field: False})
    assign(user, "Publisher")
    assign(user, "Writer", article=article)
    assert not may(user, "release_article", article)
    assert not may_somewhere(user, "change_article")
    assert list(seen_by(user, Article.objects.all())) == []


def test_permissions_added_to_a_group_for_other_apps_do_not_come_with_an_assignment() -> None:
    group = Group.objects.get(name="Editor")
    group.permissions.add(*_permissions_of("auth"))
    user = make_user()
    assign(user, "Editor")
    assert not user.has_perm("auth.change_user")
    assert user.has_perm("authors.change_author")


def _permissions_of(app: str) -> list:
    return list(Group.permissions.field.related_model.objects.filter(content_type__app_label=app))


def test_a_page_that_asks_often_asks_the_database_once() -> None:
    user = somebody("publisher")
    user.has_perm("authors.view_author")
    with CaptureQueriesContext(connection) as queries:
        assert user.has_perm("authors.change_author")
        assert user.has_module_perms("articles")
        assert not user.has_perm("auth.view_user")
    assert len(queries) == 0
