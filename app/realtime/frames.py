"""The frames of the live channel (`liaison.v1`): each serialised once, whoever hears it.

Facts carry no content: a position, a kind, the subject's ids, a seat's code. Deliberately not here: who hears which.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from app import clock
from app.access.decisions import Conditions
from app.ledger.audiences import Hearer

PROTOCOL: Final = "liaison.v1"
#: The largest frame that a client may send, in bytes.
LARGEST: Final = 4096


@dataclass(frozen=True, slots=True)
class Heard:
    """A fact as the hub passes it on: its frame, made once, and its audience."""

    jit: UUID
    position: int
    frame: dict[str, str]
    audience: tuple[Hearer, ...]


def fact(position: int, kind: str, subject: str, seat: str, party: str | None, at: datetime) -> dict[str, str]:
    """The frame of a fact. `subject`: the JSON text of the entry's subject."""
    body = {"type": "fact", "position": position, "kind": kind, "subject": json.loads(subject)}
    return _frame(body | {"seat": seat, "party": party, "at": clock.rfc3339(at)})


def welcome(head: int, seat: str) -> dict[str, str]:
    """The first frame: where the ledger stands, and who listens. Presence comes with a later version."""
    return _frame({"type": "welcome", "head": head, "seat": seat, "present": []})


def bye(reason: str, resume_after: int) -> dict[str, str]:
    """The last frame."""
    return _frame({"type": "bye", "reason": reason, "resume_after": resume_after})


PING: Final = {"type": "websocket.send", "text": '{"type":"ping"}'}


def _frame(body: dict[str, Any]) -> dict[str, str]:
    """The ASGI event that sends it: one object for all sockets."""
    return {"type": "websocket.send", "text": json.dumps(body, separators=(",", ":"))}


def audience(rows: Sequence[dict[str, Any]]) -> tuple[Hearer, ...]:
    """The audience of a fact, from the JSON that the tail's query makes of its rows."""
    return tuple(
        Hearer(
            party=UUID(row["party"]) if row["party"] else None,
            level=row["level"],
            authorities=_ids(row["authorities"]),
            seats=_ids(row["seats"]),
            within=None if row["within"] is None else tuple(_release(one) for one in row["within"]),
        )
        for row in rows
    )


def _release(row: dict[str, Any]) -> Conditions:
    return Conditions(
        UUID(row["party"]),
        row["level"],
        _ids(row["authorities"]),
        _ids(row["seats"]),
        not_before=None if row["not_before"] is None else datetime.fromisoformat(row["not_before"]),
        until=None if row["until"] is None else datetime.fromisoformat(row["until"]),
    )


def _ids(values: list[str] | None) -> tuple[UUID, ...] | None:
    return None if values is None else tuple(UUID(value) for value in values)
