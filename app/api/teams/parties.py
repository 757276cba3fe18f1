"""Routes for the parties of a team: list, add, suspend by two votes, resume."""

from uuid import UUID

from fastapi import Response, status

from app.api.guards import MayAddParty, MayReadJit, MayResumeParty, MaySuspendParty, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Code, IfMatch, Line, Page, ReasonForm, expected_version
from app.api.teams.views.parties import PartyForm
from app.api.teams.views.people import PartyView, party_view
from app.services.teams import parties as service
from app.services.teams import suspensions

router = Router(prefix="/api/jits/{jit}", tags=["jits"])


class ClauseForm(ReasonForm):
    """The reason, and the clause of the agreement."""

    clause: Line


class SuspensionForm(ClauseForm):
    """A proposed suspension. `at_once`: the party is suspended from now on, for 24 hours unless it is confirmed."""

    at_once: bool = False


@router.get("/parties")
async def list_parties(session: ReadingUnit, seat: MayReadJit, response: Response) -> Page[PartyView]:
    """List all parties, by code."""
    await tell_position(response, session, seat.jit)
    return Page(items=[party_view(one) for one in await service.list_all(session, seat)], next=None)


@router.post("/parties", status_code=status.HTTP_201_CREATED)
async def add_party(session: WritingUnit, seat: MayAddParty, form: PartyForm) -> PartyView:
    """Add a party to the team, as an amendment of the agreement provides."""
    return party_view(await service.add(session, seat, form.party()))


@router.post("/parties/{party}/suspension")
async def suspend_party(
    session: WritingUnit, seat: MaySuspendParty, party: Code, form: SuspensionForm, if_match: IfMatch = None
) -> PartyView:
    """Propose to suspend another party, or suspend it at once for 24 hours; a second leader confirms it."""
    expected = expected_version(if_match)
    what = {"clause": form.clause, "reason": form.reason}
    details = suspensions.propose(session, seat, party, expected=expected, at_once=form.at_once, **what)
    return party_view(await details)


@router.post("/suspensions/{suspension}/confirmation")
async def confirm_suspension(session: WritingUnit, seat: MaySuspendParty, suspension: UUID) -> PartyView:
    """Confirm a proposed suspension. The members of the party cannot act until it is resumed."""
    return party_view(await suspensions.confirm(session, seat, suspension))


@router.delete("/parties/{party}/suspension")
async def resume_party(
    session: WritingUnit, seat: MayResumeParty, party: Code, form: ClauseForm, if_match: IfMatch = None
) -> PartyView:
    """Resume a suspended party."""
    expected = expected_version(if_match)
    details = service.resume(session, seat, party, expected=expected, clause=form.clause, reason=form.reason)
    return party_view(await details)
