"""Parties of a team over HTTP."""

from fastapi import Response, status

from app.api.guards import MayAddParty, MayReadJit, ReadingUnit, WritingUnit
from app.api.routing import Router
from app.api.schemas import Page
from app.api.views.parties import PartyForm
from app.api.views.people import PartyView, party_view
from app.api.views.positions import tell_position
from app.services import parties as service

router = Router(prefix="/api/jits/{jit}/parties", tags=["jits"])


@router.get("")
async def list_parties(session: ReadingUnit, seat: MayReadJit, response: Response) -> Page[PartyView]:
    """Every party, by code."""
    await tell_position(response, session, seat.jit)
    return Page(items=[party_view(one) for one in await service.list_all(session, seat)], next=None)


@router.post("", status_code=status.HTTP_201_CREATED)
async def add_party(session: WritingUnit, seat: MayAddParty, form: PartyForm) -> PartyView:
    """Add a party to the team, as an amendment of the agreement says."""
    return party_view(await service.add(session, seat, form.party()))
