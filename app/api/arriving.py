"""The bytes of a file on their way in: admitted before the first, looked at every second, recorded once they are durable.

Shared by PATCH and by a creation that brings bytes along. Deliberately not here: routes and their headers (`files.py`), and
what hashes, seals and stores (`vault/intake.py`).
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
from app.services import files as service
from app.vault import intake, reading, sniffing, space
from app.vault.checksums import Checksum
from app.vault.keys import KeyGone
from app.vault.locks import Hold
from app.vault.places import Place, Segment

LOOK_EVERY_SECONDS = 1.0
#: The key of a `BodyTime` among the extensions of a request's scope, put there by the server.
BODY_TIME: Final = "liaison.body_time"
_NOT_IN = {
    "uploading": ("complete", "The file is complete; it is part of the exhibit. Nothing was kept or deleted."),
    "hash_differs": ("nothing-to-decide", "There is nothing to decide: the file does not wait for a decision."),
}


@dataclass(slots=True)
class BodyTime:
    """Whether the body of a request may take any time in all, as long as bytes keep coming."""

    unlimited: bool = False


class DeclaredHashDiffers(Conflict):
    """The file is complete and is not what was declared: kept apart until its party decides."""

    title, code = "The file does not have its declared hash", "declared-hash-differs"


@dataclass(frozen=True, slots=True)
class Piece:
    """What its headers say of a body: from which offset on, how long, and what it hashes to."""

    offset: int
    length: int | None
    checksum: Checksum | None

    @classmethod
    def of(cls, offset: int, length: int | None, checksum: str | None) -> "Piece":
        """Raises `Malformed`."""
        return cls(offset, length, Checksum.parse(checksum) if checksum else None)


async def receive(admission: Admission, request: Request, place: Place, piece: Piece) -> dict[str, str]:
    """Takes a body; the headers that say where the file stands then.

    Raises what `intake.receive` raises, and `DeclaredHashDiffers`; where something was kept all the same, its headers say so.
    """
    await demand_own(admission, place, "uploading")
    _lift_limit(request)
    vault = admission.house.vault
    with vault.locks.hold(place) as hold:
        async with admission.reading() as (session, seat):
            standing = await service.growing(session, seat, place.evidence, place.file)
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
                "What had arrived of this upload is erased, as when giving it up is cut off. Announce the file again."
            ) from None
        if received.segment is None:
            headers = tus.offset(piece.offset, standing.expires_at)
        else:
            headers = await _record(
                admission, hold, [*segments, received.segment], received.sha256, standing.size_bytes
            )
    if received.full:
        raise NoSpace(f"The store is full. What had arrived is kept. {space.ADVICE}", headers=headers)
    return headers


def _lift_limit(request: Request) -> None:
    """Let the body take any time in all: a file is large, and its sender was admitted."""
    time = request.scope.get("extensions", {}).get(BODY_TIME)
    if isinstance(time, BodyTime):
        time.unlimited = True


async def demand_own(admission: Admission, place: Place, state: str) -> None:
    """Before the lock: one that is held tells that the file is there, and one held by a stranger stops its sender.

    A file in another state is refused here, too: the worker may hold its lock, and "in use" would not be the reason.
    """
    async with admission.reading() as (session, seat):
        standing = await service.arriving(session, seat, place.evidence, place.file)
    if state == "uploading":
        service.demand_alive(standing)
    if standing.state != state:
        code, detail = _NOT_IN[state]
        raise Conflict(detail, code=code)


def _demand_place(state: str, stands_at: int, offset: int) -> None:
    if state != "uploading":
        raise Conflict("The file is complete. Nothing was kept.", code="complete")
    if offset != stands_at:
        raise Conflict(
            f"The upload stands at {stands_at}. Nothing was kept; go on there.",
            code="offset-differs",
            field="Upload-Offset",
            headers=tus.offset(stands_at),
        )


def _terms(admission: Admission, room: int, pieces: int, piece: Piece) -> intake.Terms:
    return intake.Terms(
        room=room,
        promised=piece.length,
        checksum=piece.checksum,
        keep_from=tus.least_piece(room, pieces),
        reserve=admission.house.settings.space_reserve_bytes,
        cut_by=(ClientDisconnect,),
    )


def _demand_sense(admission: Admission, terms: intake.Terms) -> None:
    """What its declared length already refuses costs nobody a byte."""
    if terms.promised is not None:
        intake.demand_length(terms, terms.promised)
        space.demand(admission.house.vault.staging, terms.reserve, terms.promised, "Nothing of this piece was kept.")


async def _record(
    admission: Admission, hold: Hold, whole: list[Segment], sha256: str | None, size_bytes: int
) -> dict[str, str]:
    """Record what is durable; the headers for it. The last piece is hashed and looked at before the transaction.

    Raises `DeclaredHashDiffers` after the commit: the file is complete, and kept apart.
    """
    vault, place = admission.house.vault, hold.place
    ends = whole[-1].end == size_bytes
    digest = (sha256 or await reading.sha256(vault, hold, whole)) if ends else ""
    media_type = await sniffing.of_file(vault, place, whole) if ends else ""
    async with admission.writing() as (session, seat):
        recorded = await service.record(session, seat, place, whole[-1], admission.house.bounds)
        if ends:
            await service.complete(session, seat, recorded, sha256=digest, media_type=media_type)
    headers = tus.offset(recorded.received_bytes, recorded.expires_at)
    if recorded.state == "hash_differs":
        raise DeclaredHashDiffers(
            "All bytes arrived and are kept apart; their SHA-256 is not the declared one. A leader of your party decides.",
            headers=headers,
            extra={"sha256": recorded.sha256, "declared_sha256": recorded.declared_sha256},
        )
    return headers


async def _watched(request: Request, admission: Admission, place: Place) -> AsyncIterator[bytes]:
    """The body, as long as its sender may send: a seat that ends, or an exhibit, stops its uploads within a second."""
    looked_at = clock.monotonic()
    async for piece in request.stream():
        if clock.monotonic() - looked_at >= LOOK_EVERY_SECONDS:
            async with admission.reading() as (session, seat):
                await service.growing(session, seat, place.evidence, place.file)
            looked_at = clock.monotonic()
        if piece:
            yield piece
