"""Rows 14 and 19: the same work in teams of 10,000, 100,000 and a million exhibits; the access check among many releases.

Each size has a database and a server of its own on one PostgreSQL, and their turns alternate, so that a noisy neighbour hits
all. What is compared is the time of one piece of work, smaller is better. Deliberately not here: how fast the work is.
"""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Final
from uuid import UUID

import asyncpg
from sqlalchemy import select

from app import clock, database
from app.access import seats
from app.access.seats import Person
from app.models import Evidence
from bench import ledger, stock, world
from bench.acts import recorded
from bench.harness import Measurement, Row, paired
from bench.listen import Listener
from bench.load import Client, hammer, in_turn, request
from bench.place import Place, Running

NUMBERS: Final = (14, 19)
_SMALL, _MIDDLE, _TEAM = 10_000, 100_000, 10
_ROUNDS: Final = 3
_SECONDS: Final = 0.8
_CLIENTS: Final = 16
_SOCKETS: Final = 20
_TOLD: Final = 15
_SEATS: Final = 1_000
_CHECKS: Final = 150


async def rows(place: Place, wanted: frozenset[int]) -> AsyncIterator[Row]:
    """Growth in the shared pools, then the access check."""
    if 14 in wanted:
        async for row in _growth(place):
            yield row
    if 19 in wanted:
        async for row in _access(place):
            yield row


@dataclass(frozen=True, slots=True)
class _Team:
    """A pool with its server."""

    made: world.World
    server: Running
    owner: asyncpg.Connection

    async def listing(self) -> float:
        """Milliseconds of a list of 50, at 16 clients, for a party that sees a tenth."""
        headers = {"Cookie": self.made.cookies["DE"]}
        message = request("GET", self.server.port, self.made.path("/evidence"), headers=headers)
        client = await Client.connect(self.server.port)
        assert len((await client.ask(message)).json()["items"]) == 50
        client.close()
        return 1000 / (await hammer(self.server.port, message, clients=_CLIENTS, seconds=_SECONDS)).rate

    async def opening(self) -> float:
        """Milliseconds of an opening, at 16 clients."""
        messages = [stock.opening(self.made, self.server.port, exhibit) for exhibit in stock.readable(self.made)]
        async with recorded(self.owner, self.made, "evidence.opened") as told:
            load = await hammer(self.server.port, in_turn(messages), clients=_CLIENTS, seconds=_SECONDS, expected=201)
            told(load)
        return 1000 / load.rate

    async def push(self) -> float:
        """Milliseconds from asking for an opening until the last of some sockets has read of it; the median of many."""
        taken = []
        client = await Client.connect(self.server.port)
        async with AsyncExitStack() as stack:
            sockets = [
                await stack.enter_async_context(Listener.opened(self.server.port, self.made, "NL"))
                for _ in range(_SOCKETS)
            ]
            for number, exhibit in enumerate(stock.readable(self.made)[:_TOLD], 1):
                began = time.perf_counter()
                answer = await client.ask(stock.opening(self.made, self.server.port, exhibit))
                assert answer.status == 201, answer.body
                heard = [await one.heard("evidence.opened", number) for one in sockets]
                taken.append((max(heard) - began) * 1000)
        client.close()
        return median(taken)


_WORKS: Final[tuple[tuple[str, Callable[[_Team], Awaitable[float]]], ...]] = (
    ("list of 50, 16 clients", _Team.listing),
    ("opening, 16 clients", _Team.opening),
    (f"push to {_SOCKETS} sockets", _Team.push),
)


async def _compared(measures: list[Measurement]) -> list[tuple[float, float]]:
    """In turn: for each but the first its median, and that of the first."""
    for each in measures:
        await each()
    seen = [[await each() for each in measures] for _ in range(_ROUNDS)]
    first = median(one[0] for one in seen)
    return [(median(one[at] for one in seen), first) for at in range(1, len(measures))]


def _rows(what: str, sizes: list[int], found: list[tuple[float, float]]) -> list[Row]:
    return [
        Row.at_most(14, f"{what}, {size:,} exhibits against {sizes[0]:,}", mine, first, unit="ms", goal=1.3)
        for size, (mine, first) in zip(sizes[1:], found, strict=True)
    ]


async def _growth(place: Place) -> AsyncIterator[Row]:
    sizes = sorted({_SMALL, _MIDDLE, place.million})
    pools = [await stock.pool(place, size) for size in sizes]
    async with AsyncExitStack() as stack:
        benches = [await stack.enter_async_context(ledger.at_work(place, made)) for made in pools]

        def appending(bench: ledger.Bench) -> Measurement:
            async def measured() -> float:
                return 1000 / await bench.append([bench.seat])

            return measured

        found = await _compared([appending(bench) for bench in benches])
    for row in _rows("append, 32 appenders", sizes, found):
        yield row
    teams = [_Team(made, place.serve(made.urls, made.state), await stock.connect(place, made)) for made in pools]
    for what, work in _WORKS:
        found = await _compared([partial(work, team) for team in teams])
        for row in _rows(what, sizes, found):
            yield row
    for team in teams:
        team.server.stop()
        await team.owner.close()


async def _access(place: Place) -> AsyncIterator[Row]:
    """May Germany read this exhibit: over HTTP, and the policies alone in SQL."""
    large, small = await stock.pool(place, _MIDDLE), await world.build(place, "small_team", _TEAM, state="small_team")
    counted = []
    for made, upto in ((large, _SEATS), (small, _TEAM)):
        owner = await stock.connect(place, made)
        await stock.add_seats(owner, made, upto)
        releases = await owner.fetchval("select count(*) from releases")
        counted.append(f"{releases:,} releases, {upto:,} seats")
        await owner.close()
    note = " against ".join(counted)
    servers = [place.serve(made.urls, made.state) for made in (large, small)]

    def over_http(server: Running, made: world.World) -> Measurement:
        headers = {"Cookie": made.cookies["DE"]}
        seen = request("GET", server.port, made.path(f"/evidence/{made.exhibits[0]}"), headers=headers)
        hidden = request("GET", server.port, made.path(f"/evidence/{made.exhibits[1]}"), headers=headers)

        async def measured() -> float:
            client = await Client.connect(server.port)
            assert (await client.ask(seen)).json()["id"] == str(made.exhibits[0])
            assert (await client.ask(hidden)).status == 404
            client.close()
            return 1000 * (await hammer(server.port, seen, clients=1, seconds=_SECONDS)).at(0.5)

        return measured

    pair = await paired(over_http(servers[0], large), over_http(servers[1], small))
    yield Row.at_most(
        19, "read one exhibit, one client, p50", pair.ours, pair.reference, unit="ms", goal=1.2, note=note
    )
    for server in servers:
        server.stop()
    async with stock.database_of(large, 2) as many, stock.database_of(small, 2) as few:
        pair = await paired(_in_sql(many, large), _in_sql(few, small))
    yield Row.at_most(19, "seat and policies alone, in SQL", pair.ours, pair.reference, unit="ms", goal=1.2, note=note)
    place.drop("small_team")


def _in_sql(at: database.Database, made: world.World) -> Measurement:
    """The seat taken and the exhibit looked for by key through its policies, in a snapshot each."""
    person = Person(made.accounts["DE"], clock.new_id(), "", "Leader DE", may_found=False, by_token=False)

    async def sees(exhibit: UUID) -> bool:
        async with at.reading() as session:
            assert await seats.take(session, person, made.jit) is not None
            return (await session.scalars(select(Evidence.id).where(Evidence.id == exhibit))).one_or_none() is not None

    async def measured() -> float:
        assert not await sees(made.exhibits[1])
        began = time.perf_counter()
        for _ in range(_CHECKS):
            assert await sees(made.exhibits[0])
        return (time.perf_counter() - began) / _CHECKS * 1000

    return measured
