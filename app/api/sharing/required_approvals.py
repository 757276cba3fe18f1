"""Routes for approvals that a party requires before it shares or sends its exhibits and legal requests."""

from typing import Self
from uuid import UUID

from fastapi import Response, status
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from app.api.guards import MayGrantRelease, MayReadReleases, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Form, Justification, Line, Page, ReasonForm, Time, View
from app.models import RequiredApproval
from app.services.requests import required_approvals as of_requests
from app.services.sharing import required_approvals as service
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

router = Router(prefix="/api/jits/{jit}/required-approvals", tags=["releases"])


class RequiredApprovalForm(Form):
    """An approval to require for one exhibit or one request. `approver`: an authority or function."""

    evidence: UUID | None = None
    request: UUID | None = None
    approver: Line
    reason: Justification

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if (self.evidence is None) == (self.request is None):
            raise PydanticCustomError("object", "Name one exhibit or one request.", {"field": "evidence"})
        return self


class RequiredApprovalView(View):
    """A required approval of the caller's party. It is in force until `lifted_at`."""

    id: UUID
    evidence: UUID | None
    request: UUID | None
    approver: str
    reason: str
    set_by: str
    set_at: Time
    lifted_by: str | None
    lifted_at: Time | None
    lift_reason: str | None


def _view(row: RequiredApproval, roster: Roster) -> RequiredApprovalView:
    return RequiredApprovalView(
        id=row.id,
        evidence=row.evidence,
        request=row.request,
        approver=row.approver,
        reason=row.reason,
        set_by=roster.seat_code(row.set_by),
        set_at=row.set_at,
        lifted_by=None if row.lifted_by is None else roster.seat_code(row.lifted_by),
        lifted_at=row.lifted_at,
        lift_reason=row.lift_reason,
    )


@router.get("")
async def list_required_approvals(
    session: ReadingUnit,
    seat: MayReadReleases,
    response: Response,
    evidence: UUID | None = None,
    request: UUID | None = None,
) -> Page[RequiredApprovalView]:
    """List those of the caller's party: of one exhibit or request with those lifted, otherwise those in force."""
    await tell_position(response, session, seat.jit)
    roster = await rosters.of(session, seat.jit)
    found = await service.list_all(session, seat, evidence=evidence, request=request)
    return Page(items=[_view(one, roster) for one in found], next=None)


@router.post("", status_code=status.HTTP_201_CREATED)
async def require_approval(
    session: WritingUnit, seat: MayGrantRelease, form: RequiredApprovalForm
) -> RequiredApprovalView:
    """Require an approval. Releases that exist are unchanged; nothing more is shared or sent until it is lifted."""
    if form.evidence is not None:
        row = await service.set_for_exhibit(session, seat, form.evidence, form.approver, form.reason)
    else:
        assert form.request is not None  # _names_one
        row = await of_requests.set_for_request(session, seat, form.request, form.approver, form.reason)
    return _view(row, await rosters.of(session, seat.jit))


@router.post("/{approval}/lifting", status_code=status.HTTP_201_CREATED)
async def lift_required_approval(
    session: WritingUnit, seat: MayGrantRelease, approval: UUID, form: ReasonForm
) -> RequiredApprovalView:
    """Lift a required approval. After the last one, releases that wait for nothing else are made."""
    row = await service.read(session, approval)
    if row.evidence is not None:
        await service.lift_for_exhibit(session, seat, approval, row.evidence, form.reason)
    else:
        assert row.request is not None  # a constraint of the table
        await of_requests.lift_for_request(session, seat, approval, row.request, form.reason)
    return _view(await service.read(session, approval), await rosters.of(session, seat.jit))
