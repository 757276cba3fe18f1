"""Promises: signed statements in a response that its committed entries will be in a checkpoint by a deadline.

Response header `Ledger-Entry: <id> <commitment> <deadline> <signature>`, one value for each entry. A holder of a
promise can prove with the ledger's keys alone that an entry was left out or changed. A request collects what its
transactions committed; promises are signed when the response leaves, after the commit.

Each ledger has a separate key for promises, named `<origin>/promises`. The ledger's key vouches for it in a signed
note. Format: docs/ledger-format.md, Promise.
"""

import base64
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import DateTime, bindparam, text

from app import clock
from app.database import Database
from app.ledger import alarms
from app.ledger.signing.notes import Signer, VerifierKey, sign

HEADER: Final = "Ledger-Entry"
KEPT_WITHIN: Final = timedelta(seconds=60)
#: A response carries at most this many, to stay below proxies' limits for headers. They are the last ones: positions
#: follow the order of insertion, so if these are included, earlier entries of the same act are included too.
AT_MOST: Final = 8


class Committed(NamedTuple):
    """An entry whose transaction has committed."""

    origin: str
    id: UUID
    commitment: bytes


@dataclass(frozen=True, slots=True)
class Promise:
    """The promise for one entry."""

    entry: Committed
    deadline: datetime

    def text(self) -> bytes:
        """Return what is signed: five lines, each with its LF."""
        origin, entry, commitment = self.entry
        lines = ("liaison-promise/v1", origin, str(entry), _base64(commitment), clock.rfc3339(self.deadline))
        return "".join(f"{line}\n" for line in lines).encode()

    def header(self, signer: Signer) -> str:
        """Return the value of the header `Ledger-Entry`."""
        _, entry, commitment = self.entry
        return f"{entry} {_base64(commitment)} {clock.rfc3339(self.deadline)} {signer.signature(self.text())}"


_collected: ContextVar[list[Committed] | None] = ContextVar("promises", default=None)


@contextmanager
def collecting() -> Iterator[list[Committed]]:
    """Collect what transactions commit while a request is handled, in order."""
    collected: list[Committed] = []
    token = _collected.set(collected)
    try:
        yield collected
    finally:
        _collected.reset(token)


def note(entries: Sequence[Committed]) -> None:
    """Record entries after their commit. Outside a request nothing is recorded."""
    collected = _collected.get()
    if collected is not None:
        collected.extend(entries)


def name_of(origin: str) -> str:
    """Return the name under which the promises of a ledger are signed: one key has one name."""
    return f"{origin}/promises"


def voucher(key: VerifierKey, ledger: Signer) -> str:
    """Return the note in which the ledger's key vouches for its key for promises."""
    return sign(f"liaison-promise-key/v1\n{ledger.name}\n{key}\n", ledger).decode()


async def look(database: Database) -> int:
    """Raise an alarm for each ledger with an entry that is in no checkpoint in time; end alarms that are over.

    Returns 0.
    """
    async with database.engine() as session:
        overdue = {row.jit: row for row in await session.execute(_OVERDUE, {"before": clock.now() - KEPT_WITHIN})}
        for jit, row in overdue.items():
            where = "without a position" if row.position is None else f"at position {row.position}"
            detail = f"entry {row.entry} {where}, committed {clock.rfc3339(row.at)}, is in no checkpoint"
            await alarms.sound(session, jit, "promise", detail)
        sounding = await session.execute(text("select jit from alarms where what = 'promise'"))
        for jit in {row.jit for row in sounding} - set(overdue):
            await alarms.end(session, jit, "promise")
    return 0


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


# For each ledger the oldest waiting entry: of the first position after the last checkpoint and the first in the queue.
_OVERDUE: Final = text(
    """
    select t.jit, w.entry, w.position, w.at from trees t cross join lateral (
      select * from (
        (select p.entry, p.position, h.at from positions p join headers h on h.entry = p.entry
          where p.jit = t.jit
            and p.position >= coalesce((select max(c.size) from checkpoints c where c.jit = t.jit), 0)
          order by p.position limit 1)
        union all
        (select p.entry, null, h.at from pending p join headers h on h.entry = p.entry
          where p.jit = t.jit order by p.id limit 1)) waiting
       order by at limit 1) w
     where w.at < :before
    """
).bindparams(bindparam("before", type_=DateTime(timezone=True)))
