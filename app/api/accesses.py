"""Writes access log lines and monitoring events for requests: account, member, ids, and status of the answer.

`note` writes the access log after the answer, from what the guard stored in the request state. It writes nothing if the
guard recognised nobody. A line never contains a body, a title, a search word or a reason. `report` sends every request
to the operator's monitoring, with ids only (`ocsf.py`).
Not here: storage and reading of the log (`services/audit/access_log.py`, `api/audit/access_log.py`).
"""

import re
from typing import Any, Final
from urllib.parse import parse_qsl
from uuid import UUID

from starlette.datastructures import Headers
from starlette.types import Message, Scope

from app import clock, ocsf
from app.access.seats import Seat
from app.services.audit.access_log import Line

_LONGEST: Final = 100
_PARAMETER: Final = re.compile(r"\{(\w+)(?::\w+)?\}")
_MOST: Final = 100
_SOCKET_OPENED: Final = 101
_SOCKET_REFUSED: Final = 403


async def note(scope: Scope, request_id: UUID, outcome: int) -> None:
    """Write an access log line for each team that was read, if the guard recognised an account.

    Args:
        scope: The ASGI scope, with what the guard stored in its state.
        request_id: Id of the request. It becomes the id of the line.
        outcome: Status of the answer; 0 if the connection broke before an answer.
    """
    state: dict[str, Any] = scope.get("state") or {}
    person, path = state.get("person"), scope.get("path_params") or {}
    jit = _uuid(path.get("jit"))
    if person is None:
        return
    if jit is not None:
        await _keep(scope, request_id, jit, state.get("seat"), outcome)
    for seat in state.get("seats", ()):
        await _keep(scope, clock.new_id(), seat.jit, seat, outcome)


async def _keep(scope: Scope, line_id: UUID, jit: UUID, seat: Seat | None, outcome: int) -> None:
    state, path = scope["state"], scope.get("path_params") or {}
    person = state["person"]
    line = Line(
        id=line_id,
        jit=jit,
        account=person.account,
        session=person.session,
        seat=seat.id if seat else None,
        party=seat.party if seat else None,
        method=scope["method"] if scope["type"] == "http" else "SOCKET",
        route=getattr(scope.get("route"), "path", "none"),
        ids=_ids(scope, path) | state.get("asked", {}),
        outcome=outcome,
        at=clock.now(),
        address=scope["client"][0] if scope.get("client") else "",
    )
    await scope["app"].state.context.access_log.note(line)


def report(scope: Scope, request_id: UUID, outcome: int, seconds: float | None = None) -> None:
    """Send a request event to the operator's monitoring, whether or not an account was recognised."""
    state: dict[str, Any] = scope.get("state") or {}
    person = state.get("person") or state.get("signed_in")
    ocsf.http_activity(
        request_id=request_id,
        method=scope.get("method", "GET"),  # a WebSocket handshake is a GET request
        path=_path(scope),
        code=outcome,
        seconds=seconds,
        address=scope["client"][0] if scope.get("client") else "",
        user_agent=Headers(scope=scope).get("user-agent", ""),
        account=person and person.account,
        session=person and person.session,
    )


def _path(scope: Scope) -> str:
    """Return the route's path with ids filled in.

    Other path parameters may be secret, so their names are kept instead.
    """
    named = scope.get("path_params") or {}

    def id_or_name(part: re.Match[str]) -> str:
        found = _uuid(named.get(part[1]))
        return f"{{{part[1]}}}" if found is None else str(found)

    return _PARAMETER.sub(id_or_name, getattr(scope.get("route"), "path", "/{unknown}"))


def outcome_of(message: Message) -> int:
    """Return the HTTP status of the answer to a WebSocket handshake; 0 for any other message."""
    match message["type"]:
        case "websocket.accept":
            return _SOCKET_OPENED
        case "websocket.http.response.start":
            return int(message["status"])
        case "websocket.close":
            return _SOCKET_REFUSED
    return 0


def _ids(scope: Scope, path: dict[str, Any]) -> dict[str, str]:
    """Return the path parameters as sent, without secrets, and the query parameters that are UUIDs."""
    named = {name: _printable(str(value)) for name, value in path.items() if name not in {"jit", "secret"}}
    for name, value in parse_qsl(scope["query_string"].decode("latin-1"), max_num_fields=None)[:_MOST]:
        if _uuid(value) is not None and name != "cursor":
            key = name if name not in named else f"{name}.{len(named)}"
            named[_printable(key)] = value
    return named


def _printable(text: str) -> str:
    return "".join(one if one.isprintable() else "?" for one in text[:_LONGEST])


def _uuid(text: object) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None
