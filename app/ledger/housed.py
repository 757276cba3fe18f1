"""Witnesses of the demonstration: the real thing, each in a folder of this server, asked without a network.

A witness that a party runs on its host's own machine proves nothing to anybody, so that this is for the demonstration alone; what is
asked, judged, kept and entered is what a witness elsewhere judges and keeps (`witnessing.py`, `witnesses.py`). One is asleep: it
answers nothing, as one does whose machine is off. Deliberately not here: who asks (`witnesses.py`), HTTP (`asking.py`).
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
_ASLEEP: Final = "asleep"


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

    async def ask(self, url: str, body: bytes, networks: Sequence[Network], patience: float) -> Said:
        """As `asking.ask`, and of a host of the demonstration its folder here. Raises the same."""
        host = urlsplit(url).hostname or ""
        if not host.endswith(ENDING):
            return await asking.ask(url, body, networks, patience)
        folder = self._folder / host
        if not (folder / "vkey").exists() or (folder / _ASLEEP).exists():
            raise UnreachableError(f"nobody answers at {host}")
        answer = await asyncio.to_thread(Witness(folder).add_checkpoint, body)
        return Said(answer.status, bytearray(answer.body.encode()), whole=True)
