"""The worker's loops: begun one after another, and none waits for one that is at work or fails."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import cast

import pytest

from app import main, worker
from app.api.context import AppContext
from app.worker import _Loop

JOBS = {
    *("releases", "seats", "leavings", "working sessions", "renditions", "exports", "uploads", "consents", "derived"),
    *("verdicts", "alerts", "mentions", "hand-overs", "emergencies", "notifications", "moments"),
    *("transfers", "left behind", "erasures", "ways", "fields", "old talk", "old bundles"),
    *("witnesses", "time stamps", "refusals", "digests", "fixity", "quorums", "promises", "recomputing"),
    *("access log", "sessions", "old notifications"),
}
_NO_HOUSE = cast("AppContext", None)  # these loops ask nothing of it


@asynccontextmanager
async def at_work(monkeypatch: pytest.MonkeyPatch, *loops: _Loop) -> AsyncIterator[None]:
    """The worker with these loops instead of its own."""

    def given(_: AppContext) -> Iterator[_Loop]:
        return iter(loops)

    with monkeypatch.context() as replaced:
        replaced.setattr(worker, "_loops", given)
        running = asyncio.create_task(worker.run(_NO_HOUSE))
        try:
            yield
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not holds():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)


async def test_begin_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_ALONE_SECONDS", 60.0)
    under_way, most, begun = set[str](), 0, list[str]()

    def loop(name: str, pause: float) -> _Loop:
        async def turn() -> int:
            nonlocal most
            begun.append(name)
            under_way.add(name)
            most = max(most, len(under_way))
            await asyncio.sleep(0.02)
            under_way.remove(name)
            return 0

        return _Loop(name, turn, pause)

    loops = [loop("slow", 4.0), *(loop(f"quick {n}", 3.0) for n in range(8))]
    async with at_work(monkeypatch, *loops):
        await until(lambda: len(begun) == len(loops) and not under_way)
    assert most == 1
    assert begun == [*(f"quick {n}" for n in range(8)), "slow"]


async def test_one_that_is_at_work_or_fails_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    turns = {"fails": 0, "goes on": 0}

    async def long() -> int:
        await asyncio.Event().wait()
        return 0

    async def fails() -> int:
        turns["fails"] += 1
        raise ValueError("as it may happen")

    async def goes_on() -> int:
        turns["goes on"] += 1
        return 0

    loops = (_Loop("long", long, 0.01), _Loop("fails", fails, 0.02), _Loop("goes on", goes_on, 0.03))
    async with at_work(monkeypatch, *loops):
        await until(lambda: min(turns.values()) >= 3)


class FailsWhenCancelled:
    """Work that meets its first cancellation as a driver does whose database ends at the same moment."""

    def __init__(self) -> None:
        self.begun, self.failed = asyncio.Event(), False

    async def __call__(self) -> int:
        self.begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            if self.failed:
                raise
            self.failed = True
            raise OSError("the database has gone") from None
        return 0


async def test_loop_of_the_worker_that_fails_when_it_is_cancelled_ends() -> None:
    work = FailsWhenCancelled()
    running = asyncio.create_task(_Loop("fails", work, 0.01).run(asyncio.Event()))
    await work.begun.wait()
    running.cancel()
    await asyncio.wait([running], timeout=60)
    assert running.cancelled()


async def test_loop_of_the_server_that_fails_when_it_is_cancelled_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "_AGAIN_SECONDS", 0.01)
    work = FailsWhenCancelled()

    async def loop() -> None:
        await work()

    async with asyncio.timeout(60), main.running(loop=loop):
        await work.begun.wait()


async def test_worker_runs_every_job(context: AppContext) -> None:
    """Tests call jobs one by one; this list shows a job that the worker lost."""
    with_mail = replace(
        context, settings=context.settings.model_copy(update={"smtp_host": "x", "smtp_sender": "x@x.test"})
    )
    assert set(worker.jobs(context)) == JOBS
    assert set(worker.jobs(with_mail)) == JOBS | {"notices", "mailed digests", "mail"}
