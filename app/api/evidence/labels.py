"""Routes for labels: print, list and void blank ones, and find an exhibit by a label or number."""

import asyncio
from typing import Annotated

from fastapi import Path, Request, Response, status
from pydantic import AfterValidator

from app.api.context import context_of
from app.api.evidence.views.labels import (
    BlankLabelView,
    BlanksForm,
    BlanksView,
    FoundView,
    LabelBeginning,
    LabelCode,
    LabelsForm,
    LabelsView,
    blank_label_view,
    blank_view,
    cursor_of,
    label_view,
    requested,
)
from app.api.guards import MayPrintLabels, MayReadEvidence, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, ReasonForm, expected_version, printable
from app.services.evidence import blank_labels
from app.services.evidence import labels as service

router = Router(prefix="/api/jits/{jit}", tags=["labels"])


@router.post("/labels", status_code=status.HTTP_201_CREATED)
async def make_labels(request: Request, session: WritingUnit, seat: MayPrintLabels, form: LabelsForm) -> LabelsView:
    """Make labels for printing. Each exhibit's audit log records how many."""
    origin = context_of(request).settings.allowed_origins[0]
    made = await service.make(session, seat, form.evidence, form.copies)
    items = await asyncio.to_thread(
        lambda: [label_view(one, origin) for one in made]
    )  # drawing a hundred QR codes takes long, so it runs in a thread
    return LabelsView(items=items)


@router.post("/blank-labels", status_code=status.HTTP_201_CREATED)
async def make_blank_labels(
    request: Request, session: WritingUnit, seat: MayPrintLabels, form: BlanksForm
) -> BlanksView:
    """Make blank labels for printing before a search. An exhibit is registered under one at the search."""
    origin = context_of(request).settings.allowed_origins[0]
    codes = await blank_labels.make(session, seat, form.count)
    return BlanksView(items=await asyncio.to_thread(lambda: [blank_view(code, origin) for code in codes]))


@router.get("/blank-labels")
async def list_blank_labels(
    session: ReadingUnit,
    seat: MayPrintLabels,
    response: Response,
    limit: Limit = 50,
    cursor: str | None = None,
    begins: LabelBeginning = "",
) -> Page[BlankLabelView]:
    """List the unused labels of the caller's party, void ones included, newest sheet first.

    `begins`: start of the code.
    """
    await tell_position(response, session, seat.jit)
    asked = requested(cursor, limit)
    found = await blank_labels.list_unbound(session, seat, asked.after, asked.row_limit, begins)
    return asked.page_by(cursor_of, found, blank_label_view)


@router.post("/blank-labels/{code}/voiding")
async def void_blank_label(
    session: WritingUnit,
    seat: MayPrintLabels,
    code: Annotated[LabelCode, Path(description="A blank label's code, however it was typed.")],
    form: ReasonForm,
    if_match: IfMatch = None,
) -> BlankLabelView:
    """Declare a lost label of the caller's party void. It can never be used, and this cannot be undone."""
    await blank_labels.declare_void(session, seat, code, form.reason, expected=expected_version(if_match))
    return blank_label_view(await blank_labels.read(session, seat, code))


@router.get("/find/{code}")
async def find_by_label(
    session: ReadingUnit,
    seat: MayReadEvidence,
    code: Annotated[
        str,
        Path(max_length=100, description="A label's code or an exhibit's number, however it was typed."),
        AfterValidator(printable),
    ],
) -> FoundView:
    """Return the exhibit with this label or number. Invisible and non-existent exhibits get the same answer.

    Only members of the label's party learn that a label is void: 410 with who declared it, when and why.
    """
    evidence, number = await service.find(session, seat, code)
    return FoundView(evidence=evidence, exhibit_number=number)
