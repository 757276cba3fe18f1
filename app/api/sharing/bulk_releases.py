"""Routes to share many exhibits with several parties, and to recall many releases: all of them, or none."""

from collections.abc import Sequence

from fastapi import Request

from app.access.roles import Permission
from app.api.guards import MayGrantRelease, WritingUnit
from app.api.problems import language_of
from app.api.routing import Router
from app.api.schemas import Page
from app.api.sharing.views.bulk_releases import (
    BulkForm,
    BulkRecallForm,
    BulkReleaseForm,
    BulkReleaseView,
    bulk_release_view,
)
from app.database import Writing
from app.errors import Forbidden
from app.services import bulk
from app.services.audit import refusals
from app.services.sharing import bulk_releases as service
from app.services.sharing.bulk_releases import Result

router = Router(prefix="/api/jits/{jit}/releases", tags=["releases"])


@router.post("/bulk")
async def grant_releases_in_bulk(
    session: WritingUnit, seat: MayGrantRelease, request: Request, form: BulkReleaseForm
) -> Page[BulkReleaseView]:
    """Grant or change up to 200 releases: all of them, or none. A preview tells the results and changes nothing."""
    _name(request, form)
    results = await service.share(session, seat, form.wanted(), form.terms(), preview=form.preview)
    _count_refused(session, results)
    return _answer(results, request, preview=form.preview)


@router.post("/bulk-recall")
async def recall_releases_in_bulk(
    session: WritingUnit, seat: MayGrantRelease, request: Request, form: BulkRecallForm
) -> Page[BulkReleaseView]:
    """Recall up to 200 releases: all of them, or none. A preview tells the results and changes nothing."""
    _name(request, form)
    results = await service.recall(session, seat, form.wanted(), form.reason, preview=form.preview)
    _count_refused(session, results)
    return _answer(results, request, preview=form.preview)


def _name(request: Request, form: BulkForm) -> None:
    """Name the exhibits in the access log, as they are not in the path."""
    exhibits = list(dict.fromkeys(str(one.evidence) for one in form.items))
    request.state.asked = {"evidence": exhibits[0]} | ({"exhibits": " ".join(exhibits)} if exhibits[1:] else {})


def _count_refused(session: Writing, results: Sequence[Result]) -> None:
    """Count the rows that the member may not decide as refused acts, also of a preview, which tells as much."""
    for one in results:
        if isinstance(one.refusal, Forbidden):
            tried = one.refusal.tried or str(Permission.RELEASE_GRANT)
            refusals.note(session, one.refusal.about or one.wanted.evidence, tried, one.refusal.code)


def _answer(results: Sequence[Result], request: Request, *, preview: bool) -> Page[BulkReleaseView]:
    """Return the results. Raise `Conflict` with them if one was refused, so nothing was changed."""
    language = language_of(request)
    items = [bulk_release_view(one, language) for one in results]
    if not preview and any(one.outcome == "refused" for one in items):
        raise bulk.refused([one.model_dump(mode="json") for one in items if one.outcome == "refused"])
    return Page(items=items, next=None)
