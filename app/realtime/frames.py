"""Build the frames of the live channel (`liaison.v1`), each serialised once to its bytes, for all receivers.

A fact carries no content: a position, a kind, the ids of the subject, the code of a member and of a party, a time.
Not here: who receives which frame (`hub.py`).
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from websockets.frames import Frame, Opcode

from app import clock

PROTOCOL: Final = "liaison.v1"
#: Facts sent in one write: a system call for each would cost more than everything else.
TOGETHER: Final = 128
#: The largest frame that a client may send, in bytes.
LARGEST: Final = 4096
#: Compact. One shared encoder: creating one per text would cost half as much as the text.
_json: Final = json.JSONEncoder(separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class OutgoingFrame:
    """A frame for a listener, and the position after which the client may resume once it has received it.

    The position of a fact is sent once. A `head` may have a position that was already sent (`again`).
    """

    frame: bytes
    position: int = -1
    again: bool = True


def fact(position: int, kind: str, subject: str, seat: str, party: str | None, at: datetime) -> OutgoingFrame:
    """Return the frame of a fact.

    Args:
        position: Position of the entry in the ledger.
        kind: Kind of the entry.
        subject: The subject of the entry, as JSON text.
        seat: Code of the acting member.
        party: Code of the acting member's party.
        at: Time of the entry.

    Raises:
        ValueError: `subject` is not JSON.
    """
    # only checked: `subject` is inserted as it is, because encoding it again costs more than all the rest
    json.loads(subject)
    before = _json({"type": "fact", "position": position, "kind": kind})
    behind = _json({"seat": seat, "party": party, "at": clock.rfc3339(at)})
    return OutgoingFrame(encode(f'{before[:-1]},"subject":{subject},{behind[1:]}'), position, again=False)


def head(size: int) -> OutgoingFrame:
    """Return the frame of a published checkpoint. Its receiver has received every visible fact that it covers."""
    return OutgoingFrame(_frame({"type": "head", "position": size - 1}), size - 1)


def talk(channel: UUID) -> bytes:
    """Return the frame that says that a channel changed.

    A message was sent, corrected, deleted, translated or erased.
    It has no position, because messages are not in the ledger.
    """
    return _frame({"type": "talk", "channel": str(channel)})


def export(bundle: UUID) -> bytes:
    """Return the frame that says that an export package made progress or has ended. It has no position."""
    return _frame({"type": "export", "export": str(bundle)})


def welcome(position: int, seat: str, people: str) -> bytes:
    """Return the first frame: position of the ledger, code of the member, and who is present (`people`: JSON)."""
    text = _json({"type": "welcome", "head": position, "seat": seat})
    return encode(f'{text[:-1]},"present":{people}}}')


def presence(people: str) -> bytes:
    """Return the frame of who is present. `people`: JSON."""
    return encode(f'{{"type":"presence","present":{people}}}')


def person(seat: str, party: str | None, since: datetime, focus: UUID | None) -> str:
    """Return one present member as JSON. `focus`: the exhibit, if the receiver may know of it."""
    turned = None if focus is None else {"evidence": str(focus)}
    body = {"seat": seat, "party": party, "since": clock.rfc3339(since), "focus": turned}
    return _json(body)


def bye(reason: str, resume_after: int) -> bytes:
    """Return the last frame. `resume_after`: position after which the client resumes."""
    return _frame({"type": "bye", "reason": reason, "resume_after": resume_after})


def encode(text: str) -> bytes:
    """Return a server's text message as sent on the connection (RFC 6455): unmasked, so the same for every socket."""
    return Frame(Opcode.TEXT, text.encode()).serialize(mask=False)


PING: Final = encode('{"type":"ping"}')


def _frame(body: dict[str, Any]) -> bytes:
    return encode(_json(body))
