"""Four eyes over HTTP: for what one's own party demands a second leader, and its leaders' word about it."""

from typing import Annotated

from fastapi import Response
from pydantic import Field

from app.access.gates import Demand
from app.api.guards import MayReadFourEyes, MaySetFourEyes, ReadingUnit, WritingUnit
from app.api.routing import Router
from app.api.schemas import IfMatch, ReasonForm, Time, View, expected_version
from app.api.views.positions import tell_position
from app.services import four_eyes as service

router = Router(prefix="/api/jits/{jit}/four-eyes", tags=["four-eyes"])


class FourEyesForm(ReasonForm):
    """For what a second leader is demanded, and why. Less than stands is proposed, and stands once another leader says the same."""

    acts: Annotated[list[Demand], Field(max_length=len(Demand))]


class FourEyesView(View):
    """What stands for one's own party. `proposed`: what would be left of it, if another leader than `decided_by` agrees."""

    acts: list[Demand]
    proposed: list[Demand] | None
    decided_by: str | None
    decided_at: Time | None
    may_set: bool
    may_confirm: bool
    version: int


@router.get("")
async def read_four_eyes(session: ReadingUnit, seat: MayReadFourEyes, response: Response) -> FourEyesView:
    """Of one's own party."""
    await tell_position(response, session, seat.jit)
    return FourEyesView.model_validate(await service.read(session, seat))


@router.put("")
async def set_four_eyes(
    session: WritingUnit, seat: MaySetFourEyes, form: FourEyesForm, if_match: IfMatch = None
) -> FourEyesView:
    """Demand a second leader for these acts: more at once, less once two leaders said so."""
    expected = expected_version(if_match)
    await service.decide(session, seat, form.acts, reason=form.reason, expected=expected)
    return FourEyesView.model_validate(await service.read(session, seat))
