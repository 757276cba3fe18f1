"""Facts about disclosures to proceedings: made, or affected by a recall; and exports of method records."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, aside, said, subject, without_empty


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceDisclosed(ExhibitFact):
    """An exhibit was disclosed to a proceeding. `files`: what it consisted of, with the hash of each.

    `limits_of_use`: limits that the member confirmed to have read; the entry has no such field if there are none.
    """

    kind: ClassVar[str] = "evidence.disclosed"
    led: ClassVar[Led] = Led.DISCLOSURE
    heard: ClassVar[Heard] = Heard.ACT
    disclosure: UUID = subject()
    court: str = said()
    proceeding: str = said()
    file_number: str = said()
    schedule: str = said()
    files: list[dict[str, Any]] = said(Readers.READABLE)
    justification: str = said(Readers.ACTOR)
    acknowledged: str | None = said(Readers.ACTOR)
    limits_of_use: list[dict[str, Any]] | None = said(Readers.READABLE, default=None)

    def fields(self, n: int | None) -> Iterator[tuple[str, Any, Readers]]:
        """Yield the fact's fields."""
        return without_empty(ExhibitFact.fields(self, n), "limits_of_use")

    @property
    def about(self) -> UUID | None:
        """The disclosure."""
        return self.disclosure


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureRecalled(ExhibitFact):
    """A disclosed exhibit was recalled or withdrawn; the fact names the recipients, so that they can be informed.

    `holding`: the row of the disclosure.
    """

    kind: ClassVar[str] = "disclosure.recalled"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.HOLDER
    link_readers: ClassVar[Readers] = Readers.READABLE
    holding: Any = aside()
    disclosure: UUID = subject()
    party: str = said()
    court: str = said()
    proceeding: str = said()
    file_number: str = said()
    schedule: str = said()
    disclosed_at: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodRecordExported(ExhibitFact):
    """The method record of an exhibit was exported for the defence. `sha256`: of the document."""

    kind: ClassVar[str] = "evidence.method_record_exported"
    led: ClassVar[Led] = Led.DISCLOSURE
    heard: ClassVar[Heard] = Heard.ACT
    language: str = said()
    sha256: str = said(Readers.READABLE)
