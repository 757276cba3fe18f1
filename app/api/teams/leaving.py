"""Routes for a party that leaves the team: agreed clauses, preview of the consequences, declaration, withdrawal."""

from uuid import UUID

from fastapi import Response, status

from app.api import pagination
from app.api.guards import MayAgreeLeaving, MayDeclareLeaving, MayReadJit, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Code, IfMatch, Page, ReasonForm, expected_version
from app.api.teams.views.leaving import (
    ConsequencesView,
    LeavingClauseForm,
    LeavingClauseView,
    LeavingForm,
    Most,
    clause_view,
    foreseen_view,
)
from app.api.teams.views.people import PartyView, party_view
from app.services.teams import leaving as service
from app.services.teams import leaving_consequences, parties
from app.services.teams import roster as rosters

router = Router(prefix="/api/jits/{jit}", tags=["leaving"])


@router.get("/leaving-clauses")
async def list_leaving_clauses(session: ReadingUnit, seat: MayReadJit, response: Response) -> Page[LeavingClauseView]:
    """List the agreed clauses about a leaving party, newest first."""
    await tell_position(response, session, seat.jit)
    roster = await rosters.of(session, seat.jit)
    return Page(items=[clause_view(row, roster) for row in await service.clauses(session, seat)], next=None)


@router.post("/leaving-clauses", status_code=status.HTTP_201_CREATED)
async def agree_leaving_clause(
    session: WritingUnit, seat: MayAgreeLeaving, form: LeavingClauseForm
) -> LeavingClauseView:
    """Record an agreed clause. It applies to declarations from now on."""
    row = await service.agree(session, seat, form.agreed())
    return clause_view(row, await rosters.of(session, seat.jit))


@router.get("/parties/{party}/leaving")
async def foresee_leaving(
    session: ReadingUnit,
    seat: MayReadJit,
    response: Response,
    party: Code,
    cursor: str | None = None,
    limit: Most = 100,
) -> ConsequencesView:
    """Preview the consequences of the party leaving, exhibit by exhibit, as far as the caller may know. Paginated."""
    await tell_position(response, session, seat.jit)
    found = await service.find(session, seat, party)
    agreed = await service.terms(session, found)
    foreseen = await leaving_consequences.foresee(
        session, seat, found, agreed, after=pagination.position(cursor, UUID), limit=limit
    )
    return foreseen_view(foreseen, may_declare=await service.may_declare(session, seat, found))


@router.post("/parties/{party}/leaving", status_code=status.HTTP_201_CREATED)
async def declare_leaving(
    session: WritingUnit, seat: MayDeclareLeaving, party: Code, form: LeavingForm, if_match: IfMatch = None
) -> PartyView:
    """Declare that the party leaves, now or at a given time, with the consequences as previewed."""
    expected = expected_version(if_match)
    left = await service.declare(session, seat, party, form.declaration(), expected=expected)
    return party_view(await parties.read(session, seat, left.id))


@router.delete("/parties/{party}/leaving")
async def withdraw_leaving(
    session: WritingUnit, seat: MayDeclareLeaving, party: Code, form: ReasonForm, if_match: IfMatch = None
) -> PartyView:
    """Withdraw the declaration before it takes effect. The party stays."""
    stays = await service.withdraw(session, seat, party, expected=expected_version(if_match), reason=form.reason)
    return party_view(await parties.read(session, seat, stays.id))
