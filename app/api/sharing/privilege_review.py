"""Routes for the privilege review: name reviewers, close an exhibit, list pending reviews, record decisions.

Not here: viewing the files under review, which is an access event (`api/custody/openings.py`).
"""

from typing import Annotated
from uuid import UUID

from fastapi import Response, status
from pydantic import Field

from app.api.evidence.views.evidence import EvidenceView, evidence_view
from app.api.guards import (
    MayCloseEvidence,
    MayFilterEvidence,
    MayNameFilter,
    MayReadFilter,
    ReadingUnit,
    WritingUnit,
)
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Page, ReasonForm, Time, View, expected_version
from app.api.sharing.views.privilege_review import (
    ClearanceForm,
    ClearanceView,
    UncheckedView,
    clearance_view,
    unchecked_view,
)
from app.api.sharing.views.releases import SeatCode
from app.api.sharing.views.reviews import ReviewProgressView, review_progress
from app.services.evidence import exhibits
from app.services.sharing import privilege_review as service
from app.services.sharing import viewings
from app.services.teams import roster as rosters

router = Router(prefix="/api/jits/{jit}", tags=["privilege filter"])


class FilterTeamForm(ReasonForm):
    """The privilege reviewers of the caller's party from now on, and the reason."""

    seats: Annotated[list[SeatCode], Field(max_length=50)]


class FilterTeamView(View):
    """The privilege reviewers of the caller's party. `version` 0: none were ever named."""

    seats: list[str]
    decided_by: str | None
    decided_at: Time | None
    may_set: bool
    version: int


@router.get("/filter-team")
async def read_filter_team(session: ReadingUnit, seat: MayReadFilter, response: Response) -> FilterTeamView:
    """Return the privilege reviewers of the caller's party."""
    await tell_position(response, session, seat.jit)
    return FilterTeamView.model_validate(await service.read_reviewers(session, seat))


@router.put("/filter-team")
async def name_filter_team(
    session: WritingUnit, seat: MayNameFilter, form: FilterTeamForm, if_match: IfMatch = None
) -> FilterTeamView:
    """Name the privilege reviewers of the caller's party. They must be members without a leading role."""
    await service.name_reviewers(session, seat, form.seats, reason=form.reason, expected=expected_version(if_match))
    return FilterTeamView.model_validate(await service.read_reviewers(session, seat))


@router.post("/evidence/{evidence}/closure")
async def close_evidence(
    session: WritingUnit, seat: MayCloseEvidence, evidence: UUID, form: ReasonForm
) -> EvidenceView:
    """Close an exhibit that may hold privileged or abusive material. It applies to everybody and immediately."""
    await service.flag(session, seat, evidence, form.reason)
    return evidence_view(await exhibits.read(session, seat, evidence), seat.party)


@router.get("/clearances")
async def list_unchecked(session: ReadingUnit, seat: MayFilterEvidence, response: Response) -> Page[UncheckedView]:
    """List the exhibits that wait for this reviewer's decision, oldest first."""
    await tell_position(response, session, seat.jit)
    rows = await service.list_to_review(session, seat)
    reviews = await viewings.list_progress(session, seat, [one.id for one in rows])
    return Page(items=[unchecked_view(one, reviews[one.id]) for one in rows], next=None)


@router.get("/clearances/{evidence}")
async def read_clearance_progress(
    session: ReadingUnit, seat: MayFilterEvidence, response: Response, evidence: UUID
) -> ReviewProgressView:
    """Return which files this reviewer has viewed, and which must be viewed before the decision."""
    await tell_position(response, session, seat.jit)
    return review_progress(evidence, await service.read_progress(session, seat, evidence))


@router.post("/clearances/{evidence}", status_code=status.HTTP_201_CREATED)
async def clear_evidence(
    session: WritingUnit, seat: MayFilterEvidence, evidence: UUID, form: ClearanceForm, if_match: IfMatch = None
) -> ClearanceView:
    """Record the review decision: cleared, or privileged, in which case the exhibit stays closed."""
    row = await service.give_verdict(session, seat, evidence, form.given(), expected=expected_version(if_match))
    return clearance_view(row, await rosters.of(session, seat.jit))
