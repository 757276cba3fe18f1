"""Challenges of INTERPOL notices before the Commission for the Control of INTERPOL's Files (CCF).

A challenge runs beside the states of the notice. Only the party of the notice sees it. Lock: the row of the notice.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app import clock
from app.access.requests import challenge_periods, deadlines
from app.access.requests.challenge_periods import ChallengeDates
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound, Stale
from app.ledger import journal
from app.ledger.facts.requests.notices import NoticeChallengeChanged, NoticeChallenged
from app.models import NoticeChallenge
from app.services.requests.notices import drafting
from app.services.teams import roster as rosters

#: Columns that change later.
CHANGEABLE: Final = (
    *("admissible_on", "questions_due_on", "questions_answered_on", "is_blocked", "decided_on", "decision", "remedy"),
)
_PAST: Final = ("received_on", "admissible_on", "questions_answered_on", "decided_on")


@dataclass(frozen=True, slots=True)
class NewChallenge:
    """A challenge as a member states it. `values`: of the columns of `CHANGEABLE`."""

    kind: str
    received_on: date
    values: dict[str, Any]


async def record(session: Writing, seat: Seat, notice: UUID, what: NewChallenge) -> None:
    """Record a challenge.

    Raises:
        NotFound: The notice is absent or invisible.
        Forbidden: It is of another party.
        Conflict: Nothing was given to the bureau yet.
        Invalid: A date is in the future, or the dates are in the wrong order.
    """
    found = await drafting.lock_own(session, seat, notice)
    if found.state in {"draft", "checked"}:
        raise Conflict("The notice is not with the bureau yet, so no challenge can be recorded.", code="not-sent")
    values = {"is_blocked": False} | what.values
    zone = await _zone(session, seat, found.party)
    _demand_order({"received_on": what.received_on} | values, zone)
    made = clock.new_id()
    row = NoticeChallenge(
        id=made,
        jit=found.jit,
        notice=found.id,
        party=found.party,
        kind=what.kind,
        received_on=what.received_on,
        recorded_by=seat.id,
        recorded_at=clock.now(),
        version=1,
        **values,
    )
    _plan_warnings(row, zone)
    session.add(row)
    await session.flush()
    fact = NoticeChallenged(
        **await drafting.fields_of(session, seat, found, is_internal=True),
        challenge=made,
        challenge_kind=what.kind,
        received_on=what.received_on.isoformat(),
    )
    await journal.append(session, seat, fact)


async def change(
    session: Writing, seat: Seat, notice: UUID, challenge: UUID, values: dict[str, Any], *, expected: int
) -> None:
    """Change the record of a challenge.

    Raises:
        NotFound: The notice or the challenge is absent or invisible.
        Forbidden: The notice is of another party.
        Stale: The challenge is not at version `expected`; the error contains its current values.
        Invalid: A date is in the future, or the dates are in the wrong order.
    """
    found = await drafting.lock_own(session, seat, notice)
    row = next((one for one in await of(session, [found.id]) if one.id == challenge), None)
    if row is None:
        raise NotFound
    if row.version != expected:
        current = {name: drafting.written(getattr(row, name)) for name in CHANGEABLE} | {"version": row.version}
        raise Stale("Another user changed the challenge. Reload it.", extra={"current": current})
    before = {name: getattr(row, name) for name in CHANGEABLE}
    zone = await _zone(session, seat, found.party)
    _demand_order({"received_on": row.received_on} | before | values, zone)
    changed = {
        name: {"from": drafting.written(before[name]), "to": drafting.written(to)}
        for name, to in values.items()
        if before[name] != to
    }
    if not changed:
        return
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    _plan_warnings(row, zone)
    await session.flush()
    fields = await drafting.fields_of(session, seat, found, is_internal=True)
    await journal.append(session, seat, NoticeChallengeChanged(**fields, challenge=row.id, changes=changed))


async def _zone(session: Reading, seat: Seat, party: UUID) -> ZoneInfo:
    """Return the time zone of a party, in which the days of a challenge count."""
    roster = await rosters.of(session, seat.jit)
    return ZoneInfo(next(one.time_zone for one in roster.parties if one.id == party))


def _plan_warnings(row: NoticeChallenge, zone: ZoneInfo) -> None:
    """Set when an answer is due and when leaders are warned next."""
    due_at = challenge_periods.answer_due_at(dates_of(row), zone)
    if due_at is not None:
        due_at = min(due_at, clock.LATEST - timedelta(seconds=1))
    # Warnings were about the former day, if it was another one.
    warned_at = row.warned_at if row.answer_due_at == due_at else None
    row.answer_due_at, row.alarm_at = due_at, None
    if due_at is not None:
        row.alarm_at = deadlines.next_alarm(row.recorded_at, due_at, warned_at=warned_at, now=clock.now())


def _demand_order(values: dict[str, Any], zone: ZoneInfo) -> None:
    today = clock.now().astimezone(zone).date()
    for name in _PAST:
        if values.get(name) is not None and values[name] > today:
            raise Invalid("This day is in the future. Enter when it happened.", field=name)
    for name in ("admissible_on", "questions_answered_on", "decided_on"):
        if values.get(name) is not None and values[name] < values["received_on"]:
            raise Invalid("This day is before the day of receipt. Check the dates.", field=name)
    if (values.get("decided_on") is None) != (values.get("decision") is None):
        raise Invalid(
            "Enter both the decision and its date.", field="decision" if values.get("decided_on") else "decided_on"
        )


def dates_of(row: NoticeChallenge) -> ChallengeDates:
    """Return the dates of a challenge from which the next ones follow."""
    return ChallengeDates(
        row.kind, row.received_on, row.admissible_on, row.questions_due_on, row.questions_answered_on, row.decided_on
    )


async def of(session: Reading, notices: Collection[UUID]) -> Sequence[NoticeChallenge]:
    """Return the challenges of these notices that the member sees, oldest first."""
    query = select(NoticeChallenge).where(NoticeChallenge.notice.in_(notices)).order_by(NoticeChallenge.id)
    return (await session.scalars(query)).all()
