"""The SQL of docs/operations.md makes roles and a database on which this version migrates, on a PostgreSQL with nothing of ours."""

import asyncio
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from app import database, embedded
from app.embedded import place, server
from tests.support import repository

SQL = re.compile(r"^```sql\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def bare() -> Iterator[embedded.Cluster]:
    """A server as initdb leaves it: one superuser, no role and no database of ours."""
    folder = Path(tempfile.mkdtemp(prefix="liaison-test-"))
    where = place.settle(folder)
    settings = {"listen_addresses": "", "fsync": "off"}
    with (folder / "lock").open("w") as lock:
        cluster = embedded.Cluster(where, server.serve(where, settings), lock)
        yield cluster
        cluster.stop()
    shutil.rmtree(folder)


async def test_sql_of_operations_page_makes_a_database_that_the_server_accepts(bare: embedded.Cluster) -> None:
    (block,) = SQL.findall((repository.ROOT / "docs" / "operations.md").read_text())
    server.psql(bare.place, block)
    for role, url in bare.urls._asdict().items():
        connection = await asyncpg.connect(url.replace("+asyncpg", ""))
        superuser = "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"
        assert await connection.fetchval(superuser) is False
        memberships = await connection.fetchval(
            "select count(*) from pg_auth_members where member = current_user::regrole"
        )
        assert memberships == 0, role
        await connection.close()
    for _ in range(2):  # as every start does
        await asyncio.to_thread(database.migrate, bare.urls.owner)
