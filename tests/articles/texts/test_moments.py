"""Moments: a clock that is put forward or back is never guessed at, in any zone."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from articles.texts.moments import choices, moment, zones

# day, clock, zone, moment in UTC
PLAIN = [
    ("2026-12-01", "09:00", "UTC", "2026-12-01T09:00+00:00"),
    ("2027-03-28", "02:30", "UTC", "2027-03-28T02:30+00:00"),
    ("2026-12-01", "12:00", "Europe/Moscow", "2026-12-01T09:00+00:00"),
    ("2027-03-28", "02:30", "Europe/Moscow", "2027-03-27T23:30+00:00"),
    ("2026-10-25", "02:30", "Europe/Moscow", "2026-10-24T23:30+00:00"),
    ("2027-03-28", "01:59", "Europe/Berlin", "2027-03-28T00:59+00:00"),
    ("2027-03-28", "03:00", "Europe/Berlin", "2027-03-28T01:00+00:00"),
    ("2026-10-25", "01:59", "Europe/Berlin", "2026-10-24T23:59+00:00"),
    ("2026-10-25", "03:00", "Europe/Berlin", "2026-10-25T02:00+00:00"),
    ("2027-03-14", "03:00", "America/New_York", "2027-03-14T07:00+00:00"),
    ("2026-10-04", "02:30", "Australia/Lord_Howe", "2026-10-03T15:30+00:00"),
    ("2027-04-04", "01:29", "Australia/Lord_Howe", "2027-04-03T14:29+00:00"),
]
# day, clock, zone, from, to
GAPS = [
    ("2027-03-28", "02:00", "Europe/Berlin", "02:00", "03:00"),
    ("2027-03-28", "02:30", "Europe/Berlin", "02:00", "03:00"),
    ("2027-03-28", "02:59", "Europe/Berlin", "02:00", "03:00"),
    ("2027-03-14", "02:30", "America/New_York", "02:00", "03:00"),
    ("2026-10-04", "02:15", "Australia/Lord_Howe", "02:00", "02:30"),
]
# day, clock, zone, the two moments in UTC
FOLDS = [
    ("2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30+00:00", "2026-10-25T01:30+00:00"),
    ("2027-10-31", "02:30", "Europe/Berlin", "2027-10-31T00:30+00:00", "2027-10-31T01:30+00:00"),
    ("2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30+00:00", "2026-11-01T06:30+00:00"),
    ("2027-04-04", "01:45", "Australia/Lord_Howe", "2027-04-03T14:45+00:00", "2027-04-03T15:15+00:00"),
]


def refusal(*given: object) -> ValidationError:
    with pytest.raises(ValidationError) as refused:
        moment(*given)
    return refused.value


@pytest.mark.parametrize(("day", "clock", "zone", "expected"), PLAIN)
def test_a_clock_in_a_zone_is_one_moment(day: str, clock: str, zone: str, expected: str) -> None:
    for fold in (None, 0, 1):
        found = moment(day, clock, zone, fold)
        assert (found, found.tzinfo) == (datetime.fromisoformat(expected), UTC)
    assert choices(day, clock, zone) == ()


@pytest.mark.parametrize(("day", "clock", "zone", "before", "after"), GAPS)
def test_a_time_the_clock_passes_over_is_refused(day: str, clock: str, zone: str, before: str, after: str) -> None:
    for fold in (None, 0, 1):
        refused = refusal(day, clock, zone, fold)
        assert refused.code == "gap"
        assert refused.messages == [
            f"On {day} there is no {clock} in the time zone {zone}: the clock goes from {before} to {after}."
        ]
    assert choices(day, clock, zone) == ()


@pytest.mark.parametrize(("day", "clock", "zone", "first", "second"), FOLDS)
def test_a_time_that_comes_twice_is_asked_about(day: str, clock: str, zone: str, first: str, second: str) -> None:
    assert refusal(day, clock, zone).code == "fold"
    both = (datetime.fromisoformat(first), datetime.fromisoformat(second))
    assert choices(day, clock, zone) == both
    assert (moment(day, clock, zone, 0), moment(day, clock, zone, 1)) == both


def test_the_question_names_both_moments_in_each_language() -> None:
    asked = ("2026-10-25", "02:30", "Europe/Berlin")
    assert refusal(*asked).messages == [
        "On 2026-10-25 the clock in the time zone Europe/Berlin shows 02:30 twice: at 00:30 UTC and at 01:30 UTC. "
        "Choose which."
    ]
    with override("ru"):
        assert refusal(*asked).messages == [
            "2026-10-25 часы в поясе Europe/Berlin показывают 02:30 дважды: в 00:30 и в 01:30 по UTC. "
            "Выберите, что имеется в виду."
        ]
        assert refusal("2027-03-28", "02:30", "Europe/Berlin").messages == [
            "2027-03-28 в поясе Europe/Berlin нет времени 02:30: часы переводят с 02:00 на 03:00."
        ]


@pytest.mark.parametrize("zone", ["", "Berlin", "Europe", "../etc/passwd", "/etc/localtime", "Europe/berlin ", "CEST"])
def test_a_zone_that_is_none_is_refused(zone: str) -> None:
    refused = refusal("2026-12-01", "09:00", zone)
    assert refused.code == "zone"
    assert refused.messages == [f"Expected the name of a time zone like Europe/Moscow; found “{zone}”."]


@pytest.mark.parametrize(
    ("day", "clock"),
    [
        ("2027-02-29", "09:00"),
        ("2027-02-28", "24:00"),
        ("tomorrow", "noon"),
        ("", ""),
        ("0001-01-01", "00:00"),
        ("0226-11-24", "09:00"),
    ],
)
def test_a_day_or_a_time_that_is_none_is_refused(day: str, clock: str) -> None:
    refused = refusal(day, clock, "Asia/Tokyo")
    assert refused.code == "date"
    assert refused.messages == [f"Expected a day and a time like 2027-03-28 and 14:30; found “{day}” and “{clock}”."]


def test_zones_are_places_after_utc() -> None:
    found = zones()
    assert found[0] == "UTC"
    assert {"Europe/Berlin", "Europe/Moscow", "America/New_York", "Australia/Lord_Howe"} < set(found)
    assert not {"GMT+0", "EST5EDT", "Etc/GMT+5", "GB-Eire", "localtime"} & set(found)
    assert found[1:] == sorted(found[1:])
