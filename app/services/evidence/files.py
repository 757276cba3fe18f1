"""Files of an exhibit: announce, receive in segments, complete, and decide when the hash differs.

This module keeps the database records and appends the ledger entries; `vault/` stores the bytes. Until a file is ready,
only members of its own party see it.

Not here: the tus protocol (`api/evidence/files.py`) and reading ready files (`services/custody/openings.py`).
"""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, delete, func, select, update

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Gone, Invalid, NotFound, TooLarge
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import FileDiscarded, FileHashDiffered, FileReceived
from app.models import Evidence, File, Segment
from app.queries import of_table, untyped
from app.services.evidence import storage
from app.services.evidence.storage import Bounds
from app.services.retention import exhibit_locks
from app.services.teams import contributions, phases
from app.vault import places
from app.vault.places import Place

NAME_LIMIT: Final = 1024
NOTHING_TO_DECIDE: Final = "This file is not awaiting a decision."
_WITHDRAWN: Final = "The exhibit was withdrawn. No file can be added."
_SEGMENTS: Final = of_table(select(Segment).where(Segment.file == bindparam("file")).order_by(Segment.at_offset))
_SEGMENTS_OF_ALL: Final = untyped(
    "select file, at_offset, size_bytes, object from segments where file = any (:files) order by file, at_offset"
)


async def announce(
    session: Writing, seat: Seat, evidence: UUID, *, name: str, size_bytes: int, sha256: str | None, bounds: Bounds
) -> File:
    """Announce a file and return its record.

    Args:
        session: The transaction of the request.
        seat: The member who uploads.
        evidence: The exhibit.
        name: Name of the file.
        size_bytes: Its size.
        sha256: The hash that the sender declares, or `None`.
        bounds: Limits of this installation.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member's party is not the originator.
        Conflict: Nothing may be added to the exhibit, or the team is not operational.
        Invalid: The file has zero bytes.
        TooLarge: The file exceeds the largest accepted size.
        QuotaReached: The share of the party or the team is used up.
    """
    await _growing_exhibit(session, seat, evidence)
    await phases.demand_operational(session, seat)
    if size_bytes == 0:
        raise Invalid(
            "The file is empty (0 bytes) and cannot be received. Check the source.",
            field="Upload-Length",
            code="zero-bytes",
        )
    if size_bytes > bounds.largest:
        raise TooLarge(
            Phrase("A file can have at most {largest} bytes.", largest=bounds.largest), field="Upload-Length"
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


async def read_own(session: Reading, seat: Seat, evidence: UUID, file: UUID) -> File:
    """Return a file of an exhibit of the member's own party, in any state.

    Raises:
        NotFound: The exhibit or the file is absent or invisible to the member.
        Forbidden: The member's party is not the originator.
    """
    await _own_exhibit(session, seat, evidence)
    found = (await session.scalars(select(File).where(File.evidence == evidence, File.id == file))).one_or_none()
    if found is None:
        raise NotFound
    return found


def demand_alive(file: File) -> None:
    """Check that an upload has neither expired nor been discarded.

    Raises:
        Gone: It expired, whether or not the job has run, or was discarded.
    """
    if file.state == "discarded" and file.sha256 is not None:
        raise Gone("The file was deleted by its party.", code="discarded")
    if file.state == "discarded" or (file.expires_at is not None and file.expires_at <= clock.now()):
        raise Gone(
            "The upload was inactive for too long. Its data was erased. Start the upload again.",
            code="upload-expired",
        )


async def read_growing(session: Reading, seat: Seat, evidence: UUID, file: UUID) -> File:
    """Return a file as `read_own` does, of an exhibit to which files may still be added.

    Raises:
        NotFound, Forbidden: As `read_own`.
        Conflict: The exhibit is withdrawn, erased, or already reviewed.
    """
    await _growing_exhibit(session, seat, evidence)
    return await read_own(session, seat, evidence, file)


async def count_segments(session: Reading, file: UUID) -> int:
    """Return the number of recorded segments of a file."""
    return (await session.scalars(select(func.count()).select_from(Segment).where(Segment.file == file))).one()


async def segments_of(session: Reading, file: UUID) -> list[places.Segment]:
    """Return the recorded segments in order, as the vault reads them."""
    rows = await session.fetch_rows(_SEGMENTS, file=file)
    return [places.Segment(row.at_offset, row.size_bytes, row.object) for row in rows]


async def segments_of_all(session: Reading, files: Sequence[UUID]) -> dict[UUID, list[places.Segment]]:
    """Return the recorded segments of each file, as `segments_of` does."""
    found: dict[UUID, list[places.Segment]] = {file: [] for file in files}
    for row in await session.fetch_rows(_SEGMENTS_OF_ALL, files=list(files)):
        found[row["file"]].append(places.Segment(row["at_offset"], row["size_bytes"], row["object"]))
    return found


async def record(session: Writing, seat: Seat, place: Place, segment: places.Segment, bounds: Bounds) -> File:
    """Record a segment that is durable in the vault, and return the file with its new offset.

    Raises:
        NotFound, Forbidden: As `read_own`.
        Conflict: The file's offset is not the segment's, or nothing may be added to the exhibit.
    """
    await read_growing(session, seat, place.evidence, place.file)
    await _hold_open(session, seat, place.evidence)
    file = (
        await session.scalars(
            select(File).where(File.id == place.file).with_for_update().execution_options(populate_existing=True)
        )
    ).one()
    if file.state != "uploading" or file.received_bytes != segment.offset:
        raise Conflict(
            "The upload continues at another position. Ask for its offset and continue there.", code="offset-differs"
        )
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
    """Complete a file after its last byte: compare the declared hash and append the ledger entry."""
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
    """Keep or discard a file whose hash differs from the declared one.

    Raises:
        NotFound, Forbidden: As `read_own`.
        Conflict: The file awaits no decision, or is to be kept and nothing may be added to the exhibit.
    """
    await read_own(session, seat, evidence, file_id)
    exhibit = contributions.demand_there(await exhibit_locks.lock(session, evidence))
    file = (await session.scalars(select(File).where(File.id == file_id).with_for_update())).one()
    if file.state != "hash_differs":
        raise Conflict(NOTHING_TO_DECIDE, code="nothing-to-decide")
    if keep and exhibit.status != "active":
        raise Conflict(
            "The exhibit was withdrawn. No file can be added, but this file can be deleted.", code="withdrawn"
        )
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
    """Cancel an upload that is not complete. It never was part of the exhibit.

    Raises:
        NotFound, Forbidden: As `read_own`.
        Conflict: The file is complete.
    """
    file = await read_own(session, seat, evidence, file_id)
    if file.state != "uploading":
        raise Conflict("The file is complete and part of the exhibit. It cannot be deleted here.", code="complete")
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
        raise Forbidden("Only the originator can add files to this exhibit.", code="originator-only")
    return exhibit


async def _growing_exhibit(session: Reading, seat: Seat, evidence: UUID) -> None:
    exhibit = await _own_exhibit(session, seat, evidence)
    contributions.demand_active(exhibit, _WITHDRAWN)
    await contributions.demand_unjudged(session, seat, exhibit)


async def _hold_open(session: Writing, seat: Seat, evidence: UUID) -> None:
    """Lock the exhibit so that nobody withdraws, verifies or filters it before this transaction commits.

    The row is read again under the lock: a change that committed just before is seen.

    Raises:
        Conflict: Nothing may be added to the exhibit.
    """
    exhibit = contributions.demand_active(await exhibit_locks.lock(session, evidence), _WITHDRAWN)
    await contributions.demand_unjudged(session, seat, exhibit)


async def _count_file(session: Writing, evidence: UUID, size_bytes: int) -> None:
    """Add one file to the exhibit's counters. This is not an edit: the version stays."""
    await session.execute(
        update(Evidence)
        .where(Evidence.id == evidence)
        .values(
            files_count=Evidence.files_count + 1,
            files_bytes=Evidence.files_bytes + size_bytes,
        )
    )
