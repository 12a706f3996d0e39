"""Addresses of paragraphs that mean the same passage in every language of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.texts.places import order, own_places, shared_places


def test_a_text_that_goes_by_itself_counts_its_paragraphs() -> None:
    assert own_places(3).found == (("p1",), ("p2",), ("p3",))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([([0], [0]), ([1], [1])], [["p1"], ["p2"]]),
        ([([0], [0, 1]), ([1], [2])], [["p1"], ["p1-2"], ["p2"]]),
        ([([0], [0, 1, 2])], [["p1"], ["p1-2"], ["p1-3"]]),
        ([([0, 1], [0]), ([2], [1])], [["p1", "p2"], ["p3"]]),
        ([([0, 1], [0, 1])], [["p1"], ["p2"]]),
        ([([0, 1, 2], [0, 1])], [["p1"], ["p2", "p3"]]),
        ([([0, 1], [0, 1, 2])], [["p1"], ["p2"], ["p2-2"]]),
        ([([0], [0]), ([], [1]), ([1], [2])], [["p1"], ["p1-2"], ["p2"]]),
        ([([], [0]), ([], [1]), ([0], [2])], [["p0"], ["p0-2"], ["p1"]]),
        ([([0], [1]), ([1], [0])], [["p2"], ["p1"]]),
    ],
)
def test_a_paragraph_has_the_number_of_the_one_beside_it(rows: list, expected: list) -> None:
    places = shared_places(rows, len(expected))
    assert [list(one) for one in places.found] == expected
    assert places.missing == {}


def test_what_is_missing_has_its_address_where_it_would_stand() -> None:
    rows = [([0], []), ([1], [0]), ([2], []), ([3], []), ([4], [1]), ([5], [])]
    places = shared_places(rows, 2)
    assert places.found == (("p2",), ("p5",))
    assert places.missing == {0: ("p1",), 1: ("p3", "p4"), 2: ("p6",)}


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(any), max_size=8))
def test_no_address_is_given_twice_and_none_is_lost(sizes: list) -> None:
    rows, theirs, ours = [], 0, 0
    for many, few in sizes:
        rows.append((list(range(theirs, theirs + many)), list(range(ours, ours + few))))
        theirs, ours = theirs + many, ours + few
    places = shared_places(rows, ours)
    given_out = [name for names in [*places.found, *places.missing.values()] for name in names]
    assert len(given_out) == len(set(given_out))
    assert {f"p{number}" for number in range(1, theirs + 1)} <= set(given_out)
    assert len(places.found) == ours
    assert all(places.found)


def test_addresses_are_sorted_as_numbers() -> None:
    assert sorted(["p10", "p2-2", "p2", "p0"], key=order) == ["p0", "p2", "p2-2", "p10"]
