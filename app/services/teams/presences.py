"""Presence of members, shared by all server processes of one database: leases and presence rows.

A process reports which seats are connected to it and renews its lease. Its reports expire with the lease, so a crash
or a stop removes its members within seconds. A member who reconnects to another process in time stays present.
No access rights are checked here: the engine role writes what the live channel has admitted.
Not here: what is sent to whom (`realtime/presence.py`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import DateTime, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, INTERVAL

from app.database import Database

CHANNEL: Final = "liaison_presence"
LEASE: Final = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class ConnectedSeat:
    """A seat connected to one process, as that process reports it."""

    jit: UUID
    seat: UUID
    since: datetime
    focus: UUID | None
    turned_at: datetime


@dataclass(frozen=True, slots=True)
class Present:
    """A seat connected to any process."""

    seat: str
    party: UUID | None
    party_code: str | None
    since: datetime
    focus: UUID | None


async def renew(database: Database, process: UUID) -> bool:
    """Renew the lease and delete expired ones.

    Returns:
        Whether the process had no lease any more, so that it has to report its seats again.
    """
    async with database.engine() as session:
        fresh = bool((await session.execute(_RENEW, {"process": process, "lease": LEASE})).scalar_one())
        await session.execute(_CLEAR)
        return fresh


async def say(database: Database, process: UUID, here: Sequence[ConnectedSeat], gone: Collection[UUID]) -> None:
    """Report seats that are connected and seats that left. Other processes are notified on commit."""
    binds = {
        "process": process,
        "jits": [one.jit for one in here],
        "seats": [one.seat for one in here],
        "sinces": [one.since for one in here],
        "focuses": [one.focus for one in here],
        "turned": [one.turned_at for one in here],
    }
    async with database.engine() as session:
        await session.execute(_GONE, {"process": process, "seats": list(gone)})
        await session.execute(_HERE, binds)
        await session.execute(text("select pg_notify(:channel, '')"), {"channel": CHANNEL})


async def marks(database: Database, jits: Collection[UUID]) -> Mapping[UUID, str]:
    """Return, per JIT with members present, a value that changes with any presence in it."""
    async with database.engine() as session:
        return {row.jit: str(row.mark) for row in await session.execute(_MARKS, {"jits": list(jits)})}


async def of(database: Database, jits: Collection[UUID]) -> Mapping[UUID, tuple[Present, ...]]:
    """Return who is present, by JIT, in the order of seat codes; one item per seat, however many windows are open."""
    async with database.engine() as session:
        rows = (await session.execute(_OF, {"jits": list(jits)})).all()
    found: dict[UUID, list[Present]] = {jit: [] for jit in jits}
    for row in rows:
        found[row.jit].append(Present(row.code, row.party, row.party_code, row.since, row.focus))
    return {jit: tuple(people) for jit, people in found.items()}


_RENEW: Final = text(
    "insert into leases (process, until) values (:process, clock_timestamp() + :lease)"
    " on conflict (process) do update set until = excluded.until returning xmax = 0"
).bindparams(bindparam("lease", type_=INTERVAL))
# Skips locked rows, so that two processes with expired leases do not wait for each other.
_CLEAR: Final = text(
    "delete from leases where process in"
    " (select process from leases where until < clock_timestamp() for update skip locked)"
)
_GONE: Final = text("delete from presences where process = :process and seat = any(:seats)").bindparams(
    bindparam("seats", type_=ARRAY(Uuid))
)
# A socket moves to another process about every ten minutes; `since` then keeps its earliest value.
_HERE: Final = text(
    """
    insert into presences (process, seat, jit, since, focus, turned_at)
    select :process, h.seat, h.jit, least(h.since, (select min(p.since) from presences p
             join leases l on l.process = p.process and l.until > clock_timestamp()
            where p.jit = h.jit and p.seat = h.seat)), h.focus, h.turned_at
      from unnest(:jits, :seats, :sinces, :focuses, :turned) as h (jit, seat, since, focus, turned_at)
    on conflict (process, seat) do update set focus = excluded.focus, turned_at = excluded.turned_at
    """
).bindparams(
    bindparam("jits", type_=ARRAY(Uuid)),
    bindparam("seats", type_=ARRAY(Uuid)),
    bindparam("focuses", type_=ARRAY(Uuid)),
    bindparam("sinces", type_=ARRAY(DateTime(timezone=True))),
    bindparam("turned", type_=ARRAY(DateTime(timezone=True))),
)
_MARKS: Final = text(
    """
    select p.jit, sum(hashtextextended(concat_ws(' ', p.process, p.seat, p.since, p.focus, p.turned_at), 0)) as mark
      from presences p join leases l on l.process = p.process and l.until > clock_timestamp()
     where p.jit = any(:jits) group by p.jit
    """
).bindparams(bindparam("jits", type_=ARRAY(Uuid)))
_OF: Final = text(
    """
    select p.jit, m.code, m.party, a.code as party_code, min(p.since) as since,
           (array_agg(p.focus order by p.turned_at desc))[1] as focus
      from presences p
      join leases l on l.process = p.process and l.until > clock_timestamp()
      join members m on m.id = p.seat and m.jit = p.jit and m.state = 'seated'
      left join parties a on a.id = m.party and a.jit = m.jit
     where p.jit = any(:jits) group by p.jit, m.code, m.party, a.code order by m.code
    """
).bindparams(bindparam("jits", type_=ARRAY(Uuid)))
