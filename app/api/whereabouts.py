"""Physical custody over HTTP: where the thing is, what was done with it, and what was put right."""

from uuid import UUID

from fastapi import Request, Response, status

from app.api.guards import MayReadEvidence, MayRecordCustody, ReadingUnit, WritingUnit
from app.api.routing import Router
from app.api.schemas import IfMatch, expected_version
from app.api.sending import IdempotencyKey, sent
from app.api.views.handovers import OfferForm
from app.api.views.positions import tell_position
from app.api.views.whereabouts import CorrectionForm, PhysicalActForm, WhereaboutsView, whereabouts_view
from app.services import corrections, handovers, sendings
from app.services import whereabouts as service

router = Router(prefix="/api/jits/{jit}/whereabouts/{evidence}", tags=["custody"])


@router.get("")
async def read_whereabouts(
    session: ReadingUnit, seat: MayReadEvidence, response: Response, evidence: UUID
) -> WhereaboutsView:
    """Where the thing is, which way it took, and what one may record now."""
    await tell_position(response, session, seat.jit)
    return whereabouts_view(await service.read(session, seat, evidence))


@router.post("/acts", status_code=status.HTTP_201_CREATED)
async def record_physical_act(
    session: WritingUnit,
    seat: MayRecordCustody,
    request: Request,
    evidence: UUID,
    form: PhysicalActForm,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> WhereaboutsView:
    """Record what was done with the thing. Before the first act its version is 0."""
    expected = expected_version(if_match)

    async def record() -> UUID:
        await service.record(session, seat, evidence, form.step, form.said(), form.words(), expected=expected)
        return evidence

    await sendings.once(session, seat, sent(key, request, form), record)
    return whereabouts_view(await service.read(session, seat, evidence))


@router.post("/corrections", status_code=status.HTTP_201_CREATED)
async def correct_whereabouts(
    session: WritingUnit, seat: MayRecordCustody, evidence: UUID, form: CorrectionForm, if_match: IfMatch = None
) -> WhereaboutsView:
    """Put an act right that was recorded wrongly: the entry stays, and another names it and says why."""
    mended, expected = form.standing(), expected_version(if_match)
    await corrections.correct(
        session, seat, evidence, form.corrects, form.reason, mended, form.words(), expected=expected
    )
    return whereabouts_view(await service.read(session, seat, evidence))


@router.post("/handovers", status_code=status.HTTP_201_CREATED)
async def offer_handover(
    session: WritingUnit,
    seat: MayRecordCustody,
    request: Request,
    evidence: UUID,
    form: OfferForm,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> WhereaboutsView:
    """Offer the thing to another seat, which says itself that it has it."""
    expected = expected_version(if_match)

    async def offer() -> UUID:
        await handovers.offer(session, seat, evidence, form.offer(), form.words(), expected=expected)
        return evidence

    await sendings.once(session, seat, sent(key, request, form), offer)
    return whereabouts_view(await service.read(session, seat, evidence))
