"""After an action day: the debrief of each party, and the joint press statement with embargo and approvals.

An approval is for one version of the press statement. Every change needs new approvals.
Not here: publication, which happens outside Liaison.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access import operation_states
from app.access.roles import Role
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Stale
from app.ledger import journal
from app.ledger.facts.aftermath import MediaLineApproved, MediaLineWritten, OperationDebriefed
from app.models import Debrief, MediaApproval, MediaLine, Operation
from app.services.coordination import operations, recipients
from app.services.teams import roster as rosters


@dataclass(frozen=True, slots=True)
class Line:
    """The text of a press statement and the end of its embargo, with the time zone in which that was entered."""

    text: str
    embargo_at: datetime
    embargo_zone: str


@dataclass(frozen=True, slots=True)
class WholeLine:
    """The press statement, the parties that approved its current version, and its action day."""

    line: MediaLine | None
    approved: frozenset[UUID]
    operation: Operation


async def write(session: Writing, seat: Seat, operation: UUID, what: Line, *, expected: int) -> None:
    """Write or change the press statement. An unchanged statement is accepted without effect.

    Args:
        session: The transaction of the request; takes the lock of the action day.
        seat: The member, of a party that takes part or a coordinator.
        operation: The action day.
        what: The new text and embargo.
        expected: Version that the member saw; 0 if there was none.

    Raises:
        NotFound: The action day is absent or invisible.
        Forbidden: The member's party does not take part, and the member is no coordinator.
        Stale: The statement has another version; the error contains the current text.
    """
    day = await operations.in_turn(session, operation)
    if not operation_states.takes_part(seat, day) and Role.COORDINATOR not in seat.roles:
        raise Forbidden(
            "Your party does not take part in this action day. Nothing was changed.", code="not-taking-part"
        )
    row = (await read(session, operation)).line
    if (row.version if row else 0) != expected:
        current = None if row is None else {"text": row.text, "version": row.version}
        raise Stale("The media line was changed meanwhile. Nothing was changed now.", extra={"current": current})
    values = {"text": what.text, "embargo_at": what.embargo_at, "embargo_zone": what.embargo_zone}
    if row is not None and values == {name: getattr(row, name) for name in values}:
        return
    if row is None:
        row = MediaLine(operation=operation, jit=seat.jit, version=0, **values)
        session.add(row)
    for name, value in values.items():
        setattr(row, name, value)
    row.written_by, row.written_at, row.version = seat.id, clock.now(), row.version + 1
    await session.flush()
    fact = MediaLineWritten(
        operation=operation,
        hearing=recipients.of_operation(day, await rosters.of(session, seat.jit)),
        text=row.text,
        embargo_at=clock.rfc3339(row.embargo_at),
        embargo_zone=row.embargo_zone,
        line_version=row.version,
    )
    await journal.append(session, seat, fact)


async def approve(session: Writing, seat: Seat, operation: UUID, version: int) -> None:
    """Approve this version of the press statement for the member's party. Approving it again has no effect.

    Raises:
        NotFound: The action day is absent or invisible.
        Forbidden: The member's party does not take part.
        Conflict: The statement has another version, or its text was erased.
    """
    day = await operations.in_turn(session, operation)
    if not operation_states.takes_part(seat, day):
        raise Forbidden(
            "Your party does not take part in this action day. Nothing was approved.", code="not-taking-part"
        )
    row = (await read(session, operation)).line
    if row is None or row.version != version:
        raise Conflict(
            "The media line reads otherwise by now. Read it first. Nothing was approved.", code="line-changed"
        )
    if row.is_erased:
        raise Conflict(
            "The words of the media line were erased. Write it anew. Nothing was approved.", code="line-erased"
        )
    values = {"operation": operation, "party": seat.party, "line_version": version, "jit": seat.jit}
    said = insert(MediaApproval).values(**values, approved_by=seat.id, approved_at=clock.now())
    if await session.scalar(said.on_conflict_do_nothing().returning(MediaApproval.party)) is None:
        return
    hearing = recipients.of_operation(day, await rosters.of(session, seat.jit))
    await journal.append(session, seat, MediaLineApproved(operation=operation, hearing=hearing, line_version=version))


async def read(session: Reading, operation: UUID) -> WholeLine:
    """Return the press statement with its approvals. Raises `NotFound` if the action day is absent or invisible."""
    day = await operations.find(session, operation)
    query = select(MediaLine).where(MediaLine.operation == operation).execution_options(populate_existing=True)
    row = (await session.scalars(query)).one_or_none()
    said = select(MediaApproval.party).where(
        MediaApproval.operation == operation, MediaApproval.line_version == (row.version if row else 0)
    )
    return WholeLine(row, frozenset(await session.scalars(said)), day)


async def debrief(session: Writing, seat: Seat, operation: UUID, words: str, *, expected: int) -> None:
    """Write or replace the debrief of the member's party. `expected`: version that the member saw, 0 if none.

    Raises:
        NotFound: The action day is absent or invisible.
        Forbidden: The member's party does not take part.
        Stale: The debrief has another version; the error contains the current text.
    """
    day = await operations.in_turn(session, operation)
    if not operation_states.takes_part(seat, day) or seat.party is None:
        raise Forbidden("Your party does not take part in this action day. Nothing was said.", code="not-taking-part")
    query = select(Debrief).where(Debrief.operation == operation, Debrief.party == seat.party)
    row = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    if (row.version if row else 0) != expected:
        current = None if row is None else {"text": row.text, "version": row.version}
        raise Stale("The debrief was changed meanwhile. Nothing was changed now.", extra={"current": current})
    if row is None:
        row = Debrief(operation=operation, party=seat.party, jit=seat.jit, version=0, text="")
        session.add(row)
    row.text, row.said_by, row.said_at, row.version = words, seat.id, clock.now(), row.version + 1
    await session.flush()
    hearing = recipients.of_operation(day, await rosters.of(session, seat.jit))
    await journal.append(session, seat, OperationDebriefed(operation=operation, hearing=hearing, text=words))


async def debriefs(session: Reading, operation: UUID) -> list[Debrief]:
    """Return the debriefs of all parties, in no order. Raises `NotFound` if the day is absent or invisible."""
    await operations.find(session, operation)
    return list(await session.scalars(select(Debrief).where(Debrief.operation == operation)))
