"""Labels over HTTP: made for printing, and finding an exhibit by what stands on one."""

import asyncio
from typing import Annotated

from fastapi import Path, Request, status
from pydantic import AfterValidator

from app.api.guards import MayPrintLabels, MayReadEvidence, ReadingUnit, WritingUnit
from app.api.house import house_of
from app.api.routing import Router
from app.api.schemas import printable
from app.api.views.labels import (
    BlanksForm,
    BlanksView,
    FoundView,
    LabelsForm,
    LabelsView,
    blank_view,
    label_view,
)
from app.services import blank_labels
from app.services import labels as service

router = Router(prefix="/api/jits/{jit}", tags=["labels"])


@router.post("/labels", status_code=status.HTTP_201_CREATED)
async def make_labels(request: Request, session: WritingUnit, seat: MayPrintLabels, form: LabelsForm) -> LabelsView:
    """Make labels for printing. Each exhibit's custody says that, and how many."""
    origin = house_of(request).settings.allowed_origins[0]
    made = await service.make(session, seat, form.evidence, form.copies)
    items = await asyncio.to_thread(
        lambda: [label_view(one, origin) for one in made]
    )  # a hundred codes take their time
    return LabelsView(items=items)


@router.post("/blank-labels", status_code=status.HTTP_201_CREATED)
async def make_blank_labels(
    request: Request, session: WritingUnit, seat: MayPrintLabels, form: BlanksForm
) -> BlanksView:
    """Make labels that nothing bears yet, for printing before a search: a thing is registered under one there."""
    origin = house_of(request).settings.allowed_origins[0]
    codes = await blank_labels.make(session, seat, form.count)
    return BlanksView(items=await asyncio.to_thread(lambda: [blank_view(code, origin) for code in codes]))


@router.get("/find/{code}")
async def find_by_label(
    session: ReadingUnit,
    seat: MayReadEvidence,  # noqa: ARG001 - the guard
    code: Annotated[
        str,
        Path(max_length=100, description="A label's code or an exhibit's number, however it was typed."),
        AfterValidator(printable),
    ],
) -> FoundView:
    """The exhibit that bears this code or number. What one may not see, and what nobody made, are the same answer."""
    evidence, number = await service.find(session, code)
    return FoundView(evidence=evidence, exhibit_number=number)
