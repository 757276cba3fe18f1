"""Fixity over HTTP: when the stored files of an exhibit were last compared with their hashes, and ordering that they are."""

from datetime import timedelta
from uuid import UUID

from fastapi import Request, Response, status

from app.api.guards import MayOrderFixity, MayReadEvidence, ReadingUnit, WritingUnit
from app.api.house import house_of
from app.api.routing import Router
from app.api.views.fixity import FixityView
from app.api.views.positions import tell_position
from app.services import fixity as service

router = Router(prefix="/api/jits/{jit}/evidence/{evidence}/fixity", tags=["fixity"])


@router.get("")
async def read_fixity(
    request: Request, session: ReadingUnit, seat: MayReadEvidence, response: Response, evidence: UUID
) -> FixityView:
    """When its stored files were last compared with their hashes, with what verdict, and when they will be next."""
    await tell_position(response, session, seat.jit)
    return FixityView.model_validate(await service.read(session, seat, evidence, _plan(request)))


@router.post("", status_code=status.HTTP_202_ACCEPTED)
async def order_fixity(request: Request, session: WritingUnit, seat: MayOrderFixity, evidence: UUID) -> FixityView:
    """Order that they are compared now. Nobody sees content by it; what is found becomes an entry in custody."""
    await service.order(session, seat, evidence)
    return FixityView.model_validate(await service.read(session, seat, evidence, _plan(request)))


def _plan(request: Request) -> timedelta | None:
    return house_of(request).settings.fixity_every
