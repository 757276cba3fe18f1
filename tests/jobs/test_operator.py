"""What the operator sees of background jobs: the command and the metrics."""

import httpx
import pytest

from app.api.context import AppContext
from app.jobs import enqueue
from app.operator_commands import manage_failed_jobs
from app.settings import Settings
from tests.jobs.conftest import Queue


async def fail(queue: Queue, kind: str, key: str) -> None:
    await queue.enqueue(kind, key)
    await queue.execute("update jobs set state = 'failed', attempts = 10, problem = 'OSError' where key = $1", key)


async def test_command_lists_failed_jobs_and_has_them_run_again(queue: Queue, settings: Settings) -> None:
    assert await manage_failed_jobs(settings, None) == "No job failed."
    for key in ("a", "b"):
        await fail(queue, "working sessions", key)
    await fail(queue, "mail", "c")
    assert (await manage_failed_jobs(settings, None)).splitlines() == [
        "mail c  OSError, 10 times",
        "working sessions a  OSError, 10 times",
        "working sessions b  OSError, 10 times",
    ]
    assert await manage_failed_jobs(settings, ["working sessions", "b"]) == "Due now: 1."
    assert await manage_failed_jobs(settings, ["working sessions"]) == "Due now: 1."
    with pytest.raises(RuntimeError, match="Nothing was changed"):
        await manage_failed_jobs(settings, ["working sessions"])
    assert await manage_failed_jobs(settings, None) == "mail c  OSError, 10 times"


async def test_metrics_count_jobs_by_kind_and_state(client: httpx.AsyncClient, context: AppContext) -> None:
    async with context.database.writing() as session:
        await enqueue(session, "exports", "a")
    text = (await client.get("/metrics")).text
    assert 'liaison_jobs{kind="exports",state="waiting"} 1.0' in text
    assert 'liaison_jobs{kind="exports",state="failed"} 0.0' in text
    assert 'liaison_jobs_overdue_seconds{kind="exports"}' in text
