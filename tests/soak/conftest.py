"""Installations that tests may kill: with a PostgreSQL of their own, or on a copy of the founded team."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import clock, embedded
from tests.factories.team import Founded
from tests.soak.installation import Installation, Programs


@pytest.fixture
def installation() -> Iterator[Installation]:
    """In a folder of its own, with an empty database; nothing but PostgreSQL runs yet."""
    folder = Path(tempfile.mkdtemp(prefix="liaison-test-"))
    made = Installation(folder)
    yield made
    made.stop()
    shutil.rmtree(folder)


@pytest.fixture
def programs(cluster: embedded.Cluster, founded: Founded, tmp_path: Path) -> Iterator[Programs]:
    """A server and a worker on a copy of the team and its database; neither runs yet."""
    name = f"kill_{clock.new_id().hex}"
    made = Programs(tmp_path, cluster, cluster.create_database(name, template=founded.database))
    shutil.copytree(founded.state, made.state)
    yield made
    made.stop()
    cluster.drop_database(name)
