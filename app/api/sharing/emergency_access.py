"""Routes for emergency access: a party's decisions to allow it, emergencies, and their review."""

from uuid import UUID

from fastapi import Response, status

from app.api import pagination
from app.api.guards import (
    MayAnswerAlert,
    MayBreakGlass,
    MayDecideRules,
    MayReadEmergencies,
    MayReadRules,
    ReadingUnit,
    WritingUnit,
)
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, expected_version
from app.api.sharing.views.emergency_access import (
    BreakGlassForm,
    BreakGlassView,
    EmergencyForm,
    EmergencyView,
    ReviewForm,
    break_glass_view,
    emergency_view,
)
from app.services.sharing import emergency_access as service

router = Router(prefix="/api/jits/{jit}", tags=["emergencies"])


@router.get("/break-glass")
async def list_break_glass(session: ReadingUnit, seat: MayReadRules, response: Response) -> Page[BreakGlassView]:
    """List which emergency access the caller's party allows to other parties."""
    await tell_position(response, session, seat.jit)
    return _permission_page(await service.list_permissions(session, seat))


@router.put("/break-glass/{party}")
async def set_break_glass(
    session: WritingUnit, seat: MayDecideRules, party: str, form: BreakGlassForm, if_match: IfMatch = None
) -> Page[BreakGlassView]:
    """Allow, change or stop emergency access for a party. `If-Match: "0"` if nothing was decided yet."""
    await service.set_permission(session, seat, party, form.decided(), expected=expected_version(if_match))
    return _permission_page(await service.list_permissions(session, seat))


@router.get("/emergencies")
async def list_emergencies(
    session: ReadingUnit, seat: MayReadEmergencies, response: Response, limit: Limit = 50, cursor: str | None = None
) -> Page[EmergencyView]:
    """List the emergencies of the caller's party and those that concern its exhibits, newest first."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    found = await service.list_emergencies(session, seat, asked.after, asked.row_limit)
    return asked.page(found, emergency_view)


@router.post("/emergencies", status_code=status.HTTP_201_CREATED)
async def begin_emergency(session: WritingUnit, seat: MayBreakGlass, form: EmergencyForm) -> EmergencyView:
    """Begin emergency access because of an imminent threat.

    It lasts one hour; the originator is alerted immediately.
    """
    emergency = await service.begin(session, seat, form.exhibit_number, form.reason)
    return emergency_view(await service.read(session, seat, emergency))


@router.post("/emergencies/{emergency}/review")
async def review_emergency(
    session: WritingUnit, seat: MayAnswerAlert, emergency: UUID, form: ReviewForm, if_match: IfMatch = None
) -> EmergencyView:
    """Record whether the emergency access was justified. If not, the access ends immediately and cannot be repeated."""
    expected = expected_version(if_match)
    await service.review(session, seat, emergency, form.verdict, form.finding, expected=expected)
    return emergency_view(await service.read(session, seat, emergency))


def _permission_page(found: service.PermissionList) -> Page[BreakGlassView]:
    return Page(items=[break_glass_view(one, found.roster) for one in found.rows], next=None)
