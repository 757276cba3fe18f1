"""Routes for the acts of a party that demand a second factor again. Its leaders decide."""

from typing import Annotated

from fastapi import Response
from pydantic import Field

from app.access.step_up import ActKind
from app.api.guards import MayReadFourEyes, MaySetFourEyes, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, ReasonForm, Time, View, expected_version
from app.services.sharing import step_up_policies as service

router = Router(prefix="/api/jits/{jit}/step-up", tags=["step-up"])


class StepUpPolicyForm(ReasonForm):
    """The kinds of acts that demand a second factor, and the reason."""

    kinds: Annotated[list[ActKind], Field(max_length=len(ActKind))]


class StepUpPolicyView(View):
    """The decision of the caller's party.

    `members`: people with a place in it. `unable`: those of them without a second factor, who cannot do these acts.
    `able`: the caller has one.
    """

    kinds: list[ActKind]
    decided_by: str | None
    decided_at: Time | None
    may_set: bool
    members: int
    unable: int
    able: bool
    version: int


@router.get("")
async def read_step_up_policy(session: ReadingUnit, seat: MayReadFourEyes, response: Response) -> StepUpPolicyView:
    """Return for which acts the caller's party demands a second factor again."""
    await tell_position(response, session, seat.jit)
    return StepUpPolicyView.model_validate(await service.read(session, seat))


@router.put("")
async def set_step_up_policy(
    session: WritingUnit, seat: MaySetFourEyes, form: StepUpPolicyForm, if_match: IfMatch = None
) -> StepUpPolicyView:
    """Set the kinds of acts that demand a second factor. Scripts are refused these acts.

    A change needs a second factor proved for `keys_and_policy`, if any kind demands one at present.
    """
    expected = expected_version(if_match)
    await service.decide(session, seat, form.kinds, reason=form.reason, expected=expected)
    return StepUpPolicyView.model_validate(await service.read(session, seat))
