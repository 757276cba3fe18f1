"""Files of an exhibit: announced, received piece by piece, complete, decided upon when the hash differs.

The bytes are the vault's affair; here is the record of them, and the facts. A file is its own party's until it is ready.
Deliberately not here: the tus protocol (`api/files.py`) and who may read what is ready (`services/openings.py`).
"""

from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, delete, func, select, update

from app import clock
from app.access.seats import Seat
from app.connections import Driven
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Gone, Invalid, NotFound, TooLarge
from app.ledger import journal
from app.ledger.facts import FileDiscarded, FileHashDiffered, FileReceived
from app.models import Evidence, File, Segment
from app.services import contributions, phases, storage
from app.services.storage import Bounds
from app.vault import places
from app.vault.places import Place

NAME_LIMIT: Final = 1024
_WITHDRAWN: Final = "The exhibit is withdrawn; nothing is added to it."
_SEGMENTS: Final = Driven.of(select(Segment).where(Segment.file == bindparam("file")).order_by(Segment.at_offset))


async def announce(
    session: Writing, seat: Seat, evidence: UUID, *, name: str, size_bytes: int, sha256: str | None, bounds: Bounds
) -> File:
    """A file is to come. Raises `NotFound`, `Forbidden`, `Conflict`, `Invalid`, `TooLarge`, `QuotaReached`: nothing was created."""
    await _growing_exhibit(session, seat, evidence)
    await phases.demand_operational(session, seat, "Nothing was created.")
    if size_bytes == 0:
        raise Invalid(
            "A file of zero bytes holds no evidence and cannot be received. Check the source.",
            field="Upload-Length",
            code="zero-bytes",
        )
    if size_bytes > bounds.largest:
        raise TooLarge(
            f"At most {bounds.largest} bytes are accepted for one file. Nothing was created.", field="Upload-Length"
        )
    await storage.demand_share(session, bounds, size_bytes)
    now = clock.now()
    file = File(
        id=clock.new_id(),
        jit=seat.jit,
        evidence=evidence,
        name=name,
        media_type=None,
        size_bytes=size_bytes,
        received_bytes=0,
        declared_sha256=sha256,
        sha256=None,
        state="uploading",
        renditions="waiting",
        uploaded_by=seat.id,
        created_at=now,
        received_at=None,
        expires_at=now + bounds.silence,
        version=1,
    )
    session.add(file)
    await session.flush()
    return file


async def arriving(session: Reading, seat: Seat, evidence: UUID, file: UUID) -> File:
    """A file of the seat's own party's exhibit, in whatever state. Raises `NotFound`, `Forbidden`."""
    await _own_exhibit(session, seat, evidence)
    found = (await session.scalars(select(File).where(File.evidence == evidence, File.id == file))).one_or_none()
    if found is None:
        raise NotFound
    return found


def demand_alive(file: File) -> None:
    """Raises `Gone` for an upload that expired, whether the worker has been there or not, and for what was discarded."""
    if file.state == "discarded" and file.sha256 is not None:
        raise Gone("The file was discarded by its party. Nothing was kept.", code="discarded")
    if file.state == "discarded" or (file.expires_at is not None and file.expires_at <= clock.now()):
        raise Gone(
            "The upload received nothing for too long and has ended; what had arrived is erased. Nothing of this was kept."
            " Announce the file again.",
            code="upload-expired",
        )


async def growing(session: Reading, seat: Seat, evidence: UUID, file: UUID) -> File:
    """The same, of an exhibit to which something may still be added. Raises `Conflict` once it is withdrawn."""
    await _growing_exhibit(session, seat, evidence)
    return await arriving(session, seat, evidence, file)


async def count_segments(session: Reading, file: UUID) -> int:
    """Of how many segments a file consists so far."""
    return (await session.scalars(select(func.count()).select_from(Segment).where(Segment.file == file))).one()


async def segments_of(session: Reading, file: UUID) -> list[places.Segment]:
    """The recorded segments in order, as the vault reads them."""
    rows = await session.rows(_SEGMENTS, file=file)
    return [places.Segment(row.at_offset, row.size_bytes, row.object) for row in rows]


async def record(session: Writing, seat: Seat, place: Place, segment: places.Segment, bounds: Bounds) -> File:
    """A segment is durable: the file stands at its end. Raises `Conflict` when it stood elsewhere, or the exhibit ended."""
    await growing(session, seat, place.evidence, place.file)
    await _hold_open(session, seat, place.evidence)
    file = (
        await session.scalars(
            select(File).where(File.id == place.file).with_for_update().execution_options(populate_existing=True)
        )
    ).one()
    if file.state != "uploading" or file.received_bytes != segment.offset:
        raise Conflict("The upload stands elsewhere now; ask for its offset and go on there.", code="offset-differs")
    session.add(
        Segment(
            file=place.file,
            at_offset=segment.offset,
            jit=place.jit,
            evidence=place.evidence,
            size_bytes=segment.size_bytes,
            object=segment.object,
        )
    )
    file.received_bytes, file.expires_at = segment.end, clock.now() + bounds.silence
    file.version += 1
    await session.flush()
    return file


async def complete(session: Writing, seat: Seat, file: File, *, sha256: str, media_type: str) -> File:
    """The last byte is durable: compare with the declared hash, and say so in the ledger."""
    differs = file.declared_sha256 is not None and file.declared_sha256 != sha256
    file.sha256, file.media_type, file.received_at, file.expires_at = sha256, media_type, clock.now(), None
    file.state = "hash_differs" if differs else "ready"
    file.renditions = "waiting" if differs else "pending"
    await session.flush()
    if not differs:
        await _count_file(session, file.evidence, file.size_bytes)
    fact = FileHashDiffered if differs else FileReceived
    await journal.append(session, seat, await _received(session, file, fact))
    return file


async def decide(session: Writing, seat: Seat, evidence: UUID, file_id: UUID, *, keep: bool, reason: str) -> File:
    """A leader's decision about a file that differs: keep it as it is, or discard it. Raises `Conflict` otherwise."""
    await arriving(session, seat, evidence, file_id)
    exhibit = contributions.demand_there(await _lock(session, evidence))
    file = (await session.scalars(select(File).where(File.id == file_id).with_for_update())).one()
    if file.state != "hash_differs":
        raise Conflict("There is nothing to decide: the file does not wait for a decision.", code="nothing-to-decide")
    if keep and exhibit.status != "active":
        raise Conflict("The exhibit is withdrawn; nothing is added to it. The file can be discarded.", code="withdrawn")
    if keep:
        await contributions.demand_unjudged(session, seat, exhibit)
    file.version += 1
    if keep:
        file.state, file.renditions = "ready", "pending"
        await session.flush()
        await _count_file(session, evidence, file.size_bytes)
        await journal.append(session, seat, await _received(session, file, FileReceived, reason))
    else:
        file.state, file.renditions = "discarded", "none"
        await session.flush()
        await journal.append(
            session,
            seat,
            FileDiscarded(evidence=evidence, file=file.id, name=file.name, sha256=file.sha256, reason=reason),
        )
    return file


async def terminate(session: Writing, seat: Seat, evidence: UUID, file_id: UUID) -> None:
    """Give up an upload before its end; it never was part of the exhibit. Raises `Conflict` once it is complete."""
    file = await arriving(session, seat, evidence, file_id)
    if file.state != "uploading":
        raise Conflict("The file is complete; it is part of the exhibit and is not deleted.", code="complete")
    await session.execute(delete(Segment).where(Segment.file == file_id))
    await session.delete(file)
    await session.flush()


async def _received(session: Reading, file: File, fact: type[FileReceived], reason: str | None = None) -> FileReceived:
    assert file.sha256 is not None
    return fact(
        evidence=file.evidence,
        file=file.id,
        name=file.name,
        size_bytes=file.size_bytes,
        sha256=file.sha256,
        declared_sha256=file.declared_sha256,
        media_type=file.media_type,
        segments=await count_segments(session, file.id),
        reason=reason,
    )


async def _own_exhibit(session: Reading, seat: Seat, evidence: UUID) -> Evidence:
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    if exhibit.originator != seat.party:
        raise Forbidden("Only the originator adds files to this exhibit.", code="originator-only")
    return exhibit


async def _growing_exhibit(session: Reading, seat: Seat, evidence: UUID) -> None:
    exhibit = await _own_exhibit(session, seat, evidence)
    contributions.demand_active(exhibit, _WITHDRAWN)
    await contributions.demand_unjudged(session, seat, exhibit)


async def _hold_open(session: Writing, seat: Seat, evidence: UUID) -> None:
    """Nobody withdraws, verifies or filters the exhibit before this commits; whoever did so a moment ago is heard now."""
    exhibit = contributions.demand_active(await _lock(session, evidence), _WITHDRAWN)
    await contributions.demand_unjudged(session, seat, exhibit)


async def _lock(session: Writing, evidence: UUID) -> Evidence:
    """The exhibit's row before its files' and its chain: the order in which a withdrawal takes them, too."""
    return (
        await session.scalars(
            select(Evidence)
            .where(Evidence.id == evidence)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
    ).one()


async def _count_file(session: Writing, evidence: UUID, size_bytes: int) -> None:
    """One file more in the exhibit's listed numbers. No edit: the version stays."""
    await session.execute(
        update(Evidence)
        .where(Evidence.id == evidence)
        .values(
            files_count=Evidence.files_count + 1,
            files_bytes=Evidence.files_bytes + size_bytes,
        )
    )
