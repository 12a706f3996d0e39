"""What changed, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.texts.word_diff import GONE, NEW, SAME, word_diff


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        ("", "", []),
        ("Same.", "Same.", [(SAME, "Same.")]),
        ("", "New", [(NEW, "New")]),
        ("Gone", "", [(GONE, "Gone")]),
        ("One two three", "One 2 three", [(SAME, "One "), (GONE, "two"), (NEW, "2"), (SAME, " three")]),
        ("Да, нет.", "Да и нет.", [(SAME, "Да"), (GONE, ","), (NEW, " и"), (SAME, " нет.")]),
        ("вмешательство", "вмешательства", [(GONE, "вмешательство"), (NEW, "вмешательства")]),
    ],
)
def test_the_way_from_one_text_to_another(before: str, after: str, way: list[tuple[str, str]]) -> None:
    assert word_diff(before, after) == way


@given(st.text("аб ,.\n"), st.text("аб ,.\n"))
def test_both_texts_can_be_read_off_the_way(before: str, after: str) -> None:
    way = word_diff(before, after)
    assert "".join(text for kind, text in way if kind != NEW) == before
    assert "".join(text for kind, text in way if kind != GONE) == after
