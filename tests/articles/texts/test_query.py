"""Reading a query: words, phrases, exclusions; and that no text is beyond it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.texts.query import Query, Unreadable, read, shown


def test_words_are_stems() -> None:
    assert read("Meddled elections", "en").words == ("meddl", "elect")
    assert read("Вмешательства Тимофеева", "ru").words == ("вмешательств", "тимоф")


@pytest.mark.parametrize("quoted", ['"новый мир"', "«новый мир»", "„новый мир“", "“новый мир”"])
def test_words_in_any_quotation_marks_are_a_phrase(quoted: str) -> None:
    assert read(quoted, "ru").phrases == (("нов", "мир"),)


def test_a_word_with_a_hyphen_is_a_phrase_and_excludes_nothing() -> None:
    query = read("non-interference", "en")
    assert (query.phrases, query.without) == ((("non", "interfer"),), ())


@pytest.mark.parametrize("minus", ["-", "−"])
def test_a_word_or_phrase_after_a_minus_is_excluded(minus: str) -> None:
    query = read(f'Moscow {minus}treaties {minus}"New START"', "en")
    assert (query.words, query.without) == (("moscow",), (("treati",), ("new", "start")))


def test_small_words_are_passed_over_outside_phrases() -> None:
    assert read("the war in the Arctic", "en").words == ("war", "arctic")
    assert read("переговоры о мире", "ru").words == ("переговор", "мир")
    assert read('"war on the rocks"', "en").phrases == (("war", "on", "the", "rock"),)


def test_small_words_are_looked_for_when_there_are_no_others() -> None:
    assert read("The Who", "en").words == ("the", "who")
    assert read("и", "ru").words == ("и",)


def test_small_words_of_a_phrase_are_not_worth_marking() -> None:
    assert read('"war on the rocks"', "en").telling == {"war", "rock"}


@pytest.mark.parametrize("text", ['"новый мир', 'новый" мир', '"" новый мир ""', "новый «мир"])
def test_a_quotation_mark_without_its_other_half_is_none(text: str) -> None:
    assert read(text, "ru") == read("новый мир", "ru")


@pytest.mark.parametrize("text", ["", "   ", '"', '""', "-", "--", '-""', "%_", "()*:^", "\x00", "\u202e"])
def test_a_query_without_words_is_empty(text: str) -> None:
    assert read(text, "en") == Query("en")


@pytest.mark.parametrize(
    ("text", "reason"),
    [("-война", "only_without"), ('-"a b" -c', "only_without"), ("x " * 101, "long"), ("x" * 201, "long")],
)
def test_what_is_not_looked_for_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(text, "ru")
    assert refused.value.reason == reason


def test_twenty_words_are_read_and_one_more_is_too_many() -> None:
    assert len(read(" ".join(f"w{number}" for number in range(20)), "en").words) == 20
    with pytest.raises(Unreadable, match="words"):
        read(" ".join(f"w{number}" for number in range(21)), "en")


def test_a_query_is_shown_without_what_no_page_can_hold() -> None:
    assert shown(" a\x00b\u202ec\ud800d ") == "a b c d"
    assert shown("x" * 100_000) == "x" * 200


@given(st.text(st.characters(codec=None), max_size=250))
def test_every_text_is_a_query_or_refused(text: str) -> None:
    for language in ("en", "ru"):
        try:
            query = read(text, language)
        except Unreadable:
            continue
        assert all(word.isalnum() for word in query.words)
        assert all(word in query.words for phrase in query.phrases for word in phrase)
