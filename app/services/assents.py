"""What opens a gate of a release that waits: taken up alike for a signature, a second leader's word and a joint originator's.

Deliberately not here: what each of them says and writes (`attestations.py`, `second_leaders.py`, `joint.py`).
"""

from dataclasses import dataclass
from uuid import UUID

from app import clock
from app.access.gates import Gate
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Forbidden
from app.models import WaitingRelease
from app.services import waiting_releases


@dataclass(frozen=True, slots=True)
class Assent:
    """What opens a gate: the act, and what is said where the gate is open already, or is another's to open."""

    gate: Gate
    act: str
    open_already: str
    not_yours: str
    code: str


async def taken_up(session: Writing, seat: Seat, waiting: UUID, assent: Assent) -> WaitingRelease:
    """The row, locked, where its gate waits for this seat's assent. Raises `NotFound`, `Forbidden`, `Conflict`."""
    row = await waiting_releases.lock(session, waiting)
    found = await waiting_releases.read(session, seat, waiting)
    if assent.gate not in found.waits_for:
        raise Conflict(assent.open_already, code="gate-open")
    if assent.act not in found.may:
        raise Forbidden(assent.not_yours, code=assent.code, about=row.evidence)
    if row.until is not None and row.until <= clock.now():
        raise Conflict("The release would be over already; give it up. Nothing was signed.", code="wish-over")
    return row
