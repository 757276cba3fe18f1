"""Routes to preview and import a CASE document."""

from fastapi import Request, status

from app.api.context import context_of
from app.api.evidence.views.imports import (
    ImportedView,
    ImportForm,
    ImportNowForm,
    ImportPreviewView,
    imported_view,
    preview_view,
)
from app.api.guards import MayRegisterEvidence, WritingUnit
from app.api.routing import Router
from app.services.evidence import imports as service

router = Router(prefix="/api/jits/{jit}/case-imports", tags=["evidence"])


@router.post("/preview")
async def preview_import(session: WritingUnit, seat: MayRegisterEvidence, form: ImportForm) -> ImportPreviewView:
    """Preview which exhibits the document would create, and what cannot be mapped. Nothing is written or fetched."""
    return preview_view(await service.preview(session, seat, form.wanted()))


@router.post("", status_code=status.HTTP_201_CREATED)
async def import_case(
    request: Request, session: WritingUnit, seat: MayRegisterEvidence, form: ImportNowForm
) -> ImportedView:
    """Import the document as previewed: all of it, or nothing. 412 if the result would differ from the preview."""
    context = context_of(request)
    made = await service.run(session, seat, context.vault, context.bounds, form.wanted(), form.token)
    return imported_view(made)
