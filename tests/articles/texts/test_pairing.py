"""Pairing: paragraphs of two languages put side by side."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.texts.pairing import pairing
from articles.texts.paragraphs import Paragraph

# Paragraphs of two sentences, and their translations.
ENGLISH = [
    ("The two ministries have not spoken since the spring.", "Their last meeting ended without even a statement."),
    ("Trade fell by 14 percent in 2018.", "Nobody in either capital expects it to recover before the next elections."),
    ("Cyber attacks on polling stations would be an act of war in the eyes of many.", "They are cheap."),
    ("One could begin with a list of what both already refrain from doing.", "It would be short, but it exists."),
    ("A short list is better than none.", "The treaties of 1972 began with less, and have outlived those who signed."),
    ("Diplomats who were expelled should be allowed to return.", "Of 60 on either side few had done any harm."),
]
RUSSIAN = [
    ("Министерства не разговаривают друг с другом с весны.", "Последняя встреча закончилась даже без заявления."),
    ("Торговля в 2018 году упала на 14 процентов.", "Ни в одной из столиц не ждут её роста до новых выборов."),
    ("Кибератаки на избирательные участки многие сочли бы актом войны.", "Стоят они дёшево."),
    ("Начать можно с перечня того, от чего стороны уже воздерживаются.", "Он был бы коротким, но он существует."),
    ("Короткий перечень лучше, чем никакого.", "Договоры 1972 года начинались с меньшего и пережили подписавших."),
    ("Высланным дипломатам надо позволить вернуться.", "Из 60 с каждой стороны вред принесли немногие."),
]


def text(*items: str) -> list[Paragraph]:
    """Return paragraphs from plain texts; one that begins with a tag and a bar has that tag."""
    pieces = [item.split("|") if "|" in item else ("p", item) for item in items]
    return [Paragraph(number, tag, f"<{tag}>{words}</{tag}>", words) for number, (tag, words) in enumerate(pieces, 1)]


def whole(sentences: list[tuple[str, str]]) -> list[str]:
    return [" ".join(pair) for pair in sentences]


@pytest.fixture(params=["en", "ru"])
def texts(request: pytest.FixtureRequest) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    return (ENGLISH, RUSSIAN) if request.param == "en" else (RUSSIAN, ENGLISH)


def test_a_split_paragraph_is_found(texts) -> None:
    source, target = texts
    parts = [*whole(target[:1]), *target[1], *whole(target[2:])]
    assert pairing(text(*whole(source)), text(*parts)) == [
        ([0], [0]),
        ([1], [1, 2]),
        ([2], [3]),
        ([3], [4]),
        ([4], [5]),
        ([5], [6]),
    ]


def test_merged_paragraphs_are_found(texts) -> None:
    source, target = texts
    merged = [*whole(target[:2]), " ".join(whole(target[2:4])), *whole(target[4:])]
    assert pairing(text(*whole(source)), text(*merged)) == [
        ([0], [0]),
        ([1], [1]),
        ([2, 3], [2]),
        ([4], [3]),
        ([5], [4]),
    ]


def test_a_paragraph_left_out_is_found(texts) -> None:
    source, target = texts
    assert pairing(text(*whole(source)), text(*whole(target[:4] + target[5:]))) == [
        ([0], [0]),
        ([1], [1]),
        ([2], [2]),
        ([3], [3]),
        ([4], []),
        ([5], [4]),
    ]


def test_an_inserted_paragraph_is_found(texts) -> None:
    source, target = texts
    longer = [*whole(target[:1]), "РСМД: 3, 5, 7.", *whole(target[1:])]
    assert pairing(text(*whole(source)), text(*longer))[1:3] == [([], [1]), ([1], [2])]


def test_headings_stand_with_headings_only() -> None:
    source = text("h2|Trade", "Short.", "h2|War and peace", "A paragraph of some length.")
    target = text("Коротко.", "h3|Война и мир", "Абзац некоторой длины.")
    assert pairing(source, target) == [([0], []), ([1], [0]), ([2], [1]), ([3], [2])]


def test_a_heading_is_never_one_with_the_paragraph_after_it() -> None:
    assert pairing(text("h2|Trade", "It grew."), text("Торговля. Она выросла.")) == [([0], []), ([1], [0])]


def test_headings_are_never_merged() -> None:
    assert pairing(text("h2|Trade", "h3|Since the spring"), text("h2|Торговля с весны")) == [([0], []), ([1], [0])]


def test_lists_stand_with_lists_where_there_is_one() -> None:
    source = text("One thing, another thing.", "ul|one thing another thing")
    assert pairing(source, text("ol|одно дело другое дело")) == [([0], []), ([1], [0])]


def test_a_list_stands_with_a_paragraph_rather_than_alone() -> None:
    source = text("ul|one thing another thing", "And so forth, until all of it has been said by everybody.")
    target = text("Одно дело, другое дело.", "И так далее, пока всё это не будет сказано каждым.")
    assert pairing(source, target) == [([0], [0]), ([1], [1])]


def test_what_is_spelled_alike_shows_which_paragraph_is_missing() -> None:
    source = text("Rates rose to 5.25 in May.", "Rates fell to 4.75 in June.", "Rates stood at 4.5 in July.")
    target = text("В мае ставка выросла до 5,25.", "В июле ставка была 4,5.")
    assert pairing(source, target) == [([0], [0]), ([1], []), ([2], [1])]


def test_what_is_spelled_alike_outweighs_a_length_that_is_all_wrong() -> None:
    source = text("RAND counted 14 cases in 2016, 31 in 2017 and 47 in 2018.")
    explained = (
        "Корпорация RAND, американский исследовательский центр, насчитала 14, 31 и 47 в 2016, 2017 и 2018 годах. "
    )
    assert pairing(source, text(explained + "Подробности известны. " * 18)) == [([0], [0])]
    assert pairing(source, text("Это известно. " * 36)) == [([], [0]), ([0], [])]


def test_an_empty_text_has_only_gaps() -> None:
    assert pairing(text("a", "b"), []) == [([0], []), ([1], [])]
    assert pairing([], text("a")) == [([], [0])]
    assert pairing([], []) == []


@given(st.lists(st.integers(1, 400), max_size=40), st.lists(st.integers(1, 400), max_size=40), st.randoms())
def test_every_paragraph_stands_in_one_pair_in_order(ones: list[int], others: list[int], chance: random.Random) -> None:
    tags = ["p", "p", "p", "h2", "ul", "blockquote", "table"]
    source, target = (text(*(f"{chance.choice(tags)}|{'x ' * n}" for n in side)) for side in (ones, others))
    found = pairing(source, target)
    assert [i for left, _ in found for i in left] == list(range(len(ones)))
    assert [j for _, right in found for j in right] == list(range(len(others)))
    assert all(left or right for left, right in found)


@pytest.mark.parametrize("gone", [range(21), range(81, 129), range(180, 200)])
def test_a_long_stretch_that_was_not_translated_is_found(gone: range) -> None:
    lengths = [8 + number * number % 149 for number in range(200)]
    figures = [f"{number} " if number % 3 == 0 else "" for number in range(200)]  # as dates and sums stand in a text
    source = text(*(figure + "word " * length for figure, length in zip(figures, lengths, strict=True)))
    translated = [number for number in range(200) if number not in gone]
    target = text(*(figures[number] + "слово " * lengths[number] for number in translated))
    expected = {number: place for place, number in enumerate(translated)}
    found = {left[0]: right[0] for left, right in pairing(source, target) if len(left) == len(right) == 1}
    assert found.items() <= expected.items()
    assert len(found) >= len(expected) - 2  # where the stretch begins, length may favour two of its neighbours as one
