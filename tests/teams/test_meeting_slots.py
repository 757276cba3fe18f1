"""Working hours and times to meet: on every clock's own face, across summer time, by hand and over random parties."""

from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.access.hours import AtWork, Hours, slots

ZONES: Final = (
    "Europe/Amsterdam",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "UTC",
)
NL: Final = Hours("Europe/Amsterdam")


def utc(text: str) -> datetime:
    """A moment."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "what"),
    [
        ("2026-11-27T07:59", AtWork.OFF),  # a Friday in winter
        ("2026-11-27T08:00", AtWork.WORKING),
        ("2026-11-27T15:59", AtWork.WORKING),
        ("2026-11-27T16:00", AtWork.OFF),
        ("2026-11-28T10:00", AtWork.FREE),
        ("2026-03-27T07:59", AtWork.OFF),  # the Friday before summer time, and the Monday behind it
        ("2026-03-27T08:00", AtWork.WORKING),
        ("2026-03-30T06:59", AtWork.OFF),
        ("2026-03-30T07:00", AtWork.WORKING),
        ("2026-10-23T07:00", AtWork.WORKING),
        ("2026-10-26T07:59", AtWork.OFF),  # an hour later again
        ("2026-10-26T08:00", AtWork.WORKING),
    ],
)
def test_hours_are_those_of_the_clock_there(moment: str, what: AtWork) -> None:
    assert NL.at(utc(moment)) is what


def test_a_holiday_is_a_day_there_and_not_in_utc() -> None:
    kept = Hours("Pacific/Auckland", holidays={date(2026, 12, 25): "Christmas Day"})
    assert kept.at(utc("2026-12-24T21:00")) is AtWork.HOLIDAY
    assert kept.at(utc("2026-12-25T10:59")) is AtWork.HOLIDAY
    assert kept.at(utc("2026-12-25T11:01")) is AtWork.FREE, "a Saturday by then"


def test_what_passes_the_end_is_not_within() -> None:
    assert NL.over(utc("2026-11-27T15:00"), utc("2026-11-27T16:00")) is AtWork.WORKING
    assert NL.over(utc("2026-11-27T15:15"), utc("2026-11-27T16:15")) is AtWork.OFF
    night = Hours("UTC", begins=22 * 60, ends=24 * 60)
    assert night.over(utc("2026-11-27T23:00"), utc("2026-11-28T00:00")) is AtWork.WORKING
    assert night.over(utc("2026-11-27T23:30"), utc("2026-11-28T00:30")) is AtWork.OFF


def test_an_hour_over_the_change_of_the_clocks_is_an_hour() -> None:
    """On the night of 29 March a meeting from 01:30 to 02:30 of Amsterdam ends at 03:30 there."""
    early = Hours("Europe/Amsterdam", days=(7,), begins=90, ends=3 * 60)
    assert early.over(utc("2026-03-29T00:30"), utc("2026-03-29T01:30")) is AtWork.OFF
    later = Hours("Europe/Amsterdam", days=(7,), begins=90, ends=3 * 60 + 30)
    assert later.over(utc("2026-03-29T00:30"), utc("2026-03-29T01:30")) is AtWork.WORKING


def test_the_last_end_of_a_working_day() -> None:
    assert NL.last_end(utc("2026-11-27T20:00")) == utc("2026-11-27T16:00")
    assert NL.last_end(utc("2026-11-27T09:00")) == utc("2026-11-26T16:00")
    assert NL.last_end(utc("2026-11-30T07:00")) == utc("2026-11-27T16:00"), "over the weekend"
    assert NL.last_end(utc("2026-03-30T06:00")) == utc("2026-03-27T16:00"), "over summer time"
    kept = Hours("Europe/Amsterdam", holidays={date(2026, 11, 26): "x"})
    assert kept.last_end(utc("2026-11-27T09:00")) == utc("2026-11-25T16:00")
    never = Hours("UTC", days=())
    assert never.last_end(utc("2026-11-27T09:00")) == utc("2026-11-13T09:00")


def test_the_best_time_is_when_all_work_and_the_soonest_of_those() -> None:
    best = slots([NL, Hours("America/New_York")], utc("2026-11-27T06:07"), days=3, minutes=60)
    assert (best[0].begins_at, best[0].at_work) == (utc("2026-11-27T14:00"), (AtWork.WORKING,) * 2)
    assert best[1].begins_at == utc("2026-11-27T15:00")
    assert AtWork.OFF in best[2].at_work, "then one works and the other is nearest to its hours"


def test_in_the_weeks_between_two_changes_of_clocks_the_shared_hours_move() -> None:
    """America changes three weeks before Europe in spring: the difference is five hours then."""
    both = [NL, Hours("America/New_York")]
    first = [slots(both, utc(f"2026-{day}T00:00"), days=1, minutes=120)[0] for day in ("03-04", "03-18", "04-01")]
    assert [one.begins_at.strftime("%H:%M") for one in first] == ["14:00", "13:00", "13:00"]
    assert [one.at_work for one in first] == [(AtWork.WORKING,) * 2] * 3


def test_a_holiday_of_one_makes_another_day_better() -> None:
    kept = Hours("Europe/Berlin", holidays={date(2026, 12, 25): "x"})
    best = slots([NL, kept], utc("2026-12-25T06:00"), days=5, minutes=30)
    assert best[0].begins_at == utc("2026-12-28T08:00")


def test_who_works_nowhere_meets_nowhere() -> None:
    assert slots([Hours("UTC", days=())], utc("2026-11-27T06:00"), days=5, minutes=30) == []
    assert slots([], utc("2026-11-27T06:00"), days=5, minutes=30) == []


hours_of = st.builds(
    Hours,
    zone=st.sampled_from(ZONES),
    days=st.sets(st.integers(1, 7)).map(lambda days: tuple(sorted(days))),
    begins=st.integers(0, 600),
    ends=st.integers(601, 1440),
)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is given beside


@given(st.lists(hours_of, max_size=4), moments, st.integers(1, 4), st.sampled_from((30, 60, 120)))
def test_whatever_is_chosen_is_true_ordered_and_apart(
    parties: list[Hours], now: datetime, days: int, minutes: int
) -> None:
    found = slots(parties, now, days=days, minutes=minutes)
    working = [sum(what is AtWork.WORKING for what in one.at_work) for one in found]
    assert working == sorted(working, reverse=True)
    assert all(working)
    for one in found:
        assert now <= one.begins_at < now + timedelta(days=days, minutes=15)
        assert one.ends_at - one.begins_at == timedelta(minutes=minutes)
        for hours, what in zip(parties, one.at_work, strict=True):
            begins, ends = (at.astimezone(ZoneInfo(hours.zone)) for at in (one.begins_at, one.ends_at))
            if what is AtWork.WORKING:
                assert begins.isoweekday() in hours.days
                assert begins.hour * 60 + begins.minute >= hours.begins
                assert hours.at(one.begins_at) is AtWork.WORKING
                assert ends.date() == begins.date() or ends.hour * 60 + ends.minute == 0
        assert not any(
            one.begins_at < other.ends_at and other.begins_at < one.ends_at for other in found if other is not one
        )
