"""What changed, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.texts.word_diff import GONE, NEW, SAME, _runs, shortened, word_diff


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


@pytest.mark.parametrize("words", [("the", "word"), ("это", "слово")])
def test_a_few_changes_in_a_long_text_are_all_that_is_marked(words: tuple[str, str]) -> None:
    article, noun = words
    blocks = [". ".join(f"{article} {noun}{block} {article} {noun}" for _ in range(25)) for block in range(200)]
    before = "\n\n".join(blocks)
    changed = [*blocks[:50], "Новое.", *blocks[50:]]
    changed[7] = changed[7].replace(article, "X", 1)
    after = "\n\n".join(changed)
    way = word_diff(before, after)
    assert [pair for pair in way if pair[0] != SAME] == [(GONE, article), (NEW, "X"), (NEW, "Новое.\n\n")]
    assert "".join(text for kind, text in way if kind != NEW) == before
    assert "".join(text for kind, text in way if kind != GONE) == after


def test_blocks_rewritten_in_their_places_are_compared_each_with_its_own() -> None:
    way = word_diff("One two.\n\nРаз два.", "One 2.\n\nРаз 2.")
    assert [pair for pair in way if pair[0] != SAME] == [(GONE, "two"), (NEW, "2"), (GONE, "два"), (NEW, "2")]


def test_a_stretch_too_long_for_words_is_gone_and_new_as_a_whole() -> None:
    before, after = "да нет " * 1000 + "конец", "нет да " * 900 + "начало"
    assert word_diff(before, after) == [(GONE, before), (NEW, after)]


class Counted(str):
    """A unit that counts how often it is compared with another."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_what_two_long_texts_share_at_their_ends_is_looked_at_once() -> None:
    old = [Counted("the") for _ in range(20_000)]
    new = [*old[:10_000], Counted("a"), *old[10_000:]]
    assert list(_runs(old, new)) == [
        (True, 0, 10_000, 0, 10_000),
        (False, 10_000, 10_000, 10_000, 10_001),
        (True, 10_000, 20_000, 10_001, 20_001),
    ]
    assert Counted.compared < 100_000


@pytest.mark.parametrize(("before", "after"), [("One two", "One\n\ntwo"), ("Да.\n\nНет.", "Да. Нет.")])
def test_white_space_alone_is_a_change_too(before: str, after: str) -> None:
    assert {text.strip() for kind, text in word_diff(before, after) if kind != SAME} == {""}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.",
            "One.\n\nTwo.\n\nThree!\n\nFour.\n\nFive.",
            [(SAME, "[…]\n\nThree"), (GONE, "."), (NEW, "!"), (SAME, "\n\n[…]")],
        ),
        (
            "А.\n\nБ.\n\nВ.\n\nГ.",
            "А!\n\nБ.\n\nВ.\n\nГ!",
            [(SAME, "А"), (GONE, "."), (NEW, "!"), (SAME, "\n\n[…]\n\nГ"), (GONE, "."), (NEW, "!")],
        ),
        ("Раз. Два.", "Раз. Три.", [(SAME, "Раз. "), (GONE, "Два"), (NEW, "Три"), (SAME, ".")]),
        ("Раз.\n\nДва.", "Раз.\n\nДва. Три.", [(SAME, "[…]\n\nДва."), (NEW, " Три.")]),
    ],
)
def test_paragraphs_without_a_change_can_be_left_out(before: str, after: str, expected: list) -> None:
    assert shortened(word_diff(before, after)) == expected
