"""Merging: what two people changed in different places is joined; what both changed is for them to settle."""

from hypothesis import given
from hypothesis import strategies as st

from articles.press.merge import merge

FIELDS = st.fixed_dictionaries({name: st.sampled_from("abc") for name in ("title", "text", "link")})


def test_a_field_goes_to_the_one_who_changed_it() -> None:
    found = merge({"en": "a", "ru": "б"}, {"en": "A", "ru": "б"}, {"en": "a", "ru": "Б"})
    assert (found.values, found.theirs, found.conflicts) == ({"en": "A", "ru": "Б"}, ["ru"], [])


def test_what_both_changed_alike_is_no_conflict() -> None:
    assert merge({"en": "a"}, {"en": "A"}, {"en": "A"}).conflicts == []


def test_what_both_changed_otherwise_is_a_conflict_and_mine_stays() -> None:
    found = merge({"en": "a"}, {"en": "mine"}, {"en": "theirs"})
    assert (found.values, found.theirs, found.conflicts) == ({"en": "mine"}, [], ["en"])


@given(FIELDS, FIELDS, FIELDS)
def test_nothing_that_anybody_changed_is_lost(base: dict, mine: dict, theirs: dict) -> None:
    found = merge(base, mine, theirs)
    for name in base:
        if mine[name] != base[name]:
            assert found.values[name] == mine[name]
        else:
            assert found.values[name] == theirs[name]
        both = base[name] not in (mine[name], theirs[name]) and mine[name] != theirs[name]
        assert (name in found.conflicts) == both
