"""Outcome of an action day: results of actions, the debrief of each party, and the joint press statement.

A result counts searches, arrests, seizures or wallets, and is linked to the exhibits from them.
Results and debriefs are recorded also after the day was closed.
Members who read an action's plan read its results. A link is visible only to members who see result and exhibit.
An approval is for one version of the press statement. Every change needs new approvals.
Not here: exhibits (`services/evidence/exhibits.py`), and publication, which happens outside Liaison.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.coordination import operation_states
from app.access.coordination.operation_states import ActionRelation
from app.access.roles import Role
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.ledger import journal
from app.ledger.facts.coordination.aftermath import (
    ActionResultLinked,
    ActionResultRecorded,
    MediaLineApproved,
    MediaLineWritten,
    OperationDebriefed,
)
from app.models import Action, ActionResult, Debrief, Evidence, MediaApproval, MediaLine, Operation, ResultLink
from app.services import idempotency
from app.services.coordination import actions, operations, recipients
from app.services.teams import roster as rosters


@dataclass(frozen=True, slots=True)
class Result:
    """A result as a member states it. `key`: idempotency key, chosen by the client."""

    key: UUID
    kind: str
    count: int
    text: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class ActionResultDetails:
    """A result with its action and visible exhibits (id, number); `own`: whether the member may act on the action."""

    row: ActionResult
    action: Action
    evidence: Sequence[tuple[UUID, str]]
    own: bool


async def record_result(session: Writing, seat: Seat, operation: UUID, action: UUID, what: Result) -> UUID:
    """Record a result and return its id; a repeated one returns the stored id. Takes the lock of the action day.

    Raises:
        NotFound: The action day or the action is absent or invisible.
        Forbidden: The action belongs to another party, or the member is neither leader nor contributor.
        Conflict: The key was used for another result.
        Invalid: The time is not acceptable.
    """
    day, found = await _own_action(session, seat, operation, action)
    known = await idempotency.stored_row(session, seat, ActionResult, what.key)
    if known is not None:
        words = what.text if known.erased else known.text
        said = (known.action, known.kind, known.count, words, known.occurred_at)
        sent = (action, what.kind, what.count, what.text, what.occurred_at)
        idempotency.demand_same(said, sent)
        return known.id
    now = clock.now()
    operations.demand_within(day, what.occurred_at, now)
    values = {name: getattr(what, name) for name in ("key", "kind", "count", "text", "occurred_at")}
    row = ActionResult(
        id=clock.new_id(), jit=seat.jit, action=action, party=found.party, seat=seat.id, recorded_at=now, **values
    )
    session.add(row)
    await session.flush()
    fact = ActionResultRecorded(
        operation=operation,
        action=action,
        result=row.id,
        number=found.number,
        hearing=recipients.of_plan(found, day, await rosters.of(session, seat.jit)),
        what=row.kind,
        count=row.count,
        text=row.text,
        occurred_at=clock.rfc3339(row.occurred_at),
    )
    await journal.append(session, seat, fact)
    return row.id


async def link_exhibit(
    session: Writing, seat: Seat, operation: UUID, action: UUID, result: UUID, evidence: UUID
) -> None:
    """Link an exhibit to the result from which it comes. Linking it again has no effect.

    Raises:
        NotFound: The action day, the action or the result is absent or invisible.
        Forbidden: The action belongs to another party, or the member is neither leader nor contributor.
        Invalid: The exhibit is absent or invisible.
    """
    day, found = await _own_action(session, seat, operation, action)
    row = await session.scalar(select(ActionResult).where(ActionResult.id == result, ActionResult.action == action))
    if row is None:
        raise NotFound
    number = await session.scalar(select(Evidence.exhibit_number).where(Evidence.id == evidence))
    if number is None:
        raise Invalid("This exhibit does not exist, or you do not have access to it.", field="evidence")
    values = {"result": result, "evidence": evidence, "jit": seat.jit, "linked_by": seat.id, "linked_at": clock.now()}
    done = insert(ResultLink).values(values).on_conflict_do_nothing().returning(ResultLink.evidence)
    if await session.scalar(done) is None:
        return
    fact = ActionResultLinked(
        operation=operation,
        action=action,
        result=result,
        number=found.number,
        hearing=recipients.of_plan(found, day, await rosters.of(session, seat.jit)),
        evidence=evidence,
        exhibit=str(evidence),
        exhibit_number=number,
    )
    await journal.append(session, seat, fact)


async def _own_action(session: Writing, seat: Seat, operation: UUID, action: UUID) -> tuple[Operation, Action]:
    day = await operations.in_turn(session, operation)
    found = await actions.find(session, operation, action)
    if ActionRelation.PEOPLE not in operation_states.relations_of(seat, found):
        raise Forbidden("Only the party of an action can record its result.", code="not-your-action")
    return day, found


async def results(
    session: Reading, seat: Seat, operation: UUID, before: UUID | None, limit: int
) -> list[ActionResultDetails]:
    """Return the results of a day that the member may read, newest first. Raises `NotFound`."""
    await operations.find(session, operation)
    query = select(ActionResult, Action).join(Action, Action.id == ActionResult.action)
    query = query.where(Action.operation == operation).order_by(ActionResult.id.desc()).limit(limit)
    query = query if before is None else query.where(ActionResult.id < before)
    found = [(row, action) for row, action in await session.execute(query)]
    linked = select(ResultLink.result, Evidence.id, Evidence.exhibit_number).join(
        Evidence, Evidence.id == ResultLink.evidence
    )
    links: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    wanted = [row.id for row, _ in found]
    for result, evidence, number in await session.execute(
        linked.where(ResultLink.result.in_(wanted)).order_by(ResultLink.linked_at)
    ):
        links[result].append((evidence, number))
    return [
        ActionResultDetails(row, action, links[row.id], bool(operation_states.relations_of(seat, action)))
        for row, action in found
    ]


@dataclass(frozen=True, slots=True)
class PressStatement:
    """The text of a press statement and the end of its embargo, with the time zone in which that was entered."""

    text: str
    embargo_at: datetime
    embargo_zone: str


@dataclass(frozen=True, slots=True)
class PressStatementDetails:
    """The press statement, the parties that approved its current version, and its action day."""

    line: MediaLine | None
    approved: frozenset[UUID]
    operation: Operation


async def write_press_statement(
    session: Writing, seat: Seat, operation: UUID, what: PressStatement, *, expected: int
) -> None:
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
        raise Forbidden("Your party does not take part in this action day.", code="not-taking-part")
    row = (await press_statement(session, operation)).line
    if (row.version if row else 0) != expected:
        current = None if row is None else {"text": row.text, "version": row.version}
        raise Stale("Another user changed the joint press statement. Reload it.", extra={"current": current})
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


async def approve_press_statement(session: Writing, seat: Seat, operation: UUID, version: int) -> None:
    """Approve this version of the press statement for the member's party. Approving it again has no effect.

    Raises:
        NotFound: The action day is absent or invisible.
        Forbidden: The member's party does not take part.
        Conflict: The statement has another version, or its text was erased.
    """
    day = await operations.in_turn(session, operation)
    if not operation_states.takes_part(seat, day):
        raise Forbidden("Your party does not take part in this action day.", code="not-taking-part")
    row = (await press_statement(session, operation)).line
    if row is None or row.version != version:
        raise Conflict("The joint press statement has changed. Read it before you approve it.", code="line-changed")
    if row.is_erased:
        raise Conflict("The joint press statement was erased. Write it again.", code="line-erased")
    values = {"operation": operation, "party": seat.party, "line_version": version, "jit": seat.jit}
    said = insert(MediaApproval).values(**values, approved_by=seat.id, approved_at=clock.now())
    if await session.scalar(said.on_conflict_do_nothing().returning(MediaApproval.party)) is None:
        return
    hearing = recipients.of_operation(day, await rosters.of(session, seat.jit))
    await journal.append(session, seat, MediaLineApproved(operation=operation, hearing=hearing, line_version=version))


async def press_statement(session: Reading, operation: UUID) -> PressStatementDetails:
    """Return the press statement with its approvals. Raises `NotFound` if the action day is absent or invisible."""
    day = await operations.find(session, operation)
    query = select(MediaLine).where(MediaLine.operation == operation).execution_options(populate_existing=True)
    row = (await session.scalars(query)).one_or_none()
    said = select(MediaApproval.party).where(
        MediaApproval.operation == operation, MediaApproval.line_version == (row.version if row else 0)
    )
    return PressStatementDetails(row, frozenset(await session.scalars(said)), day)


async def debrief(session: Writing, seat: Seat, operation: UUID, words: str, *, expected: int) -> None:
    """Write or replace the debrief of the member's party. `expected`: version that the member saw, 0 if none.

    Raises:
        NotFound: The action day is absent or invisible.
        Forbidden: The member's party does not take part.
        Stale: The debrief has another version; the error contains the current text.
    """
    day = await operations.in_turn(session, operation)
    if not operation_states.takes_part(seat, day) or seat.party is None:
        raise Forbidden("Your party does not take part in this action day.", code="not-taking-part")
    query = select(Debrief).where(Debrief.operation == operation, Debrief.party == seat.party)
    row = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    if (row.version if row else 0) != expected:
        current = None if row is None else {"text": row.text, "version": row.version}
        raise Stale("Another user changed the debrief. Reload it.", extra={"current": current})
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
