"""Rows 7 and 8: appending to a ledger against the same inserts bare; appending and proving at a million entries against a thousand.

Appenders are seats at work, through row-level security, each in transactions of its own; the sequencer runs beside them in the
same process, as in a server. Bare are the same rows, made ready before, by asyncpg alone: nothing is hashed, sequenced or
stored as tiles. What was done is checked before it counts: positions without gaps, and the tree's root over the rows.
The million are entries of the log alone, placed by the product's own growth: bodies would not be read by what is measured.
"""

import asyncio
import hashlib
import itertools
import random
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from operator import itemgetter
from typing import Any, Final
from uuid import UUID

import asyncpg
from sqlalchemy import LargeBinary, Uuid, bindparam, make_url, text
from sqlalchemy.dialects.postgresql import ARRAY

from app import clock
from app.access import seats
from app.access.seats import Person, Seat
from app.database import Database
from app.ledger import following, journal, sequencer
from app.ledger.facts import PartyAdded
from app.ledger.sequencer import Sequencer
from app.ledger.tree import growth, merkle, nodes
from app.serving import settle
from bench import world
from bench.harness import Row, paired, percentile
from bench.place import Place

NUMBERS: Final = (7, 8)
_APPENDERS: Final = 32
_EACH: Final = 40
_LEDGERS: Final = 64
_SMALL, _LARGE, _CHUNK = 1_000, 1_000_000, 51_200
_PROOFS: Final = 300


@dataclass
class Bench:
    """The product on the durable cluster, and its sequencer."""

    database: Database
    loop: Sequencer
    admin: asyncpg.Connection
    seat: Seat
    url: str

    async def ledger(self) -> Seat:
        """A seat in a team of its own, with an empty ledger."""
        jit = clock.new_id()
        seat = replace(self.seat, jit=jit, ledger_origin=f"bench/jits/{jit}/0")
        await self.admin.execute(
            "insert into jits (id, name, reference, agreement_signed_on, time_zone, state, ledger_origin, founded_at)"
            " values ($1, 'x', 'x', now(), 'UTC', 'operational', $2, now())",
            jit,
            seat.ledger_origin,
        )
        await self.admin.execute("insert into trees (jit, size, edge) values ($1, 0, '')", jit)
        return seat

    async def size(self, seat: Seat) -> int:
        """How many entries have their position."""
        return int(await self.admin.fetchval("select size from trees where jit = $1", seat.jit))

    async def demand_sound(self, seat: Seat) -> None:
        """No gap, and the root of exactly these rows."""
        rows = await self.admin.fetch(
            "select p.position, e.commitment from positions p join entries e on e.id = p.entry"
            " where p.jit = $1 order by p.position",
            seat.jit,
        )
        size = await self.size(seat)
        assert [row["position"] for row in rows] == list(range(size))
        async with self.database.engine() as session:
            root = await nodes.root(session, seat.jit, size)
        assert root == merkle.root(merkle.leaf_hash(row["commitment"]) for row in rows)

    async def append(self, seats_of: Sequence[Seat]) -> float:
        """Entries in a second: `_APPENDERS` at once, until the last has its position."""
        before = sum([await self.size(seat) for seat in dict.fromkeys(seats_of)])
        started = time.perf_counter()
        await asyncio.gather(*(self._appender(seats_of[at % len(seats_of)]) for at in range(_APPENDERS)))
        while await self.admin.fetchval("select exists (select from pending)"):  # noqa: ASYNC110 - nobody announces it
            await asyncio.sleep(0.001)
        taken = time.perf_counter() - started
        assert sum([await self.size(seat) for seat in dict.fromkeys(seats_of)]) == before + _APPENDERS * _EACH
        return _APPENDERS * _EACH / taken

    async def _appender(self, seat: Seat) -> None:
        for _ in range(_EACH):
            async with self.database.writing(seat.requester) as session:
                await journal.append(session, seat, _fact())

    async def delays(self, seat: Seat) -> list[float]:
        """Seconds from an entry's commit until its position is told, under the same load."""
        committed: dict[UUID, float] = {}
        told: list[float] = []
        async with following.news(self.database, {sequencer.CHANNEL: lambda: told.append(time.perf_counter())}):
            first = await self.size(seat)

            async def appender() -> None:
                for _ in range(_EACH):
                    async with self.database.writing(seat.requester) as session:
                        (one,) = await journal.append(session, seat, _fact())
                    committed[one.id] = time.perf_counter()

            await asyncio.gather(*(appender() for _ in range(_APPENDERS)))
            while await self.size(seat) < first + len(committed):  # noqa: ASYNC110
                await asyncio.sleep(0.001)
            rows = await self.admin.fetch(
                "select xmin::text as batch, entry from positions where jit = $1 and position >= $2 order by position",
                seat.jit,
                first,
            )
            # A batch is one transaction, which tells once; what transactions tell is heard in the order of their commits.
            batches = [[row["entry"] for row in batch] for _, batch in itertools.groupby(rows, itemgetter("batch"))]
            while len(told) < len(batches):  # noqa: ASYNC110 - the last is on its way
                await asyncio.sleep(0.001)
        return [max(0.0, at - committed[one]) for at, batch in zip(told, batches, strict=True) for one in batch]

    async def bare(self, seat: Seat) -> float:
        """The same rows by asyncpg alone, in transactions of one statement each."""
        binds = [[_binds(seat) for _ in range(_EACH)] for _ in range(_APPENDERS)]
        pool = await asyncpg.create_pool(self.url, min_size=_APPENDERS, max_size=_APPENDERS)
        try:

            async def appender(mine: list[tuple[Any, ...]]) -> None:
                async with pool.acquire() as connection:
                    for bind in mine:
                        async with connection.transaction():
                            await connection.execute(_SAY_WHO, *_asking(seat))
                            await connection.execute(_BARE, *bind)

            started = time.perf_counter()
            await asyncio.gather(*map(appender, binds))
            taken = time.perf_counter() - started
            count = await self.admin.fetchval("select count(*) from entries where jit = $1", seat.jit)
            assert count % (_APPENDERS * _EACH) == 0
        finally:
            await pool.close()
        return _APPENDERS * _EACH / taken

    async def fill(self, seat: Seat, count: int) -> None:
        """So many entries of the log, placed in batches, and published."""
        for start in range(0, count, _CHUNK):
            batch = [
                (clock.new_id(), hashlib.sha256(at.to_bytes(8)).digest())
                for at in range(start, min(count, start + _CHUNK))
            ]
            ids, commitments = zip(*batch, strict=True)
            async with self.database.engine() as session:
                binds = {"jit": seat.jit, "ids": list(ids), "commitments": list(commitments)}
                await session.execute(_ENTRIES, binds)
                tree = (await session.execute(_TREE, {"jit": seat.jit})).one()
                await growth.write(session, [await growth.of(session, seat.jit, tree.size, tree.edge, batch)])
        await self.admin.execute(
            "insert into checkpoints (jit, size, edge, note, occasion, at) values ($1, $2, '', '', 'clock', now())",
            seat.jit,
            count,
        )
        await self.admin.execute("analyze entries, positions, tiles, checkpoints")

    async def prove(self, seat: Seat, size: int) -> float:
        """Milliseconds for a proof: a snapshot, the guard's settings, the tiles, the path; the median of many."""
        chance = random.Random(size)  # noqa: S311 - the same positions each time
        taken = []
        async with self.database.engine() as session:
            root = await nodes.root(session, seat.jit, size)
        for _ in range(_PROOFS):
            position = chance.randrange(size)
            started = time.perf_counter()
            async with self.database.reading(seat.requester) as session:
                leaf, path = await nodes.inclusion(session, seat.jit, position, size)
            taken.append((time.perf_counter() - started) * 1000)
            assert leaf == merkle.leaf_hash(hashlib.sha256(position.to_bytes(8)).digest())
            merkle.verify_inclusion(leaf, position, size, path, root)
        return statistics.median(taken)


@asynccontextmanager
async def at_work(place: Place, built: world.World) -> AsyncIterator[Bench]:
    """The Netherlands' leader in a team, with a sequencer beside; no server may be running on that database."""
    url = make_url(built.urls.app)
    host, name = str(url.query["host"]), str(url.database)
    admin = await asyncpg.connect(host=str(place.cluster.socket_folder), user="postgres", database=name)
    async with Database(built.urls.app, built.urls.engine, pool=_APPENDERS) as database:
        person = Person(built.accounts["NL"], clock.new_id(), "", "Leader NL", may_found=True, by_token=False)
        async with database.writing() as session:
            seat = await seats.take(session, person, built.jit)
        assert seat is not None
        bench = Bench(database, Sequencer(database), admin, seat, f"postgresql://liaison_app@/{name}?host={host}")
        database.on_appended = bench.loop.wake
        settle()
        running = asyncio.create_task(bench.loop.run())
        try:
            yield bench
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await admin.close()


async def rows(place: Place, wanted: frozenset[int]) -> AsyncIterator[Row]:
    """Row 7: rate, delay, many ledgers. Row 8: proof and append at a million entries."""
    built = await world.build(place, "ledger", 0, state="ledger")
    async with at_work(place, built) as bench:
        for number, measure in ((7, _appending), (8, _large)):
            if number in wanted:
                async for row in measure(bench):
                    yield row
    place.drop("ledger")


async def _appending(bench: Bench) -> AsyncIterator[Row]:
    one, bare, many = await bench.ledger(), await bench.ledger(), [await bench.ledger() for _ in range(_LEDGERS)]
    pair = await paired(partial(bench.append, [one]), partial(bench.bare, bare))
    await bench.demand_sound(one)
    yield Row.at_least(7, "append, 32 appenders, one JIT", pair.ours, pair.reference, unit="/s", goal=0.35, beyond=0.6)
    delay = percentile(await bench.delays(one), 0.99) * 1000
    yield Row.limit(7, "commit to position, p99", delay, unit="ms", goal=60)
    pair = await paired(partial(bench.append, many), partial(bench.append, [one]))
    for seat in many[:3]:
        await bench.demand_sound(seat)
    yield Row.at_least(7, "64 JITs at once against one", pair.ours, pair.reference, unit="/s", goal=0.95)


async def _large(bench: Bench) -> AsyncIterator[Row]:
    small, large = await bench.ledger(), await bench.ledger()
    await bench.fill(small, _SMALL)
    await bench.fill(large, _LARGE)
    proofs: tuple[Callable[[], Awaitable[float]], ...] = (
        partial(bench.prove, large, _LARGE),
        partial(bench.prove, small, _SMALL),
    )
    pair = await paired(*proofs)
    yield Row.at_most(8, "inclusion proof, 1 M entries against 1 K", pair.ours, pair.reference, unit="ms", goal=1.5)
    pair = await paired(partial(bench.append, [large]), partial(bench.append, [small]))
    await bench.demand_sound(small)
    yield Row.at_least(8, "append, 1 M entries against 1 K", pair.ours, pair.reference, unit="/s", goal=0.9)


def _fact() -> PartyAdded:
    return PartyAdded(party=clock.new_id(), code="XX", name="A party", party_kind="organisation", authorities=[])


def _asking(seat: Seat) -> tuple[str, ...]:
    said = seat.requester.settings()
    return tuple(said[name] for name in ("account", "jit", "party", "authority", "seat", "roles"))


def _binds(seat: Seat) -> tuple[Any, ...]:
    entry, raw = clock.new_id(), bytes(32)
    return (
        entry,
        seat.jit,
        hashlib.sha256(entry.bytes).digest(),
        seat.code,
        seat.party,
        seat.party_code,
        clock.now(),
        raw,
        b"x" * 560,
        [f"field{at}" for at in range(5)],
        [raw] * 5,
        ['"some value of a field"'] * 5,
    )


_SAY_WHO: Final = (
    "select set_config('app.account', $1, true), set_config('app.jit', $2, true), set_config('app.party', $3, true),"
    " set_config('app.authority', $4, true), set_config('app.seat', $5, true), set_config('app.roles', $6, true)"
)
_BARE: Final = """
    with entry as (insert into entries (id, jit, commitment) values ($1, $2, $3)),
    header as (insert into headers (entry, jit, kind, subject, seat, party, party_code, at)
               values ($1, $2, 'party.added', '{}', $4, $5, $6, $7)),
    body as (insert into bodies (entry, jit, salt, canonical) values ($1, $2, $8, $9)),
    audience as (insert into entry_audience (entry, jit, level) values ($1, $2, 1))
    insert into fields (entry, jit, name, salt, value, readers)
    select $1, $2, f.name, f.salt, f.value, 'audience' from unnest($10::text[], $11::bytea[], $12::text[]) as f (name, salt, value)
"""
_ENTRIES: Final = text(
    "insert into entries (id, jit, commitment) select w.id, :jit, w.c from unnest(:ids, :commitments) as w (id, c)"
).bindparams(bindparam("ids", type_=ARRAY(Uuid)), bindparam("commitments", type_=ARRAY(LargeBinary)))
_TREE: Final = text("select size, edge from trees where jit = :jit")
