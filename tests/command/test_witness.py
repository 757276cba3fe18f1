"""`liaison witness` as a party runs it: commands, HTTP, and a power cut at any moment."""

import asyncio
import threading
from collections.abc import Iterator, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from app import witness as program
from app.ledger.signing.cosignatures import CosignerKey, cosignatures
from app.ledger.witnesses.witnessing import MAX_BYTES, Witness
from tests.support.ledgers.reference_ledger import note
from tests.support.ledgers.witnesses import ReferenceLog, WitnessProcess


@pytest.fixture
def witness(tmp_path: Path) -> Iterator[WitnessProcess]:
    process = WitnessProcess(tmp_path / "witness", "witness.example/nl")
    assert "known from here on" in process.run("add-log", ReferenceLog().key.vkey).stdout
    yield process.start()
    process.kill()


def ask(witness: WitnessProcess, body: bytes) -> httpx.Response:
    return httpx.post(f"{witness.url}/add-checkpoint", content=body, timeout=20)


def test_the_door(witness: WitnessProcess) -> None:
    log = ReferenceLog().grow(5)
    answer = ask(witness, log.request(0))
    assert (answer.status_code, answer.text.count("\n")) == (200, 1)
    assert cosignatures(log.note() + answer.content, [CosignerKey.parse(witness.vkey)])
    conflict = ask(witness, log.request(0))
    assert (conflict.status_code, conflict.headers["content-type"], conflict.text) == (409, "text/x.tlog.size", "5\n")
    assert ask(witness, ReferenceLog("other.example").grow(1).request(0)).status_code == 404
    assert ask(witness, b"x").status_code == 400
    assert ask(witness, bytes(MAX_BYTES + 1)).status_code == 413
    assert httpx.get(f"{witness.url}/add-checkpoint").status_code == 405
    assert httpx.post(f"{witness.url}/add-checkpoint/").status_code == 404
    assert "server" not in answer.headers


def test_what_its_keeper_reads(witness: WitnessProcess) -> None:
    log = ReferenceLog().grow(5)
    ask(witness, log.request(0))
    calm = witness.run("status")
    assert (calm.returncode, "cosigned up to size 5" in calm.stdout, witness.vkey in calm.stdout) == (0, True, True)
    assert ask(witness, ReferenceLog().grow(4).grow(1, "two").request(5)).status_code == 409
    alarmed = witness.run("status")
    assert (alarmed.returncode, "FORK" in alarmed.stdout) == (1, True)
    assert "liaison witness: This is no voucher" in witness.run("follow-log", str(witness.folder / "vkey")).stderr
    later = ReferenceLog(log.origin.removesuffix("/0") + "/1")
    told = witness.folder.with_suffix(".voucher")
    told.write_bytes(note(f"liaison-epoch/v1\n{later.origin}\n{later.key.vkey}\n", log.key))
    assert f"{later.origin} is known from here on, from size 5." in witness.run("follow-log", str(told)).stdout
    assert "closed at size 5" in witness.run("close-log", log.origin).stdout
    assert ask(witness, log.grow(1).request(5)).status_code == 403
    assert "(closed)" in witness.run("status").stdout
    refused = witness.run("init", "witness.example/de")
    assert (refused.returncode, refused.stderr.startswith("liaison witness: ")) == (1, True)


async def test_a_request_that_trickles_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Half a body, then silence; or its sender goes."""
    monkeypatch.setattr(program, "_BODY_SECONDS", 0.05)
    said: list[MutableMapping[str, Any]] = []

    async def ask_with(*messages: MutableMapping[str, Any]) -> int:
        coming = list(messages)

        async def receive() -> MutableMapping[str, Any]:
            if not coming:
                await asyncio.Event().wait()
            return coming.pop(0)

        async def send(message: MutableMapping[str, Any]) -> None:
            said.append(message)

        witness_app = program.witness_app(Witness.init(tmp_path / f"{len(said)}", "witness.example/nl"))
        await witness_app({"type": "http", "path": "/add-checkpoint", "method": "POST"}, receive, send)
        return int(said[-2]["status"])

    half = {"type": "http.request", "body": b"old 0\n", "more_body": True}
    assert await ask_with(half) == 408
    assert await ask_with(half, {"type": "http.disconnect"}) == 413
    assert await ask_with(half, {"type": "http.request", "body": b"\n"}) == 400


def test_a_power_cut_forgets_nothing_that_was_answered(witness: WitnessProcess) -> None:
    """Killed amid requests, again and again: what was cosigned is remembered, and only one history is."""
    log, largest = ReferenceLog().grow(400), 0
    for round_ in range(3):
        answered: list[int] = []
        enough = threading.Event()

        def ask_on(start: int, answered: list[int] = answered, enough: threading.Event = enough) -> None:
            old = start
            with httpx.Client(timeout=10) as client:
                for size in range(start + 1, 401):
                    try:
                        answer = client.post(f"{witness.url}/add-checkpoint", content=log.request(old, size))
                    except httpx.TransportError:
                        return
                    assert answer.status_code == 200, answer.text
                    answered.append(size)
                    old = size
                    if len(answered) >= 5:
                        enough.set()

        with ThreadPoolExecutor(1) as pool:
            asking = pool.submit(ask_on, largest)
            assert enough.wait(60)
            witness.kill()
            asking.result(timeout=60)
        witness.start()
        conflict = ask(witness, log.request(399, 400))
        known = int(conflict.text)
        assert answered[-1] <= known <= answered[-1] + 1, round_
        assert ask(witness, ReferenceLog().grow(known - 1).grow(1, "two").request(known)).status_code == 409
        largest = known
