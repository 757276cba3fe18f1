"""Receives the bytes of an upload, for PATCH requests and for creations with a body.

The member is checked before the first byte and once a second while bytes arrive. Bytes are recorded once they are
durable.
Not here: routes and headers (`api/evidence/files.py`); hashing, sealing and storing (`vault/intake.py`).
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final

from fastapi import Request
from starlette.requests import ClientDisconnect

from app import clock
from app.api import tus
from app.api.admissions import Admission
from app.errors import Conflict, NoSpace
from app.i18n.phrases import Phrase
from app.services.evidence import files as service
from app.vault import intake, reading, sniffing, space
from app.vault.checksums import Checksum
from app.vault.keys import KeyGone
from app.vault.locks import Hold
from app.vault.places import Place, Segment

LOOK_EVERY_SECONDS = 1.0
#: Key of the request's `BodyTime` in the scope's extensions, set by the server.
BODY_TIME: Final = "liaison.body_time"
_NOT_IN = {
    "uploading": ("complete", "The file is complete and part of the exhibit. It cannot be deleted here."),
    "hash_differs": ("nothing-to-decide", service.NOTHING_TO_DECIDE),
}


@dataclass(slots=True)
class BodyTime:
    """Whether the server's total time limit for a request body is lifted, as long as bytes keep arriving."""

    unlimited: bool = False


class DeclaredHashDiffers(Conflict):
    """The file is complete but differs from its declared hash. It is kept separately until its party decides."""

    title, code = "The file does not have its declared hash", "declared-hash-differs"


@dataclass(frozen=True, slots=True)
class Piece:
    """A request body as its headers describe it: offset, length and checksum."""

    offset: int
    length: int | None
    checksum: Checksum | None

    @classmethod
    def of(cls, offset: int, length: int | None, checksum: str | None) -> "Piece":
        """Return the piece that these headers describe. Raises `Malformed` for a wrong checksum header."""
        return cls(offset, length, Checksum.parse(checksum) if checksum else None)


async def receive(admission: Admission, request: Request, place: Place, piece: Piece) -> dict[str, str]:
    """Receive a request body and return the headers that state the new offset.

    Raises:
        DeclaredHashDiffers: The file is complete and differs from its declared hash.
        Refusal: Whatever `intake.receive` raises. If some bytes were kept, the headers state the new offset.
    """
    await demand_own(admission, place, "uploading")
    _lift_limit(request)
    vault = admission.context.vault
    with vault.locks.hold(place) as hold:
        async with admission.reading() as (session, seat):
            standing = await service.read_growing(session, seat, place.evidence, place.file)
            segments = await service.segments_of(session, place.file)
        _demand_place(standing.state, standing.received_bytes, piece.offset)
        terms = _terms(admission, standing.size_bytes - piece.offset, len(segments), piece)
        body = _watched(request, admission, place)
        try:
            _demand_sense(admission, terms)
            received = await intake.receive(vault, hold, piece.offset, body, terms)
        except (NoSpace, intake.PieceTooSmall) as refused:
            refused.headers |= tus.offset(piece.offset, standing.expires_at)
            raise
        except KeyGone:
            raise KeyGone(
                "The server has no key for the data of this upload. Start the upload again. If nobody deleted the upload,"
                " tell the operator."
            ) from None
        if received.segment is None:
            headers = tus.offset(piece.offset, standing.expires_at)
        else:
            headers = await _record(
                admission, hold, [*segments, received.segment], received.sha256, standing.size_bytes
            )
    if received.full:
        raise NoSpace(
            Phrase("The storage is full. The data received so far is kept. {advice}", advice=space.ADVICE),
            headers=headers,
        )
    return headers


def _lift_limit(request: Request) -> None:
    """Lift the total time limit for this body. Files are large, and the sender has been checked."""
    time = request.scope.get("extensions", {}).get(BODY_TIME)
    if isinstance(time, BodyTime):
        time.unlimited = True


async def demand_own(admission: Admission, place: Place, state: str) -> None:
    """Check, before taking the file's lock, that the file belongs to the member and is in `state`.

    The check comes first because a held lock reveals that the file exists and blocks its uploader. A file in another
    state is refused here, because the worker may hold its lock and "in use" would be misleading.

    Raises:
        Conflict: The file is in another state.
    """
    async with admission.reading() as (session, seat):
        standing = await service.read_own(session, seat, place.evidence, place.file)
    if state == "uploading":
        service.demand_alive(standing)
    if standing.state != state:
        code, detail = _NOT_IN[state]
        raise Conflict(detail, code=code)


def _demand_place(state: str, stands_at: int, offset: int) -> None:
    if state != "uploading":
        raise Conflict("The file is already complete. This part was not stored.", code="complete")
    if offset != stands_at:
        raise Conflict(
            Phrase("The upload continues at byte {stands_at}. This part was not stored.", stands_at=stands_at),
            code="offset-differs",
            field="Upload-Offset",
            headers=tus.offset(stands_at),
        )


def _terms(admission: Admission, room: int, pieces: int, piece: Piece) -> intake.UploadTerms:
    return intake.UploadTerms(
        room=room,
        promised=piece.length,
        checksum=piece.checksum,
        keep_from=tus.least_piece(room, pieces),
        reserve=admission.context.settings.space_reserve_bytes,
        cut_by=(ClientDisconnect,),
    )


def _demand_sense(admission: Admission, terms: intake.UploadTerms) -> None:
    """Refuse a body by its declared length, before any byte is read."""
    if terms.promised is not None:
        intake.demand_length(terms, terms.promised)
        space.demand(admission.context.vault.staging, terms.reserve, terms.promised, "This part was not stored.")


async def _record(
    admission: Admission, hold: Hold, whole: list[Segment], sha256: str | None, size_bytes: int
) -> dict[str, str]:
    """Record the durable bytes and return the headers for them.

    With the last piece, hashing and media type detection run before the transaction.

    Raises:
        DeclaredHashDiffers: After the commit: the file is complete and kept separately.
    """
    vault, place = admission.context.vault, hold.place
    ends = whole[-1].end == size_bytes
    digest = (sha256 or await reading.sha256(vault, hold, whole)) if ends else ""
    media_type = await sniffing.of_file(vault, place, whole) if ends else ""
    async with admission.writing() as (session, seat):
        recorded = await service.record(session, seat, place, whole[-1], admission.context.bounds)
        if ends:
            await service.complete(session, seat, recorded, sha256=digest, media_type=media_type)
    headers = tus.offset(recorded.received_bytes, recorded.expires_at)
    if recorded.state == "hash_differs":
        raise DeclaredHashDiffers(
            "The file is complete, but its SHA-256 differs from the declared one. A leader of your party "
            "decides whether to keep it.",
            headers=headers,
            extra={"sha256": recorded.sha256, "declared_sha256": recorded.declared_sha256},
        )
    return headers


async def _watched(request: Request, admission: Admission, place: Place) -> AsyncIterator[bytes]:
    """Yield the body. Check every second that the sender may still upload and that the exhibit still accepts files."""
    looked_at = clock.monotonic()
    async for piece in request.stream():
        if clock.monotonic() - looked_at >= LOOK_EVERY_SECONDS:
            async with admission.reading() as (session, seat):
                await service.read_growing(session, seat, place.evidence, place.file)
            looked_at = clock.monotonic()
        if piece:
            yield piece
