"""Deadlines of legal requests: begin with events, pause, resume, extend, end.

A deadline keeps the rule as the catalogue had it when it began. Moves tell what happened; `of_request` and `of_item` map
them to events of the catalogue. Other events (a notification, a service, a payment) are recorded by members. They also set
days of their own: those by which they asked for an answer.
A lapse (end of a preservation) is no longer feared while a production request is linked to the request.

Not here: due instants (`access/requests/deadlines.py`), and warnings (`deadline_jobs.py`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select

from app import clock
from app.access.coordination import holidays
from app.access.requests import deadlines as periods
from app.access.requests import states
from app.access.requests.deadlines import Basis, Rule
from app.access.requests.states import ItemState, RequestState
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts.fact import Fact
from app.ledger.facts.requests.requests import (
    RequestDeadlineChanged,
    RequestDeadlineEnded,
    RequestDeadlineStarted,
)
from app.models import LegalRequest, RequestDeadline, RequestItem
from app.reference.catalogue import DeadlineActor, DeadlineBasis, DeadlineEvent, DeadlineRule, Instrument
from app.reference.sourced import BilingualText
from app.services.requests import drafting, instruments, recipients
from app.services.requests.lines import lines
from app.services.requests.recipients import Hearing
from app.services.teams import roster as rosters

#: Years after (or before) the event in which holidays are looked up; the longest period of the catalogue is five years.
_AHEAD: Final = timedelta(days=6 * 366)
_R, _I = RequestState, ItemState
#: What a state of the envelope means for the catalogue.
_EVENTS: Final[dict[RequestState, tuple[DeadlineEvent, ...]]] = {
    _R.SENT: (DeadlineEvent.ISSUED,),
    _R.DELIVERED: (DeadlineEvent.RECEIVED,),
    _R.RETRIEVED: (DeadlineEvent.RECEIVED,),
    _R.ACKNOWLEDGED: (DeadlineEvent.RECEIVED, DeadlineEvent.RECEIVED_BY_COMPETENT),
    _R.CLARIFICATION_REQUESTED: (DeadlineEvent.CLARIFICATION_ASKED,),
    _R.REGISTERED: (DeadlineEvent.RECEIVED,),
    _R.ALLOCATED: (DeadlineEvent.RECEIVED_BY_COMPETENT,),
}
_ITEM_EVENTS: Final[dict[ItemState, tuple[DeadlineEvent, ...]]] = {
    _I.PRESERVED: (DeadlineEvent.PRESERVED,),
    _I.EXECUTING: (DeadlineEvent.RECOGNISED, DeadlineEvent.DECIDED),
}
#: Deadlines for a receipt, and for the decision on an order: keys of the catalogue end so.
_RECEIPT: Final = "_ACK"
_DECISION: Final = ("_DECISION", "_DECIDE")
#: The other side has not decided about items in these states.
_UNDECIDED: Final = frozenset({_I.OPEN, _I.PRESERVED, _I.POSTPONED})
_VOID_ITEMS: Final = frozenset({_I.WITHDRAWN, _I.LAPSED})
#: The rule of a day that the party set. No deadline of the catalogue has this key.
ASKED: Final = "ASKED"
_ASKED_TITLE: Final = BilingualText(en="Answer asked for", fr="Réponse demandée")
_LONGEST_DAYS: Final = 5 * 365
#: Columns that stay when a deadline begins again.
_SAME: Final = (
    *("jit", "request", "item", "party", "rule", "duration", "basis", "extension", "minimum", "rolls", "pauses"),
    *("before", "lapses", "zone", "holidays_of", "source", "verified", "extended", "paused_at", "paused", "stopped_at"),
)
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


@dataclass(frozen=True, slots=True)
class _Given:
    """A rule with its source. `verified`: a person confirmed it."""

    rule: DeadlineRule
    source: str | None
    verified: bool


@dataclass(frozen=True, slots=True)
class _Work:
    """A request whose deadlines change.

    Attributes:
        request: Its line.
        hearing: Recipients of entries about its content.
        items: Its items.
        running: Its deadlines that have not ended.
        known: Rule and item of all its deadlines.
        zone: Time zone of the executing authority.
        country: Country that executes the request. Its public holidays count.
        instrument: Its instrument; `None` if the catalogue does not have it any more.
    """

    request: LegalRequest
    hearing: Hearing
    items: Sequence[RequestItem]
    running: list[RequestDeadline]
    known: frozenset[tuple[str, UUID | None]]
    zone: str
    country: str | None
    instrument: Instrument | None

    def place(self, item: UUID | None) -> int | None:
        return next((one.place for one in self.items if one.id == item), None)

    def said(self, row: RequestDeadline) -> dict[str, Any]:
        """Return the fields that every fact about a deadline has."""
        return {
            "request": self.request.id,
            "number": self.request.number,
            "hearing": self.hearing,
            "deadline": row.id,
            "rule": row.rule,
            "item_number": self.place(row.item),
            "due_at": clock.rfc3339(row.due_at),
        }


async def of_request(session: Writing, seat: Seat, request: LegalRequest, occurred: datetime) -> None:
    """Begin, pause, resume and end deadlines after a request reached its present state."""
    work = await _work(session, seat, request)
    state, facts = RequestState(request.state), list[Fact]()
    if state is _R.TRANSFERRED_TO_COMPETENT:
        facts += _end(work, _begun_by(work, DeadlineEvent.RECEIVED_BY_COMPETENT), "void", occurred)
    if state is _R.ACKNOWLEDGED:
        facts += _end(work, [one for one in work.running if one.rule.endswith(_RECEIPT)], "met", occurred)
    if state is _R.CLARIFIED:
        facts += _end(work, _begun_by(work, DeadlineEvent.CLARIFICATION_ASKED), "met", occurred)
    if state in states.ENDED | {_R.ANSWERED}:
        facts += _end(work, work.running, "void" if state is _R.WITHDRAWN else "met", occurred)
    facts += [fact for event in _EVENTS.get(state, ()) for fact in _begin_all(session, work, event, occurred, None)]
    asked = state is _R.CLARIFICATION_REQUESTED
    for row in [one for one in work.running if one.pauses and (one.paused_at is None) is asked]:
        facts.append(_pause(work, row, occurred) if asked else _resume(work, row, occurred))
    await session.flush()
    await journal.append(session, seat, *facts)


async def of_item(session: Writing, seat: Seat, request: LegalRequest, item: RequestItem, occurred: datetime) -> None:
    """Begin and end deadlines after an item reached its present state."""
    work = await _work(session, seat, request)
    state, facts = ItemState(item.state), list[Fact]()
    own = [one for one in work.running if one.item == item.id]
    if state is _I.PRESERVED:  # preserved once more: the former period is over
        facts += _end(work, [one for one in own if one.lapses], "void", occurred)
    if state in states.SETTLED:
        facts += _end(work, own, "void" if state in _VOID_ITEMS else "met", occurred)
    facts += _end(work, _decided(work), "met", occurred)
    if states.is_answered([one.state for one in work.items]):
        facts += _end(work, list(work.running), "met", occurred)
    else:
        events = _ITEM_EVENTS.get(state, ())
        facts += [fact for event in events for fact in _begin_all(session, work, event, occurred, item)]
    await session.flush()
    await journal.append(session, seat, *facts)


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
    work, now = await _work(session, seat, found), clock.now()
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
    row, fact = _begin(session, work, given, begins_at, row_of)
    await session.flush()
    await journal.append(session, seat, fact)
    return row.id


def _of_catalogue(known: Instrument | None, key: str) -> _Given:
    """Return a deadline of an instrument. Raises `Invalid`."""
    for one in known.deadlines if known else ():
        if one.value and one.value.key == key:
            return _Given(one.value, one.source, verified=one.verified)
    raise Invalid(_UNKNOWN_RULE, field="rule")


def _set_by_party(due_on: date, today: date) -> _Given:
    """Return the deadline that ends with this day. Raises `Invalid`."""
    days = (due_on - today).days
    if not 0 < days <= _LONGEST_DAYS:
        raise Invalid("Choose a day after today and within five years.", field="due_on")
    rule = DeadlineRule(
        key=ASKED,
        title=_ASKED_TITLE,
        begins_at=DeadlineEvent.ISSUED,
        actor=DeadlineActor.EXECUTING,
        duration=f"P{days}D",
        basis=DeadlineBasis.CALENDAR,
    )
    return _Given(rule, None, verified=True)


def title_of(rule: str, known: Instrument | None) -> BilingualText:
    """Return the title of a deadline, or its key if the catalogue does not have it any more."""
    titles = [one.value.title for one in (known.deadlines if known else ()) if one.value and one.value.key == rule]
    if not titles:
        return _ASKED_TITLE if rule == ASKED else BilingualText(en=rule, fr=rule)
    return titles[0]


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
    _reckon(row)
    fact = _changed(work, row, "extended", former, reason)
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
    facts = _end(work, [row], outcome, occurred)
    await session.flush()
    await journal.append(session, seat, *facts)


async def count_from(session: Writing, seat: Seat, request: LegalRequest, former: datetime, received: datetime) -> None:
    """Begin the running deadlines that were counted from the former receipt again, from the corrected one."""
    work = await _work(session, seat, request)
    facts = list[Fact]()
    for row in [one for one in _begun_by(work, DeadlineEvent.RECEIVED) if one.begins_at == former]:
        values = {name: getattr(row, name) for name in _SAME}
        facts += _end(work, [row], "void", clock.now())
        again = RequestDeadline(id=clock.new_id(), begins_at=received, started_at=clock.now(), **values)
        facts.append(_add(session, work, again))
    await session.flush()
    await journal.append(session, seat, *facts)


async def stop(session: Writing, seat: Seat, request: LegalRequest, *, stopped: bool) -> None:
    """Stop the lapses of a request, or let them run again: a production request was linked, or is gone."""
    work = await _work(session, seat, request)
    facts = list[Fact]()
    for row in [one for one in work.running if one.lapses and (one.stopped_at is None) is stopped]:
        row.stopped_at = clock.now() if stopped else None
        row.alarm_at = next_alarm(row, clock.now())
        facts.append(_changed(work, row, "stopped" if stopped else "resumed", row.due_at, None))
    await session.flush()
    await journal.append(session, seat, *facts)


def next_alarm(row: RequestDeadline, now: datetime) -> datetime | None:
    """Return when leaders are warned next: before the end, then at the end. `None`: not any more, or not now."""
    if row.ended_at is not None or row.paused_at is not None or row.stopped_at is not None or row.missed_at is not None:
        return None
    begins_at = row.started_at if row.before else row.begins_at
    return periods.next_alarm(begins_at, row.due_at, warned_at=row.warned_at, now=now)


def awaited(of: type[RequestDeadline] = RequestDeadline) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a deadline runs or was missed: it has not ended, and is neither paused nor stopped."""
    columns = (of.ended_at, of.paused_at, of.stopped_at)
    return tuple(one.is_(None) for one in columns)


def is_awaited(row: RequestDeadline) -> bool:
    """Return whether a deadline runs or was missed, as `awaited`."""
    return row.ended_at is None and row.paused_at is None and row.stopped_at is None


async def of(session: Reading, requests: Collection[UUID]) -> Sequence[RequestDeadline]:
    """Return the deadlines of these requests, as far as the asking member sees them: those that run first, by end."""
    query = select(RequestDeadline).where(RequestDeadline.request.in_(requests))
    query = query.order_by(RequestDeadline.ended_at.is_not(None), RequestDeadline.due_at, RequestDeadline.id)
    return (await session.scalars(query.execution_options(populate_existing=True))).all()


async def _work(session: Writing, seat: Seat, request: LegalRequest) -> _Work:
    roster = await rosters.of(session, seat.jit)
    hearing = recipients.of_content(request, await recipients.releases_of(session, request.id), roster)
    rows = await of(session, [request.id])
    return _Work(
        request,
        hearing,
        await drafting.items_of(session, request.id),
        [one for one in rows if one.ended_at is None],
        frozenset((one.rule, one.item) for one in rows),
        (await drafting.content_of(session, request)).zone,
        instruments.executing_country(request, roster),
        await instruments.known(session, request.instrument),
    )


async def _one(session: Writing, seat: Seat, request: UUID, deadline: UUID) -> tuple[_Work, RequestDeadline]:
    """Lock the request and return a deadline of it that has not ended."""
    found = await drafting.lock_own(session, seat, request)
    row = next((one for one in await of(session, [found.id]) if one.id == deadline), None)
    if row is None:
        raise NotFound
    if row.ended_at is not None:
        raise Conflict("This deadline has ended already. Reload the request.", code="deadline-ended")
    return await _work(session, seat, found), row


def _decided(work: _Work) -> list[RequestDeadline]:
    """Return the running deadlines for a decision that was made: about their item, or about all items."""
    undecided = {one.id for one in work.items if one.state in _UNDECIDED}
    return [
        one
        for one in work.running
        if one.rule.endswith(_DECISION) and (one.item not in undecided if one.item else not undecided)
    ]


def _begun_by(work: _Work, event: DeadlineEvent) -> list[RequestDeadline]:
    known = work.instrument
    rules = {one.value.key for one in (known.deadlines if known else ()) if one.value and one.value.begins_at is event}
    return [one for one in work.running if one.rule in rules]


def _begin_all(
    session: Writing, work: _Work, event: DeadlineEvent, occurred: datetime, item: RequestItem | None
) -> list[Fact]:
    """Begin the deadlines that this event begins. One that runs goes on; a receipt or decision begins one only once."""
    known = work.instrument
    facts = list[Fact]()
    for given in known.deadlines if known else ():
        rule = given.value
        if rule is None or rule.begins_at is not event or rule.before or not _applies(work, rule, item):
            continue
        key = (rule.key, item.id if item else None)
        runs = any((one.rule, one.item) == key for one in work.running)
        if not runs and (event in _AGAIN or key not in work.known):
            stated = _Given(rule, given.source, verified=given.verified)
            facts.append(_begin(session, work, stated, occurred, item)[1])
    return facts


#: Events that happen again: each begins the deadline anew if it does not run.
_AGAIN: Final = frozenset(
    {DeadlineEvent.CLARIFICATION_ASKED, DeadlineEvent.PRESERVED, DeadlineEvent.RECEIVED_BY_COMPETENT}
)


def _applies(work: _Work, rule: DeadlineRule, item: RequestItem | None) -> bool:
    """Return whether a rule is for this request: its urgency, its executing country, its categories of data."""
    asked = {one.data_category for one in ([item] if item else work.items)}
    return (
        rule.urgent in {None, work.request.urgent}
        and (not rule.countries or work.country in rule.countries)
        and (not rule.data_categories or bool(asked & set(rule.data_categories)))
    )


def _begin(
    session: Writing, work: _Work, given: _Given, occurred: datetime, item: RequestItem | None
) -> tuple[RequestDeadline, Fact]:
    request, rule = work.request, given.rule
    row = RequestDeadline(
        id=clock.new_id(),
        jit=request.jit,
        request=request.id,
        item=item.id if item else None,
        party=request.party,
        rule=rule.key,
        duration=rule.duration,
        basis=rule.basis.value,
        extension=rule.extension,
        minimum=rule.minimum,
        rolls=rule.rolls,
        pauses=rule.pauses and not rule.before,
        before=rule.before,
        lapses=rule.minimum or rule.begins_at is DeadlineEvent.PRESERVED,
        zone=work.zone,
        holidays_of=work.country,
        source=given.source,
        verified=given.verified,
        begins_at=occurred,
        extended=False,
        paused=[],
        started_at=clock.now(),
    )
    return row, _add(session, work, row)


def _add(session: Writing, work: _Work, row: RequestDeadline) -> Fact:
    _reckon(row)
    session.add(row)
    work.running.append(row)
    return RequestDeadlineStarted(
        **work.said(row),
        begins_at=clock.rfc3339(row.begins_at),
        duration=row.duration,
        counted_in=row.basis,
        zone=row.zone,
        verified=row.verified,
    )


def _reckon(row: RequestDeadline) -> None:
    """Compute when a deadline is due and when leaders are warned."""
    rule = Rule(row.duration, Basis(row.basis), row.extension, minimum=row.minimum, rolls=row.rolls, before=row.before)
    pauses = [(clock.parse(begin), clock.parse(end)) for begin, end in row.paused]
    first = row.begins_at.date() - (_AHEAD if row.before else timedelta(0))
    free = holidays.between(row.holidays_of, first, first + _AHEAD) if row.rolls or rule.basis is Basis.WORKING else ()
    row.due_at = periods.due(rule, row.begins_at, ZoneInfo(row.zone), free, pauses, extended=row.extended)
    row.missed_at = None if row.missed_at is None or row.due_at > row.missed_at else row.missed_at
    row.alarm_at = next_alarm(row, clock.now())


def _pause(work: _Work, row: RequestDeadline, occurred: datetime) -> Fact:
    row.paused_at, row.alarm_at = occurred, None
    return _changed(work, row, "paused", row.due_at, None)


def _resume(work: _Work, row: RequestDeadline, occurred: datetime) -> Fact:
    assert row.paused_at is not None
    former = row.due_at
    row.paused = [*row.paused, [clock.rfc3339(row.paused_at), clock.rfc3339(occurred)]]
    row.paused_at = None
    _reckon(row)
    return _changed(work, row, "resumed", former, None)


def _changed(work: _Work, row: RequestDeadline, change: str, former: datetime, reason: str | None) -> Fact:
    said = work.said(row)
    return RequestDeadlineChanged(**said, change=change, former=clock.rfc3339(former), reason=reason)


def _end(work: _Work, rows: Sequence[RequestDeadline], outcome: str, occurred: datetime) -> list[Fact]:
    facts: list[Fact] = []
    for row in list(rows):
        row.ended_at, row.outcome, row.alarm_at, row.paused_at = occurred, outcome, None, None
        if row in work.running:
            work.running.remove(row)
        facts.append(RequestDeadlineEnded(**work.said(row), outcome=outcome))
    return facts
