"""An installation that can be killed part by part: a server without worker, a worker, and perhaps a PostgreSQL of its own.

PostgreSQL runs as in production, fsync included, but a kill of processes is not a loss of power: what was written lives on in
the system's cache. So this shows that nothing is answered before it is written, and not that it is on the disk.
Not here: which part is killed and when (`killer.py`).
"""

import asyncio
import os
import signal
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy import make_url

from app import clock, database, embedded
from tests.support.server import Server


class Programs:
    """A server and a worker in processes of their own, over a database that outlives them. `outages`: when neither ran."""

    def __init__(self, folder: Path, cluster: embedded.Cluster, urls: embedded.Urls) -> None:
        self.folder = folder
        self.state = folder / "state"
        self.cluster = cluster
        self.urls = urls
        self.server = Server(self.urls, self.state, {"LIAISON_WORKER": "0"})
        self.outages: list[tuple[datetime, datetime]] = []
        self._worker: subprocess.Popen[bytes] | None = None

    async def start_server(self) -> None:
        """Until it can work."""
        await asyncio.to_thread(self.server.start)

    def start_worker(self) -> None:
        """Start it and do not wait: without a database it waits for one by itself."""
        self._worker = self.server.spawn("worker")

    def kill_server(self) -> None:
        self.server.kill()

    def kill_worker(self) -> None:
        assert self._worker is not None
        self._worker.kill()
        self._worker.wait()

    def stop(self) -> None:
        """Whatever still runs."""
        if self._worker is not None and self._worker.poll() is None:
            self._worker.terminate()
            self._worker.wait(timeout=60)
        self.server.stop()

    @asynccontextmanager
    async def sql(self) -> AsyncIterator[Any]:
        """A connection that no policy binds."""
        socket, name = str(self.cluster.socket_folder), make_url(self.urls.app).database
        connection = await asyncpg.connect(host=socket, user="postgres", database=name)
        try:
            yield connection
        finally:
            await connection.close()

    @asynccontextmanager
    async def outage(self) -> AsyncIterator[None]:
        """The block is a time in which nothing could be published."""
        began = clock.now()
        yield
        self.outages.append((began, clock.now()))

    def out_between(self, start: datetime, end: datetime) -> timedelta:
        """For how long, of this time, nothing could be published."""
        overlaps = (min(end, until) - max(start, since) for since, until in self.outages)
        return sum((one for one in overlaps if one > timedelta()), timedelta())


class Installation(Programs):
    """With its own PostgreSQL, all in one folder. Its methods block, and are called from the main thread: it ends with that."""

    def __init__(self, folder: Path) -> None:
        cluster = embedded.start(folder / "postgres")
        database.migrate(cluster.urls.owner)
        super().__init__(folder, cluster, cluster.urls)

    def start_postgres(self) -> None:
        """After a kill: it recovers from its write-ahead log."""
        self.cluster = embedded.start(self.folder / "postgres")

    def kill_postgres(self) -> None:
        """The postmaster and every child at once: none of them writes a last word."""
        postmaster = self.cluster.pid
        os.kill(postmaster, signal.SIGSTOP)  # it gets no children meanwhile
        children = [pid for pid in _processes() if _parent(pid) == postmaster]
        assert children, "PostgreSQL has no children: this kills nothing"
        for pid in (postmaster, *children):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.cluster.stop()  # which finds it dead, and gives the lock back

    def stop(self) -> None:
        """Whatever still runs."""
        super().stop()
        self.cluster.stop()


def _processes() -> list[int]:
    return [int(one.name) for one in Path("/proc").iterdir() if one.name.isdecimal()]


def _parent(pid: int) -> int | None:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:  # it ended meanwhile
        return None
    return int(stat.rpartition(")")[2].split()[1])
