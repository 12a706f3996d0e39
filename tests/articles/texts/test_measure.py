"""Measures: words, minutes, excerpts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.texts.measure import excerpt, reading_minutes, word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" — … ", 0),
        ("Two words", 2),
        ("Два слова — и тире", 4),
        ("The well-known U.S. don't", 4),
        ("Из‑за чего-нибудь", 2),
        ("One.\n\nTwo.", 2),
    ],
)
def test_words_are_counted_as_a_reader_would(text: str, words: int) -> None:
    assert word_count(text) == words


@pytest.mark.parametrize(
    ("words", "language", "minutes"),
    [
        (0, "en", 0),
        (1, "en", 1),
        (228, "en", 1),
        (229, "en", 2),
        (184, "ru", 1),
        (185, "ru", 2),
        (185, "de", 2),
    ],
)
def test_reading_takes_whole_minutes_at_the_pace_of_its_language(words: int, language: str, minutes: int) -> None:
    assert reading_minutes(words, language) == minutes


def test_a_short_text_is_its_own_excerpt() -> None:
    assert excerpt("  Первый абзац.  ") == "Первый абзац."


def test_an_excerpt_is_taken_from_the_first_paragraph_alone() -> None:
    assert excerpt("The first.\nStill the first.\n\nThe second.") == "The first. Still the first."


def test_a_long_excerpt_is_cut_after_a_word() -> None:
    assert excerpt("One two, three four", 10) == "One two…"
    assert excerpt("Раз два — три четыре", 11) == "Раз два…"


def test_one_word_too_long_is_cut_anywhere() -> None:
    assert excerpt("a" * 20, 10) == "aaaaaaaaa…"


@given(st.text(), st.integers(min_value=2, max_value=300))
def test_an_excerpt_is_never_longer_than_asked(text: str, length: int) -> None:
    assert len(excerpt(text, length)) <= length
