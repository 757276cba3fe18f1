"""The runner: what is due is run once, failures are tried again later, and no job delays another."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Final

import asyncpg
import pytest
import structlog

from app import clock
from app.database import Database
from app.jobs import JobKind, runner
from app.jobs import queue as jobs
from app.ledger import sequencer
from tests.jobs.conftest import Queue
from tests.support.failing import FailsWhenCancelled
from tests.support.waiting import until

NEVER: Final = 3600.0


class Work:
    """A handler that notes its calls: the keys, and how many run at the same time."""

    def __init__(self, *fails: str, takes: float = 0.0) -> None:
        self.fails, self.takes = set(fails), takes
        self.keys: list[str] = []
        self.at_once = self.most_at_once = 0

    async def __call__(self, key: str) -> int:
        self.keys.append(key)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await asyncio.sleep(self.takes)
            if key in self.fails:
                raise OSError(5, "Input/output error")
        finally:
            self.at_once -= 1
        return 0

    async def reaches(self, *keys: str) -> None:
        async def done() -> bool:
            return set(keys) <= set(self.keys)

        await until(done)


async def test_job_with_a_key_is_run_once_and_removed(queue: Queue) -> None:
    work = Work()
    for key in ("a", "b", "c"):
        await queue.enqueue("mail", key)
    await queue.enqueue("mail", "later", NEVER)
    async with queue.running(JobKind("mail", work, NEVER, first=NEVER)):
        await work.reaches("a", "b", "c")

        async def removed() -> bool:
            return set(await queue.rows()) == {("mail", ""), ("mail", "later")}

        await until(removed)
    assert sorted(work.keys) == ["a", "b", "c"]


async def test_periodic_job_is_run_again_at_once_while_it_finds_work(queue: Queue) -> None:
    left = [3, 2, 1, 0]

    async def work(_: str) -> int:
        return left.pop(0)

    async with queue.running(JobKind("mail", work, NEVER)):

        async def ended() -> bool:
            row = (await queue.rows()).get(("mail", ""))
            return not left and row is not None and row["claim"] is None

        await until(ended)
    assert (await queue.rows())["mail", ""]["due_at"] > clock.now() + timedelta(minutes=50)


async def test_periodic_job_is_due_when_its_next_item_is(queue: Queue) -> None:
    at, calls = time.monotonic() + 2, list[float]()

    async def work(_: str) -> int:
        calls.append(time.monotonic())
        return 0

    async def next_due() -> datetime | None:
        left = at - time.monotonic()
        return datetime.now(UTC) + timedelta(seconds=left) if left > 0 else None

    async with queue.running(JobKind("mail", work, NEVER, next_due=next_due)):

        async def twice() -> bool:
            return len(calls) >= 2

        await until(twice)
    assert calls[0] < at <= calls[1]


async def test_notification_of_a_channel_starts_a_periodic_job(queue: Queue) -> None:
    work, other = Work(), Work()
    growth = frozenset({sequencer.CHANNEL})
    async with queue.running(
        JobKind("releases", work, NEVER, channels=growth),
        JobKind("others", other, NEVER, first=NEVER, channels=frozenset()),
    ):
        await work.reaches("")
        await asyncio.sleep(2 * runner._QUIET_SECONDS)
        seen = len(work.keys)
        for _ in range(20):
            await queue.execute(f"notify {sequencer.CHANNEL}")

        async def again() -> bool:
            return len(work.keys) > seen

        await until(again)
        await asyncio.sleep(3 * runner._QUIET_SECONDS)
        assert len(work.keys) <= seen + 3, "notifications at the same time start few runs"
    assert other.keys == []


async def test_job_that_processed_something_wakes_another(queue: Queue) -> None:
    left, woken = [1, 0], Work()

    async def work(_: str) -> int:
        return left.pop(0)

    async with queue.running(
        JobKind("notifications", work, NEVER, first=0.5, wakes=frozenset({"mail"})),
        JobKind("mail", woken, NEVER, first=NEVER),
    ):
        await woken.reaches("")


async def test_failing_job_backs_off_and_becomes_failed_and_is_run_after_a_retry(
    queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "MAX_ATTEMPTS", 3)
    monkeypatch.setattr(jobs, "pause_after", lambda attempts: timedelta(hours=1 if attempts == 3 else 0))
    work = Work("a")
    await queue.enqueue("mail", "a")
    with structlog.testing.capture_logs() as logs:
        async with queue.running(JobKind("mail", work, NEVER, first=NEVER)):

            async def failed() -> bool:
                return bool(await jobs.failed(queue.database))

            await until(failed)
            (one,) = await jobs.failed(queue.database)
            assert (one.kind, one.key, one.attempts, one.problem) == ("mail", "a", 3, "OSError")
            assert work.keys == ["a"] * 3
            work.fails.clear()
            assert await jobs.retry(queue.database, "mail") == 1

            async def removed() -> bool:
                return set(await queue.rows()) == {("mail", "")}

            await until(removed)
    told = [one for one in logs if one["log_level"] == "error"]
    assert [(one["kind"], one["key"], one["attempts"]) for one in told] == [("mail", "a", n) for n in (1, 2, 3)]


async def test_failing_job_is_not_tried_before_its_pause_is_over(queue: Queue) -> None:
    work = Work("a")
    await queue.enqueue("mail", "a")
    async with queue.running(JobKind("mail", work, NEVER, first=NEVER)):

        async def second_failure() -> bool:
            return int((await queue.rows())["mail", "a"]["attempts"]) == 2

        await until(second_failure)
    row = (await queue.rows())["mail", "a"]
    assert work.keys == ["a", "a"]
    assert row["due_at"] > clock.now()
    assert row["state"] == "waiting"


async def test_failing_and_hanging_jobs_delay_no_other(queue: Queue) -> None:
    fails, hangs, works = Work("a", ""), Work(takes=3600), Work()
    await queue.enqueue("mail", "a")
    for key in range(12):
        await queue.enqueue("mail", f"b{key}")
        await queue.enqueue("works", str(key))
    async with queue.running(
        JobKind("mail", fails, 0.1), JobKind("exports", hangs, NEVER, is_long=True), JobKind("works", works, NEVER)
    ):
        await fails.reaches("", "a", *(f"b{key}" for key in range(12)))
        await works.reaches("", *(str(key) for key in range(12)))
    assert hangs.keys == [""]


async def test_failed_periodic_job_is_tried_again(queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "_LONGEST_PERIODIC_PAUSE", timedelta(0))
    monkeypatch.setattr(jobs, "MAX_ATTEMPTS", 2)
    work = Work("")
    async with queue.running(JobKind("mail", work, NEVER)):

        async def failed() -> bool:
            return str((await queue.rows()).get(("mail", ""), {}).get("state")) == "failed"

        await until(failed)
        work.fails.clear()

        async def over() -> bool:
            return str((await queue.rows())["mail", ""]["state"]) == "waiting"

        await until(over)
    row = (await queue.rows())["mail", ""]
    assert (row["attempts"], row["problem"]) == (0, None)


async def test_two_workers_never_run_one_job_at_once(queue: Queue) -> None:
    running, runs = set[str](), list[str]()

    async def work(key: str) -> int:
        assert key not in running
        running.add(key)
        runs.append(key)
        await asyncio.sleep(0.02)
        running.remove(key)
        return 0

    with structlog.testing.capture_logs() as logs:
        async with queue.running(JobKind("mail", work, 0.1), workers=2):
            for key in range(30):
                await queue.enqueue("mail", str(key % 10))

            async def empty() -> bool:
                return set(await queue.rows()) == {("mail", "")}

            await until(empty)
    assert [one for one in logs if one["log_level"] == "error"] == []
    assert {str(key) for key in range(10)} <= set(runs)


async def test_job_of_a_crashed_worker_is_taken_over_when_its_claim_expires(queue: Queue) -> None:
    await queue.enqueue("mail", "a")
    async with queue.connection() as crashed:
        assert await jobs.claim(crashed, ["mail"], [], timedelta(seconds=2))
    taken_at = time.monotonic()
    work = Work()
    async with queue.running(JobKind("mail", work, NEVER, first=NEVER)):
        await work.reaches("a")
    assert time.monotonic() - taken_at > 1
    assert ("mail", "a") not in await queue.rows() or work.keys == ["a"]


async def test_claim_of_a_long_job_is_extended_while_it_runs(queue: Queue) -> None:
    work = Work(takes=4)
    await queue.enqueue("exports", "a")
    async with queue.running(
        JobKind("exports", work, NEVER, first=NEVER, is_long=True), workers=2, lease=timedelta(seconds=2.5)
    ):

        async def removed() -> bool:
            return ("exports", "a") not in await queue.rows()

        await until(removed)
    assert work.keys == ["a"], "the other worker did not take it over"


async def test_stopped_worker_ends_its_claims(queue: Queue) -> None:
    work = Work(takes=3600)
    await queue.enqueue("exports", "a")
    async with queue.running(JobKind("exports", work, NEVER, first=NEVER, is_long=True)):
        await work.reaches("a")
    assert {row["claim"] for row in (await queue.rows()).values()} == {None}


async def test_failure_because_the_database_is_away_does_not_count(queue: Queue) -> None:
    calls = 0

    async def work(_: str) -> int:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise asyncpg.AdminShutdownError("terminating connection due to administrator command")
        return 0

    await queue.enqueue("mail", "a")
    async with queue.running(JobKind("mail", work, NEVER, first=NEVER)):

        async def removed() -> bool:
            return ("mail", "a") not in await queue.rows()

        await until(removed)
    assert calls == 2
    assert await jobs.failed(queue.database) == []


async def test_runner_goes_on_after_its_connection_was_lost(queue: Queue) -> None:
    work = Work()
    async with queue.running(JobKind("mail", work, NEVER, first=NEVER)):
        await queue.enqueue("mail", "before")
        await work.reaches("before")
        await queue.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and usename = 'liaison_engine'"
        )
        await queue.enqueue("mail", "after")
        await work.reaches("after")


async def test_idle_runner_polls_once_a_second(queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    polls, claim = list[float](), jobs.claim

    async def counted(*given: object) -> list[jobs.Claimed]:
        polls.append(time.monotonic())
        return await claim(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(jobs, "claim", counted)
    kinds = [JobKind(f"kind {number}", Work(), NEVER, first=NEVER) for number in range(37)]
    async with queue.running(*kinds):
        await asyncio.sleep(3.5)
    assert 2 <= len(polls) <= 5


async def test_runner_ends_when_a_job_fails_as_it_is_cancelled(queue: Queue) -> None:
    work = FailsWhenCancelled()
    running = asyncio.create_task(runner.Runner(queue.database, [JobKind("fails", work, 0.01)]).run())
    await work.begun.wait()
    running.cancel()
    await asyncio.wait([running], timeout=60)
    assert running.cancelled()


async def test_database_of_a_runner_is_closed_without_pending_jobs(queue: Queue) -> None:
    async with queue.database.twin() as database:
        assert isinstance(database, Database)
        running = asyncio.create_task(runner.Runner(database, [JobKind("mail", Work(), 0.1)]).run())
        await asyncio.sleep(0.3)
        running.cancel()
        await asyncio.wait([running], timeout=60)
    assert running.cancelled()
