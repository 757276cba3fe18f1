"""Witnesses of the demonstration: real witnesses, each in a folder of this server.

A witness on the host's own machine proves nothing, so this is for the demonstration only. Requests, judgement and
storage are those of any witness (`witnessing.py`, `registry.py`). Some are called in this process; for others a
process runs on this machine and is asked over HTTP at the address stored in the folder. One answers nothing, like a
machine that is off.

Not here: the caller (`registry.py`), HTTP (`client.py`), starting the processes (`demo/witnesses.py`).
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from app import clock
from app.addresses import Network
from app.ledger.witnesses import client
from app.ledger.witnesses.client import Ask, HttpAnswer, UnreachableError
from app.ledger.witnesses.witnessing import Witness, WitnessError

ENDING: Final = ".demo"
ADDRESS: Final = "address"
_ASLEEP: Final = "asleep"
_SEPARATE: Final = "apart"
_STARTED_WITHIN_SECONDS: Final = 20.0
_LOOK_EVERY_SECONDS: Final = 0.05
_LOOPBACK: Final = client.networks_of(["127.0.0.0/8"])


def asker(state: Path, *, demonstration: bool) -> Ask:
    """Return how a server with this state folder asks witnesses."""
    return DemoWitnesses(state).ask if demonstration else client.ask


class DemoWitnesses:
    """The witnesses of the demonstration in one folder, by the hosts of their addresses."""

    def __init__(self, state: Path) -> None:
        """`state`: the server's state folder."""
        self._folder = state / "demonstration" / "witnesses"

    def take_in(self, host: str, name: str) -> Witness:
        """Return the witness of this host; create it on the first call."""
        folder = self._folder / host
        try:
            return Witness(folder)
        except WitnessError:
            return Witness.init(folder, name)

    def put_to_sleep(self, host: str) -> None:
        """Make a witness answer nothing from now on."""
        (self._folder / host / _ASLEEP).touch()

    def run_separately(self, host: str) -> None:
        """Ask a witness over HTTP from now on; a process of it must run."""
        (self._folder / host / _SEPARATE).touch()

    def separate_folders(self) -> list[Path]:
        """Return the folders of the witnesses that need a process."""
        return sorted(mark.parent for mark in self._folder.glob(f"*/{_SEPARATE}"))

    def forget_addresses(self) -> None:
        """Forget where processes of an earlier server listened. Call it before processes are started."""
        for folder in self.separate_folders():
            (folder / ADDRESS).unlink(missing_ok=True)

    async def started(self) -> None:
        """Wait until each process listens, or for some seconds: without it, signing waits (`answers.py`)."""
        until = clock.monotonic() + _STARTED_WITHIN_SECONDS
        folders = self.separate_folders()
        while clock.monotonic() < until and not all((one / ADDRESS).exists() for one in folders):  # noqa: ASYNC110 - the process tells no one
            await asyncio.sleep(_LOOK_EVERY_SECONDS)

    async def ask(self, url: str, body: bytes, networks: Sequence[Network], patience: float) -> HttpAnswer:
        """Like `client.ask`; hosts of the demonstration are answered from their folder or by a local process.

        Raises the same errors.
        """
        parts = urlsplit(url)
        host = parts.hostname or ""
        if not host.endswith(ENDING):
            return await client.ask(url, body, networks, patience)
        folder = self._folder / host
        if not (folder / "vkey").exists() or (folder / _ASLEEP).exists():
            raise UnreachableError(f"nobody answers at {host}")
        if (folder / _SEPARATE).exists():
            try:
                address = (folder / ADDRESS).read_text(encoding="ascii")
            except FileNotFoundError:
                raise UnreachableError(f"no process of {host} runs") from None
            return await client.ask(f"{address}{parts.path}", body, _LOOPBACK, patience)
        answer = await asyncio.to_thread(Witness(folder).add_checkpoint, body)
        return HttpAnswer(answer.status, bytearray(answer.body.encode()), whole=True)
