"""`run_in_own_loop`: runs work in an event loop in another thread."""

import asyncio
import threading
import time

import pytest

from app.own_loop import run_in_own_loop
from tests.support.waiting import until


async def test_own_loop_runs_while_the_other_loop_is_busy() -> None:
    turns: list[str] = []

    async def work() -> None:
        for _ in range(20):
            await asyncio.sleep(0.001)
            turns.append(threading.current_thread().name)

    doing = asyncio.create_task(run_in_own_loop("beside", work))
    await asyncio.sleep(0)
    time.sleep(1)  # nobody else has a turn in this loop
    assert turns == ["beside_0"] * 20
    await doing
    assert not _threads()


async def test_own_loop_raises_the_error_of_its_work() -> None:
    async def work() -> None:
        await asyncio.sleep(0)
        raise ValueError("nothing there")

    with pytest.raises(ValueError, match="nothing there"):
        await run_in_own_loop("beside", work)
    assert not _threads()


async def test_cancelled_caller_waits_until_the_own_loop_has_ended() -> None:
    done: list[str] = []
    begun = asyncio.get_running_loop().create_future()
    here = asyncio.get_running_loop()

    async def work() -> None:
        here.call_soon_threadsafe(begun.set_result, None)
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.1)  # as a connection is closed
            done.append("closed")

    doing = asyncio.create_task(run_in_own_loop("beside", work))
    await begun
    doing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await doing
    assert done == ["closed"]
    assert not _threads()


async def test_who_is_cancelled_again_while_it_ends_goes_on_here_and_cancels_that_too() -> None:
    begun = asyncio.get_running_loop().create_future()
    here, ways = asyncio.get_running_loop(), list[str]()

    async def work() -> None:
        here.call_soon_threadsafe(begun.set_result, None)
        try:
            await asyncio.sleep(60)
        finally:
            ways.append("tidying up")
            await asyncio.sleep(60)  # as a database that does not answer

    doing = asyncio.create_task(run_in_own_loop("beside", work))
    await begun
    doing.cancel()

    async def tidies_up() -> bool:
        return bool(ways)

    await until(tidies_up)
    assert not doing.done()
    doing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await doing
    assert not _threads()


@pytest.mark.parametrize("fails", [False, True])
async def test_who_is_cancelled_when_it_has_just_ended_is_cancelled(*, fails: bool) -> None:
    async def work() -> None:
        await asyncio.sleep(0)
        if fails:
            raise ValueError("nothing there")

    doing = asyncio.create_task(run_in_own_loop("beside", work))
    await asyncio.sleep(0)
    time.sleep(0.2)  # it ends, and this loop has not heard of it
    doing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await doing
    assert not _threads()


def _threads() -> list[str]:
    return [one.name for one in threading.enumerate() if one.name.startswith("beside")]
