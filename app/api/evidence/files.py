"""Routes for file uploads (tus 1.0 with `tus.EXTENSIONS`), and for the decision about a file with another hash.

The member is checked before the body is read. PATCH answers 204 only after the bytes are durable (`api/arriving.py`).
Terminating an upload or discarding a file destroys its key before the transaction commits. If the process stops in
between, the record remains and a repeated request completes it.
Not here: concatenation and deferred lengths, which are not supported.
"""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Header, Request, Response, status

from app.api import arriving, tus
from app.api.admissions import Admission, MayStreamDecision, MayStreamUpload
from app.api.arriving import Piece
from app.api.evidence.views.evidence import FileView, file_view
from app.api.routing import Router
from app.api.schemas import Form, Justification
from app.errors import Refusal, Unsupported
from app.i18n.phrases import Phrase
from app.services.evidence import files as service
from app.services.teams import roster as rosters
from app.vault import space, threads
from app.vault.keys import KeyGone
from app.vault.places import Place
from app.vault.vault import Vault

router = Router(prefix="/api/jits/{jit}/evidence/{evidence}/files", tags=["files"])


@router.options("", include_in_schema=False)
async def tell_capabilities(admission: MayStreamUpload) -> Response:
    """Return the tus version, extensions and limits of this server."""
    return Response(
        status_code=status.HTTP_204_NO_CONTENT, headers=tus.capabilities(admission.context.settings.upload_limit_bytes)
    )


@router.post("", status_code=status.HTTP_201_CREATED, response_class=Response)
async def announce_file(
    request: Request,
    admission: MayStreamUpload,
    evidence: UUID,
    version: tus.Resumable = None,
    content_type: Annotated[str | None, Header(include_in_schema=False)] = None,
    content_length: Annotated[int | None, Header(ge=0, include_in_schema=False)] = None,
    upload_length: Annotated[str | None, Header(alias="Upload-Length")] = None,
    upload_metadata: Annotated[str, Header(alias="Upload-Metadata", max_length=8192)] = "",
    upload_checksum: Annotated[str | None, Header(alias="Upload-Checksum")] = None,
) -> Response:
    """Announce a file with its length, name and expected hash. The body may contain the first bytes."""
    tus.demand_version(version)
    metadata = tus.metadata(upload_metadata)
    size_bytes = tus.number(upload_length, "Upload-Length")
    brings = _brings_bytes(request, content_type, content_length)
    piece = Piece.of(0, content_length, upload_checksum) if brings else None
    async with admission.writing() as (session, seat):
        file = await service.announce(
            session,
            seat,
            evidence,
            name=tus.name(metadata.get("filename")),
            size_bytes=size_bytes,
            sha256=tus.declared_hash(metadata.get("sha256")),
            bounds=admission.context.bounds,
        )
        _demand_room(admission, size_bytes)
        place = Place(admission.jit, evidence, file.id)
        await admission.context.vault.begin(place)
    location = {"Location": f"/api/jits/{admission.jit}/evidence/{evidence}/files/{file.id}"}
    headers = tus.offset(0, file.expires_at)
    if piece is not None:
        headers = await _first_bytes(admission, request, place, piece, location)
    return Response(status_code=status.HTTP_201_CREATED, headers=headers | location)


def _brings_bytes(request: Request, content_type: str | None, content_length: int | None) -> bool:
    """Return whether a creation has a body (RFC 9110, 6.4). Raises `Unsupported` for another content type."""
    if not content_length and "transfer-encoding" not in request.headers:
        return False
    if content_type != tus.CONTENT_TYPE:
        raise Unsupported(Phrase("Send the first bytes as {content_type}, or none.", content_type=tus.CONTENT_TYPE))
    return True


def _demand_room(admission: Admission, size_bytes: int) -> None:
    """Refuse a file that does not fit the disk, before a byte is sent, if objects are stored as files."""
    settings = admission.context.settings
    if settings.objects_url is None:
        unchanged = "The file was not created."
        space.demand(admission.context.vault.staging, settings.space_reserve_bytes, size_bytes, unchanged)


async def _first_bytes(
    admission: Admission, request: Request, place: Place, piece: Piece, location: dict[str, str]
) -> dict[str, str]:
    """Receive the bytes that come with a creation and return the headers with the new offset.

    If they are refused, the file still exists. The error's headers state its location and offset, so the client can
    continue by PATCH.
    """
    try:
        return await arriving.receive(admission, request, place, piece)
    except Refusal as refused:
        refused.headers = tus.offset(0) | refused.headers | location
        raise


@router.head("/{file}", response_class=Response)
async def tell_offset(
    admission: MayStreamUpload, evidence: UUID, file: UUID, version: tus.Resumable = None
) -> Response:
    """Return the offset at which the upload continues."""
    tus.demand_version(version)
    async with admission.reading() as (session, seat):
        found = await service.read_own(session, seat, evidence, file)
    service.demand_alive(found)
    headers = tus.offset(found.received_bytes, found.expires_at) | {"Upload-Length": str(found.size_bytes)}
    return Response(status_code=status.HTTP_200_OK, headers=headers)


@router.patch("/{file}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def receive_piece(
    request: Request,
    admission: MayStreamUpload,
    evidence: UUID,
    file: UUID,
    version: tus.Resumable = None,
    content_type: Annotated[str | None, Header(include_in_schema=False)] = None,
    content_length: Annotated[int | None, Header(ge=0, include_in_schema=False)] = None,
    upload_offset: Annotated[str | None, Header(alias="Upload-Offset")] = None,
    upload_checksum: Annotated[str | None, Header(alias="Upload-Checksum")] = None,
) -> Response:
    """Receive bytes from an offset. 204 means that they are durable. The last piece also compares the declared hash."""
    tus.demand_version(version)
    if content_type != tus.CONTENT_TYPE:
        raise Unsupported(Phrase("Send the bytes as {content_type}.", content_type=tus.CONTENT_TYPE))
    piece = Piece.of(tus.number(upload_offset, "Upload-Offset"), content_length, upload_checksum)
    headers = await arriving.receive(admission, request, Place(admission.jit, evidence, file), piece)
    return Response(status_code=status.HTTP_204_NO_CONTENT, headers=headers)


@router.delete("/{file}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def terminate_upload(
    admission: MayStreamUpload, evidence: UUID, file: UUID, version: tus.Resumable = None
) -> Response:
    """Terminate an upload that is not complete."""
    tus.demand_version(version)
    place = Place(admission.jit, evidence, file)
    await arriving.demand_own(admission, place, "uploading")
    with admission.context.vault.locks.hold(place) as hold:
        async with admission.writing() as (session, seat):
            await service.terminate(session, seat, evidence, file)
            await admission.context.vault.discard(hold)
    return Response(status_code=status.HTTP_204_NO_CONTENT, headers=tus.RESUMABLE)


class DecisionForm(Form):
    """The decision about a file that differs from its declared hash, and the reason."""

    decision: Literal["keep", "discard"]
    reason: Justification


@router.post("/{file}/decision")
async def decide_file(admission: MayStreamDecision, evidence: UUID, file: UUID, form: DecisionForm) -> FileView:
    """Keep a file that differs from its declared hash, or discard it permanently by destroying its key."""
    keep, vault = form.decision == "keep", admission.context.vault
    place = Place(admission.jit, evidence, file)
    await arriving.demand_own(admission, place, "hash_differs")
    with vault.locks.hold(place) as hold:
        if keep:
            await _demand_key(vault, place)
        async with admission.writing() as (session, seat):
            decided = await service.decide(session, seat, evidence, file, keep=keep, reason=form.reason)
            view = file_view(decided, (await rosters.of(session, seat.jit)).seat_code(decided.uploaded_by))
            if not keep:
                await vault.discard(hold)
    return view


async def _demand_key(vault: Vault, place: Place) -> None:
    """Check that the file's key exists. Raises `KeyGone`, such as after an earlier discard that was interrupted."""
    try:
        await threads.run(vault.keys.key, place)
    except KeyGone:
        raise KeyGone(
            "The server has no key for this file, so it cannot be kept. Delete it. If nobody deleted it before, tell the operator."
        ) from None
