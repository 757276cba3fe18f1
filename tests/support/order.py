"""What takes longest begins first, so that no worker waits at the end for the other's last test. Not here: who runs what."""

from typing import Final

import pytest

#: Folders whose tests start programs, kill them, or wait for clocks.
_LONG: Final = {"soak", "command", "embedded", "realtime"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Otherwise the order stays, which is drawn anew in each run."""
    items.sort(key=lambda item: _LONG.isdisjoint(item.path.parts))
