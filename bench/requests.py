"""Row 25: a hundred thousand open legal requests with deadlines: lists, pending actions and the poll of the job.

The reference is the same with a thousand requests, in a database of its own on the same PostgreSQL. All requests are of one
party, none is due, and one in five hundred has a deadline within a week. Deliberately not here: what one request costs.
"""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from typing import Final

import asyncpg

from app.services.requests.deadlines import jobs as deadline_jobs
from bench import stock, world
from bench.harness import Row, paired
from bench.load import Client, request
from bench.place import Place, settle

NUMBERS: Final = (25,)
_MANY: Final = 100_000
_FEW: Final = 1_000
_TIMES: Final = 20
_GOAL: Final = 1.3
_PATHS: Final = (
    ("list by next deadline", "/requests?open=true&sort=deadline&limit=50"),
    ("list, newest first", "/requests?open=true&limit=50"),
    ("expiring data", "/requests/expiring?limit=50"),
)
_REQUESTS: Final = """
    insert into requests (id, jit, party, number, direction, instrument, country, state, since_at, urgent, created_by, created_at)
    select gen_random_uuid(), $1, $2, 'NL-RQ-' || n, 'out', case n % 2 when 0 then 'MLA_LOR' else 'BUDAPEST_29' end,
           'US', 'SENT', now() - interval '1 day', false, $3, now() - interval '1 day' from generate_series(1, $4::int) n
"""
_CONTENTS: Final = """
    insert into request_contents (request, jit, party, title, zone, facts, updated_at)
    select id, jit, party, 'Request ' || number, 'America/New_York', 'Sign-ins to the panel.', created_at from requests
"""
_ITEMS: Final = """
    insert into request_items (id, jit, request, party, place, kind, data_category, identifier_kind, identifier, state, since_at)
    select gen_random_uuid(), jit, id, party, 1, 'data', 'SUBSCRIBER', 'ip', '203.0.113.7',
           case instrument when 'BUDAPEST_29' then 'preserved' else 'open' end, created_at from requests
"""
_DEADLINES: Final = """
    insert into request_deadlines (id, jit, request, item, party, rule, duration, basis, minimum, rolls, pauses, lapses, zone,
                                   verified, begins_at, due_at, extended, alarm_at, started_at)
    select gen_random_uuid(), i.jit, i.request, i.id, i.party, 'preservation', 'P90D', 'calendar', false, false, false,
           i.state = 'preserved', 'America/New_York', false, i.since_at, due.at, false, due.at - interval '1 hour', i.since_at
      from (select *, row_number() over (order by id) as n from request_items) i
      cross join lateral (select now() + case when n % 500 = 0 then interval '5 days' else interval '20 days' end
                                  + n * interval '1 second' as at) due
"""


async def rows(place: Place, _wanted: frozenset[int]) -> AsyncIterator[Row]:
    """The lists over HTTP, then one poll of the job."""
    many, few = await _pool(place, _MANY), await _pool(place, _FEW)
    servers = {id(made): place.serve(made.urls, made.state) for made in (many, few)}
    for what, path in _PATHS:

        async def listed(made: world.World, path: str = path) -> float:
            port = servers[id(made)].port
            return await _milliseconds(
                port, request("GET", port, made.path(path), headers={"Cookie": made.cookies["NL"]})
            )

        pair = await paired(partial(listed, many), partial(listed, few))
        yield Row.at_most(25, what, pair.ours, pair.reference, unit="ms", goal=_GOAL)
    for server in servers.values():
        server.stop()
    async with stock.database_of(many, 2) as theirs, stock.database_of(few, 2) as reference:
        pair = await paired(
            _timed(partial(deadline_jobs.warn_due, theirs)), _timed(partial(deadline_jobs.warn_due, reference))
        )
    yield Row.at_most(25, "poll of the deadline job, none due", pair.ours, pair.reference, unit="ms", goal=_GOAL)


async def _pool(place: Place, size: int) -> world.World:
    """A team of which one party has so many open requests, each with a deadline."""
    name = f"requests_{size}"
    made = await world.build(place, name, 0, state=name)
    owner: asyncpg.Connection = await stock.connect(place, made)
    await owner.execute("set session_replication_role = replica")  # no triggers: the rows are right
    await owner.execute(_REQUESTS, made.jit, made.parties["NL"], made.seats["NL"], size)
    for statement in (_CONTENTS, _ITEMS, _DEADLINES):
        await owner.execute(statement)
    for table in ("requests", "request_contents", "request_items", "request_deadlines"):
        await owner.execute(f"vacuum analyze {table}")
    await owner.close()
    await settle()
    return made


async def _milliseconds(port: int, message: bytes) -> float:
    """Return the milliseconds of one answer with fifty lines, on average."""
    client = await Client.connect(port)
    answer = await client.ask(message)
    assert len(answer.json()["items"]) == 50, answer.body[:300]
    began = time.perf_counter()
    for _ in range(_TIMES):
        await client.ask(message)
    spent = time.perf_counter() - began
    client.close()
    return spent / _TIMES * 1000


def _timed(work: Callable[[], Awaitable[int]]) -> Callable[[], Awaitable[float]]:
    async def measured() -> float:
        began = time.perf_counter()
        for _ in range(_TIMES):
            assert await work() == 0
        return (time.perf_counter() - began) / _TIMES * 1000

    return measured
