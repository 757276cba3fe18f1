"""Next deadline of a repeating task: a subset of RFC 5545 rules, in the local time of one zone. Pure functions.

Daily, weekly (on named days) or monthly, with an interval, a count or an end: `FREQ=WEEKLY;BYDAY=MO,TH`.
Months without the day are skipped (RFC 5545, 3.3.10). Local times that do not exist use the offset before the gap.
Of local times that occur twice, the first is used (RFC 5545, 3.3.5).
Not here: creation of the next task (`services/coordination/tasks/tasks.py`).
"""

import re
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from dateutil.rrule import DAILY, FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule

from app import clock
from app.errors import Invalid

_FREQUENCIES: Final = {"DAILY": DAILY, "WEEKLY": WEEKLY, "MONTHLY": MONTHLY}
_DAYS: Final = {"MO": MO, "TU": TU, "WE": WE, "TH": TH, "FR": FR, "SA": SA, "SU": SU}
_PARTS: Final = {
    "FREQ": re.compile(r"DAILY|WEEKLY|MONTHLY"),
    "INTERVAL": re.compile(r"[1-9][0-9]?"),
    "BYDAY": re.compile(r"(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU)){0,6}"),
    "COUNT": re.compile(r"[1-9][0-9]{0,2}"),
    "UNTIL": re.compile(r"[0-9]{8}T[0-9]{6}Z"),
}
_STAMP: Final = "%Y%m%dT%H%M%SZ"
#: Maximum of occurrences searched: enough for a daily rule over the life of a team.
_MOST: Final = 10_000


def demand_rule(rule: str, due_at: datetime, zone: str) -> None:
    """Refuse a rule that does not start at this deadline or never repeats.

    Raises:
        Invalid: The rule is not acceptable; names the field `repeats`.
    """
    parts = _parts(rule)
    if "COUNT" in parts and "UNTIL" in parts:
        raise _wrong("The repetition ends either after a number of times or on a date, not both.")
    if "BYDAY" in parts and parts["FREQ"] != "WEEKLY":
        raise _wrong("Days can be named only for a weekly repetition.")
    start = local(due_at, zone)
    found = _rule(rule, start, zone)
    if next(iter(found), None) != start:
        raise _wrong("The first deadline must be one of the days of the repetition and before its end.")
    if next(iter(found.xafter(start, count=1)), None) is None:
        raise _wrong("With this rule, the task does not repeat even once.")


def following(rule: str, start: datetime, zone: str, occurrence: int, now: datetime) -> tuple[int, datetime] | None:
    """Return number and UTC time of the next occurrence after `occurrence` that is later than `now`.

    Occurrences that passed are skipped, and the numbers show it.

    Args:
        rule: The recurrence rule.
        start: Local time of the first deadline.
        zone: IANA name of the time zone.
        occurrence: Number of the current occurrence, counted from one.
        now: The current time.

    Returns:
        Number and time, or `None` after the end of the rule or beyond `clock.LATEST`.
    """
    for index, at in enumerate(_rule(rule, start, zone), 1):
        if index > _MOST or at.year > clock.LATEST.year:
            break
        moment = at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
        if not clock.is_within(moment):
            break
        if index > occurrence and moment > now:
            return index, moment
    return None


def local(moment: datetime, zone: str) -> datetime:
    """Return the local time in the zone at this moment, without time zone."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def _parts(rule: str) -> dict[str, str]:
    parts = dict[str, str]()
    for part in rule.split(";"):
        name, _, value = part.partition("=")
        if name in parts or name not in _PARTS or not _PARTS[name].fullmatch(value):
            raise _wrong(
                "Write the repetition as FREQ=DAILY, WEEKLY or MONTHLY with INTERVAL, BYDAY, and COUNT or UNTIL, "
                "each once."
            )
        parts[name] = value
    if "FREQ" not in parts:
        raise _wrong("Choose how often the task repeats: FREQ=DAILY, WEEKLY or MONTHLY.")
    return parts


def _rule(rule: str, start: datetime, zone: str) -> rrule:
    parts = _parts(rule)
    try:
        until = local(datetime.strptime(parts["UNTIL"], _STAMP).replace(tzinfo=UTC), zone) if "UNTIL" in parts else None
    except (ValueError, OverflowError):  # an invalid date, or out of range after conversion
        raise _wrong("The end of the repetition is not a valid date.") from None
    return rrule(
        _FREQUENCIES[parts["FREQ"]],
        dtstart=start,
        interval=int(parts.get("INTERVAL", "1")),
        count=int(parts["COUNT"]) if "COUNT" in parts else None,
        until=until,
        byweekday=[_DAYS[day] for day in parts["BYDAY"].split(",")] if "BYDAY" in parts else None,
    )


def _wrong(why: str) -> Invalid:
    return Invalid(why, field="repeats")
