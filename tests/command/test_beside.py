"""The worker beside its server: a process of its own that gives way, is started again, and never outlives the server."""

import os
import time
from pathlib import Path

import httpx

from app import clock
from tests.support.server import Serve

WITHIN_SECONDS = 60.0  # the worker gives way to everybody on a busy machine


def attached_to(server: int) -> int | None:
    """Return the process id of the worker that this server started, if it runs."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            stat, command = (process / "stat").read_text(), (process / "cmdline").read_bytes()
        except OSError:
            continue  # it has ended meanwhile
        if int(stat.rpartition(")")[2].split()[1]) == server and b"--attached" in command:
            return int(process.name)
    return None


def _wait_for_worker(server: int, other_than: int | None = None) -> int:
    until = clock.monotonic() + WITHIN_SECONDS
    while (found := attached_to(server)) is None or found == other_than:
        assert clock.monotonic() < until, "no worker was started"
        time.sleep(0.05)
    return found


def _wait_for_end(process: int) -> None:
    until = clock.monotonic() + WITHIN_SECONDS
    while Path(f"/proc/{process}").exists():
        assert clock.monotonic() < until, "the worker outlives its server"
        time.sleep(0.05)


def _wait_until_it_gives_way(worker: int) -> None:
    until = clock.monotonic() + WITHIN_SECONDS
    while os.getpriority(os.PRIO_PROCESS, worker) <= os.getpriority(os.PRIO_PROCESS, 0):
        assert clock.monotonic() < until, "it takes as many turns as the server"
        time.sleep(0.05)


def test_worker_beside_a_server_gives_way_is_started_again_and_ends_with_it(serve: Serve) -> None:
    server = serve()
    first = _wait_for_worker(server.pid)
    _wait_until_it_gives_way(first)
    os.kill(first, 9)
    second = _wait_for_worker(server.pid, other_than=first)
    assert httpx.get(f"{server.url}/api/health/ready").is_success
    server.stop()
    _wait_for_end(second)
    server.start()
    third = _wait_for_worker(server.pid)
    server.kill()
    _wait_for_end(third)
