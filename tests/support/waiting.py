"""Wait for conditions that no event announces."""

import asyncio
from collections.abc import Awaitable, Callable

from sqlalchemy import text

from app.database import Database

_WAITING = text(
    "select exists (select from pg_locks l join pg_stat_activity a using (pid)"
    " where not l.granted and a.datname = current_database())"
)


async def until(holds: Callable[[], Awaitable[bool]], *, within: float = 60) -> None:
    """Look again and again until it holds; `TimeoutError` if it never does."""
    async with asyncio.timeout(within):
        while not await holds():  # noqa: ASYNC110 - nobody announces it
            await asyncio.sleep(0.02)


async def until_somebody_waits(database: Database) -> None:
    """Until a transaction waits for another's lock."""

    async def waits() -> bool:
        async with database.engine() as session:
            return bool((await session.execute(_WAITING)).scalar_one())

    await until(waits, within=20)
