"""The loops of the server, and the list of the worker's jobs."""

import asyncio
from dataclasses import replace

import pytest

from app import opening, worker
from app.api.context import AppContext
from tests.support.failing import FailsWhenCancelled

JOBS = {
    *(
        "releases",
        "seats",
        "leavings",
        "suspensions",
        "working sessions",
        "renditions",
        "exports",
        "uploads",
        "consents",
        "derived",
    ),
    *("verdicts", "alerts", "mentions", "hand-overs", "emergencies", "notifications", "moments"),
    *("transfers", "left behind", "erasures", "ways", "uses of reference data", "fields", "old talk", "old bundles"),
    *("witnesses", "time stamps", "refusals", "digests", "fixity", "quorums", "promises", "recomputing"),
    *("access log", "sessions", "old notifications", "legal deadlines", "limits of use"),
    *("answers to challenges", "reviews of notices"),
}


async def test_loop_of_the_server_that_fails_when_it_is_cancelled_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_AGAIN_SECONDS", 0.01)
    work = FailsWhenCancelled()

    async def loop() -> None:
        await work()

    async with asyncio.timeout(60), opening.running(loop=loop):
        await work.begun.wait()
    assert work.failed


async def test_worker_runs_every_job(context: AppContext) -> None:
    """Tests call jobs one by one; this list shows a job that the worker lost."""
    settings = context.settings.model_copy(update={"smtp_host": "x", "smtp_sender": "x@x.test"})
    with_mail = replace(context, post=opening._post(settings))
    assert set(worker.jobs(context)) == JOBS
    assert set(worker.jobs(with_mail)) == JOBS | {
        "notices",
        "mailed digests",
        "mailed sign-ins",
        "mailed organisations",
        "mail",
    }
