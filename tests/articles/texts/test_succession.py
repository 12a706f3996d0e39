"""Succession: what stayed, and what stands where other paragraphs stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.texts.succession import heirs, rewritten, runs

KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)


def kept(before: str, after: str) -> dict[str, str]:
    return {key: key for key in before if key in after}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("abc", "abc", []),
        ("abc", "axc", [(["b"], ["x"], 3)]),
        ("abc", "xabc", [([], ["x"], 2)]),
        ("abc", "ab", [(["c"], [], 2)]),
        ("abcd", "xbyd", [(["a"], ["x"], 2), (["c"], ["y"], 4)]),
        ("abcde", "bcdxa", [(["e"], ["x"], 5)]),
        ("", "ab", [([], ["a", "b"], 2)]),
    ],
)
def test_runs_stand_between_paragraphs_that_stayed(before: str, after: str, expected: list) -> None:
    assert list(runs(list(before), list(after), kept(before, after))) == expected


@given(KEYS, KEYS)
def test_as_many_paragraphs_as_possible_count_as_having_stayed(before: list[str], after: list[str]) -> None:
    common = [key for key in before if key in after]
    # Between any two paragraphs that stayed, mark a place that has changed: one more than stayed.
    rising = [0] * len(common)
    for end, key in enumerate(common):
        earlier = [rising[i] for i in range(end) if after.index(common[i]) < after.index(key)]
        rising[end] = 1 + max(earlier, default=0)
    marked = ["^0"]
    for key in after:
        marked += [key, f"^{len(marked)}"]
    places = {place for _, _, place in runs(before, marked, {key: key for key in common})}
    assert len(places) == max(rising, default=0) + 1


def test_rewritten_paragraphs_are_known_by_most_of_their_words() -> None:
    texts = {"a": "one two three four", "b": "five six seven eight", "x": "Five, six and eight!", "y": "nine ten one"}
    assert rewritten(["a", "b"], ["x", "y"], texts) == {"b": "x"}
    assert rewritten(["a"], ["unknown"], texts) == {}


def test_what_repeats_a_word_has_it_as_often_as_it_says_it() -> None:
    assert rewritten(["a"], ["b"], {"a": "the the the the", "b": "the word"}) == {}


def test_of_several_rewritings_the_nearest_counts() -> None:
    texts = {"a": "one two three four", "x": "one two three six", "y": "one two three four five"}
    assert rewritten(["a"], ["x", "y"], texts) == {"a": "y"}


def test_parts_of_one_paragraph_inherit_from_it_in_any_order() -> None:
    texts = {"a": "one two three four five six", "x": "five six", "y": "one two three four", "z": "seven eight"}
    assert heirs(["a"], ["x", "z", "y"], texts) == {"x": ["a"], "z": [], "y": ["a"]}


def test_one_paragraph_made_of_two_inherits_from_both() -> None:
    texts = {"a": "one two three", "b": "four five six", "c": "quite another", "x": "one two three four five six"}
    assert heirs(["a", "b", "c"], ["x"], texts) == {"x": ["a", "b"]}


def test_without_words_all_replace_all_unless_they_are_as_many() -> None:
    assert heirs(["a", "b"], ["x", "y"], {}) == {"x": ["a"], "y": ["b"]}
    assert heirs(["a", "b"], ["x", "y", "z"], {}) == {"x": ["a", "b"], "y": ["a", "b"], "z": ["a", "b"]}


def test_what_stayed_goes_on_with_itself() -> None:
    assert heirs(["a", "b"], ["b", "new", "a"], {}) == {"b": ["b"], "new": [], "a": ["a"]}
