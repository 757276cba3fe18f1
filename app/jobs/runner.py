"""The runner: claims due jobs, runs their handlers, and records what came of it.

It looks for due jobs once a second, and at once after a notification of the sequencer. It runs one job of each kind at
a time; a kind has at most one periodic job. Handlers of short jobs share a few places, so that they do not take
all connections; each long kind has a place of its own.

A claim lasts for `LEASE` and is extended while the job runs. After a crash another worker takes the job over. A handler
must therefore allow that it is interrupted, or that two workers run it: it locks its rows, or its work can be repeated.

A job that fails is tried again after growing pauses. After `queue.MAX_ATTEMPTS` failures it is `failed`: the operator
sees it, and it is tried once an hour. A failed periodic job is tried once a minute.
"""

import asyncio
from collections.abc import Collection, Iterable
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from app import clock, log
from app.connections import hearing, is_away
from app.database import Database
from app.jobs import JobKind, queue
from app.jobs.queue import Claimed, Connection, Outcome

POLL_SECONDS: Final = 1.0
LEASE: Final = timedelta(seconds=20)
#: Short jobs that run at the same time, each with a database connection or two.
_PLACES: Final = 4
#: Notifications within this time after another start one run. Ledgers that grow all the time notify 40 times a second.
_QUIET_SECONDS: Final = 0.5
_LONGEST_PERIODIC_PAUSE: Final = timedelta(minutes=1)
_REGISTERED_FOR_SECONDS: Final = 60.0
_STOPPED_WITHIN_SECONDS: Final = 2.0
_logger = log.get("jobs")


@dataclass(slots=True)
class _Run:
    """A job that this worker has claimed. `outcome`: set when its handler has ended."""

    job: Claimed
    extended: float = field(default_factory=clock.monotonic)
    outcome: Outcome | None = None
    task: "asyncio.Task[None] | None" = None


class Runner:
    """Runs the jobs of one worker process."""

    def __init__(self, database: Database, jobs: Iterable[JobKind], *, lease: timedelta = LEASE) -> None:
        """Create it; `lease`: how long a claim lasts after this worker was last known to work."""
        self._database, self._lease = database, lease
        self._jobs = {one.kind: one for one in jobs}
        self._channels: dict[str, set[str]] = {}
        for one in self._jobs.values():
            for channel in one.channels:
                self._channels.setdefault(channel, set()).add(one.kind)
        self._runs: dict[str, _Run] = {}
        self._places = asyncio.Semaphore(_PLACES)
        self._news = asyncio.Event()
        self._woken = set[str]()
        self._quiet_until = 0.0
        self._registered_until = 0.0

    async def run(self) -> None:
        """Run jobs until cancelled. A failure of the database is logged and tried again."""
        me = asyncio.current_task()
        assert me is not None
        try:
            while True:
                try:
                    await self._serve()
                except asyncio.CancelledError:
                    raise
                except Exception:
                    if me.cancelling():  # a database error at the same moment can replace the cancellation
                        raise asyncio.CancelledError from None
                    _logger.exception("jobs cannot be looked for; trying again")
                await asyncio.sleep(POLL_SECONDS)
        finally:
            await self._stop()

    def wake(self, kinds: Collection[str]) -> None:
        """Start the periodic run of these kinds now, or half a second after the last time."""
        self._woken |= self._jobs.keys() & kinds
        pause = self._quiet_until - clock.monotonic()
        if pause > 0:
            asyncio.get_running_loop().call_later(pause, self._news.set)
        else:
            self._news.set()

    async def _serve(self) -> None:
        """Look for jobs until the connection is lost."""
        tells = {channel: lambda kinds=kinds: self.wake(kinds) for channel, kinds in self._channels.items()}
        async with self._database.listening() as connection, hearing(connection, tells) as driver:
            self.wake([one.kind for one in self._jobs.values() if one.channels])  # notifications may have been missed
            self._registered_until = 0.0
            while not driver.is_closed():
                await self._turn(driver)
                with suppress(TimeoutError):
                    async with asyncio.timeout(POLL_SECONDS):
                        await self._news.wait()
                self._news.clear()

    async def _turn(self, connection: Connection) -> None:
        """Record outcomes, extend claims, and start what is due."""
        now = clock.monotonic()
        await self._settle(connection)
        await self._extend(connection, now)
        if now >= self._registered_until:  # again and again: a worker with other settings may have forgotten it
            is_start = self._registered_until == 0
            if is_start:
                await queue.unlist_all(connection)
            periods = {one.kind: one.first if is_start else one.every for one in self._jobs.values()}
            await queue.register(connection, periods)
            self._registered_until = now + _REGISTERED_FOR_SECONDS
        idle = self._jobs.keys() - self._runs.keys()
        woken = idle & self._woken if now >= self._quiet_until else set[str]()
        if woken:
            self._woken -= woken
            self._quiet_until = now + _QUIET_SECONDS
        for job in await queue.claim(connection, idle, woken, self._lease):
            run = self._runs[job.kind] = _Run(job)
            run.task = asyncio.create_task(self._execute(run), name=f"job {job.kind}")

    async def _settle(self, connection: Connection) -> None:
        over = {run.job.claim: run for run in self._runs.values() if run.outcome is not None}
        if not over:
            return
        settled = await queue.settle(connection, [run.outcome for run in over.values() if run.outcome is not None])
        for claim, run in over.items():
            is_lost = clock.monotonic() - run.extended > self._lease.total_seconds()
            if claim in settled or is_lost:
                del self._runs[run.job.kind]

    async def _extend(self, connection: Connection, now: float) -> None:
        """Extend the claims of jobs that have been running for a quarter of the lease."""
        quarter = self._lease.total_seconds() / 4
        old = [run for run in self._runs.values() if run.outcome is None and now - run.extended >= quarter]
        if old:
            await queue.extend(connection, [run.job.claim for run in old], self._lease)
            for run in old:
                run.extended = now

    async def _execute(self, run: _Run) -> None:
        """Run the handler until it finds nothing to do, and set the outcome."""
        job = self._jobs[run.job.kind]
        try:
            while await self._process(job, run.job.key) > 0:
                self.wake(job.wakes)
            run.outcome = Outcome(run.job, None if run.job.key else await self._next_run(job))
        except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 - logged, and tried again
            me = asyncio.current_task()
            if me is not None and me.cancelling():
                raise asyncio.CancelledError from None
            run.outcome = self._failed(run.job, error)
        if run.job.key or job.kind in self._woken:  # otherwise the next turn is soon enough
            self._news.set()

    async def _next_run(self, job: JobKind) -> datetime:
        later = clock.now() + timedelta(seconds=job.every)
        known = None if job.next_due is None else await job.next_due()
        return later if known is None else min(known, later)

    async def _process(self, job: JobKind, key: str) -> int:
        async with nullcontext() if job.is_long else self._places:
            return await job.handler(key)

    def _failed(self, job: Claimed, error: BaseException) -> Outcome:
        """Log the failure. It does not count if the database does not answer."""
        if is_away(error):
            _logger.warning("a job was interrupted; trying again", kind=job.kind, key=job.key, exc_info=error)
            return Outcome(job, clock.now(), job.attempts, type(error).__name__)
        attempts = job.attempts + 1
        pause = queue.pause_after(attempts)
        if not job.key:
            pause = min(pause, _LONGEST_PERIODIC_PAUSE)
        _logger.error("a job failed; trying again", kind=job.kind, key=job.key, attempts=attempts, exc_info=error)
        return Outcome(job, clock.now() + pause, attempts, type(error).__name__)

    async def _stop(self) -> None:
        """End all runs and their claims."""
        tasks = [run.task for run in self._runs.values() if run.task is not None]
        while left := [task for task in tasks if not task.done()]:
            for task in left:  # repeated, because a database error at the same moment can replace the cancellation
                task.cancel()
            await asyncio.wait(left, timeout=2 * POLL_SECONDS)
        claims: list[UUID] = [run.job.claim for run in self._runs.values()]
        if claims:
            with suppress(Exception):  # they expire
                async with asyncio.timeout(_STOPPED_WITHIN_SECONDS):
                    await queue.release(self._database, claims)
        self._runs.clear()
