"""Reads new ledger entries and checkpoints for the live channel, and listens for PostgreSQL notifications.

`facts_for` reads as a member, through row-level security. `facts_with_audiences` reads as the engine role, with audiences, for the
hub.

Not here: the content of entries.
"""

from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from functools import lru_cache
from typing import Final, NamedTuple
from uuid import UUID

from app.access.sharing import sight
from app.access.sharing.sight import Releases
from app.connections import hearing
from app.database import Database, Reading
from app.ledger.audiences import Audience, Hearer, Withheld
from app.queries import query

PAGE: Final = 500


class FactRow(NamedTuple):
    """An entry without its content: position, kind, subject, and who acted when."""

    position: int
    kind: str
    subject: str
    seat: str
    party_code: str | None
    at: datetime


class HeardFactRow(NamedTuple):
    """The same with its team and its encoded audience."""

    jit: UUID
    position: int
    kind: str
    subject: str
    seat: str
    party_code: str | None
    at: datetime
    audience: bytes


async def facts_for(session: Reading, jit: UUID, after: int, until: int | None = None, *, limit: int) -> list[FactRow]:
    """Return up to `limit` facts after `after` (up to `until`) that the reader may see, in order."""
    last = 2**62 if until is None else until
    return await session.fetch_rows(_FOR, jit=jit, after=after, until=last, limit=limit)


async def standing_of(database: Database, jit: UUID) -> tuple[int, int, int]:
    """Return the next position of the team's ledger, the size published last, and the number of that checkpoint."""
    async with database.engine() as session:
        row = await session.fetch_one(_STANDING, jit=jit)
        return row.next, row.published, row.checkpoint


async def heads_of(database: Database, jits: Collection[UUID]) -> Mapping[UUID, tuple[int, int]]:
    """Return number and size of the last checkpoint of each team that has one. Numbers only grow."""
    async with database.engine() as session:
        rows = await session.fetch_rows(_HEADS, jits=list(jits))
        return {row.jit: (row.checkpoint, row.size) for row in rows}


async def facts_with_audiences(database: Database, nexts: Mapping[UUID, int]) -> tuple[list[HeardFactRow], Releases]:
    """Return facts of several teams from given positions on, at most `PAGE`, in order, with encoded audiences.

    Also return the current releases of the exhibits that those audiences mention. `audience` decodes the bytes.
    """
    async with database.engine() as session:
        facts = await session.fetch_rows(_OF, jits=list(nexts), nexts=list(nexts.values()), limit=PAGE)
        mentioned = frozenset[UUID]().union(*(audience(rows).mentions for rows in {fact.audience for fact in facts}))
        # Read after the facts, so never older: a fact after a recall is not sent under the recalled release.
        return facts, await sight.releases_of(session, mentioned) if mentioned else {}


@lru_cache(maxsize=2 * PAGE)
def audience(rows: bytes) -> Audience:
    """Decode the audience of a fact of `facts_with_audiences`. Equal audiences recur often, so results are cached.

    `rows`: composite values in PostgreSQL's binary form (PostgreSQL 15, `record_send`). A row is the number of its
    columns and, for each, its type, its length (-1: null) and its bytes; numbers are four bytes, big-endian.
    """
    hearers, at = [], 0
    while at < len(rows):
        columns: list[bytes | None] = []
        count = _number(rows, at)
        at += 4
        for _ in range(count):
            length = _number(rows, at + 4)
            at += 8
            columns.append(None if length < 0 else rows[at : at + length])
            at += max(length, 0)
        party, level, authorities, seats, exhibit, withheld = columns
        assert level is not None
        assert withheld is not None
        kept = Withheld(int.from_bytes(withheld))
        hearers.append(Hearer(_id(party), int.from_bytes(level), _ids(authorities), _ids(seats), _id(exhibit), kept))
    return Audience(tuple(hearers))


@asynccontextmanager
async def news(database: Database, tells: Mapping[str, Callable[[], None]]) -> AsyncIterator[Callable[[], bool]]:
    """Call `tells[channel]` whenever a process notifies that channel. Lost notifications are covered by polling.

    Yields a function that returns whether the listening connection is open. After it is lost, nothing is called any
    more.
    """
    async with database.listening() as connection, hearing(connection, tells) as driver:
        yield lambda: not driver.is_closed()


_FACT: Final = "p.position, h.kind, h.subject, h.seat, h.party_code, h.at"


class _StandingRow(NamedTuple):
    next: int
    published: int
    checkpoint: int


class _HeadRow(NamedTuple):
    jit: UUID
    checkpoint: int
    size: int


_FOR: Final = query(
    FactRow,
    f"""
    select {_FACT} from positions p join headers h on h.entry = p.entry
     where p.jit = :jit and p.position > :after and p.position <= :until order by p.position limit :limit
    """,  # noqa: S608 - the parts are constants of this file
)
_STANDING: Final = query(
    _StandingRow,
    """
    select coalesce((select size from trees where jit = :jit), 0) as next,
           coalesce(c.size, 0) as published, coalesce(c.id, 0) as checkpoint
      from (values (1)) as one (row)
      left join lateral (select size, id from checkpoints where jit = :jit order by id desc limit 1) c on true
    """,
)
_HEADS: Final = query(
    _HeadRow,
    """
    select w.jit, c.id as checkpoint, c.size from unnest(cast(:jits as uuid[])) as w (jit)
      join lateral (select size, id from checkpoints where jit = w.jit order by id desc limit 1) c on true
    """,
)
# The laterals make PostgreSQL start each ledger at its position and find headers by key; plans from statistics alone
# read whole ledgers. The limit is applied before the audiences are read. Audiences are returned as bytes, because
# converting ids to text is slow and most audiences are in the cache.
_OF: Final = query(
    HeardFactRow,
    f"""
    select p.jit, {_FACT}, a.audience
      from (select w.jit, q.position, q.entry
              from unnest(cast(:jits as uuid[]), cast(:nexts as bigint[])) as w (jit, next)
             cross join lateral (
               select position, entry from positions
                where jit = w.jit and position >= w.next order by position limit :limit) q
             order by w.jit, q.position limit :limit) p
     cross join lateral (select * from headers where entry = p.entry limit 1) h
      left join lateral (
       select originator, joint from evidence where id = h.evidence and is_beyond_listed(h.kind)) e on true
     cross join lateral (select may_be_of_contents(h.kind) and is_of_contents(h.entry, h.kind, h.about) as contents) c
     cross join lateral (
       select coalesce(string_agg(record_send(row (a.party, a.level, a.authorities, a.seats, a.mentions,
                case when c.contents then 2 when obtained_by(a.party, e.originator, e.joint) then 1 else 0 end)), '')
              , '') as audience
         from entry_audience a where a.entry = p.entry) a
     order by p.jit, p.position
    """,  # noqa: S608
)


@lru_cache(maxsize=16_384)
def _known(octets: bytes) -> UUID:
    """Make an id, cached: parties and members recur in every audience, and `UUID` is slow."""
    return UUID(bytes=octets)


def _id(octets: bytes | None) -> UUID | None:
    return None if octets is None else _known(octets)


def _ids(array: bytes | None) -> tuple[UUID, ...] | None:
    """Decode an array of ids in PostgreSQL's binary form.

    Header: number of dimensions, flags, type; two numbers for each dimension. Then for each id its length (-1: null)
    and its bytes. Nulls are skipped and dimensions ignored, as `= any` does in row-level security. Neither is written
    by Liaison.
    """
    if array is None:
        return None
    ids, at = [], 12 + 8 * _number(array, 0)
    while at < len(array):
        length = _number(array, at)
        at += 4
        if length >= 0:
            ids.append(_known(array[at : at + length]))
            at += length
    return tuple(ids)


def _number(octets: bytes, at: int) -> int:
    return int.from_bytes(octets[at : at + 4], signed=True)
