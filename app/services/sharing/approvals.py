"""Lock and check a waiting release before a member records one of the approvals it requires.

Used for attestations (`attestations.py`), confirmations by a second leader (`second_leaders.py`) and agreements of
joint originators (`joint.py`), which record the approval.
"""

from dataclasses import dataclass
from uuid import UUID

from app import clock
from app.access.gates import Gate
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Forbidden
from app.models import WaitingRelease
from app.services.sharing import waiting_releases


@dataclass(frozen=True, slots=True)
class Assent:
    """A kind of approval.

    Attributes:
        gate: The gate that it opens.
        act: The act in `Waiting.may` that the member needs.
        open_already: Error message when the gate is not closed.
        not_yours: Error message when the member may not give this approval.
        code: Error code for `not_yours`.
    """

    gate: Gate
    act: str
    open_already: str
    not_yours: str
    code: str


async def taken_up(session: Writing, seat: Seat, waiting: UUID, assent: Assent) -> WaitingRelease:
    """Return a waiting release that this member may approve, with its exhibit locked.

    Raises:
        NotFound: The waiting release is absent or invisible to the member.
        Conflict: The gate is open, or the release would have ended already.
        Forbidden: The member may not give this approval.
    """
    row = await waiting_releases.lock(session, waiting)
    found = await waiting_releases.read(session, seat, waiting)
    if assent.gate not in found.waits_for:
        raise Conflict(assent.open_already, code="gate-open")
    if assent.act not in found.may:
        raise Forbidden(assent.not_yours, code=assent.code, about=row.evidence)
    if row.until is not None and row.until <= clock.now():
        raise Conflict("The release would be over already; give it up. Nothing was signed.", code="wish-over")
    return row
