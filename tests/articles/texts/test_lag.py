"""Lag: what has changed in the text a translation was made from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.texts.lag import Change, changes, roots, since

TEXTS = {
    "economy": "The economy of both states has grown less than either government had promised before the elections.",
    "economy2": "The economy of both states has grown far less than either government promised before the elections.",
    "treaty": "No treaty has been ratified, and none is on the table, because neither parliament would vote for it.",
    "treaty2": "No treaty has been ratified and none is on the table: neither parliament would vote for it today.",
    "press": "Journalists were expelled in March; a month later their editors sent others under different names.",
    "school": "Schools teach the language of the neighbour again, though in fewer classes than forty years ago.",
}


def kinds(made_from: str, current: str) -> list[str]:
    return [change.kind for change in changes(made_from.split(), current.split())]


def pairs(made_from: str, current: str) -> list[tuple[str, str]]:
    return [(change.before, change.after) for change in changes(made_from.split(), current.split(), TEXTS)]


def test_a_text_that_did_not_change_has_no_changes() -> None:
    assert changes(["a", "b", "b.2"], ["a", "b", "b.2"], TEXTS) == []
    assert changes([], []) == []


def test_an_edited_paragraph_is_one_change_at_its_number() -> None:
    assert changes(["a", "b", "c"], ["a", "x", "c"]) == [Change("changed", "b", "x", 2, 2)]


def test_an_added_paragraph_was_made_from_nothing() -> None:
    assert changes(["a", "b"], ["new", "a", "b"]) == [Change("added", "", "new", 1, 1)]


def test_a_removed_paragraph_has_a_place_and_no_number() -> None:
    assert changes(["a", "b", "c", "d"], ["a", "c", "d"]) == [Change("removed", "b", "", None, 2)]


def test_what_was_removed_at_the_end_stands_at_the_last_paragraph() -> None:
    assert changes(["a", "b", "c"], ["a", "b"]) == [Change("removed", "c", "", None, 2)]
    assert changes(["a"], []) == [Change("removed", "a", "", None, 0)]


def test_two_edited_and_one_inserted_beside_them_are_three() -> None:
    assert kinds("a b c d e", "a B new c D e") == ["changed", "added", "changed"]
    assert kinds("a b c d e", "a B C new d e") == ["changed", "changed", "added"]


def test_a_removed_and_an_edited_neighbour_are_two() -> None:
    assert kinds("a b c d", "a B d") == ["changed", "removed"]


def test_a_moved_paragraph_is_no_change() -> None:
    assert kinds("a b c d", "b c d a") == []
    assert kinds("a b c d", "d c b a") == []


def test_an_edit_beside_a_moved_paragraph_counts_once() -> None:
    assert kinds("a b c d", "b C d a") == ["changed"]


def test_one_of_two_equal_paragraphs_that_is_taken_out_is_one_change() -> None:
    assert kinds("x a x.2 b", "a x b") == ["removed"]


def test_an_insertion_before_an_edited_paragraph_is_told_apart_by_the_words() -> None:
    assert pairs("economy treaty", "school economy2 treaty") == [("", "school"), ("economy", "economy2")]
    assert pairs("treaty economy", "treaty school press economy2") == [
        ("", "school"),
        ("", "press"),
        ("economy", "economy2"),
    ]


def test_a_removal_an_edit_and_an_insertion_in_a_row_are_three() -> None:
    assert pairs("press economy", "economy2 school") == [("press", ""), ("economy", "economy2"), ("", "school")]


def test_paragraphs_edited_and_moved_are_known_by_their_words() -> None:
    assert pairs("economy press treaty", "treaty2 press economy2") == [("treaty", "treaty2"), ("economy", "economy2")]


def test_a_paragraph_replaced_by_quite_another_is_one_change() -> None:
    assert pairs("economy press treaty", "economy school treaty") == [("press", "school")]


def test_the_text_of_a_repeated_paragraph_is_that_of_its_digest() -> None:
    found = changes(["economy", "economy.2"], ["economy", "school", "economy2"], TEXTS)
    assert found == [Change("added", "", "school", 2, 2), Change("changed", "economy.2", "economy2", 3, 3)]


def test_without_words_paragraphs_replace_one_another_in_order() -> None:
    found = changes(["b", "c"], ["x", "y"], {"b": "", "x": "", "y": "…"})
    assert [(change.before, change.after) for change in found] == [("b", "x"), ("c", "y")]


EDITS = st.lists(st.tuples(st.sampled_from(["keep", "keep", "edit", "delete"]), st.integers(0, 2)), max_size=30)


@given(EDITS, st.booleans())
def test_every_edit_insertion_and_removal_is_counted_once(edits: list[tuple[str, int]], words: bool) -> None:
    before, after, texts, expected = [], [], {}, 0
    deleted = inserted = edited = 0  # since the last paragraph that stayed

    def told_apart() -> int:
        # What is gone and what is new at one place counts as replaced.
        return max(deleted, inserted) if words else max(deleted + edited, inserted + edited)

    for number, (edit, insertions) in enumerate(edits):
        old, new = f"old{number}", f"new{number}"
        before.append(old)
        texts[old] = " ".join(f"word{number}x{i}" for i in range(8))
        texts[new] = " ".join([f"word{number}x{i}" for i in range(6)] + [f"rewritten{number}", "quite"])
        if edit == "keep" or (edit == "edit" and words):
            expected += told_apart() + (edit == "edit")
            deleted = inserted = 0
            edited = 0
            after.append(old if edit == "keep" else new)
        elif edit == "edit":
            edited += 1
            after.append(new)
        else:
            deleted += 1
        for i in range(insertions):
            inserted += 1
            after.append(f"inserted{number}x{i}")
            texts[after[-1]] = " ".join(f"other{number}x{i}x{j}" for j in range(8))
    expected += told_apart()
    assert len(changes(before, after, texts if words else None)) == expected


KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(KEYS, KEYS)
def test_every_paragraph_is_named_once_and_only_if_it_is_not_in_both(made_from: list[str], current: list[str]) -> None:
    found = changes(made_from, current)
    gone = [change.before for change in found if change.before]
    new = [change.after for change in found if change.after]
    assert sorted(gone) == sorted(set(made_from) - set(current))
    assert new == [key for key in current if key not in made_from]
    for change in found:
        assert (change.kind == "removed") == (not change.after) == (change.number is None)
        assert (change.kind == "added") == (not change.before)
        assert change.number is None or (current[change.number - 1] == change.after and change.place == change.number)
        assert min(len(current), 1) <= change.place <= len(current)
    assert [change.place for change in found] == sorted(change.place for change in found)


def test_a_minor_rewrite_has_the_key_of_what_it_was() -> None:
    assert roots(["a", "b2", "c"], {"b2": "b"}) == ["a", "b", "c"]


def test_minor_rewrites_of_minor_rewrites_lead_to_the_first() -> None:
    assert roots(["b3"], {"b3": "b2", "b2": "b"}) == ["b"]


def test_a_rewrite_that_becomes_like_another_paragraph_keeps_a_key_of_its_own() -> None:
    assert roots(["a", "b"], {"b": "a"}) == ["a", "a.2"]


@pytest.mark.parametrize("digest", ["a", "b", "c", "before"])
def test_a_change_and_its_undoing_are_one_root(digest: str) -> None:
    assert roots([digest], {"a": "b", "b": "c", "c": "a", "before": "b"}) == ["a"]
    assert roots(["same"], {"same": "same"}) == ["same"]


def test_readers_are_told_what_changed_since_the_translation() -> None:
    assert since(["a", "b", "c"], ["a", "B", "c", "d"], {"a", "b", "c"}) == [
        Change("changed", "b", "B", 2, 2),
        Change("added", "", "d", 4, 4),
    ]


def test_readers_are_told_nothing_while_nothing_changed() -> None:
    assert since(["a", "b"], ["a", "b"], {"a", "b"}) == []
    assert since(["a", "b"], ["b", "a"], set()) == []


def test_what_was_never_translated_is_no_news_while_it_stays() -> None:
    assert since(["a", "b"], ["a", "b"], {"a"}) == []


def test_a_translation_ahead_of_the_public_text_is_not_behind_when_that_comes() -> None:
    assert since(["a", "b"], ["a", "B", "new"], {"a", "B", "new"}) == []


def test_what_the_translator_had_seen_takes_no_place_of_what_was_removed() -> None:
    assert since(["a", "b"], ["a", "new"], {"a", "b", "new"}) == [Change("removed", "b", "", None, 2)]


def test_a_removed_paragraph_counts_only_if_the_translation_has_it() -> None:
    assert since(["a", "b"], ["a"], {"a", "b"}) == [Change("removed", "b", "", None, 1)]
    assert since(["a", "b"], ["a"], {"a"}) == []


@given(KEYS, KEYS, st.sets(st.sampled_from("abcdefgh")))
def test_readers_are_told_of_what_is_new_to_both(base: list[str], live: list[str], made_from: set[str]) -> None:
    found = since(base, live, made_from)
    assert [change.after for change in found if change.after] == [
        key for key in live if key not in base and key not in made_from
    ]
    gone = {change.before for change in found if change.kind == "removed"}
    assert gone <= (set(base) - set(live)) & made_from


def test_two_edits_and_an_insertion_are_three_and_a_typo_marked_minor_is_none() -> None:
    same = {"d-typo": "d"}
    made_from, current = roots(["a", "b", "c", "d"], same), roots(["a", "b2", "new", "c2", "d-typo"], same)
    assert [change.number for change in changes(made_from, current)] == [2, 3, 4]
    # The translator says that the second is still right: it is as if it had been made from the text as it is now.
    assert [change.number for change in changes(["a", "b2", "c", "d"], current)] == [3, 4]
