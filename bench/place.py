"""Where benchmarks run: one bundled PostgreSQL that is durable (fsync on), databases, servers and peers on loopback ports.

A module asks for what it needs; everything ends, and the folder is removed, when the run ends. Servers are the real
`liaison serve` in processes of their own. Deliberately not here: what is in a database (`world.py`).
"""

import asyncio
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from app import embedded

ROOT: Final = Path(__file__).resolve().parent.parent
_TEMPLATE: Final = "bench_template"
#: Of one processor: a worker that has nothing to do looks around several times a second.
_QUIET: Final = 0.2


class Place:
    """A folder, a cluster, and the processes started by this run."""

    def __init__(self, folder: Path, million: int = 1_000_000) -> None:
        """`folder` is this run's own, and should lie on the disk that is to be measured. `million`: the largest pool."""
        self.folder, self.million = folder, million
        self._cluster: embedded.Cluster | None = None
        self._processes: list[subprocess.Popen[bytes]] = []
        #: What one module built and others use too (`world.shared`).
        self.kept: dict[str, object] = {}

    @property
    def cluster(self) -> embedded.Cluster:
        """The durable PostgreSQL, started when first asked for; its database `bench_template` has every migration."""
        if self._cluster is None:
            self._cluster = embedded.start(self.folder / "postgres")
            urls = self._cluster.create_database(_TEMPLATE)
            # In a process of its own: a migration runs a loop, and there is one already.
            command = [sys.executable, "-m", "app", "migrate"]
            subprocess.run(command, cwd=ROOT, env={**os.environ, **_addresses(urls)}, check=True, capture_output=True)  # noqa: S603
        return self._cluster

    def database(self, name: str) -> embedded.Urls:
        """A new database with every migration, and nothing in it."""
        return self.cluster.create_database(name, template=_TEMPLATE)

    def drop(self, name: str) -> None:
        """Give its disk back before the next module needs it."""
        self.cluster.drop_database(name)

    def serve(self, urls: embedded.Urls, state: str = "state", *more: str, **settings: str) -> "Running":
        """`liaison serve` on a database, ready and at rest. `state`: the name of its folder; two servers on one database share it.

        `more`: further words of the command, such as `--no-worker`.
        """
        port = free_port()
        environment = {**_addresses(urls), "LIAISON_STATE": str(self.folder / state)}
        command = [sys.executable, "-m", "app", "serve", "--port", str(port), *more]
        running = self.run(command, port, {**environment, **settings}, ready="/api/health/ready")
        running.come_to_rest()
        return running

    def run(
        self,
        command: Sequence[str],
        port: int,
        environment: dict[str, str] | None = None,
        *,
        ready: str | None = None,
        patience: float = 180,
    ) -> "Running":
        """A process that will listen on `port` of the loopback address; back once it answers there."""
        log = (self.folder / f"{port}.log").open("wb")
        process = subprocess.Popen(  # noqa: S603 - commands of the benchmarks
            command, cwd=ROOT, env={**os.environ, **(environment or {})}, stdout=log, stderr=log
        )
        self._processes.append(process)
        running = Running(process, port, self.folder / f"{port}.log")
        running.wait(ready, patience)
        return running

    def rest(self) -> None:
        """End what a module left running."""
        while self._processes:
            stop(self._processes.pop())

    def close(self) -> None:
        """End the processes, the cluster, the folder."""
        self.rest()
        if self._cluster is not None:
            self._cluster.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class Running:
    """A server that this run started."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, log: Path) -> None:
        """`log`: where it writes."""
        self.process, self.port, self.log = process, port, log
        self.origin = f"http://localhost:{port}"

    def wait(self, ready: str | None, patience: float = 60) -> None:
        """Until it answers 200 at `ready`, or, without one, until it listens. Raises `RuntimeError`."""
        until = time.monotonic() + patience
        while time.monotonic() < until and self.process.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=5) as peer:
                    if ready is None:
                        return
                    peer.sendall(
                        f"GET {ready} HTTP/1.1\r\nHost: localhost:{self.port}\r\nConnection: close\r\n\r\n".encode()
                    )
                    if b" 200 " in peer.recv(200):
                        return
            except OSError:
                pass  # not listening yet
            time.sleep(0.05)
        stop(self.process)
        raise RuntimeError(f"it did not start:\n{self.log.read_text()[-4000:]}")

    def come_to_rest(self, patience: float = 30) -> None:
        """Until it and its worker do nearly nothing: a worker still loads the program when its server is ready.

        Who has much to do after a start goes on with it, and is measured so.
        """
        until, before = time.monotonic() + patience, self._ticks()
        while time.monotonic() < until:
            time.sleep(1)
            now = self._ticks()
            if abs(now - before) <= _QUIET * os.sysconf("SC_CLK_TCK"):
                return
            before = now

    def _ticks(self) -> int:
        """Of the processor, used by it and the processes that it started."""
        own, used = self.process.pid, 0
        for one in (own, *Path(f"/proc/{own}/task/{own}/children").read_text(encoding="ascii").split()):
            with suppress(FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
                stat = Path(f"/proc/{one}/stat").read_text(encoding="utf-8")
                used += sum(map(int, stat.rpartition(")")[2].split()[11:13]))
        return used

    def memory_kib(self) -> int:
        """Resident memory of the process now, without what it shares with others, in KiB."""
        lines = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))

    def stop(self) -> None:
        """End it, and wait for its end."""
        stop(self.process)


def _addresses(urls: embedded.Urls) -> dict[str, str]:
    return {"DATABASE_URL": urls.app, "DATABASE_OWNER_URL": urls.owner, "DATABASE_ENGINE_URL": urls.engine}


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ask, and insist after ten seconds."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    """A port of the loopback address on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def somewhere(parent: Path | None = None, million: int = 1_000_000) -> Iterator[Place]:
    """A place for one run, in the folder for temporary files unless `parent` names another disk."""
    place = Place(Path(tempfile.mkdtemp(prefix="bench-", dir=parent)), million)
    try:
        yield place
    finally:
        place.close()


async def settle(seconds: float = 0.5) -> None:
    """Let what was just built come to rest, on the disk too."""
    await asyncio.to_thread(os.sync)
    await asyncio.sleep(seconds)
