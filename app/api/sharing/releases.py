"""Routes for releases of an exhibit to parties: list, grant, change, recall."""

from typing import Annotated
from uuid import UUID

from fastapi import Header, Response, status
from fastapi.responses import JSONResponse

from app.api.guards import MayGrantRelease, MayReadReleases, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Code, IfMatch, Page, ReasonForm, expected_version
from app.api.sharing.views.releases import ReleaseForm, ReleaseView, release_view
from app.api.sharing.views.waiting_releases import WaitingReleaseView, waiting_view
from app.services.sharing import releases as service
from app.services.sharing import waiting_releases
from app.services.teams import roster as rosters

router = Router(prefix="/api/jits/{jit}/evidence/{evidence}/releases", tags=["releases"])


@router.get("")
async def list_releases(
    session: ReadingUnit, seat: MayReadReleases, response: Response, evidence: UUID
) -> Page[ReleaseView]:
    """List the exhibit's releases: all for the originator, for another party its own."""
    await tell_position(response, session, seat.jit)
    rows = await service.list_releases(session, evidence)
    roster = await rosters.of(session, seat.jit)
    return Page(items=[release_view(row, roster) for row in rows], next=None)


@router.put("/{party}")
async def grant_release(
    session: WritingUnit,
    seat: MayGrantRelease,
    response: Response,
    evidence: UUID,
    party: Code,
    form: ReleaseForm,
    if_match: IfMatch = None,
    if_none_match: Annotated[str | None, Header(alias="If-None-Match")] = None,
) -> ReleaseView | WaitingReleaseView:
    """Grant a release (`If-None-Match: *`) or change an existing one (`If-Match`). 202: it waits for approvals."""
    creates = if_none_match == "*"
    expected = None if creates else expected_version(if_match)
    release = await service.grant(session, seat, evidence, form.terms(party), expected=expected, creates=creates)
    roster = await rosters.of(session, seat.jit)
    if isinstance(release, UUID):
        response.status_code = status.HTTP_202_ACCEPTED
        return waiting_view(await waiting_releases.read(session, seat, release), roster)
    return release_view(release, roster)


@router.delete(
    "/{party}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    responses={status.HTTP_202_ACCEPTED: {"model": WaitingReleaseView}},
)
async def recall_release(
    session: WritingUnit, seat: MayGrantRelease, evidence: UUID, party: Code, form: ReasonForm, if_match: IfMatch = None
) -> Response | None:
    """Recall a release. The party cannot see the exhibit from now on. 202: it waits for a second leader."""
    expected = expected_version(if_match)
    waits = await service.recall(session, seat, evidence, party, expected=expected, reason=form.reason)
    if waits is None:
        return None
    view = waiting_view(await waiting_releases.read(session, seat, waits), await rosters.of(session, seat.jit))
    return JSONResponse(view.model_dump(mode="json"), status.HTTP_202_ACCEPTED)
