"""Routes for releases and recalls that wait for approvals: list, attest, confirm, agree, withdraw."""

from uuid import UUID

from fastapi import Response, status

from app.api.evidence.views.evidence import EvidenceView, evidence_view
from app.api.guards import MayAttestRelease, MayGrantRelease, MayReadReleases, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Page, ReasonForm
from app.api.sharing.views.waiting_releases import AttestationForm, WaitingReleaseView, waiting_view
from app.services.evidence import exhibits
from app.services.sharing import approvals
from app.services.sharing import waiting_releases as service
from app.services.teams import roster as rosters

router = Router(prefix="/api/jits/{jit}/waiting-releases", tags=["releases"])


@router.get("")
async def list_waiting_releases(
    session: ReadingUnit, seat: MayReadReleases, response: Response, evidence: UUID | None = None
) -> Page[WaitingReleaseView]:
    """List the waiting releases and recalls that the caller may see, of one exhibit or of all, oldest first."""
    await tell_position(response, session, seat.jit)
    roster = await rosters.of(session, seat.jit)
    items = [waiting_view(one, roster) for one in await service.list_all(session, seat, evidence)]
    return Page(items=items, next=None)


@router.post("/{waiting}/attestation", status_code=status.HTTP_201_CREATED)
async def attest_release(
    session: WritingUnit, seat: MayAttestRelease, waiting: UUID, form: AttestationForm
) -> EvidenceView:
    """Sign the attestation for a transfer to a third country. The release takes effect after the last approval."""
    evidence = await approvals.attest(session, seat, waiting, form.word())
    return evidence_view(await exhibits.read(session, seat, evidence), seat.party)


@router.post("/{waiting}/confirmation", status_code=status.HTTP_201_CREATED)
async def confirm_release(session: WritingUnit, seat: MayGrantRelease, waiting: UUID) -> EvidenceView:
    """Confirm as a second leader. A release takes effect after the last approval; a recall takes effect now."""
    evidence = await approvals.confirm(session, seat, waiting)
    return evidence_view(await exhibits.read(session, seat, evidence), seat.party)


@router.post("/{waiting}/agreement", status_code=status.HTTP_201_CREATED)
async def agree_release(session: WritingUnit, seat: MayGrantRelease, waiting: UUID) -> EvidenceView:
    """Agree for a party that jointly obtained the exhibit. The release takes effect after the last approval."""
    evidence = await approvals.agree(session, seat, waiting)
    return evidence_view(await exhibits.read(session, seat, evidence), seat.party)


@router.delete("/{waiting}", status_code=status.HTTP_204_NO_CONTENT)
async def give_up_release(session: WritingUnit, seat: MayGrantRelease, waiting: UUID, form: ReasonForm) -> None:
    """Withdraw or reject the waiting release or recall."""
    await service.give_up(session, seat, waiting, form.reason)
