"""Figures: the numbers a text states, written one way whatever its language."""

import pytest

from articles.texts.figures import figures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The letters of 1933.", ["1933"]),
        ("В 2016–2018 годах", ["2016", "2018"]),
        ("1,500 people", ["1500"]),
        ("1 500 человек", ["1500"]),
        ("1\u00a0500\u202f000 человек", ["1500000"]),
        ("1.234.567,89 and 12,345.67", ["1234567.89", "12345.67"]),
        ("2.5% or 3,14", ["2.5", "3.14"]),
        ("In 2016, 300 people", ["2016", "300"]),
        ("В 1933 500 писем", ["1933", "500"]),
        ("10, 20 and 30.", ["10", "20", "30"]),
        ("G20, 5G", ["20", "5"]),
        ("nothing to count", []),
        ("", []),
    ],
)
def test_figures_are_found_in_order_and_written_one_way(text: str, found: list[str]) -> None:
    assert figures(text) == found


def test_english_and_russian_write_the_same_figure_alike() -> None:
    assert figures("1,234,567.5 dollars") == figures("1 234 567,5 доллара") == ["1234567.5"]
