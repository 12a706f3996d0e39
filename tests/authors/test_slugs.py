"""Slugs: Latin letters for both languages, cut where a word ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authors.slugs import free_slug, make_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Can Washington and Moscow Agree?", "can-washington-and-moscow-agree"),
        ("Щётка", "shchetka"),
        ("Хрущёв, Цой, Чехов, Шолохов, Юлия, Яна", "khrushchev-tsoy-chekhov-sholokhov-yuliya-yana"),
        ("Подъезд и объявление", "podyezd-i-obyavlenie"),
        ("Чарап & Тимофеев — 2019", "charap-timofeev-2019"),
        ("U.S.–Russia relations", "usrussia-relations"),
        ("Café", "cafe"),
        ("", ""),
        ("— ?!", ""),
    ],
)
def test_a_title_gives_its_slug(title: str, slug: str) -> None:
    assert make_slug(title) == slug


def test_a_long_title_is_cut_after_a_word() -> None:
    title = "Смогут ли Вашингтон и Москва договориться об ограничении политического вмешательства?"
    assert make_slug(title) == "smogut-li-vashington-i-moskva-dogovoritsya-ob-ogranichenii-politicheskogo"


def test_a_slug_as_long_as_allowed_is_left_alone() -> None:
    assert make_slug("word " * 15 + "words") == "word-" * 15 + "words"
    assert make_slug("word " * 15 + "wordss") == ("word-" * 15).removesuffix("-")


def test_one_word_too_long_is_cut_anywhere() -> None:
    assert make_slug("a" * 81) == "a" * 80


@given(st.text())
def test_a_slug_is_short_ascii_whatever_the_title(title: str) -> None:
    slug = make_slug(title)
    assert slug.isascii()
    assert len(slug) <= 80
    assert make_slug(slug) == slug


def test_a_slug_in_use_gets_the_next_free_number() -> None:
    assert free_slug("Щётка", {"brush"}.__contains__) == "shchetka"
    assert free_slug("Щётка", {"shchetka"}.__contains__) == "shchetka-2"
    assert free_slug("Щётка", {"shchetka", "shchetka-2"}.__contains__) == "shchetka-3"


def test_a_title_without_letters_has_no_slug_to_number() -> None:
    assert free_slug("?", {""}.__contains__) == ""


@pytest.mark.parametrize("name", ["王小明", "Σωκράτης", "محمد", "***"])
def test_a_name_without_latin_or_cyrillic_letters_is_called_by_what_it_names(name: str) -> None:
    assert free_slug(name, set().__contains__, "author") == "author"
    assert free_slug(name, {"author", "author-2"}.__contains__, "author") == "author-3"
    assert free_slug("Щётка", set().__contains__, "author") == "shchetka"
