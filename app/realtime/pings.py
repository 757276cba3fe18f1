"""Send pings on a socket and end it at its maximum age.

Uses timers, not tasks, because there are thousands of sockets.
Not here: the frames of the socket (`realtime/socket.py`).
"""

import asyncio
from typing import Final

from app.realtime import frames
from app.realtime.listener import Listener

_GOING_AWAY: Final = 1001


class Pings:
    """Pings the client regularly. Silence until the next ping, or an unread ping, ends the socket.

    `answered` sends an additional ping to learn whether the client has read everything before it.
    """

    def __init__(self, listener: Listener, *, every: float, lasting: float) -> None:
        """Start the timers.

        Args:
            listener: The socket's listener.
            every: Seconds between pings.
            lasting: Maximum age in seconds. The client reconnects, so that access rights are read again.
        """
        self._listener, self._every = listener, every
        self._awaiting = False
        self._answer: asyncio.Future[None] | None = None
        self._loop = asyncio.get_running_loop()
        self._next = self._loop.call_later(every, self._beat)
        self._end = self._loop.call_later(lasting, listener.end, "expired")

    def pong(self) -> bool:
        """Note that the client answered. Return whether a call of `answered` waited for it."""
        self._awaiting = False
        if self._answer is None or self._answer.done():
            return False
        self._answer.set_result(None)
        return True

    async def answered(self) -> None:
        """Ping the client and wait for the answer: it has then read everything sent before."""
        self._answer = self._loop.create_future()
        self._listener.wire.write(frames.PING)
        await self._answer

    def stop(self) -> None:
        """Stop the timers."""
        self._next.cancel()
        self._end.cancel()

    def _beat(self) -> None:
        if self._awaiting:
            self._listener.end(_GOING_AWAY)
            return
        self._awaiting = True
        is_awaited_by_a_page = self._answer is not None and not self._answer.done()
        # otherwise one answer would count for both pings
        if self._listener.wire.writable.is_set() and not is_awaited_by_a_page:
            self._listener.wire.write(frames.PING)
        self._next = self._loop.call_later(self._every, self._beat)
