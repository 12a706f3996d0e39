"""Words typed on the wrong keyboard, and back."""

import pytest

from articles.texts.keyboard import on_the_other_keyboard


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("htajhvf", "реформа"),
        ("Htajhvf", "Реформа"),
        ("gthtujdjhs j hfpjhe;tybb", "переговоры о разоружении"),
        ("j,]trn", "объект"),
        ("вшздщьфсн", "diplomacy"),
        ("ЕФКШАА", "TARIFF"),
    ],
)
def test_the_same_keys_on_the_other_layout(typed: str, meant: str) -> None:
    assert on_the_other_keyboard(typed) == meant


@pytest.mark.parametrize("text", ["", "2019", "реформа reform", "café", "—"])
def test_what_is_not_all_in_one_alphabet_was_meant_as_it_stands(text: str) -> None:
    assert on_the_other_keyboard(text) == ""
