"""ASGI middleware for all requests: checks before the route runs, headers and logging for every answer.

Checks: host allow-list; bodies are JSON of at most 1 MiB. Answers get a request id, security headers, promises for
committed audit log entries, and a problem document on failure. Requests are counted, timed and logged. Upload bodies
pass unread, because their routes check the member before the first byte. So do requests to the log co-signer, which
limits its own bodies.
Not here: the origin check of writes by cookie (`guards.py`).
"""

import contextlib
import json
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Final
from uuid import UUID

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import clock, log
from app.api import accesses, problems
from app.api.metrics import Metrics
from app.errors import Busy, Malformed, Refusal, TooLarge, Unsupported
from app.i18n.phrases import Phrase
from app.ledger import promises
from app.settings import Settings

JSON_LIMIT_BYTES: Final = 2**20
#: Memory limit, in bytes, for all bodies in transfer beyond their first 64 KiB. Their senders are not authenticated yet.
LARGE_BODIES_BYTES: Final = 64 * 2**20
_SMALL_BODY_BYTES: Final = 64 * 1024
_MOST_DIGITS: Final = 20  # of a content length; Python refuses to parse numbers of thousands of digits
API_POLICY: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

_logger = log.get("threshold")
#: Paths whose bodies are not JSON: uploads, CSV tables, and requests to the log co-signer (C2SP `tlog-witness`).
_NO_JSON: Final = re.compile(
    r"/api/jits/[^/]+/evidence/[^/]+/files(/[^/]+)?"
    r"|/api/administration/allocations/[^/]+/(preview|imports)"
    r"|/witness/.*"
)
#: The search-and-seizure page, the only one that uses the camera (to read codes) and the location.
_AT_THE_SEARCH: Final = re.compile(r"/jits/[^/]+/at-the-search")
_JSON: Final = re.compile(r"application/json\s*(;\s*charset=\"?utf-8\"?\s*)?", re.IGNORECASE)
#: Host names that a monitoring agent on this machine uses, at any port. DNS rebinding cannot produce these names.
_THIS_MACHINE: Final = re.compile(rb"(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?")
_UNSAFE: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class WrongHost(Refusal):
    """The Host header is not in the allow-list (DNS rebinding, or a missing setting)."""

    status, title, code = 421, "Unknown server name", "unknown-host"


class OuterMiddleware:
    """The application's only middleware."""

    def __init__(self, app: ASGIApp, settings: Settings, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics
        self._hosts = frozenset(host.encode() for host in settings.allowed_hosts)
        self._strict_transport = settings.cookies_are_secure
        self._large_bodies = 0  # bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request or WebSocket (ASGI entry point)."""
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        if _host_of(Headers(scope=scope)) not in self._hosts:
            await send({"type": "websocket.close", "code": 1008})
            return
        outcome = 0

        async def answer(message: Message) -> None:
            nonlocal outcome
            if not outcome and (outcome := accesses.outcome_of(message)):
                request_id = clock.new_id()
                accesses.report(scope, request_id, outcome)
                await accesses.note(scope, request_id, outcome)
            await send(message)

        await self._app(scope, receive, answer)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        request_id = str(clock.new_id())
        structlog.contextvars.bind_contextvars(request=request_id)
        started, status = clock.monotonic(), 0

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(raw=message["headers"])
                self._seal(scope, headers, request_id)
                if committed:
                    _promise(scope, headers, committed)
            await send(message)

        try:
            with promises.collecting() as committed:
                try:
                    await self._guarded(scope, receive, answer)
                except Exception as error:
                    if status:  # the answer has started, so the connection can only be broken off
                        raise
                    response = problems.failed(Request(scope), error)
                    await response(scope, receive, answer)
        finally:
            seconds = clock.monotonic() - started
            self._metrics.observe(scope, status, seconds)
            accesses.report(scope, UUID(request_id), status, seconds)
            await accesses.note(scope, UUID(request_id), status)
            structlog.contextvars.unbind_contextvars("request")

    async def _guarded(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            received = await self._admit(scope, receive)
        except Refusal as refusal:
            await problems.problem(refusal, Request(scope))(scope, receive, send)
            return
        await self._app(scope, received, send)

    async def _json_only(self, headers: Headers, receive: Receive) -> Receive:
        """Read the whole body and check that it is small, unambiguous JSON.

        Raises:
            Unsupported: The content type is not JSON, or is missing.
            TooLarge: The body exceeds `JSON_LIMIT_BYTES`.
            Malformed: The length is not a number, or the JSON is ambiguous.
            Busy: Other large bodies use up the memory limit.
        """
        kind = headers.get("content-type")
        if kind is not None and not _JSON.fullmatch(kind):
            raise Unsupported("Send application/json.", code="json-only")
        declared = headers.get("content-length", "0")
        if not declared.isascii() or not declared.isdigit():
            raise Malformed("Content-Length must be a number.")
        if len(declared) > _MOST_DIGITS or int(declared) > JSON_LIMIT_BYTES:
            raise _too_large()
        body = await self._read(receive)
        if body is None:
            return receive
        if body and kind is None:
            raise Unsupported("Set Content-Type: application/json.", code="json-only")
        _demand_unambiguous(body)
        return _replayed(body, receive)

    async def _read(self, receive: Receive) -> bytes | None:
        """Return the whole body; None if the client disconnected.

        Raises `TooLarge`, or `Busy` if the memory limit is reached.
        """
        body, large = bytearray(), 0
        try:
            while True:
                message = await receive()
                if message["type"] != "http.request":
                    return None
                body += message.get("body", b"")
                more = max(0, len(body) - _SMALL_BODY_BYTES) - large
                large, self._large_bodies = large + more, self._large_bodies + more
                if len(body) > JSON_LIMIT_BYTES:
                    raise _too_large()
                if self._large_bodies > LARGE_BODIES_BYTES:
                    raise Busy
                if not message.get("more_body", False):
                    return bytes(body)
        finally:
            self._large_bodies -= large

    async def _admit(self, scope: Scope, receive: Receive) -> Receive:
        headers = Headers(scope=scope)
        host = _host_of(headers)
        for_a_monitor = scope["path"] == "/metrics" and _THIS_MACHINE.fullmatch(host)  # the route checks the client
        if host not in self._hosts and not for_a_monitor:
            raise WrongHost("Open Liaison at the address that the operator gave you.")
        if scope["method"] not in _UNSAFE or _NO_JSON.fullmatch(scope["path"]):
            return receive
        return await self._json_only(headers, receive)

    def _seal(self, scope: Scope, headers: MutableHeaders, request_id: str) -> None:
        headers["X-Request-Id"] = request_id
        headers["X-Content-Type-Options"] = "nosniff"
        headers["X-Frame-Options"] = "DENY"
        headers["Referrer-Policy"] = "no-referrer"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        devices = "(self)" if _AT_THE_SEARCH.fullmatch(scope["path"]) else "()"
        headers["Permissions-Policy"] = f"camera={devices}, microphone=(), geolocation={devices}, payment=(), usb=()"
        headers.setdefault("Content-Security-Policy", API_POLICY)
        if scope["path"].startswith("/api"):
            headers.setdefault("Cache-Control", "no-store")
        if self._strict_transport:
            headers["Strict-Transport-Security"] = "max-age=31536000"


def _host_of(headers: Headers) -> bytes:
    """Return the Host of a request; empty without one, and if it has several, of which a proxy may have checked another."""
    hosts = headers.getlist("host")
    return hosts[0].encode() if len(hosts) == 1 else b""


def _promise(scope: Scope, headers: MutableHeaders, committed: Sequence[promises.Committed]) -> None:
    """Add a `Ledger-Entry` header for each committed entry. A key that cannot be read is logged and causes no error.

    The transaction has committed, so the request has succeeded in any case.
    """
    keys, deadline = scope["app"].state.context.ledger_keys, clock.now() + promises.KEPT_WITHIN
    try:
        for entry in committed[-promises.AT_MOST :]:
            promise = promises.Promise(entry, deadline)
            headers.append(promises.HEADER, promise.header(keys.promiser(entry.origin)))
    except OSError:
        _logger.exception("an entry was committed and cannot be promised")


def _demand_unambiguous(body: bytes) -> None:
    """Refuse a body that two parsers could read differently (RFC 8259, sections 4 and 8.1).

    Other invalid JSON passes; the route reports its position.

    Raises:
        Malformed: The body is not UTF-8, begins with a byte order mark, contains NUL, or repeats a key.
    """
    try:
        text = body.decode()
    except UnicodeDecodeError:
        raise Malformed("Send JSON in UTF-8.", code="not-utf-8") from None
    if text.startswith("\N{BOM}") or "\0" in text:
        raise Malformed("Send JSON in UTF-8 without a byte order mark.", code="not-utf-8")
    with contextlib.suppress(ValueError, RecursionError):
        json.loads(text, object_pairs_hook=_object)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Malformed("A JSON object contains the same key twice. Send each key once.", code="duplicate-key")
    return found


def _replayed(body: bytes, receive: Receive) -> Callable[[], Awaitable[Message]]:
    rest: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return rest.pop() if rest else await receive()

    return again


def _too_large() -> TooLarge:
    return TooLarge(
        Phrase("The request has more than {json_limit_bytes} bytes. Shorten it.", json_limit_bytes=JSON_LIMIT_BYTES)
    )
