"""Orders the tests of a run and assigns them to its workers.

The longest tests start first, so that no worker is idle at the end. All browser tests run in one worker, because they share a
server and its teams. Within these groups the order is random and new in each run.
"""

import gc
from collections.abc import Iterator
from typing import Any, Final

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

#: Folders whose tests start processes, kill them, or generate worlds.
_LONG: Final = {"soak", "command", "embedded", "realtime"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Move long tests to the front; the order within both halves stays. Tests of `make soak` have no time limit."""
    items.sort(key=lambda item: _LONG.isdisjoint(item.path.parts))
    for item in items:
        if item.get_closest_marker("soak"):
            item.add_marker(pytest.mark.timeout(0))


class _OneBrowser(LoadScopeScheduling):  # type: ignore[misc]  # xdist tells no types of it
    """Give each test to the next free worker, but all browser tests to one worker.

    xdist's own groups (`--dist loadgroup`) need a suffix in the test's name, which this version of pytest does not allow.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _OneBrowser:
    """Return the scheduler of this run. It starts with the largest group: the browser tests."""
    return _OneBrowser(config, log)


@pytest.hookimpl(trylast=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Enable the garbage collector in the xdist controller, which collects no tests."""
    if session.config.getoption("numprocesses", None):
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Demand that garbage collection is on again: a process in which it stays off grows by a megabyte with each test."""
    yield
    assert gc.isenabled(), f"{item.nodeid} turned garbage collection off"


def pytest_collection_finish() -> None:
    """Exclude imported modules from garbage collection: searching them took a fourteenth of a test's time."""
    gc.collect()
    gc.freeze()
    gc.enable()
