"""Log co-signers for tests.

`ReferenceLog` is a ledger that asks them for cosignatures. The program runs as `liaison witness serve` in a separate
process, or as an ASGI application in the test's process.
"""

import asyncio
import contextlib
import io
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

import uvicorn

from app.ledger.witnesses.witnessing import Answer, Witness
from app.witness import main, witness_app
from tests.support.ledgers.reference_ledger import ReferenceKey, b64, consistency_path, note, tree_root, words

#: As `liaison witness` runs it, without the rest of the program, which takes seconds to import.
_ALONE: Final = "import sys; from app.witness import main; sys.exit(main(sys.argv[1:]))"


@dataclass
class ReferenceLog:
    """A log of any leaves, which signs whatever it is told to: also what no honest log would."""

    origin: str = "liaison.example/jits/paper/0"
    leaves: list[bytes] = field(default_factory=list)

    @property
    def key(self) -> ReferenceKey:
        return ReferenceKey(self.origin)

    def grow(self, many: int, branch: str = "one") -> Self:
        """More leaves; those of another `branch` differ."""
        self.leaves += [words(branch, at) for at in range(len(self.leaves), len(self.leaves) + many)]
        return self

    def text(self, size: int | None = None) -> str:
        leaves = self.leaves[:size]
        return f"{self.origin}\n{len(leaves)}\n{b64(tree_root(leaves))}\n"

    def note(self, size: int | None = None) -> bytes:
        return note(self.text(size), self.key)

    def request(self, old: int, size: int | None = None, proof: Sequence[bytes] | None = None) -> bytes:
        """As `tlog-witness` has it; the proof is the true one unless another is given."""
        leaves = self.leaves[:size]
        if proof is None:
            proof = consistency_path(old, leaves) if 0 < old < len(leaves) else []
        return "\n".join([f"old {old}", *map(b64, proof), "", ""]).encode() + self.note(size)


class WitnessProcess:
    """`liaison witness serve` over a folder, which outlives the process."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.vkey = self.run("init", name).stdout.strip()
        self.url = ""
        self._port = "0"
        self._process: subprocess.Popen[str] | None = None

    def run(self, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A command to its end, in this process: to start another takes seconds."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main([command, str(self.folder), *arguments])
        return subprocess.CompletedProcess([command], code, out.getvalue(), err.getvalue())

    def start(self) -> Self:
        """Start it, and wait until it says where it listens: the same place each time."""
        with self.folder.with_suffix(".log").open("ab") as log:
            words = [sys.executable, "-c", _ALONE, "serve", str(self.folder), "--port", self._port]
            self._process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=log, text=True)
        assert self._process.stdout is not None
        said = self._process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", said)
        assert found, said + self.folder.with_suffix(".log").read_text()
        self.url, self._port = found[0], found[1]
        return self

    def kill(self) -> None:
        """As the power would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.communicate(timeout=30)
            self._process = None


@dataclass
class Party:
    """Serve a party's log co-signer over HTTP; `answer` replaces its answers, if given."""

    witness: Witness
    url: str
    answer: Callable[[bytes], Answer] | None = None

    def add_checkpoint(self, body: bytes) -> Answer:
        return (self.answer or self.witness.add_checkpoint)(body)


@asynccontextmanager
async def serving(folder: Path, name: str) -> AsyncIterator[Party]:
    party = Party(Witness.init(folder, name), "")
    config = uvicorn.Config(witness_app(party), port=0, lifespan="off", log_level="warning", access_log=False)  # type: ignore[arg-type]
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - it tells no one
        await asyncio.sleep(0.01)
    party.url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    try:
        yield party
    finally:
        server.should_exit = True
        await running
