"""Results of actions: numbers of searches, arrests, seizures and wallets, and links to the exhibits from them.

Members who read an action's plan read its results. A link is visible only to members who see result and exhibit.
Not here: exhibits (`services/evidence/exhibits.py`), and follow-up tasks, which members word themselves.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access import operation_states
from app.access.operation_states import Party
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Forbidden, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts.aftermath import ActionResultLinked, ActionResultRecorded
from app.models import Action, ActionResult, Evidence, Operation, ResultLink
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


async def record(session: Writing, seat: Seat, operation: UUID, action: UUID, what: Result) -> UUID:
    """Record a result and return its id; a repeated one returns the stored id. Takes the lock of the action day.

    Raises:
        NotFound: The action day or the action is absent or invisible.
        Forbidden: The action belongs to another party, or the member is neither leader nor contributor.
        Conflict: The key was used for another result.
        Invalid: The time is not acceptable.
    """
    day, found = await _own(session, seat, operation, action)
    query = select(ActionResult).where(ActionResult.seat == seat.id, ActionResult.key == what.key)
    known = (await session.scalars(query)).one_or_none()
    if known is not None:
        words = what.text if known.erased else known.text
        said = (known.action, known.kind, known.count, words, known.occurred_at)
        sent = (action, what.kind, what.count, what.text, what.occurred_at)
        operations.demand_same(said, sent, "Nothing was recorded.")
        return known.id
    now = clock.now()
    operations.demand_within(day, what.occurred_at, now, "Nothing was recorded.")
    if operations.is_past(day.closed_at, what.occurred_at):
        raise Invalid("This lies after the day was closed. Nothing was recorded.", field="occurred_at")
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


async def link(session: Writing, seat: Seat, operation: UUID, action: UUID, result: UUID, evidence: UUID) -> None:
    """Link an exhibit to the result from which it comes. Linking it again has no effect.

    Raises:
        NotFound: The action day, the action or the result is absent or invisible.
        Forbidden: The action belongs to another party, or the member is neither leader nor contributor.
        Invalid: The exhibit is absent or invisible.
    """
    day, found = await _own(session, seat, operation, action)
    row = await session.scalar(select(ActionResult).where(ActionResult.id == result, ActionResult.action == action))
    if row is None:
        raise NotFound
    number = await session.scalar(select(Evidence.exhibit_number).where(Evidence.id == evidence))
    if number is None:
        raise Invalid("There is no such exhibit. Nothing was changed.", field="evidence")
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


async def _own(session: Writing, seat: Seat, operation: UUID, action: UUID) -> tuple[Operation, Action]:
    day = await operations.in_turn(session, operation)
    found = await actions.find(session, operation, action)
    if Party.PEOPLE not in operation_states.hands_of(seat, found):
        raise Forbidden(
            "Only its own party records what an action brought. Nothing was changed.", code="not-your-action"
        )
    return day, found


async def listed(
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
        ActionResultDetails(row, action, links[row.id], bool(operation_states.hands_of(seat, action)))
        for row, action in found
    ]
