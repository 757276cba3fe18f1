"""Activity of others since a given time, as one reader may see it: counted events, and moved deadlines.

Only the newest entries are read (`REACH`), so a reader who was away for months gets the latest ones only.

Not here: since when (`services/coordination/briefings.py`), and searching the whole ledger (`searching.py`).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import DateTime, bindparam, text

from app.database import Reading
from app.ledger import entries

#: How many of the newest positions are read.
REACH: Final = 5_000
MOST: Final = 300


@dataclass(frozen=True, slots=True)
class Acts:
    """Events of one kind on one object, the latest at `last_at`. `evidence` and `task` None: of the team or a party."""

    kind: str
    evidence: UUID | None
    task: UUID | None
    seats: Sequence[str]
    count: int
    last_at: datetime
    position: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A deadline of a task that was changed, from `former` to `now` (RFC 3339, or None: no deadline)."""

    task: UUID
    seat: str
    at: datetime
    former: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Since:
    """After a position and a time, by other members than `but`."""

    position: int
    at: datetime
    but: str


async def acts(session: Reading, jit: UUID, since: Since) -> list[Acts]:
    """Return events of others, counted, the latest first; at most `MOST` rows."""
    rows = await session.execute(_ACTS, await _binds(session, jit, since))
    return [Acts(row.kind, row.evidence, row.task, row.seats, row.n, row.last_at, row.position) for row in rows]


async def moved(session: Reading, jit: UUID, since: Since) -> list[Moved]:
    """Return deadlines that others moved, the latest first. Each task is listed once, from its first former value."""
    rows = (await session.execute(_MOVED, await _binds(session, jit, since))).all()
    told: dict[UUID, Moved] = {}
    for row in rows:
        change: dict[str, Any] = json.loads(row.value)["due_at"]
        later = told.get(row.task)
        told[row.task] = Moved(
            row.task,
            later.seat if later else row.seat,
            later.at if later else row.at,
            change["from"],
            later.now if later else change["to"],
        )
    return [one for one in told.values() if one.former != one.now]


async def _binds(session: Reading, jit: UUID, since: Since) -> dict[str, Any]:
    floor = await entries.head(session, jit) - REACH
    return {"jit": jit, "after": max(since.position, floor), "since": since.at, "but": since.but, "most": MOST}


_FROM: Final = """
      from positions p join headers h on h.entry = p.entry
     where p.jit = :jit and p.position > :after and h.at > :since and h.seat <> :but
"""
_SINCE: Final = bindparam("since", type_=DateTime(timezone=True))
_ACTS: Final = text(
    f"""
    select h.kind, h.evidence, case when h.kind like 'task.%' then h.about end as task, count(*) as n,
           max(h.at) as last_at, max(p.position) as position, array_agg(distinct h.seat order by h.seat) as seats
    {_FROM} and h.kind <> 'digest.made'
     group by h.kind, h.evidence, case when h.kind like 'task.%' then h.about end
     order by max(p.position) desc limit :most
    """
).bindparams(_SINCE)
_MOVED: Final = text(
    f"""
    select h.about as task, h.seat, h.at, f.value
    {_FROM.replace("where", "join fields f on f.entry = h.entry and f.name = 'changes' where")}
       and h.kind = 'task.changed' and jsonb_exists(cast(f.value as jsonb), 'due_at')
     order by p.position desc limit :most
    """
).bindparams(_SINCE)
