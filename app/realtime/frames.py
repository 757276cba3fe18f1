"""The frames of the live channel (`liaison.v1`): each serialised once, to the bytes on the wire, whoever hears it.

Facts carry no content: a position, a kind, the subject's ids, a seat's code. Deliberately not here: who hears which.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from websockets.frames import Frame, Opcode

from app import clock

PROTOCOL: Final = "liaison.v1"
#: Facts that go over a wire in one piece: a call of the system for each costs more than all the rest.
TOGETHER: Final = 128
#: The largest frame that a client may send, in bytes.
LARGEST: Final = 4096
#: Compact. An encoder that is asked for anew with each text costs half as much as the text.
_json: Final = json.JSONEncoder(separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Told:
    """A frame on its way to a listener, and the position behind which the client may resume once it has it.

    Of facts each position is told once; a `head`, which repeats none, may stand at one already told (`again`).
    """

    frame: bytes
    position: int = -1
    again: bool = True


def fact(position: int, kind: str, subject: str, seat: str, party: str | None, at: datetime) -> Told:
    """The frame of a fact. `subject`: the JSON text of the entry's subject. Raises `ValueError` if it is none."""
    json.loads(subject)  # it stands in the frame as it is: to write it anew costs more than all the rest
    before = _json({"type": "fact", "position": position, "kind": kind})
    behind = _json({"seat": seat, "party": party, "at": clock.rfc3339(at)})
    return Told(encode(f'{before[:-1]},"subject":{subject},{behind[1:]}'), position, again=False)


def head(size: int) -> Told:
    """The frame of a published checkpoint. Whoever has it has heard every fact that it covers."""
    return Told(_frame({"type": "head", "position": size - 1}), size - 1)


def talk(channel: UUID) -> bytes:
    """Something was said in a channel, corrected, taken back, translated or erased. It has no position: it is in no ledger."""
    return _frame({"type": "talk", "channel": str(channel)})


def export(bundle: UUID) -> bytes:
    """A bundle that the seat asked for is further, or has ended. It has no position: how far it is stands in no ledger."""
    return _frame({"type": "export", "export": str(bundle)})


def welcome(position: int, seat: str, people: str) -> bytes:
    """The first frame: where the ledger stands, who listens, and who is here (`people`: JSON)."""
    text = _json({"type": "welcome", "head": position, "seat": seat})
    return encode(f'{text[:-1]},"present":{people}}}')


def presence(people: str) -> bytes:
    """Who is here now. `people`: JSON."""
    return encode(f'{{"type":"presence","present":{people}}}')


def person(seat: str, party: str | None, since: datetime, focus: UUID | None) -> str:
    """One of those who are here, as JSON. `focus`: the exhibit, where the receiver may know of it."""
    turned = None if focus is None else {"evidence": str(focus)}
    body = {"seat": seat, "party": party, "since": clock.rfc3339(since), "focus": turned}
    return _json(body)


def bye(reason: str, resume_after: int) -> bytes:
    """The last frame."""
    return _frame({"type": "bye", "reason": reason, "resume_after": resume_after})


def encode(text: str) -> bytes:
    """A text message of a server as it goes over the wire (RFC 6455): unmasked, so the same for every socket."""
    return Frame(Opcode.TEXT, text.encode()).serialize(mask=False)


PING: Final = encode('{"type":"ping"}')


def _frame(body: dict[str, Any]) -> bytes:
    return encode(_json(body))
