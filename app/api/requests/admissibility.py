"""Routes for the admissibility of an exhibit: needs of a forum's law, and their assessments."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response, status

from app.access.roles import Permission
from app.access.seats import Seat
from app.api.guards import MayReadRequestContents, MayWorkOnRequest, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.requests.views.admissibility import AdmissibilityForm, PassportView, passport_view
from app.api.routing import Router
from app.api.schemas import Country
from app.services.requests.hearings import admissibilities

router = Router(prefix="/api/jits/{jit}/evidence/{evidence}/admissibility", tags=["requests"])


@router.get("")
async def read_admissibility(
    session: ReadingUnit,
    seat: MayReadRequestContents,
    response: Response,
    evidence: UUID,
    country: Annotated[Country | None, Query(description="Propose needs from the card of this country.")] = None,
) -> PassportView:
    """Return what the law of each forum needs for an exhibit, and how it was assessed."""
    await tell_position(response, session, seat.jit)
    return await _view(session, seat, evidence, country)


@router.post("", status_code=status.HTTP_201_CREATED)
async def assess_admissibility(
    session: WritingUnit, seat: MayWorkOnRequest, evidence: UUID, form: AdmissibilityForm
) -> PassportView:
    """Assess a need of a forum's law for an exhibit, for the caller's party. A later assessment replaces an earlier."""
    await admissibilities.assess(session, seat, evidence, form.assessment())
    return await _view(session, seat, evidence, form.country)


async def _view(session: ReadingUnit, seat: Seat, evidence: UUID, country: str | None) -> PassportView:
    found = await admissibilities.read(session, seat, evidence, country)
    proposed, missing = await admissibilities.proposals(session, country) if country else ([], [])
    may_assess = seat.may(Permission.REQUEST_WORK) and seat.party is not None
    return passport_view(found, proposed, missing, may_assess=may_assess)
