"""Confirmation of a waiting release or recall by a second leader, another person than the first.

The database function `may_second` says who may confirm, and the database checks the confirmation before it makes or
ends the release.
Not here: when a second leader is required (`services/sharing/four_eyes.py`), and waiting releases
(`services/sharing/waiting_releases.py`).
"""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.decisions import Level
from app.access.gates import Gate
from app.access.seats import Seat
from app.database import Writing
from app.ledger import journal
from app.ledger.facts import ReleaseConfirmed
from app.models import Release, ReleaseConfirmation, WaitingRelease
from app.services.sharing import approvals as assents
from app.services.sharing import releases, waiting_releases
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

_CONFIRMED: Final = assents.Assent(
    Gate.SECOND_LEADER,
    "confirm",
    "This waits for no second leader (any more). Nothing was changed.",
    "Another leader of the originator confirms it, not who decided it first. Nothing was changed.",
    "needs-second-leader",
)


async def confirm(session: Writing, seat: Seat, waiting: UUID) -> UUID:
    """Confirm a waiting release or recall, and carry it out if no other gate is closed.

    Returns:
        The id of the exhibit.

    Raises:
        NotFound: The waiting release is absent or invisible to the member.
        Forbidden: The member may not confirm it.
        Conflict: No confirmation is missing, the release would have ended already, or something changed at this moment.
    """
    row = await assents.taken_up(session, seat, waiting, _CONFIRMED)
    place = {"jit": row.jit, "evidence": row.evidence, "party": row.party}
    session.add(ReleaseConfirmation(waiting=row.id, **place, confirmed_by=seat.id, confirmed_at=clock.now()))
    await session.flush()
    roster = await rosters.of(session, seat.jit)
    said = {"party": roster.party_code(row.party), "level": Level(row.level).word}
    fact = ReleaseConfirmed(evidence=row.evidence, wanted_by=roster.seat_code(row.wanted_by), **said)
    await journal.append(session, seat, fact)
    if row.level:
        await waiting_releases.settle(session, seat, row, roster)
    else:
        await _recall(session, seat, row, roster)
    return row.evidence


async def _recall(session: Writing, seat: Seat, row: WaitingRelease, roster: Roster) -> None:
    """Carry out a confirmed recall. If the release has ended meanwhile, only delete the waiting row."""
    query = select(Release).where(Release.evidence == row.evidence, Release.party == row.party).with_for_update()
    standing = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    reason = row.reason or ""
    if standing is None:
        await waiting_releases.drop(session, seat, row.evidence, reason, party=row.party)
    else:
        await releases.take_back(session, seat, roster, standing, reason)
