"""Routes for the four-eyes rule: which acts of a party need a second leader. Its leaders decide."""

from typing import Annotated

from fastapi import Response
from pydantic import Field

from app.access.sharing.gates import Demand
from app.api.guards import MayReadFourEyes, MaySetFourEyes, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, ReasonForm, Time, View, expected_version
from app.services.sharing import four_eyes as service

router = Router(prefix="/api/jits/{jit}/four-eyes", tags=["four-eyes"])


class FourEyesForm(ReasonForm):
    """The acts that need a second leader, and the reason.

    A reduction takes effect once another leader requests the same.
    """

    acts: Annotated[list[Demand], Field(max_length=len(Demand))]


class FourEyesView(View):
    """The setting of the caller's party.

    `proposed`: the reduced list, once another leader than `decided_by` confirms it.
    """

    acts: list[Demand]
    proposed: list[Demand] | None
    decided_by: str | None
    decided_at: Time | None
    may_set: bool
    may_confirm: bool
    version: int


@router.get("")
async def read_four_eyes(session: ReadingUnit, seat: MayReadFourEyes, response: Response) -> FourEyesView:
    """Return the four-eyes setting of the caller's party."""
    await tell_position(response, session, seat.jit)
    return FourEyesView.model_validate(await service.read(session, seat))


@router.put("")
async def set_four_eyes(
    session: WritingUnit, seat: MaySetFourEyes, form: FourEyesForm, if_match: IfMatch = None
) -> FourEyesView:
    """Set the acts that need a second leader.

    Additions apply immediately; removals once two leaders have requested them.
    """
    expected = expected_version(if_match)
    await service.decide(session, seat, form.acts, reason=form.reason, expected=expected)
    return FourEyesView.model_validate(await service.read(session, seat))
