"""Talk is erased when its time is over: rows, former words, links and translations together, and nothing of it stays anywhere.

Row-level security shows none of it from that instant on, whenever this comes round. The ledger is told nothing: of talk it
holds nothing that could end.
"""

from typing import Final

from sqlalchemy import text

from app.database import Database

_BATCH: Final = 500


async def erase_due(database: Database) -> int:
    """Erase what is due, some of it. Returns how much."""
    async with database.engine() as session:
        return int((await session.execute(_ERASE, {"most": _BATCH})).scalar_one())


_ERASE: Final = text("select erase_old_talk(:most)")
