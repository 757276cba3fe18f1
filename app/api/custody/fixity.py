"""Routes for integrity checks of an exhibit's stored files: read the last result, order a check."""

from datetime import timedelta
from uuid import UUID

from fastapi import Request, Response, status

from app.api.context import context_of
from app.api.custody.views.fixity import FixityView
from app.api.guards import MayOrderFixity, MayReadEvidence, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.services.custody import fixity as service

router = Router(prefix="/api/jits/{jit}/evidence/{evidence}/fixity", tags=["fixity"])


@router.get("")
async def read_fixity(
    request: Request, session: ReadingUnit, seat: MayReadEvidence, response: Response, evidence: UUID
) -> FixityView:
    """Return the last integrity check of an exhibit's stored files, its result, and when the next is due."""
    await tell_position(response, session, seat.jit)
    return FixityView.model_validate(await service.read(session, seat, evidence, _plan(request)))


@router.post("", status_code=status.HTTP_202_ACCEPTED)
async def order_fixity(request: Request, session: WritingUnit, seat: MayOrderFixity, evidence: UUID) -> FixityView:
    """Order an integrity check now. It reveals no content; its result becomes an audit log entry of the exhibit."""
    await service.order(session, seat, evidence)
    return FixityView.model_validate(await service.read(session, seat, evidence, _plan(request)))


def _plan(request: Request) -> timedelta | None:
    return context_of(request).settings.fixity_every
