"""Acts of every kind, for who watches whether screens keep up (`tests/realtime/test_refreshing.py`).

Each brings what it needs first; what is done inside `watch(…)` is looked after, request by request. `does` names the operations
of the document that an act tries, so that a route which nobody tries is found. Deliberately not here: what must hold.
"""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, Final, Protocol

import httpx

from tests.factories.team import Team
from tests.support.live_updates import LiveUpdateCheck


class Watch(Protocol):
    """Who watches from here to the end of the block, by first names."""

    def __call__(self, *names: str) -> AbstractAsyncContextManager[LiveUpdateCheck]: ...


Act = Callable[[Team, Watch], Awaitable[None]]

#: name of an act -> the act and the operations that it does.
ACTS: Final[dict[str, tuple[Act, frozenset[str]]]] = {}


def does(*operations: str) -> Callable[[Act], Act]:
    """Enter an act."""

    def enter(act: Act) -> Act:
        name = f"{act.__module__.rpartition('.')[2]}.{act.__name__}"
        assert name not in ACTS
        ACTS[name] = act, frozenset(operations)
        return act

    return enter


def done(answer: httpx.Response) -> dict[str, Any]:
    """What was answered to an act that was done, whatever its status."""
    assert answer.is_success, answer.text
    return dict(answer.json()) if answer.content else {}
