"""PostgreSQL for tests: one server per run, one migrated template, one clone per test.

The xdist controller (or pytest itself without xdist) starts the bundled server without fsync and migrates the
template. A test that takes `database_urls` gets its own clone in about 30 ms and may commit. Clones are created and
dropped over one permanent connection, in memory where there is room: a `psql` for each took longer than the clone.
Not here: clients, members and teams (`tests/factories/team.py`).
"""

import asyncio
import fcntl
import os
import shutil
import tempfile
import threading
from collections.abc import Coroutine, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import asyncpg
import pytest
from sqlalchemy import make_url

from app import clock, database, embedded
from app.embedded.place import Place

TEMPLATE: Final = "liaison_template"
# A test's rows need not outlive it; everything else is as in production.
_SETTINGS: Final = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "log_checkpoints": "off",
    "max_wal_size": "128MB",
    "min_wal_size": "64MB",
}
_MEMORY: Final = Path("/dev/shm")
_ROOM: Final = 3 << 30
_PREFIX: Final = "liaison-test-"
_KEY: Final = "liaison_cluster"  # in the worker's input: the folder of the controller's cluster


class Nursery(embedded.Cluster):
    """The running server, which makes clones over a connection of its own, in a loop that no test shares."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._connection: Any = self._wait_for(
            asyncpg.connect(host=str(self.socket_folder), user="postgres", database="postgres")
        )

    def create_database(self, name: str, template: str | None = None) -> embedded.Urls:
        copy = f'template "{template}" strategy file_copy' if template else ""
        self._say(f'create database "{name}" owner liaison_owner {copy}')
        self._say(f'revoke all on database "{name}" from public')
        self._say(f'grant connect on database "{name}" to liaison_app, liaison_engine')
        return self.urls_of(name)

    def drop_database(self, name: str) -> None:
        self._say(f'drop database if exists "{name}" with (force)')

    def close(self) -> None:
        self._wait_for(self._connection.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _say(self, statement: str) -> None:
        self._wait_for(self._connection.execute(statement))

    def _wait_for(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()


def _memory() -> Path | None:
    """A folder in memory with room for a cluster; None, the usual place, where there is none."""
    if not (_MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)):
        return None
    for left in _MEMORY.glob(f"{_PREFIX}*/lock"):  # by a run that was killed: the kernel has given back its lock
        with left.open("a") as lock, suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left.parent, ignore_errors=True)
    return _MEMORY if shutil.disk_usage(_MEMORY).free > _ROOM else None


class _Running:
    """The cluster of this test run, started when first asked for and removed with its folder at the end."""

    def __init__(self) -> None:
        self._cluster: embedded.Cluster | None = None
        self._folder: Path | None = None

    def get(self) -> embedded.Cluster:
        if self._cluster is None:
            self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=_memory()))
            self._cluster = embedded.start(self._folder, settings=_SETTINGS)
            database.migrate(self._cluster.create_database(TEMPLATE).owner)
        return self._cluster

    def stop(self) -> None:
        if self._cluster is not None:
            self._cluster.stop()
        if self._folder is not None:
            shutil.rmtree(self._folder)


_running = _Running()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """In the xdist controller, for each worker: tell it which cluster to connect to."""
    node.workerinput[_KEY] = str(_running.get().folder)


def pytest_unconfigure() -> None:
    """Stop what this process started; a worker started nothing."""
    _running.stop()


@pytest.fixture(scope="session")
def cluster(request: pytest.FixtureRequest) -> Iterator[embedded.Cluster]:
    """The running cluster, whose database `TEMPLATE` has every migration."""
    given: dict[str, Any] = getattr(request.config, "workerinput", {})
    nursery = Nursery((embedded.start(Path(given[_KEY])) if _KEY in given else _running.get()).place)
    yield nursery
    nursery.close()


@pytest.fixture
def database_urls(cluster: embedded.Cluster, request: pytest.FixtureRequest) -> Iterator[embedded.Urls]:
    """A fresh, migrated database for this test alone, with the addresses of the three roles.

    A test that takes `team` gets a copy of the one in which the team was founded (`tests/factories/team.py`).
    """
    name = f"test_{clock.new_id().hex}"
    template = request.getfixturevalue("starting_team").database if "team" in request.fixturenames else TEMPLATE
    yield cluster.create_database(name, template=template)
    cluster.drop_database(name)


class Copies:
    """Backups of databases: taken while nobody is connected, and restored beside what they are of."""

    def __init__(self, cluster: embedded.Cluster) -> None:
        self._cluster = cluster
        self._made: list[str] = []

    def of(self, urls: embedded.Urls) -> embedded.Urls:
        self._made.append(f"copy_{clock.new_id().hex}")
        return self._cluster.create_database(self._made[-1], template=str(make_url(urls.app).database))

    def drop(self) -> None:
        for name in self._made:
            self._cluster.drop_database(name)


@pytest.fixture
def copies(cluster: embedded.Cluster) -> Iterator[Copies]:
    """Dropped after the test."""
    taken = Copies(cluster)
    yield taken
    taken.drop()
