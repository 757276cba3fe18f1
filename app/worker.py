"""What happens later: releases that begin and end, renditions, exports, silent uploads, ended sessions.

Follows the clock and the tables, as the engine role; an export takes the requester's seat again at each step. Each kind of
work has its own loop, so that a long one holds up no other. Deliberately not here: the sequencer and the publisher.
"""

import asyncio
from collections.abc import Awaitable, Callable

from app import log
from app.api.house import House
from app.ledger import promises, recomputing
from app.services import access_log, expiry, exports, refusals, release_clock, renditions, sessions

_logger = log.get("worker")


async def run(house: House) -> None:
    """Until cancelled."""
    database, folder = house.database, house.settings.state / "exports"
    async with asyncio.TaskGroup() as group:
        group.create_task(_forever("releases", lambda: release_clock.turn(database), 0.5))
        group.create_task(_forever("renditions", lambda: renditions.make_pending(database, house.vault), 0.3))
        group.create_task(_forever("exports", lambda: exports.make_queued(database, house.publisher, folder), 0.5))
        group.create_task(_forever("uploads", lambda: expiry.end_silent(database, house.vault), 5.0))
        group.create_task(_forever("promises", lambda: promises.look(database), 5.0, first=20.0))
        group.create_task(_forever("recomputing", lambda: recomputing.turn(database), 60.0))
        group.create_task(_forever("refusals", lambda: refusals.enter_due(database), 5.0))
        group.create_task(_forever("access log", lambda: access_log.purge(database), 3600.0))
        group.create_task(_forever("sessions", lambda: sessions.forget_ended(database), 600.0))


async def _forever(name: str, work: Callable[[], Awaitable[int]], pause: float, first: float = 0.0) -> None:
    """Again at once while there is work, else after the pause. A failure is logged and tried again.

    `first`: how long others have their turn after a start, before this work looks at what they left.
    """
    await asyncio.sleep(first)
    while True:
        try:
            busy = await work() > 0
        except asyncio.CancelledError:
            raise
        except Exception:
            _logger.exception("failed; trying again", work=name)
            busy = False
        await asyncio.sleep(0 if busy else pause)
