"""Parties of a team over HTTP: listed, added, suspended, resumed."""

from fastapi import Response, status

from app.api.guards import MayAddParty, MayReadJit, MaySuspendParty, ReadingUnit, WritingUnit
from app.api.routing import Router
from app.api.schemas import Code, IfMatch, Line, Page, ReasonForm, expected_version
from app.api.views.parties import PartyForm
from app.api.views.people import PartyView, party_view
from app.api.views.positions import tell_position
from app.services import parties as service

router = Router(prefix="/api/jits/{jit}/parties", tags=["jits"])


class ClauseForm(ReasonForm):
    """Why, and the clause of the agreement that says so."""

    clause: Line


@router.get("")
async def list_parties(session: ReadingUnit, seat: MayReadJit, response: Response) -> Page[PartyView]:
    """Every party, by code."""
    await tell_position(response, session, seat.jit)
    return Page(items=[party_view(one) for one in await service.list_all(session, seat)], next=None)


@router.post("", status_code=status.HTTP_201_CREATED)
async def add_party(session: WritingUnit, seat: MayAddParty, form: PartyForm) -> PartyView:
    """Add a party to the team, as an amendment of the agreement says."""
    return party_view(await service.add(session, seat, form.party()))


@router.post("/{party}/suspension")
async def suspend_party(
    session: WritingUnit, seat: MaySuspendParty, party: Code, form: ClauseForm, if_match: IfMatch = None
) -> PartyView:
    """Suspend another party: none of its seats acts until it is resumed."""
    expected = expected_version(if_match)
    whole = service.suspend(session, seat, party, expected=expected, clause=form.clause, reason=form.reason)
    return party_view(await whole)


@router.delete("/{party}/suspension")
async def resume_party(
    session: WritingUnit, seat: MaySuspendParty, party: Code, form: ClauseForm, if_match: IfMatch = None
) -> PartyView:
    """Let a suspended party take part again."""
    expected = expected_version(if_match)
    whole = service.resume(session, seat, party, expected=expected, clause=form.clause, reason=form.reason)
    return party_view(await whole)
