"""Deadlines that members begin, extend and end: by events that no move records, or by a day of the party."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from app import clock
from app.access.requests import deadlines as periods
from app.access.requests import states
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts.fact import Fact
from app.models import LegalRequest, RequestDeadline
from app.reference.catalogue import DeadlineRule, Instrument
from app.reference.deadline_terms import DeadlineActor, DeadlineBasis, DeadlineEvent, LapseStop
from app.services.requests import drafting
from app.services.requests.deadlines.events import applies, begun_by
from app.services.requests.deadlines.reading import ASKED, ASKED_TITLE, may_extend, next_alarm, of
from app.services.requests.deadlines.rows import (
    SAME,
    Given,
    Work,
    add,
    begin,
    changed,
    end_met,
    end_void,
    reckon,
    work_of,
)
from app.services.requests.lines import lines
from app.services.requests.uses import recording

_LONGEST_DAYS: Final = 5 * 365
_UNKNOWN_RULE: Final = "This deadline does not belong to the instrument. Choose one of its deadlines."
_NO_EXTENSION: Final = "This deadline cannot be extended: its rule provides no further extension."
_NOTHING_PRESERVED: Final = "No preservation of this request runs. Record its receipt first."
_TOO_LATE: Final = "The period had ended by then, so it cannot be extended. Ask for the data to be preserved again."


@dataclass(frozen=True, slots=True)
class NewDeadline:
    """A deadline to begin.

    Attributes:
        rule: A key of the catalogue; `ASKED` with a day that the party sets.
        item: The item that it is about; `None` for the whole request.
        begins_at: The event that begins it; `None` with a day.
        due_on: The day that the party sets.
    """

    rule: str
    item: UUID | None = None
    begins_at: datetime | None = None
    due_on: date | None = None


async def start(session: Writing, seat: Seat, request: UUID, wanted: NewDeadline) -> UUID:
    """Begin a deadline whose event a member states, or whose day the party sets. Returns its id.

    Raises:
        NotFound: The request is absent or invisible.
        Forbidden: It is of another party.
        Invalid: The rule or the item is not of this request. The event is in the future, and the rule does not count back
            from it. Or the day is not after today.
        Conflict: The request has ended, or the deadline runs already.
    """
    found = await drafting.lock_own(session, seat, request)
    if found.state in states.ENDED:
        raise Conflict("The request has ended, so no deadline can begin.", code="request-ended")
    work, now = await work_of(session, seat, found), clock.now()
    begins_at, rule, item = wanted.begins_at or now, wanted.rule, wanted.item
    if wanted.due_on is not None:
        given = _set_by_party(wanted.due_on, now.astimezone(ZoneInfo(work.executing.zone)).date())
    else:
        given = _of_catalogue(work.instrument, rule)
        if not given.rule.before:
            lines.demand_past(begins_at, now, "begins_at")
    row_of = next((one for one in work.items if one.id == item), None)
    if item is not None and row_of is None:
        raise Invalid("This item does not belong to this request.", field="item")
    if any((one.rule, one.item) == (rule, item) for one in work.running):
        raise Conflict("This deadline runs already. End it first.", code="deadline-runs")
    row, fact = begin(session, work, given, begins_at, row_of)
    await session.flush()
    await journal.append(session, seat, fact)
    return row.id


def _of_catalogue(known: Instrument | None, key: str) -> Given:
    """Return a deadline of an instrument. Raises `Invalid`."""
    for one in known.deadlines if known else ():
        if one.value and one.value.key == key:
            return Given(one.value, one.source, verified=one.verified)
    raise Invalid(_UNKNOWN_RULE, field="rule")


def _set_by_party(due_on: date, today: date) -> Given:
    """Return the deadline that ends with this day. Raises `Invalid`."""
    days = (due_on - today).days
    if not 0 < days <= _LONGEST_DAYS:
        raise Invalid("Choose a day after today and within five years.", field="due_on")
    rule = DeadlineRule(
        key=ASKED,
        title=ASKED_TITLE,
        begins_at=DeadlineEvent.ISSUED,
        actor=DeadlineActor.EXECUTING,
        duration=f"P{days}D",
        basis=DeadlineBasis.CALENDAR,
    )
    return Given(rule, None, verified=True)


@dataclass(frozen=True, slots=True)
class Extension:
    """An extension of a deadline. `granted_at`: now, if it is not given. `reason`: why it was granted."""

    granted_at: datetime | None = None
    reason: str | None = None


async def extend(session: Writing, seat: Seat, request: UUID, deadline: UUID, what: Extension) -> None:
    """Extend a deadline as its rule provides: once, or again if it is renewable.

    An extension counts only if it was granted within the period: Form 6 of Regulation (EU) 2023/1543 within the 60 days.

    Raises:
        NotFound: The request or the deadline is absent or invisible.
        Forbidden: It is of another party.
        Conflict: The rule has no further extension, or the deadline has ended.
        Invalid: It was granted in the future, before the deadline began, or after the period.
    """
    work, row = await _one(session, seat, request, deadline)
    if not may_extend(row, work.instrument):
        raise Conflict(_NO_EXTENSION, code="no-extension")
    granted_at = lines.occurred_at(what.granted_at, None if row.before else row.begins_at)
    fact = _extended(work, row, granted_at, what.reason, "granted_at")
    await session.flush()
    await journal.append(session, seat, fact)


async def extend_preservation(
    session: Writing, seat: Seat, request: LegalRequest, at: datetime, reason: str | None
) -> None:
    """Extend the preservation of a request, because a form that extends it was sent then.

    Args:
        session: The transaction.
        seat: The member.
        request: The request, locked.
        at: When the form was sent.
        reason: Why, if it was given.

    Raises:
        Conflict: No preservation runs, or it has no further extension.
        Invalid: The form was sent before the preservation began, or after its end.
    """
    work = await work_of(session, seat, request)
    lapsing = [one for one in work.running if one.lapses]
    if not lapsing:
        raise Conflict(_NOTHING_PRESERVED, code="nothing-preserved")
    rows = [one for one in lapsing if may_extend(one, work.instrument)]
    if not rows:
        raise Conflict(_NO_EXTENSION, code="no-extension")
    lines.occurred_at(at, max(one.begins_at for one in rows))
    facts = [_extended(work, row, at, reason, "occurred_at") for row in rows]
    await session.flush()
    await journal.append(session, seat, *facts)


def _extended(work: Work, row: RequestDeadline, at: datetime, reason: str | None, field: str) -> Fact:
    """Extend a deadline within its period. Raises `Invalid`, which names the field of the time."""
    if periods.is_late(row.due_at, at):
        raise Invalid(_TOO_LATE, code="deadline-passed", field=field)
    former = row.due_at
    row.extensions += 1
    reckon(row)
    return changed(work, row, "extended", former, reason)


async def end(session: Writing, seat: Seat, request: UUID, deadline: UUID, outcome: str, at: datetime | None) -> None:
    """End a deadline: it was met, or does not matter (`void`).

    Raises:
        NotFound: The request or the deadline is absent or invisible.
        Forbidden: It is of another party.
        Conflict: It has ended.
        Invalid: The time is in the future, or before the deadline began.
    """
    work, row = await _one(session, seat, request, deadline)
    occurred = lines.occurred_at(at, None if row.before else row.begins_at)
    facts = end_void(work, [row], occurred) if outcome == "void" else await end_met(session, work, [row], occurred)
    await session.flush()
    await journal.append(session, seat, *facts)


async def count_from(session: Writing, seat: Seat, request: LegalRequest, former: datetime, received: datetime) -> None:
    """Begin the running deadlines that were counted from the former receipt again, from the corrected one."""
    work = await work_of(session, seat, request)
    facts = list[Fact]()
    for row in [one for one in begun_by(work, DeadlineEvent.RECEIVED) if one.begins_at == former]:
        values = {name: getattr(row, name) for name in SAME}
        facts += end_void(work, [row], clock.now())
        again = RequestDeadline(id=clock.new_id(), begins_at=received, started_at=clock.now(), **values)
        facts.append(add(session, work, again))
        await recording.copy_to(session, row.id, again.id)
    await session.flush()
    await journal.append(session, seat, *facts)


async def recompute(
    session: Writing, seat: Seat, request: LegalRequest, deadline: UUID, *, is_unvalidated: bool
) -> None:
    """End a running deadline without an effect, and begin it again with the same event by the present rule.

    Pauses and extensions stay. It does not begin again if the rule left the catalogue, or is not for this request any more.
    `is_unvalidated`: the order was issued before its validation.
    """
    work = await work_of(session, seat, request)
    row = next((one for one in work.running if one.id == deadline), None)
    if row is None:
        raise Conflict("This deadline has ended already. Reload the request.", code="deadline-ended")
    item, facts = next((one for one in work.items if one.id == row.item), None), list[Fact]()
    rule = work.rule(row.rule)
    if rule is not None and applies(work, rule, item) and (is_unvalidated or not rule.unvalidated):
        facts.append(begin(session, work, _of_catalogue(work.instrument, row.rule), row.begins_at, item, row)[1])
    facts = [*end_void(work, [row], clock.now()), *facts]
    await session.flush()
    await journal.append(session, seat, *facts)


async def settle_lapses(
    session: Writing, seat: Seat, request: LegalRequest, asked: Mapping[LapseStop, Collection[UUID]]
) -> None:
    """Stop the lapses of items whose production was asked for, and let all others run.

    Args:
        session: The transaction.
        seat: The member.
        request: The request, locked.
        asked: Items whose production the executing side was asked for, by what tells so.
    """
    work = await work_of(session, seat, request)
    facts = list[Fact]()
    for row in [one for one in work.running if one.lapses]:
        rule = work.rule(row.rule)
        owed = {row.item} if row.item else {one.id for one in work.items if one.state not in states.SETTLED}
        stopped = bool(owed) and owed.issubset(asked[rule.stopped_by if rule else LapseStop.RECEIPT])
        if stopped is (row.stopped_at is not None):
            continue
        row.stopped_at = clock.now() if stopped else None
        row.alarm_at = next_alarm(row, clock.now())
        facts.append(changed(work, row, "stopped" if stopped else "resumed", row.due_at, None))
    await session.flush()
    await journal.append(session, seat, *facts)


async def _one(session: Writing, seat: Seat, request: UUID, deadline: UUID) -> tuple[Work, RequestDeadline]:
    """Lock the request and return a deadline of it that has not ended."""
    found = await drafting.lock_own(session, seat, request)
    row = next((one for one in await of(session, [found.id]) if one.id == deadline), None)
    if row is None:
        raise NotFound
    if row.ended_at is not None:
        raise Conflict("This deadline has ended already. Reload the request.", code="deadline-ended")
    return await work_of(session, seat, found), row
