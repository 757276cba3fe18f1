"""What happens later: releases, seats and consents that begin and end, renditions, exports, notifications, silent uploads, ended sessions.

Follows the clock and the tables, as the engine role; an export takes the requester's seat again at each step. Each kind of
work has its own loop, so that a long one holds up no other. Deliberately not here: the sequencer and the publisher.
"""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

from app import log
from app.api.house import House
from app.ledger import housed, promises, quorums, recomputing
from app.ledger.witnesses import Cosigning
from app.services import (
    access_log,
    alerts,
    consent_clock,
    digests,
    emergencies,
    erasure_clock,
    expiry,
    export_making,
    field_erasure_clock,
    fixity_clock,
    following_clock,
    handover_clock,
    leaving_clock,
    letters,
    mail_post,
    mail_queue,
    mail_sending,
    member_changes,
    notification_clock,
    quarantine_clock,
    refusals,
    release_clock,
    renditions,
    sessions,
    talk_clock,
    talk_mentions,
    working_sessions,
)
from app.settings import for_another_process

ATTACHED: Final = "--attached"
_ROOT: Final = Path(__file__).resolve().parent.parent
_ENDS_WITHIN_SECONDS: Final = 5.0
_NICER: Final = 10
_logger = log.get("worker")


async def run(house: House) -> None:
    """Until cancelled."""
    database, folder = house.database, house.settings.state / "exports"
    ask = housed.asker(house.settings.state, demonstration=house.settings.demo and house.settings.loopback)
    cosigning = Cosigning(database, house.settings.witness_networks, ask)
    every, pace = house.settings.fixity_every, fixity_clock.Pace(house.settings.fixity_mib_per_second * 2**20)
    async with asyncio.TaskGroup() as group:
        group.create_task(_forever("releases", lambda: release_clock.turn(database), 0.5))
        group.create_task(_forever("seats", lambda: member_changes.end_due(database), 0.5))
        group.create_task(_forever("leavings", lambda: leaving_clock.turn(database), 0.5))
        group.create_task(_forever("working sessions", lambda: working_sessions.end_due(database), 0.5))
        group.create_task(_forever("renditions", lambda: renditions.make_pending(database, house.vault), 0.3))
        kept = timedelta(days=house.settings.bundle_days)
        making = partial(export_making.make_queued, database, house.publisher, house.stamps, house.seal, folder, kept)
        group.create_task(_forever("exports", making, 0.5))
        group.create_task(_forever("old bundles", lambda: export_making.tidy(database, folder, kept), 60.0))
        group.create_task(_forever("uploads", lambda: expiry.end_silent(database, house.vault), 5.0))
        group.create_task(_forever("consents", lambda: consent_clock.turn(database), 1.0))
        group.create_task(_forever("derived", lambda: following_clock.turn(database), 0.5))
        group.create_task(_forever("verdicts", lambda: quarantine_clock.turn(database), 0.5))
        _start_erasing(group, house, folder)
        group.create_task(
            _forever("fixity", lambda: fixity_clock.turn(database, house.vault, every, pace), 2.0, first=2.0)
        )
        group.create_task(_forever("alerts", lambda: alerts.find_owners(database), 2.0))
        group.create_task(_forever("old talk", lambda: talk_clock.erase_due(database), 5.0))
        group.create_task(_forever("mentions", lambda: talk_mentions.turn(database), 1.0))
        group.create_task(_forever("hand-overs", lambda: handover_clock.alarm_due(database), 2.0))
        group.create_task(_forever("emergencies", lambda: emergencies.settle(database), 0.5))
        group.create_task(_forever("digests", lambda: digests.make_due(database), 60.0))
        group.create_task(_forever("notifications", lambda: notification_clock.turn(database), 0.3))
        group.create_task(_forever("moments", lambda: notification_clock.look_ahead(database), 20.0))
        group.create_task(_forever("old notifications", lambda: notification_clock.purge(database), 3600.0, first=60.0))
        _start_mail(group, house)
        group.create_task(_forever("witnesses", cosigning.round, 1.0))
        group.create_task(
            _forever("quorums", lambda: quorums.look(database, house.settings.host_party), 15.0, first=15.0)
        )
        group.create_task(_forever("time stamps", house.stamps.turn, 5.0))
        group.create_task(_forever("promises", lambda: promises.look(database), 5.0, first=20.0))
        group.create_task(_forever("recomputing", lambda: recomputing.turn(database), 60.0, first=10.0))
        group.create_task(_forever("refusals", lambda: refusals.enter_due(database), 5.0))
        group.create_task(_forever("access log", lambda: access_log.purge(database), 3600.0, first=30.0))
        group.create_task(_forever("sessions", lambda: sessions.forget_ended(database), 600.0, first=30.0))


def _start_erasing(group: asyncio.TaskGroup, house: House, folder: Path) -> None:
    """What the clock decides to erase, and what was decided. `folder`: where bundles are."""
    database, backups = house.database, timedelta(days=house.settings.backup_days)
    group.create_task(_forever("transfers", lambda: erasure_clock.end_transfers(database), 3.0))
    group.create_task(_forever("left behind", lambda: erasure_clock.end_left(database), 5.0))
    group.create_task(_forever("erasures", lambda: erasure_clock.finish(database, house.vault, folder, backups), 0.5))
    group.create_task(_forever("ways", lambda: erasure_clock.end_ways(database, folder, backups), 5.0))
    group.create_task(_forever("fields", lambda: field_erasure_clock.finish(database, folder, backups), 0.5))


def _start_mail(group: asyncio.TaskGroup, house: House) -> None:
    """Where the operator named a mail server."""
    database, settings = house.database, house.settings
    if settings.smtp_host is None or settings.smtp_sender is None:
        return
    post = mail_post.Post(
        host=settings.smtp_host,
        port=settings.smtp_port,
        security=settings.smtp_security,
        head=letters.Letterhead(settings.smtp_sender, settings.allowed_origins[0]),
        apart=timedelta(minutes=settings.mail_minutes),
        user=settings.smtp_user,
        password=settings.password_of_mail,
        roots=settings.smtp_roots,
    )
    group.create_task(_forever("notices", lambda: mail_queue.queue_notices(database), 1.0))
    group.create_task(_forever("mailed digests", lambda: mail_queue.queue_digests(database), 30.0))
    group.create_task(_forever("mail", lambda: mail_sending.send_next(database, post), 1.0))


async def beside(house: House) -> None:
    """The same in a process of its own, until cancelled: an export or a recomputation takes no request's turn.

    It gives way to the server (`nice`) and ends with it, however that ends: its standard input ends then.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        "-m",
        "app",
        "worker",
        ATTACHED,
        stdin=asyncio.subprocess.PIPE,
        env=for_another_process(house.settings) | {"PYTHONPATH": str(_ROOT)},
        start_new_session=True,  # what is typed at the terminal is said to the server
    )
    try:
        with suppress(ProcessLookupError):  # from the start, most of which is loading the program
            os.setpriority(os.PRIO_PROCESS, process.pid, os.getpriority(os.PRIO_PROCESS, 0) + _NICER)
        _logger.error("the worker ended; starting it again", code=await process.wait())
    finally:
        if process.returncode is None:
            await _end(process)


async def _end(process: asyncio.subprocess.Process) -> None:
    """What it was at is begun again by the next one."""
    assert process.stdin is not None
    process.stdin.close()
    try:
        async with asyncio.timeout(_ENDS_WITHIN_SECONDS):
            await process.wait()
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


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
