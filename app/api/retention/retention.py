"""Routes for retention: agreed rules, due reviews, keeping an exhibit, legal holds, and erasure."""

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
from app.api.positions import tell_position
from app.api.retention.views.retention import (
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
from app.api.routing import Router
from app.api.schemas import IfMatch, Page, ReasonForm, expected_version
from app.services.retention import erasures, holds, retention_rules
from app.services.retention import retention as service
from app.services.sharing import joint
from app.services.teams import roster as rosters

router = Router(prefix="/api/jits/{jit}", tags=["retention"])


@router.get("/retention-rules")
async def list_retention_rules(
    session: ReadingUnit, seat: MayReadRetention, response: Response
) -> Page[RetentionRuleView]:
    """List the agreed retention rules for exhibits, newest first. Only the newest applies."""
    await tell_position(response, session, seat.jit)
    roster = await rosters.of(session, seat.jit)
    return Page(items=[rule_view(row, roster) for row in await retention_rules.list_all(session, seat)], next=None)


@router.post("/retention-rules", status_code=status.HTTP_201_CREATED)
async def agree_retention_rule(
    session: WritingUnit, seat: MayAgreeRetention, form: RetentionRuleForm
) -> RetentionRuleView:
    """Record an agreed retention rule. It applies to exhibits registered from now on."""
    row = await retention_rules.agree(session, seat, form.rule(), form.clause)
    return rule_view(row, await rosters.of(session, seat.jit))


@router.get("/reviews")
async def list_reviews(session: ReadingUnit, seat: MayReadReviews, response: Response) -> Page[DueView]:
    """List the exhibits that this leader must decide to keep or erase, most urgent first."""
    await tell_position(response, session, seat.jit)
    return Page(items=[due_view(one) for one in await service.list_due(session, seat)], next=None)


@router.get("/evidence/{evidence}/retention")
async def read_retention(
    session: ReadingUnit, seat: MayReadRetention, response: Response, evidence: UUID
) -> RetentionView:
    """Return an exhibit's retention, its legal holds and its erasure."""
    await tell_position(response, session, seat.jit)
    return retention_view(await service.read(session, seat, evidence))


@router.put("/evidence/{evidence}/retention")
async def keep_evidence(
    session: WritingUnit, seat: MayDecideRetention, evidence: UUID, form: KeepingForm, if_match: IfMatch = None
) -> RetentionView:
    """Keep an exhibit until its next review."""
    expected = expected_version(if_match)
    await service.keep(session, seat, evidence, **form.model_dump(), expected=expected)
    return retention_view(await service.read(session, seat, evidence))


@router.post("/evidence/{evidence}/holds", status_code=status.HTTP_201_CREATED)
async def set_hold(session: WritingUnit, seat: MaySetHold, evidence: UUID, form: HoldForm) -> RetentionView:
    """Set a legal hold. The exhibit cannot be erased until the hold is lifted."""
    await holds.set_hold(session, seat, evidence, form.order())
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
    """Agree to the erasure for a party that jointly obtained the exhibit. The party that keeps it decides."""
    await joint.agree_to_erase(session, seat, evidence, form.reason)
    return retention_view(await service.read(session, seat, evidence))


@router.post("/evidence/{evidence}/erasure", status_code=status.HTTP_202_ACCEPTED)
async def erase_evidence(
    session: WritingUnit, seat: MayEraseEvidence, evidence: UUID, form: ErasureForm, if_match: IfMatch = None
) -> RetentionView:
    """Erase an exhibit permanently, or request it where a second leader must confirm.

    Access ends with the decision. A background job then destroys the keys.
    """
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
    """Confirm, as a second leader, an erasure that another leader decided. It is permanent."""
    expected = expected_version(if_match)
    await erasures.confirm(session, seat, evidence, confirmation=form.confirmation, expected=expected)
    return retention_view(await service.read(session, seat, evidence))


@router.delete("/evidence/{evidence}/erasure", status_code=status.HTTP_204_NO_CONTENT)
async def give_up_erasure(session: WritingUnit, seat: MayEraseEvidence, evidence: UUID, form: ReasonForm) -> None:
    """Withdraw or reject an erasure that waits for a second leader."""
    await erasures.give_up(session, seat, evidence, form.reason)
