"""What the access log keeps of a request: who asked at a team's door, for which ids, and the status of the answer.

Noted after the answer, from what the guard left with the request; nobody known, nothing noted. Never a body, a title, a
search word or a reason. Deliberately not here: how it is written and read (`services/access_log.py`, `api/access_log.py`).
"""

from typing import Any, Final
from urllib.parse import parse_qsl
from uuid import UUID

from starlette.types import Message, Scope

from app import clock
from app.access.seats import Seat
from app.services.access_log import Line

_LONGEST: Final = 100
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
