"""Routes to erase fields of an audit log entry: read, decide, confirm, agree, withdraw."""

from typing import Annotated
from uuid import UUID

from fastapi import Path, Response, status

from app.api.guards import MayEraseFields, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.retention.views.field_erasures import (
    FieldConfirmationForm,
    FieldErasureForm,
    FieldErasuresView,
    UnfinishedFieldsView,
    erasures_view,
)
from app.api.routing import Router
from app.api.schemas import Page, ReasonForm
from app.services.retention import field_erasures as service

router = Router(prefix="/api/jits/{jit}/ledger", tags=["ledger"])
_OF_ENTRY = "/entries/{position}/erasures"
Position = Annotated[int, Path(ge=0, le=2**62)]


@router.get("/erasures")
async def list_field_erasures(
    session: ReadingUnit, seat: MayEraseFields, response: Response
) -> Page[UnfinishedFieldsView]:
    """List the unfinished erasures that concern the caller's party: waiting for approval, or about to be executed."""
    await tell_position(response, session, seat.jit)
    items = [UnfinishedFieldsView.model_validate(one) for one in await service.unfinished(session, seat)]
    return Page(items=items, next=None)


@router.get(_OF_ENTRY)
async def read_field_erasures(
    session: ReadingUnit, seat: MayEraseFields, response: Response, position: Position
) -> FieldErasuresView:
    """Return the erasable fields and the erasures of an entry of the caller's party.

    For another party's entry: the erasures that wait for the agreement of the caller's party.
    """
    await tell_position(response, session, seat.jit)
    return erasures_view(await service.read(session, seat, position))


@router.post(_OF_ENTRY, status_code=status.HTTP_202_ACCEPTED)
async def erase_fields(
    session: WritingUnit, seat: MayEraseFields, position: Position, form: FieldErasureForm
) -> FieldErasuresView:
    """Erase fields permanently, or request it where a second leader or a joint originator must agree.

    Their hashes remain.
    """
    await service.erase(session, seat, position, form.wanted(), confirmation=form.confirmation)
    return erasures_view(await service.read(session, seat, position))


@router.post(f"{_OF_ENTRY}/{{erasure}}/confirmation", status_code=status.HTTP_202_ACCEPTED)
async def confirm_field_erasure(
    session: WritingUnit, seat: MayEraseFields, position: Position, erasure: UUID, form: FieldConfirmationForm
) -> FieldErasuresView:
    """Confirm, as a second leader, an erasure that another leader decided. It is permanent."""
    await service.confirm(session, seat, position, erasure, confirmation=form.confirmation)
    return erasures_view(await service.read(session, seat, position))


@router.post(f"{_OF_ENTRY}/{{erasure}}/agreement", status_code=status.HTTP_202_ACCEPTED)
async def agree_to_field_erasure(
    session: WritingUnit, seat: MayEraseFields, position: Position, erasure: UUID, form: FieldConfirmationForm
) -> FieldErasuresView:
    """Agree for a party that jointly obtained the exhibit. The last missing agreement makes the erasure permanent."""
    await service.agree(session, seat, position, erasure, confirmation=form.confirmation)
    return erasures_view(await service.read(session, seat, position))


@router.delete(f"{_OF_ENTRY}/{{erasure}}", status_code=status.HTTP_204_NO_CONTENT)
async def give_up_field_erasure(
    session: WritingUnit, seat: MayEraseFields, position: Position, erasure: UUID, form: ReasonForm
) -> None:
    """Reject a waiting erasure, or withdraw an own one, while nothing is erased.

    Another party's erasure can be rejected while it waits for the caller's agreement.
    """
    await service.give_up(session, seat, position, erasure, form.reason)
