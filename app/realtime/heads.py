"""Bounds what a request may send besides its body: request line, header fields, trailers, and whatever stands between chunks.

uvicorn collects header fields without a bound, before anybody knows who asks. A request beyond the bound gets 431 (RFC 6585,
section 5) and its connection is closed.
"""

from typing import Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

#: Bytes and fields of a request's head and trailers together.
MOST_BYTES: Final = 64 * 1024
MOST_FIELDS: Final = 100
_REFUSAL: Final = b"The header fields of this request are too large or too many."
_ANSWER: Final = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: text/plain; charset=utf-8\r\n"
    b"content-length: %d\r\nconnection: close\r\n\r\n%s" % (len(_REFUSAL), _REFUSAL)
)


class _TooLargeError(ValueError):
    """Stops the parser, which reports it as an invalid request."""


class BoundedHeads(HttpToolsProtocol):
    """An HTTP connection whose requests have bounded heads and trailers."""

    _bytes = _fields = 0
    #: Bytes received since the parser last reported a part of the request: the rest of a field that does not end.
    _unreported = 0
    _reported = False
    _too_large = False

    def data_received(self, data: bytes) -> None:
        """Parse what arrived; count it where the parser reported neither a beginning nor a part of a body in it."""
        self._reported = False
        super().data_received(data)
        self._unreported = 0 if self._reported else self._unreported + len(data)
        if self._unreported > MOST_BYTES and not self.transport.is_closing():
            self._refuse()

    def on_message_begin(self) -> None:
        """Begin to count anew."""
        self._bytes = self._fields = 0
        self._reported = True
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

    def on_chunk_header(self) -> None:
        """Note that a chunk begins."""
        self._reported = True

    def on_body(self, body: bytes) -> None:
        """Note a part of the body, whose size others bound."""
        self._reported = True
        super().on_body(body)

    def send_400_response(self, msg: str) -> None:
        """Answer what cannot be parsed, or what is too large."""
        if self._too_large:
            self._refuse()
        else:
            super().send_400_response(msg)

    def _count(self, more: int) -> None:
        self._bytes += more
        if self._bytes > MOST_BYTES or self._fields > MOST_FIELDS:
            self._too_large = True
            raise _TooLargeError

    def _refuse(self) -> None:
        answering = self.cycle is not None and self.cycle.response_started and not self.cycle.response_complete
        if answering:
            self.transport.abort()
        else:
            self.transport.write(_ANSWER)
            self.transport.close()
