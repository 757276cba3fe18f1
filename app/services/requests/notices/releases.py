"""Release an INTERPOL notice to another party, and recall it.

A leader of the party of the notice decides. A party outside the Union is refused: information for it needs an
attestation, which notices do not have; exhibits of a notice have their own gates.
"""

from uuid import UUID

from app import clock
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Invalid
from app.ledger import journal
from app.ledger.facts.requests.notices import NoticeRecalled, NoticeReleased
from app.models import NoticeRelease
from app.services.requests import recipients
from app.services.requests.lines import releases as shared
from app.services.requests.notices import drafting
from app.services.teams import roster as rosters


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
    if await shared.current(session, NoticeRelease, NoticeRelease.notice == found.id, recipient.id) is not None:
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
        content=drafting.stated(await drafting.content_of(session, found.id)),
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
    former, recipient = await shared.recall(
        session, seat, NoticeRelease, NoticeRelease.notice == found.id, roster, party
    )
    fact = NoticeRecalled(
        notice=found.id,
        number=found.number,
        hearing=recipients.of_parties({found.party, recipient.id}, roster),
        release=former.id,
        party=recipient.code,
        reason=reason,
    )
    await journal.append(session, seat, fact)
