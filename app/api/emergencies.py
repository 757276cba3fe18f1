"""Break-glass over HTTP: what one's party allows others, emergencies, and their review."""

from uuid import UUID

from fastapi import Response, status

from app.api.guards import (
    MayAnswerAlert,
    MayBreakGlass,
    MayDecideRules,
    MayReadEmergencies,
    MayReadRules,
    ReadingUnit,
    WritingUnit,
)
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, cursor_id, expected_version
from app.api.views.emergencies import (
    BreakGlassForm,
    BreakGlassView,
    EmergencyForm,
    EmergencyView,
    ReviewForm,
    break_glass_view,
    emergency_view,
)
from app.api.views.positions import tell_position
from app.services import break_glass
from app.services import emergencies as service

router = Router(prefix="/api/jits/{jit}", tags=["emergencies"])


@router.get("/break-glass")
async def list_break_glass(session: ReadingUnit, seat: MayReadRules, response: Response) -> Page[BreakGlassView]:
    """What one's own party allows others in an emergency."""
    await tell_position(response, session, seat.jit)
    return _standing(await break_glass.listed(session, seat))


@router.put("/break-glass/{party}")
async def set_break_glass(
    session: WritingUnit, seat: MayDecideRules, party: str, form: BreakGlassForm, if_match: IfMatch = None
) -> Page[BreakGlassView]:
    """Allow it to a party, change it, or stop it; `"0"` where nothing was decided yet."""
    await break_glass.decide(session, seat, party, form.decided(), expected=expected_version(if_match))
    return _standing(await break_glass.listed(session, seat))


@router.get("/emergencies")
async def list_emergencies(
    session: ReadingUnit, seat: MayReadEmergencies, response: Response, limit: Limit = 50, cursor: str | None = None
) -> Page[EmergencyView]:
    """One's party's, and those in which others opened what it contributed, newest first."""
    await tell_position(response, session, seat.jit)
    found = await service.listed(session, seat, cursor_id(cursor), limit + 1)
    items = [emergency_view(one) for one in found[:limit]]
    return Page(items=items, next=str(items[-1].id) if len(found) > limit else None)


@router.post("/emergencies", status_code=status.HTTP_201_CREATED)
async def begin_emergency(session: WritingUnit, seat: MayBreakGlass, form: EmergencyForm) -> EmergencyView:
    """Break the glass: for an hour one may open the exhibit for imminent threat, and its originator is told at once."""
    emergency = await service.begin(session, seat, form.exhibit_number, form.reason)
    return emergency_view(await service.read(session, seat, emergency))


@router.post("/emergencies/{emergency}/review")
async def review_emergency(
    session: WritingUnit, seat: MayAnswerAlert, emergency: UUID, form: ReviewForm, if_match: IfMatch = None
) -> EmergencyView:
    """Say whether it was justified. What was not is over at this instant, and is not repeated."""
    expected = expected_version(if_match)
    await service.review(session, seat, emergency, form.verdict, form.finding, expected=expected)
    return emergency_view(await service.read(session, seat, emergency))


def _standing(found: break_glass.Standing) -> Page[BreakGlassView]:
    return Page(items=[break_glass_view(one, found.roster) for one in found.rows], next=None)
