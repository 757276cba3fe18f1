"""Working hours of the team's parties, as their leaders said them or as is usual; and times at which several could meet.

Deliberately not here: what a moment is for somebody (`access/hours.py`), and who is here (`services/presences.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access import holidays
from app.access.hours import USUAL_BEGIN, USUAL_DAYS, USUAL_END, Hours, Slot, slots
from app.access.seats import PartyKind, Seat
from app.database import Reading, Writing
from app.errors import Forbidden, Invalid, Stale
from app.ledger import journal
from app.ledger.facts import HoursSet
from app.models import Party, WorkingHours

#: So many days ahead holidays are told.
AHEAD: Final = timedelta(days=30)
_BEHIND: Final = timedelta(days=15)
_STATES: Final = frozenset({PartyKind.MEMBER_STATE, PartyKind.THIRD_COUNTRY})


@dataclass(frozen=True, slots=True)
class Said:
    """When a party is at work. `begins`, `ends`: minutes of the day; `holidays_of`: a country, or none."""

    days: Sequence[int]
    begins: int
    ends: int
    holidays_of: str | None


@dataclass(frozen=True, slots=True)
class Whole:
    """A party's hours. `is_stated`: a leader said so, else it is what is usual; `version` 0: nothing was ever said."""

    party: Party
    said: Said
    is_stated: bool
    version: int
    holidays: Mapping[date, str]

    @property
    def hours(self) -> Hours:
        """For reckoning."""
        said = self.said
        return Hours(self.party.time_zone, tuple(said.days), said.begins, said.ends, self.holidays)


async def of_all(session: Reading, seat: Seat, language: str) -> list[Whole]:
    """Of every party that takes part, by code, with its holidays of the next weeks and the last."""
    query = (
        select(Party, WorkingHours)
        .outerjoin(WorkingHours, (WorkingHours.jit == Party.jit) & (WorkingHours.party == Party.id))
        .where(Party.jit == seat.jit, Party.status == "active")
        .order_by(Party.code)
    )
    return [_whole(party, row, language) for party, row in await session.execute(query)]


async def of_own(session: Reading, seat: Seat, language: str = "en") -> Whole | None:
    """Of the seat's own party; None where it has none."""
    return next((one for one in await of_all(session, seat, language) if one.party.id == seat.party), None)


def _whole(party: Party, row: WorkingHours | None, language: str) -> Whole:
    if row is None:
        keeps = party.code if PartyKind(party.kind) in _STATES and party.code in holidays.KNOWN else None
        said = Said(USUAL_DAYS, USUAL_BEGIN, USUAL_END, keeps)
    else:
        said = Said(row.days, row.begins_minute, row.ends_minute, row.holidays_of)
    today = clock.now().date()
    kept = holidays.between(said.holidays_of, today - _BEHIND, today + AHEAD, language)
    return Whole(party, said, row is not None, row.version if row else 0, kept)


async def say(session: Writing, seat: Seat, said: Said, *, expected: int) -> None:
    """When the seat's own party is at work. Raises `Forbidden`, `Invalid`, `Stale`: then nothing was changed."""
    if seat.party is None or seat.party_code is None:
        raise Forbidden("Only a party has working hours.", code="no-party")
    if said.ends <= said.begins:
        raise Invalid("Work ends after it begins, on the same day. Nothing was changed.", field="ends")
    if said.holidays_of is not None and said.holidays_of not in holidays.KNOWN:
        raise Invalid("Of this country no holidays are known here. Nothing was changed.", field="holidays_of")
    changed: dict[str, Any] = {"days": sorted(set(said.days)), "begins_minute": said.begins, "ends_minute": said.ends}
    changed |= {"holidays_of": said.holidays_of, "decided_by": seat.id, "decided_at": clock.now()}
    changed["version"] = expected + 1
    standing = await of_own(session, seat)
    if standing is None or standing.version != expected:
        raise _stale(standing)
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
        begins=clock_of(said.begins),
        ends=clock_of(said.ends),
        holidays_of=said.holidays_of,
    )
    await journal.append(session, seat, fact)


def _stale(standing: Whole | None) -> Stale:
    current = {"version": standing.version} if standing else {}
    return Stale("Another leader said so meanwhile. Nothing was changed now.", extra={"current": current})


@dataclass(frozen=True, slots=True)
class Meeting:
    """Times to meet of these parties, best first."""

    parties: Sequence[Whole]
    slots: Sequence[Slot]


async def meeting(
    session: Reading, seat: Seat, codes: Sequence[str], *, days: int, minutes: int, language: str
) -> Meeting:
    """Times at which these parties could meet; of no codes, all. Raises `Invalid` for what is no party that takes part."""
    everybody = {one.party.code: one for one in await of_all(session, seat, language)}
    for index, code in enumerate(codes):
        if code not in everybody:
            raise Invalid("This is not a party that takes part.", field=f"party.{index}")
    chosen = [everybody[code] for code in dict.fromkeys(codes)] or list(everybody.values())
    return Meeting(chosen, slots([one.hours for one in chosen], clock.now(), days=days, minutes=minutes))


def clock_of(minutes: int) -> str:
    """`09:30`; the end of a day is `24:00`."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
