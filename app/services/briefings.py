"""The briefing: what happened while somebody was away, which deadlines were moved or came near, and what others wrote for them.

Since the mark that the seat left when it last said *I have read this*, or since its party's last working day ended. Everything is read
as the seat, through row-level security; the mark is the seat's own affair and no entry. Deliberately not here: what waits for the
seat (`services/situation.py`), and hand-overs of things (`services/handovers.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.gates import beyond_the_union
from app.access.seats import Seat
from app.access.task_states import CLOSED
from app.database import Reading, Writing
from app.errors import Forbidden
from app.ledger import entries, happened, journal, searching
from app.ledger.entries import Read
from app.ledger.facts import BriefingNoteWritten
from app.ledger.happened import Acts, Moved, Since
from app.models import BriefingMark, Evidence, Task
from app.services import hours
from app.services import roster as rosters

#: A deadline within this time has come near.
NEAR: Final = timedelta(hours=24)
#: Who never said that they have read it is told of so much.
FIRST: Final = timedelta(hours=24)
MOST: Final = 100
_NOTES: Final = 20
_EVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Briefing:
    """`since`: position and moment behind which everything is new; `head`: the position up to which this tells.

    `notes`: the newest, new or not; `acts`: by kind and object, with `evidence` and `tasks` that they name; `near`: own deadlines
    of the next day and those that passed.
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
    """`by_day`: since the last working day of the seat's party ended; `after`: since a position; else since the seat's mark."""
    now = clock.now()
    mark = (await session.scalars(select(BriefingMark).where(BriefingMark.seat == seat.id))).one_or_none()
    since = await _since(session, seat, mark, now, by_day=by_day)
    if after is not None:
        since = Since(after, _EVER, seat.code)
    acts = await happened.acts(session, seat.jit, since)
    moved = await happened.moved(session, seat.jit, since)
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
        own = await hours.of_own(session, seat)
        return Since(-1, own.hours.last_end(now) if own else now - FIRST, seat.code)
    if mark is None:
        return Since(-1, now - FIRST, seat.code)
    return Since(mark.position, _EVER, seat.code)


async def _near(session: Reading, seat: Seat, now: datetime) -> Sequence[Task]:
    """Open tasks that the seat has or gave, due within a day or already."""
    mine = or_(Task.assignee == seat.id, Task.assigner == seat.id)
    query = select(Task).where(mine, Task.state.not_in(CLOSED), Task.due_at <= now + NEAR)
    return (await session.scalars(query.order_by(Task.due_at, Task.id).limit(MOST))).all()


async def _exhibits(session: Reading, wanted: set[UUID]) -> dict[UUID, tuple[str, str]]:
    if not wanted:
        return {}
    query = select(Evidence.id, Evidence.exhibit_number, Evidence.title).where(Evidence.id.in_(wanted))
    return {row.id: (row.exhibit_number, row.title) for row in await session.execute(query)}


async def notes(session: Reading, seat: Seat, before: int | None, limit: int) -> list[Read]:
    """Notes that the seat may read, newest first, from before a position."""
    sought = searching.Sought(kinds=(BriefingNoteWritten.kind,))
    return (await searching.search(session, seat.jit, sought, before=before, limit=limit)).entries


async def mark(session: Writing, seat: Seat, position: int) -> None:
    """The seat has read everything up to this position, or to the head where that is less; it only goes on."""
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
    """Leave words for the next ones: of the seat's own party, or of the team. Raises `Forbidden`.

    The team is every party of the Union and the writer's own: what is addressed beyond the Union needs an attestation, which a
    note has none of (Reg. (EU) 2023/969 Art. 17(2)).
    """
    if seat.party is None or seat.party_code is None:
        raise Forbidden("Only somebody of a party leaves a note. Nothing was written.", code="no-party")
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
