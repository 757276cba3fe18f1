"""Rows 3 to 5: the list of a million exhibits, over HTTP and in SQL alone, and its search.

The peer over HTTP is bare FastAPI + asyncpg returning 50 such rows by index (`peers/bare.py`); in SQL it is the raw indexed
query, and for the search the same function where row-level security does not bind. Deliberately not here: growth (row 14).
"""

import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from typing import Any, Final

import asyncpg

from app.database import ROW_BY_ROW
from app.services.evidence import exhibit_list
from bench import stock, world
from bench.harness import Row, paired
from bench.load import Client, hammer, request
from bench.place import Place, free_port

NUMBERS: Final = (3, 4, 5)
_SECONDS: Final = 1.0
_PERCENT: Final = {code: f"{100 / each:g} %" for code, each in world.SHARES.items()}
_RAW: Final = "select * from bare.exhibits order by id desc limit 50"
_LIST: Final = f"""
    select e.*, r.level from releases r join evidence e on e.jit = r.jit and e.id = r.evidence
     where r.jit = $1 and r.party = $2 and r.effective
       and {exhibit_list.LEVEL} > 0
     order by r.evidence desc limit 50
"""  # noqa: S608 - a constant of the product
_SEARCH: Final = """
    select * from search_pool($1, null, null, $2, null, null, null, null, null, null, null, null, null, null, 'newest', true, null, null, 50)
"""
#: The same question of every exhibit, by an index, as somebody whom no policy binds.
_UNBOUND: Final = """
    select id from evidence where jit = $1 and search_key like all ($2) and ($3::text is null or category = $3)
     order by id desc limit 50
"""
_ASKED: Final = (("a common word", ["disk"], None), ("a word and a category", ["rotterdam"], "financial"))


async def rows(place: Place, wanted: frozenset[int]) -> AsyncIterator[Row]:
    """Every share at 1 and 16 clients; then SQL; then the search at 10 %."""
    made = await stock.pool(place, place.million)
    host = str(place.cluster.socket_folder)
    owner = await stock.connect(place, made)
    if 3 in wanted:
        async for row in _over_http(place, made, host):
            yield row
    asker = await stock.connect(place, made, "liaison_app")
    if 4 in wanted:
        async for row in _in_sql(owner, asker, made):
            yield row
    if 5 in wanted:
        async for row in _search(owner, asker, made):
            yield row
    await owner.close()
    await asker.close()


async def _over_http(place: Place, made: world.World, host: str) -> AsyncIterator[Row]:
    server = place.serve(made.urls, made.state)
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "bench.peers.bare:app", "--port", str(port), "--no-access-log"]
    peer = place.run(command, port, {"BARE_HOST": host, "BARE_DATABASE": stock.name_of(made)}, ready="/nothing")
    theirs = request("GET", port, "/exhibits")
    for code, percent in _PERCENT.items():
        ours = request("GET", server.port, made.path("/evidence"), headers={"Cookie": made.cookies[code]})
        await _newest(server.port, ours, made, code)
        for clients in (1, 16):

            async def rate(at: int, message: bytes, clients: int = clients) -> float:
                return (await hammer(at, message, clients=clients, seconds=_SECONDS)).rate

            pair = await paired(
                partial(rate, server.port, ours),
                partial(rate, port, theirs),
                rounds=3,
            )
            what = f"list of 50, {percent} visible, {clients} client{'s' if clients > 1 else ''}"
            yield Row.at_least(3, what, pair.ours, pair.reference, unit="/s", goal=0.33, beyond=0.6)
    server.stop()
    peer.stop()


async def _newest(port: int, message: bytes, made: world.World, code: str) -> None:
    """The answer is right before it is fast: the newest that this party sees, in order."""
    client = await Client.connect(port)
    answer = await client.ask(message)
    client.close()
    each = world.SHARES[code]
    expected = [str(one) for one in made.exhibits[::each][-50:][::-1]]
    assert [one["id"] for one in answer.json()["items"]] == expected, answer.body[:300]


async def _ask_as(asker: asyncpg.Connection, made: world.World, code: str) -> None:
    await asker.execute("set jit = off")
    await asker.execute("set max_parallel_workers_per_gather = 0")
    await asker.execute(
        "select set_config('app.jit', $1, false), set_config('app.party', $2, false), set_config('app.seat', $3, false),"
        " set_config('app.account', $4, false), set_config('app.roles', '{leader,member}', false)",
        str(made.jit),
        str(made.parties[code]),
        str(made.seats[code]),
        str(made.accounts[code]),
    )
    for name, (_, value) in ROW_BY_ROW.items():  # as the product plans its list
        await asker.execute("select set_config($1, $2, false)", name, value)


def _timed(work: Callable[[], Awaitable[Any]], times: int) -> Callable[[], Awaitable[float]]:
    async def measured() -> float:
        began = time.perf_counter()
        for _ in range(times):
            await work()
        return (time.perf_counter() - began) / times * 1000

    return measured


async def _in_sql(owner: asyncpg.Connection, asker: asyncpg.Connection, made: world.World) -> AsyncIterator[Row]:
    raw = await owner.prepare(_RAW)
    for code, percent in _PERCENT.items():
        await _ask_as(asker, made, code)
        ours = await asker.prepare(_LIST)
        party = made.parties[code]
        found = await ours.fetch(made.jit, party)
        assert len(found) == min(50, -(-len(made.exhibits) // world.SHARES[code]))
        pair = await paired(
            _timed(partial(ours.fetch, made.jit, party), 100),
            _timed(raw.fetch, 100),
        )
        what = f"list of 50 in SQL, {percent} visible"
        yield Row.at_most(4, what, pair.ours, pair.reference, unit="ms", goal=5, beyond=2.5)


async def _search(owner: asyncpg.Connection, asker: asyncpg.Connection, made: world.World) -> AsyncIterator[Row]:
    await _ask_as(asker, made, "DE")
    ours, unbound = await asker.prepare(_SEARCH), await owner.prepare(_UNBOUND)
    for what, words, category in _ASKED:
        found = await ours.fetch(words, category)
        seen = {one for number, one in enumerate(made.exhibits) if number % world.SHARES["DE"] == 0}
        assert len(found) == 50
        assert {row["evidence"] for row in found} <= seen
        patterns = [f"%{word}%" for word in words]
        pair = await paired(
            _timed(partial(ours.fetch, words, category), 20),
            _timed(partial(unbound.fetch, made.jit, patterns, category), 20),
        )
        yield Row.at_most(5, f"search, {what}, 10 % visible", pair.ours, pair.reference, unit="ms", goal=3, beyond=1.5)
