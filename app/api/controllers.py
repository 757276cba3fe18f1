"""The controller of what comes from beyond the Union, over HTTP: who it is and was, and who is to be."""

from fastapi import Response, status

from app.api.guards import MayDesignateController, MayReadJit, ReadingUnit, WritingUnit
from app.api.routing import Router
from app.api.schemas import Page
from app.api.views.positions import tell_position
from app.api.views.verifications import ControllerForm, ControllerView, controller_view
from app.services import controllers as service
from app.services import roster as rosters

router = Router(prefix="/api/jits/{jit}/controllers", tags=["verifications"])


@router.get("")
async def list_controllers(session: ReadingUnit, seat: MayReadJit, response: Response) -> Page[ControllerView]:
    """Every designation, the last first; it alone may stand."""
    await tell_position(response, session, seat.jit)
    roster, found = await rosters.of(session, seat.jit), await service.read(session, seat)
    stands = [found.stands, *(False for _ in found.rows)]
    items = [controller_view(row, roster, stands=is_so) for row, is_so in zip(found.rows, stands, strict=False)]
    return Page(items=items, next=None)


@router.post("", status_code=status.HTTP_201_CREATED)
async def designate_controller(
    session: WritingUnit, seat: MayDesignateController, form: ControllerForm
) -> ControllerView:
    """Enter whom the agreement designates; from then on third countries may upload."""
    await service.designate(session, seat, form.seat, form.clause)
    found = await service.read(session, seat)
    return controller_view(found.rows[0], await rosters.of(session, seat.jit), stands=found.stands)
