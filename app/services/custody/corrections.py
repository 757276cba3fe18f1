"""Corrections of physical custody: an entry that names the wrong one and may set the current state anew.

The wrong entry stays in the ledger.

Not here: changes of an exhibit's details (`services/evidence/exhibit_changes.py`).
"""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import text

from app.access.custody_states import CurrentCustody, CustodyState
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Forbidden, Invalid
from app.ledger import journal
from app.ledger.facts import CustodyCorrected
from app.services.custody import chronology, physical_custody
from app.services.custody.event_time import EventDetails
from app.services.custody.physical_custody import CustodyContext


@dataclass(frozen=True, slots=True)
class CorrectedCustody:
    """The corrected physical custody, as the member states it.

    Attributes:
        state: The state.
        custodian: Name of the person or store that holds the exhibit; `None` if it is destroyed.
        place: The place.
        seal: Number of the seal; `None` if it is not sealed.
        taken_back: Whether the originator's party takes it back from the party responsible for it now.
    """

    state: CustodyState
    custodian: str | None
    place: str | None
    seal: str | None
    taken_back: bool


async def correct(
    session: Writing,
    seat: Seat,
    evidence: UUID,
    corrects: UUID,
    reason: str,
    corrected: CorrectedCustody | None,
    event_details: EventDetails,
    *,
    expected: int,
) -> None:
    """Correct an earlier custody entry and, if `corrected` is given, the current state.

    Args:
        session: The transaction of the request.
        seat: The member who corrects.
        evidence: The exhibit.
        corrects: The wrong entry.
        reason: Why it is wrong.
        corrected: The correct state, if the recorded one is wrong.
        event_details: The correct time, if the recorded one is wrong, and remarks.
        expected: Version of the physical custody that the member saw.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not record custody of the exhibit, or another party recorded the entry.
        Conflict: Nothing is recorded yet, or a handover is open.
        Invalid: The entry, the corrected state or the event time is not acceptable.
        Stale: The custody was changed since the member read it.
    """
    context = await physical_custody.lock_to_record(session, seat, evidence, expected)
    wrong = (await session.execute(_ENTRY, {"evidence": evidence, "entry": corrects})).one_or_none()
    if wrong is None:
        raise Invalid("This is not a custody event of this exhibit.", field="corrects")
    if not context.is_originator and wrong.party != seat.party:
        raise Forbidden(
            "Only the member who recorded the event, or the originator, can correct it.", code="not-ones-own"
        )
    await chronology.demand_corrected_fits(session, evidence, event_details, corrects)
    after = None if corrected is None else _custody_after(context, corrected)
    if after is not None:
        await physical_custody.save(session, context, after, corrects)
    fact = CustodyCorrected(
        evidence=evidence,
        corrects=corrects,
        reason=reason,
        party=None if after is None else context.roster.party_code(after.party),
        standing=None if after is None else after.state,
        custodian=None if after is None else after.custodian,
        place=None if after is None else after.place,
        seal=None if after is None else after.seal,
        **event_details.as_fields(),
    )
    await journal.append(session, seat, fact)


def _custody_after(context: CustodyContext, corrected: CorrectedCustody) -> CurrentCustody:
    """Return the custody after a correction.

    Raises:
        Conflict: Nothing is recorded yet, or a handover is open.
        Invalid: The corrected state is not acceptable.
    """
    current = context.current
    if current is None:
        raise Conflict("No custody event is recorded yet.", code="not-from-here")
    if context.open_handover is not None:
        raise Conflict(physical_custody.REFUSALS["handover-open"], code="handover-open")
    if (corrected.custodian is None) != (corrected.state is CustodyState.DESTROYED):
        raise Invalid("Enter the custodian, unless the exhibit is destroyed.", field="mended.custodian")
    if corrected.taken_back and not context.is_originator:
        raise Invalid("Only the originator can take the exhibit back.", field="mended.taken_back")
    party = context.seat.party if corrected.taken_back else current.party
    assert party is not None
    return CurrentCustody(corrected.state, party, None, corrected.custodian, corrected.place, corrected.seal)


_ENTRY: Final = text(
    "select h.party from headers h where h.evidence = :evidence and h.entry = :entry and h.kind like 'custody.%'"
    " and h.kind <> 'custody.imported'"
)
