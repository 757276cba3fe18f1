"""Record when a session was last used: kept in this process, written once a minute.

This avoids a write per read request. A crash loses at most a minute of it.
Not here: whether a session is still valid (`services/accounts/sessions.py`).
"""

import asyncio
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import DateTime, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Database

_EVERY: Final = timedelta(minutes=1)
#: How far a session's row may lag behind its last use, including use in another process.
LAG: Final = 2 * _EVERY


class Seen:
    """Sessions that were used since the last write, with the time of use."""

    def __init__(self) -> None:
        self._moments: dict[UUID, datetime] = {}

    def note(self, session: UUID, written: datetime, now: datetime) -> None:
        """Note that the session is in use now. `written` is the time in its row."""
        if now - written >= _EVERY:
            self._moments[session] = now

    def latest(self, session: UUID, written: datetime) -> datetime:
        """Return the latest use known to this process or to the row."""
        return max(written, self._moments.get(session, written))

    async def write(self, database: Database) -> None:
        """Write what was noted. Entries stay noted if the write fails."""
        noted = dict(self._moments)
        if not noted:
            return
        async with database.writing() as session:
            await session.execute(_WRITE, {"ids": list(noted), "moments": list(noted.values())})
        for one, moment in noted.items():
            if self._moments.get(one) == moment:
                del self._moments[one]


async def keep(database: Database, seen: Seen) -> None:
    """Write last uses once a minute until cancelled."""
    while True:
        await asyncio.sleep(_EVERY.total_seconds())
        await seen.write(database)


_WRITE: Final = text(
    "update sessions s set last_seen_at = greatest(s.last_seen_at, seen.moment)"
    " from unnest(:ids, :moments) as seen (id, moment) where s.id = seen.id and s.ended_at is null"
).bindparams(bindparam("ids", type_=ARRAY(Uuid)), bindparam("moments", type_=ARRAY(DateTime(timezone=True))))
