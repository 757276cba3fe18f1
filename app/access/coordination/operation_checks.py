"""Warnings about the planned time (H-hour) of an action day: night, weekend, holiday, warrants. Pure.

Each party's local time is used. The data (`night_hours.py`, `holidays.py`) is unverified: the findings are hints for a
person and never a reason to refuse. Not here: exceptions, working hours, regional holidays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from app.access.coordination import holidays
from app.access.coordination.night_hours import NIGHTS, Night

#: Minimum validity of a warrant after H.
MARGIN: Final = timedelta(hours=6)
_WEEKEND: Final = 5
CALENDAR: Final = "holidays"


class Concern(StrEnum):
    """Kind of warning."""

    NIGHT = "night"
    NIGHT_UNKNOWN = "night_unknown"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    HOLIDAYS_UNKNOWN = "holidays_unknown"
    NO_WARRANT = "no_warrant"
    WARRANT_NOT_YET = "warrant_not_yet"
    WARRANT_ENDS = "warrant_ends"
    WARRANT_ENDED = "warrant_ended"
    WARRANT_OPEN = "warrant_open"


@dataclass(frozen=True, slots=True)
class Warrant:
    """Validity of an action's authorisation. `named`: whether one was entered."""

    party: str
    number: str
    named: bool
    valid_from: datetime | None
    valid_until: datetime | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A warning.

    `says`: the holiday's name or the night hours. `source`: the provision, or `None` if it follows from the plan.
    """

    concern: Concern
    party: str
    number: str | None = None
    says: str | None = None
    source: str | None = None
    at: datetime | None = None


def of_hour(h_at: datetime, party: str, zone: str, nights: Mapping[str, Night] = NIGHTS) -> list[Finding]:
    """Return the warnings about this moment in one country."""
    shown, found = h_at.astimezone(ZoneInfo(zone)), list[Finding]()
    night = nights.get(party)
    if night is None:
        found.append(Finding(Concern.NIGHT_UNKNOWN, party))
    elif night.holds(shown.time()):
        hours = f"{night.begins:%H:%M}-{night.ends:%H:%M}"
        found.append(Finding(Concern.NIGHT, party, says=hours, source=night.source))
    if shown.weekday() >= _WEEKEND:
        found.append(Finding(Concern.WEEKEND, party))
    day = shown.date()
    if party not in holidays.KNOWN:
        found.append(Finding(Concern.HOLIDAYS_UNKNOWN, party))
    elif (name := holidays.between(party, day, day).get(day)) is not None:
        found.append(Finding(Concern.HOLIDAY, party, says=name, source=CALENDAR))
    return found


def of_warrants(h_at: datetime, warrants: Iterable[Warrant]) -> list[Finding]:
    """Return warnings about authorisations that are missing or not valid from H until `MARGIN` after it."""
    found = []
    for one in warrants:
        if not one.named:
            found.append(Finding(Concern.NO_WARRANT, one.party, one.number))
            continue
        if one.valid_from is not None and one.valid_from > h_at:
            found.append(Finding(Concern.WARRANT_NOT_YET, one.party, one.number, at=one.valid_from))
        if one.valid_until is None:
            found.append(Finding(Concern.WARRANT_OPEN, one.party, one.number))
        elif one.valid_until <= h_at:
            found.append(Finding(Concern.WARRANT_ENDED, one.party, one.number, at=one.valid_until))
        elif one.valid_until < h_at + MARGIN:
            found.append(Finding(Concern.WARRANT_ENDS, one.party, one.number, at=one.valid_until))
    return found
