"""The operations log of an action day: short reports and decisions, for all its parties or for one's own party.

The client chooses a key for each report, so a report that is sent twice is recorded once.
`recorded_at` is stored beside `occurred_at`. A report never changes.
A closed day still accepts reports; the page marks those of events after the closing.
Not here: chat (`messages.py`).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.coordination import operation_states
from app.access.roles import Role
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Forbidden, Invalid
from app.ledger import journal
from app.ledger.facts.coordination.operations import OperationReported
from app.models import Operation, Report
from app.services import idempotency
from app.services.coordination import operations, recipients
from app.services.teams import roster as rosters

DECISION: Final = "decision"


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report as a member states it. `kind`: an incident, or a decision, which is always shared."""

    key: UUID
    kind: str
    text: str
    shared: bool
    occurred_at: datetime


async def report(session: Writing, seat: Seat, operation: UUID, what: NewReport) -> Report:
    """Record a report and return it; a repeated one returns the stored report. Takes the lock of the action day.

    Raises:
        NotFound: The action day is absent or invisible.
        Forbidden: The member belongs to no party, or may not record decisions.
        Conflict: The key was used for another report, or the day is a draft that was given up.
        Invalid: The time is not acceptable, or the report must be shared.
    """
    day = await operations.in_turn(session, operation)
    party = _demand_may(seat, day, what)
    known = await idempotency.stored_row(session, seat, Report, what.key)
    if known is not None:
        words = what.text if known.erased else known.text
        said = (known.operation, known.kind, words, known.shared, known.occurred_at)
        sent = (operation, what.kind, what.text, what.shared, what.occurred_at)
        idempotency.demand_same(said, sent)
        return known
    now = clock.now()
    operations.demand_within(day, what.occurred_at, now)
    if day.told_at is None:
        operations.demand_open(day)
    row = Report(
        id=clock.new_id(),
        jit=seat.jit,
        operation=operation,
        party=party,
        seat=seat.id,
        key=what.key,
        kind=what.kind,
        text=what.text,
        shared=what.shared,
        occurred_at=what.occurred_at,
        recorded_at=now,
    )
    session.add(row)
    await session.flush()
    roster = await rosters.of(session, seat.jit)
    fact = OperationReported(
        operation=operation,
        report=row.id,
        hearing=recipients.of_operation(day, roster) if what.shared else recipients.of_party(party, roster),
        what=what.kind,
        text=what.text,
        occurred_at=clock.rfc3339(what.occurred_at),
    )
    await journal.append(session, seat, fact)
    return row


def _demand_may(seat: Seat, day: Operation, what: NewReport) -> UUID:
    """Return the member's party if the member may report this. Raises `Forbidden`, `Invalid`."""
    if seat.party is None:
        raise Forbidden("Only members of a party can report.", code="no-party")
    if what.kind == DECISION and not seat.roles & {Role.LEADER, Role.COORDINATOR}:
        raise Forbidden("Only leaders and coordinators can record decisions.", code="not-deciding")
    if what.kind == DECISION and not what.shared:
        raise Invalid(
            "A decision is visible to all participants. Remove the restriction to your party.", field="shared"
        )
    if not what.shared and not operation_states.knows(seat.party, day):
        raise Invalid(
            "Your party does not take part in this draft, so an entry cannot be limited to it.",
            field="shared",
        )
    return seat.party


async def list_all(session: Reading, operation: UUID, before: UUID | None, limit: int) -> list[Report]:
    """Return the reports that the member may read, newest first. Raises `NotFound`."""
    await operations.find(session, operation)
    query = select(Report).where(Report.operation == operation).order_by(Report.id.desc()).limit(limit)
    return list(await session.scalars(query if before is None else query.where(Report.id < before)))
