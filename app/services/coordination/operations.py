"""Action days: plan, change, move from state to state, and record each party's GO or no-go.

An answer counts for one H-hour, time zone and kind (`told_as`). If one of them changes, every party is asked again.
Going live without the GO of a party needs a reason, and the audit log entry names the missing parties.
Actions of such a party get no GO until it confirms its own, which it can do while the day is live.
A closed day can be reopened within one hour (`operation_states.REOPENING`).
When something is said to have happened is checked with a tolerance for inexact device clocks.
The stated time is kept as stated. Records are ordered by arrival, so a clock that is slightly wrong refuses nothing.
An impossible time is refused with both clocks in the error.
Not here: actions (`services/coordination/actions.py`), the operations log (`services/coordination/operations_log.py`).
Not here: lists (`services/coordination/operation_list.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.coordination import operation_states
from app.access.coordination.operation_states import ActionState, OperationState, Sharing
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts.coordination.operations import (
    OperationChanged,
    OperationGoAsked,
    OperationPlanned,
    OperationStateChanged,
    OperationWordGiven,
)
from app.ledger.facts.fact import Fact
from app.locks import Lock, lock
from app.models import Action, Operation, OperationWord
from app.services.coordination import recipients
from app.services.teams import phases
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class Hour:
    """An H-hour, and the time zone (IANA name) in which it was entered."""

    at: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Planning:
    """A new action day. `parties`: codes."""

    title: str
    kind: str
    hour: Hour
    parties: Sequence[str]


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes of an action day.

    Attributes:
        values: New values of `title`, `kind`, `h_at`, `h_zone`; others stay.
        parties: Codes of parties to add.
        state: The new state.
        reason: Why, where the new state needs a reason.
        reasons: Why the day is closed although a party still executes an action, by code of the party.
    """

    values: dict[str, Any] = field(default_factory=dict)
    parties: Sequence[str] = ()
    state: OperationState | None = None
    reason: str | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)


async def plan(session: Writing, seat: Seat, what: Planning) -> UUID:
    """Create an action day as a draft and return its id.

    Raises:
        Forbidden: The member belongs to no party.
        Conflict: The team is not in its operational phase, or a party is beyond the Union.
        Invalid: H-hour has passed, or a party is unknown.
    """
    if seat.party is None:
        raise Forbidden("Only members of a party can plan an action day.", code="no-party")
    await phases.demand_operational(session, seat)
    roster, now = await rosters.of(session, seat.jit), clock.now()
    if what.hour.at <= now:
        raise Invalid("H-hour is in the past. Choose a later time.", field="h_at")
    row = Operation(
        id=clock.new_id(),
        jit=seat.jit,
        title=what.title,
        kind=what.kind,
        state=OperationState.DRAFT.value,
        h_at=what.hour.at,
        h_zone=what.hour.zone,
        parties=_parties(roster, what.parties),
        author=seat.id,
        author_party=seat.party,
        created_at=now,
        updated_at=now,
        version=1,
        told_at=None,
        told_as=1,
    )
    session.add(row)
    await session.flush()
    await journal.append(session, seat, _planned(row, roster))
    return row.id


def _parties(roster: Roster, codes: Sequence[str]) -> list[UUID]:
    """Return the ids of these parties. Raises `Invalid`, and `Conflict` for a party beyond the Union."""
    found = [roster.party(code, f"parties.{n}") for n, code in enumerate(codes)]
    for one in found:
        rosters.demand_within(one)
    return list(dict.fromkeys(one.id for one in found))


async def find(session: Reading, operation: UUID) -> Operation:
    """Return an action day. Raises `NotFound` if it is absent or invisible."""
    query = select(Operation).where(Operation.id == operation).execution_options(populate_existing=True)
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def in_turn(session: Writing, operation: UUID) -> Operation:
    """Lock the action day until the end of the transaction and return it. Raises `NotFound`.

    Rows to be changed must be read after this call. `forget_of_day` in the database takes the same lock to erase text.
    It is an advisory lock: a row lock needs permission to update the day, which most parties do not have.
    """
    await lock(session, Lock.OPERATION, operation)
    return await find(session, operation)


def demand_open(operation: Operation) -> None:
    """Refuse a closed action day. Raises `Conflict`."""
    if operation.state == OperationState.CLOSED:
        raise Conflict("This action day is closed.", code="operation-closed")


def as_fields(operation: Operation, roster: Roster) -> dict[str, Any]:
    """Return the action day as audit log entries and `Stale` errors show it."""
    return {
        "title": operation.title,
        "meant": operation.kind,
        "state": operation.state,
        "h_at": clock.rfc3339(operation.h_at),
        "h_zone": operation.h_zone,
        "parties": sorted(roster.party_code(one) for one in operation.parties),
        "version": operation.version,
    }


def _planned(operation: Operation, roster: Roster) -> OperationPlanned:
    said = as_fields(operation, roster)
    del said["version"]
    return OperationPlanned(operation=operation.id, hearing=recipients.of_operation(operation, roster), **said)


async def change(session: Writing, seat: Seat, operation: UUID, changes: Changes, *, expected: int) -> None:
    """Change an action day or its state. Takes the lock of the action day.

    Raises:
        NotFound: The day is absent or invisible.
        Forbidden: The member is neither coordinator nor leader of the author's party.
        Stale: The day is not at version `expected`; the error contains its current values.
        Conflict: The day is closed and is not only reopened, is live while a value changes, or has no such step; or a
            party is beyond the Union.
        Invalid: H-hour has passed, a party is unknown, or the reason is missing.
    """
    found = await in_turn(session, operation)
    if not operation_states.runs(seat, found):
        raise Forbidden(
            "Only coordinators and leaders of the planning party can change this action day.",
            code="not-your-operation",
        )
    roster = await rosters.of(session, seat.jit)
    if found.version != expected:
        raise Stale(
            "Another user changed the action day. Reload it.",
            extra={"current": as_fields(found, roster)},
        )
    reopens = changes.state is not None and not changes.values and not changes.parties
    if not (reopens and changes.state in operation_states.operation_steps(found, clock.now())):
        demand_open(found)
    facts: list[Fact] = _apply(found, roster, changes)
    goes_on = changes.state is not None and changes.state != found.state
    if not facts and not goes_on:
        return
    found.updated_at, found.version = clock.now(), found.version + 1
    if goes_on:
        facts += await _step(session, found, roster, changes)
    await session.flush()
    await journal.append(session, seat, *facts)


def _apply(row: Operation, roster: Roster, changes: Changes) -> list[Fact]:
    """Write the given values into the row and return the facts about it. Raises `Conflict`, `Invalid`."""
    before = as_fields(row, roster)
    if row.state == OperationState.LIVE and (changes.values or changes.parties):
        raise Conflict("The action day is live. Return it to planning first.", code="operation-live")
    for name, value in changes.values.items():
        setattr(row, name, value)
    if "h_at" in changes.values and row.h_at <= clock.now():
        raise Invalid("H-hour is in the past. Choose a later time.", field="h_at")
    row.parties = list(dict.fromkeys((*row.parties, *_parties(roster, changes.parties))))
    after = as_fields(row, roster)
    changed = {name: {"from": before[name], "to": after[name]} for name in after if before[name] != after[name]}
    if not changed:
        return []
    facts: list[Fact] = [
        OperationChanged(operation=row.id, hearing=recipients.of_operation(row, roster), changes=changed)
    ]
    if row.state == OperationState.PLANNED and not (_ASKS | {"parties"}).isdisjoint(changed):
        facts.append(_asked(row, roster))
    return facts


#: A change of these invalidates all GO answers and asks again. An added party is asked too; other answers stay valid.
_ASKS: Final = frozenset({"h_at", "h_zone", "meant"})


def _asked(row: Operation, roster: Roster) -> OperationGoAsked:
    said = {name: value for name, value in as_fields(row, roster).items() if name in _ASKS}
    return OperationGoAsked(operation=row.id, hearing=recipients.of_operation(row, roster), **said)


async def _step(session: Writing, row: Operation, roster: Roster, changes: Changes) -> list[Fact]:
    """Move the day to another state and return the facts about it.

    The first move from draft to planned announces the day to its parties; a trigger sets `told_at`.

    Raises:
        Conflict: There is no such step.
        Invalid: A reason is missing.
    """
    former, state = OperationState(row.state), changes.state
    assert state is not None
    steps = operation_states.operation_steps(row, clock.now())
    if state not in steps:
        raise Conflict("This change of state is not possible.", code="no-such-course")
    without = sorted(await _without_go(session, row, roster)) if state is OperationState.LIVE else []
    if without and changes.reason is None:
        raise Invalid(
            Phrase(
                "These parties have not confirmed GO: {parties}. Enter a reason to begin without them.",
                parties=list(without),
            ),
            field="reason",
        )
    if steps[state] and changes.reason is None:
        raise Invalid("Enter a reason.", field="reason")
    reasons = await _reasons(session, row, roster, changes) if state is OperationState.CLOSED else []
    row.state = state.value
    if state is OperationState.LIVE and row.live_at is None:
        row.live_at = clock.now()
    row.closed_at = clock.now() if state is OperationState.CLOSED else None
    await session.flush()
    await session.refresh(row, ("told_at", "told_as"))
    if former is OperationState.DRAFT and state is OperationState.PLANNED:
        return [_planned(row, roster), _asked(row, roster)]
    return [
        OperationStateChanged(
            operation=row.id,
            hearing=recipients.of_operation(row, roster),
            former=former.value,
            state=state.value,
            reason=changes.reason,
            without=without,
            reasons=reasons,
        )
    ]


async def _reasons(session: Reading, row: Operation, roster: Roster, changes: Changes) -> list[dict[str, str]]:
    """Return why the day is closed although parties still execute actions, by party.

    All participants read the reasons, so an action that its party does not share needs none: a reason would reveal it.
    Reasons for parties that have finished meanwhile are left out.

    Raises:
        Invalid: A party is unknown, or the reason of a party that executes a shared action is missing.
    """
    given = {roster.party(code, "reasons").id: reason for code, reason in changes.reasons.items()}
    query = select(Action.party).where(
        Action.operation == row.id, Action.state == ActionState.EXECUTING, Action.sharing != Sharing.NONE
    )
    executing = sorted(set(await session.scalars(query)), key=roster.party_code)
    missing = [roster.party_code(one) for one in executing if one not in given]
    if missing:
        raise Invalid(
            Phrase("These parties still execute actions: {parties}. Enter a reason for each.", parties=missing),
            field="reasons",
        )
    return [{"party": roster.party_code(one), "reason": given[one]} for one in executing]


async def _without_go(session: Reading, row: Operation, roster: Roster) -> list[str]:
    """Return the codes of the parties without a GO for the day as it is after this change."""
    await session.flush()
    await session.refresh(row, ("told_as",))
    return [roster.party_code(one) for one in await parties_without_go(session, row, roster)]


async def parties_without_go(session: Reading, operation: Operation, roster: Roster) -> list[UUID]:
    """Return the parties whose answer is asked and that have not confirmed GO for the day's current plan."""
    said = select(OperationWord).where(OperationWord.operation == operation.id, OperationWord.word == "go")
    current = said.execution_options(populate_existing=True)
    went = {one.party for one in await session.scalars(current) if operation_states.is_current(one, operation)}
    return [one for one in recipients.asked_parties(operation, roster) if one not in went]


async def give_answer(
    session: Writing, seat: Seat, operation: UUID, word: str | None, reason: str | None, told_as: int
) -> None:
    """Record the GO or no-go of the member's party, or withdraw it. Takes the lock of the action day.

    A party answers until H-hour, and afterwards while the day is live: its actions get GO only after its own GO.

    Args:
        session: The transaction of the request.
        seat: The member, of a party that takes part.
        operation: The action day.
        word: `go`, `no_go`, or `None` to withdraw the answer.
        reason: Required unless `word` is `go`.
        told_as: The version of H-hour, time zone and kind that the member saw.

    Raises:
        NotFound: The day is absent or invisible.
        Forbidden: The member's party does not take part.
        Conflict: The day is neither planned nor live, `told_as` is outdated, or H-hour has passed and it is not live.
        Invalid: The reason is missing.
    """
    found = await in_turn(session, operation)
    if not operation_states.takes_part(seat, found):
        raise Forbidden("Your party does not take part in this action day.", code="not-taking-part")
    if found.state not in {OperationState.PLANNED, OperationState.LIVE}:
        raise Conflict(
            "GO or No-go is possible only while the action day is planned or live.", code="operation-not-planned"
        )
    if found.told_as != told_as:
        raise Conflict(
            "H-hour has moved, or the day became an exercise or an operation. Reload it, then confirm again.",
            code="meant-otherwise",
        )
    if found.h_at <= clock.now() and found.state != OperationState.LIVE:
        raise Conflict("H-hour has passed, and the action day has not started.", code="h-hour-passed")
    if word != "go" and reason is None:
        raise Invalid("Enter a reason.", field="reason")
    values: dict[str, Any] = {"word": word, "reason": reason, "said_by": seat.id, "said_at": clock.now()}
    values |= {"said_for": found.h_at, "said_as": told_as}
    row = {"operation": operation, "party": seat.party, "jit": seat.jit, **values}
    said = insert(OperationWord).values(row).on_conflict_do_update(index_elements=["operation", "party"], set_=values)
    await session.execute(said)
    roster = await rosters.of(session, seat.jit)
    fact = OperationWordGiven(
        operation=operation,
        hearing=recipients.of_operation(found, roster),
        word=word,
        reason=reason,
        h_at=clock.rfc3339(found.h_at),
    )
    await journal.append(session, seat, fact)


#: Tolerated difference between a device's clock and the server's, either way; `clock_skew` in the database is equal.
SKEW: Final = timedelta(minutes=5)


def demand_within(day: Operation, at: datetime, now: datetime) -> None:
    """Refuse a time in the future, or before the day was planned.

    Raises:
        Invalid: `at` is more than `SKEW` after now or before the creation of the day.
    """
    if at > now + SKEW:
        raise _refused(
            Phrase(
                "The time {time} is in the future; the server time is {now}. Check the clock of your device, or "
                "enter the time.",
                time=_shown(at),
                now=_shown(now),
            ),
            "clock-ahead",
            now,
        )
    if at < day.created_at - SKEW:
        raise _refused(
            Phrase(
                "The time {time} is before the day was planned ({planned}). The server time is {now}. Check the "
                "clock of your device, or enter the time.",
                time=_shown(at),
                planned=_shown(day.created_at),
                now=_shown(now),
            ),
            "before-the-day",
            now,
        )


def demand_after(latest: datetime, at: datetime, now: datetime) -> None:
    """Refuse a move that is more than two clock errors (`2 * SKEW`) earlier than one before it.

    Args:
        latest: Maximum of all earlier moves. With the last one, each of many moves could go back a little further.
        at: When the move happened.
        now: The server's time.

    Raises:
        Invalid: `at` is too early.
    """
    if at < latest - 2 * SKEW:
        raise _refused(
            Phrase(
                "The time {time} is before the last event ({last}); the server time is {now}. Check the clock of "
                "your device, or enter the time.",
                time=_shown(at),
                last=_shown(latest),
                now=_shown(now),
            ),
            "before-the-last",
            now,
        )


def is_since(begun: datetime | None, at: datetime) -> bool:
    """Return whether `at` is after the beginning, within `SKEW`; false if there is no beginning."""
    return begun is not None and at >= begun - SKEW


def is_past(ended: datetime | None, at: datetime) -> bool:
    """Return whether `at` is after the end, beyond `SKEW`; false if there is no end."""
    return ended is not None and at > ended + SKEW


def _refused(detail: str, code: str, now: datetime) -> Invalid:
    return Invalid(detail, code=code, field="occurred_at", extra={"server_at": clock.rfc3339(now)})


def _shown(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
