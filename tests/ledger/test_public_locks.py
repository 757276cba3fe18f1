"""What each database role may do with tiles, alarms and the recomputation: a stolen connection learns and changes no more."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import pytest
from sqlalchemy.engine import make_url

from app.ledger import alarms
from tests.support.databases.superuser import as_superuser
from tests.support.ledgers.bare_ledger import Desk


@asynccontextmanager
async def connected(desk: Desk, role: str) -> AsyncIterator[asyncpg.Connection]:
    """As the role, asking in the desk's team where row-level security wants to know."""
    url = make_url(desk.urls.app)
    connection = await asyncpg.connect(host=str(url.query["host"]), user=role, database=url.database)
    try:
        await connection.execute("select set_config('app.jit', $1, false)", str(desk.ledger.jit))
        yield connection
    finally:
        await connection.close()


async def fill(desk: Desk) -> int:
    """A published size, and a full tile behind it."""
    await desk.publisher().publish(desk.ledger, "export")
    size = (await desk.tree()).size
    await desk.append(260)
    await desk.sequence()
    return size


@pytest.mark.parametrize("role", ["liaison_app", "liaison_engine", "liaison_owner", "postgres"])
async def test_nobody_changes_a_tile(desk: Desk, role: str) -> None:
    await fill(desk)
    async with as_superuser(desk.database) as superuser:
        before = await superuser.fetch("select * from tiles order by level, number")
    assert len(before) == 2
    async with connected(desk, role) as connection:
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
    async with as_superuser(desk.database) as superuser:
        assert await superuser.fetch("select * from tiles order by level, number") == before


async def test_the_application_reads_to_the_published_size_of_its_own_team(desk: Desk) -> None:
    size = await fill(desk)
    other = await desk.second_ledger()
    await desk.fill(other, 256)
    async with connected(desk, "liaison_app") as application:

        async def between(jit: Any, first: int, behind: int) -> bytes:
            return bytes(await application.fetchval("select commitments_between($1, $2, $3)", jit, first, behind))

        assert await application.fetchval("select count(*) from tiles") == 0
        assert len(await between(desk.ledger.jit, 0, 1000)) == 32 * size
        assert await between(desk.ledger.jit, size, 1000) == b""
        assert await between(other.jit, 0, 256) == b""
        await desk.publisher().publish(desk.ledger, "export")
        assert await application.fetchval("select count(*) from tiles") == 2
        await application.execute("select set_config('app.jit', '', false)")
        assert await between(desk.ledger.jit, 0, 1000) == b""
        assert await application.fetchval("select count(*) from tiles") == 0


async def test_details_and_the_recomputation_are_the_engines(desk: Desk) -> None:
    async with desk.database.engine() as session:
        await alarms.sound(session, desk.ledger.jit, "signing", "a detail")
    async with connected(desk, "liaison_app") as application:
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


async def test_the_recomputation_opens_no_content(desk: Desk) -> None:
    """Not to the engine that asks for it, and not to the owner afterwards."""
    await desk.sequence()
    async with connected(desk, "liaison_engine") as engine, engine.transaction():
        assert await engine.fetch("select * from differing($1, 0, 5)", desk.ledger.jit) == []
        assert await engine.fetchval("select current_setting('app.recomputing', true)") == "off"
        for statement in ("select canonical from bodies", "select value from fields"):
            part = engine.transaction()
            await part.start()
            await engine.execute("select set_config('app.recomputing', 'on', true)")
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await engine.execute(statement)
            await part.rollback()
    async with connected(desk, "liaison_owner") as owner:
        assert await owner.fetchval("select count(*) from bodies") == 0
        assert await owner.fetchval("select count(*) from fields") == 0
