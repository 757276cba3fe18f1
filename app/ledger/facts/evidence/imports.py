"""Facts about exhibits imported from a provenance record of others. Claims are recorded as stated there."""

from dataclasses import dataclass
from typing import ClassVar

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, said


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceImported(ExhibitFact):
    """The exhibit was created from a provenance record.

    `claimed_by`: the exhibit that holds the document, which other parties may not know.
    """

    kind: ClassVar[str] = "evidence.imported"
    led: ClassVar[Led] = Led.COLLECTION
    heard: ClassVar[Heard] = Heard.EXHIBIT
    claimed_by: str = said(Readers.ACTOR)
    source_number: str | None = said(Readers.READABLE)
    source_id: str = said(Readers.READABLE)
    objects: list[dict[str, str]] = said(Readers.READABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyImported(ExhibitFact):
    """A custody event that the document claims, in its words and times. Nobody in this team vouches for it."""

    kind: ClassVar[str] = "custody.imported"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    claimed_by: str = said(Readers.ACTOR)
    action: str = said(Readers.READABLE)
    performer: str | None = said(Readers.READABLE)
    instrument: str | None = said(Readers.READABLE)
    location: str | None = said(Readers.READABLE)
    environment: str | None = said(Readers.READABLE)
    started_at: str | None = said(Readers.READABLE)
    ended_at: str | None = said(Readers.READABLE)
    description: str | None = said(Readers.READABLE)
    source_id: str = said(Readers.READABLE)
    informed_by: list[str] = said(Readers.READABLE)
