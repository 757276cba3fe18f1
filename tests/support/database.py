"""Real PostgreSQL for tests: started once by whoever runs them, one migrated template, a clone for each test.

Here: the xdist controller (or pytest itself without xdist) starts the bundled server without fsync and migrates the
template; a test that takes `database_urls` gets a clone of its own in about 30 ms and may commit as it likes.
Not here: clients, seats, JITs (`conftest.py`), and doubles of a database, which do not exist.
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import make_url

from app import clock, database, embedded

TEMPLATE: Final = "liaison_template"
# A test's rows need not outlive it; everything else is as in production.
_SETTINGS: Final = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "log_checkpoints": "off"}
_KEY: Final = "liaison_cluster"  # in the worker's input: the folder of the controller's cluster


class _Running:
    """The cluster of this test run, started when first asked for and removed with its folder at the end."""

    def __init__(self) -> None:
        self._cluster: embedded.Cluster | None = None
        self._folder: Path | None = None

    def get(self) -> embedded.Cluster:
        if self._cluster is None:
            self._folder = Path(tempfile.mkdtemp(prefix="liaison-test-"))
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
def cluster(request: pytest.FixtureRequest) -> embedded.Cluster:
    """The running cluster, whose database `TEMPLATE` has every migration."""
    given: dict[str, Any] = getattr(request.config, "workerinput", {})
    return embedded.start(Path(given[_KEY])) if _KEY in given else _running.get()


@pytest.fixture
def database_urls(cluster: embedded.Cluster, request: pytest.FixtureRequest) -> Iterator[embedded.Urls]:
    """A fresh, migrated database for this test alone, with the addresses of the three roles.

    A test that takes `team` gets a copy of the one in which the team was founded (`tests/factories/team.py`).
    """
    name = f"test_{clock.new_id().hex}"
    template = request.getfixturevalue("founded").database if "team" in request.fixturenames else TEMPLATE
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
