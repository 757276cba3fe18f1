"""Alembic's entry: runs revisions as the owner role, one transaction a revision, with a lock timeout in each."""

import asyncio

from alembic import context
from sqlalchemy import URL, Connection, pool, text
from sqlalchemy.ext.asyncio import create_async_engine

from app import schema
from app.connections import MIGRATING
from app.models import Table
from app.schema import seeds


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Table.metadata,
        transaction_per_migration=True,
        compare_server_default=True,
    )
    # Whoever begins to work with the database waits for the whole line of revisions, not for one (`app/connections.py`).
    connection.execute(text("select pg_advisory_lock(:key)"), {"key": MIGRATING})
    connection.commit()
    with context.begin_transaction():
        context.run_migrations()
    # The files of `app/schema` fit the tables of the newest revision alone.
    if set(context.get_context().get_current_heads()) == set(context.script.get_heads()):
        connection.exec_driver_sql("set local lock_timeout = '5s'")
        schema.apply(connection)
        seeds.sow(connection)


async def _online(url: URL | str) -> None:
    engine = create_async_engine(url, poolclass=pool.NullPool)
    try:
        async with engine.connect() as connection:
            await connection.run_sync(_run)
            await connection.commit()
    finally:
        await engine.dispose()


asyncio.run(_online(context.config.attributes["url"]))
