"""Routes for the values of cards and directory that count for a request. They store nothing."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.api.guards import MayReadRequestContents, MayWorkOnRequest, ReadingUnit
from app.api.positions import tell_position
from app.api.requests.views.cards import CardFactsView, CardQuery, card_facts_view
from app.api.routing import Router
from app.services.requests.cards import facts

router = Router(prefix="/api/jits/{jit}", tags=["requests"])


@router.get("/card-facts")
async def read_card_facts(
    session: ReadingUnit, _: MayWorkOnRequest, query: Annotated[CardQuery, Query()]
) -> CardFactsView:
    """Return what the cards and the directory say for a request that is not saved, and what they do not record."""
    return card_facts_view(await facts.planned(session, query.asked(), query.provider))


@router.get("/requests/{request}/card-facts")
async def read_request_card_facts(
    session: ReadingUnit, seat: MayReadRequestContents, response: Response, request: UUID
) -> CardFactsView:
    """Return what the cards and the directory say for a request, and what they do not record."""
    await tell_position(response, session, seat.jit)
    return card_facts_view(await facts.of_request(session, seat, request))
