"""Approvals that a party requires before it sends or shares a legal request: set, lift and demand.

Lock: the row of the request, as for its moves and releases. Not here: the same for exhibits, and the list
(`services/sharing/required_approvals.py`).
"""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.access.requests.states import Direction
from app.access.seats import Seat
from app.database import Reading, Writing
from app.ledger import journal
from app.ledger.facts.requests.required_approvals import RequestApprovalLifted, RequestApprovalRequired
from app.models import LegalRequest, RequestPaper, RequestResult, RequiredApproval
from app.services.requests import drafting, recipients
from app.services.sharing import required_approvals as shared
from app.services.teams import roster as rosters


async def set_for_request(session: Writing, seat: Seat, request: UUID, approver: str, reason: str) -> RequiredApproval:
    """Require an approval before the member's party sends or shares its request.

    Raises:
        NotFound: The request is absent or invisible.
        Forbidden: It is of another party.
    """
    found = await drafting.lock_own(session, seat, request)
    row = shared.add(session, seat, approver, reason, request=request)
    await session.flush()
    fact = RequestApprovalRequired(**await _fields(session, seat, found, row), reason=reason)
    await journal.append(session, seat, fact)
    return row


async def lift_for_request(session: Writing, seat: Seat, approval: UUID, request: UUID, reason: str) -> None:
    """Lift a required approval of a request.

    Raises:
        NotFound: It is absent or of another party.
        Conflict: It was lifted already.
    """
    found = await drafting.lock_own(session, seat, request)
    row = await shared.mark_lifted(session, seat, approval, reason)
    fact = RequestApprovalLifted(**await _fields(session, seat, found, row), reason=reason)
    await journal.append(session, seat, fact)


async def demand_none_to_send(session: Reading, request: UUID) -> None:
    """Raise `Conflict` if an approval is required for the request, or for a paper of it that the member sees."""
    papers = await session.scalars(select(RequestPaper.evidence).where(RequestPaper.request == request))
    await shared.demand_none(session, request, *papers)


async def demand_none_to_answer(session: Reading, request: LegalRequest, item: UUID | None = None) -> None:
    """Raise `Conflict` if an approval is required for a result of an incoming request that the member sees.

    Results of an outgoing request came from another authority, so they hold nothing. `item`: only results that answer this
    item, or no item in particular.
    """
    if request.direction != Direction.IN:
        return
    results = select(RequestResult.evidence).where(RequestResult.request == request.id)
    if item is not None:
        results = results.where((RequestResult.item == item) | RequestResult.item.is_(None))
    await shared.demand_none(session, *await session.scalars(results))


async def _fields(session: Reading, seat: Seat, found: LegalRequest, row: RequiredApproval) -> dict[str, Any]:
    return {
        "request": found.id,
        "number": found.number,
        "hearing": recipients.of_parties({found.party}, await rosters.of(session, seat.jit)),
        "required_approval": row.id,
        "approver": row.approver,
    }
