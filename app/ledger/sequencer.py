"""The sequencer: gives committed entries their positions, extends the tree, tells everybody once a batch.

One at a time: a transaction-level advisory lock in READ COMMITTED elects it, so any server process may be it and another
takes over at the next beat. One loop serves all ledgers with pending entries, in the order of insertion.
Deliberately not here: signing (`ledger/checkpoints.py`); the append path never waits for this.
"""

import asyncio
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BigInteger, Row, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app import log
from app.database import Database, Writing
from app.ledger.merkle import Frontier, leaf_hash

CHANNEL: Final = "liaison_positions"
BATCH: Final = 1000
_LOCK: Final = 0x11A150_5E9  # any fixed number: the sequencer's place among advisory locks
_POLL_SECONDS: Final = 1.0

_logger = log.get("sequencer")


class Sequencer:
    """The loop of one server process."""

    def __init__(self, database: Database) -> None:
        """`wake` it after a commit that appended; a poll covers what other processes append."""
        self._database = database
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Something was appended in this process."""
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled. A failure is logged and tried again: entries wait in the queue meanwhile."""
        while True:
            try:
                while await sequence(self._database):
                    pass
            except asyncio.CancelledError:
                raise
            except Exception:
                _logger.exception("sequencing failed; trying again")
                await asyncio.sleep(_POLL_SECONDS)
            try:
                async with asyncio.timeout(_POLL_SECONDS):
                    await self._woken.wait()
            except TimeoutError:
                pass
            self._woken.clear()


async def sequence(database: Database) -> int:
    """One batch: positions for up to `BATCH` entries. Returns how many; 0 also when another process is at it."""
    async with database.engine() as session:
        if not (await session.execute(text("select pg_try_advisory_xact_lock(:lock)"), {"lock": _LOCK})).scalar_one():
            return 0
        rows = (await session.execute(_QUEUE, {"batch": BATCH})).all()
        if not rows:
            return 0
        ledgers: dict[UUID, list[Row[Any]]] = {}
        for row in rows:
            ledgers.setdefault(row.jit, []).append(row)
        for jit, entries in ledgers.items():
            await _extend(session, jit, entries)
        await session.execute(_DEQUEUE, {"ids": [row.id for row in rows]})
        await session.execute(text("select pg_notify(:channel, '')"), {"channel": CHANNEL})
        return len(rows)


async def _extend(session: Writing, jit: UUID, entries: list[Row[Any]]) -> None:
    tree = (await session.execute(text("select size, edge from trees where jit = :jit"), {"jit": jit})).one()
    frontier = Frontier.from_bytes(tree.size, tree.edge)
    for row in entries:
        frontier.append(leaf_hash(row.commitment))
    await session.execute(
        _PLACE,
        {
            "jit": jit,
            "positions": list(range(tree.size, tree.size + len(entries))),
            "entries": [row.entry for row in entries],
        },
    )
    await session.execute(
        text("update trees set size = :size, edge = :edge where jit = :jit"),
        {"jit": jit, "size": tree.size + len(entries), "edge": frontier.to_bytes()},
    )


_QUEUE: Final = text(
    "select p.id, p.jit, p.entry, e.commitment from pending p join entries e on e.id = p.entry order by p.id limit :batch"
)
_DEQUEUE: Final = text("delete from pending where id = any(:ids)").bindparams(bindparam("ids", type_=ARRAY(BigInteger)))
_PLACE: Final = text(
    "insert into positions (jit, position, entry) select :jit, p, e from unnest(:positions, :entries) as t (p, e)"
).bindparams(bindparam("positions", type_=ARRAY(BigInteger)), bindparam("entries", type_=ARRAY(Uuid)))
