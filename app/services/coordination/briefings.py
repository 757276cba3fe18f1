"""The catch-up summary: activity and moved deadlines since the last visit, near deadlines, and shift notes.

It starts at the member's read mark, at the end of the party's last working day, or at a given position.
Everything is read as the member, through row-level security. The read mark is per-member state, not in the audit log.
Not here: pending actions (`services/coordination/overview.py`) and handovers of exhibits (`services/custody/handovers.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.coordination import task_states
from app.access.coordination.task_states import CLOSED
from app.access.seats import Seat
from app.access.sharing.gates import beyond_the_union
from app.database import Reading, Writing
from app.errors import Forbidden
from app.ledger import activity, entries, journal, searching
from app.ledger.activity import Acts, Moved, Since
from app.ledger.entries import Read
from app.ledger.facts import BriefingNoteWritten
from app.models import BriefingMark, Evidence, Task
from app.services.teams import roster as rosters
from app.services.teams import working_hours

#: A deadline within this time is near.
NEAR: Final = timedelta(hours=24)
#: Period of the summary for a member without a read mark, or a party without working hours.
FIRST: Final = timedelta(hours=24)
MOST: Final = 100
_NOTES: Final = 20
_EVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Briefing:
    """A catch-up summary.

    Attributes:
        since: Position and time after which it starts.
        marked_at: When the member last moved the read mark.
        head: Position in the audit log up to which the summary reaches.
        notes: The newest shift notes, also those already read.
        acts: Acts of other members, grouped by kind and object.
        moved: Changed deadlines of tasks that the member sees.
        near: The member's open tasks that are overdue or due within `NEAR`.
        evidence: Exhibit number and title of the exhibits in `acts`.
        tasks: Tasks in `acts` and `moved`.
    """

    since: Since
    marked_at: datetime | None
    head: int
    notes: Sequence[Read]
    acts: Sequence[Acts]
    moved: Sequence[Moved]
    near: Sequence[Task]
    evidence: dict[UUID, tuple[str, str]]
    tasks: dict[UUID, Task]


async def read(session: Reading, seat: Seat, *, by_day: bool, after: int | None) -> Briefing:
    """Return the catch-up summary of a member.

    It starts at position `after` if given, otherwise at the end of the party's last working day if `by_day`.
    Otherwise it starts at the member's read mark. Without mark or working hours it covers the last 24 hours (`FIRST`).
    """
    now = clock.now()
    mark = (await session.scalars(select(BriefingMark).where(BriefingMark.seat == seat.id))).one_or_none()
    since = await _since(session, seat, mark, now, by_day=by_day)
    if after is not None:
        since = Since(after, _EVER, seat.code)
    acts = await activity.acts(session, seat.jit, since)
    moved = await activity.moved(session, seat.jit, since)
    near = await _near(session, seat, now)
    named = {one.task for one in acts if one.task is not None} | {one.task for one in moved}
    tasks = (await session.scalars(select(Task).where(Task.id.in_(named)))).all() if named else ()
    return Briefing(
        since=since,
        marked_at=mark.moved_at if mark else None,
        head=await entries.head(session, seat.jit),
        notes=await notes(session, seat, None, _NOTES),
        acts=acts,
        moved=[one for one in moved if any(task.id == one.task for task in tasks)],
        near=near,
        evidence=await _exhibits(session, {one.evidence for one in acts if one.evidence is not None}),
        tasks={one.id: one for one in tasks},
    )


async def _since(session: Reading, seat: Seat, mark: BriefingMark | None, now: datetime, *, by_day: bool) -> Since:
    if by_day:
        own = await working_hours.of_own(session, seat)
        return Since(-1, own.hours.last_end(now) if own else now - FIRST, seat.code)
    if mark is None:
        return Since(-1, now - FIRST, seat.code)
    return Since(mark.position, _EVER, seat.code)


async def _near(session: Reading, seat: Seat, now: datetime) -> Sequence[Task]:
    """Return open tasks that the member has or assigned, overdue or due within `NEAR`."""
    mine = or_(task_states.is_assigned_to(seat.id), Task.assigner == seat.id)
    query = select(Task).where(mine, Task.state.not_in(CLOSED), Task.due_at <= now + NEAR)
    return (await session.scalars(query.order_by(Task.due_at, Task.id).limit(MOST))).all()


async def _exhibits(session: Reading, wanted: set[UUID]) -> dict[UUID, tuple[str, str]]:
    if not wanted:
        return {}
    query = select(Evidence.id, Evidence.exhibit_number, Evidence.title).where(Evidence.id.in_(wanted))
    return {row.id: (row.exhibit_number, row.title) for row in await session.execute(query)}


async def notes(session: Reading, seat: Seat, before: int | None, limit: int) -> list[Read]:
    """Return the shift notes that the member may read before position `before`, newest first."""
    sought = searching.SearchConditions(kinds=(BriefingNoteWritten.kind,))
    return (await searching.search(session, seat.jit, sought, before=before, limit=limit)).entries


async def mark(session: Writing, seat: Seat, position: int) -> None:
    """Move the member's read mark to this position, at most to the head of the log. The mark never moves back."""
    reached = min(position, await entries.head(session, seat.jit))
    now = clock.now()
    fresh = insert(BriefingMark).values(jit=seat.jit, seat=seat.id, position=reached, moved_at=now)
    put = fresh.on_conflict_do_update(
        index_elements=["seat"],
        set_={"position": reached, "moved_at": now},
        where=BriefingMark.position <= reached,
    )
    await session.execute(put)


async def write(session: Writing, seat: Seat, text: str, *, to_own: bool) -> UUID:
    """Write a shift note for the member's own party or for the team, and return its id.

    A note for the team goes to the active parties of the Union and the writer's own.
    A note to another party would need an attestation, which notes do not have (Reg. (EU) 2023/969 Art. 17(2)).

    Raises:
        Forbidden: The member belongs to no party.
    """
    if seat.party is None or seat.party_code is None:
        raise Forbidden("Only members of a party can write a shift note.", code="no-party")
    hearing: list[tuple[UUID, Any]] = [(seat.party, None)]
    if not to_own:
        parties = (await rosters.of(session, seat.jit)).parties
        hearing += [
            (one.id, None)
            for one in parties
            if one.status == "active" and one.id != seat.party and not beyond_the_union(one.kind)
        ]
    note = clock.new_id()
    fact = BriefingNoteWritten(
        note=note, to_party=seat.party_code if to_own else None, text=text, hearing=tuple(hearing)
    )
    await journal.append(session, seat, fact)
    return note
