"""Files over HTTP: tus 1.0 (core, creation, checksum, termination), and the decision about one that differs.

The caller is admitted before the body is read, and looked at again every second while it arrives. 204 is answered after the
bytes are durable. Deliberately not here: creation-with-upload, expiration and concatenation.
"""

from collections.abc import AsyncIterator
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Header, Request, Response, status
from starlette.requests import ClientDisconnect

from app import clock
from app.api import tus
from app.api.guards import Admission, MayStreamDecision, MayStreamUpload
from app.api.routing import Router
from app.api.schemas import Form, Paragraph
from app.api.views.evidence import FileView, file_view
from app.errors import Conflict, Unsupported
from app.services import files as service
from app.services import roster as rosters
from app.vault import intake, reading, sniffing
from app.vault.checksums import Checksum
from app.vault.locks import Hold
from app.vault.places import MAX_SEGMENTS, Place, Segment

router = Router(prefix="/api/jits/{jit}/evidence/{evidence}/files", tags=["files"])

LOOK_EVERY_SECONDS = 1.0
_NOT_IN = {
    "uploading": ("complete", "The file is complete; it is part of the exhibit. Nothing was kept or deleted."),
    "hash_differs": ("nothing-to-decide", "There is nothing to decide: the file does not wait for a decision."),
}


class DeclaredHashDiffers(Conflict):
    """The file is complete and is not what was declared: kept apart until its party decides."""

    title, code = "The file does not have its declared hash", "declared-hash-differs"


@router.options("", include_in_schema=False)
async def tell_capabilities(admission: MayStreamUpload) -> Response:
    """What this server speaks."""
    return Response(
        status_code=status.HTTP_204_NO_CONTENT, headers=tus.capabilities(admission.house.settings.upload_limit_bytes)
    )


@router.post("", status_code=status.HTTP_201_CREATED, response_class=Response)
async def announce_file(
    admission: MayStreamUpload,
    evidence: UUID,
    version: tus.Resumable = None,
    upload_length: Annotated[str | None, Header(alias="Upload-Length")] = None,
    upload_metadata: Annotated[str, Header(alias="Upload-Metadata", max_length=8192)] = "",
) -> Response:
    """Announce a file: its length, its name, and the hash it should have."""
    tus.demand_version(version)
    metadata = tus.metadata(upload_metadata)
    async with admission.writing() as (session, seat):
        file = await service.announce(
            session,
            seat,
            evidence,
            name=tus.name(metadata.get("filename")),
            size_bytes=tus.number(upload_length, "Upload-Length"),
            sha256=tus.declared_hash(metadata.get("sha256")),
            limit=admission.house.settings.upload_limit_bytes,
        )
        await admission.house.vault.begin(Place(admission.jit, evidence, file.id))
    location = f"/api/jits/{admission.jit}/evidence/{evidence}/files/{file.id}"
    return Response(
        status_code=status.HTTP_201_CREATED, headers=tus.RESUMABLE | {"Location": location, "Upload-Offset": "0"}
    )


@router.head("/{file}", response_class=Response)
async def tell_offset(
    admission: MayStreamUpload, evidence: UUID, file: UUID, version: tus.Resumable = None
) -> Response:
    """Where the upload stands, so that it goes on there."""
    tus.demand_version(version)
    async with admission.reading() as (session, seat):
        found = await service.arriving(session, seat, evidence, file)
    headers = {"Upload-Offset": str(found.received_bytes), "Upload-Length": str(found.size_bytes)}
    return Response(status_code=status.HTTP_200_OK, headers=tus.RESUMABLE | headers)


@router.patch("/{file}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def receive_piece(
    request: Request,
    admission: MayStreamUpload,
    evidence: UUID,
    file: UUID,
    version: tus.Resumable = None,
    content_type: Annotated[str | None, Header()] = None,
    content_length: Annotated[int | None, Header(ge=0)] = None,
    upload_offset: Annotated[str | None, Header(alias="Upload-Offset")] = None,
    upload_checksum: Annotated[str | None, Header(alias="Upload-Checksum")] = None,
) -> Response:
    """Bytes from an offset on. 204 once they are durable; the last one also compares the declared hash."""
    tus.demand_version(version)
    if content_type != "application/offset+octet-stream":
        raise Unsupported("Send the bytes as application/offset+octet-stream. Nothing was kept.")
    offset = tus.number(upload_offset, "Upload-Offset")
    checksum = Checksum.parse(upload_checksum) if upload_checksum else None
    place = Place(admission.jit, evidence, file)
    await _demand_own(admission, place, "uploading")
    with admission.house.vault.locks.hold(place) as hold:
        async with admission.reading() as (session, seat):
            standing = await service.growing(session, seat, evidence, file)
            segments = await service.segments_of(session, file)
        _demand_room(standing.state, standing.received_bytes, offset, len(segments))
        room = standing.size_bytes - offset
        terms = intake.Terms(
            room=room,
            promised=content_length,
            checksum=checksum,
            keep_from=tus.least_piece(room, MAX_SEGMENTS - len(segments)),
            cut_by=(ClientDisconnect,),
        )
        received = await intake.receive(admission.house.vault, hold, offset, _watched(request, admission), terms)
        stands_at = await _record(admission, hold, segments, received, standing.size_bytes)
    return Response(
        status_code=status.HTTP_204_NO_CONTENT, headers=tus.offset(offset if stands_at is None else stands_at)
    )


async def _record(
    admission: Admission, hold: Hold, segments: list[Segment], received: intake.Received, size_bytes: int
) -> int | None:
    """Record what is durable; where the file stands then. The last piece is hashed and looked at before the transaction.

    Raises `DeclaredHashDiffers` after the commit: the file is complete, and kept apart.
    """
    if received.segment is None:
        return None
    vault, place, whole = admission.house.vault, hold.place, [*segments, received.segment]
    ends = received.segment.end == size_bytes
    sha256 = (received.sha256 or await reading.sha256(vault, hold, whole)) if ends else ""
    media_type = await sniffing.of_file(vault, place, whole) if ends else ""
    async with admission.writing() as (session, seat):
        recorded = await service.record(session, seat, place, received.segment)
        if ends:
            await service.complete(session, seat, recorded, sha256=sha256, media_type=media_type)
    if recorded.state == "hash_differs":
        raise DeclaredHashDiffers(
            "All bytes arrived and are kept apart; their SHA-256 is not the declared one. A leader of your party decides.",
            headers=tus.offset(recorded.received_bytes),
            extra={"sha256": recorded.sha256, "declared_sha256": recorded.declared_sha256},
        )
    return recorded.received_bytes


@router.delete("/{file}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def terminate_upload(
    admission: MayStreamUpload, evidence: UUID, file: UUID, version: tus.Resumable = None
) -> Response:
    """Give up an upload that is not complete."""
    tus.demand_version(version)
    place = Place(admission.jit, evidence, file)
    await _demand_own(admission, place, "uploading")
    with admission.house.vault.locks.hold(place) as hold:
        async with admission.writing() as (session, seat):
            await service.terminate(session, seat, evidence, file)
        await admission.house.vault.discard(hold)
    return Response(status_code=status.HTTP_204_NO_CONTENT, headers=tus.RESUMABLE)


class DecisionForm(Form):
    """What becomes of a file that differs, and why."""

    decision: Literal["keep", "discard"]
    reason: Paragraph


@router.post("/{file}/decision")
async def decide_file(admission: MayStreamDecision, evidence: UUID, file: UUID, form: DecisionForm) -> FileView:
    """Keep a file that differs from its declared hash, or discard it for good: its key is destroyed."""
    keep = form.decision == "keep"
    place = Place(admission.jit, evidence, file)
    await _demand_own(admission, place, "hash_differs")
    with admission.house.vault.locks.hold(place) as hold:
        async with admission.writing() as (session, seat):
            decided = await service.decide(session, seat, evidence, file, keep=keep, reason=form.reason)
            view = file_view(decided, (await rosters.of(session, seat.jit)).seat_code(decided.uploaded_by))
        if not keep:
            await admission.house.vault.discard(hold)
    return view


async def _demand_own(admission: Admission, place: Place, state: str) -> None:
    """Before the lock: one that is held tells that the file is there, and one held by a stranger stops its sender.

    A file in another state is refused here, too: the worker may hold its lock, and "in use" would not be the reason.
    """
    async with admission.reading() as (session, seat):
        standing = await service.arriving(session, seat, place.evidence, place.file)
    if standing.state != state:
        code, detail = _NOT_IN[state]
        raise Conflict(detail, code=code)


def _demand_room(state: str, stands_at: int, offset: int, segments: int) -> None:
    if state != "uploading":
        raise Conflict("The file is complete. Nothing was kept.", code="complete")
    if offset != stands_at:
        raise Conflict(
            f"The upload stands at {stands_at}. Nothing was kept; go on there.",
            code="offset-differs",
            field="Upload-Offset",
            headers=tus.offset(stands_at),
        )
    if segments >= MAX_SEGMENTS:
        raise Conflict(f"A file consists of at most {MAX_SEGMENTS} pieces; send larger ones.", code="too-many-pieces")


async def _watched(request: Request, admission: Admission) -> AsyncIterator[bytes]:
    """The body, as long as its sender may send: a seat that ends stops its uploads within a second."""
    looked_at = clock.monotonic()
    async for piece in request.stream():
        if clock.monotonic() - looked_at >= LOOK_EVERY_SECONDS:
            async with admission.reading():
                looked_at = clock.monotonic()
        if piece:
            yield piece
