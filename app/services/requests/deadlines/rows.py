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
from app.access.seats import Seat
from app.database import Writing
from app.ledger.facts.fact import Fact
from app.ledger.facts.requests.requests import (
    RequestDeadlineChanged,
    RequestDeadlineEnded,
    RequestDeadlineStarted,
)
from app.models import LegalRequest, RequestDeadline, RequestItem
from app.reference.catalogue import DeadlineEvent, DeadlineRule, Instrument
from app.services.requests import drafting, instruments, recipients
from app.services.requests.deadlines.reading import next_alarm, of
from app.services.requests.recipients import Hearing
from app.services.teams import roster as rosters

#: Years after (or before) the event in which holidays are looked up; the longest period of the catalogue is five years.
_AHEAD: Final = timedelta(days=6 * 366)
#: Columns that stay when a deadline begins again.
SAME: Final = (
    *("jit", "request", "item", "party", "rule", "duration", "basis", "extension", "minimum", "rolls", "pauses"),
    *("before", "lapses", "zone", "holidays_of", "source", "verified", "extended", "paused_at", "paused", "stopped_at"),
)


@dataclass(frozen=True, slots=True)
class Given:
    """A rule with its source. `verified`: a person confirmed it."""

    rule: DeadlineRule
    source: str | None
    verified: bool


@dataclass(frozen=True, slots=True)
class Work:
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
    return Work(
        request,
        hearing,
        await drafting.items_of(session, request.id),
        [one for one in rows if one.ended_at is None],
        frozenset((one.rule, one.item) for one in rows),
        (await drafting.content_of(session, request)).zone,
        instruments.executing_country(request, roster),
        await instruments.known(session, request.instrument),
    )


def begin(
    session: Writing, work: Work, given: Given, occurred: datetime, item: RequestItem | None
) -> tuple[RequestDeadline, Fact]:
    """Begin a deadline with the event that occurred then."""
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
    row.due_at = periods.due(rule, row.begins_at, ZoneInfo(row.zone), free, pauses, extended=row.extended)
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


def end_rows(work: Work, rows: Sequence[RequestDeadline], outcome: str, occurred: datetime) -> list[Fact]:
    """End deadlines with this outcome."""
    facts: list[Fact] = []
    for row in list(rows):
        row.ended_at, row.outcome, row.alarm_at, row.paused_at = occurred, outcome, None, None
        if row in work.running:
            work.running.remove(row)
        facts.append(RequestDeadlineEnded(**work.said(row), outcome=outcome))
    return facts
