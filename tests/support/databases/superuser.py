"""A superuser's connection, for acts that no role of the product may do: damage, or ending a connection."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from sqlalchemy import make_url

from app.database import Database
from tests.factories.team import Team


@asynccontextmanager
async def as_superuser(database: Database | Team) -> AsyncIterator[Any]:
    """A connection to the same database that no policy, grant or trigger need bind."""
    url = make_url((database.context.database if isinstance(database, Team) else database)._application.url)
    connection = await asyncpg.connect(host=str(url.query["host"]), user="postgres", database=url.database)
    try:
        yield connection
    finally:
        await connection.close()


async def damage(connection: Any, table: str, statement: str, *binds: object) -> None:
    """Change rows of a table that is insert-only, past its triggers."""
    await connection.execute(f"alter table {table} disable trigger insert_only")
    await connection.execute(statement, *binds)
    await connection.execute(f"alter table {table} enable always trigger insert_only")
