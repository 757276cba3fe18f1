"""Refusals of acts on visible exhibits: counted after the rollback, one ledger entry per seat and minute.

`note` counts in a second, short transaction of the request, so that the count is durable before the answer is sent.
The worker's `enter_due` makes one entry per seat for each minute that is over.
A crash between rollback and count loses only that refusal.
Not here: attempts on invisible or absent exhibits (`services/audit/access_log.py`).
"""

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import DateTime, Row, Text, Uuid, bindparam, delete, text

from app import clock
from app.access import seats
from app.database import Database, Reading, Requester, Writing
from app.ledger import journal
from app.ledger.facts import EvidenceRefused
from app.models import Refused
from app.services import due_items

_MINUTE: Final = timedelta(minutes=1)


def note(session: Reading, evidence: UUID, act: str, code: str) -> None:
    """Count a refusal for the seat of this session, once the act has been rolled back."""
    requester, now = session.requester, clock.now()
    if requester.seat is None or requester.jit is None:
        return

    async def count(second: Writing) -> None:
        await second.say_who(requester)
        await second.execute(
            _COUNT,
            {
                "seat": requester.seat,
                "minute": now.replace(second=0, microsecond=0),
                "act": act,
                "evidence": evidence,
                "code": code,
                "jit": requester.jit,
                "now": now,
            },
        )

    session.afterwards(count)


async def enter_due(database: Database, now: datetime | None = None) -> int:
    """Background job: append the refusals of past minutes. Return how many entries.

    Each seat and minute has its own transaction.
    """
    over = (now or clock.now()).replace(second=0, microsecond=0)
    return await due_items.process_due_items(database, _DUE, lambda row: _enter(database, row), "refusals", over=over)


async def next_minute() -> datetime:
    """Return when the refusals of the current minute are complete."""
    return clock.now().replace(second=0, microsecond=0) + timedelta(minutes=1)


async def _enter(database: Database, row: Row[Any]) -> int:
    """Append one entry, as the application role in the seat's name, because the engine role may not read names."""
    async with database.writing(Requester(jit=row.jit, seat=row.seat)) as session:
        rows = (
            await session.execute(
                delete(Refused).where(Refused.seat == row.seat, Refused.minute == row.minute).returning(*_COLUMNS)
            )
        ).all()
        if not rows:  # another worker did it
            return 0
        seat = await seats.of_record(session, row.seat, row.jit)
        refusals = sorted(
            (_refusal(one) for one in rows), key=lambda one: (one["first_at"], one["evidence"], one["act"])
        )
        await journal.append(session, seat, EvidenceRefused(minute=clock.rfc3339(row.minute), refusals=refusals))
        return 1


def _refusal(row: Row[UUID, str, str, int, datetime, datetime]) -> dict[str, Any]:
    return {
        "evidence": str(row.evidence),
        "act": row.act,
        "because": row.code,
        "times": row.times,
        "first_at": clock.rfc3339(row.first_at),
        "last_at": clock.rfc3339(row.last_at),
    }


_DUE: Final = text(
    """
    select distinct r.minute || '/' || r.seat as id, r.seat, r.jit, r.minute from refusals r
     where r.minute < :over and (cast(:after as text) is null or r.minute || '/' || r.seat > :after)
     order by id limit :most
    """
).bindparams(bindparam("over", type_=DateTime(timezone=True)), bindparam("after", type_=Text))
_COLUMNS: Final = (Refused.evidence, Refused.act, Refused.code, Refused.times, Refused.first_at, Refused.last_at)
# The select runs with the seat's rights, so that only visible exhibits are counted.
_COUNT: Final = text(
    """
    insert into refusals (seat, minute, act, evidence, code, jit, times, first_at, last_at)
    select :seat, :minute, :act, e.id, :code, :jit, 1, :now, :now from evidence e
      join jits j on j.id = e.jit and j.state <> 'closed' where e.id = :evidence
    on conflict (seat, minute, act, evidence, code)
      do update set times = refusals.times + 1, last_at = greatest(refusals.last_at, excluded.last_at)
    """
).bindparams(
    bindparam("seat", type_=Uuid),
    bindparam("evidence", type_=Uuid),
    bindparam("jit", type_=Uuid),
    bindparam("minute", type_=DateTime(timezone=True)),
    bindparam("now", type_=DateTime(timezone=True)),
)
