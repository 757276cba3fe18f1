"""Warnings that answers to questions of the CCF about a challenged notice are due.

Leaders and coordinators of the party of the notice are warned at the times of `access/requests/deadlines.alarms`. Each
warning is an entry of the audit log. The background job runs as the engine role and reads no text.
"""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, Uuid, bindparam, select, text, update

from app import clock
from app.access.requests import deadlines
from app.database import Database, Writing
from app.ledger import journal
from app.ledger.facts.requests.notices import NoticeAnswerMissed, NoticeAnswerNear
from app.ledger.journal import Ledger
from app.models import NoticeChallenge
from app.services import due_items
from app.services.requests.recipients import Hearing


async def warn_due(database: Database) -> int:
    """Warn of answers that are due soon or overdue. Return how many warnings."""
    return await due_items.process_due_items(database, _DUE, lambda row: _warn(database, row), "answer to the CCF")


async def _warn(database: Database, found: Row[Any]) -> int:
    async with database.engine() as session:
        row = (await session.execute(_LOCKED.where(NoticeChallenge.id == found.id))).one_or_none()
        now = clock.now()
        if row is None or row.alarm_at is None or row.alarm_at > now or row.answer_due_at is None:
            return 0  # another worker, or a member, was faster
        kind = NoticeAnswerMissed if row.answer_due_at <= now else NoticeAnswerNear
        alarm_at = deadlines.next_alarm(row.recorded_at, row.answer_due_at, warned_at=now, now=now)
        fact = kind(
            notice=row.notice,
            number=found.number,
            hearing=await hearing_of(session, row.jit, row.party),
            challenge=row.id,
            due_at=clock.rfc3339(row.answer_due_at),
        )
        await session.execute(
            update(NoticeChallenge).where(NoticeChallenge.id == row.id).values(warned_at=now, alarm_at=alarm_at)
        )
        await journal.append_as_system(session, Ledger(row.jit, found.ledger_origin), fact)
    return 1


async def hearing_of(session: Writing, jit: UUID, party: UUID) -> Hearing:
    """Return the recipients: the party of the notice alone."""
    seats = (await session.scalars(_NAMED, {"jit": jit, "party": party})).all()
    named = ((party, tuple(seats)),) if seats else ()
    return ((party, None), *named)


_LOCKED: Final = select(
    NoticeChallenge.id,
    NoticeChallenge.jit,
    NoticeChallenge.notice,
    NoticeChallenge.party,
    NoticeChallenge.recorded_at,
    NoticeChallenge.answer_due_at,
    NoticeChallenge.alarm_at,
).with_for_update()
_DUE: Final = text(
    """
    select c.id, c.jit, n.number, j.ledger_origin from notice_challenges c
      join notices n on n.jit = c.jit and n.id = c.notice
      join jits j on j.id = c.jit
     where c.alarm_at <= statement_timestamp() and j.state <> 'closed'
       and (cast(:after as uuid) is null or c.id > :after)
     order by c.id limit :most
    """
).bindparams(bindparam("after", type_=Uuid))
NEXT: Final = text(
    "select min(c.alarm_at) from notice_challenges c join jits j on j.id = c.jit"
    " where c.alarm_at > statement_timestamp() - interval '1 minute' and j.state <> 'closed'"
)
_NAMED: Final = text(
    """
    select m.id from members m
     where m.jit = :jit and m.party = :party and m.state = 'seated'
       and m.roles && array['participant', 'liaison']
     order by m.id
    """
)
