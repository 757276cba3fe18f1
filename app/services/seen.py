"""When a session was last seen: kept in this process, and written once a minute, so that no read becomes a write.

A crash loses at most a minute of it. Deliberately not here: whether a session still holds (`services/sessions.py`).
"""

import asyncio
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import DateTime, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Database

_EVERY: Final = timedelta(minutes=1)
#: How far a session's row may lag behind its last use, in another process too.
LAG: Final = 2 * _EVERY


class Seen:
    """Sessions that were used since the last writing, and when."""

    def __init__(self) -> None:
        self._moments: dict[UUID, datetime] = {}

    def note(self, session: UUID, written: datetime, now: datetime) -> None:
        """The session is in use now; `written` is what its row says."""
        if now - written >= _EVERY:
            self._moments[session] = now

    def latest(self, session: UUID, written: datetime) -> datetime:
        """The last use that this process or the row knows of."""
        return max(written, self._moments.get(session, written))

    async def write(self, database: Database) -> None:
        """Write what was noted. What cannot be written now stays noted."""
        noted = dict(self._moments)
        if not noted:
            return
        async with database.writing() as session:
            await session.execute(_WRITE, {"ids": list(noted), "moments": list(noted.values())})
        for one, moment in noted.items():
            if self._moments.get(one) == moment:
                del self._moments[one]


async def keep(database: Database, seen: Seen) -> None:
    """Until cancelled: once a minute, write what was seen."""
    while True:
        await asyncio.sleep(_EVERY.total_seconds())
        await seen.write(database)


_WRITE: Final = text(
    "update sessions s set last_seen_at = greatest(s.last_seen_at, seen.moment)"
    " from unnest(:ids, :moments) as seen (id, moment) where s.id = seen.id and s.ended_at is null"
).bindparams(bindparam("ids", type_=ARRAY(Uuid)), bindparam("moments", type_=ARRAY(DateTime(timezone=True))))
