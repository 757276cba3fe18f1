"""A party that leaves, over HTTP: the agreement's clause, what would follow, declaring it, and taking that back."""

from fastapi import Response, status

from app.api.guards import MayAgreeLeaving, MayDeclareLeaving, MayReadJit, ReadingUnit, WritingUnit
from app.api.routing import Router
from app.api.schemas import Code, IfMatch, Page, ReasonForm, cursor_id, expected_version
from app.api.views.leaving import (
    ConsequencesView,
    LeavingClauseForm,
    LeavingClauseView,
    LeavingForm,
    Most,
    clause_view,
    foreseen_view,
)
from app.api.views.people import PartyView, party_view
from app.api.views.positions import tell_position
from app.services import consequences, parties
from app.services import leaving as service
from app.services import roster as rosters

router = Router(prefix="/api/jits/{jit}", tags=["leaving"])


@router.get("/leaving-clauses")
async def list_leaving_clauses(session: ReadingUnit, seat: MayReadJit, response: Response) -> Page[LeavingClauseView]:
    """What the agreement said of a party that leaves, the last first."""
    await tell_position(response, session, seat.jit)
    roster = await rosters.of(session, seat.jit)
    return Page(items=[clause_view(row, roster) for row in await service.clauses(session, seat)], next=None)


@router.post("/leaving-clauses", status_code=status.HTTP_201_CREATED)
async def agree_leaving_clause(
    session: WritingUnit, seat: MayAgreeLeaving, form: LeavingClauseForm
) -> LeavingClauseView:
    """Enter what a clause says; it holds for what is declared from now on."""
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
    """What would follow if the party left, or will: exhibit by exhibit, page by page, as far as one may know."""
    await tell_position(response, session, seat.jit)
    found = await service.find(session, seat, party)
    agreed = await service.terms(session, found)
    foreseen = await consequences.foresee(session, seat, found, agreed, after=cursor_id(cursor), limit=limit)
    return foreseen_view(foreseen, may_declare=await service.may_declare(session, seat, found))


@router.post("/parties/{party}/leaving", status_code=status.HTTP_201_CREATED)
async def declare_leaving(
    session: WritingUnit, seat: MayDeclareLeaving, party: Code, form: LeavingForm, if_match: IfMatch = None
) -> PartyView:
    """Declare that the party leaves, now or at a moment, with the consequences that were shown."""
    expected = expected_version(if_match)
    left = await service.declare(session, seat, party, form.declaration(), expected=expected)
    return party_view(await parties.whole(session, seat, left.id))


@router.delete("/parties/{party}/leaving")
async def withdraw_leaving(
    session: WritingUnit, seat: MayDeclareLeaving, party: Code, form: ReasonForm, if_match: IfMatch = None
) -> PartyView:
    """Take the declaration back before its moment: the party stays."""
    stays = await service.withdraw(session, seat, party, expected=expected_version(if_match), reason=form.reason)
    return party_view(await parties.whole(session, seat, stays.id))
