"""One server with the demonstration teams for all browser tests: they add to it, and none ends it."""

from collections.abc import Iterator

import pytest

from app import clock, embedded
from tests.support.database import TEMPLATE
from tests.support.server import Server


@pytest.fixture(scope="session")
def lantern_urls(cluster: embedded.Cluster) -> Iterator[embedded.Urls]:
    """The database of the running server, for rows that a test writes in bulk past the API."""
    name = f"browser_{clock.new_id().hex}"
    yield cluster.create_database(name, template=TEMPLATE)
    cluster.drop_database(name)


@pytest.fixture(scope="session")
def lantern(lantern_urls: embedded.Urls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The running server. Who may sign in, by address alone: `tests.support.desk.sit_down`."""
    server = Server(
        lantern_urls,
        tmp_path_factory.mktemp("lantern") / "state",
        {"LIAISON_DEMO": "1", "LIAISON_WITNESS_NETWORKS": "127.0.0.0/8"},
    )
    server.start(patience=180)
    yield server
    server.stop()
