"""People: one row each, a name in every language, one identifier nobody else has."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from authors.models import Author
from tests.factories import make_author

pytestmark = pytest.mark.django_db

TIMOFEEV = {
    "given_name_en": "Ivan",
    "family_name_en": "Timofeev",
    "given_name_ru": "Иван",
    "family_name_ru": "Тимофеев",
    "patronymic_ru": "Николаевич",
    "aliases": "Ivan Timofeyev\nИ. Н. Тимофеев\n",
}


def test_a_name_is_given_and_family_name_in_that_language(language: str) -> None:
    author = make_author(**TIMOFEEV)
    assert author.name(language) == {"en": "Ivan Timofeev", "ru": "Иван Тимофеев"}[language]


def test_a_name_as_printed_wins_in_its_language_alone() -> None:
    author = make_author(**TIMOFEEV, display_name_ru="Иван Н. Тимофеев")
    assert (author.name("en"), author.name("ru")) == ("Ivan Timofeev", "Иван Н. Тимофеев")


def test_a_name_not_known_in_a_language_is_empty_there() -> None:
    author = make_author(given_name_ru=None, family_name_ru=None)
    assert author.name("ru") == ""
    assert str(author) == "Anna Smirnova"


def test_someone_known_in_russian_only_goes_by_that_name() -> None:
    author = make_author(given_name_en=None, family_name_en=None, given_name_ru="Анна", family_name_ru="Ли")
    assert str(author) == "Анна Ли"


def test_lists_sort_by_family_name(language: str) -> None:
    author = make_author(**TIMOFEEV)
    assert author.sort_name(language) == {"en": "Timofeev, Ivan", "ru": "Тимофеев, Иван"}[language]


def test_someone_with_a_printed_name_only_sorts_by_it() -> None:
    blank = dict.fromkeys(("given_name_en", "family_name_en", "given_name_ru", "family_name_ru"), "")
    assert make_author(**blank, display_name_en="Voltaire").sort_name("en") == "Voltaire"


def test_all_names_hold_both_languages_patronymic_and_aliases_once_each() -> None:
    assert make_author(**TIMOFEEV).all_names() == [
        "Ivan Timofeev",
        "Иван Тимофеев",
        "Иван Николаевич Тимофеев",
        "Ivan Timofeyev",
        "И. Н. Тимофеев",
    ]


@pytest.mark.parametrize("name", ["иван тимофеев", "IVAN TIMOFEYEV", "Иван Николаевич Тимофеев"])
def test_people_are_found_by_any_name_case_aside(name: str) -> None:
    author = make_author(**TIMOFEEV)
    make_author("somebody-else")
    assert Author.objects.named(name) == [author]


def test_io_and_ie_find_the_same_person() -> None:
    author = make_author(given_name_ru="Пётр", family_name_ru="Королёв")
    assert Author.objects.named("Петр Королев") == [author]


def test_somebody_without_any_name_is_refused() -> None:
    with pytest.raises(ValidationError) as refused:
        Author(slug="nobody").clean()
    assert (refused.value.code, refused.value.messages) == (
        "name_missing",
        ["Give the name in at least one language."],
    )


def test_two_people_cannot_have_one_orcid() -> None:
    make_author(orcid="0000-0002-1825-0097")
    with pytest.raises(IntegrityError):
        make_author("somebody-else", orcid="0000-0002-1825-0097")


def test_many_people_may_have_no_orcid() -> None:
    make_author()
    make_author("somebody-else")
    assert Author.objects.filter(orcid="").count() == 2


def test_somebody_without_a_slug_is_refused_by_the_database() -> None:
    with pytest.raises(IntegrityError):
        make_author("")
