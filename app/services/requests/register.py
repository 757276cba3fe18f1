"""Register of legal requests: each request with its moves, as the ledger tells them to the reader.

Auditors read no request. They know of it what the ledger tells them, so the register is made of its entries.
"""

import hashlib
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.exports.verifier import harmless
from app.ledger import journal, registers
from app.ledger.entries import Read
from app.ledger.facts.requests.requests import RequestRegisterExported
from app.ledger.registers import Registered

#: Kinds of entries that the register tells: how a request began, where it went, and who was told of it. Of the changes of
#: its content, it tells the correction of its receipt alone.
KINDS: Final = (
    "request.drafted",
    "request.registered",
    "request.changed",
    "request.moved",
    "request.sent",
    "request.item_moved",
    "request.transmitted",
    "request.released",
    "request.recalled",
)
_BEGINNINGS: Final = {"request.drafted": "out", "request.registered": "in"}
_MOVES: Final = ("request.moved", "request.sent")
_AT_ONCE: Final = 100


@dataclass(frozen=True, slots=True)
class Step:
    """An entry about a request. `said`: its disclosed fields. `occurred_at`: if another time was stated."""

    entry: UUID
    position: int | None
    kind: str
    recorded_at: datetime
    occurred_at: datetime | None
    seat: str
    party: str | None
    said: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RegisteredRequest:
    """A request as the ledger tells it to the reader, with its steps, oldest first."""

    id: UUID
    number: str
    direction: str | None
    instrument: str | None
    country: str | None
    party: str | None
    state: str | None
    steps: Sequence[Step]


async def listed(
    session: Reading, jit: UUID, wanted: Registered, before: UUID | None, limit: int
) -> list[RegisteredRequest]:
    """Return up to `limit` requests that the reader knows from the ledger, newest first."""
    found = await registers.objects(session, jit, wanted, before=before, limit=limit)
    histories = await registers.histories(session, found, KINDS)
    return [_registered(one, [step for read in histories[one] if (step := _step(read))]) for one in found]


async def export(session: Writing, seat: Seat, wanted: Registered) -> str:
    """Return the register as a table with a row for each step, newest requests first, and record the export.

    The ledger of a closed team has ended, so there the access log alone records it.
    """
    found = [one async for one in _all(session, seat.jit, wanted)]
    table = _HEADER + "".join(_row(request, step) for request in found for step in request.steps)
    if not seat.closed:
        hearing = () if seat.party is None else ((seat.party, (seat.id,)),)
        digest = hashlib.sha256(table.encode()).hexdigest()
        await journal.append(
            session, seat, RequestRegisterExported(hearing=hearing, requests=len(found), sha256=digest)
        )
    return table


async def _all(session: Reading, jit: UUID, wanted: Registered) -> AsyncIterator[RegisteredRequest]:
    last: UUID | None = None
    while True:
        page = await listed(session, jit, wanted, last, _AT_ONCE)
        for one in page:
            yield one
        if len(page) < _AT_ONCE:
            return
        last = page[-1].id


def _registered(request: UUID, steps: Sequence[Step]) -> RegisteredRequest:
    """Return a request as its steps tell it. A reader who does not know its beginning lacks direction and country."""
    beginning = next((one for one in steps if one.kind in _BEGINNINGS), None)
    states = [one.said.get("state") for one in steps if one.kind in _MOVES]
    first = {"request.drafted": "DRAFT", "request.registered": "REGISTERED"}.get(beginning.kind if beginning else "")
    said = {name: value for one in reversed(steps) for name, value in one.said.items() if name in _OF_REQUEST}
    return RegisteredRequest(
        id=request,
        number=str(said.get("number", "")),
        direction=_BEGINNINGS[beginning.kind] if beginning else None,
        instrument=said.get("instrument"),
        country=beginning.said.get("country") if beginning else None,
        party=next((one.party for one in steps if one.party), None),
        state=states[-1] if states else first,
        steps=steps,
    )


_OF_REQUEST: Final = ("number", "instrument")


def _step(read: Read) -> Step | None:
    if read.said is None:
        return None
    said = {one.name: json.loads(one.value) for one in read.said.fields}
    received = said.get("received_at") or _corrected(said)
    occurred = said.get("occurred_at") or said.get("arrived_at") or received
    if read.said.kind == "request.changed" and received is None:
        return None
    return Step(
        entry=read.said.id,
        position=read.position,
        kind=read.said.kind,
        recorded_at=read.said.at,
        occurred_at=clock.parse(occurred) if occurred else None,
        seat=read.said.seat,
        party=read.said.party,
        said={name: value for name, value in said.items() if name in SAID},
    )


def _corrected(said: dict[str, Any]) -> str | None:
    """Return the corrected time of the receipt, if the entry of a change states one and it was not erased."""
    changes = said.get("changes")
    receipt = changes.get("received_at") if isinstance(changes, dict) else None
    return str(receipt["to"]) if receipt else None


#: Fields of entries that the register tells, as far as they are disclosed.
SAID: Final = (
    "number",
    "instrument",
    "country",
    "former",
    "state",
    "item_number",
    "ground",
    "reason",
    "authority",
    "channel",
    "level",
    "party",
)
_COLUMNS: Final = (
    "number",
    "direction",
    "instrument",
    "country",
    "kind",
    "item",
    "former",
    "state",
    "occurred_at",
    "recorded_at",
    "seat",
    "party",
    "authority",
    "channel",
    "ground",
    "reason",
    "told_party",
    "told_level",
    "position",
    "entry",
)
_HEADER: Final = "\ufeff" + '"' + '","'.join(_COLUMNS) + '"\r\n'


def _row(request: RegisteredRequest, step: Step) -> str:
    said = step.said
    cells = {
        **{name: getattr(request, name) for name in ("number", "direction", "instrument", "country")},
        **{name: said.get(name) for name in ("former", "state", "authority", "channel", "ground", "reason")},
        "kind": step.kind,
        "item": said.get("item_number"),
        "occurred_at": clock.rfc3339(step.occurred_at) if step.occurred_at else None,
        "recorded_at": clock.rfc3339(step.recorded_at),
        "seat": step.seat,
        "party": step.party,
        "told_party": said.get("party"),
        "told_level": said.get("level"),
        "position": step.position,
        "entry": step.entry,
    }
    told = ["" if cells[name] is None else str(cells[name]) for name in _COLUMNS]
    return '"' + '","'.join(harmless(one) for one in told) + '"\r\n'
