"""Explains whether the member may do an act on an exhibit, and on which release that rests."""

from dataclasses import dataclass
from uuid import UUID

from app import clock
from app.access.seats import Seat
from app.access.sharing.decisions import Act, Decision, Purpose, decide
from app.database import Reading
from app.models import Release
from app.services.evidence import exhibits
from app.services.sharing.terms import conditions
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class Explained:
    """A decision, and the release of the member's own party, if it has one that the member may see."""

    decision: Decision
    release: Release | None
    roster: Roster


async def explain(session: Reading, seat: Seat, evidence: UUID, act: Act, purpose: Purpose | None) -> Explained:
    """Decide about an act without doing it. Raise `NotFound` if the exhibit is absent or invisible."""
    details = await exhibits.read(session, seat, evidence)
    own = [one for one in details.releases if one.party == seat.party]
    decision = decide(seat, details.facts, [conditions(one) for one in own], clock.now(), act, purpose)
    return Explained(decision, own[0] if own else None, details.roster)
