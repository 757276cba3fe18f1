"""How long exhibits are kept, over HTTP: the agreement's rule, what waits to be decided, keeping, legal holds, erasing."""

from uuid import UUID

from fastapi import Response, status

from app.api.guards import (
    MayAgreeRetention,
    MayDecideRetention,
    MayEraseEvidence,
    MayReadRetention,
    MayReadReviews,
    MaySetHold,
    ReadingUnit,
    WritingUnit,
)
from app.api.routing import Router
from app.api.schemas import IfMatch, Page, ReasonForm, expected_version
from app.api.views.positions import tell_position
from app.api.views.retention import (
    DueView,
    ErasureConfirmationForm,
    ErasureForm,
    HoldForm,
    KeepingForm,
    RetentionRuleForm,
    RetentionRuleView,
    RetentionView,
    due_view,
    retention_view,
    rule_view,
)
from app.services import erasure_wishes, erasures, holds, joint, retention_rules
from app.services import retention as service
from app.services import roster as rosters

router = Router(prefix="/api/jits/{jit}", tags=["retention"])


@router.get("/retention-rules")
async def list_retention_rules(
    session: ReadingUnit, seat: MayReadRetention, response: Response
) -> Page[RetentionRuleView]:
    """What the agreement said of how long exhibits are kept, the last first; it alone counts."""
    await tell_position(response, session, seat.jit)
    roster = await rosters.of(session, seat.jit)
    return Page(items=[rule_view(row, roster) for row in await retention_rules.listed(session, seat)], next=None)


@router.post("/retention-rules", status_code=status.HTTP_201_CREATED)
async def agree_retention_rule(
    session: WritingUnit, seat: MayAgreeRetention, form: RetentionRuleForm
) -> RetentionRuleView:
    """Enter what a clause says; it holds for what is registered from now on."""
    row = await retention_rules.agree(session, seat, form.rule(), form.clause)
    return rule_view(row, await rosters.of(session, seat.jit))


@router.get("/reviews")
async def list_reviews(session: ReadingUnit, seat: MayReadReviews, response: Response) -> Page[DueView]:
    """What waits for this leader to keep or to erase, the most urgent first."""
    await tell_position(response, session, seat.jit)
    return Page(items=[due_view(one) for one in await service.due(session, seat)], next=None)


@router.get("/evidence/{evidence}/retention")
async def read_retention(
    session: ReadingUnit, seat: MayReadRetention, response: Response, evidence: UUID
) -> RetentionView:
    """How long one exhibit is kept, what holds it, and its erasure."""
    await tell_position(response, session, seat.jit)
    return retention_view(await service.read(session, seat, evidence))


@router.put("/evidence/{evidence}/retention")
async def keep_evidence(
    session: WritingUnit, seat: MayDecideRetention, evidence: UUID, form: KeepingForm, if_match: IfMatch = None
) -> RetentionView:
    """Keep it until another review."""
    expected = expected_version(if_match)
    await service.keep(session, seat, evidence, **form.model_dump(), expected=expected)
    return retention_view(await service.read(session, seat, evidence))


@router.post("/evidence/{evidence}/holds", status_code=status.HTTP_201_CREATED)
async def set_hold(session: WritingUnit, seat: MaySetHold, evidence: UUID, form: HoldForm) -> RetentionView:
    """Set a legal hold: nothing erases the exhibit before it is lifted."""
    await holds.place(session, seat, evidence, form.order())
    return retention_view(await service.read(session, seat, evidence))


@router.post("/evidence/{evidence}/holds/{hold}/lifting")
async def lift_hold(
    session: WritingUnit, seat: MaySetHold, evidence: UUID, hold: UUID, form: ReasonForm
) -> RetentionView:
    """Lift a legal hold."""
    await holds.lift(session, seat, evidence, hold, form.reason)
    return retention_view(await service.read(session, seat, evidence))


@router.post("/evidence/{evidence}/erasure-agreement", status_code=status.HTTP_201_CREATED)
async def agree_erasure(
    session: WritingUnit, seat: MayEraseEvidence, evidence: UUID, form: ReasonForm
) -> RetentionView:
    """Agree, for a party that obtained it jointly, that it is erased; the party that keeps it decides."""
    await joint.agree_to_erase(session, seat, evidence, form.reason)
    return retention_view(await service.read(session, seat, evidence))


@router.post("/evidence/{evidence}/erasure", status_code=status.HTTP_202_ACCEPTED)
async def erase_evidence(
    session: WritingUnit, seat: MayEraseEvidence, evidence: UUID, form: ErasureForm, if_match: IfMatch = None
) -> RetentionView:
    """Erase it for good: nobody reads it from here on, and its keys are destroyed at once; or once a second leader agrees."""
    expected = expected_version(if_match)
    await erasures.erase(session, seat, evidence, confirmation=form.confirmation, reason=form.reason, expected=expected)
    return retention_view(await service.read(session, seat, evidence))


@router.post("/evidence/{evidence}/erasure/confirmation", status_code=status.HTTP_202_ACCEPTED)
async def confirm_erasure(
    session: WritingUnit,
    seat: MayEraseEvidence,
    evidence: UUID,
    form: ErasureConfirmationForm,
    if_match: IfMatch = None,
) -> RetentionView:
    """Agree, as a second leader, to an erasure that another decided: it is erased for good."""
    expected = expected_version(if_match)
    await erasures.confirm(session, seat, evidence, confirmation=form.confirmation, expected=expected)
    return retention_view(await service.read(session, seat, evidence))


@router.delete("/evidence/{evidence}/erasure", status_code=status.HTTP_204_NO_CONTENT)
async def give_up_erasure(session: WritingUnit, seat: MayEraseEvidence, evidence: UUID, form: ReasonForm) -> None:
    """Turn down an erasure that waits for a second leader, or give up one's own: it will not be."""
    await erasure_wishes.give_up(session, seat, evidence, form.reason)
