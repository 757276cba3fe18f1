"""One server with the demonstration teams for all browser tests: they add to it, and none ends it."""

from collections.abc import Iterator

import pytest

from app import embedded
from tests.support.demonstration import demonstration
from tests.support.server import Server


@pytest.fixture(scope="session")
def lantern(cluster: embedded.Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The running server. Who may sign in, by address alone: `tests.support.pages.user_page.open_signed_in`."""
    with demonstration(cluster, tmp_path_factory.mktemp("lantern")) as server:
        yield server
