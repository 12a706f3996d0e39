"""Alignment: which paragraphs of the source each paragraph of a translation was made from."""

from hypothesis import given
from hypothesis import strategies as st

from articles.texts.alignment import Row, carry, link, pairs, propose, unlink
from articles.texts.paragraphs import keys, paragraphs

ROWS = [
    Row(("s1",), ("t1",)),
    Row(("s2", "s3"), ("t2",)),
    Row((), ("t3",)),
    Row(("s4",), ("t4", "t5")),
]
TARGET = ["t1", "t2", "t3", "t4", "t5"]


@st.composite
def alignments(draw) -> tuple[list[Row], list[str], list[str]]:
    """Return rows as an editor may have made them, crossing or not, and the keys of both texts."""
    source = [f"s{number}" for number in range(draw(st.integers(0, 7)))]
    target = [f"t{number}" for number in range(draw(st.integers(0, 7)))]
    of = [draw(st.integers(0, 4)) for _ in target]
    made_from = [draw(st.integers(0, 5)) for _ in source]
    rows = [
        Row(
            tuple(key for key, row in zip(source, made_from, strict=True) if row == number),
            tuple(key for key, row in zip(target, of, strict=True) if row == number),
        )
        for number in draw(st.permutations(range(5)))
    ]
    return [row for row in rows if row.target], source, target


def texts_of(rows: list[Row]) -> list[str]:
    return [key for row in rows for key in row.target]


def sources_of(rows: list[Row]) -> list[str]:
    return [key for row in rows for key in row.source]


# propose


def test_texts_of_the_same_build_are_aligned_one_to_one() -> None:
    source = paragraphs(
        "<h2>Money</h2><p>A long paragraph about trade, tariffs and pipelines.</p><p>No.</p><ul><li>a</li></ul>"
    )
    target = paragraphs(
        "<h3>Деньги</h3><p>Да.</p><p>Длинный абзац о торговле, пошлинах и трубопроводах.</p><ol><li>а</li></ol>"
    )
    assert propose(source, target) == [
        Row((one.digest,), (other.digest,)) for one, other in zip(source, target, strict=True)
    ]


def test_repeated_paragraphs_have_keys_of_their_own() -> None:
    source, target = paragraphs("<p>a</p><p>b</p><p>a</p>"), paragraphs("<p>а</p><p>а</p><p>а</p>")
    assert propose(source, target)[2] == Row((source[0].digest + ".2",), (target[0].digest + ".3",))


def test_a_source_paragraph_without_translation_stands_in_no_row() -> None:
    source = paragraphs("<h2>Trade</h2><p>It grew by 12 percent in 2018.</p><h2>War</h2><p>It did not come.</p>")
    target = paragraphs("<h2>Торговля</h2><p>В 2018 году она выросла на 12 процентов.</p>")
    assert propose(source, target) == [
        Row((source[0].digest,), (target[0].digest,)),
        Row((source[1].digest,), (target[1].digest,)),
    ]


def test_an_added_paragraph_stands_in_a_row_without_a_source() -> None:
    source = paragraphs("<p>It grew by 12 percent in 2018.</p>")
    target = paragraphs("<h2>Торговля</h2><p>В 2018 году она выросла на 12 процентов.</p>")
    assert propose(source, target) == [Row((), (target[0].digest,)), Row((source[0].digest,), (target[1].digest,))]


def test_empty_texts_have_nothing_to_align() -> None:
    assert propose([], []) == []
    assert propose(paragraphs("<p>a</p>"), []) == []


# carry


def test_saving_unchanged_changes_nothing() -> None:
    assert carry(ROWS, TARGET, TARGET) == ROWS


def test_an_edited_paragraph_keeps_its_row() -> None:
    assert carry(ROWS, TARGET, ["t1", "new", "t3", "t4", "t5"])[1] == Row(("s2", "s3"), ("new",))


def test_neighbours_edited_together_keep_a_row_each() -> None:
    assert carry(ROWS, TARGET, ["x", "y", "t3", "t4", "t5"])[:2] == [Row(("s1",), ("x",)), Row(("s2", "s3"), ("y",))]


def test_both_parts_of_a_split_paragraph_stand_in_its_row() -> None:
    assert carry(ROWS, TARGET, ["t1", "a", "b", "t3", "t4", "t5"])[1] == Row(("s2", "s3"), ("a", "b"))


def test_merging_two_paragraphs_unites_their_rows() -> None:
    assert carry(ROWS, TARGET, ["both", "t3", "t4", "t5"]) == [Row(("s1", "s2", "s3"), ("both",)), *ROWS[2:]]


def test_rows_are_united_wherever_their_other_paragraphs_went() -> None:
    rows = [Row(("s0",), ("t0",)), Row(("s1",), ("t1", "t2")), Row(("s3",), ("t3", "t4"))]
    assert carry(rows, ["t0", "t1", "t2", "t3", "t4"], ["t4", "t0", "t1", "both"]) == [
        Row(("s1", "s3"), ("t4", "t1", "both")),
        Row(("s0",), ("t0",)),
    ]


def test_merging_with_what_was_made_from_nothing_keeps_the_source() -> None:
    assert carry(ROWS, TARGET, ["t1", "both", "t4", "t5"])[1] == Row(("s2", "s3"), ("both",))


def test_an_inserted_paragraph_was_made_from_nothing() -> None:
    assert carry(ROWS, TARGET, ["t1", "new", *TARGET[1:]]) == [ROWS[0], Row((), ("new",)), *ROWS[1:]]


def test_a_row_that_lost_one_of_its_paragraphs_keeps_its_source() -> None:
    assert carry(ROWS, TARGET, ["t1", "t2", "t3", "t5"])[-1] == Row(("s4",), ("t5",))


def test_a_row_that_lost_all_its_paragraphs_is_dropped() -> None:
    assert carry(ROWS, TARGET, ["t1", "t3", "t4", "t5"]) == [ROWS[0], *ROWS[2:]]
    assert carry(ROWS, TARGET, []) == []


def test_a_moved_paragraph_takes_its_row_along() -> None:
    assert carry(ROWS, TARGET, ["t4", "t5", "t1", "t2", "t3"]) == [ROWS[3], ROWS[0], ROWS[1], ROWS[2]]


def test_a_paragraph_that_stood_in_no_row_is_given_one() -> None:
    assert carry([], ["t1"], ["t1", "t2"]) == [Row((), ("t1",)), Row((), ("t2",))]


def test_words_tell_a_split_from_an_edit_beside_it() -> None:
    texts = {
        "t1": "Первые переговоры прошли в Женеве и закончились ничем. Вторые не начались вовсе.",
        "t1a": "Первые переговоры прошли в Женеве и закончились ничем.",
        "t1b": "Вторые не начались вовсе.",
        "t2": "Парламент отложил голосование до осени, сославшись на выборы.",
        "t2x": "Парламент снова отложил голосование до осени, сославшись на выборы.",
    }
    rows = [Row(("s1",), ("t1",)), Row(("s2",), ("t2",))]
    assert carry(rows, ["t1", "t2"], ["t1a", "t1b", "t2x"], texts) == [
        Row(("s1",), ("t1a", "t1b")),
        Row(("s2",), ("t2x",)),
    ]
    # Without the words nobody can tell which was split.
    assert carry(rows, ["t1", "t2"], ["t1a", "t1b", "t2x"]) == [Row(("s1", "s2"), ("t1a", "t1b", "t2x"))]


def test_words_tell_an_insertion_from_an_edit_beside_it() -> None:
    texts = {
        "t1": "Первые переговоры прошли в Женеве и закончились ничем.",
        "t1x": "Первые переговоры прошли в Вене и закончились ничем.",
        "new": "Эту часть переводчик добавил от себя, чтобы пояснить сказанное.",
    }
    assert carry([Row(("s1",), ("t1",))], ["t1"], ["new", "t1x"], texts) == [
        Row((), ("new",)),
        Row(("s1",), ("t1x",)),
    ]


edited = st.lists(st.sampled_from([*TARGET, "t0", "t6", "a", "b", "c", "d"]), unique=True, max_size=9)


@given(alignments(), edited)
def test_every_paragraph_of_the_new_text_stands_in_one_row(known, after: list[str]) -> None:
    rows, _, target = known
    assert sorted(texts_of(carry(rows, target, after))) == sorted(after)


@given(alignments(), edited)
def test_an_edit_of_the_translation_invents_doubles_or_moves_no_source(known, after: list[str]) -> None:
    rows, _, target = known
    made_from = {key: set(row.source) for row in rows for key in row.target}
    carried = carry(rows, target, after)
    assert len(sources_of(carried)) == len(set(sources_of(carried)))
    for row in carried:
        for key in row.target:
            assert made_from.get(key, set()) <= set(row.source)
        # A row is one old row, or some of them united; never part of one.
        whole = [set(old.source) for old in rows if set(old.source) & set(row.source)]
        assert set().union(*whole) == set(row.source)


@given(alignments(), edited)
def test_rows_and_their_paragraphs_are_in_the_order_of_the_translation(known, after: list[str]) -> None:
    rows, _, target = known
    places = [[after.index(key) for key in row.target] for row in carry(rows, target, after)]
    assert all(row == sorted(row) for row in places)
    assert [row[0] for row in places] == sorted(row[0] for row in places)


@given(alignments())
def test_an_edit_of_every_paragraph_keeps_every_row(known) -> None:
    rows, _, target = known
    carried = carry(rows, target, [f"{key}x" for key in target])
    assert {(row.source, tuple(sorted(f"{key}x" for key in row.target))) for row in rows} == {
        (row.source, tuple(sorted(row.target))) for row in carried
    }


# link and unlink


def test_linking_takes_paragraphs_out_of_where_they_stood() -> None:
    assert link(ROWS, ["s3"], ["t3"]) == [ROWS[0], Row(("s2",), ("t2",)), Row(("s3",), ("t3",)), ROWS[3]]
    assert link(ROWS, ["s4"], ["t1"]) == [Row(("s4",), ("t1",)), ROWS[1], ROWS[2], Row((), ("t4", "t5"))]


def test_linking_one_of_two_leaves_the_other_behind() -> None:
    assert link(ROWS, ["s4"], ["t4"]) == [*ROWS[:3], Row(("s4",), ("t4",)), Row((), ("t5",))]


def test_linking_what_stood_in_no_row() -> None:
    assert link(ROWS, ["s9"], ["t9"]) == [*ROWS, Row(("s9",), ("t9",))]


def test_linking_to_no_translation_leaves_the_source_uncovered() -> None:
    assert link(ROWS, ["s1"], []) == [Row((), ("t1",)), *ROWS[1:]]


def test_unlinked_paragraphs_stand_for_no_source() -> None:
    assert unlink(ROWS, ["t5", "t2"]) == [ROWS[0], Row((), ("t2",)), ROWS[2], Row(("s4",), ("t4",)), Row((), ("t5",))]
    assert unlink(ROWS, []) == ROWS


@given(alignments(), st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7)))
def test_correcting_by_hand_loses_and_doubles_no_paragraph(known, some: set[int], others: set[int]) -> None:
    rows, source, target = known
    ones, texts = [key for key in source if int(key[1:]) in some], [key for key in target if int(key[1:]) in others]
    linked = link(rows, ones, texts)
    assert sorted(texts_of(linked)) == sorted(texts_of(rows))
    assert len(sources_of(linked)) == len(set(sources_of(linked)))
    if texts:
        assert Row(tuple(ones), tuple(texts)) in linked
    single = unlink(rows, texts)
    assert sorted(texts_of(single)) == sorted(texts_of(rows))
    assert {Row((), (key,)) for key in texts} <= set(single)


# pairs


def test_a_parallel_text_shows_gaps_where_a_twin_is_missing() -> None:
    assert pairs(ROWS, ["s1", "new", "s2", "s3", "s4"], ["t0", *TARGET]) == [
        ([], [0]),
        ([0], [1]),
        ([1], []),
        ([2, 3], [2]),
        ([], [3]),
        ([4], [4, 5]),
    ]


def test_a_changed_source_paragraph_keeps_its_place() -> None:
    assert pairs(ROWS, ["s1", "s2", "s3x", "s4"], TARGET)[1] == ([1, 2], [1])


def test_a_row_whose_source_is_gone_is_a_gap() -> None:
    assert pairs(ROWS, ["s2", "s3", "s4"], TARGET) == [([], [0]), ([0, 1], [1]), ([], [2]), ([2], [3, 4])]


def test_a_row_whose_translation_is_gone_is_a_gap() -> None:
    assert pairs(ROWS, ["s1", "s2", "s3", "s4"], ["t1", "t3", "t4", "t5"])[1:4] == [([], [1]), ([1], []), ([2], [])]


def test_crossing_rows_follow_the_source() -> None:
    rows = [Row(("s2",), ("t1",)), Row(("s1",), ("t2",)), Row(("s3",), ("t3",))]
    assert pairs(rows, ["s1", "s2", "s3"], ["t1", "t2", "t3"]) == [([0], [1]), ([1], [0]), ([2], [2])]


def test_texts_that_are_not_aligned_are_all_gaps() -> None:
    assert pairs([], ["s1", "s2"], ["t1"]) == [([], [0]), ([0], []), ([1], [])]
    assert pairs([], [], []) == []


@given(alignments(), st.lists(st.sampled_from([*"abc", *(f"s{n}" for n in range(7))]), unique=True), edited)
def test_a_parallel_text_shows_every_paragraph_once(known, source: list[str], target: list[str]) -> None:
    found = pairs(known[0], source, target)
    assert sorted(i for left, _ in found for i in left) == list(range(len(source)))
    assert sorted(j for _, right in found for j in right) == list(range(len(target)))
    assert all(len(left) + len(right) == 1 or (left and right) for left, right in found)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=8))
def test_rows_that_do_not_cross_are_shown_in_the_order_of_both(counts: list[tuple[int, int]]) -> None:
    source, target = keys(["s"] * sum(count for count, _ in counts)), keys(["t"] * sum(count for _, count in counts))
    rows, i, j = [], 0, 0
    for ones, others in counts:
        rows.append(Row(tuple(source[i : i + ones]), tuple(target[j : j + others])))
        i, j = i + ones, j + others
    found = pairs([row for row in rows if row.target], source, target)
    assert [i for left, _ in found for i in left] == list(range(len(source)))
    assert [j for _, right in found for j in right] == list(range(len(target)))
