"""Names: compared and sorted as readers do it."""

import pytest

from authors.names import fold, sort_key


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


def test_io_sorts_with_ie_and_case_does_not_matter() -> None:
    assert sorted(["Жуков", "Ёлкин", "елкин", "Едов"], key=sort_key) == ["Едов", "Ёлкин", "елкин", "Жуков"]
