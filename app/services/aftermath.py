"""What is said when the day is over: each party's debrief, and the line for the press, which every party approves under embargo.

An approval is of one text: whoever changes it needs all of them anew. Deliberately not here: who publishes it, and where.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.roles import Role
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Stale
from app.ledger import journal
from app.ledger.facts.aftermath import MediaLineApproved, MediaLineWritten, OperationDebriefed
from app.models import Debrief, MediaApproval, MediaLine, Operation
from app.services import operation_people as people
from app.services import operations
from app.services import roster as rosters


@dataclass(frozen=True, slots=True)
class Line:
    """The words, and from when on they may be used: a moment, and the zone in which it was meant."""

    text: str
    embargo_at: datetime
    embargo_zone: str


@dataclass(frozen=True, slots=True)
class WholeLine:
    """The line, and which parties approved it as it reads now."""

    line: MediaLine | None
    approved: frozenset[UUID]
    operation: Operation


async def write(session: Writing, seat: Seat, operation: UUID, what: Line, *, expected: int) -> None:
    """Write the line, or change it: 0 is the version of none. Raises `NotFound`, `Forbidden`, `Stale`: then nothing was changed."""
    day = await operations.in_turn(session, operation)
    if not people.takes_part(seat, day) and Role.COORDINATOR not in seat.roles:
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
        hearing=people.of(day, await rosters.of(session, seat.jit)),
        text=row.text,
        embargo_at=clock.rfc3339(row.embargo_at),
        embargo_zone=row.embargo_zone,
        line_version=row.version,
    )
    await journal.append(session, seat, fact)


async def approve(session: Writing, seat: Seat, operation: UUID, version: int) -> None:
    """Approve the line for one's party, as it read. Raises `NotFound`, `Forbidden`, `Conflict`: then nothing was approved."""
    day = await operations.in_turn(session, operation)
    if not people.takes_part(seat, day):
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
    hearing = people.of(day, await rosters.of(session, seat.jit))
    await journal.append(session, seat, MediaLineApproved(operation=operation, hearing=hearing, line_version=version))


async def read(session: Reading, operation: UUID) -> WholeLine:
    """The line as it stands. Raises `NotFound`."""
    day = await operations.find(session, operation)
    query = select(MediaLine).where(MediaLine.operation == operation).execution_options(populate_existing=True)
    row = (await session.scalars(query)).one_or_none()
    said = select(MediaApproval.party).where(
        MediaApproval.operation == operation, MediaApproval.line_version == (row.version if row else 0)
    )
    return WholeLine(row, frozenset(await session.scalars(said)), day)


async def debrief(session: Writing, seat: Seat, operation: UUID, words: str, *, expected: int) -> None:
    """Say what one's party learned: 0 is the version of nothing said. Raises `NotFound`, `Forbidden`, `Stale`."""
    day = await operations.in_turn(session, operation)
    if not people.takes_part(seat, day) or seat.party is None:
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
    hearing = people.of(day, await rosters.of(session, seat.jit))
    await journal.append(session, seat, OperationDebriefed(operation=operation, hearing=hearing, text=words))


async def debriefs(session: Reading, operation: UUID) -> list[Debrief]:
    """What each party said, in no order. Raises `NotFound`."""
    await operations.find(session, operation)
    return list(await session.scalars(select(Debrief).where(Debrief.operation == operation)))
