"""Raises an alarm for a ledger whose agreed quorum of witnesses has not cosigned what was published `LAG` ago.

Not here: agreeing on a quorum (`services/audit/witnesses.py`), and a failing witness (`registry.py`).
"""

from typing import Final

from sqlalchemy import DateTime, bindparam, text

from app import clock
from app.database import Database
from app.ledger import alarms
from app.ledger.witnesses.registry import LAG


async def look(database: Database, host: str | None) -> int:
    """Raise or end the quorum alarm of each ledger. Return how many ledgers miss their quorum.

    `host`: the party that runs the server, whose witness does not count.
    """
    async with database.engine() as session:
        rows = (await session.execute(_QUORUMS, {"host": host, "before": clock.now() - LAG})).all()
        for row in rows:
            if row.reached < row.due:
                detail = f"{row.quorum} witnesses are agreed; so many have cosigned size {row.reached}, published was {row.due}"
                await alarms.sound(session, row.jit, "quorum", detail)
            else:
                await alarms.end(session, row.jit, "quorum")
    return sum(row.reached < row.due for row in rows)


_QUORUMS: Final = text(
    """
    select j.id as jit, j.quorum,
           case when j.quorum = 0 then 0 else (
             select coalesce(max(k.size), 0) from checkpoints k where k.jit = j.id and k.at <= :before) end as due,
           coalesce((
             select s.size from witnesses w
               join witness_states s on s.witness = w.id
               join parties p on p.jit = w.jit and p.id = w.party and p.status = 'active'
              where w.jit = j.id and w.removed_at is null and p.code is distinct from cast(:host as text)
              order by s.size desc offset greatest(j.quorum - 1, 0) limit 1), 0) as reached
      from jits j
     where j.quorum > 0 or exists (select 1 from alarms a where a.jit = j.id and a.what = 'quorum')
    """
).bindparams(bindparam("before", type_=DateTime(timezone=True)))
