"""What each database role may do with tiles, alarms and the recomputation: a stolen connection learns and changes no more."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import pytest
from sqlalchemy.engine import make_url

from app.ledger import alarms
from tests.support.databases.superuser import as_superuser
from tests.support.ledgers.bare_ledger import BareLedger


@asynccontextmanager
async def connected(bare_ledger: BareLedger, role: str) -> AsyncIterator[asyncpg.Connection]:
    """As the role, asking in the team of the ledger where row-level security wants to know."""
    url = make_url(bare_ledger.urls.app)
    connection = await asyncpg.connect(host=str(url.query["host"]), user=role, database=url.database)
    try:
        await connection.execute("select set_config('app.jit', $1, false)", str(bare_ledger.ledger.jit))
        yield connection
    finally:
        await connection.close()


async def fill(bare_ledger: BareLedger) -> int:
    """A published size, and a full tile behind it."""
    await bare_ledger.publisher().publish(bare_ledger.ledger, "export")
    size = (await bare_ledger.tree()).size
    await bare_ledger.append(260)
    await bare_ledger.sequence()
    return size


@pytest.mark.parametrize("role", ["liaison_app", "liaison_engine", "liaison_owner", "postgres"])
async def test_nobody_changes_a_tile(bare_ledger: BareLedger, role: str) -> None:
    await fill(bare_ledger)
    async with as_superuser(bare_ledger.database) as superuser:
        before = await superuser.fetch("select * from tiles order by level, number")
    assert len(before) == 2
    async with connected(bare_ledger, role) as connection:
        for statement in (
            "update tiles set hashes = hashes",
            "delete from tiles",
            "truncate tiles",
            "insert into tiles values (gen_random_uuid(), 0, 0, '', null)",
        ):
            try:
                done = await connection.execute(statement)
            except asyncpg.PostgresError:
                continue
            assert (role, done[-2:]) == ("liaison_owner", " 0"), statement
    async with as_superuser(bare_ledger.database) as superuser:
        assert await superuser.fetch("select * from tiles order by level, number") == before


async def test_the_application_reads_to_the_published_size_of_its_own_team(bare_ledger: BareLedger) -> None:
    size = await fill(bare_ledger)
    other = await bare_ledger.second_ledger()
    await bare_ledger.fill(other, 256)
    async with connected(bare_ledger, "liaison_app") as application:

        async def between(jit: Any, first: int, behind: int) -> bytes:
            return bytes(await application.fetchval("select commitments_between($1, $2, $3)", jit, first, behind))

        assert await application.fetchval("select count(*) from tiles") == 0
        assert len(await between(bare_ledger.ledger.jit, 0, 1000)) == 32 * size
        assert await between(bare_ledger.ledger.jit, size, 1000) == b""
        assert await between(other.jit, 0, 256) == b""
        await bare_ledger.publisher().publish(bare_ledger.ledger, "export")
        assert await application.fetchval("select count(*) from tiles") == 2
        await application.execute("select set_config('app.jit', '', false)")
        assert await between(bare_ledger.ledger.jit, 0, 1000) == b""
        assert await application.fetchval("select count(*) from tiles") == 0


async def test_details_and_the_recomputation_are_the_engines(bare_ledger: BareLedger) -> None:
    async with bare_ledger.database.engine() as session:
        await alarms.sound(session, bare_ledger.ledger.jit, "signing", "a detail")
    async with connected(bare_ledger, "liaison_app") as application:
        assert await application.fetchval("select what from alarms") == "signing"
        for statement in (
            "select detail from alarms",
            "delete from alarms",
            "update alarms set since = now()",
            "select position from recomputations",
            "select * from differing((select id from jits limit 1), 0, 10)",
        ):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await application.execute(statement)


async def test_the_recomputation_opens_no_content(bare_ledger: BareLedger) -> None:
    """Not to the engine that asks for it, and not to the owner afterwards."""
    await bare_ledger.sequence()
    async with connected(bare_ledger, "liaison_engine") as engine, engine.transaction():
        assert await engine.fetch("select * from differing($1, 0, 5)", bare_ledger.ledger.jit) == []
        assert await engine.fetchval("select current_setting('app.recomputing', true)") == "off"
        for statement in ("select canonical from bodies", "select value from fields"):
            part = engine.transaction()
            await part.start()
            await engine.execute("select set_config('app.recomputing', 'on', true)")
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await engine.execute(statement)
            await part.rollback()
    async with connected(bare_ledger, "liaison_owner") as owner:
        assert await owner.fetchval("select count(*) from bodies") == 0
        assert await owner.fetchval("select count(*) from fields") == 0
