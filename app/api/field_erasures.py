"""Erasing fields of an entry, over HTTP: what may be erased of it, decided, confirmed, agreed to, given up."""

from typing import Annotated
from uuid import UUID

from fastapi import Path, Response, status

from app.api.guards import MayEraseFields, ReadingUnit, WritingUnit
from app.api.routing import Router
from app.api.schemas import Page, ReasonForm
from app.api.views.field_erasures import (
    FieldConfirmationForm,
    FieldErasureForm,
    FieldErasuresView,
    UnfinishedFieldsView,
    erasures_view,
)
from app.api.views.positions import tell_position
from app.services import field_erasure_list as erasures
from app.services import field_erasures as service

router = Router(prefix="/api/jits/{jit}/ledger", tags=["ledger"])
_OF_ENTRY = "/entries/{position}/erasures"
Position = Annotated[int, Path(ge=0, le=2**62)]


@router.get("/erasures")
async def list_field_erasures(
    session: ReadingUnit, seat: MayEraseFields, response: Response
) -> Page[UnfinishedFieldsView]:
    """What waits for another leader of one's own party or for one's own party's word, or is about to be erased."""
    await tell_position(response, session, seat.jit)
    items = [UnfinishedFieldsView.model_validate(one) for one in await erasures.unfinished(session, seat)]
    return Page(items=items, next=None)


@router.get(_OF_ENTRY)
async def read_field_erasures(
    session: ReadingUnit, seat: MayEraseFields, response: Response, position: Position
) -> FieldErasuresView:
    """What may be erased of an entry of one's own party, and its erasures; of another's, those that wait for a word of one's own."""
    await tell_position(response, session, seat.jit)
    return erasures_view(await erasures.read(session, seat, position))


@router.post(_OF_ENTRY, status_code=status.HTTP_202_ACCEPTED)
async def erase_fields(
    session: WritingUnit, seat: MayEraseFields, position: Position, form: FieldErasureForm
) -> FieldErasuresView:
    """Erase fields for good: their hashes stand, and nobody reads them again; or once a second leader agrees."""
    await service.erase(session, seat, position, form.wanted(), confirmation=form.confirmation)
    return erasures_view(await erasures.read(session, seat, position))


@router.post(f"{_OF_ENTRY}/{{erasure}}/confirmation", status_code=status.HTTP_202_ACCEPTED)
async def confirm_field_erasure(
    session: WritingUnit, seat: MayEraseFields, position: Position, erasure: UUID, form: FieldConfirmationForm
) -> FieldErasuresView:
    """Agree, as a second leader, to an erasure that another decided: it is done for good."""
    await service.confirm(session, seat, position, erasure, confirmation=form.confirmation)
    return erasures_view(await erasures.read(session, seat, position))


@router.post(f"{_OF_ENTRY}/{{erasure}}/agreement", status_code=status.HTTP_202_ACCEPTED)
async def agree_to_field_erasure(
    session: WritingUnit, seat: MayEraseFields, position: Position, erasure: UUID, form: FieldConfirmationForm
) -> FieldErasuresView:
    """Agree, for a party that obtained what the entry is about jointly: with the last word that lacks it is done for good."""
    await service.agree(session, seat, position, erasure, confirmation=form.confirmation)
    return erasures_view(await erasures.read(session, seat, position))


@router.delete(f"{_OF_ENTRY}/{{erasure}}", status_code=status.HTTP_204_NO_CONTENT)
async def give_up_field_erasure(
    session: WritingUnit, seat: MayEraseFields, position: Position, erasure: UUID, form: ReasonForm
) -> None:
    """Turn down an erasure that waits, or give up one's own, as long as nothing is erased; another's, while it waits for one's word."""
    await service.give_up(session, seat, position, erasure, form.reason)
