"""What computes gives way to what answers: the vault's threads are nicer than the loop that they work for."""

import os
import sys
import threading

import pytest

from app.vault import threads
from app.vault.lanes import Lanes
from app.vault.sealing import SegmentWriter

#: A niceness for each thread is Linux's own.
NICER = 10 if sys.platform == "linux" else 0


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


async def test_its_threads_give_way_and_the_loop_does_not() -> None:
    before = niceness()
    assert await threads.run(niceness) == min(before + NICER, 19)
    assert niceness() == before


class _SeenError(Exception):
    pass


async def test_the_lanes_of_an_upload_give_way() -> None:
    lanes, found = Lanes(None), list[int]()

    def make() -> SegmentWriter:
        found.append(niceness())
        raise _SeenError

    with pytest.raises(_SeenError):
        await lanes.open(make)
    lanes.close()
    assert found == [min(niceness() + NICER, 19)]
