"""Row 13: ten thousand exhibits with releases and entries, registered in bulk over HTTP, against COPY of the same rows.

The peer copies exactly the rows that were made, in PostgreSQL's binary form, into tables like theirs: the same columns, checks and
indexes on the same durable cluster, and neither foreign keys, triggers nor policies. A figure counts only if every exhibit
is there with its releases, its entries and their positions. Deliberately not here: registrations one by one (row 17).
"""

import asyncio
import io
import statistics
import time
from collections.abc import AsyncIterator
from typing import Any, Final
from uuid import UUID

import asyncpg

from app import clock
from bench import stock, world
from bench.harness import Row
from bench.load import Client
from bench.place import Place

NUMBERS: Final = (13,)
_EXHIBITS: Final = 10_000
_FEW: Final = 1_000
_REQUEST: Final = 500
_RELEASED: Final = ("DE", "FR", "ES")
_ROUNDS: Final = 3
#: Each table that a registration adds to, and how its rows are found from the new exhibits' ids.
_TABLES: Final = {
    "evidence": "id = any($1)",
    "releases": "evidence = any($1)",
    "provenances": "evidence = any($1)",
    "chains": "evidence = any($1)",
    "headers": "evidence = any($1)",
    "entries": "id in (select entry from headers where evidence = any($1))",
    "bodies": "entry in (select entry from headers where evidence = any($1))",
    "fields": "entry in (select entry from headers where evidence = any($1))",
    "entry_audience": "entry in (select entry from headers where evidence = any($1))",
    "positions": "entry in (select entry from headers where evidence = any($1))",
}


async def rows(place: Place, _wanted: frozenset[int]) -> AsyncIterator[Row]:
    """One figure: seconds for all of them."""
    count = _EXHIBITS if place.million >= 1_000_000 else _FEW
    made = await stock.pool(place, _EXHIBITS)
    owner = await stock.connect(place, made)
    server = place.serve(made.urls, made.state)
    client = await Client.connect(server.port)
    await _register(client, server.port, made, _REQUEST)  # not counted: the first of everything
    began = time.perf_counter()
    ids = [one for _ in range(count // _REQUEST) for one in await _register(client, server.port, made, _REQUEST)]
    seconds = time.perf_counter() - began
    await _demand_whole(owner, made, ids)
    copied = statistics.median([await _copy(owner, ids) for _ in range(_ROUNDS)])
    note = f"{count:,} exhibits, {len(_RELEASED)} releases each, {_REQUEST} a request"
    yield Row.at_most(13, "register in bulk, against COPY", seconds, copied, unit="s", goal=20, beyond=10, note=note)
    client.close()
    server.stop()
    await owner.close()


async def _register(client: Client, port: int, made: world.World, count: int) -> list[UUID]:
    items = [_item(number) for number in range(count)]
    answer = await client.ask(stock.write(made, "NL", port, "/evidence/bulk", {"items": items}))
    assert answer.status == 201, answer.body
    return [UUID(one["id"]) for one in answer.json()["items"]]


def _item(number: int) -> dict[str, Any]:
    return {
        "title": f"Phone {number} of Rotterdam", "kind": "image", "category": "phone_extraction",
        "acquired_at": clock.rfc3339(clock.now()), "acquired_by": "Team Digital Rotterdam", "place": "Rotterdam",
        "legal_basis": "Art. 94 Sv", "privilege_checked": True, "releases": [{"party": code, "level": "held"} for code in _RELEASED],
    }  # fmt: skip


async def _demand_whole(owner: asyncpg.Connection, made: world.World, ids: list[UUID]) -> None:
    async with asyncio.timeout(60):
        while await owner.fetchval("select exists (select from pending where jit = $1)", made.jit):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    each = 1 + len(_RELEASED)
    for table, expected in (("evidence", 1), ("releases", each), ("headers", each), ("positions", each)):
        found = await owner.fetchval(f"select count(*) from {table} where {_TABLES[table]}", ids)  # noqa: S608
        assert found == expected * len(ids), f"{found} rows of {table} for {len(ids)} exhibits"


async def _copy(owner: asyncpg.Connection, ids: list[UUID]) -> float:
    """Seconds that COPY needs for these rows, all tables in one transaction."""
    await owner.execute("create schema copied")
    taken = {table: await _take(owner, table, ids) for table in _TABLES}
    began = time.perf_counter()
    async with owner.transaction():
        for table, (columns, data) in taken.items():
            data.seek(0)
            await owner.copy_to_table(table, schema_name="copied", source=data, columns=columns, format="binary")
    seconds = time.perf_counter() - began
    for table in _TABLES:
        found = await owner.fetchval(f"select count(*) from copied.{table}")  # noqa: S608
        assert found > 0, table
    await owner.execute("drop schema copied cascade")
    return seconds


async def _take(owner: asyncpg.Connection, table: str, ids: list[UUID]) -> tuple[list[str], io.BytesIO]:
    """The rows as COPY writes them, and an empty table like theirs."""
    await owner.execute(f"create table copied.{table} (like public.{table} including all)")
    columns = [
        row["attname"]
        for row in await owner.fetch(
            "select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped"
            " and attgenerated = '' and attidentity = '' order by attnum",
            f"public.{table}",
        )
    ]
    data = io.BytesIO()
    query = f"select {', '.join(columns)} from public.{table} where {_TABLES[table]}"  # noqa: S608
    await owner.copy_from_query(query, ids, output=data, format="binary")
    return columns, data
