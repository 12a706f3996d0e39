"""The manuscript: slugs and key made from titles, each slug once in its language, versions counted."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import override

from articles.models import Article
from tests.factories import make_article, make_author

pytestmark = pytest.mark.django_db

TITLES = {"title_en": "Can the Rivals Agree?", "title_ru": "Щит и ёлка"}


def test_slugs_are_made_from_the_title_of_each_language() -> None:
    article = Article.objects.create(**TITLES)
    article.refresh_from_db()
    assert (article.slug_en, article.slug_ru) == ("can-the-rivals-agree", "shchit-i-elka")


def test_a_language_without_a_title_has_no_slug() -> None:
    article = Article.objects.create(title_en="Can the Rivals Agree?")
    assert (article.slug_en, article.slug_ru or "") == ("can-the-rivals-agree", "")


def test_a_given_slug_stays_when_the_title_changes(language: str) -> None:
    article = make_article()
    setattr(article, f"title_{language}", "Другое")
    article.save()
    assert getattr(article, f"slug_{language}") == f"treaty-{language}"


def test_a_slug_taken_in_one_language_is_numbered_there_only() -> None:
    Article.objects.create(title_en="Other", title_ru=TITLES["title_ru"])
    article = Article.objects.create(**TITLES)
    assert (article.slug_en, article.slug_ru) == ("can-the-rivals-agree", "shchit-i-elka-2")


def test_the_database_refuses_a_slug_taken_in_its_language(language: str) -> None:
    make_article("first")
    with pytest.raises(IntegrityError):
        make_article("second", authors=[], **{f"slug_{language}": f"first-{language}"})


def test_a_form_refuses_a_slug_taken_in_its_language_and_names_no_other(language: str) -> None:
    make_article("first")
    second = make_article("second")
    setattr(second, f"slug_{language}", f"first-{language}")
    with pytest.raises(ValidationError) as refused:
        second.full_clean()
    # A constraint with a condition is no field's own; there is one message, since only one language is taken.
    assert refused.value.message_dict == {"__all__": ["Another article has this slug in this language."]}


def test_two_languages_may_share_one_slug() -> None:
    first = make_article("first", slug_en="interference", slug_ru="interference")
    second = make_article("second", slug_en="first-ru")
    first.full_clean()
    second.full_clean()
    assert Article.objects.with_slug("interference", "ru").get() == first
    assert Article.objects.with_slug("first-ru", "en").get() == second


def test_many_articles_may_have_no_slug_yet() -> None:
    Article.objects.create(key="a", slug_en="", slug_ru="")
    Article.objects.create(key="b", slug_en="", slug_ru=None)
    assert Article.objects.count() == 2


def test_the_key_is_the_first_slug_and_stays() -> None:
    article = Article.objects.create(**TITLES)
    assert article.key == "can-the-rivals-agree"
    article.title_en = article.slug_en = "otherwise"
    article.save()
    article.refresh_from_db()
    assert article.key == "can-the-rivals-agree"


def test_a_key_in_use_is_numbered() -> None:
    make_article("can-the-rivals-agree")
    assert Article.objects.create(**TITLES).key == "can-the-rivals-agree-2"


def test_an_article_without_any_title_gets_a_key_all_the_same() -> None:
    assert [Article.objects.create().key, Article.objects.create().key] == ["article", "article-2"]


def test_the_database_refuses_an_empty_key() -> None:
    make_article()
    with pytest.raises(IntegrityError):
        Article.objects.update(key="")


def test_the_database_refuses_an_original_language_that_is_none() -> None:
    with pytest.raises(IntegrityError):
        make_article(original_language="de")


def test_the_version_counts_up_with_every_save() -> None:
    article = make_article()
    article.save()
    article.save()
    article.refresh_from_db()
    assert article.version == 3


def test_an_article_goes_by_its_title_in_the_reader_s_language_or_any_or_else_its_key() -> None:
    both = make_article("both")
    assert str(both) == "Title of both"
    with override("ru"):
        assert (str(both), str(make_author("jane-doe"))) == ("Заглавие both", "Jane-ру Doe")
    assert str(make_article("russian", languages=["ru"])) == "Заглавие russian"
    assert str(Article.objects.create(key="nameless")) == "nameless"


@pytest.mark.parametrize("field", ["title", "short_text", "full_text"])
def test_any_of_title_and_texts_is_a_text(field: str, language: str) -> None:
    article = Article.objects.create(**{f"{field}_{language}": "<p>a</p>"})
    other = {"en": "ru", "ru": "en"}[language]
    assert (article.has_text(language), article.has_text(other)) == (True, False)


def test_an_article_is_found_by_its_natural_key() -> None:
    article = make_article()
    assert article.natural_key() == ("treaty",)
    assert Article.objects.get_by_natural_key("treaty") == article


def test_a_title_that_is_a_year_gets_an_address_beside_the_archive_s(language: str) -> None:
    article = Article.objects.create(**{f"title_{language}": "1984"})
    assert getattr(article, f"slug_{language}") == "1984-2"
