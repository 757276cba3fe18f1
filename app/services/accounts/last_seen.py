"""Record when a session or script's token was last used: kept in this process, written once a minute.

This avoids a write per read request. A crash loses at most a minute of it.
Not here: whether a session is still valid (`services/accounts/sessions.py`).
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import DateTime, Text, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Database

_EVERY: Final = timedelta(minutes=1)
#: How far a session's row may lag behind its last use, including use in another process.
LAG: Final = 2 * _EVERY


@dataclass(frozen=True, slots=True)
class Use:
    """A use of a script's token: when, and from which address."""

    at: datetime
    address: str


class Seen:
    """Sessions that were used since the last write, with the time of use."""

    def __init__(self) -> None:
        self._moments: dict[UUID, datetime] = {}
        self._uses: dict[UUID, Use] = {}

    def note_use(self, token: UUID, written: Use | None, now: Use) -> None:
        """Note that a script's token is in use now. `written` is the use in its row."""
        known = self.latest_use(token, written)
        if known is None or now.at - known.at >= _EVERY or now.address != known.address:
            self._uses[token] = now

    def latest_use(self, token: UUID, written: Use | None) -> Use | None:
        """Return the latest use known to this process or to the row."""
        noted = self._uses.get(token)
        return max((one for one in (noted, written) if one), key=lambda one: one.at, default=None)

    def note(self, session: UUID, written: datetime, now: datetime) -> None:
        """Note that the session is in use now. `written` is the time in its row."""
        if now - written >= _EVERY:
            self._moments[session] = now

    def latest(self, session: UUID, written: datetime) -> datetime:
        """Return the latest use known to this process or to the row."""
        return max(written, self._moments.get(session, written))

    async def write(self, database: Database) -> None:
        """Write what was noted. Entries stay noted if the write fails."""
        noted, uses = dict(self._moments), dict(self._uses)
        if not noted and not uses:
            return
        async with database.writing() as session:
            if noted:
                await session.execute(_WRITE, {"ids": list(noted), "moments": list(noted.values())})
            if uses:
                moments, places = [one.at for one in uses.values()], [one.address for one in uses.values()]
                await session.execute(_WRITE_USES, {"ids": list(uses), "moments": moments, "places": places})
        for session_id, moment in noted.items():
            if self._moments.get(session_id) == moment:
                del self._moments[session_id]
        for token, use in uses.items():
            if self._uses.get(token) == use:
                del self._uses[token]


async def keep(database: Database, seen: Seen) -> None:
    """Write last uses once a minute until cancelled."""
    while True:
        await asyncio.sleep(_EVERY.total_seconds())
        await seen.write(database)


_WRITE: Final = text(
    "update sessions s set last_seen_at = greatest(s.last_seen_at, seen.moment)"
    " from unnest(:ids, :moments) as seen (id, moment) where s.id = seen.id and s.ended_at is null"
).bindparams(bindparam("ids", type_=ARRAY(Uuid)), bindparam("moments", type_=ARRAY(DateTime(timezone=True))))
_WRITE_USES: Final = text(
    "update script_tokens t set last_used_at = seen.moment, last_address = seen.place"
    " from unnest(:ids, :moments, :places) as seen (id, moment, place)"
    " where t.session = seen.id and coalesce(t.last_used_at < seen.moment, true)"
).bindparams(
    bindparam("ids", type_=ARRAY(Uuid)),
    bindparam("moments", type_=ARRAY(DateTime(timezone=True))),
    bindparam("places", type_=ARRAY(Text)),
)
