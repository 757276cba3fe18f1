"""Check the stated time of a custody event against what is recorded.

No event may lie before the seizure or collection of the exhibit, and no answer before its handover was offered.
Otherwise events may be recorded late and in any order. One minute is tolerated, because people write minutes.

The time of an event comes from its last correction that states one. Without one it is the event's own stated time, else
the time of recording.

Not here: times in the future (`services/custody/event_time.py`) and the order of event kinds (`access/custody_states.py`).
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text

from app import clock
from app.database import Reading
from app.errors import Invalid
from app.services.custody.event_time import EventDetails, Occurred

_TOLERANCE: Final = timedelta(minutes=1)
_FIRST_EVENTS: Final = ("custody.seized", "custody.collected")


@dataclass(slots=True)
class _Event:
    entry: UUID
    kind: str
    handover: str | None
    recorded: datetime
    stated: datetime | None

    @property
    def moment(self) -> datetime:
        return self.stated or self.recorded


async def demand_fits(
    session: Reading, evidence: UUID, event_details: EventDetails, *, answers: UUID | None = None
) -> None:
    """Check the stated time of a new event. `answers`: the handover that it answers.

    Seizure or collection is a limit only if its own time was stated: it may have been recorded long after it happened.

    Raises:
        Invalid: The time lies before the seizure or collection, or before the handover was offered.
    """
    if event_details.occurred is not None:
        events, _ = await _load_events(session, evidence)
        _demand_not_before(event_details.occurred, _bounds(events, None if answers is None else str(answers)))


async def demand_corrected_fits(session: Reading, evidence: UUID, event_details: EventDetails, corrects: UUID) -> None:
    """Check the time that a correction states, as if the corrected event had stated it at first.

    `corrects` may be an event or a correction of one. The event's own former time is not a limit.

    Raises:
        Invalid: The time lies before the seizure or collection, or before the handover was offered.
    """
    if event_details.occurred is not None:
        events, roots = await _load_events(session, evidence)
        event = events.get(roots.get(corrects, corrects))
        others = {entry: one for entry, one in events.items() if one is not event}
        answers = event.handover if event is not None and event.kind != "custody.offered" else None
        _demand_not_before(event_details.occurred, _bounds(others, answers))


def _bounds(events: Mapping[UUID, _Event], answers: str | None) -> list[tuple[datetime, str]]:
    """Return the times before which nothing may lie, each with the sentence of its refusal."""
    taken = next((one for one in events.values() if one.kind in _FIRST_EVENTS and one.stated is not None), None)
    offered = next(
        (one for one in events.values() if answers and one.kind == "custody.offered" and one.handover == answers), None
    )
    bounds = (
        (taken, "The time is before the seizure or collection. Check it, or correct the time of that event first."),
        (offered, "The time is before the handover was offered. Check it, or correct the time of that event first."),
    )
    return [(one.moment, what) for one, what in bounds if one is not None]


def _demand_not_before(occurred: Occurred, bounds: list[tuple[datetime, str]]) -> None:
    for moment, what in bounds:
        # The minute is added to the new time, because a recorded one may lie at the limit of the calendar.
        if occurred.moment + _TOLERANCE < moment:
            raise Invalid(what, field="occurred.at")


async def _load_events(session: Reading, evidence: UUID) -> tuple[dict[UUID, _Event], dict[UUID, UUID]]:
    """Return the exhibit's custody events with corrected times, and the event that each correction is about."""
    events, roots = dict[UUID, _Event](), dict[UUID, UUID]()
    for row in await session.execute(_CUSTODY_ENTRIES, {"evidence": evidence}):
        if row.corrects is None:
            events[row.entry] = _Event(row.entry, row.kind, row.handover, row.at, _moment(row.occurred))
            continue
        root = roots[row.entry] = roots.get(UUID(row.corrects), UUID(row.corrects))
        if root in events and row.occurred:
            events[root].stated = _moment(row.occurred)
    return events, roots


def _moment(stated: Mapping[str, Any] | None) -> datetime | None:
    """Return a stated time on the server's clock; `None` if none is stated or it cannot be represented.

    Entries are never changed, so old ones may hold times at the limits of the calendar.
    """
    if not stated:
        return None
    with suppress(ValueError, OverflowError):
        at, ahead = clock.parse(stated["at"]), stated.get("clock_offset_seconds")
        return Occurred(at, stated["zone"], stated["source"], ahead).moment
    return None


_CUSTODY_ENTRIES: Final = text(
    """
    select h.entry, h.kind, h.at, h.subject::jsonb ->> 'handover' as handover,
           case when h.kind = 'custody.corrected' then h.subject::jsonb ->> 'corrects' end as corrects,
           (select f.value::jsonb from fields f where f.entry = h.entry and f.name = 'occurred' and f.value <> 'null') as occurred
      from headers h where h.evidence = :evidence and h.kind like 'custody.%' and h.kind <> 'custody.imported' order by h.entry
    """
)
