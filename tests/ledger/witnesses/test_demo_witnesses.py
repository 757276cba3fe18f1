"""Witnesses of the demonstration: real cosignatures, no answer from a sleeping one, and other addresses are asked by HTTP."""

from pathlib import Path

import pytest

from app.ledger.witnesses.client import UnfitAddressError, UnreachableError
from app.ledger.witnesses.demo_witnesses import DemoWitnesses
from tests.support.ledgers.witnesses import ReferenceLog

HOST = "witness.xx.demo"
DOOR = f"https://{HOST}/add-checkpoint"


async def test_demo_witness_cosigns_until_it_is_put_to_sleep(tmp_path: Path) -> None:
    witnesses, log = DemoWitnesses(tmp_path), ReferenceLog().grow(3)
    witnesses.take_in(HOST, f"{HOST}/team").add_log(log.key.vkey)
    assert witnesses.take_in(HOST, "another").key.name == f"{HOST}/team", "made once"
    assert (await witnesses.ask(DOOR, log.request(0), [], 5)).status == 200
    said = await witnesses.ask(DOOR, log.grow(2).request(0), [], 5)
    assert (said.status, bytes(said.body)) == (409, b"3\n")
    witnesses.put_to_sleep(HOST)
    with pytest.raises(UnreachableError, match="nobody answers"):
        await witnesses.ask(DOOR, log.request(3), [], 5)


async def test_unknown_demo_witness_does_not_answer_and_others_are_asked_by_http(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError, match="nobody answers"):
        await DemoWitnesses(tmp_path).ask("https://witness.yy.demo/add-checkpoint", b"", [], 5)
    with pytest.raises(UnfitAddressError):
        await DemoWitnesses(tmp_path).ask("http://witness.example/add-checkpoint", b"", [], 5)
