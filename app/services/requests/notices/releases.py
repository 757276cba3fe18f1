"""Release an INTERPOL notice to another party, and recall it.

A leader of the party of the notice decides. A party outside the Union is refused: information for it needs an
attestation, which notices do not have; exhibits of a notice have their own gates.
"""

from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts.requests.notices import NoticeRecalled, NoticeReleased
from app.models import Notice, NoticeRelease
from app.services.requests import recipients
from app.services.requests.notices import drafting
from app.services.teams import roster as rosters
from app.services.teams.roster import PartyRow


async def grant(session: Writing, seat: Seat, notice: UUID, party: str) -> None:
    """Release a notice to another party.

    Raises:
        NotFound: The notice is absent or invisible.
        Forbidden: It is of another party.
        Invalid: There is no such party, or it is the party of the notice.
        Conflict: The party has left or is outside the Union, or sees the notice already.
    """
    found = await drafting.lock_own(session, seat, notice)
    roster = await rosters.of(session, seat.jit)
    recipient = roster.party(party, "party")
    if recipient.id == found.party:
        raise Invalid("Your party sees its own notices. Choose another party.", field="party")
    rosters.demand_within(recipient)
    if await _current(session, found, recipient) is not None:
        raise Conflict("This notice is already released to this party.", code="release-so-already")
    made = clock.new_id()
    session.add(
        NoticeRelease(
            id=made,
            jit=seat.jit,
            notice=found.id,
            party=found.party,
            recipient=recipient.id,
            released_by=seat.id,
            released_at=clock.now(),
        )
    )
    await session.flush()
    fact = NoticeReleased(
        notice=found.id,
        number=found.number,
        hearing=recipients.of_parties({found.party, recipient.id}, roster),
        release=made,
        party=recipient.code,
        colour=found.kind,
    )
    await journal.append(session, seat, fact)


async def recall(session: Writing, seat: Seat, notice: UUID, party: str, reason: str) -> None:
    """Recall the release of a notice to a party.

    Raises:
        NotFound: The notice is absent or invisible, or was not released to this party.
        Forbidden: It is of another party.
    """
    found = await drafting.lock_own(session, seat, notice)
    roster = await rosters.of(session, seat.jit)
    recipient = next((one for one in roster.parties if one.code == party), None)
    former = None if recipient is None else await _current(session, found, recipient)
    if former is None or recipient is None:
        raise NotFound
    former.recalled_by, former.recalled_at = seat.id, clock.now()
    await session.flush()
    fact = NoticeRecalled(
        notice=found.id,
        number=found.number,
        hearing=recipients.of_parties({found.party, recipient.id}, roster),
        release=former.id,
        party=recipient.code,
        reason=reason,
    )
    await journal.append(session, seat, fact)


async def _current(session: Writing, notice: Notice, recipient: PartyRow) -> NoticeRelease | None:
    query = select(NoticeRelease).where(
        NoticeRelease.notice == notice.id,
        NoticeRelease.recipient == recipient.id,
        NoticeRelease.recalled_at.is_(None),
    )
    return (await session.scalars(query)).one_or_none()
