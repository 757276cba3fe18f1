"""The queue of jobs: enqueuing in the caller's transaction, who may write it, and what the operator sees."""

import asyncio
from datetime import timedelta

import asyncpg
import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from app.jobs import enqueue
from app.jobs import queue as jobs
from app.jobs.queue import Outcome
from tests.jobs.conftest import Queue
from tests.support.databases.superuser import as_superuser

_LEASE = timedelta(seconds=20)


async def test_enqueue_twice_keeps_one_job_with_the_later_due_time(queue: Queue) -> None:
    await queue.enqueue("mail", "a", 60)
    await queue.enqueue("mail", "b", 60)
    before = await queue.rows()
    await queue.enqueue("mail", "a", 3600)
    after = await queue.rows()
    assert set(after) == {("mail", "a"), ("mail", "b")}
    assert after["mail", "b"] == before["mail", "b"]
    assert after["mail", "a"]["due_at"] > before["mail", "a"]["due_at"] + timedelta(seconds=3000)


async def test_enqueue_in_a_transaction_that_is_rolled_back_leaves_no_job(queue: Queue) -> None:
    async with queue.database.writing() as session:
        await enqueue(session, "mail", "a")
        await session.rollback()
    assert await queue.rows() == {}


async def test_enqueue_of_a_failed_job_makes_it_due_again(queue: Queue) -> None:
    await queue.enqueue("mail", "a")
    await queue.execute("update jobs set state = 'failed', attempts = 10, problem = 'OSError'")
    await queue.enqueue("mail", "a")
    row = (await queue.rows())["mail", "a"]
    assert (row["state"], row["attempts"], row["problem"]) == ("waiting", 0, None)


@pytest.mark.parametrize("key", ["", None])
async def test_enqueue_without_a_key_is_refused(queue: Queue, key: str) -> None:
    """Requests cannot move the periodic run of a kind."""
    with pytest.raises(DBAPIError, match="a job needs a key"):
        async with queue.database.writing() as session:
            await enqueue(session, "releases", key, clock.now() + timedelta(days=365))


@pytest.mark.parametrize(
    "statement",
    [
        "select * from jobs",
        "insert into jobs (kind, key, due_at) values ('releases', '', now())",
        "update jobs set due_at = now() + interval '1 year'",
        "update jobs set state = 'failed'",
        "delete from jobs",
        "truncate jobs",
        "select from jobs for update",
        "merge into jobs j using (values (1)) v on true when matched then delete",
    ],
)
async def test_statement_of_the_application_on_jobs_is_refused(queue: Queue, statement: str) -> None:
    await queue.enqueue("mail", "a", 60)
    before = await queue.rows()
    async with as_superuser(queue.database) as superuser:
        await superuser.execute("set session authorization liaison_app")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await superuser.execute(statement)
    assert await queue.rows() == before


async def test_owner_cannot_change_a_periodic_job(queue: Queue) -> None:
    async with queue.connection() as connection:
        await jobs.register(connection, {"releases": 60.0})
    async with as_superuser(queue.database) as superuser:
        await superuser.execute("set session authorization liaison_owner")
        assert await superuser.execute("update jobs set due_at = now()") == "UPDATE 0"
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await superuser.execute("insert into jobs (kind, key, due_at) values ('seats', '', now())")


async def test_claimed_job_is_not_claimed_again_before_its_lease_expires(queue: Queue) -> None:
    await queue.enqueue("mail", "a")
    async with queue.connection() as first, queue.connection() as second:
        (claimed,) = await jobs.claim(first, ["mail"], [], _LEASE)
        assert await jobs.claim(second, ["mail"], [], _LEASE) == []
        await queue.execute("update jobs set claimed_until = now()")
        (again,) = await jobs.claim(second, ["mail"], [], _LEASE)
        assert (again.key, again.claim == claimed.claim) == ("a", False)
        assert await jobs.settle(first, [Outcome(claimed, None)]) == set(), "the claim is another worker's"
        assert await jobs.settle(second, [Outcome(again, None)]) == {again.claim}
    assert await queue.rows() == {}


async def test_extended_claim_lasts(queue: Queue) -> None:
    await queue.enqueue("mail", "a")
    async with queue.connection() as connection:
        (claimed,) = await jobs.claim(connection, ["mail"], [], timedelta(seconds=1))
        await jobs.extend(connection, [claimed.claim], timedelta(hours=1))
    row = (await queue.rows())["mail", "a"]
    assert row["claimed_until"] > clock.now() + timedelta(minutes=50)


async def test_claims_at_once_take_different_jobs(queue: Queue) -> None:
    for key in range(20):
        await queue.enqueue("mail", str(key))
    async with queue.connection() as first, queue.connection() as second:
        claims = [jobs.claim(one, ["mail"], [], _LEASE) for _ in range(5) for one in (first, second)]
        taken = [
            await asyncio.gather(*pair) for pair in [(claims[at], claims[at + 1]) for at in range(0, len(claims), 2)]
        ]
    keys = [one.key for pair in taken for claimed in pair for one in claimed]
    assert len(keys) == len(set(keys)) == 10


async def test_job_enqueued_during_its_run_stays_due(queue: Queue) -> None:
    await queue.enqueue("mail", "a")
    async with queue.connection() as connection:
        (claimed,) = await jobs.claim(connection, ["mail"], [], _LEASE)
        await queue.enqueue("mail", "a", 30)
        due = (await queue.rows())["mail", "a"]["due_at"]
        assert await jobs.settle(connection, [Outcome(claimed, None)]) == {claimed.claim}
    row = (await queue.rows())["mail", "a"]
    assert (row["due_at"], row["claim"], row["attempts"]) == (due, None, 0)


async def test_settling_does_not_wait_for_an_open_transaction_that_enqueues_the_job(queue: Queue) -> None:
    for kind in ("mail", "exports"):
        await queue.enqueue(kind, "a")
    async with queue.connection() as connection:
        claimed = {one.kind: one for one in await jobs.claim(connection, ["mail", "exports"], [], _LEASE)}
        outcomes = [Outcome(one, None) for one in claimed.values()]
        async with queue.database.writing() as session:
            await enqueue(session, "mail", "a")
            async with asyncio.timeout(5):
                assert await jobs.settle(connection, outcomes) == {claimed["exports"].claim}
        assert await jobs.settle(connection, outcomes) == {claimed["mail"].claim}
    assert set(await queue.rows()) == {("mail", "a")}


async def test_failed_job_is_listed_and_due_now_after_a_retry(queue: Queue) -> None:
    for key in ("a", "b"):
        await queue.enqueue("mail", key)
    await queue.enqueue("exports", "a")
    await queue.execute(
        "update jobs set state = 'failed', attempts = 10, problem = 'OSError', due_at = now() + interval '1 hour'"
        " where kind = 'mail'"
    )
    assert [(one.kind, one.key, one.problem) for one in await jobs.failed(queue.database)] == [
        ("mail", "a", "OSError"),
        ("mail", "b", "OSError"),
    ]
    assert await jobs.retry(queue.database, "mail", "a") == 1
    assert await jobs.retry(queue.database, "mail", "a") == 0
    assert [one.key for one in await jobs.failed(queue.database)] == ["b"]
    async with queue.connection() as connection:
        assert [one.key for one in await jobs.claim(connection, ["mail"], [], _LEASE)] == ["a"]


async def test_counts_by_kind_tell_waiting_running_failed_and_overdue(queue: Queue) -> None:
    for key, seconds in (("a", -90), ("b", 60), ("c", 0), ("d", 60)):
        await queue.enqueue("mail", key, seconds)
    await queue.execute("update jobs set state = 'failed' where key = 'd'")
    await queue.execute("update jobs set claim = gen_random_uuid(), claimed_until = now() where key = 'c'")
    (count,) = await jobs.counts(queue.database)
    assert (count.kind, count.waiting, count.running, count.failed) == ("mail", 2, 1, 1)
    assert 85 < count.overdue_seconds < 200


def test_pauses_after_failures_grow_to_an_hour() -> None:
    pauses = [jobs.pause_after(attempts).total_seconds() for attempts in range(1, jobs.MAX_ATTEMPTS + 1)]
    assert pauses == [0, 2, 4, 8, 16, 32, 64, 128, 256, 3600]
