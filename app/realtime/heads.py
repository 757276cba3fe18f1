"""Limit what a request may send besides its body: request line, header fields, trailers, data between chunks.

uvicorn collects header fields without a limit and before authentication, and also pipelined requests. A request beyond
the limit gets 431 (RFC 6585, section 5), and its connection is closed.
"""

from typing import Final, NoReturn

from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

#: Bytes and fields of a request's head and trailers together.
MOST_BYTES: Final = 64 * 1024
MOST_FIELDS: Final = 100
#: Pipelined requests that may wait. Browsers send none; one read of the socket can hold thousands.
MOST_PIPELINED: Final = 16


def answer_of(status: bytes, text: bytes) -> bytes:
    """Return the bytes of a response after which the connection is closed."""
    return (
        b"HTTP/1.1 %s\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: %d\r\nconnection: close\r\n\r\n%s"
        % (status, len(text), text)
    )


_TOO_LARGE: Final = answer_of(
    b"431 Request Header Fields Too Large", b"The header fields of this request are too large or too many."
)


class _TooLargeError(ValueError):
    """Stops the parser, which reports it as an invalid request."""


class BoundedHeads(HttpToolsProtocol):
    """An HTTP connection whose requests have bounded heads and trailers."""

    _bytes = _fields = 0
    #: Bytes received since the parser last reported a part of the request: an unfinished field.
    _unreported = 0
    _reported = False
    _too_large = False
    #: Whether the head of the current request has ended, and its body or trailers have not.
    _in_body = False
    #: The request that the application answers. uvicorn's own `cycle` is the newest one, which may be waiting behind it.
    _answered: RequestResponseCycle | None = None

    def data_received(self, data: bytes) -> None:
        """Parse the data; count it when the parser reported neither the beginning of a message nor a part of a body."""
        self._reported = False
        super().data_received(data)
        self._unreported = 0 if self._reported else self._unreported + len(data)
        if self._unreported > MOST_BYTES and not self.transport.is_closing():
            self.refuse(_TOO_LARGE)

    def on_message_begin(self) -> None:
        """Reset the counters."""
        self._bytes = self._fields = 0
        self._reported = True
        if len(self.pipeline) >= MOST_PIPELINED:
            self._stop_parsing()
        super().on_message_begin()

    def on_url(self, url: bytes) -> None:
        """Count a part of the request line."""
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Count a field of the head or of the trailers."""
        self._fields += 1
        self._count(len(name) + len(value) + len(b": \r\n"))
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Note that the head has ended."""
        super().on_headers_complete()
        self._in_body = True

    def on_chunk_header(self) -> None:
        """Note that a chunk begins."""
        self._reported = True

    def on_body(self, body: bytes) -> None:
        """Note a part of the body, whose size is limited elsewhere."""
        self._reported = True
        super().on_body(body)

    def on_message_complete(self) -> None:
        """Note that the request has ended."""
        super().on_message_complete()
        self._in_body = False

    def send_400_response(self, msg: str) -> None:
        """Answer a request that cannot be parsed or is too large."""
        self.refuse(_TOO_LARGE if self._too_large else answer_of(b"400 Bad Request", msg.encode()))

    def refuse(self, answer: bytes) -> None:
        """Close the connection with a response to the current request, or without one if another is in progress."""
        cycle = self.cycle
        if self._in_body:
            may_answer = not self.pipeline and (cycle is None or not cycle.response_started)
        else:
            may_answer = cycle is None or cycle.response_complete
        if not may_answer:
            self._stop_answering()
            self.transport.abort()
            return
        if self._in_body and cycle is not None:
            cycle.disconnected = True  # the application's own response would come too late
            cycle.message_event.set()
        self.transport.write(answer)
        self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell the application that nobody reads its answer."""
        super().connection_lost(exc)
        self._stop_answering()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        self._answered = cycle
        super()._start_asgi_task(cycle, app)

    def _stop_answering(self) -> None:
        if self._answered is not None:
            self._answered.disconnected |= not self._answered.response_complete
            self._answered.message_event.set()
            self._answered = None

    def _count(self, more: int) -> None:
        self._bytes += more
        if self._bytes > MOST_BYTES or self._fields > MOST_FIELDS:
            self._stop_parsing()

    def _stop_parsing(self) -> NoReturn:
        self._too_large = True
        raise _TooLargeError
