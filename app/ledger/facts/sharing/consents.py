"""Facts about consent and information requests, visible to the two parties concerned.

If a request is about an exhibit, only those of their members who see the exhibit may read it. The access that a grant
gives is a fact about the exhibit (`evidence.released`, `evidence.court_use_allowed`).
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, NamedFact, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFact(NamedFact):
    """A fact about one request."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    consent: UUID = subject()
    evidence: UUID | None = aside()
    use: str = said()
    asking: str = said()
    asked: str = said()

    @property
    def about(self) -> UUID | None:
        """The request."""
        return self.consent

    @property
    def mentions(self) -> UUID | None:
        """The exhibit that the request is about."""
        return self.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRequested(ConsentFact):
    """A party made a request."""

    kind: ClassVar[str] = "consent.requested"
    exhibit: str | None = said()
    words: str = said()
    level: str | None = said()
    authorities: list[str] | None = said()
    seats: list[str] | None = said()
    purposes: list[str] | None = said()
    due_at: str = said()
    due_zone: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSeen(ConsentFact):
    """A leader of the asked party has seen the request."""

    kind: ClassVar[str] = "consent.seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGranted(ConsentFact):
    """The asked party consented, with or without conditions."""

    kind: ClassVar[str] = "consent.granted"
    conditional: bool = said()
    conditions: str | None = said()
    until: str | None = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRefused(ConsentFact):
    """The asked party refused."""

    kind: ClassVar[str] = "consent.refused"
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWithdrawn(ConsentFact):
    """The asking party withdrew its request, or the granting party its consent."""

    kind: ClassVar[str] = "consent.withdrawn"
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentExpired(ConsentFact):
    """The asked party did not answer by the due time, which counts as a refusal."""

    kind: ClassVar[str] = "consent.expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentEnded(ConsentFact):
    """The time limit of a granted consent has passed."""

    kind: ClassVar[str] = "consent.ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtUseAllowed(ExhibitFact):
    """The originator consented to a party's use of the exhibit in proceedings."""

    kind: ClassVar[str] = "evidence.court_use_allowed"
    led: ClassVar[Led] = Led.DISCLOSURE
    heard: ClassVar[Heard] = Heard.CONCERNED
    concerned: UUID = aside()
    party: str = said()
    basis: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtUseEnded(CourtUseAllowed):
    """That consent ended; export packages made before are not affected."""

    kind: ClassVar[str] = "evidence.court_use_ended"
    led: ClassVar[Led] = Led.OTHER
