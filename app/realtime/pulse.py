"""A socket's two clocks: pings, and its old age. Timers, not tasks: there are thousands.

Deliberately not here: what is said on the socket (`realtime/socket.py`).
"""

import asyncio
from typing import Final

from app.realtime import frames
from app.realtime.listener import Listener

_GOING_AWAY: Final = 1001


class Pulse:
    """A ping every so many seconds (twenty); silence for as long again ends the socket, and so does an unread ping.

    And one where somebody wants to know whether the client has come to it.
    """

    def __init__(self, listener: Listener, *, every: float, lasting: float) -> None:
        """`lasting`: a socket lives so many seconds and resumes by itself, so that permissions are taken anew."""
        self._listener, self._every = listener, every
        self._awaiting = False
        self._answer: asyncio.Future[None] | None = None
        self._loop = asyncio.get_running_loop()
        self._next = self._loop.call_later(every, self._beat)
        self._end = self._loop.call_later(lasting, listener.end, "expired")

    def pong(self) -> bool:
        """The client is there. Whether somebody waited for that."""
        self._awaiting = False
        if self._answer is None or self._answer.done():
            return False
        self._answer.set_result(None)
        return True

    async def answered(self) -> None:
        """Until the client answers: it has read what was sent before."""
        self._answer = self._loop.create_future()
        self._listener.wire.write(frames.PING)
        await self._answer

    def stop(self) -> None:
        """The socket has ended."""
        self._next.cancel()
        self._end.cancel()

    def _beat(self) -> None:
        if self._awaiting:
            self._listener.end(_GOING_AWAY)
            return
        self._awaiting = True
        is_awaited_by_a_page = self._answer is not None and not self._answer.done()
        if self._listener.wire.writable.is_set() and not is_awaited_by_a_page:  # one answer would be taken for both
            self._listener.wire.write(frames.PING)
        self._next = self._loop.call_later(self._every, self._beat)
