"""The running witness of the demonstration: a process that starts and ends with the server, and cosigns over HTTP."""

import asyncio
import os
import time
from pathlib import Path

import pytest

from app import clock
from app.ledger.witnesses.client import UnreachableError
from app.ledger.witnesses.demo_witnesses import DemoWitnesses
from tests.command.test_beside import _wait_for_end, _wait_for_worker
from tests.support.ledgers.witnesses import ReferenceLog
from tests.support.server import Serve

HOST = "witness.xx.demo"
DOOR = f"https://{HOST}/add-checkpoint"
WITHIN_SECONDS = 60.0
BUILT = "demonstration.built"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A state folder in which the demonstration was built before, with one witness of a reference ledger."""
    state = tmp_path / "state"
    witnesses = DemoWitnesses(state)
    witnesses.take_in(HOST, f"{HOST}/team").add_log(ReferenceLog().key.vkey)
    witnesses.run_separately(HOST)
    (state / BUILT).touch()
    return state


def witness_of(server: int) -> int | None:
    """The process of a witness that this server started."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            stat, command = (process / "stat").read_text(), (process / "cmdline").read_bytes()
        except OSError:
            continue  # it has ended meanwhile
        if int(stat.rpartition(")")[2].split()[1]) == server and b"app.witness" in command:
            return int(process.name)
    return None


def asked(state: Path, log: ReferenceLog, old: int) -> int:
    """What the witness answers, once it is there."""
    until = clock.monotonic() + WITHIN_SECONDS
    while True:
        try:
            return asyncio.run(DemoWitnesses(state).ask(DOOR, log.request(old), [], 20)).status
        except UnreachableError:
            assert clock.monotonic() < until, "no witness was started"
            time.sleep(0.05)


def test_witness_of_the_demonstration_runs_as_long_as_the_server(serve: Serve, state: Path) -> None:
    log = ReferenceLog().grow(3)
    with pytest.raises(UnreachableError, match="no process"):
        asyncio.run(DemoWitnesses(state).ask(DOOR, log.request(0), [], 5))
    server = serve(state=state, LIAISON_DEMO="1")
    assert asked(state, log, 0) == 200
    first = witness_of(server.pid)
    assert first is not None
    os.kill(first, 9)
    _wait_for_end(first)
    assert asked(state, log, 0) == 409, "another process remembers what the first one cosigned"
    second = witness_of(server.pid)
    assert second is not None
    server.stop()
    _wait_for_end(second)
    assert not (state / "demonstration" / "witnesses" / HOST / "address").exists()
    server.start()
    assert asked(state, log.grow(1), 3) == 200
    third = witness_of(server.pid)
    assert third is not None
    server.kill()
    _wait_for_end(third)


def test_server_that_is_no_demonstration_starts_no_witness(serve: Serve, state: Path) -> None:
    server = serve(state=state)
    _wait_for_worker(server.pid)  # which is started with the witness
    assert witness_of(server.pid) is None
    with pytest.raises(UnreachableError, match="no process"):
        asyncio.run(DemoWitnesses(state).ask(DOOR, ReferenceLog().grow(1).request(0), [], 5))
