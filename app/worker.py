"""The background jobs: time limits, renditions, exports, notifications, mail, erasures, checks, cleaning up.

Jobs act on time and database rows, as the engine role; an export uses the requester's access rights at each step. Most
kinds run after new entries of a ledger and when the next row is due. The period is for what no entry announces.
Not here: the runner (`app/jobs/`), the sequencer and the publisher.
"""

from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import TextClause

from app import log
from app.api.context import AppContext
from app.attached import attached
from app.database import Database
from app.jobs import JobHandler, JobKind
from app.jobs.runner import Runner
from app.ledger import checkpoints, promises, sequencer
from app.ledger.tree import recomputing
from app.ledger.witnesses import demo_witnesses, quorums
from app.ledger.witnesses.registry import Cosigning
from app.services import due_items, registry
from app.services.accounts import sessions
from app.services.audit import access_log, export_making, exports, refusals
from app.services.audit.export_queue import PackageStorage
from app.services.coordination import channels, chat_expiry, mentions
from app.services.custody import fixity_jobs, handover_jobs, working_sessions
from app.services.ending import leaving_jobs
from app.services.evidence import derivation_propagation, renditions, scans, silent_uploads
from app.services.notifications import alerts, digests, mail_queue, mail_sending, notification_jobs
from app.services.reference.changes import USES_JOB
from app.services.requests import limit_jobs
from app.services.requests.changed_values import jobs as use_jobs
from app.services.requests.deadlines import jobs as deadline_jobs
from app.services.requests.notices import challenge_jobs, review_jobs
from app.services.retention import erasure_jobs, field_erasure_jobs
from app.services.sharing import consent_jobs, emergency_access, quarantine_jobs, release_jobs
from app.services.teams import member_changes, suspensions
from app.settings import for_another_process

#: Notified when ledgers have grown, when a checkpoint is published, and when chat has changed.
_GROWTH: Final = frozenset({sequencer.CHANNEL})
_CHECKPOINT: Final = frozenset({checkpoints.CHANNEL})
_CHAT: Final = frozenset({channels.NEWS_CHANNEL})
_logger = log.get("worker")
_Work = Callable[[], Awaitable[int]]
_NextDue = Callable[[], Awaitable[datetime | None]]


async def run(context: AppContext) -> None:
    """Run all jobs until cancelled."""
    registry.register_all()
    await Runner(context.database, _jobs(context)).run()


def jobs(context: AppContext) -> dict[str, _Work]:
    """Return the periodic jobs by name. Each runs once and returns how many items it processed."""
    return {job.kind: partial(job.handler, "") for job in _jobs(context)}


def _look(work: _Work) -> JobHandler:
    """Return a handler that looks for everything due, whatever the key: a job with a key makes it look sooner."""
    return lambda _: work()


def _jobs(context: AppContext) -> Iterator[JobKind]:
    yield from _deadlines(context)
    yield from _requested(context)
    yield from _notifications(context)
    yield from _erasures(context)
    yield from _mail(context)
    yield from _checks(context)
    yield from _cleaning(context)


def _deadlines(context: AppContext) -> Iterator[JobKind]:
    """Yield the jobs that act when a time is reached."""
    database = context.database

    def timed(kind: str, work: Callable[[Database], Awaitable[int]], query: TextClause) -> JobKind:
        next_due = partial(due_items.earliest, database, query)
        return JobKind(kind, _look(partial(work, database)), 10.0, channels=_GROWTH, next_due=next_due)

    yield timed("releases", release_jobs.turn, release_jobs.NEXT)
    yield timed("seats", member_changes.end_due, member_changes.NEXT)
    yield timed("leavings", leaving_jobs.turn, leaving_jobs.NEXT)
    yield timed("suspensions", suspensions.lapse_due, suspensions.NEXT)
    yield timed(sessions.WORKING_SESSIONS_JOB, working_sessions.end_due, working_sessions.NEXT)
    yield timed("consents", consent_jobs.turn, consent_jobs.NEXT)
    yield timed("emergencies", emergency_access.settle, emergency_access.NEXT)
    yield timed("legal deadlines", deadline_jobs.warn_due, deadline_jobs.NEXT)
    yield timed("answers to challenges", challenge_jobs.warn_due, challenge_jobs.NEXT)
    yield JobKind(review_jobs.JOB, _look(lambda: review_jobs.warn_due(database)), 3600.0, first=60.0)
    yield timed("hand-overs", handover_jobs.alarm_due, handover_jobs.NEXT)
    yield JobKind("uploads", _look(lambda: silent_uploads.end_silent(database, context.vault)), 15.0, is_long=True)
    yield JobKind(
        "refusals", _look(lambda: refusals.enter_due(database)), 60.0, first=1.0, next_due=refusals.next_minute
    )
    yield JobKind("digests", _look(lambda: digests.make_due(database)), 60.0, first=1.0)


def _requested(context: AppContext) -> Iterator[JobKind]:
    """Yield the jobs that complete what members did."""
    database, kept = context.database, timedelta(days=context.settings.bundle_days)
    shelf = PackageStorage(context.bundles, kept, context.settings.space_reserve_bytes, context.vault)
    host = context.settings.host_party
    make = partial(export_making.make_queued, database, context.publisher, context.stamps, context.seal, shelf, host)
    scanner = context.settings.scanner
    render = partial(renditions.make_pending, database, context.vault, scans=scanner is not None)
    if scanner is not None:
        scan = partial(scans.scan_pending, database, context.vault, scanner, context.settings.scanner_limit_bytes)
        yield JobKind("scans", _look(scan), 10.0, channels=_GROWTH, wakes=frozenset({"renditions"}), is_long=True)
    yield JobKind("renditions", _look(render), 10.0, channels=_GROWTH, is_long=True)
    yield JobKind(exports.JOB, _look(make), 10.0, channels=_GROWTH, is_long=True)
    yield JobKind("derived", _look(lambda: derivation_propagation.turn(database)), 10.0, channels=_GROWTH)
    yield JobKind("verdicts", _look(lambda: quarantine_jobs.turn(database)), 10.0, channels=_GROWTH)
    yield JobKind(limit_jobs.JOB, _look(lambda: limit_jobs.correct_due(database)), 3600.0, first=60.0)
    yield JobKind(USES_JOB, _look(lambda: use_jobs.tell_due(database)), 3600.0, first=60.0)
    yield JobKind("alerts", _look(lambda: alerts.find_owners(database)), 10.0, channels=_GROWTH)


def _notifications(context: AppContext) -> Iterator[JobKind]:
    """Yield the jobs that create notifications."""
    database, mail = context.database, frozenset({"notices"})
    find = partial(notification_jobs.turn, database)
    yield JobKind("notifications", _look(find), 10.0, channels=_GROWTH, wakes=mail)
    yield JobKind("mentions", _look(lambda: mentions.turn(database)), 10.0, channels=_CHAT, wakes=mail)
    yield JobKind("moments", _look(lambda: notification_jobs.look_ahead(database)), 20.0, first=1.0, wakes=mail)


def _erasures(context: AppContext) -> Iterator[JobKind]:
    """Yield the jobs that decide erasures by time, and carry out erasures."""
    database, bundles, backups = context.database, context.bundles, timedelta(days=context.settings.backup_days)
    finish = partial(erasure_jobs.finish, database, context.vault, bundles, backups)
    finish_fields = partial(field_erasure_jobs.finish, database, bundles, backups)
    yield JobKind("transfers", _look(lambda: erasure_jobs.end_transfers(database)), 5.0)
    yield JobKind("left behind", _look(lambda: erasure_jobs.end_left(database)), 10.0)
    yield JobKind("erasures", _look(finish), 5.0, channels=_GROWTH, is_long=True)
    yield JobKind("ways", _look(lambda: erasure_jobs.end_ways(database, bundles, backups)), 10.0)
    yield JobKind("fields", _look(finish_fields), 5.0, channels=_GROWTH, is_long=True)


def _mail(context: AppContext) -> Iterator[JobKind]:
    """Yield the e-mail jobs, if a mail server is configured."""
    database, post = context.database, context.post
    if post is None:
        return
    send, mail = partial(mail_sending.send_next, database, post), frozenset({"mail"})
    next_mail = partial(due_items.earliest, database, mail_sending.NEXT)
    yield JobKind("notices", _look(lambda: mail_queue.queue_notices(database)), 5.0, wakes=mail)
    yield JobKind("mailed digests", _look(lambda: mail_queue.queue_digests(database)), 30.0, wakes=mail)
    yield JobKind("mailed sign-ins", _look(lambda: mail_queue.queue_sign_ins(database)), 10.0, wakes=mail)
    yield JobKind(
        "mailed organisations", _look(lambda: mail_queue.queue_acts_of_organisations(database)), 10.0, wakes=mail
    )
    yield JobKind("mail", _look(send), 10.0, next_due=next_mail, is_long=True)


def _checks(context: AppContext) -> Iterator[JobKind]:
    """Yield the jobs that check the ledgers and the files."""
    database, settings = context.database, context.settings
    ask = demo_witnesses.asker(settings.state, demonstration=settings.demo and settings.loopback)
    pace = fixity_jobs.Pace(settings.fixity_mib_per_second * 2**20)
    check = partial(fixity_jobs.turn, database, context.vault, settings.fixity_every, pace)
    cosign = Cosigning(database, settings.witness_networks, ask).round
    yield JobKind("witnesses", _look(cosign), 5.0, channels=_CHECKPOINT, is_long=True)
    yield JobKind("time stamps", _look(context.stamps.turn), 5.0, is_long=True)
    yield JobKind("fixity", _look(check), 5.0, first=2.0, channels=_GROWTH, is_long=True)
    yield JobKind("promises", _look(lambda: promises.look(database)), 10.0, first=20.0)
    yield JobKind("quorums", _look(lambda: quorums.look(database, settings.host_party)), 15.0, first=15.0)
    yield JobKind("recomputing", _look(lambda: recomputing.turn(database)), 60.0, first=10.0, is_long=True)


def _cleaning(context: AppContext) -> Iterator[JobKind]:
    """Yield the jobs that delete what is kept for a time."""
    database, kept = context.database, timedelta(days=context.settings.bundle_days)
    tidy = partial(export_making.tidy, database, context.bundles, kept)
    yield JobKind("old talk", _look(lambda: chat_expiry.erase_due(database)), 10.0, first=1.0)
    yield JobKind("old bundles", _look(tidy), 60.0, first=1.0, is_long=True)
    yield JobKind("access log", _look(lambda: access_log.purge(database)), 3600.0, first=30.0)
    yield JobKind("sessions", _look(lambda: sessions.forget_ended(database)), 600.0, first=31.0)
    yield JobKind("old notifications", _look(lambda: notification_jobs.purge(database)), 3600.0, first=60.0)


async def beside(context: AppContext) -> None:
    """Run the worker in a process of its own, until cancelled, so that its jobs do not delay requests.

    It has a lower priority than the server (`nice`) and ends with it, because its standard input ends then.
    """
    async with attached("app", "worker", environment=for_another_process(context.settings)) as process:
        _logger.error("the worker ended; starting it again", code=await process.wait())
