"""When a task that repeats is due next: a small part of RFC 5545's rules, counted on the clocks of one zone.

Daily, weekly (on named days) or monthly, every so many, for ever, so many times, or until a moment. `FREQ=WEEKLY;BYDAY=MO,TH`.
A month without the day is left out, as the RFC says. Where clocks are put forward over the hour, what they never show is read with
the offset from before; where they show it twice, the first is meant (RFC 5545, 3.3.5). Pure.
Deliberately not here: who makes the next task (`services/task_successors.py`).
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
#: Far enough for a rule that is followed every day of a team's life; what lies behind is not looked for.
_MOST: Final = 10_000


def demand_rule(rule: str, due_at: datetime, zone: str) -> None:
    """The rule can be followed from this deadline on, and repeats at least once. Raises `Invalid` naming `repeats`."""
    parts = _parts(rule)
    if "COUNT" in parts and "UNTIL" in parts:
        raise _wrong("It ends after so many times or at a moment, not both.")
    if "BYDAY" in parts and parts["FREQ"] != "WEEKLY":
        raise _wrong("Days are named only of what repeats by weeks.")
    start = local(due_at, zone)
    found = _rule(rule, start, zone)
    if next(iter(found), None) != start:
        raise _wrong("The first deadline is not one of the days that the rule names, or lies behind its end.")
    if next(iter(found.xafter(start, count=1)), None) is None:
        raise _wrong("By this rule it does not repeat even once.")


def following(rule: str, start: datetime, zone: str, occurrence: int, now: datetime) -> tuple[int, datetime] | None:
    """The next to come after this `occurrence`, counted from one, and its moment; None at the end of the rule.

    What passed meanwhile is not made up for: the number goes on, so that it shows. Nothing comes beyond `clock.LATEST`.
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
    """What clocks in the zone show at the moment."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def _parts(rule: str) -> dict[str, str]:
    parts = dict[str, str]()
    for part in rule.split(";"):
        name, _, value = part.partition("=")
        if name in parts or name not in _PARTS or not _PARTS[name].fullmatch(value):
            raise _wrong(
                "Write it as FREQ=DAILY, WEEKLY or MONTHLY with INTERVAL, BYDAY, and COUNT or UNTIL, each once."
            )
        parts[name] = value
    if "FREQ" not in parts:
        raise _wrong("It says how often: FREQ=DAILY, WEEKLY or MONTHLY.")
    return parts


def _rule(rule: str, start: datetime, zone: str) -> rrule:
    parts = _parts(rule)
    try:
        until = local(datetime.strptime(parts["UNTIL"], _STAMP).replace(tzinfo=UTC), zone) if "UNTIL" in parts else None
    except (ValueError, OverflowError):  # no such day, or one that the zone's clocks never show
        raise _wrong("Its end is not a day of the calendar.") from None
    return rrule(
        _FREQUENCIES[parts["FREQ"]],
        dtstart=start,
        interval=int(parts.get("INTERVAL", "1")),
        count=int(parts["COUNT"]) if "COUNT" in parts else None,
        until=until,
        byweekday=[_DAYS[day] for day in parts["BYDAY"].split(",")] if "BYDAY" in parts else None,
    )


def _wrong(why: str) -> Invalid:
    return Invalid(f"{why} Nothing was changed.", field="repeats")
