"""Lists consent requests made by and to the member's party, newest first, each with its release.

Not here: making and answering requests (`services/sharing/consents.py`, `services/sharing/consent_grants.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.access.consents import OPEN
from app.access.roles import Role
from app.access.seats import Seat
from app.database import Reading
from app.models import Consent, Release
from app.services.sharing import consents
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class Filters:
    """Which consent requests to list.

    Attributes:
        side: `asked`: made to the member's party; any other value: made by it; `None`: both.
        unanswered: Only open (`True`) or only closed (`False`) requests; all when `None`.
        evidence: Only those about this exhibit.
    """

    side: str | None = None
    unanswered: bool | None = None
    evidence: UUID | None = None


@dataclass(frozen=True, slots=True)
class ConsentDetails:
    """A consent request with all that its view shows.

    Attributes:
        release: The asking party's release of the exhibit, if the member may see it.
        answered_visibly: Whether the member sees a release of the exhibit that answers the request.
        leads: Whether the member is a leader.
    """

    consent: Consent
    seat: Seat
    roster: Roster
    release: Release | None = None
    answered_visibly: bool = False
    leads: bool = False


async def listed(
    session: Reading, seat: Seat, filters: Filters, before: UUID | None, limit: int
) -> list[ConsentDetails]:
    """Return up to `limit` consent requests of the member's party, older than `before`, newest first."""
    query = select(Consent).order_by(Consent.id.desc()).limit(limit)
    if filters.side is not None:
        column = Consent.asked_party if filters.side == "asked" else Consent.asker_party
        query = query.where(column == seat.party)
    if filters.unanswered is not None:
        waits = Consent.state.in_(OPEN)
        query = query.where(waits if filters.unanswered else ~waits)
    if filters.evidence is not None:
        query = query.where(Consent.evidence == filters.evidence)
    if before is not None:
        query = query.where(Consent.id < before)
    rows = (await session.scalars(query)).all()
    return await _whole(session, seat, rows)


async def read(session: Reading, seat: Seat, consent: UUID) -> ConsentDetails:
    """Return one consent request. Raise `NotFound`."""
    return (await _whole(session, seat, [await consents.find(session, consent)]))[0]


async def _whole(session: Reading, seat: Seat, rows: Sequence[Consent]) -> list[ConsentDetails]:
    roster = await rosters.of(session, seat.jit)
    objects = {one.evidence or one.answer for one in rows} - {None}
    releases = (await session.scalars(select(Release).where(Release.evidence.in_(objects)))).all() if objects else ()
    by_key = {(one.evidence, one.party): one for one in releases}
    return [
        ConsentDetails(
            consent=one,
            seat=seat,
            roster=roster,
            release=next((by_key[key] for key in by_key if key == (one.evidence or one.answer, one.asker_party)), None),
            answered_visibly=any(key[0] == one.answer for key in by_key),
            leads=Role.LEADER in seat.roles,
        )
        for one in rows
    ]
