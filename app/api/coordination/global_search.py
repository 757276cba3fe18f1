"""Route for the global search in a team."""

from typing import Annotated

from fastapi import Query, Response
from pydantic import AfterValidator

from app.api.coordination.views.global_search import SearchView, search_view
from app.api.guards import MayReadJit, ReadingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import printable
from app.services import global_search as service
from app.services.global_search import SearchKind
from app.services.teams import roster

router = Router(prefix="/api/jits/{jit}/search", tags=["search"])


@router.get("")
async def search_team(
    session: ReadingUnit,
    seat: MayReadJit,
    response: Response,
    q: Annotated[
        str, Query(min_length=1, max_length=200, description="Words, or their beginnings."), AfterValidator(printable)
    ],
    kind: Annotated[
        list[SearchKind] | None, Query(max_length=len(SearchKind), description="Repeatable. Left out: all kinds.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=50, description="At most this many hits of each kind.")] = 5,
) -> SearchView:
    """Find what the caller may see by words: exhibits, requests, tasks, messages, action days, hearings, members."""
    await tell_position(response, session, seat.jit)
    found = await service.search(session, seat, q, kind or (), limit)
    return search_view(found, await roster.of(session, seat.jit))
