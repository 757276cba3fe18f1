"""Routes for the physical custody of an exhibit: read, record events, correct them, offer a handover."""

from uuid import UUID

from fastapi import Request, Response, status

from app.api.custody.views.handovers import OfferForm
from app.api.custody.views.physical_custody import (
    CorrectionForm,
    CustodyEventForm,
    PhysicalCustodyView,
    physical_custody_view,
)
from app.api.guards import MayReadEvidence, MayRecordCustody, ReadingUnit, WritingUnit
from app.api.idempotency import IdempotencyKey, idempotent_request
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, expected_version
from app.services import idempotency
from app.services.custody import corrections, handovers
from app.services.custody import physical_custody as service

router = Router(prefix="/api/jits/{jit}/physical-custody/{evidence}", tags=["custody"])


@router.get("")
async def read_physical_custody(
    session: ReadingUnit, seat: MayReadEvidence, response: Response, evidence: UUID
) -> PhysicalCustodyView:
    """Return the exhibit's physical custody, its custody events, and the events that the caller may record now."""
    await tell_position(response, session, seat.jit)
    return physical_custody_view(await service.read(session, seat, evidence))


@router.post("/events", status_code=status.HTTP_201_CREATED)
async def record_custody_event(
    session: WritingUnit,
    seat: MayRecordCustody,
    request: Request,
    evidence: UUID,
    form: CustodyEventForm,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> PhysicalCustodyView:
    """Record a custody event. Before the first event the version is 0."""
    expected = expected_version(if_match)

    async def record() -> UUID:
        await service.record(
            session, seat, evidence, form.event, form.event_fields(), form.event_details(), expected=expected
        )
        return evidence

    await idempotency.run_once(session, seat, idempotent_request(key, request, form), record)
    return physical_custody_view(await service.read(session, seat, evidence))


@router.post("/corrections", status_code=status.HTTP_201_CREATED)
async def correct_custody_event(
    session: WritingUnit, seat: MayRecordCustody, evidence: UUID, form: CorrectionForm, if_match: IfMatch = None
) -> PhysicalCustodyView:
    """Correct a custody event. The original entry stays; a new entry names it and gives the reason."""
    corrected, expected = form.to_corrected(), expected_version(if_match)
    await corrections.correct(
        session, seat, evidence, form.corrects, form.reason, corrected, form.event_details(), expected=expected
    )
    return physical_custody_view(await service.read(session, seat, evidence))


@router.post("/handovers", status_code=status.HTTP_201_CREATED)
async def offer_handover(
    session: WritingUnit,
    seat: MayRecordCustody,
    request: Request,
    evidence: UUID,
    form: OfferForm,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> PhysicalCustodyView:
    """Offer the exhibit to another member, who must confirm receipt."""
    expected = expected_version(if_match)

    async def offer() -> UUID:
        await handovers.offer(session, seat, evidence, form.to_offer(), form.event_details(), expected=expected)
        return evidence

    await idempotency.run_once(session, seat, idempotent_request(key, request, form), offer)
    return physical_custody_view(await service.read(session, seat, evidence))
