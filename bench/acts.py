"""Rows 6 and 17: openings and registrations at sixteen clients, in a team of a million exhibits.

The peer is bare FastAPI + asyncpg inserting one row and committing (`peers/bare.py`); an opening is also held against its own
statements, run by asyncpg without the program (`replay.py`). A figure counts only if each answer stands in the ledger, has
its position, and was told to a listener of another country. Deliberately not here: growth (row 14).
"""

import asyncio
import itertools
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

import asyncpg

from app import clock
from bench import replay, stock, world
from bench.harness import Row, paired
from bench.listen import Listener
from bench.load import Load, hammer, in_turn, request
from bench.place import Place, Running, free_port

NUMBERS: Final = (6, 17)
CLIENTS: Final = 16
_SECONDS: Final = 1.5
_ROUNDS: Final = 3
_SMALL: Final = 10_000


async def rows(place: Place, wanted: frozenset[int]) -> AsyncIterator[Row]:
    """Openings, then registrations."""
    made = await stock.pool(place, place.million)
    owner = await stock.connect(place, made)
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "bench.peers.bare:app", "--port", str(port), "--no-access-log"]
    at = {"BARE_HOST": str(place.cluster.socket_folder), "BARE_DATABASE": stock.name_of(made)}
    peer = place.run(command, port, at, ready="/nothing")
    if 6 in wanted:
        async for row in _openings(place, made, owner, peer):
            yield row
        async for row in _against_statements(place):
            yield row
    if 17 in wanted:
        async for row in _registrations(place, made, owner, peer):
            yield row
    peer.stop()
    await owner.close()


async def _bare(peer: Running, made: world.World) -> float:
    """Rows inserted and committed in a second by the peer."""
    said = {"exhibit": str(made.exhibits[-1]), "who": "DE-01", "why": "Comparison of the log"}
    message = request("POST", peer.port, "/acts", body=said)
    return (await hammer(peer.port, message, clients=CLIENTS, seconds=_SECONDS, expected=201)).rate


@asynccontextmanager
async def recorded(owner: asyncpg.Connection, made: world.World, kind: str) -> AsyncIterator[Callable[[Load], None]]:
    """Demand, at the end, that the ledger has a sequenced entry of this kind for every answer that was told of."""
    answers: list[int] = []
    count = "select count(*) from headers h join positions p on p.entry = h.entry where h.jit = $1 and h.kind = $2"
    before = await owner.fetchval(count, made.jit, kind)
    yield lambda load: answers.append(len(load.latencies))
    async with asyncio.timeout(30):
        while await owner.fetchval("select exists (select from pending where jit = $1)", made.jit):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    seen = await owner.fetchval(count, made.jit, kind) - before
    assert seen == sum(answers) > 0, f"{sum(answers)} answers of {kind}, {seen} entries"


async def _openings(place: Place, made: world.World, owner: asyncpg.Connection, peer: Running) -> AsyncIterator[Row]:
    server = place.serve(made.urls, made.state)
    messages = [stock.opening(made, server.port, exhibit) for exhibit in stock.readable(made)]
    async with recorded(owner, made, "evidence.opened") as told:

        async def ours() -> float:
            load = await hammer(server.port, in_turn(messages), clients=CLIENTS, seconds=_SECONDS, expected=201)
            told(load)
            return load.rate

        pair = await paired(ours, lambda: _bare(peer, made), rounds=_ROUNDS)
    yield Row.at_least(
        6, "opening, 16 clients, against a bare insert", pair.ours, pair.reference, unit="/s", goal=0.12, beyond=0.3
    )
    server.stop()


async def _against_statements(place: Place) -> AsyncIterator[Row]:
    """At ten thousand exhibits. The statements run in a database of their own, where what they forge harms no ledger."""
    made, forged = await stock.pool(place, _SMALL), await stock.own_pool(place, "forged", _SMALL)
    statements = await replay.record(stock.settings(place, forged), _posts(forged), expected=201)
    address = f"postgresql://liaison_app@/forged?host={place.cluster.socket_folder}"
    server = place.serve(made.urls, made.state)
    messages = [stock.opening(made, server.port, exhibit) for exhibit in stock.readable(made)]

    async def ours() -> float:
        return (await hammer(server.port, in_turn(messages), clients=CLIENTS, seconds=_SECONDS, expected=201)).rate

    pair = await paired(ours, lambda: replay.again(statements, address, _SECONDS), rounds=_ROUNDS)
    server.stop()
    place.drop("forged")
    note = f"{len(statements[0].statements)} statements"
    yield Row.at_least(
        6, "opening, against its own statements bare", pair.ours, pair.reference, unit="/s", goal=0.6, note=note
    )


def _posts(made: world.World) -> list[tuple[str, str, dict[str, Any]]]:
    said = {"act": "open", "purpose": "JIT_PURPOSE", "justification": "Comparison of the log", "acknowledged": True}
    paths = [made.path(f"/evidence/{exhibit}/openings") for exhibit in stock.readable(made)[:CLIENTS]]
    return [(path, made.cookies["DE"], said) for path in paths]


_NUMBERS = itertools.count()


def registration(made: world.World, port: int) -> bytes:
    """The Netherlands registers an exhibit and releases it to everybody."""
    said = {
        "title": f"Laptop {next(_NUMBERS)} of Rotterdam", "kind": "image", "category": "disk_image",
        "acquired_at": clock.rfc3339(clock.now()), "acquired_by": "Team Digital Rotterdam", "place": "Rotterdam",
        "legal_basis": "Art. 94 Sv", "privilege_checked": True, "releases": [{"party": code, "level": "held"} for code in ("DE", "FR", "ES")],
    }  # fmt: skip
    return stock.write(made, "NL", port, "/evidence", said)


async def _registrations(
    place: Place, made: world.World, owner: asyncpg.Connection, peer: Running
) -> AsyncIterator[Row]:
    server = place.serve(made.urls, made.state)
    whole = Load(0.0)

    async def ours(clients: int = CLIENTS) -> Load:
        load = await hammer(
            server.port, lambda: registration(made, server.port), clients=clients, seconds=_SECONDS, expected=201
        )
        told(load)
        whole.latencies += load.latencies if clients == CLIENTS else []
        return load

    async def rate() -> float:
        return (await ours()).rate

    async with (
        Listener.opened(server.port, made, "DE") as listener,
        recorded(owner, made, "evidence.registered") as told,
    ):
        alone = await ours(clients=1)
        pair = await paired(rate, lambda: _bare(peer, made), rounds=_ROUNDS)
        await listener.heard("evidence.registered", len(whole.latencies) + len(alone.latencies))
    yield Row.at_least(
        17, "register with releases, 16 clients", pair.ours, pair.reference, unit="/s", goal=0.15, beyond=0.3
    )
    what, p99, p50 = "register: p99 at 16 clients against p50 at one", whole.at(0.99) * 1000, alone.at(0.5) * 1000
    yield Row.at_most(17, what, p99, p50, unit="ms", goal=10)
    server.stop()
