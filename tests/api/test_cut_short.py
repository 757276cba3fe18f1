"""A request that is cut off at any moment leaves its connection whole, or nobody gets that connection again."""

import asyncio

from sqlalchemy import text

from app.database import Database
from tests.factories.team import Team

MOMENTS = 40


async def _ask(database: Database, *, writes: bool) -> None:
    """As requests do: first the driver, then SQLAlchemy."""
    async with database.writing() if writes else database.reading() as session:
        await session.fetch("select 1")
        await session.execute(text("select 2"))


async def test_whoever_comes_next_finds_no_transaction_of_another(team: Team) -> None:
    for turns in range(MOMENTS):
        for writes in (False, True):
            cut = asyncio.create_task(_ask(team.context.database, writes=writes))
            for _ in range(turns):
                await asyncio.sleep(0)
            cut.cancel()
            await asyncio.gather(cut, return_exceptions=True)
            await _ask(team.context.database, writes=not writes)
            await _ask(team.context.database, writes=writes)
