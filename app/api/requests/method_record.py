"""Route for the method record of an exhibit, for the defence.

It is set in a separate process after the transaction that read the exhibit has ended. A second transaction records the
export before the first byte is sent.
"""

from typing import Annotated, Final
from uuid import UUID

from fastapi import Query
from fastapi.responses import StreamingResponse

from app.access.seats import Seat
from app.api import delivery, ranges
from app.api.admissions import MayStreamBundle
from app.api.routing import Router
from app.database import Reading
from app.exports.requests import setting
from app.i18n.phrases import Language
from app.services.requests import method_record
from app.services.requests.typesetting import typeset

router = Router(prefix="/api/jits/{jit}/evidence/{evidence}", tags=["requests"])

Spoken = Annotated[Language, Query(description="Language of the document.")]
_HEADERS: Final = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


@router.get("/method-record.pdf", response_class=StreamingResponse)
async def print_method_record(admission: MayStreamBundle, evidence: UUID, language: Spoken = "en") -> delivery.Delivery:
    """Download the method record of an exhibit as tagged PDF.

    It has authorisation, notification, tool, hash values and disclosures. Values that are not recorded are named as missing.
    The export is an audit log entry with the hash value of the document.
    """
    async with admission.reading() as (session, seat):
        found = await method_record.read(session, seat, evidence, language)
    content = await typeset(seat, found.contents(language), found.made_at, setting.METHOD)
    async with admission.writing() as (session, seat):
        await method_record.record_export(session, seat, evidence, language, content)
    name = ranges.attachment(f"{found.number}-method-record.pdf")
    headers = _HEADERS | {"Content-Disposition": name, "Content-Length": str(len(content))}

    async def may_still(session: Reading, seat: Seat) -> bool:
        return await method_record.is_admitted(session, seat, evidence)

    body = delivery.block_of(content)
    return delivery.Delivery(admission, may_still, body, headers=headers, media_type="application/pdf")
