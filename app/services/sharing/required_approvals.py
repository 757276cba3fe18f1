"""Approvals that a party requires before it shares an exhibit: set, lift, list and demand.

No other party sees them or is refused with them. Releases and waiting releases that exist are unchanged; what waits is
released with the last lift, if its gates are open. Lock: the row of the exhibit, as for each decision about it.
Not here: setting and lifting for legal requests (`services/requests/required_approvals.py`). The database enforces both.
"""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, NotFound
from app.ledger import journal
from app.ledger.facts import EvidenceApprovalLifted, EvidenceApprovalRequired
from app.models import Evidence, RequiredApproval, WaitingRelease
from app.services.sharing import joint, waiting_releases
from app.services.teams import contributions
from app.services.teams import roster as rosters

_REQUIRED: Final = "Your party requires an approval first. Lift the required approval before you share or send this."
#: The code of that refusal.
CODE: Final = "approval-required"
MOST: Final = 200


async def demand_none(session: Reading, *subjects: UUID) -> None:
    """Raise `Conflict` if the member's party requires an approval for one of these exhibits or requests."""
    for one in subjects:
        if await session.scalar(select(func.awaits_approval(one))):
            raise Conflict(_REQUIRED, code=CODE)


async def awaiting(session: Reading, subjects: Sequence[UUID]) -> frozenset[UUID]:
    """Return those of these exhibits for which the member's party requires an approval."""
    query = select(Evidence.id).where(Evidence.id.in_(subjects), func.awaits_approval(Evidence.id))
    return frozenset(await session.scalars(query))


async def list_all(
    session: Reading, seat: Seat, *, evidence: UUID | None = None, request: UUID | None = None
) -> Sequence[RequiredApproval]:
    """Return all of one exhibit or request, or those in force of the party, oldest first, at most `MOST`."""
    query = select(RequiredApproval).where(RequiredApproval.jit == seat.jit)
    if evidence is not None:
        query = query.where(RequiredApproval.evidence == evidence)
    if request is not None:
        query = query.where(RequiredApproval.request == request)
    if evidence is None and request is None:
        query = query.where(RequiredApproval.lifted_at.is_(None))
    return (await session.scalars(query.order_by(RequiredApproval.id).limit(MOST))).all()


async def read(session: Reading, approval: UUID) -> RequiredApproval:
    """Return a required approval. Raises `NotFound`: it is absent or of another party."""
    query = select(RequiredApproval).where(RequiredApproval.id == approval).execution_options(populate_existing=True)
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def set_for_exhibit(session: Writing, seat: Seat, evidence: UUID, approver: str, reason: str) -> RequiredApproval:
    """Require an approval before the member's party shares an exhibit.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member's party did not obtain it.
        Conflict: The exhibit was withdrawn.
    """
    exhibit = await _lock(session, seat, evidence)
    contributions.demand_active(exhibit, "The exhibit was withdrawn. It cannot be released.")
    row = add(session, seat, approver, reason, evidence=evidence)
    await session.flush()
    fact = EvidenceApprovalRequired(evidence=evidence, required_approval=row.id, approver=approver, reason=reason)
    await journal.append(session, seat, fact)
    return row


async def lift_for_exhibit(session: Writing, seat: Seat, approval: UUID, evidence: UUID, reason: str) -> None:
    """Lift a required approval of an exhibit. After the last one, releases that waited for nothing else are made.

    Raises:
        NotFound: It is absent or of another party.
        Conflict: It was lifted already.
    """
    exhibit = await _lock(session, seat, evidence)
    row = await mark_lifted(session, seat, approval, reason)
    fact = EvidenceApprovalLifted(evidence=evidence, required_approval=row.id, approver=row.approver, reason=reason)
    await journal.append(session, seat, fact)
    if seat.party == exhibit.originator and not await session.scalar(select(func.awaits_approval(evidence))):
        await _release_waiting(session, seat, evidence)


async def _release_waiting(session: Writing, seat: Seat, evidence: UUID) -> None:
    roster = await rosters.of(session, seat.jit)
    query = select(WaitingRelease).where(WaitingRelease.evidence == evidence, WaitingRelease.level > 0)
    for one in (await session.scalars(query.order_by(WaitingRelease.id))).all():
        if not roster.has_left(one.party):
            await waiting_releases.release_if_open(session, seat, await waiting_releases.lock(session, one.id), roster)


def add(
    session: Writing,
    seat: Seat,
    approver: str,
    reason: str,
    *,
    evidence: UUID | None = None,
    request: UUID | None = None,
) -> RequiredApproval:
    """Add the row of a new required approval of the member's party. The caller has locked its subject."""
    assert seat.party is not None  # the exhibit or request is of the party
    row = RequiredApproval(
        id=clock.new_id(),
        jit=seat.jit,
        party=seat.party,
        evidence=evidence,
        request=request,
        approver=approver,
        reason=reason,
        set_by=seat.id,
        set_at=clock.now(),
    )
    session.add(row)
    return row


async def mark_lifted(session: Writing, seat: Seat, approval: UUID, reason: str) -> RequiredApproval:
    """End a required approval whose subject the caller has locked. Raises `NotFound`, `Conflict`."""
    row = await read(session, approval)
    if row.lifted_at is not None:
        raise Conflict("This required approval was lifted already.", code="approval-lifted")
    row.lifted_by, row.lifted_at, row.lift_reason = seat.id, clock.now(), reason
    await session.flush()
    return row


async def _lock(session: Writing, seat: Seat, evidence: UUID) -> Evidence:
    found = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if found is None:
        raise NotFound
    joint.demand_originator(seat, found)
    query = select(Evidence).where(Evidence.id == evidence).with_for_update(key_share=True)
    exhibit = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    if exhibit is None:
        raise NotFound
    return exhibit
