"""Run the background jobs: time limits, renditions, exports, notifications, mail, erasures, checks, cleaning up.

Jobs act on time and database rows, as the engine role; an export uses the requester's access rights at each step. Each
kind of work has its own loop, so that a long job delays no other.
Not here: the sequencer and the publisher.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final

from app import log
from app.api.context import AppContext
from app.attached import attached
from app.ledger import demo_witnesses as housed
from app.ledger import promises, quorums, recomputing
from app.ledger.witnesses import Cosigning
from app.services.accounts import sessions
from app.services.audit import access_log, export_making, refusals
from app.services.audit.export_queue import Shelf
from app.services.coordination import chat_expiry as talk_clock
from app.services.coordination import mentions as talk_mentions
from app.services.custody import fixity_jobs as fixity_clock
from app.services.custody import handover_clock, working_sessions
from app.services.ending import leaving_jobs as leaving_clock
from app.services.evidence import derivation_propagation as following_clock
from app.services.evidence import renditions
from app.services.evidence import silent_uploads as expiry
from app.services.notifications import alerts, digests, letters, mail_post, mail_queue, mail_sending, notification_clock
from app.services.retention import erasure_clock, field_erasure_clock
from app.services.sharing import consent_clock, quarantine_clock, release_clock
from app.services.sharing import emergency_access as emergencies
from app.services.teams import member_changes
from app.settings import for_another_process

#: An idle round takes one or two statements. The next loop starts after this time at the latest.
_ALONE_SECONDS: Final = 0.1
_SELDOM_SECONDS: Final = 5.0
_logger = log.get("worker")


@dataclass(frozen=True, slots=True)
class _Loop:
    """One kind of work: repeated at once while there is some, otherwise after `pause` seconds.

    `first`: seconds after the start before the first round.
    """

    name: str
    work: Callable[[], Awaitable[int]]
    pause: float
    first: float = 0.0

    async def run(self, begun: asyncio.Event) -> None:
        """Run forever; set `begun` after the first round. A failure is logged and the work retried."""
        me = asyncio.current_task()
        assert me is not None
        await asyncio.sleep(self.first)
        while True:
            busy = await self._turn()
            if me.cancelling():  # a database error at the same moment can replace the cancellation
                raise asyncio.CancelledError
            begun.set()
            await asyncio.sleep(0 if busy else self.pause)

    async def _turn(self) -> bool:
        try:
            return await self.work() > 0
        except asyncio.CancelledError:
            raise
        except Exception:
            _logger.exception("failed; trying again", work=self.name)
            return False


async def run(context: AppContext) -> None:
    """Run all jobs until cancelled.

    A loop starts when the first round of the one before has ended or has taken 0.1 s; rare jobs start last. All at
    once, each would open a database connection and plan its statements there, and they would coincide again at every
    pause.
    """
    async with asyncio.TaskGroup() as group:
        for loop in sorted(_loops(context), key=lambda one: one.pause):
            begun = asyncio.Event()
            group.create_task(loop.run(begun), name=loop.name)
            if loop.pause >= _SELDOM_SECONDS:
                await asyncio.sleep(_ALONE_SECONDS)
            elif not loop.first:
                with suppress(TimeoutError):
                    async with asyncio.timeout(_ALONE_SECONDS):
                        await begun.wait()


def jobs(context: AppContext) -> dict[str, Callable[[], Awaitable[int]]]:
    """Return the jobs by name. Each runs once and returns how many items it processed."""
    return {loop.name: loop.work for loop in _loops(context)}


def _loops(context: AppContext) -> Iterator[_Loop]:
    yield from _clocks(context)
    yield from _erasing(context)
    yield from _mail(context)
    yield from _watching(context)


def _clocks(context: AppContext) -> Iterator[_Loop]:
    """Yield the jobs for which users wait."""
    database, kept = context.database, timedelta(days=context.settings.bundle_days)
    shelf = Shelf(context.bundles, kept, context.settings.space_reserve_bytes)
    yield _Loop("releases", lambda: release_clock.turn(database), 0.5)
    yield _Loop("seats", lambda: member_changes.end_due(database), 0.5)
    yield _Loop("leavings", lambda: leaving_clock.turn(database), 0.5)
    yield _Loop("working sessions", lambda: working_sessions.end_due(database), 0.5)
    yield _Loop("renditions", lambda: renditions.make_pending(database, context.vault), 0.3)
    making = partial(export_making.make_queued, database, context.publisher, context.stamps, context.seal, shelf)
    yield _Loop("exports", making, 0.5)
    yield _Loop("uploads", lambda: expiry.end_silent(database, context.vault), 5.0)
    yield _Loop("consents", lambda: consent_clock.turn(database), 1.0)
    yield _Loop("derived", lambda: following_clock.turn(database), 0.5)
    yield _Loop("verdicts", lambda: quarantine_clock.turn(database), 0.5)
    yield _Loop("alerts", lambda: alerts.find_owners(database), 2.0)
    yield _Loop("mentions", lambda: talk_mentions.turn(database), 1.0)
    yield _Loop("hand-overs", lambda: handover_clock.alarm_due(database), 2.0)
    yield _Loop("emergencies", lambda: emergencies.settle(database), 0.5)
    yield _Loop("notifications", lambda: notification_clock.turn(database), 0.3)
    yield _Loop("moments", lambda: notification_clock.look_ahead(database), 20.0)


def _erasing(context: AppContext) -> Iterator[_Loop]:
    """Yield the jobs that decide erasures by time, and carry out erasures."""
    database, bundles, backups = context.database, context.bundles, timedelta(days=context.settings.backup_days)
    yield _Loop("transfers", lambda: erasure_clock.end_transfers(database), 3.0)
    yield _Loop("left behind", lambda: erasure_clock.end_left(database), 5.0)
    yield _Loop("erasures", lambda: erasure_clock.finish(database, context.vault, bundles, backups), 0.5)
    yield _Loop("ways", lambda: erasure_clock.end_ways(database, bundles, backups), 5.0)
    yield _Loop("fields", lambda: field_erasure_clock.finish(database, bundles, backups), 0.5)
    yield _Loop("old talk", lambda: talk_clock.erase_due(database), 5.0)
    kept = timedelta(days=context.settings.bundle_days)
    yield _Loop("old bundles", lambda: export_making.tidy(database, bundles, kept), 60.0)


def _mail(context: AppContext) -> Iterator[_Loop]:
    """Yield the e-mail jobs, if a mail server is configured."""
    database, settings = context.database, context.settings
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
    yield _Loop("notices", lambda: mail_queue.queue_notices(database), 1.0)
    yield _Loop("mailed digests", lambda: mail_queue.queue_digests(database), 30.0)
    yield _Loop("mail", lambda: mail_sending.send_next(database, post), 1.0)


def _watching(context: AppContext) -> Iterator[_Loop]:
    """Yield the jobs that check the ledger and the files, and that clean up."""
    database, settings = context.database, context.settings
    ask = housed.asker(settings.state, demonstration=settings.demo and settings.loopback)
    yield _Loop("witnesses", Cosigning(database, settings.witness_networks, ask).round, 1.0)
    yield _Loop("time stamps", context.stamps.turn, 5.0)
    yield _Loop("refusals", lambda: refusals.enter_due(database), 5.0)
    yield _Loop("digests", lambda: digests.make_due(database), 60.0)
    pace = fixity_clock.Pace(settings.fixity_mib_per_second * 2**20)
    yield _Loop(
        "fixity", lambda: fixity_clock.turn(database, context.vault, settings.fixity_every, pace), 2.0, first=2.0
    )
    yield _Loop("quorums", lambda: quorums.look(database, settings.host_party), 15.0, first=15.0)
    yield _Loop("promises", lambda: promises.look(database), 5.0, first=20.0)
    yield _Loop("recomputing", lambda: recomputing.turn(database), 60.0, first=10.0)
    yield _Loop("access log", lambda: access_log.purge(database), 3600.0, first=30.0)
    yield _Loop("sessions", lambda: sessions.forget_ended(database), 600.0, first=31.0)
    yield _Loop("old notifications", lambda: notification_clock.purge(database), 3600.0, first=60.0)


async def beside(context: AppContext) -> None:
    """Run the worker in a process of its own, until cancelled, so that its jobs do not delay requests.

    It has a lower priority than the server (`nice`) and ends with it, because its standard input ends then.
    """
    async with attached("app", "worker", environment=for_another_process(context.settings)) as process:
        _logger.error("the worker ended; starting it again", code=await process.wait())
