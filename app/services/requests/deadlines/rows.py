"""Rows of deadlines: begin, pause, resume, extend and end them, each with its fact.

Not here: due instants (`access/requests/deadlines.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from app import clock
from app.access.coordination import holidays
from app.access.requests import deadlines as periods
from app.access.requests.deadlines import Basis, Rule
from app.access.requests.states import Direction
from app.access.seats import Seat
from app.database import Writing
from app.ledger.facts.fact import Fact
from app.ledger.facts.requests.requests import (
    RequestDeadlineChanged,
    RequestDeadlineEnded,
    RequestDeadlineStarted,
)
from app.models import LegalRequest, RequestDeadline, RequestItem
from app.reference.catalogue import DeadlineRule, Instrument, ReferenceKind
from app.reference.deadline_terms import DeadlineCalendar, DeadlineEnd, DeadlineEvent
from app.services.reference import versions
from app.services.reference.versions import RecordVersions
from app.services.requests import drafting, instruments, recipients
from app.services.requests.deadlines.reading import ASKED, next_alarm, of, rule_of
from app.services.requests.recipients import Hearing
from app.services.requests.uses import recording
from app.services.teams import roster as rosters

#: Years after (or before) the event in which holidays are looked up; the longest period of the catalogue is five years.
_AHEAD: Final = timedelta(days=6 * 366)
#: Columns that stay when a deadline begins again.
SAME: Final = (
    *("jit", "request", "item", "party", "rule", "duration", "basis", "extension", "minimum", "rolls", "pauses"),
    *(
        "before",
        "lapses",
        "zone",
        "holidays_of",
        "source",
        "verified",
        "extensions",
        "paused_at",
        "paused",
        "stopped_at",
    ),
)


@dataclass(frozen=True, slots=True)
class Given:
    """A rule with its source. `verified`: a person confirmed it."""

    rule: DeadlineRule
    source: str | None
    verified: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Country and time zone of an authority. Public holidays of the country count; `None` for a body without one."""

    country: str | None
    zone: str


@dataclass(frozen=True, slots=True)
class Work:
    """A request whose deadlines change.

    Attributes:
        request: Its line.
        hearing: Recipients of entries about its content.
        items: Its items.
        running: Its deadlines that have not ended.
        known: Rule and item of all its deadlines.
        executing: Where the executing authority is: its country and time zone.
        issuing: Where the issuing authority is.
        instrument: Its instrument; `None` if the catalogue does not have it any more.
        values: The values of its instrument, with their versions.
    """

    request: LegalRequest
    hearing: Hearing
    items: Sequence[RequestItem]
    running: list[RequestDeadline]
    known: frozenset[tuple[str, UUID | None]]
    executing: Place
    issuing: Place
    instrument: Instrument | None
    values: RecordVersions

    def rule(self, key: str) -> DeadlineRule | None:
        """Return a rule of the instrument, as `rule_of`."""
        return rule_of(self.instrument, key)

    def place(self, item: UUID | None) -> int | None:
        """Return the number of an item in its request."""
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


async def work_of(session: Writing, seat: Seat, request: LegalRequest) -> Work:
    """Return a request whose deadlines change, with its items and deadlines."""
    roster = await rosters.of(session, seat.jit)
    hearing = recipients.of_content(request, await recipients.releases_of(session, request.id), roster)
    rows = await of(session, [request.id])
    party = next(one for one in roster.parties if one.id == request.party)
    own = Place(instruments.country_of(party), party.time_zone)
    zone = (await drafting.content_of(session, request)).zone
    is_out = request.direction == Direction.OUT
    other = Place(request.country, zone if is_out else await instruments.zone_of(session, request.country))
    return Work(
        request,
        hearing,
        await drafting.items_of(session, request.id),
        [one for one in rows if one.ended_at is None],
        frozenset((one.rule, one.item) for one in rows),
        other if is_out else Place(own.country, zone),
        own if is_out else other,
        await instruments.known(session, request.instrument),
        await versions.of_record(session, ReferenceKind.INSTRUMENTS, request.instrument),
    )


def begin(
    session: Writing,
    work: Work,
    given: Given,
    occurred: datetime,
    item: RequestItem | None,
    former: RequestDeadline | None = None,
) -> tuple[RequestDeadline, Fact]:
    """Begin a deadline with the event that occurred then.

    `former`: the deadline that it replaces, whose pauses and extensions stay as far as the rule knows them.
    """
    request, rule = work.request, given.rule
    counted = work.issuing if rule.calendar is DeadlineCalendar.ISSUING else work.executing
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
        zone=counted.zone,
        holidays_of=counted.country,
        source=given.source,
        verified=given.verified,
        begins_at=occurred,
        extensions=0,
        paused=[],
        started_at=clock.now(),
    )
    if former is not None:
        row.stopped_at, row.extensions = former.stopped_at, former.extensions if row.extension else 0
    if former is not None and row.pauses:
        row.paused, row.paused_at = former.paused, former.paused_at
    if rule.key != ASKED:
        session.add(recording.of_deadline(request, row.id, work.values[f"deadlines.{rule.key}"]))
    return row, add(session, work, row)


def add(session: Writing, work: Work, row: RequestDeadline) -> Fact:
    """Add a deadline to the running ones."""
    reckon(row)
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


def reckon(row: RequestDeadline) -> None:
    """Compute when a deadline is due and when leaders are warned."""
    rule = Rule(row.duration, Basis(row.basis), row.extension, minimum=row.minimum, rolls=row.rolls, before=row.before)
    pauses = [(clock.parse(begin), clock.parse(end)) for begin, end in row.paused]
    first = row.begins_at.date() - (_AHEAD if row.before else timedelta(0))
    free = holidays.between(row.holidays_of, first, first + _AHEAD) if row.rolls or rule.basis is Basis.WORKING else ()
    row.due_at = periods.due(rule, row.begins_at, ZoneInfo(row.zone), free, pauses, extensions=row.extensions)
    row.missed_at = None if row.missed_at is None or row.due_at > row.missed_at else row.missed_at
    row.alarm_at = next_alarm(row, clock.now())


def pause(work: Work, row: RequestDeadline, occurred: datetime) -> Fact:
    """Pause a deadline while a question is open."""
    row.paused_at, row.alarm_at = occurred, None
    return changed(work, row, "paused", row.due_at, None)


def resume(work: Work, row: RequestDeadline, occurred: datetime) -> Fact:
    """Let a paused deadline run again, later by its pause."""
    assert row.paused_at is not None
    former = row.due_at
    row.paused = [*row.paused, [clock.rfc3339(row.paused_at), clock.rfc3339(occurred)]]
    row.paused_at = None
    reckon(row)
    return changed(work, row, "resumed", former, None)


def changed(work: Work, row: RequestDeadline, change: str, former: datetime, reason: str | None) -> Fact:
    """Return the fact about a change of a deadline. `former`: when it was due before."""
    said = work.said(row)
    return RequestDeadlineChanged(**said, change=change, former=clock.rfc3339(former), reason=reason)


async def end_met(session: Writing, work: Work, rows: Sequence[RequestDeadline], occurred: datetime) -> list[Fact]:
    """End deadlines by the event that they asked for: in time, or late.

    Data that were kept longer than owed are not late.
    """
    facts = await _run_again(session, work, rows, occurred)
    for row in list(rows):
        in_time = row.stopped_at is not None or not periods.is_late(row.due_at, occurred)
        facts.append(_end(work, row, "met" if in_time else "void" if row.lapses else "met_late", occurred))
    return facts


async def end_unmet(session: Writing, work: Work, rows: Sequence[RequestDeadline], occurred: datetime) -> list[Fact]:
    """End deadlines without the event that they asked for: those that had passed were missed, others do not matter."""
    facts = await _run_again(session, work, rows, occurred)
    for row in list(rows):
        rule = work.rule(row.rule)
        was_owed = row.stopped_at is None and (rule is None or rule.met_by not in _NOBODY_OWES)
        facts.append(
            _end(work, row, "missed" if was_owed and periods.is_late(row.due_at, occurred) else "void", occurred)
        )
    return facts


def end_void(work: Work, rows: Sequence[RequestDeadline], occurred: datetime) -> list[Fact]:
    """End deadlines that do not matter any more."""
    return [_end(work, row, "void", occurred) for row in list(rows)]


#: A right that ends, and a question that nobody asks any more.
_NOBODY_OWES: Final = frozenset({DeadlineEnd.EXPIRY, DeadlineEnd.CLARIFIED})


async def _run_again(session: Writing, work: Work, rows: Sequence[RequestDeadline], occurred: datetime) -> list[Fact]:
    """Resume paused deadlines before they end, so that their pause counts."""
    facts = [resume(work, row, occurred) for row in rows if row.paused_at is not None]
    await session.flush()
    return facts


def _end(work: Work, row: RequestDeadline, outcome: str, occurred: datetime) -> Fact:
    row.ended_at, row.outcome, row.alarm_at, row.paused_at = occurred, outcome, None, None
    if row in work.running:
        work.running.remove(row)
    return RequestDeadlineEnded(**work.said(row), outcome=outcome)
