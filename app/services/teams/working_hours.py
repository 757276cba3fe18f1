"""Working hours of the parties, stated by their leaders or the default; suggested meeting times.

Not here: whether a moment is working time (`access/hours.py`), and presence (`services/teams/presences.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.coordination import holidays
from app.access.hours import USUAL_BEGIN, USUAL_DAYS, USUAL_END, Hours, Slot, slots
from app.access.seats import PartyKind, Seat
from app.database import Reading, Writing
from app.errors import Forbidden, Invalid, Stale
from app.ledger import journal
from app.ledger.facts import HoursSet
from app.models import Party, WorkingHours

#: Holidays are listed this far ahead.
AHEAD: Final = timedelta(days=30)
_BEHIND: Final = timedelta(days=15)
_STATES: Final = frozenset({PartyKind.MEMBER_STATE, PartyKind.THIRD_COUNTRY})


@dataclass(frozen=True, slots=True)
class StatedHours:
    """Working hours of a party. `begins`, `ends`: minutes of the day; `holidays_of`: country code or `None`."""

    days: Sequence[int]
    begins: int
    ends: int
    holidays_of: str | None


@dataclass(frozen=True, slots=True)
class PartyHours:
    """A party with its working hours.

    `is_stated`: a leader stated them, otherwise they are the default. `version` is 0 if they were never stated.
    """

    party: Party
    stated: StatedHours
    is_stated: bool
    version: int
    holidays: Mapping[date, str]

    @property
    def hours(self) -> Hours:
        """Return the hours in the form used for calculation."""
        stated = self.stated
        return Hours(self.party.time_zone, tuple(stated.days), stated.begins, stated.ends, self.holidays)


async def of_all(session: Reading, seat: Seat, language: str) -> list[PartyHours]:
    """Return the hours of every active party, by code, with holidays from 15 days ago to 30 days ahead."""
    query = (
        select(Party, WorkingHours)
        .outerjoin(WorkingHours, (WorkingHours.jit == Party.jit) & (WorkingHours.party == Party.id))
        .where(Party.jit == seat.jit, Party.status == "active")
        .order_by(Party.code)
    )
    return [_details(party, row, language) for party, row in await session.execute(query)]


async def of_own(session: Reading, seat: Seat, language: str = "en") -> PartyHours | None:
    """Return the hours of the member's own party; `None` if the member has none or it is not active."""
    return next((one for one in await of_all(session, seat, language) if one.party.id == seat.party), None)


def _details(party: Party, row: WorkingHours | None, language: str) -> PartyHours:
    if row is None:
        keeps = party.code if PartyKind(party.kind) in _STATES and party.code in holidays.KNOWN else None
        stated = StatedHours(USUAL_DAYS, USUAL_BEGIN, USUAL_END, keeps)
    else:
        stated = StatedHours(row.days, row.begins_minute, row.ends_minute, row.holidays_of)
    today = clock.now().date()
    kept = holidays.between(stated.holidays_of, today - _BEHIND, today + AHEAD, language)
    return PartyHours(party, stated, row is not None, row.version if row else 0, kept)


async def set_hours(session: Writing, seat: Seat, stated: StatedHours, *, expected: int) -> None:
    """Set the working hours of the member's own party.

    Raises:
        Forbidden: The member has no party.
        Invalid: Work ends before it begins, or the country's holidays are unknown.
        Stale: Another leader changed them since the member saw them.
    """
    if seat.party is None or seat.party_code is None:
        raise Forbidden("Only a party has working hours.", code="no-party")
    if stated.ends <= stated.begins:
        raise Invalid("Work must end after it begins, on the same day.", field="ends")
    if stated.holidays_of is not None and stated.holidays_of not in holidays.KNOWN:
        raise Invalid("The holidays of this country are not available.", field="holidays_of")
    changed: dict[str, Any] = {
        "days": sorted(set(stated.days)),
        "begins_minute": stated.begins,
        "ends_minute": stated.ends,
    }
    changed |= {"holidays_of": stated.holidays_of, "decided_by": seat.id, "decided_at": clock.now()}
    changed["version"] = expected + 1
    current = await of_own(session, seat)
    if current is None or current.version != expected:
        raise _stale(current)
    fresh = insert(WorkingHours).values(jit=seat.jit, party=seat.party, **changed)
    put = fresh.on_conflict_do_update(
        index_elements=["jit", "party"], set_=changed, where=WorkingHours.version == expected
    )
    if (await session.execute(put.returning(WorkingHours.version))).one_or_none() is None:
        raise _stale(None)
    fact = HoursSet(
        party=seat.party,
        code=seat.party_code,
        days=changed["days"],
        begins=clock_of(stated.begins),
        ends=clock_of(stated.ends),
        holidays_of=stated.holidays_of,
    )
    await journal.append(session, seat, fact)


def _stale(current: PartyHours | None) -> Stale:
    version = {"version": current.version} if current else {}
    return Stale("Another leader changed the working hours. Reload them.", extra={"current": version})


@dataclass(frozen=True, slots=True)
class Meeting:
    """Suggested meeting times of the chosen parties, best first."""

    parties: Sequence[PartyHours]
    slots: Sequence[Slot]


async def meeting(
    session: Reading, seat: Seat, codes: Sequence[str], *, days: int, minutes: int, language: str
) -> Meeting:
    """Suggest meeting times for the parties of these codes, or for all active parties if `codes` is empty.

    Raises:
        Invalid: A code is not that of an active party.
    """
    everybody = {one.party.code: one for one in await of_all(session, seat, language)}
    for index, code in enumerate(codes):
        if code not in everybody:
            raise Invalid("This is not an active party of this team.", field=f"party.{index}")
    chosen = [everybody[code] for code in dict.fromkeys(codes)] or list(everybody.values())
    return Meeting(chosen, slots([one.hours for one in chosen], clock.now(), days=days, minutes=minutes))


def clock_of(minutes: int) -> str:
    """Return a minute of the day as `09:30`; the end of a day is `24:00`."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
