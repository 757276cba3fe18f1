"""Witnesses of the demonstration: the real thing, each in a folder of this server.

A witness that a party runs on its host's own machine proves nothing to anybody, so that this is for the demonstration alone; what is
asked, judged, kept and entered is what a witness elsewhere judges and keeps (`witnessing.py`, `witnesses.py`). Some are asked without a
network; of others a process runs on this machine, which is asked over HTTP at the address that lies in their folder. One is asleep: it
answers nothing, as one does whose machine is off.
Deliberately not here: who asks (`witnesses.py`), HTTP (`asking.py`), who starts the processes (`demo/witnesses.py`).
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from app.addresses import Network
from app.ledger import asking
from app.ledger.asking import Ask, Said, UnreachableError
from app.ledger.witnessing import Witness, WitnessError

ENDING: Final = ".demo"
ADDRESS: Final = "address"
_ASLEEP: Final = "asleep"
_APART: Final = "apart"
_LOOPBACK: Final = asking.networks_of(["127.0.0.0/8"])


def asker(state: Path, *, demonstration: bool) -> Ask:
    """How witnesses are asked by a server of this state."""
    return Housed(state).ask if demonstration else asking.ask


class Housed:
    """The witnesses in one folder, by the hosts of their addresses."""

    def __init__(self, state: Path) -> None:
        """`state`: the server's."""
        self._folder = state / "demonstration" / "witnesses"

    def take_in(self, host: str, name: str) -> Witness:
        """The witness at this host; made at its first call."""
        folder = self._folder / host
        try:
            return Witness(folder)
        except WitnessError:
            return Witness.init(folder, name)

    def put_to_sleep(self, host: str) -> None:
        """It answers nothing from here on."""
        (self._folder / host / _ASLEEP).touch()

    def set_apart(self, host: str) -> None:
        """It is asked over HTTP from here on, while a process of it runs."""
        (self._folder / host / _APART).touch()

    def apart(self) -> list[Path]:
        """The folders of those of which a process is to run."""
        return sorted(mark.parent for mark in self._folder.glob(f"*/{_APART}"))

    async def ask(self, url: str, body: bytes, networks: Sequence[Network], patience: float) -> Said:
        """As `asking.ask`, and of a host of the demonstration its folder or its process here. Raises the same."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if not host.endswith(ENDING):
            return await asking.ask(url, body, networks, patience)
        folder = self._folder / host
        if not (folder / "vkey").exists() or (folder / _ASLEEP).exists():
            raise UnreachableError(f"nobody answers at {host}")
        if (folder / _APART).exists():
            try:
                address = (folder / ADDRESS).read_text(encoding="ascii")
            except FileNotFoundError:
                raise UnreachableError(f"no process of {host} runs") from None
            return await asking.ask(f"{address}{parts.path}", body, _LOOPBACK, patience)
        answer = await asyncio.to_thread(Witness(folder).add_checkpoint, body)
        return Said(answer.status, bytearray(answer.body.encode()), whole=True)
