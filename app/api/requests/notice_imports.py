"""Routes to preview and import notices from an uploaded file. Nothing is fetched."""

from fastapi import status

from app.api.guards import MayWorkOnRequest, WritingUnit
from app.api.requests.views.notice_imports import (
    NoticeImportForm,
    NoticeImportNowForm,
    NoticeImportPreviewView,
    NoticesImportedView,
    new_notice,
    notice_preview_view,
)
from app.api.requests.views.notices import notice_view
from app.api.routing import Router
from app.errors import Invalid
from app.services.requests.notices import drafting, notice_list
from app.services.teams import phases

router = Router(prefix="/api/jits/{jit}/notices/imports", tags=["notices"])


@router.post("/preview")
async def preview_notice_import(
    session: WritingUnit, seat: MayWorkOnRequest, form: NoticeImportForm
) -> NoticeImportPreviewView:
    """Preview which notices the file would draft, and what is not taken over. Nothing is written or fetched."""
    await phases.demand_operational(session, seat)
    return notice_preview_view(form.notices())


@router.post("", status_code=status.HTTP_201_CREATED)
async def import_notices(
    session: WritingUnit, seat: MayWorkOnRequest, form: NoticeImportNowForm
) -> NoticesImportedView:
    """Draft notices of the file: all that were chosen, or none."""
    found, made = form.notices(), []
    for place, at in enumerate(form.take):
        if not 0 <= at < len(found):
            raise Invalid("The file has no such notice. Open the preview again.", field=f"take.{place}")
        kind = found[at].kind
        if kind is None:
            raise Invalid("The file does not say the colour. Choose it.", field="kind")
        notice = await drafting.create(session, seat, new_notice(found[at], kind))
        made.append(notice_view(await notice_list.read(session, seat, notice.id)))
    return NoticesImportedView(notices=made, pictures=sum(found[at].pictures for at in form.take))
