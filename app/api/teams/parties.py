"""Routes for the parties of a team: list, add, suspend, resume."""

from fastapi import Response, status

from app.api.guards import MayAddParty, MayReadJit, MaySuspendParty, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Code, IfMatch, Line, Page, ReasonForm, expected_version
from app.api.teams.views.parties import PartyForm
from app.api.teams.views.people import PartyView, party_view
from app.services.teams import parties as service

router = Router(prefix="/api/jits/{jit}/parties", tags=["jits"])


class ClauseForm(ReasonForm):
    """The reason, and the clause of the agreement."""

    clause: Line


@router.get("")
async def list_parties(session: ReadingUnit, seat: MayReadJit, response: Response) -> Page[PartyView]:
    """List all parties, by code."""
    await tell_position(response, session, seat.jit)
    return Page(items=[party_view(one) for one in await service.list_all(session, seat)], next=None)


@router.post("", status_code=status.HTTP_201_CREATED)
async def add_party(session: WritingUnit, seat: MayAddParty, form: PartyForm) -> PartyView:
    """Add a party to the team, as an amendment of the agreement provides."""
    return party_view(await service.add(session, seat, form.party()))


@router.post("/{party}/suspension")
async def suspend_party(
    session: WritingUnit, seat: MaySuspendParty, party: Code, form: ClauseForm, if_match: IfMatch = None
) -> PartyView:
    """Suspend another party. Its members cannot act until it is resumed."""
    expected = expected_version(if_match)
    details = service.suspend(session, seat, party, expected=expected, clause=form.clause, reason=form.reason)
    return party_view(await details)


@router.delete("/{party}/suspension")
async def resume_party(
    session: WritingUnit, seat: MaySuspendParty, party: Code, form: ClauseForm, if_match: IfMatch = None
) -> PartyView:
    """Resume a suspended party."""
    expected = expected_version(if_match)
    details = service.resume(session, seat, party, expected=expected, clause=form.clause, reason=form.reason)
    return party_view(await details)
