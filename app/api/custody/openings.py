"""Routes for access events: viewing or downloading an exhibit, recorded before the first byte is sent.

Originals are sent as attachments of a neutral type, so that no browser interprets them. Rendered pages are sent with
their own type.
Access is checked twice a second during a delivery, which is cut when access ends (`api/delivery.py`).
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from typing import Annotated
from uuid import UUID

from fastapi import Header, Query, Request, status
from fastapi.requests import HTTPConnection
from fastapi.responses import Response, StreamingResponse

from app import clock
from app.access.seats import Seat
from app.access.sharing.decisions import Act, Purpose
from app.api import delivery, ranges
from app.api.admissions import Admission, MayStreamContent, admitted_again
from app.api.context import context_of
from app.api.custody.views.openings import OpeningForm, OpeningView, opening_view
from app.api.guards import MayOpenEvidence, ReadingUnit, WritingUnit
from app.api.routing import Router
from app.database import Reading
from app.errors import Conflict, Forbidden, NotFound
from app.i18n.phrases import Phrase
from app.models import File, Opening, Rendition
from app.services.custody import openings as service
from app.services.custody import working_sessions
from app.services.evidence import files as file_service
from app.services.sharing import viewings
from app.vault import reading, renditions, zips
from app.vault.places import Place, Segment

router = Router(prefix="/api/jits/{jit}/evidence/{evidence}/openings", tags=["openings"])

_EVIDENCE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}

Until = Annotated[int, Query(ge=0)]
Proof = Annotated[str, Query(max_length=64)]


@router.post("", status_code=status.HTTP_201_CREATED)
async def open_evidence(
    request: Request, session: WritingUnit, seat: MayOpenEvidence, evidence: UUID, form: OpeningForm
) -> OpeningView:
    """Open an exhibit for viewing, or download its original.

    Purpose and reason come from the request or the working session.
    """
    within = None if form.states_purpose else await working_sessions.carrying(session, seat, form.working_session)
    opened = await service.open_exhibit(session, seat, evidence, form.intent(within))
    return opening_view(opened, context_of(request).links)


@router.get("/{opening}")
async def renew_opening(
    request: Request, session: ReadingUnit, seat: MayOpenEvidence, evidence: UUID, opening: UUID
) -> OpeningView:
    """Return the access event with fresh links, for up to eight hours and while the release is in force."""
    return opening_view(await service.find(session, seat, evidence, opening), context_of(request).links)


@router.get("/{opening}/files/{file}", response_class=StreamingResponse)
async def deliver_original(
    request: Request,
    session: ReadingUnit,
    seat: MayOpenEvidence,
    evidence: UUID,
    opening: UUID,
    file: UUID,
    until: Until,
    proof: Proof,
    range_header: Annotated[str | None, Header(alias="Range")] = None,
) -> delivery.Delivery:
    """Download the original of an exhibit, or a range of it."""
    _demand_link(request, seat, until, proof)
    opened = await service.find(session, seat, evidence, opening)
    wanted = next((one for one in opened.files if one.id == file), None)
    if wanted is None or opened.opening.act != Act.TAKE:
        raise NotFound
    segments = await file_service.segments_of(session, file)
    purpose, admission = Purpose(opened.opening.purpose), admitted_again(request, seat)
    span = ranges.parse(range_header, wanted.size_bytes)
    headers = _EVIDENCE_HEADERS | {
        "Content-Disposition": ranges.attachment(wanted.name),
        "Accept-Ranges": "bytes",
        "ETag": f'"{wanted.sha256}"',
        "Content-Length": str(span.length),
    }
    if span.partial:
        headers["Content-Range"] = f"bytes {span.start}-{span.end - 1}/{wanted.size_bytes}"
    place = Place(seat.jit, evidence, file)

    async def may_still(session: Reading, seat: Seat) -> bool:
        return await service.may_still(session, seat, evidence, Act.TAKE, purpose)

    return delivery.Delivery(
        admission,
        may_still,
        _blocks(admission, place, segments, span),
        status=status.HTTP_206_PARTIAL_CONTENT if span.partial else status.HTTP_200_OK,
        headers=headers,
        media_type="application/octet-stream",
        delivered=_noting(admission, opened.opening, [file]) if span.covers(wanted.size_bytes) else None,
    )


@router.get("/{opening}/zip", response_class=StreamingResponse)
async def deliver_zip(
    request: Request,
    session: ReadingUnit,
    seat: MayOpenEvidence,
    evidence: UUID,
    opening: UUID,
    until: Until,
    proof: Proof,
) -> delivery.Delivery:
    """Download all originals of an access event as one ZIP."""
    _demand_link(request, seat, until, proof)
    opened = await service.find(session, seat, evidence, opening)
    if opened.opening.act != Act.TAKE:
        raise NotFound
    if len(opened.files) > zips.MOST_FILES:
        raise Conflict(
            Phrase("One ZIP holds at most {most} files. Download the files one by one.", most=zips.MOST_FILES),
            code="too-many-files",
        )
    purpose, admission = Purpose(opened.opening.purpose), admitted_again(request, seat)
    files = [file.id for file in opened.files]
    segments = await file_service.segments_of_all(session, files)
    members = [_member(admission, file, segments[file.id]) for file in opened.files]

    async def may_still(session: Reading, seat: Seat) -> bool:
        return await service.may_still(session, seat, evidence, Act.TAKE, purpose)

    headers = _EVIDENCE_HEADERS | {"Content-Disposition": ranges.attachment(f"{opened.exhibit.exhibit_number}.zip")}
    return delivery.Delivery(
        admission,
        may_still,
        zips.stream(members, opened.opening.opened_at),
        headers=headers,
        media_type="application/zip",
        delivered=_noting(admission, opened.opening, files),
    )


@router.get("/{opening}/files/{file}/pages/{page}", response_class=Response)
async def deliver_page(
    admission: MayStreamContent, evidence: UUID, opening: UUID, file: UUID, page: int, until: Until, proof: Proof
) -> delivery.Delivery:
    """Return a rendered page, watermarked with the member's code and the time."""
    async with admission.reading() as (session, seat):
        _demand_link(admission.connection, seat, until, proof)
        opened = await service.find(session, seat, evidence, opening)
        wanted = next((one for one in opened.renditions if one.file == file and one.page == page), None)
        if wanted is None or opened.opening.act not in service.READS:
            raise NotFound
    mark = f"{seat.code} · {clock.now():%Y-%m-%d %H:%M} UTC · {opened.exhibit.exhibit_number}"
    stored = renditions.Page(wanted.page, wanted.media_type, wanted.size_bytes, wanted.object)
    content = await renditions.read(admission.context.vault, Place(admission.jit, evidence, file), stored, mark)
    headers = _EVIDENCE_HEADERS | {"Content-Disposition": "inline", "Content-Length": str(len(content))}
    media_type = "text/plain; charset=utf-8" if wanted.media_type == "text/plain" else wanted.media_type
    act, purpose = Act(opened.opening.act), Purpose(opened.opening.purpose)

    async def may_still(session: Reading, seat: Seat) -> bool:
        return await service.may_still(session, seat, evidence, act, purpose)

    return delivery.Delivery(
        admission,
        may_still,
        delivery.block_of(content),
        headers=headers,
        media_type=media_type,
        delivered=_viewing(admission, opened.opening, wanted) if act in service.REVIEWS else None,
        cut=_cut_viewing(admission, opened.opening, wanted) if act in service.REVIEWS else None,
    )


def _demand_link(connection: HTTPConnection, seat: Seat, until: int, proof: str) -> None:
    links = context_of(connection).links
    if not links.admits(connection.url.path, str(seat.session), until, proof, clock.now()):
        raise Forbidden(
            "This link has expired or belongs to another session. Reload the exhibit to get a new link.",
            code="link-over",
        )


def _noting(admission: Admission, opening: Opening, files: Sequence[UUID]) -> Callable[[], Awaitable[None]]:
    """Return a function that records that the files were delivered completely."""

    async def note() -> None:
        async with admission.writing() as (session, seat):
            await service.note_delivered(session, seat, opening.id, opening.evidence, files)

    return note


def _viewing(admission: Admission, opening: Opening, page: Rendition) -> Callable[[], Awaitable[None]]:
    """Return a function that records that a reviewer received the page completely."""

    async def note() -> None:
        async with admission.writing() as (session, seat):
            await viewings.record_viewing(session, seat, opening, page)

    return note


def _cut_viewing(admission: Admission, opening: Opening, page: Rendition) -> Callable[[delivery.Cut], Awaitable[None]]:
    """Return a function that records why a reviewer did not receive the page completely."""

    async def note(why: delivery.Cut) -> None:
        async with admission.writing() as (session, seat):
            await viewings.record_cut(session, seat, opening, page, why.value)

    return note


def _member(admission: Admission, file: File, segments: list[Segment]) -> zips.Member:
    """Return a file for the ZIP."""
    assert file.sha256 is not None
    span = ranges.Span(0, file.size_bytes, partial=False)
    blocks = _blocks(admission, Place(file.jit, file.evidence, file.id), segments, span)
    return zips.Member(file.name, file.sha256, blocks)


def _blocks(admission: Admission, place: Place, segments: list[Segment], span: ranges.Span) -> AsyncGenerator[bytes]:
    return reading.read(admission.context.vault, place, segments, span.start, span.end)
