"""Route for requests and answer times between the caller's party and each other country."""

from fastapi import Response

from app.api.guards import MayReadRequestContents, ReadingUnit
from app.api.positions import tell_position
from app.api.requests.views.reciprocity import ReciprocitiesView, reciprocity_view
from app.api.routing import Router
from app.services.requests import reciprocity

router = Router(prefix="/api/jits/{jit}/requests/reciprocity", tags=["requests"])


@router.get("")
async def read_reciprocity(session: ReadingUnit, seat: MayReadRequestContents, response: Response) -> ReciprocitiesView:
    """Return numbers of requests and answer times between the caller's party and each other country."""
    await tell_position(response, session, seat.jit)
    return ReciprocitiesView(items=[reciprocity_view(one) for one in await reciprocity.of(session, seat)])
