"""Witnesses of the demonstration: they judge as any other, one that sleeps answers nothing, and nobody else's address is theirs."""

from pathlib import Path

import pytest

from app.ledger.witnesses.client import UnfitAddressError, UnreachableError
from app.ledger.witnesses.demo_witnesses import Housed
from tests.support.ledgers.witnesses import PaperLog

HOST = "witness.xx.demo"
DOOR = f"https://{HOST}/add-checkpoint"


async def test_judges_as_any_witness_does_until_it_falls_asleep(tmp_path: Path) -> None:
    housed, log = Housed(tmp_path), PaperLog().grow(3)
    housed.take_in(HOST, f"{HOST}/team").add_log(log.key.vkey)
    assert housed.take_in(HOST, "another").key.name == f"{HOST}/team", "made once"
    assert (await housed.ask(DOOR, log.request(0), [], 5)).status == 200
    said = await housed.ask(DOOR, log.grow(2).request(0), [], 5)
    assert (said.status, bytes(said.body)) == (409, b"3\n")
    housed.put_to_sleep(HOST)
    with pytest.raises(UnreachableError, match="nobody answers"):
        await housed.ask(DOOR, log.request(3), [], 5)


async def test_who_is_not_there_does_not_answer_and_others_are_asked_as_ever(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError, match="nobody answers"):
        await Housed(tmp_path).ask("https://witness.yy.demo/add-checkpoint", b"", [], 5)
    with pytest.raises(UnfitAddressError):
        await Housed(tmp_path).ask("http://witness.example/add-checkpoint", b"", [], 5)
