"""Following the ledger: facts behind a position, and published heads, for the live channel; and news by NOTIFY.

`facts_for` reads as a seat, through row-level security; `facts_of` reads as the engine, with audiences, for the hub.
Deliberately not here: entries' content.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BigInteger, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Database, Reading

PAGE: Final = 500


async def facts_for(session: Reading, jit: UUID, after: int, until: int | None = None, *, limit: int) -> Sequence[Any]:
    """Up to `limit` facts behind `after` (and not behind `until`) that the asker may know, in order."""
    binds = {"jit": jit, "after": after, "until": 2**62 if until is None else until, "limit": limit}
    return (await session.execute(_FOR, binds)).all()


async def standing_of(database: Database, jit: UUID) -> tuple[int, int, int]:
    """The position that the next entry of the JIT will get; the size published last, and the number of its checkpoint."""
    async with database.engine() as session:
        row = (await session.execute(_STANDING, {"jit": jit})).one()
        return row.next, row.published, row.checkpoint


async def heads_of(database: Database, jits: Collection[UUID]) -> Mapping[UUID, tuple[int, int]]:
    """The last checkpoint of each JIT that has one: its number, which grows, and the size that it signs."""
    async with database.engine() as session:
        rows = await session.execute(_HEADS, {"jits": list(jits)})
        return {row.jit: (row.checkpoint, row.size) for row in rows}


async def facts_of(database: Database, nexts: Mapping[UUID, int]) -> Sequence[Any]:
    """Facts of several JITs from given positions on, with their audiences as JSON text; at most `PAGE`, in order."""
    binds = {"jits": list(nexts), "nexts": list(nexts.values()), "limit": PAGE}
    async with database.engine() as session:
        return (await session.execute(_OF, binds)).all()


@asynccontextmanager
async def news(database: Database, tells: Mapping[str, Callable[[], None]]) -> AsyncIterator[Callable[[], bool]]:
    """Calls what is named for a channel whenever some process notifies it. A lost notification is covered by polling.

    Gives whether the connection that listens still lasts: on a lost one nothing is told any more.
    """
    async with database.listening() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None

        def heard(_: object, __: int, channel: str, ___: object) -> None:
            tells[channel]()

        for channel in tells:
            await driver.add_listener(channel, heard)
        try:
            yield lambda: not driver.is_closed()
        finally:
            with suppress(Exception):  # it may break down meanwhile, and then it listens no more anyway
                async with asyncio.timeout(1):
                    for channel in tells:
                        await driver.remove_listener(channel, heard)


_FACT: Final = "p.position, h.kind, h.subject, h.seat, h.party_code, h.at"
# The releases of the exhibit that an audience row mentions, as they are now, to the row's party (or to all, where it names
# none): nobody else is admitted by this row; null when it mentions none.
_WITHIN: Final = """
    case when a.mentions is not null then (
      select coalesce(json_agg(json_build_array(r.party, r.level, r.authorities, r.seats, r.not_before, r.until)), '[]')
        from releases r where r.evidence = a.mentions and r.party = coalesce(a.party, r.party)) end
"""
_FOR: Final = text(
    f"""
    select {_FACT} from positions p join headers h on h.entry = p.entry
     where p.jit = :jit and p.position > :after and p.position <= :until order by p.position limit :limit
    """  # noqa: S608 - the parts are constants of this file
)
_STANDING: Final = text(
    """
    select coalesce((select size from trees where jit = :jit), 0) as next,
           coalesce(c.size, 0) as published, coalesce(c.id, 0) as checkpoint
      from (values (1)) as one (row)
      left join lateral (select size, id from checkpoints where jit = :jit order by id desc limit 1) c on true
    """
)
_HEADS: Final = text(
    """
    select w.jit, c.id as checkpoint, c.size from unnest(:jits) as w (jit)
      join lateral (select size, id from checkpoints where jit = w.jit order by id desc limit 1) c on true
    """
).bindparams(bindparam("jits", type_=ARRAY(Uuid)))
_OF: Final = text(
    f"""
    select p.jit, {_FACT},
      (select coalesce(json_agg(json_build_array(a.party, a.level, a.authorities, a.seats, {_WITHIN})), '[]')
         from entry_audience a where a.entry = p.entry)::text as audience
      from unnest(:jits, :nexts) as w (jit, next)
      join positions p on p.jit = w.jit and p.position >= w.next
      join headers h on h.entry = p.entry
     order by p.jit, p.position limit :limit
    """  # noqa: S608
).bindparams(bindparam("jits", type_=ARRAY(Uuid)), bindparam("nexts", type_=ARRAY(BigInteger)))
