"""Deadlines that members begin, extend and end: by an event that no move records, or by a day that the party sets."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from app import clock
from app.access.requests import states
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts.fact import Fact
from app.models import LegalRequest, RequestDeadline
from app.reference.catalogue import DeadlineActor, DeadlineBasis, DeadlineEvent, DeadlineRule, Instrument
from app.services.requests import drafting
from app.services.requests.deadlines.events import begun_by
from app.services.requests.deadlines.reading import ASKED, ASKED_TITLE, next_alarm, of
from app.services.requests.deadlines.rows import SAME, Given, Work, add, begin, changed, end_rows, reckon, work_of
from app.services.requests.lines import lines

_LONGEST_DAYS: Final = 5 * 365
_UNKNOWN_RULE: Final = "This deadline does not belong to the instrument. Choose one of its deadlines."


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
        given = _set_by_party(wanted.due_on, now.astimezone(ZoneInfo(work.zone)).date())
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


async def extend(session: Writing, seat: Seat, request: UUID, deadline: UUID, reason: str | None) -> None:
    """Extend a deadline once, as its rule provides.

    Raises:
        NotFound: The request or the deadline is absent or invisible.
        Forbidden: It is of another party.
        Conflict: The rule has no extension, or the deadline was extended already or has ended.
    """
    work, row = await _one(session, seat, request, deadline)
    if row.extension is None or row.extended:
        raise Conflict("This deadline cannot be extended: its rule provides no further extension.", code="no-extension")
    former = row.due_at
    row.extended = True
    reckon(row)
    fact = changed(work, row, "extended", former, reason)
    await session.flush()
    await journal.append(session, seat, fact)


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
    facts = end_rows(work, [row], outcome, occurred)
    await session.flush()
    await journal.append(session, seat, *facts)


async def count_from(session: Writing, seat: Seat, request: LegalRequest, former: datetime, received: datetime) -> None:
    """Begin the running deadlines that were counted from the former receipt again, from the corrected one."""
    work = await work_of(session, seat, request)
    facts = list[Fact]()
    for row in [one for one in begun_by(work, DeadlineEvent.RECEIVED) if one.begins_at == former]:
        values = {name: getattr(row, name) for name in SAME}
        facts += end_rows(work, [row], "void", clock.now())
        again = RequestDeadline(id=clock.new_id(), begins_at=received, started_at=clock.now(), **values)
        facts.append(add(session, work, again))
    await session.flush()
    await journal.append(session, seat, *facts)


async def stop(session: Writing, seat: Seat, request: LegalRequest, *, stopped: bool) -> None:
    """Stop the lapses of a request, or let them run again: a production request was linked, or is gone."""
    work = await work_of(session, seat, request)
    facts = list[Fact]()
    for row in [one for one in work.running if one.lapses and (one.stopped_at is None) is stopped]:
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
