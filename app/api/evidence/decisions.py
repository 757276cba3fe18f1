"""Route that explains whether the member may perform an act on an exhibit, and why."""

from uuid import UUID

from fastapi import Response

from app.access.sharing.decisions import Act, Purpose
from app.api.evidence.views.decisions import ExplanationView, explanation_view
from app.api.guards import MayReadEvidence, ReadingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.services.evidence import release_decisions as service

router = Router(prefix="/api/jits/{jit}/evidence/{evidence}/decision", tags=["evidence"])


@router.get("")
async def explain_decision(
    session: ReadingUnit,
    seat: MayReadEvidence,
    response: Response,
    evidence: UUID,
    act: Act = Act.OPEN,
    purpose: Purpose | None = None,
) -> ExplanationView:
    """Explain whether the caller may perform this act on the exhibit now. Nothing is done or recorded."""
    await tell_position(response, session, seat.jit)
    explained = await service.explain(session, seat, evidence, act, purpose)
    return explanation_view(explained, act, purpose)
