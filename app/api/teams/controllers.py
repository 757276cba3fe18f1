"""Routes for the controller of uploads from third countries: list, designate, confirm."""

from uuid import UUID

from fastapi import Response, status

from app.api.guards import MayConfirmController, MayDesignateController, MayReadJit, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Page
from app.api.sharing.views.verifications import ControllerForm, ControllerView, controller_view
from app.services.teams import controllers as service
from app.services.teams import roster as rosters

router = Router(prefix="/api/jits/{jit}/controllers", tags=["verifications"])


@router.get("")
async def list_controllers(session: ReadingUnit, seat: MayReadJit, response: Response) -> Page[ControllerView]:
    """List all designations, newest first. At most one is in force."""
    await tell_position(response, session, seat.jit)
    roster, found = await rosters.of(session, seat.jit), await service.read(session, seat)
    return Page(items=[controller_view(row, roster, found) for row in found.rows], next=None)


@router.post("", status_code=status.HTTP_201_CREATED)
async def designate_controller(
    session: WritingUnit, seat: MayDesignateController, form: ControllerForm
) -> ControllerView:
    """Record the controller that the agreement designates.

    A self-designation must be confirmed by a leader of another party.
    """
    await service.designate(session, seat, form.seat, form.clause)
    found = await service.read(session, seat)
    return controller_view(found.rows[0], await rosters.of(session, seat.jit), found)


@router.post("/{controller}/confirmation", status_code=status.HTTP_201_CREATED)
async def confirm_controller(session: WritingUnit, seat: MayConfirmController, controller: UUID) -> ControllerView:
    """Confirm, as a leader of another party, an administrator's self-designation. It takes effect immediately."""
    await service.confirm(session, seat, controller)
    found = await service.read(session, seat)
    return controller_view(found.rows[0], await rosters.of(session, seat.jit), found)
