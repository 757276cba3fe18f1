"""The program's own worker, kept from what a test orders itself: it keeps a clock, and may come at any moment."""

from types import ModuleType
from typing import Any

import pytest


def leave_alone(monkeypatch: pytest.MonkeyPatch, module: ModuleType, *turns: str) -> None:
    """These turns of the worker's do nothing. A test keeps the real ones, and takes them when it is their time."""

    async def nothing(*_: Any) -> int:
        return 0

    for name in turns:
        monkeypatch.setattr(module, name, nothing)
