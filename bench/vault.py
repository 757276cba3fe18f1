"""The vault alone against `sha256sum`: intake, reading back, a range from the middle, two uploads at once.

`python bench/vault.py [MiB] [folder]` makes a file of random bytes, hashes it with `sha256sum` before and after each
figure, and prints ratios: 1.0 is as fast as `sha256sum`. Deliberately not here: HTTP and the database.
"""

import asyncio
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from uuid import uuid4

import uvloop

from app.vault import intake, reading
from app.vault.places import Place, Segment
from app.vault.vault import Vault

MIB = 2**20
ROUNDS = 5


class Bench:
    """One file, one vault, and what was uploaded into it since the last tidying."""

    def __init__(self, folder: Path, size_mib: int) -> None:
        """Makes the file and the vault."""
        self.path = folder / "file"
        self.size = size_mib * MIB
        with self.path.open("wb") as file:
            for _ in range(size_mib):
                file.write(os.urandom(MIB))
        self.vault = Vault.open(folder / "state")
        self.digest = self.sha256sum()[1]
        self.uploaded: list[Place] = []

    def sha256sum(self) -> tuple[float, str]:
        """Seconds, and the hash."""
        began = time.perf_counter()
        command = ["sha256sum", str(self.path)]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
        return time.perf_counter() - began, said.split()[0]

    async def body(self) -> AsyncIterator[bytes]:
        """Pieces of 64 KiB, as a server reads them from a socket."""
        with self.path.open("rb", buffering=0) as file:
            while piece := file.read(64 * 1024):
                yield piece
                await asyncio.sleep(0)

    async def upload(self) -> tuple[Place, Segment]:
        """One file in one PATCH; its hash is checked."""
        place = Place(uuid4(), uuid4(), uuid4())
        await self.vault.begin(place)
        with self.vault.locks.hold(place) as hold:
            got = await intake.receive(self.vault, hold, 0, self.body(), intake.UploadTerms(room=self.size))
        assert got.segment is not None
        assert got.sha256 == self.digest
        self.uploaded.append(place)
        return place, got.segment

    async def tidy(self) -> None:
        """Discards what was uploaded, so that rounds do not fill the disk's cache for each other."""
        while self.uploaded:
            with self.vault.locks.hold(self.uploaded.pop()) as hold:
                await self.vault.discard(hold)
        os.sync()

    async def compare(self, what: str, work: Callable[[], Awaitable[object]], times: int = 1) -> None:
        """Some rounds: the median ratio, all of them, and how late the loop was meanwhile at the 99th percentile."""
        ratios, late = list[float](), list[float]()
        for _ in range(ROUNDS):
            before, _ = self.sha256sum()
            ticking = asyncio.create_task(tick(late))
            began = time.perf_counter()
            await work()
            took = time.perf_counter() - began
            ticking.cancel()
            ratios.append(times * min(before, self.sha256sum()[0]) / took)
            await self.tidy()
        every = ", ".join(f"{each:.2f}" for each in sorted(ratios))
        p99 = sorted(late)[len(late) * 99 // 100] * 1000
        print(f"{what:24} {sorted(ratios)[ROUNDS // 2]:.2f} of sha256sum ({every}), loop late p99 {p99:.1f} ms")


async def tick(late: list[float]) -> None:
    """Writes down, in seconds, how much later than asked for the loop comes round."""
    while True:
        due = time.perf_counter() + 0.002
        await asyncio.sleep(0.002)
        late.append(time.perf_counter() - due)


async def main(size_mib: int, parent: Path) -> None:
    """Everything, in a folder that is removed afterwards."""
    with tempfile.TemporaryDirectory(dir=parent) as name:
        bench = Bench(Path(name), size_mib)
        idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        place, segment = await bench.upload()
        bench.uploaded.clear()

        async def read(start: int = 0, end: int = bench.size) -> None:
            stream = reading.read(bench.vault, place, [segment], start, end)
            assert sum([len(block) async for block in stream]) == end - start

        await bench.compare("upload", bench.upload)
        await bench.compare("two uploads at once", lambda: asyncio.gather(bench.upload(), bench.upload()), times=2)
        await bench.compare("read back", read)
        await bench.compare("hash again", lambda: reading.rehash(bench.vault, place, [segment]))
        began = time.perf_counter()
        for _ in range(50):
            await read(bench.size // 2 + 12_345, bench.size // 2 + 12_345 + MIB)
        print(f"{'1 MiB from the middle':24} {(time.perf_counter() - began) * 20:.2f} ms")
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - idle) // 1024
        print(f"{'memory above idle':24} {grown} MiB")


if __name__ == "__main__":
    given = [*sys.argv[1:], *["1024", tempfile.gettempdir()][len(sys.argv) - 1 :]]
    uvloop.run(main(int(given[0]), Path(given[1])))
