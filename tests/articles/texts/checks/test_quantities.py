"""Quantities: numbers that mean the same compare alike, however and in whichever language they are written."""

import pytest

from articles.texts.checks.number_words import in_digits
from articles.texts.checks.quantities import quantities

SAME = [
    ("1.5 million", "1,5 млн"),
    ("1.5 million", "1,500,000"),
    ("1.5 million", "1 500 000 человек"),
    ("1.5 million", "1.5m"),
    ("$1.5bn", "1,5 миллиарда"),
    ("1.5 trillion", "1,5 трлн"),
    ("16,587", "16 587"),
    ("1,550", "1550"),
    ("725,000", "725 тыс."),
    ("725 thousand", "725 тысячами"),
    ("42 %", "42%"),
    ("42 percent", "42 процента"),
    ("two per cent", "2\u00a0%"),
    ("5-percent", "5-процентный"),
    ("5 percentage points", "5 п. п."),
    ("the 1990s", "1990-х годов"),
    ("the 90s", "90-е"),
    ("the nineties", "1990-е"),
    ("21st century", "XXI век"),
    ("the twenty-first century", "21-го века"),
    ("19th century", "девятнадцатого столетия"),
    ("25-year-old", "25-летний"),
    ("five-year plan", "5-летний план"),
    ("5-year plan", "пятилетний план"),
    ("12 inspectors", "двенадцать инспекторов"),
    ("twelve inspectors", "12 инспекторов"),
    ("half a million", "0,5 млн"),
    ("500,000", "полмиллиона"),
    ("2.5 million", "два с половиной миллиона"),
    ("a billion", "1 млрд"),
    ("50 %", "половина"),
    ("hundred and twenty-five", "125"),
    ("7:30 p.m.", "19:30"),
    ("7 p.m.", "в 19:00"),
    ("155 bcm", "155 млрд куб. м"),
    ("G20", "G20"),
]
DIFFERENT = [
    ("1.5 million", "1,5 млрд"),
    ("1.5 million", "1,5 тыс."),
    ("1.5 million", "15 млн"),
    ("42 %", "24 %"),
    ("42 %", "42"),
    ("42 percent", "42 процентных пункта"),
    ("1990s", "1980-е"),
    ("21st century", "XX век"),
    ("1,500", "1,5 млн"),
    ("5 million", "пять миллионеров"),
    ("12 inspectors", "двадцать инспекторов"),
    ("7:30 p.m.", "19:45"),
]


def readings(text: str, language: str) -> set:
    found = [*quantities(text, language), *quantities(in_digits(text, language), language)]
    return set().union(*(quantity.readings for quantity in found))


def language_of(text: str) -> str:
    return "ru" if any("а" <= letter <= "я" for letter in text.lower()) else "en"


@pytest.mark.parametrize(("english", "russian"), SAME)
def test_one_amount_compares_alike(english: str, russian: str) -> None:
    assert readings(english, "en") & readings(russian, language_of(russian))


@pytest.mark.parametrize(("english", "russian"), DIFFERENT)
def test_two_amounts_do_not(english: str, russian: str) -> None:
    assert not readings(english, "en") & readings(russian, language_of(russian))


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("In 2016–2018 some 1.5 million people", "en", ["2016", "2018", "1.5 million"]),
        ("В 2016–2018 гг. около 1,5 млн. Людей стало", "ru", ["2016", "2018", "1,5 млн"]),
        ("1 500\u202f000 человек и 42 %", "ru", ["1 500\u202f000", "42 %"]),
        ("В 1933 500 писем", "ru", ["1933", "500"]),
        ("20, 30 and 40 percent", "en", ["20", "30", "40 percent"]),
        ("10, 20 and 30.", "en", ["10", "20", "30"]),
        ("https://example.org/2019/06/ has 3 pages", "en", ["3"]),
        ("nothing to count", "en", []),
        ("двенадцать", "ru", []),
        ("", "ru", []),
    ],
)
def test_figures_are_found_as_written_and_words_are_none(text: str, language: str, written: list[str]) -> None:
    assert [quantity.written for quantity in quantities(text, language)] == written


def test_what_follows_a_range_or_a_list_may_hold_for_all_of_it() -> None:
    for text in ("2–3 million", "2 to 3 million", "from 2 million to 3 million"):
        assert {("", 2_000_000), ("", 3_000_000)} <= readings(text, "en")
    assert {("%", 20), ("%", 30), ("%", 40)} <= readings("20, 30 и 40 %", "ru")


def test_a_year_after_a_dash_may_be_short() -> None:
    assert ("", 2018) in readings("2016–18", "en")


@pytest.mark.parametrize("text", ["G20", "COVID-19", "Су-35", "С-400", "5G", "policy1"])
def test_digits_in_designations_are_not_firm(text: str) -> None:
    assert [quantity.firm for quantity in quantities(text, "ru")] == [False]


@pytest.mark.parametrize("text", ["mid-1990s", "post-2014", "$5", "€5m", "5-летний", "25th"])
def test_other_digits_are_firm(text: str) -> None:
    assert [quantity.firm for quantity in quantities(text, "en")] == [True]


@pytest.mark.parametrize(
    ("text", "language", "digits"),
    [
        ("two hundred and twenty-five people, one or two", "en", "225 people, 1 or 2"),
        ("nineteen eighty-four", "en", "19 84"),
        ("двести двадцать пять", "ru", "225"),
        ("двадцатого века", "ru", "20 века"),
        ("двухмиллионный", "ru", "2 миллионный"),
        ("5 миллионов", "ru", "5 миллионов"),
        ("миллион", "ru", "1 миллион"),
        ("semantics", "en", "semantics"),
        ("семья и стол", "ru", "семья и стол"),
    ],
)
def test_number_words_become_digits(text: str, language: str, digits: str) -> None:
    assert in_digits(text, language) == digits


def test_a_third_language_still_has_its_digits_read() -> None:
    assert [quantity.written for quantity in quantities("1.500 Menschen, 42 %", "de")] == ["1.500", "42 %"]
