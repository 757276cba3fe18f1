"""Route for the caller's pending actions in a team."""

from fastapi import Response

from app.api.coordination.views.pending_actions import PendingActionsView, pending_actions_view
from app.api.guards import MayReadJit, ReadingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.services import pending_actions
from app.services.teams import roster

router = Router(prefix="/api/jits/{jit}/pending-actions", tags=["pending-actions"])


@router.get("")
async def list_pending_actions(session: ReadingUnit, seat: MayReadJit, response: Response) -> PendingActionsView:
    """List what the caller has to do, next deadline first, with its number for each screen."""
    await tell_position(response, session, seat.jit)
    found = await pending_actions.of(session, seat)
    return pending_actions_view(found, await roster.of(session, seat.jit))
