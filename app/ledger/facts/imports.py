"""Facts about what was imported from a document of others. What it claims stands as it claims it, and by whom is said beside it."""

from dataclasses import dataclass
from typing import ClassVar

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, said


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceImported(ExhibitFact):
    """The exhibit was made of a provenance record. `claimed_by`: the exhibit that holds the document, which others may not know."""

    kind: ClassVar[str] = "evidence.imported"
    led: ClassVar[Led] = Led.COLLECTION
    heard: ClassVar[Heard] = Heard.EXHIBIT
    claimed_by: str = said(Readers.ACTOR)
    source_number: str | None = said(Readers.READABLE)
    source_id: str = said(Readers.READABLE)
    objects: list[dict[str, str]] = said(Readers.READABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyImported(ExhibitFact):
    """What the document says that somebody did, in its words and times; nobody of this team vouches for it."""

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
