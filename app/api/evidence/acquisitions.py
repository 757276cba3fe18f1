"""Routes for acquisition records: how an image was taken from its medium."""

from uuid import UUID

from fastapi import Response, status

from app.api.evidence.views.acquisitions import AcquisitionForm, AcquisitionView, acquisition_view
from app.api.guards import MayDescribeEvidence, MayReadEvidence, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Page
from app.services.evidence import acquisitions as service

router = Router(prefix="/api/jits/{jit}/evidence/{evidence}/acquisitions", tags=["acquisitions"])


@router.get("")
async def list_acquisitions(
    session: ReadingUnit, seat: MayReadEvidence, response: Response, evidence: UUID
) -> Page[AcquisitionView]:
    """List the acquisition records of an exhibit, including corrected ones, for members who may read its provenance."""
    await tell_position(response, session, seat.jit)
    return Page(items=[acquisition_view(one) for one in await service.list_all(session, seat, evidence)], next=None)


@router.post("", status_code=status.HTTP_201_CREATED)
async def record_acquisition(
    session: WritingUnit, seat: MayDescribeEvidence, evidence: UUID, form: AcquisitionForm
) -> AcquisitionView:
    """Record how an exhibit of the caller's party was acquired, or correct an earlier record with a new one."""
    made = await service.record(session, seat, evidence, form.columns(), form.corrects, form.reason)
    return next(
        acquisition_view(one) for one in await service.list_all(session, seat, evidence) if one.acquisition.id == made
    )
