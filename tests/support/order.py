"""What takes longest begins first, so that no worker waits at the end for the other's last test; a browser is one worker's.

What was imported is never garbage: looking through it for some, again and again, took a fourteenth of a test's time.

Not here: what is tested, and the order otherwise, which is drawn anew in each run.
"""

import gc
from collections.abc import Iterator
from typing import Any, Final

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

#: Folders whose tests start programs, kill them, wait for clocks, or draw worlds.
_LONG: Final = {"soak", "command", "embedded", "realtime", "access"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Stable: within each half the order stays. What is long because it is told to be waits as long as it likes."""
    items.sort(key=lambda item: _LONG.isdisjoint(item.path.parts))
    for item in items:
        if item.get_closest_marker("soak"):
            item.add_marker(pytest.mark.timeout(0))


class _OneBrowser(LoadScopeScheduling):  # type: ignore[misc]  # xdist tells no types of it
    """Each test by itself to whoever is free, but the browser's all to one worker: they share a server and its teams.

    xdist's own groups (`--dist loadgroup`) go by a suffix of the test's name, which this pytest does not let it set.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _OneBrowser:
    """As many tests as there are in the browser, it comes first."""
    return _OneBrowser(config, log)


@pytest.hookimpl(trylast=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Whoever collects nothing has imported all it needs: the controller, whose workers collect."""
    if session.config.getoption("numprocesses", None):
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Demand that garbage collection is on again: a process in which it stays off grows by a megabyte with each test."""
    yield
    assert gc.isenabled(), f"{item.nodeid} turned garbage collection off"


def pytest_collection_finish() -> None:
    """Everything is imported now."""
    gc.collect()
    gc.freeze()
    gc.enable()
