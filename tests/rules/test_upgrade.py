"""A database of the baseline with the demonstration's rows, brought to the newest revision.

`baseline-0103.sql.xz`: what `pg_dump --data-only --inserts` said of both demonstration teams at revision 0103.
"""

import asyncio
import lzma
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import asyncpg
from sqlalchemy import make_url

from app import database, embedded
from app.database import Database
from app.ledger.tree import recomputing

BASELINE: Final = "0103"
ROWS: Final = Path(__file__).parent / f"baseline-{BASELINE}.sql.xz"


@asynccontextmanager
async def superuser(urls: embedded.Urls) -> AsyncIterator[Any]:
    """A connection without row-level security, whose writes fire no trigger."""
    url = make_url(urls.owner)
    connection = await asyncpg.connect(host=str(url.query["host"]), user="postgres", database=url.database)
    try:
        await connection.execute("set session_replication_role = replica")
        yield connection
    finally:
        await connection.close()


#: How many rows some tables have, each of another part of the schema.
COUNTS: Final = """
select (select count(*) from jits) as teams, (select count(*) from evidence) as exhibits,
       (select count(*) from releases) as releases, (select count(*) from openings) as openings,
       (select count(*) from tasks) as tasks, (select count(*) from messages) as messages,
       (select count(*) from actions) as actions, (select count(*) from entries) as entries
"""


#: Two accounts that can sign in: a code of a team created the first when its person took the place, the command the other.
BY_CODE: Final = """
with chosen as (
  select p.*, row_number() over (order by p.account) as place
    from (select distinct on (account) account, id from members where state = 'seated' order by account, id limit 2) p),
 timed as (
  update members m set proposed_at = m.seated_at - interval '1 day' from chosen c where m.id = c.id
  returning c.account, c.place, m.seated_at)
update accounts a set demonstration = false, created_at = t.seated_at - (t.place - 1) * interval '2 days'
  from timed t where t.account = a.id returning a.id, t.place
"""


async def test_database_of_the_baseline_with_rows_is_upgraded_and_its_ledgers_recompute(
    cluster: embedded.Cluster,
) -> None:
    name = f"upgraded_{uuid4().hex}"
    urls = cluster.create_database(name)
    try:
        await asyncio.to_thread(database.migrate, urls.owner, BASELINE)
        async with superuser(urls) as connection:
            await connection.execute(lzma.decompress(ROWS.read_bytes()).decode())
            await connection.execute("set search_path to public")
            before = await connection.fetchrow(COUNTS)
            chosen = {row["place"]: row["id"] for row in await connection.fetch(BY_CODE)}
        assert all(before), "each of them has rows"

        await asyncio.to_thread(database.migrate, urls.owner)

        async with superuser(urls) as connection, Database(urls.app, urls.engine) as upgraded:
            assert await connection.fetchrow(COUNTS) == before
            by_code = await connection.fetch("select id from accounts where needs_code")
            assert (len(chosen), [row["id"] for row in by_code]) == (2, [chosen[1]])
            await connection.execute("delete from recomputations")
            while await recomputing.turn(upgraded):
                pass
            found = await connection.fetch("select found from recomputations where finished_at is not null")
            assert [row["found"] for row in found] == [None, None]
    finally:
        cluster.drop_database(name)
