"""One server with the demonstration teams for all browser tests: they add to it, and none ends it.

A browser test that fails is run once more, and the report names it as RERUN: on a busy machine a panel that loads can move a
button under a click. No other tests are repeated.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest

from app import embedded
from tests.support.demonstration import demonstration
from tests.support.server import Server

_HERE: Final = Path(__file__).parent


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Let each browser test fail once."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def lantern(cluster: embedded.Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The running server. Who may sign in, by address alone: `tests.support.pages.user_page.open_signed_in`."""
    with demonstration(cluster, tmp_path_factory.mktemp("lantern")) as server:
        yield server
