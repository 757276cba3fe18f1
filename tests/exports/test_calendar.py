"""A calendar as two other readers read it: `vobject`, and `dateutil` for the rules of its zones, hour by hour over summer time."""

import io
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]
from dateutil.tz import tzical

from app.exports.calendar import Due, calendar_of

SAID: Final = datetime(2026, 1, 1, tzinfo=UTC)
ZONES: Final = (
    "Europe/Amsterdam",
    "Europe/Dublin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Africa/Casablanca",
)


def due(n: int, at: datetime | date, zone: str, words: str = "Task T-4F7K2P due") -> Due:
    """A moment."""
    return Due(UUID(int=n), words, at, zone, SAID)


@pytest.mark.parametrize("zone", ZONES)
def test_the_rules_of_a_zone_are_those_of_the_database_at_every_hour(zone: str) -> None:
    begins = datetime(2026, 1, 1, tzinfo=UTC)
    written = calendar_of("Deadlines", [due(1, begins, zone), due(2, begins + timedelta(days=365), zone)])
    told = tzical(io.StringIO(written.decode())).get(zone)
    assert told is not None
    clock = ZoneInfo(zone)
    for hour in range(365 * 24):
        at = (begins + timedelta(hours=hour)).astimezone(clock)
        if at.fold or at.replace(fold=1).utcoffset() != at.utcoffset():
            continue  # shown twice: the first is meant, and readers differ
        assert at.replace(tzinfo=told).utcoffset() == at.utcoffset(), at


@pytest.mark.parametrize("zone", ZONES)
def test_what_is_read_is_the_moment_that_was_written(zone: str) -> None:
    begins = datetime(2026, 3, 1, 0, 30, tzinfo=UTC)
    moments = [begins + timedelta(hours=7 * n) for n in range(400)]
    written = calendar_of("Deadlines", [due(n, one, zone) for n, one in enumerate(moments)])
    ours = [one.start for one in icalendar.Calendar.from_ical(written).events]
    assert [at.astimezone(UTC) for at in ours if isinstance(at, datetime)] == moments
    others = [one.dtstart.value for one in vobject.readOne(written.decode()).vevent_list]
    assert [at.astimezone(UTC) for at in others] == moments


def test_of_two_moments_that_a_clock_shows_alike_the_second_is_told_in_utc() -> None:
    """RFC 5545, 3.3.5: a local time that occurs twice means the first."""
    twice = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)]
    lines = calendar_of("x", [due(n, at, "Europe/Amsterdam") for n, at in enumerate(twice)]).decode().splitlines()
    assert [one for one in lines if "DTSTART" in one][-2:] == [
        "DTSTART;TZID=Europe/Amsterdam:20261025T023000",
        "DTSTART:20261025T013000Z",
    ]


def test_a_day_is_a_day_and_words_break_no_line() -> None:
    words = "Task; due, \\now\r\nATTENDEE:mailto:x@example.org " + "é" * 100
    written = calendar_of("x", [due(1, date(2026, 12, 24), "UTC", words)])
    assert b"DTSTART;VALUE=DATE:20261224" in written
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    (event,) = icalendar.Calendar.from_ical(written).events
    assert "ATTENDEE" not in event
    assert not hasattr(vobject.readOne(written.decode()).vevent, "attendee")


def test_the_same_moments_are_the_same_bytes_in_any_order() -> None:
    dues = [due(n, SAID + timedelta(days=n % 3), zone) for n, zone in enumerate(ZONES)]
    assert calendar_of("x", dues) == calendar_of("x", dues[::-1])


def test_nothing_is_a_calendar_too() -> None:
    assert icalendar.Calendar.from_ical(calendar_of("Deadlines", [])).events == []
