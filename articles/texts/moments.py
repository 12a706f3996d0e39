"""Moments: a day and a time on the clock of a place, made into one point in time.

Where the clock is put forward an hour of the day does not exist, and where it is put back one exists twice
(PEP 495, "Local Time Disambiguation"): neither is ever guessed.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

SECOND = timedelta(seconds=1)
YEARS = range(1900, 2200)  # whoever means another has mistyped this one
# Other names in the database are abbreviations (EST5EDT) and old ones for countries (GB-Eire): no place on a map.
AREAS = ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"]


def moment(day, clock, zone, fold=None):
    """Return the moment (aware datetime in UTC) at which the clocks of an IANA time zone show a day and a time.

    ``day`` is "2027-03-28", ``clock`` "02:30", ``fold`` 0 or 1 for the first or second of two moments that the clocks
    show alike (PEP 495); it is not asked for elsewhere. The moment is in UTC because two datetimes of one zone are
    compared by their clocks, and then the fold does not count.

    Raises ValidationError: code ``zone`` (no such zone), ``date`` (no such day or time), ``gap`` (the clock passes over
    that time) or ``fold`` (there are two such moments, and none was chosen; ``choices`` returns them).
    """
    first, second = _both(day, clock, zone)
    if first == second:
        return first
    words = {"day": day, "clock": clock, "zone": zone}
    if second < first:
        before, after = _jump(second, first, ZoneInfo(zone))
        raise ValidationError(
            _(
                "On %(day)s there is no %(clock)s in the time zone %(zone)s: the clock goes from %(before)s to "
                "%(after)s."
            ),
            code="gap",
            params={**words, "before": f"{before:%H:%M}", "after": f"{after:%H:%M}"},
        )
    if fold not in (0, 1):
        raise ValidationError(
            _(
                "On %(day)s the clock in the time zone %(zone)s shows %(clock)s twice: at %(first)s UTC and at "
                "%(second)s UTC. Choose which."
            ),
            code="fold",
            params={**words, "first": f"{first:%H:%M}", "second": f"{second:%H:%M}"},
        )
    return (first, second)[fold]


def choices(day, clock, zone):
    """Return the two moments (UTC) which the clocks of a zone show alike, the earlier first; () where there is one.

    Raises ValidationError as ``moment`` does for what is no day, time or zone.
    """
    first, second = _both(day, clock, zone)
    return (first, second) if first < second else ()


def in_zone(instant, zone):
    """Return a moment (aware datetime) as a clock in a zone shows it, and in UTC: "2026-12-01 12:00 Europe/Moscow
    (09:00 UTC)"."""
    utc = instant.astimezone(UTC)
    if zone == "UTC" or zone not in available_timezones():
        return f"{utc:%Y-%m-%d %H:%M} UTC"
    local = instant.astimezone(ZoneInfo(zone))
    day = "" if local.date() == utc.date() else f"{utc:%Y-%m-%d} "
    return f"{local:%Y-%m-%d %H:%M} {zone} ({day}{utc:%H:%M} UTC)"


def zones():
    """Return the IANA time zones that people name places by (sorted), after UTC."""
    places = sorted(name for name in available_timezones() if name.partition("/")[0] in AREAS and "/" in name)
    return ["UTC", *places]


def _both(day, clock, zone):
    """Return the moments that fold 0 and fold 1 mean: the same one, but where the clock is moved."""
    if zone not in available_timezones():
        raise ValidationError(
            _("Expected the name of a time zone like Europe/Moscow; found “%(zone)s”."),
            code="zone",
            params={"zone": zone},
        )
    try:
        local = datetime.strptime(f"{day} {clock}", "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo(zone))
        if local.year not in YEARS:
            raise ValueError(f"expected a year from {YEARS[0]} to {YEARS[-1]}; found {local.year}")
        return local.astimezone(UTC), local.replace(fold=1).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ValidationError(
            _("Expected a day and a time like 2027-03-28 and 14:30; found “%(day)s” and “%(clock)s”."),
            code="date",
            params={"day": day, "clock": clock},
        ) from error


def _jump(before, after, zone):
    """Return what the clock shows just before it is put forward between two moments (UTC), and just after."""
    old = before.astimezone(zone).utcoffset()
    while after - before > SECOND:
        middle = before + (after - before) // 2
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    after = after.replace(microsecond=0)
    return after + old, after.astimezone(zone)
