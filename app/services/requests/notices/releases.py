"""Release an INTERPOL notice to another party, and recall it.

A leader of the party of the notice decides. A party outside the Union is refused: information for it needs an
attestation, which notices do not have; exhibits of a notice have their own gates. If the party requires a second leader,
the release or recall waits for another leader (`services/requests/waiting_releases.py`).
"""

from typing import Final
from uuid import UUID

from app import clock
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Invalid
from app.ledger import journal
from app.ledger.facts.requests.notices import NoticeRecalled, NoticeReleased
from app.models import Notice, NoticeRelease
from app.services.requests import recipients
from app.services.requests import waiting_releases as waiting
from app.services.requests.lines import releases as shared
from app.services.requests.notices import drafting
from app.services.teams import roster as rosters
from app.services.teams.roster import PartyRow, Roster

#: A release shows everything of a notice that other parties see.
_LEVEL: Final = "content"


async def grant(session: Writing, seat: Seat, notice: UUID, party: str) -> None:
    """Release a notice to another party. It may wait for a second leader.

    Raises:
        NotFound: The notice is absent or invisible.
        Forbidden: It is of another party.
        Invalid: There is no such party, or it is the party of the notice.
        Conflict: The party has left or is outside the Union, or sees the notice already, or a release waits already.
    """
    found = await drafting.lock_own(session, seat, notice)
    roster = await rosters.of(session, seat.jit)
    recipient = roster.party(party, "party")
    if recipient.id == found.party:
        raise Invalid("Your party sees its own notices. Choose another party.", field="party")
    rosters.demand_within(recipient)
    if await shared.current(session, NoticeRelease, NoticeRelease.notice == found.id, recipient.id) is not None:
        raise Conflict("This notice is already released to this party.", code="release-so-already")
    await waiting.demand_none_waits(session, found, recipient)
    if await waiting.is_demanded(session, seat, None, _LEVEL):
        await waiting.propose(session, seat, found, recipient, _LEVEL, None)
        return
    await _release(session, seat, found, recipient)


async def _release(session: Writing, seat: Seat, found: Notice, recipient: PartyRow) -> None:
    roster = await rosters.of(session, seat.jit)
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
    """Recall the release of a notice to a party. The recall may wait for a second leader.

    Raises:
        NotFound: The notice is absent or invisible, or was not released to this party.
        Forbidden: It is of another party.
        Conflict: The recall has to wait, and a release or recall waits already.
    """
    found = await drafting.lock_own(session, seat, notice)
    roster = await rosters.of(session, seat.jit)
    _, recipient = await shared.released(session, NoticeRelease, NoticeRelease.notice == found.id, roster, party)
    if await waiting.is_demanded(session, seat, _LEVEL, waiting.NONE):
        await waiting.propose_recall(session, seat, found, recipient, reason)
        return
    await waiting.give_up_any(session, seat, found, roster, recipient, reason)
    await _recall(session, seat, found, roster, party, reason)


async def confirm(session: Writing, seat: Seat, notice: UUID, party: str) -> None:
    """Carry out a release or recall that another leader decided.

    Raises:
        NotFound: The notice is absent or invisible, nothing waits for this party, or its release has ended.
        Forbidden: The notice is of another party, or the member decided it.
        Invalid: The party is suspended.
        Conflict: The party has left.
    """
    found = await drafting.lock_own(session, seat, notice)
    roster = await rosters.of(session, seat.jit)
    wanted = await waiting.take(session, seat, found, roster, party)
    if wanted.level == waiting.NONE:
        await _recall(session, seat, found, roster, party, wanted.reason or "")
    else:
        await _release(session, seat, found, roster.party(party, "party"))
    await waiting.drop(session, wanted)


async def give_up(session: Writing, seat: Seat, notice: UUID, party: str, reason: str) -> None:
    """Give up a release or recall that waits for a second leader.

    Raises:
        NotFound: The notice is absent or invisible, or nothing waits for this party.
        Forbidden: It is of another party.
    """
    found = await drafting.lock_own(session, seat, notice)
    await waiting.give_up(session, seat, found, await rosters.of(session, seat.jit), party, reason)


async def _recall(session: Writing, seat: Seat, found: Notice, roster: Roster, party: str, reason: str) -> None:
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
