"""Facts about limits of use: what the authority that provided an exhibit allows, as all readers of it know it."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceUseLimited(ExhibitFact):
    """A limit of use was recorded. `clause`: the legal basis on which the exhibit was obtained."""

    kind: ClassVar[str] = "evidence.use_limited"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    limit: UUID = subject()
    limit_of_use: str = said(Readers.READABLE)
    clause: str | None = said(Readers.READABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceUseLimitEnded(EvidenceUseLimited):
    """A limit of use does not apply any more, because it was corrected or the exhibit did not come with it."""

    kind: ClassVar[str] = "evidence.use_limit_ended"
    led: ClassVar[Led] = Led.ALTERATION
