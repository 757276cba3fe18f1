"""What is left of a socket that has ended: nothing, and at once. The collector comes by rarely, and clients come again many times a minute."""

import gc
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

import pytest
from starlette.websockets import WebSocket
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.server import ServerProtocol

from app.realtime.listener import Listener
from app.realtime.wire import PlacedConnection, Wire
from tests.factories.team import Team
from tests.realtime.test_sockets import say
from tests.support.live_channel import listen
from tests.support.waiting import until

_THEIRS: Final = (PlacedConnection, Wire, ServerProtocol, WebSocket, Listener)


def kept() -> dict[int, object]:
    """What the server holds of sockets, by identity."""
    return {id(one): one for one in gc.get_objects() if type(one) in _THEIRS}


def new(before: dict[int, object]) -> list[str]:
    """What it holds beside that. Whoever holds `before` gives none of its identities to something new."""
    return sorted(type(one).__name__ for key, one in kept().items() if key not in before)


@pytest.fixture
def uncollected() -> Iterator[None]:
    """No collector comes by."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("uncollected")
@pytest.mark.parametrize("how", ["says goodbye", "breaks off", "is refused"])
async def test_nothing_of_a_socket_waits_for_the_collector(team: Team, wire: str, how: str) -> None:
    await say(team, 3)
    before = kept()
    for step in range(12):  # the client leaves at different steps of the beginning
        if how == "is refused":
            with pytest.raises(InvalidStatus):
                await connect(f"{wire.replace('http', 'ws', 1)}{team.path('/stream')}")
        else:
            async with listen(wire, team, "lena", 0) as lena:
                await lena.facts(step % 4)
                assert new(before)
                if how == "breaks off":
                    lena.socket.transport.abort()

    async def none_is_left() -> bool:
        return not new(before)  # what another test left may go meanwhile

    with suppress(TimeoutError):
        await until(none_is_left)
    assert new(before) == []
