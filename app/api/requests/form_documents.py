"""Routes for documents of a request: its form as PDF and JSON, and the reminder letter.

PDFs are set in a separate process, after the transaction that read the request has ended. Parties take turns.
"""

from typing import Annotated, Final
from uuid import UUID

from fastapi import Query, Response
from fastapi.responses import StreamingResponse

from app import clock
from app.access.seats import Seat
from app.api import delivery, ranges
from app.api.admissions import Admission, MayStreamRequest
from app.api.requests.views.forms import FormKey
from app.api.routing import Router
from app.database import Reading
from app.exports.requests import setting
from app.i18n.phrases import Language
from app.services.requests.forms import documents, saving
from app.services.requests.typesetting import typeset

router = Router(prefix="/api/jits/{jit}/requests/{request}", tags=["requests"])

Spoken = Annotated[Language, Query(description="Language of the document.")]
ForProvider = Annotated[
    bool, Query(description="Leave out what a provider must not read: internal sections and numbers.")
]
ChosenForm = Annotated[FormKey | None, Query(description="A form that follows the request.")]
_HEADERS: Final = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


@router.get("/form.json", response_class=Response)
async def export_request_form(
    admission: MayStreamRequest, request: UUID, *, form: ChosenForm = None, for_provider: ForProvider = False
) -> delivery.Delivery:
    """Download the values of the form as JSON, by the schema in `docs/schemas/requests`."""
    async with admission.reading() as (session, seat):
        found = await saving.read(session, seat, request, form)
    told = documents.values_document(found, for_provider=for_provider)
    content = documents.encoded(told)
    name = documents.file_name(found.form, found.request.number, for_provider=for_provider)
    return _delivered(admission, request, content, f"{name}.json", "application/json")


@router.get("/form.pdf", response_class=StreamingResponse)
async def print_request_form(
    admission: MayStreamRequest,
    request: UUID,
    *,
    form: ChosenForm = None,
    language: Spoken = "en",
    for_provider: ForProvider = False,
) -> delivery.Delivery:
    """Download the form as tagged PDF: all sections, and required values that are missing. A draft is marked so."""
    async with admission.reading() as (session, seat):
        found = await documents.form_document(session, seat, request, language, for_provider=for_provider, key=form)
    content = await typeset(seat, found.contents(language), clock.now(), setting.FORM)
    return _delivered(admission, request, content, f"{found.number}.pdf", "application/pdf")


@router.get("/reminder.pdf", response_class=StreamingResponse)
async def print_request_reminder(
    admission: MayStreamRequest, request: UUID, language: Spoken = "en"
) -> delivery.Delivery:
    """Download a letter that reminds the current holder of a request that was sent and not answered."""
    async with admission.reading() as (session, seat):
        found = await documents.reminder(session, seat, request, language)
    content = await typeset(seat, found.contents(language), clock.now(), setting.REMINDER)
    return _delivered(admission, request, content, f"{found.number}-reminder.pdf", "application/pdf")


def _delivered(admission: Admission, request: UUID, content: bytes, name: str, media_type: str) -> delivery.Delivery:
    headers = _HEADERS | {"Content-Disposition": ranges.attachment(name), "Content-Length": str(len(content))}

    async def may_still(session: Reading, _: Seat) -> bool:
        return await saving.is_readable(session, request)

    return delivery.Delivery(admission, may_still, delivery.block_of(content), headers=headers, media_type=media_type)
