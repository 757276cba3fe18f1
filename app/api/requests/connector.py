"""Routes for the folder for an e-CODEX connector, with the files of the papers of a request.

The files of a paper are in the folder if the member has recorded their download in this sign-in
(`api/custody/openings.py`). They are streamed, and access is checked twice a second as for any download.
"""

import hashlib
from collections.abc import Awaitable, Callable
from typing import Annotated, Final
from uuid import UUID

from fastapi import Query, Response
from fastapi.responses import StreamingResponse

from app import clock
from app.access.seats import Seat
from app.access.sharing.decisions import Purpose
from app.api import delivery, ranges
from app.api.admissions import Admission, MayStreamRequest
from app.api.guards import MayReadRequestContents, ReadingUnit
from app.api.positions import tell_position
from app.api.requests.views.connector import ConnectorFolderView, folder_view
from app.api.requests.views.forms import FormKey
from app.api.routing import Router
from app.database import Reading
from app.exports.requests import setting
from app.i18n.phrases import Language
from app.models import File
from app.services.custody import openings
from app.services.evidence import files as file_service
from app.services.requests import connector
from app.services.requests.connector import FolderPaper
from app.services.requests.typesetting import typeset
from app.vault import reading, zips
from app.vault.places import Place, Segment

router = Router(prefix="/api/jits/{jit}/requests/{request}", tags=["requests"])

Spoken = Annotated[Language, Query(description="Language of the document.")]
IntendedPurpose = Annotated[Purpose, Query(description="Purpose for which the papers would be downloaded.")]
ForProvider = Annotated[bool, Query(description="Copies for the provider, without numbers and papers of the request.")]
WithPapers = Annotated[bool, Query(description="Add the files of papers whose download is recorded in this session.")]
ChosenForm = Annotated[FormKey | None, Query(description="A form that follows the request.")]
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@router.get("/ecodex")
async def preview_connector_folder(
    session: ReadingUnit,
    seat: MayReadRequestContents,
    response: Response,
    request: UUID,
    purpose: IntendedPurpose = Purpose.JIT_PURPOSE,
    language: Spoken = "en",
) -> ConnectorFolderView:
    """Return which files of papers the folder for a connector could have, and why others are missing."""
    await tell_position(response, session, seat.jit)
    return folder_view(await connector.preview(session, seat, request, purpose), language)


@router.get("/ecodex.zip", response_class=StreamingResponse)
async def export_connector_folder(
    admission: MayStreamRequest,
    request: UUID,
    *,
    form: ChosenForm = None,
    language: Spoken = "en",
    papers: WithPapers = False,
    for_provider: ForProvider = False,
) -> delivery.Delivery:
    """Download the folder for an e-CODEX connector: message properties, the form as PDF and JSON, a list of papers.

    With `papers`, it also has the files of each paper whose download was recorded in this session.
    """
    async with admission.reading() as (session, seat):
        found = await connector.connector_folder(
            session, seat, request, language, with_papers=papers, for_provider=for_provider, key=form
        )
        wanted = [(paper, file) for paper in found.papers for file in paper.files]
        segments = await file_service.segments_of_all(session, [file.id for _, file in wanted])
    pdf = await typeset(seat, found.document.contents(language), clock.now(), setting.FORM)
    number = found.document.number
    written = found.written(pdf, language)
    members = [
        zips.Member(name, hashlib.sha256(content).hexdigest(), delivery.block_of(content))
        for name, content in written.items()
    ]
    members += [_member(admission, f"{number}/{one.name_of(file)}", file, segments[file.id]) for one, file in wanted]

    async def may_still(session: Reading, seat: Seat) -> bool:
        return await connector.may_still_deliver(session, seat, request, found.papers)

    return delivery.Delivery(
        admission,
        may_still,
        zips.stream(members, clock.now()),
        headers=_HEADERS | {"Content-Disposition": ranges.attachment(f"{number}-ecodex.zip")},
        media_type="application/zip",
        delivered=_noting(admission, found.papers),
    )


def _member(admission: Admission, name: str, file: File, segments: list[Segment]) -> zips.Member:
    assert file.sha256 is not None
    place = Place(file.jit, file.evidence, file.id)
    blocks = reading.read(admission.context.vault, place, segments, 0, file.size_bytes)
    return zips.Member(name, file.sha256, blocks)


def _noting(admission: Admission, papers: list[FolderPaper]) -> Callable[[], Awaitable[None]]:
    """Return a function that records that the files were delivered completely."""

    async def note() -> None:
        async with admission.writing() as (session, seat):
            for one in papers:
                if one.opening is not None:
                    files = [file.id for file in one.files]
                    await openings.note_delivered(session, seat, one.opening.id, one.opening.evidence, files)

    return note
