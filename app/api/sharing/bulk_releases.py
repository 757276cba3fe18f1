"""Routes to share many exhibits with several parties, and to recall many releases: all of them, or none."""

from collections.abc import Sequence

from fastapi import Request

from app.api.guards import MayGrantRelease, WritingUnit
from app.api.problems import language_of
from app.api.routing import Router
from app.api.schemas import Page
from app.api.sharing.views.bulk_releases import BulkRecallForm, BulkReleaseForm, BulkReleaseView, bulk_release_view
from app.errors import Conflict
from app.services.sharing import bulk_releases as service
from app.services.sharing.bulk_releases import Result

router = Router(prefix="/api/jits/{jit}/releases", tags=["releases"])


@router.post("/bulk")
async def grant_releases_in_bulk(
    session: WritingUnit, seat: MayGrantRelease, request: Request, form: BulkReleaseForm
) -> Page[BulkReleaseView]:
    """Grant or change up to 200 releases: all of them, or none. A preview tells the results and changes nothing."""
    results = await service.share(session, seat, form.wanted(), form.terms(), preview=form.preview)
    return _answer(results, request, preview=form.preview)


@router.post("/bulk-recall")
async def recall_releases_in_bulk(
    session: WritingUnit, seat: MayGrantRelease, request: Request, form: BulkRecallForm
) -> Page[BulkReleaseView]:
    """Recall up to 200 releases: all of them, or none. A preview tells the results and changes nothing."""
    results = await service.recall(session, seat, form.wanted(), form.reason, preview=form.preview)
    return _answer(results, request, preview=form.preview)


def _answer(results: Sequence[Result], request: Request, *, preview: bool) -> Page[BulkReleaseView]:
    """Return the results. Raise `Conflict` with them if one was refused, so nothing was changed."""
    language = language_of(request)
    items = [bulk_release_view(one, language) for one in results]
    if not preview and any(one.outcome == "refused" for one in items):
        refused = [one.model_dump(mode="json") for one in items if one.outcome == "refused"]
        raise Conflict("Some rows were refused. Nothing was changed.", code="rows-refused", extra={"rows": refused})
    return Page(items=items, next=None)
