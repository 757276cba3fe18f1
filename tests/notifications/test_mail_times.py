"""When an account may be written to: over midnight, when clocks change, urgent or not. Pure."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.access.mail_times import Hours, digest_day, earliest, is_quiet

NIGHT = Hours("Europe/Amsterdam", time(22), time(7))
APART = timedelta(minutes=15)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "quiet"),
    [
        ("2026-11-27T20:59", False),
        ("2026-11-27T21:00", True),  # 22:00 in winter
        ("2026-11-28T05:59", True),
        ("2026-11-28T06:00", False),
        ("2026-07-01T20:00", True),  # 22:00 in summer
        ("2026-07-01T19:59", False),
        ("2026-07-02T05:00", False),
    ],
)
def test_quiet_is_what_clocks_there_show(at: str, quiet: bool) -> None:
    assert is_quiet(NIGHT, utc(at)) is quiet


def test_by_day_too_and_never_without_hours() -> None:
    noon = Hours("UTC", time(12), time(13, 30))
    assert [is_quiet(noon, utc(f"2026-05-16T{at}")) for at in ("11:59", "12:00", "13:29", "13:30")] == [
        False,
        True,
        True,
        False,
    ]
    assert not is_quiet(Hours("UTC"), utc("2026-05-16T03:00"))


@pytest.mark.parametrize(
    ("now", "goes"),
    [
        ("2026-11-27T12:00:30", "2026-11-27T12:00:30"),
        ("2026-11-27T21:30:30", "2026-11-28T06:00"),
        ("2026-11-28T03:00", "2026-11-28T06:00"),
        ("2026-03-28T23:30", "2026-03-29T05:00"),  # the night has an hour less
        ("2026-10-24T22:30", "2026-10-25T06:00"),  # and one more
    ],
)
def test_what_comes_in_quiet_hours_goes_when_they_end(now: str, goes: str) -> None:
    assert earliest(NIGHT, utc(now), None, APART, urgent=False) == utc(goes)


def test_hours_that_clocks_skip_or_repeat() -> None:
    """On 29 March there is no 02:30 in Amsterdam, on 25 October there are two."""
    until = Hours("Europe/Amsterdam", time(1), time(2, 30))
    assert earliest(until, utc("2026-03-29T00:30"), None, APART, urgent=False) == utc("2026-03-29T01:00")
    assert earliest(until, utc("2026-10-25T00:15"), None, APART, urgent=False) == utc("2026-10-25T00:30")
    assert earliest(until, utc("2026-10-25T01:10"), None, APART, urgent=False) == utc("2026-10-25T01:30")


def test_urgent_passes_where_the_person_lets_it() -> None:
    night = utc("2026-11-27T23:00")
    assert earliest(NIGHT, night, None, APART, urgent=True) > night
    passes = Hours(NIGHT.zone, NIGHT.quiet_from, NIGHT.quiet_to, urgent_passes=True)
    assert earliest(passes, night, None, APART, urgent=True) == night
    assert earliest(passes, night, None, APART, urgent=False) > night


def test_two_are_apart_and_that_may_lead_into_quiet_hours() -> None:
    now = utc("2026-11-27T20:50")
    assert earliest(NIGHT, now, now - timedelta(minutes=1), APART, urgent=True) == utc("2026-11-28T06:00")
    assert earliest(Hours("UTC"), now, now - timedelta(minutes=1), APART, urgent=True) == utc("2026-11-27T21:04")
    assert earliest(Hours("UTC"), now, now - timedelta(hours=1), APART, urgent=False) == now


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-27T06:59", None),
        ("2026-11-27T07:00", date(2026, 11, 27)),
        ("2026-11-27T22:59", date(2026, 11, 27)),
        ("2026-11-27T23:00", None),  # midnight in Amsterdam
    ],
)
def test_a_digest_is_of_the_zones_day(now: str, day: date | None) -> None:
    assert digest_day("Europe/Amsterdam", 8, utc(now)) == day
