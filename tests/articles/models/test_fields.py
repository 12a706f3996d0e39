"""Fields: what reaches the database is readable, in NFC, short enough and clean, whichever way it comes."""

import json
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.forms import modelform_factory
from django.utils.translation import override

from articles.models import Article, Topic
from authors.models import Author
from tests.factories import make_article, make_author, make_topic

pytestmark = pytest.mark.django_db

FORBIDDEN = {
    "\0": "U+0000 NULL",
    "\ud800": "U+D800 LONE SURROGATE",
    "\u202e": "U+202E RIGHT-TO-LEFT OVERRIDE",
}
DIRTY = '<p onclick="x()">Да <a href="javascript:x()">и</a> нет</p><script>x()</script>'
CLEAN = "<p>Да <a>и</a> нет</p>"


def test_what_is_written_decomposed_is_stored_composed(language: str) -> None:
    article = make_article(**{f"title_{language}": "Мои\u0306 cafe\u0301", f"full_text_{language}": "<p>и\u0306</p>"})
    article.refresh_from_db()
    assert getattr(article, f"title_{language}") == "Мой café"
    assert getattr(article, f"full_text_{language}") == "<p>й</p>"


@pytest.mark.parametrize(("character", "name"), FORBIDDEN.items())
@pytest.mark.parametrize("field", ["title", "standfirst", "full_text"])
def test_an_unreadable_character_is_refused_on_save(field: str, character: str, name: str, language: str) -> None:
    with pytest.raises(ValidationError) as refused, transaction.atomic():
        make_article(**{f"{field}_{language}": f"ab{character}c"})
    assert refused.value.code == "character"
    assert refused.value.messages == [f"Expected readable text; found {name} at character 3."]
    assert not Article.objects.exists()


@pytest.mark.parametrize(("character", "name"), FORBIDDEN.items())
def test_an_unreadable_character_is_refused_on_update(character: str, name: str, language: str) -> None:
    make_article()
    with pytest.raises(ValidationError) as refused:
        Article.objects.update(**{f"title_{language}": character})
    assert refused.value.messages == [f"Expected readable text; found {name} at character 1."]


@pytest.mark.parametrize("character", ["\ud800", "\u202e"])  # a form takes NUL for an attack of its own kind
def test_an_unreadable_character_is_refused_on_the_field_of_the_form(character: str) -> None:
    form = modelform_factory(Topic, fields=["slug", "name"])({"slug": "treaties", "name": f"a{character}"})
    assert form.errors == {"name": [f"Expected readable text; found {FORBIDDEN[character]} at character 2."]}


def test_a_nul_is_refused_on_the_field_of_the_form() -> None:
    form = modelform_factory(Topic, fields=["slug", "name"])({"slug": "treaties", "name": "a\0"})
    assert list(form.errors) == ["name"]


def test_the_refusal_is_in_the_editor_s_language() -> None:
    form_of = modelform_factory(Topic, fields=["slug", "name"])
    with override("ru"):
        (message,) = form_of({"slug": "treaties", "name": "a\u202e"}).errors["name"]
        assert "U+202E RIGHT-TO-LEFT OVERRIDE" in message
        assert "Expected" not in message


@pytest.mark.parametrize("size", [301, 1_000_000])
def test_a_title_too_long_is_refused_with_words_by_every_database(size: int, language: str) -> None:
    with pytest.raises(ValidationError) as refused:
        make_article(**{f"title_{language}": "я" * size})
    field = {"en": "title", "ru": "title · Русский"}[
        language
    ]  # the active language's is written first, by its plain name
    assert refused.value.code == "max_length"
    assert refused.value.messages == [f"Expected at most 300 characters in “{field}”; found {size}."]


def test_a_title_as_long_as_allowed_is_stored(language: str) -> None:
    article = make_article(**{f"title_{language}": "я" * 300})
    article.refresh_from_db()
    assert getattr(article, f"title_{language}") == "я" * 300


def test_a_text_of_a_megabyte_is_stored_whole(language: str) -> None:
    article = make_article(**{f"full_text_{language}": f"<p>{'я' * 1_000_000}</p>"})
    article.refresh_from_db()
    assert len(getattr(article, f"full_text_{language}")) == 1_000_007


def stored(language: str) -> list[str]:
    """What the database itself holds."""
    return list(Article.objects.values_list(f"full_text_{language}", flat=True))


def test_html_is_cleaned_when_it_is_created(language: str) -> None:
    make_article(**{f"full_text_{language}": DIRTY})
    assert stored(language) == [CLEAN]


def test_html_is_cleaned_when_it_is_updated(language: str) -> None:
    make_article()
    Article.objects.update(**{f"full_text_{language}": DIRTY})
    assert stored(language) == [CLEAN]


def test_html_is_cleaned_when_it_comes_in_bulk(language: str) -> None:
    article = Article(key="treaty", **{f"full_text_{language}": ""})
    Article.objects.bulk_create([Article(key="other", **{f"full_text_{language}": DIRTY}), article])
    setattr(article, f"full_text_{language}", DIRTY)
    Article.objects.bulk_update([article], [f"full_text_{language}"])
    assert stored(language) == [CLEAN, CLEAN]


def test_html_is_cleaned_when_it_comes_from_a_fixture(language: str, tmp_path: Path) -> None:
    fixture = tmp_path / "dirty.json"
    fields = {"key": "treaty", f"full_text_{language}": DIRTY, "modified_at": "2026-01-01T00:00:00Z"}
    fixture.write_text(json.dumps([{"model": "articles.article", "fields": fields}]))
    call_command("loaddata", fixture, verbosity=0)
    assert stored(language) == [CLEAN]


def test_the_rich_text_form_refuses_a_bad_link_aloud(language: str) -> None:
    form_of = modelform_factory(Article, fields=[f"full_text_{language}"])
    errors = form_of({f"full_text_{language}": '<p><a href="/about">about</a></p>'}).errors
    assert errors == {
        f"full_text_{language}": [
            "The link “about”: expected an address that begins with https:// or http://; found “/about”."
        ]
    }


@pytest.mark.parametrize("address", ["ftp://example.org", "javascript:alert(1)", "example.org/x y"])
def test_an_address_that_is_none_is_refused_on_its_field(address: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Author(slug="a", given_name_en="A", url=address).full_clean()
    assert list(refused.value.message_dict) == ["url"]


def test_a_topic_and_a_person_in_decomposed_letters_are_found_composed() -> None:
    topic, author = make_topic(name_ru="Россия и\u0306"), make_author(family_name_ru="Толстои\u0306")
    assert Topic.objects.get(name_ru="Россия й") == topic
    assert Author.objects.get(family_name_ru="Толстой") == author


def test_a_line_break_in_a_line_is_a_space(language: str) -> None:
    article = make_article(**{f"title_{language}": "one\r\ntwo\tthree"})
    article.refresh_from_db()
    assert getattr(article, f"title_{language}") == "one two three"


@pytest.mark.parametrize("slug", ["a/../b", "a b", "ы" * 3, "x" * 101])
def test_a_slug_that_no_address_holds_is_refused_on_save(slug: str) -> None:
    with pytest.raises(ValidationError), transaction.atomic():
        make_topic(slug)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/about", "ftp://example.org/", "https://"])
def test_an_address_no_browser_opens_is_refused_on_save(address: str) -> None:
    with pytest.raises(ValidationError), transaction.atomic():
        make_article(source_url=address)
