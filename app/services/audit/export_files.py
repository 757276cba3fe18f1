"""Originals in an export package: which it could hold, their downloads, and the right to them.

The download of each file is recorded when the package is requested, before it holds a byte. The right is checked when
the file is written, again before the package is ready, and at each download of the package.
Not here: the rule (`access/sharing/decisions.py`), and the paths of files in the package (`exports/originals.py`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.exporting import OF_EXHIBITS, ExportRequest
from app.access.roles import Permission
from app.access.seats import Seat
from app.access.sharing.decisions import Act, Purpose
from app.database import Reading, Writing
from app.errors import Conflict, Invalid
from app.i18n.phrases import Phrase
from app.models import Evidence, Export, Opening
from app.services.audit.export_queue import QueuedExport
from app.services.custody import openings, originals
from app.services.custody.copies import Keeping
from app.services.custody.openings import Intent
from app.services.custody.originals import Originals

#: Limits of one package, so that its making does not hold up those of others.
MOST_BYTES: Final = 10_000_000_000
MOST_FILES: Final = 1_000
_MEGABYTE: Final = 1_000_000
DownloadsState = Literal["open", "expired", "other_session"]
_NOT_RECORDED: Final = "No download of its present files was recorded for this package."


@dataclass(frozen=True, slots=True)
class FilesRequest:
    """The purpose, justification and custodian of all originals of a package.

    `acknowledged`: the handling texts (H3) of the exhibits were read.
    """

    purpose: Purpose
    justification: str
    keeping: Keeping
    acknowledged: bool = False


@dataclass(frozen=True, slots=True)
class ExhibitOriginals:
    """An exhibit of a package, with its originals or the reason why the package has none."""

    evidence: UUID
    exhibit_number: str
    title: str
    originals: Originals


@dataclass(frozen=True, slots=True)
class PackageOriginals:
    """The exhibits of a package with the originals that it could hold."""

    exhibits: Sequence[ExhibitOriginals]

    @property
    def files(self) -> int:
        """Return the number of files."""
        return sum(len(one.originals.files) for one in self.exhibits)

    @property
    def size_bytes(self) -> int:
        """Return how many bytes all files have."""
        return sum(one.originals.size_bytes for one in self.exhibits)

    @property
    def fits(self) -> bool:
        """Return whether one package can hold all these files."""
        return self.files <= MOST_FILES and self.size_bytes <= MOST_BYTES


async def foreseen(session: Reading, seat: Seat, exhibits: Sequence[UUID], purpose: Purpose) -> PackageOriginals:
    """Return which originals a package could hold, for exhibits that the member sees. Nothing is recorded."""
    query = select(Evidence).where(Evidence.id.in_(exhibits)).order_by(Evidence.exhibit_number)
    found = (await session.scalars(query)).all()
    return PackageOriginals(
        [
            ExhibitOriginals(
                one.id, one.exhibit_number, one.title, await originals.foreseen(session, seat, one.id, purpose)
            )
            for one in found
        ]
    )


async def record(session: Writing, seat: Seat, what: ExportRequest, asked: FilesRequest) -> list[UUID]:
    """Record the download of all originals that the member may have, one entry for each file; return the downloads.

    Raises:
        Invalid: The package is not about exhibits.
        Conflict: The member may download none of them, they are too large, or a handling text must be acknowledged.
    """
    if what.profile not in OF_EXHIBITS:
        raise Invalid("Only packages about exhibits can include files.", field="files")
    found = await foreseen(session, seat, what.exhibits, asked.purpose)
    _demand_fitting(found)
    recorded = list[UUID]()
    for one in sorted(found.exhibits, key=lambda each: each.evidence):  # sorted, so that chains are locked in one order
        if one.originals.files:
            intent = Intent(
                Act.TAKE,
                asked.purpose,
                asked.justification,
                acknowledged=asked.acknowledged and one.originals.handling_text is not None,
                keeping=asked.keeping,
                each_file=True,
            )
            recorded.append((await openings.open_exhibit(session, seat, one.evidence, intent)).opening.id)
    return recorded


def _demand_fitting(found: PackageOriginals) -> None:
    if not found.files:
        raise Conflict(
            "You cannot download the original of any of these exhibits. Request the package without files.",
            code="no-originals",
        )
    if not found.fits:
        told = Phrase(
            "The files are too large for one package ({files} files, {size} MB). It holds at most {most} files and"
            " {space} MB. Choose fewer exhibits, or request the package without files.",
            files=found.files,
            size=-(-found.size_bytes // _MEGABYTE),
            most=MOST_FILES,
            space=MOST_BYTES // _MEGABYTE,
        )
        raise Conflict(told, code="package-too-large")


async def allowed(session: Reading, seat: Seat, row: Export | QueuedExport) -> PackageOriginals:
    """Return for each exhibit of a package the recorded files that the member may still download, or the reason."""
    taken = {one.evidence: one for one in await _downloads(session, row)}
    if not taken:
        return PackageOriginals(())
    purpose = Purpose(next(iter(taken.values())).purpose)
    exhibits = [row.evidence] if row.evidence else list(row.exhibits or ())
    found = await foreseen(session, seat, exhibits, purpose)
    return PackageOriginals([_recorded(one, taken.get(one.evidence)) for one in found.exhibits])


def _recorded(one: ExhibitOriginals, taken: Opening | None) -> ExhibitOriginals:
    """Return the exhibit with the files whose download is recorded."""
    names = set(taken.files or ()) if taken else set()
    found = replace(one.originals, files=[file for file in one.originals.files if file.id in names])
    if not found.files and found.missing is None:
        found = replace(found, missing=_NOT_RECORDED)
    return replace(one, originals=found)


async def may_still(session: Reading, seat: Seat, row: Export | QueuedExport, without: Collection[UUID]) -> bool:
    """Return whether the member may have all originals in a package, which has none of the exhibits `without`."""
    if not row.downloads:
        return True
    held = [one for one in await _downloads(session, row) if one.evidence not in without]
    if held and not seat.may(Permission.EVIDENCE_OPEN):
        return False
    for one in held:
        if not await openings.may_still(session, seat, one.evidence, Act.TAKE, Purpose(one.purpose)):
            return False
    return True


@dataclass(frozen=True, slots=True)
class Downloads:
    """The downloads of a package with originals: whether it can be fetched by them, and until when."""

    state: DownloadsState
    until: datetime | None


async def downloads_of(session: Reading, seat: Seat, rows: Sequence[Export]) -> dict[UUID, Downloads]:
    """Return the downloads by which the member may fetch each of the packages; those without originals are left out.

    As a direct download, they belong to the session that recorded them, and expire.
    """
    query = select(Opening).where(Opening.id.in_({one for row in rows for one in row.downloads}))
    found = {one.id: one for one in (await session.scalars(query)).all()} if any(row.downloads for row in rows) else {}
    held = dict[UUID, list[Opening]]()
    for row in rows:  # without those of exhibits that became invisible, whose package `exports.ready` refuses
        taken = [found[one] for one in row.downloads if one in found]
        held[row.id] = [one for one in taken if one.evidence not in (row.left_out or ())]
    return {export: _downloads_state(seat, taken) for export, taken in held.items() if taken}


def _downloads_state(seat: Seat, taken: Sequence[Opening]) -> Downloads:
    until = min(one.expires_at for one in taken)
    if until <= clock.now():
        return Downloads("expired", until)
    return Downloads("open" if all(one.session == seat.session for one in taken) else "other_session", until)


async def demand_downloads(session: Reading, seat: Seat, row: Export) -> None:
    """Refuse a package with originals whose downloads expired or belong to another session. Raises `Conflict`."""
    found = (await downloads_of(session, seat, [row])).get(row.id)
    if found is not None and found.state != "open":
        raise Conflict(
            "The downloads of the originals in this package have expired or belong to another session."
            " Request the package again.",
            code="downloads-over",
        )


async def note_delivered(session: Writing, seat: Seat, row: Export) -> None:
    """Record that the whole package, and so each original in it, was delivered.

    A recorded file that is present now was present when the package was made, as no file comes back.
    """
    taken = {one.evidence: one.id for one in await _downloads(session, row)}
    for one in (await allowed(session, seat, row)).exhibits:
        files = [file.id for file in one.originals.files]
        if files and one.evidence not in (row.left_out or ()):
            await openings.note_delivered(session, seat, taken[one.evidence], one.evidence, files)


async def _downloads(session: Reading, row: Export | QueuedExport) -> Sequence[Opening]:
    query = select(Opening).where(Opening.id.in_(row.downloads)).order_by(Opening.id)
    return (await session.scalars(query)).all() if row.downloads else ()
