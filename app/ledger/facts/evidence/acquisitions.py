"""Facts about acquisitions (forensic images). Every value is a field visible from level `readable` on."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class AcquisitionRecorded(ExhibitFact):
    """An acquisition was recorded.

    Times are as they were noted, with their zone; `clock_offset_seconds`: of the device's clock.
    """

    kind: ClassVar[str] = "acquisition.recorded"
    led: ClassVar[Led] = Led.COLLECTION
    heard: ClassVar[Heard] = Heard.EXHIBIT
    acquisition: UUID = subject()
    make: str | None = said(Readers.READABLE)
    model: str | None = said(Readers.READABLE)
    serial: str | None = said(Readers.READABLE)
    capacity: str | None = said(Readers.READABLE)
    seal_number: str | None = said(Readers.READABLE)
    write_blocker: str | None = said(Readers.READABLE)
    tool: str = said(Readers.READABLE)
    tool_version: str = said(Readers.READABLE)
    examiner: str = said(Readers.READABLE)
    examiner_function: str | None = said(Readers.READABLE)
    started_at: str = said(Readers.READABLE)
    ended_at: str = said(Readers.READABLE)
    zone: str = said(Readers.READABLE)
    clock_offset_seconds: int | None = said(Readers.READABLE)
    hashes: list[dict[str, str]] = said(Readers.READABLE)
    bad_sectors: int | None = said(Readers.READABLE)
    errors: str | None = said(Readers.READABLE)
    notes: str | None = said(Readers.READABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcquisitionCorrected(AcquisitionRecorded):
    """A record replaces an earlier one, which stays in the ledger. `corrects`: the earlier one."""

    kind: ClassVar[str] = "acquisition.corrected"
    led: ClassVar[Led] = Led.ALTERATION
    corrects: str = said()
    reason: str = said(Readers.READABLE)
