"""End listeners whose session or membership has ended: before each frame is offered, and every second.

The facts of a frame are read first, and then whether its receivers still may hear them. So nothing that was committed after an
answered suspension, sign-out or recall of rights is offered to the socket concerned.
Not here: the rules (`access/sharing/standing.py`).
"""

import asyncio
from collections.abc import Collection
from datetime import timedelta
from typing import Final

from app import log
from app.access.sharing import standing
from app.database import Database
from app.realtime.listener import Listener

_LONGEST_SECONDS: Final = 5.0

_logger = log.get("hub")


class Standings:
    """Looks at seats and sessions of any number of listeners with one query."""

    def __init__(self, database: Database, *, idle: timedelta) -> None:
        """Create it. `idle`: a session unused for so long has ended."""
        self._database, self._idle = database, idle

    async def look_at(self, listeners: Collection[Listener]) -> None:
        """End those whose session or membership has ended; all of them with `restart` if that cannot be found out."""
        listeners = [one for one in listeners if not one.ending.done()]
        if not listeners:
            return
        try:
            async with asyncio.timeout(_LONGEST_SECONDS):
                verdicts = await self._verdicts(listeners)
        except asyncio.CancelledError:
            raise
        except Exception:
            _logger.exception("seats cannot be looked at; closing every socket")
            verdicts = ["restart"] * len(listeners)
        for listener, verdict in zip(listeners, verdicts, strict=True):
            if verdict is not None:
                listener.end(verdict)

    async def _verdicts(self, listeners: Collection[Listener]) -> list[str | None]:
        """Check each combination of member, session and roles once, for any number of windows."""
        keys = [(one.seat.id, one.seat.session, one.seat.roles) for one in listeners]
        asked = {key: one.seat for key, one in zip(keys, listeners, strict=True)}
        answers = await standing.of(self._database, list(asked.values()), idle=self._idle)
        verdicts = dict(zip(asked, answers, strict=True))
        return [verdicts[key] for key in keys]
