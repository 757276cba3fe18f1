"""What the access log keeps of a request: who asked at a team's door, for which ids, and the status of the answer.

Noted after the answer, from what the guard left with the request; nobody known, nothing noted. Never a body, a title, a
search word or a reason. The operator's monitoring is told of every request, with ids only (`ocsf.py`).
Deliberately not here: how it is written and read (`services/access_log.py`, `api/access_log.py`).
"""

import re
from typing import Any, Final
from urllib.parse import parse_qsl
from uuid import UUID

from starlette.datastructures import Headers
from starlette.types import Message, Scope

from app import clock, ocsf
from app.access.seats import Seat
from app.services.access_log import Line

_LONGEST: Final = 100
_PARAMETER: Final = re.compile(r"\{(\w+)(?::\w+)?\}")
_MOST: Final = 100
_SOCKET_OPENED: Final = 101
_SOCKET_REFUSED: Final = 403


async def note(scope: Scope, request_id: UUID, outcome: int) -> None:
    """Keep who asked for what, if the guard of a team recognised somebody. `outcome` 0: it broke off before an answer.

    A read of several teams at once leaves a line for each of them.
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
    await scope["app"].state.house.access_log.note(line)


def report(scope: Scope, request_id: UUID, outcome: int, seconds: float | None = None) -> None:
    """Tell the operator's monitoring of a request, whoever made it."""
    state: dict[str, Any] = scope.get("state") or {}
    person = state.get("person") or state.get("signed_in")
    ocsf.http_activity(
        request_id=request_id,
        method=scope.get("method", "GET"),  # a handshake of a websocket is a GET
        path=_path(scope),
        code=outcome,
        seconds=seconds,
        address=scope["client"][0] if scope.get("client") else "",
        user_agent=Headers(scope=scope).get("user-agent", ""),
        account=person and person.account,
        session=person and person.session,
    )


def _path(scope: Scope) -> str:
    """The route's path with the ids in it. Whatever else the path holds may be a secret, and its name stands for it."""
    named = scope.get("path_params") or {}

    def id_or_name(part: re.Match[str]) -> str:
        found = _uuid(named.get(part[1]))
        return f"{{{part[1]}}}" if found is None else str(found)

    return _PARAMETER.sub(id_or_name, getattr(scope.get("route"), "path", "/{unknown}"))


def outcome_of(message: Message) -> int:
    """The status of a handshake's answer; 0 for a message that is none."""
    match message["type"]:
        case "websocket.accept":
            return _SOCKET_OPENED
        case "websocket.http.response.start":
            return int(message["status"])
        case "websocket.close":
            return _SOCKET_REFUSED
    return 0


def _ids(scope: Scope, path: dict[str, Any]) -> dict[str, str]:
    """What the path names, as it was written, but no secret in it; and the ids in the query."""
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
