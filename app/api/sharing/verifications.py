"""Routes for approving third-country uploads: list quarantined exhibits, read progress, approve or reject.

Not here: viewing the files under review, which is an access event (`api/custody/openings.py`).
"""

from uuid import UUID

from fastapi import Response, status

from app.api.guards import MayVerifyEvidence, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Page, expected_version
from app.api.sharing.views.reviews import ReviewProgressView, review_progress
from app.api.sharing.views.verifications import (
    QuarantinedView,
    VerdictForm,
    VerificationView,
    quarantined_view,
    verification_view,
)
from app.services.sharing import quarantine as service
from app.services.sharing import viewings
from app.services.teams import roster as rosters

router = Router(prefix="/api/jits/{jit}/verifications", tags=["verifications"])


@router.get("")
async def list_quarantined(session: ReadingUnit, seat: MayVerifyEvidence, response: Response) -> Page[QuarantinedView]:
    """List the third-country uploads that wait for approval, oldest first."""
    await tell_position(response, session, seat.jit)
    roster = await rosters.of(session, seat.jit)
    rows = await service.list_to_verify(session, seat)
    reviews = await viewings.list_progress(session, seat, [one.id for one in rows])
    return Page(items=[quarantined_view(one, roster, reviews[one.id]) for one in rows], next=None)


@router.get("/{evidence}")
async def read_verification_progress(
    session: ReadingUnit, seat: MayVerifyEvidence, response: Response, evidence: UUID
) -> ReviewProgressView:
    """Return which files this administrator has viewed, and which must be viewed before the decision."""
    await tell_position(response, session, seat.jit)
    return review_progress(evidence, await service.read_progress(session, seat, evidence))


@router.post("/{evidence}", status_code=status.HTTP_201_CREATED)
async def verify_evidence(
    session: WritingUnit, seat: MayVerifyEvidence, evidence: UUID, form: VerdictForm, if_match: IfMatch = None
) -> VerificationView:
    """Approve or reject an upload. After the decision administrators cannot see the exhibit any more."""
    row = await service.verify(session, seat, evidence, form.given(), expected=expected_version(if_match))
    return verification_view(row, await rosters.of(session, seat.jit))
