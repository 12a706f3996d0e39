"""Dates: one day is one day in every way of writing it."""

import pytest

from articles.texts.checks.dates import Calendar, dates, months


@pytest.mark.parametrize(
    ("text", "language", "reading"),
    [
        ("on 3 May 2024", "en", (2024, 5, 3)),
        ("on the 3rd of May, 2024", "en", (2024, 5, 3)),
        ("On May 3, 2024, we", "en", (2024, 5, 3)),
        ("May 3rd", "en", (None, 5, 3)),
        ("in Sept. 2024", "en", (2024, 9, None)),
        ("in May of 2024", "en", (2024, 5, None)),
        ("3 мая 2024 г.", "ru", (2024, 5, 3)),
        ("3\u00a0мая 2024 года", "ru", (2024, 5, 3)),
        ("3-го мая 2024-го", "ru", (2024, 5, 3)),
        ("03.05.2024", "ru", (2024, 5, 3)),
        ("2024-05-03", "en", (2024, 5, 3)),
        ("в мае 2024 г.", "ru", (2024, 5, None)),
        ("Май 2024 года", "ru", (2024, 5, None)),
        ("24 февраля", "ru", (None, 2, 24)),
        ("after 9/11", "en", (None, 9, 11)),
    ],
)
def test_a_date_is_read(text: str, language: str, reading: tuple) -> None:
    (date,) = dates(text, language)
    assert date.readings == {reading}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We may 3 times", "en"),
        ("They march 20 miles", "en"),
        ("In May 10 percent voted", "en"),
        ("May we ask", "en"),
        ("32 мая", "ru"),
        ("31.13.2024", "ru"),
        ("версия 1.2.3", "ru"),
        ("в мае 25 человек", "ru"),
        ("in 2024", "en"),
        ("майка 3", "ru"),
    ],
)
def test_other_words_and_numbers_are_no_dates(text: str, language: str) -> None:
    assert dates(text, language) == []


def test_a_range_is_both_its_days() -> None:
    for text, language in (("3–5 May 2024", "en"), ("May 3–5, 2024", "en"), ("с 3 по 5 мая 2024 г.", "ru")):
        assert dates(text, language)[0].readings == {(2024, 5, 3), (2024, 5, 5)}


def test_nobody_can_tell_day_and_month_between_slashes() -> None:
    assert dates("03/05/2024", "en")[0].readings == {(2024, 5, 3), (2024, 3, 5)}


def test_a_date_may_be_said_less_exactly() -> None:
    (day,), (month,), (other,), (undated,) = (
        dates(text, "en") for text in ("3 May 2024", "May 2024", "4 May 2024", "May 3")
    )
    calendar = Calendar()
    calendar.add(day)
    assert calendar.holds(day)
    assert calendar.holds(month)
    assert calendar.holds(undated)
    assert calendar.may_hold(month)
    assert not calendar.may_hold(other)
    less = Calendar()
    less.add(month)
    assert less.may_hold(day)
    assert not less.holds(day)


def test_months_are_known_by_their_names() -> None:
    assert months("In May, and in Sept.", "en") == {5, 9}
    assert months("с апреля по июль", "ru") == {4, 7}
    assert months("it may be", "en") == set()
