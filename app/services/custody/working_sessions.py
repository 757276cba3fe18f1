"""Working sessions: state purpose and justification once for all access events of the next hours.

A member has at most one open session. It ends after eight hours, with the sign-in that began it, or with the member's
account in the team. Each access event repeats purpose and justification in its own entry, and the exhibit must still be
released for the purpose.

Not here: access events (`services/custody/openings.py`) and disclosures, each of which states its own purpose and
justification.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final, NamedTuple, TypeAlias
from uuid import UUID

from sqlalchemy import Uuid, bindparam, func, select, text, update
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.coordination import task_states
from app.access.coordination.task_states import AT_WORK
from app.access.seats import Seat
from app.access.sharing.decisions import Purpose
from app.database import Database, Reading, Writing
from app.errors import Conflict, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts import WorkingSessionBegun, WorkingSessionEnded
from app.ledger.journal import Ledger
from app.models import Opening, Session, Task, WorkingSession
from app.services import due_items

MAX_DURATION: Final = timedelta(hours=8)


#: Who may read an entry: parties, and the members of each.
_Hearing: TypeAlias = tuple[tuple[UUID, tuple[UUID, ...] | None], ...]


class _OverdueSession(NamedTuple):
    """A row of `_OVERDUE`. `how`: what ended it (`clock`, `sign_out` or `seat`)."""

    id: UUID
    jit: UUID
    seat: UUID
    party: UUID | None
    ledger_origin: str
    how: str


@dataclass(frozen=True, slots=True)
class NewWorkingSession:
    """A working session as the member states it.

    Attributes:
        purpose: The purpose of use.
        justification: Why; may be left out if a task is named.
        task: One of the member's own open tasks.
        lasts: How long; at most `MAX_DURATION`.
    """

    purpose: Purpose
    justification: str | None
    task: UUID | None
    lasts: timedelta


@dataclass(frozen=True, slots=True)
class WorkingSessionDetails:
    """An open working session. `here`: begun by the sign-in that asks; only this sign-in can use it."""

    row: WorkingSession
    openings: int
    here: bool


async def begin(session: Writing, seat: Seat, new: NewWorkingSession) -> WorkingSessionDetails:
    """Begin a working session.

    Raises:
        Invalid: Neither justification nor task is given, or the task is not an open one of the member.
        Conflict: Another session of the member is open.
    """
    assert seat.session is not None
    task = None if new.task is None else await _own_task(session, seat, new.task)
    reasons = [part for part in (task and f"{task.number} {task.title}", new.justification) if part]
    if not reasons:
        raise Invalid("Enter a purpose, or choose one of your tasks.", field="justification")
    await _end_own_overdue(session, seat)
    now = clock.now()
    values = {
        "id": clock.new_id(),
        "jit": seat.jit,
        "seat": seat.id,
        "session": seat.session,
        "task": new.task,
        "purpose": new.purpose.value,
        "justification": ": ".join(reasons),
        "begun_at": now,
        "expires_at": now + min(new.lasts, MAX_DURATION),
    }
    query = insert(WorkingSession).values(values).on_conflict_do_nothing().returning(WorkingSession)
    row = (await session.scalars(query)).one_or_none()
    if row is None:
        raise Conflict("You already have an open working session. End it first.", code="working-session-open")
    fact = WorkingSessionBegun(
        working_session=row.id,
        hearing=_hearing(seat.party, seat.id),
        purpose=row.purpose,
        justification=row.justification,
        task=task.number if task else None,
        until=clock.rfc3339(row.expires_at),
    )
    await journal.append(session, seat, fact)
    return WorkingSessionDetails(row, openings=0, here=True)


async def end(session: Writing, seat: Seat, wanted: UUID) -> None:
    """End one of the member's own sessions, from any sign-in. Does nothing if it has ended.

    Raises:
        NotFound: The session is absent or another member's.
    """
    row = await session.get(WorkingSession, wanted)
    if row is None:
        raise NotFound
    if row.ended_at is None:
        await _end(session, seat, row.id, "hand")


async def current(session: Reading, seat: Seat) -> WorkingSessionDetails | None:
    """Return the member's open session, whichever sign-in began it, or `None`."""
    query = (
        select(WorkingSession, func.count(Opening.id))
        .join(Session, Session.id == WorkingSession.session)
        .outerjoin(Opening, Opening.working_session == WorkingSession.id)
        .where(WorkingSession.seat == seat.id, WorkingSession.ended_at.is_(None))
        .where(WorkingSession.expires_at > clock.now(), Session.ended_at.is_(None), Session.expires_at > clock.now())
        .group_by(WorkingSession.id)
    )
    found = (await session.execute(query)).one_or_none()
    return None if found is None else WorkingSessionDetails(found[0], found[1], here=found[0].session == seat.session)


async def carrying(session: Writing, seat: Seat, named: UUID | None) -> WorkingSession:
    """Return the open session of this sign-in and lock it until the access event is recorded.

    Args:
        session: The transaction of the request.
        seat: The member who opens an exhibit.
        named: The session shown on the page, if any.

    Raises:
        Invalid: No session is open.
        Conflict: The session named is not open.
    """
    query = (
        select(WorkingSession)
        .where(WorkingSession.seat == seat.id, WorkingSession.session == seat.session)
        .where(WorkingSession.ended_at.is_(None), WorkingSession.expires_at > clock.now())
        .with_for_update(read=True)
    )
    row = (await session.scalars(query)).one_or_none()
    if named is not None and (row is None or row.id != named):
        raise Conflict(
            "That working session has ended. Enter purpose and justification, or start a new session.",
            code="working-session-over",
        )
    if row is None:
        raise Invalid("Enter purpose and justification, or start a working session first.", field="purpose")
    return row


async def _own_task(session: Reading, seat: Seat, wanted: UUID) -> Task:
    query = select(Task).where(Task.id == wanted, task_states.is_assigned_to(seat.id), Task.state.in_(AT_WORK))
    task = (await session.scalars(query)).one_or_none()
    if task is None:
        raise Invalid("This is not one of your open tasks.", field="task")
    return task


async def _end_own_overdue(session: Writing, seat: Seat) -> None:
    """End a session that expired or was signed out, and that the background job has not ended yet.

    Otherwise it would prevent a new one.
    """
    row = (await session.execute(_OWN_OVERDUE, {"seat": seat.id, "now": clock.now()})).one_or_none()
    if row is not None:
        await _end(session, seat, row.id, row.how)


async def _end(session: Writing, seat: Seat, wanted: UUID, how: str) -> None:
    if await _set_ended(session, wanted, how):
        await journal.append(session, seat, await _ended_fact(session, wanted, how, _hearing(seat.party, seat.id)))


async def _set_ended(session: Writing, wanted: UUID, how: str) -> bool:
    query = update(WorkingSession).where(WorkingSession.id == wanted, WorkingSession.ended_at.is_(None))
    done = query.values(ended_at=clock.now(), ended=how).returning(WorkingSession.id)
    return await session.scalar(done.execution_options(synchronize_session=False)) is not None


async def _ended_fact(session: Reading, wanted: UUID, how: str, hearing: _Hearing) -> WorkingSessionEnded:
    made = select(func.count()).select_from(Opening).where(Opening.working_session == wanted)
    return WorkingSessionEnded(
        working_session=wanted, hearing=hearing, how=how, openings=await session.scalar(made) or 0
    )


def _hearing(party: UUID | None, seat: UUID) -> _Hearing:
    """Return who may read the entry: the member; auditors of the party read all entries of its members."""
    return () if party is None else ((party, (seat,)),)


async def end_due(database: Database) -> int:
    """Background job: end sessions whose time, sign-in or account is over. Return how many."""
    return await due_items.process_due_items(
        database,
        _OVERDUE,
        lambda row: _end_overdue(database, _OverdueSession(*row)),
        "working_session",
        now=clock.now(),
    )


async def _end_overdue(database: Database, row: _OverdueSession) -> int:
    async with database.engine() as session:
        if not await _set_ended(session, row.id, row.how):
            return 0
        fact = await _ended_fact(session, row.id, row.how, _hearing(row.party, row.seat))
        await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), fact)
    return 1


_HOW: Final = """
    case when w.expires_at <= :now then 'clock' when s.ended_at is not null or s.expires_at <= :now then 'sign_out' else 'seat' end
"""
_SIGNED_OUT: Final = "w.expires_at <= :now or s.ended_at is not null or s.expires_at <= :now"
_OWN_OVERDUE: Final = text(
    f"""
    select w.id, {_HOW} as how from working_sessions w join sessions s on s.id = w.session
     where w.seat = :seat and w.ended_at is null and ({_SIGNED_OUT})
    """  # noqa: S608 - constants of this file
)
_OVERDUE: Final = text(
    f"""
    select w.id, w.jit, w.seat, m.party, j.ledger_origin, {_HOW} as how
      from working_sessions w join sessions s on s.id = w.session join jits j on j.id = w.jit
      join members m on m.jit = w.jit and m.id = w.seat left join parties p on p.jit = m.jit and p.id = m.party
     where w.ended_at is null and j.state <> 'closed' and ({_SIGNED_OUT} or m.state <> 'seated' or m.until <= :now or p.status <> 'active')
       and (cast(:after as uuid) is null or w.id > :after) order by w.id limit :most
    """  # noqa: S608 - constants of this file
).bindparams(bindparam("after", type_=Uuid))
#: When the next session ends by its time, its sign-in or its seat. Sign-out enqueues a job (`accounts/sessions.py`).
NEXT: Final = text(
    """
    select min(least(w.expires_at, s.expires_at, m.until))
      from working_sessions w join sessions s on s.id = w.session join jits j on j.id = w.jit
      join members m on m.jit = w.jit and m.id = w.seat
     where w.ended_at is null and j.state <> 'closed'
       and least(w.expires_at, s.expires_at, m.until) > statement_timestamp() - interval '5 seconds'
    """
)
