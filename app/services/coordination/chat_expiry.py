"""Job that deletes expired chat messages with their former texts, links and translations.

Row-level security hides expired messages before this job runs. The audit log contains nothing of chat.
"""

from typing import Final

from sqlalchemy import text

from app.database import Database

_BATCH: Final = 500


async def erase_due(database: Database) -> int:
    """Delete one batch of expired chat messages of all teams and return how many were deleted."""
    async with database.engine() as session:
        return int((await session.execute(_ERASE, {"most": _BATCH})).scalar_one())


_ERASE: Final = text("select erase_old_talk(:most)")
