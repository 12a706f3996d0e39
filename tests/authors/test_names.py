"""Names: compared as readers do it, and marked with the language they are spelled in."""

import pytest

from authors.names import fold, language_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Королёв", "КОРОЛЕВ"),
        ("Ёлкин", "елкин"),
        ("Андрей", "Андреи\u0306"),
        ("Ivan  Timofeev ", "ivan timofeev"),
        ("O’Brien", "o'brien"),
        ("Римский‑Корсаков", "римский-корсаков"),
        ("Римский–Корсаков", "Римский-Корсаков"),
        ("Иван\u00a0Тимофеев", "Иван Тимофеев"),
    ],
)
def test_spellings_of_one_name_are_the_same_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Тимофеев", "Тимофеева"), ("Бой", "Бои"), ("Samuel Charap", "Samuel Scharap")]
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "english", "russian"),
    [
        ("Сэмюэл Чарап", "ru", "ru"),
        ("Samuel Scharap", "en", "en"),
        ("王小明", "en", "ru"),
        ("ООО «Rocks»", "en", "ru"),
    ],
)
def test_a_name_is_marked_as_another_languages_when_its_letters_are(name: str, english: str, russian: str) -> None:
    assert (language_of(name, "en"), language_of(name, "ru")) == (english, russian)
