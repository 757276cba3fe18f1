"""Corrections of physical custody: an entry that names the wrong one and may set the current state anew.

The wrong entry stays in the ledger.

Not here: changes of an exhibit's details (`services/evidence/exhibit_changes.py`).
"""

from dataclasses import asdict, dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import text

from app.access.custody_states import Standing, Whereabouts
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Forbidden, Invalid
from app.ledger import journal
from app.ledger.facts import CustodyCorrected
from app.services.custody import chronology as order_of_acts
from app.services.custody import physical_custody as whereabouts
from app.services.custody.event_time import EventDetails
from app.services.custody.physical_custody import Found


@dataclass(frozen=True, slots=True)
class Mended:
    """The corrected state of physical custody.

    `taken_back`: whether the originator's party takes it back from the party responsible for it now.
    """

    standing: Standing
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
    mended: Mended | None,
    words: EventDetails,
    *,
    expected: int,
) -> None:
    """Correct an earlier custody entry and, if `mended` is given, the current state.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not record custody of the exhibit, or another party recorded the entry.
        Conflict: Nothing is recorded yet, or a handover is open.
        Invalid: The entry, the corrected state or the event time is not acceptable.
        Stale: The custody was changed since the member read it.
    """
    found = await whereabouts.to_change(session, seat, evidence, expected)
    wrong = (await session.execute(_ENTRY, {"evidence": evidence, "entry": corrects})).one_or_none()
    if wrong is None:
        raise Invalid("This is no entry of its physical custody. Nothing was recorded.", field="corrects")
    if not found.obtained and wrong.party != seat.party:
        raise Forbidden(
            "Who recorded it corrects it, or who obtained the exhibit. Nothing was recorded.", code="not-ones-own"
        )
    await order_of_acts.demand_corrected_fits(session, evidence, words, corrects)
    told = asdict(mended) if mended is not None else dict.fromkeys(("standing", "custodian", "place", "seal"))
    party = None
    if mended is not None:
        where = _mended(found, mended)
        await whereabouts.keep(session, found, where, corrects)
        party = found.roster.party_code(where.party)
    told.pop("taken_back", None)
    fact = CustodyCorrected(evidence=evidence, corrects=corrects, reason=reason, party=party, **told, **words.said())
    await journal.append(session, seat, fact)


def _mended(found: Found, mended: Mended) -> Whereabouts:
    now, seat = found.now, found.seat
    if now is None:
        raise Conflict("Nothing is recorded yet. Nothing was changed.", code="not-from-here")
    if found.handover is not None:
        raise Conflict(whereabouts.SAYS["handover-open"], code="handover-open")
    if (mended.custodian is None) != (mended.standing is Standing.DESTROYED):
        raise Invalid("Say who has it, unless it is destroyed. Nothing was recorded.", field="mended.custodian")
    if mended.taken_back and not found.obtained:
        raise Invalid("Who obtained the exhibit takes it back. Nothing was recorded.", field="mended.taken_back")
    party = seat.party if mended.taken_back else now.party
    assert party is not None
    return Whereabouts(mended.standing, party, None, mended.custodian, mended.place, mended.seal)


_ENTRY: Final = text(
    "select h.party from headers h where h.evidence = :evidence and h.entry = :entry and h.kind like 'custody.%'"
    " and h.kind <> 'custody.imported'"
)
