"""Check an H-hour: local time in each participating member state, and authorisations of visible action plans.

Not here: what counts as a concern (`access/operation_checks.py`).
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from app.access import operation_checks
from app.access.operation_checks import Finding, Warrant
from app.access.operation_states import ActionState
from app.access.seats import Seat
from app.database import Reading
from app.models import Action, ActionPlan
from app.services.coordination import operations, recipients
from app.services.teams import roster as rosters


async def of(session: Reading, seat: Seat, operation: UUID) -> Sequence[Finding]:
    """Return all concerns that the member may see, grouped by party. Raises `NotFound`."""
    day = await operations.find(session, operation)
    roster = await rosters.of(session, seat.jit)
    states = [one for one in roster.parties if one.id in recipients.asked_parties(day, roster)]
    found: list[Finding] = []
    query = select(Action, ActionPlan).join(ActionPlan, ActionPlan.action == Action.id)
    query = query.where(Action.operation == operation, Action.state != ActionState.ABORTED).order_by(Action.id)
    warrants = [
        Warrant(
            party=roster.party_code(action.party),
            number=action.number,
            named=plan.authorisation_kind is not None,
            valid_from=plan.authorisation_from,
            valid_until=plan.authorisation_until,
        )
        for action, plan in await session.execute(query)
    ]
    for party in states:
        found += operation_checks.of_hour(day.h_at, party.code, party.time_zone)
        found += operation_checks.of_warrants(day.h_at, [one for one in warrants if one.party == party.code])
    return found
