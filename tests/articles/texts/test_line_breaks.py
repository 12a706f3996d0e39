"""Lines of a title: no preposition at the end of one, none longer than there is room, all about as long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.texts.line_breaks import even, fill, tied

RUSSIAN = "Смогут ли Вашингтон и Москва договориться об ограничении политического вмешательства?"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Мир в Европе и за её пределами", "Мир в_Европе и_за_её пределами"),
        ("ru", RUSSIAN, "Смогут_ли Вашингтон и_Москва договориться об_ограничении политического вмешательства?"),
        ("ru", "Война — это не выход", "Война_— это не_выход"),
        ("ru", "Письмо А. Иванову, № 5", "Письмо А._Иванову, №_5"),
        ("ru", "Что же дальше?", "Что_же дальше?"),
        ("ru", "«О войне» и после", "«О_войне» и_после"),
        ("en", "The End of a Treaty", "The_End of_a_Treaty"),
        ("en", "War   –\nor Peace", "War_– or_Peace"),
        ("en", "", ""),
    ],
)
def test_what_belongs_together_is_tied(language: str, text: str, expected: str) -> None:
    assert tied(text, language).replace("\u00a0", "_") == expected


def test_no_line_ends_in_a_preposition() -> None:
    for width in range(16, 60):
        lines = fill(tied(RUSSIAN, "ru"), width, len)
        assert {line.split()[-1] for line in lines} & {"и", "об"} == set()


def test_lines_are_filled_and_then_made_even() -> None:
    text = "one two three four five six seven"
    assert fill(text, 24, len) == ["one two three four five", "six seven"]
    assert even(text, 24, len) == ["one two three four", "five six seven"]


def test_a_word_that_fits_no_line_is_cut() -> None:
    assert fill("ab incomprehensibilities", 10, len) == ["ab", "incomprehe", "nsibilitie", "s"]


def test_what_is_tied_parts_before_a_word_is_cut() -> None:
    assert fill(tied("не без ограничений", "ru"), 11, len) == ["не без", "ограничений"]


@given(st.text(alphabet="aбв \u00a0—", max_size=60), st.integers(1, 30))
def test_nothing_is_lost_and_no_line_is_too_long(text: str, width: int) -> None:
    text = tied(text, "ru")
    for lines in (fill(text, width, len), even(text, width, len)):
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert max(map(len, lines)) <= width
