"""Refusals of acts on visible exhibits: counted after the rollback, entered in the ledger once a seat and minute.

`note` hands the count to a second, short transaction of the request, so that it is durable before the answer is sent; the
worker's `enter_due` makes one entry of a minute that is over. A crash between rollback and count loses that one refusal and
no other. Deliberately not here: attempts on what is invisible or absent, which are alike (`services/access_log.py`).
"""

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import DateTime, Uuid, bindparam, delete, select, text

from app import clock
from app.access import seats
from app.database import Asking, Database, Reading, Writing
from app.ledger import journal
from app.ledger.facts import EvidenceRefused
from app.models import Refused

_MINUTE: Final = timedelta(minutes=1)
_BATCH: Final = 100


def note(session: Reading, evidence: UUID, act: str, code: str) -> None:
    """Count, once the act has been rolled back, that the seat of this session was refused."""
    asking, now = session.asking, clock.now()
    if asking.seat is None or asking.jit is None:
        return

    async def count(second: Writing) -> None:
        await second.say_who(asking)
        await second.execute(
            _COUNT,
            {
                "seat": asking.seat,
                "minute": now.replace(second=0, microsecond=0),
                "act": act,
                "evidence": evidence,
                "code": code,
                "jit": asking.jit,
                "now": now,
            },
        )

    session.afterwards(count)


async def enter_due(database: Database, now: datetime | None = None) -> int:
    """Enter the refusals of minutes that are over, one transaction a seat and minute. Returns how many entries."""
    over = (now or clock.now()).replace(second=0, microsecond=0)
    async with database.engine() as session:
        due = await session.execute(
            select(Refused.seat, Refused.jit, Refused.minute)
            .where(Refused.minute < over)
            .distinct()
            .order_by(Refused.minute)
            .limit(_BATCH)
        )
        rows = due.all()
    entered = [await _enter(database, row.seat, row.jit, row.minute) for row in rows]
    return sum(entered)


async def _enter(database: Database, seat_id: UUID, jit: UUID, minute: datetime) -> bool:
    """As the application, in the seat's name: the engine reads no names."""
    async with database.writing(Asking(jit=jit, seat=seat_id)) as session:
        rows = (
            await session.execute(
                delete(Refused).where(Refused.seat == seat_id, Refused.minute == minute).returning(*_COLUMNS)
            )
        ).all()
        if not rows:  # another worker was faster
            return False
        seat = await seats.of_record(session, seat_id, jit)
        refusals = sorted(
            (_refusal(row) for row in rows), key=lambda one: (one["first_at"], one["evidence"], one["act"])
        )
        await journal.append(session, seat, EvidenceRefused(minute=clock.rfc3339(minute), refusals=refusals))
        return True


def _refusal(row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of the columns below
    return {
        "evidence": str(row.evidence),
        "act": row.act,
        "because": row.code,
        "times": row.times,
        "first_at": clock.rfc3339(row.first_at),
        "last_at": clock.rfc3339(row.last_at),
    }


_COLUMNS: Final = (Refused.evidence, Refused.act, Refused.code, Refused.times, Refused.first_at, Refused.last_at)
# Only what the seat sees, asked as the seat: the rest is alike, and stands in the access log alone.
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
