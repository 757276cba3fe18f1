"""Deadlines: hours across changes of the clocks, days by Regulation 1182/71, pauses, extensions and alarms."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import DAILY, FR, MO, TH, TU, WE, rrule
from hypothesis import given
from hypothesis import strategies as st

from app.access.coordination import holidays
from app.access.requests.deadlines import Basis, Rule, alarms, due

BERLIN = ZoneInfo("Europe/Berlin")
EPOC_EMERGENCY = Rule("PT8H", Basis.HOURS)
EIO_DECISION = Rule("P30D", Basis.CALENDAR, extension="P30D")
ENFORCEMENT = Rule("P5D", Basis.WORKING)
PRESERVATION = Rule("P60D", Basis.CALENDAR, minimum=True)

#: Northern and southern summer time, half-hour summer time, midnight that is skipped, and none.
ZONES = [
    ZoneInfo(name)
    for name in (
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "America/Santiago",
        "Africa/Cairo",
        "Asia/Tokyo",
    )
]
instants = st.integers(1_672_531_200, 1_988_150_400).map(lambda second: datetime.fromtimestamp(second, UTC))
zones = st.sampled_from(ZONES)


def local(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def german_holidays(year: int) -> Collection[date]:
    return holidays.between("DE", date(year, 1, 1), date(year + 1, 12, 31))


@pytest.mark.parametrize(
    ("received", "owed"),
    [
        ("2026-03-28T21:30", "2026-03-29T06:30"),  # the hour from 2 to 3 is skipped
        ("2026-10-24T21:30", "2026-10-25T04:30"),  # the hour from 2 to 3 comes twice
        ("2028-02-28T20:00", "2028-02-29T04:00"),  # leap day
    ],
)
def test_emergency_order_across_clock_change_is_due_after_eight_elapsed_hours(received: str, owed: str) -> None:
    assert due(EPOC_EMERGENCY, local(received), BERLIN, ()) == local(owed)


def test_thirty_days_that_end_on_a_holiday_of_the_executing_state_end_on_the_next_working_day() -> None:
    received = local("2026-03-07T10:00")  # the thirtieth day is Easter Monday, 6 April 2026
    assert due(EIO_DECISION, received, BERLIN, german_holidays(2026)) == local("2026-04-07T23:59:59")
    assert due(EIO_DECISION, received, BERLIN, ()) == local("2026-04-06T23:59:59")


def test_five_working_days_leave_out_the_weekend_and_holidays() -> None:
    assert due(ENFORCEMENT, local("2026-11-26T16:00"), BERLIN, ()) == local("2026-12-03T23:59:59")
    assert due(ENFORCEMENT, local("2026-12-23T16:00"), BERLIN, german_holidays(2026)) == local("2026-12-31T23:59:59")


def test_period_over_a_leap_day_counts_it() -> None:
    assert due(Rule("P10D", Basis.CALENDAR), local("2028-02-21T12:00"), BERLIN, ()) == local("2028-03-02T23:59:59")
    assert due(Rule("P1M", Basis.CALENDAR), local("2028-01-31T12:00"), BERLIN, ()) == local("2028-02-29T23:59:59")


def test_short_period_over_easter_includes_two_working_days() -> None:
    thursday = local("2026-04-02T18:00")  # then Good Friday, the weekend and Easter Monday
    rule = Rule("P3D", Basis.CALENDAR)
    assert due(rule, thursday, BERLIN, german_holidays(2026)) == local("2026-04-08T23:59:59")


def test_minimum_period_is_not_moved_to_a_working_day() -> None:
    sunday = local("2026-02-28T09:00") + timedelta(days=60)
    assert due(PRESERVATION, local("2026-02-28T09:00"), BERLIN, ()).astimezone(BERLIN).date() == sunday.date()
    fixed = Rule("P10D", Basis.CALENDAR, rolls=False)
    assert due(fixed, local("2026-12-02T09:00"), BERLIN, ()) == local("2026-12-12T23:59:59")


def test_event_late_in_utc_is_counted_from_the_day_of_the_executing_authority() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    received = datetime(2026, 11, 30, 16, 0, tzinfo=UTC)  # already 1 December in Tokyo
    assert due(Rule("P10D", Basis.CALENDAR), received, tokyo, ()) == local("2026-12-11T23:59:59", tokyo)


def test_extension_is_added_only_where_it_was_granted_and_exists() -> None:
    received = local("2026-06-01T10:00")
    assert due(EIO_DECISION, received, BERLIN, ()) == local("2026-07-01T23:59:59")
    assert due(EIO_DECISION, received, BERLIN, (), extensions=1) == local("2026-07-31T23:59:59")
    with pytest.raises(ValueError, match="cannot be extended"):
        due(ENFORCEMENT, received, BERLIN, (), extensions=1)


def test_pauses_extend_hours_by_their_length_and_days_by_their_dates() -> None:
    received = local("2026-06-01T10:00")
    pauses = [
        (local("2026-06-01T12:00"), local("2026-06-01T15:00")),
        (local("2026-06-01T14:00"), local("2026-06-01T16:00")),
    ]
    assert due(EPOC_EMERGENCY, received, BERLIN, (), pauses) == local("2026-06-01T22:00")
    asked = [(local("2026-06-03T17:00"), local("2026-06-08T09:00"))]
    assert due(Rule("P10D", Basis.CALENDAR), received, BERLIN, (), asked) == local("2026-06-16T23:59:59")
    assert due(ENFORCEMENT, received, BERLIN, (), asked) == local("2026-06-11T23:59:59")
    later = [(local("2026-07-03T17:00"), local("2026-07-08T09:00"))]
    assert due(ENFORCEMENT, received, BERLIN, (), later) == due(ENFORCEMENT, received, BERLIN, ())


def test_pause_without_end_is_left_out() -> None:
    received = local("2026-06-01T10:00")
    assert due(EPOC_EMERGENCY, received, BERLIN, (), [(received, None)]) == due(EPOC_EMERGENCY, received, BERLIN, ())


def test_period_before_an_event_is_counted_back() -> None:
    hearing = local("2026-06-22T10:00")  # a Monday
    assert due(Rule("P50D", Basis.CALENDAR, before=True), hearing, BERLIN, ()) == local("2026-05-03T23:59:59")
    assert due(Rule("P2D", Basis.WORKING, before=True), hearing, BERLIN, ()) == local("2026-06-18T23:59:59")
    assert due(Rule("PT48H", Basis.HOURS, before=True), hearing, BERLIN, ()) == local("2026-06-20T10:00")


@pytest.mark.parametrize(
    ("duration", "basis"),
    [
        ("8 hours", Basis.HOURS),
        ("P", Basis.CALENDAR),
        ("PT", Basis.HOURS),
        ("P0D", Basis.CALENDAR),
        ("P1DT8H", Basis.CALENDAR),
        ("P1M", Basis.HOURS),
        ("P1W", Basis.WORKING),
        ("P-1D", Basis.CALENDAR),
    ],
)
def test_wrong_duration_is_refused(duration: str, basis: Basis) -> None:
    with pytest.raises(ValueError, match="no duration"):
        Rule(duration, basis)
    with pytest.raises(ValueError, match="no duration"):
        Rule("PT1H" if basis is Basis.HOURS else "P1D", basis, extension=duration)


def test_times_without_zone_and_reversed_pauses_are_refused() -> None:
    aware = local("2026-06-01T10:00")
    naive = aware.replace(tzinfo=None)
    with pytest.raises(ValueError, match="without a zone"):
        due(EPOC_EMERGENCY, naive, BERLIN, ())
    with pytest.raises(ValueError, match="without a zone"):
        due(EPOC_EMERGENCY, aware, BERLIN, (), [(naive, None)])
    with pytest.raises(ValueError, match="ends before"):
        due(EPOC_EMERGENCY, aware, BERLIN, (), [(aware, aware - timedelta(hours=1))])


@given(instants, zones, st.integers(1, 200))
def test_hours_are_seconds_of_the_same_clock(begins: datetime, zone: ZoneInfo, hours: int) -> None:
    owed = due(Rule(f"PT{hours}H", Basis.HOURS), begins, zone, ())
    assert owed.timestamp() - begins.timestamp() == hours * 3600


@given(instants, zones, st.integers(1, 120), st.sets(st.integers(-5, 140)), st.booleans())
def test_days_match_an_independent_count(
    begins: datetime, zone: ZoneInfo, days: int, free: set[int], working: bool
) -> None:
    """Local dates are read off the clock of the zone in half hours; working days come from a recurrence rule."""
    event = begins.astimezone(zone).date()
    holiday = {event + timedelta(days=n) for n in free}
    owed = due(Rule(f"P{days}D", Basis.WORKING if working else Basis.CALENDAR), begins, zone, holiday)

    first = datetime(event.year, event.month, event.day, tzinfo=UTC) + timedelta(days=1)
    rule = rrule(DAILY, dtstart=first, byweekday=(MO, TU, WE, TH, FR), count=days + 200)
    open_days = [one.date() for one in rule if one.date() not in holiday]
    if working:
        last = open_days[days - 1]
    else:
        at_least = max(event + timedelta(days=days), open_days[1] if days > 1 else event)
        last = next(day for day in open_days if day >= at_least)

    walked = datetime(last.year, last.month, last.day, tzinfo=UTC) - timedelta(days=1)
    while walked.astimezone(zone).date() <= last:
        walked += timedelta(minutes=30)
    assert owed == walked - timedelta(seconds=1)


@given(instants, zones, st.integers(1, 60), st.integers(0, 40), st.integers(0, 40))
def test_pause_never_shortens_a_period(begins: datetime, zone: ZoneInfo, days: int, after: int, length: int) -> None:
    pause = (begins + timedelta(days=after), begins + timedelta(days=after + length))
    for basis in (Basis.CALENDAR, Basis.WORKING):
        rule = Rule(f"P{days}D", basis)
        assert due(rule, begins, zone, (), [pause]) >= due(rule, begins, zone, ())


@given(instants, st.timedeltas(timedelta(minutes=1), timedelta(days=100)))
def test_alarms_are_ascending_and_lie_between_beginning_and_end(begins: datetime, length: timedelta) -> None:
    raised = alarms(begins, begins + length)
    assert raised
    assert all(earlier < later for earlier, later in pairwise([begins, *raised, begins + length]))


def test_alarms_fit_the_length_of_the_period() -> None:
    begins = datetime(2026, 6, 1, 10, tzinfo=UTC)
    day = timedelta(days=1)
    hour = timedelta(hours=1)
    before = {
        length: [begins + length - one for one in alarms(begins, begins + length)]
        for length in (60 * day, 10 * day, 4 * day, 8 * hour)
    }
    assert before == {
        60 * day: [14 * day, 7 * day, 3 * day, day],
        10 * day: [7 * day, 3 * day, day],
        4 * day: [3 * day, day],
        8 * hour: [4 * hour, 2 * hour],
    }
    assert alarms(begins, begins) == []
