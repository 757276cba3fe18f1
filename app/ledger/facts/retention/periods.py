"""Facts about retention: the team's rule, reviews, legal holds, and erasure with its certificate."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Fact, Heard, Led, Readers, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionAgreed(Fact):
    """A clause of the agreement sets the retention of exhibits without a rule of their own, from now on."""

    kind: ClassVar[str] = "retention.agreed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    rule: UUID = subject()
    mode: str = said()
    review_months: int = said()
    clause: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRetained(ExhibitFact):
    """The retention of an exhibit, set at registration or by a leader. `controller` None: the originator itself."""

    kind: ClassVar[str] = "evidence.retained"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    mode: str = said()
    controller: str | None = said()
    review_on: str | None = said()
    reason: str | None = said(Readers.READABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldSet(ExhibitFact):
    """A legal hold: a court requires the exhibit to be kept. Nothing erases it before the hold is lifted."""

    kind: ClassVar[str] = "hold.set"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    hold: UUID = subject()
    court: str = said()
    file_number: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldLifted(HoldSet):
    """The hold was lifted, and why."""

    kind: ClassVar[str] = "hold.lifted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureWanted(ExhibitFact):
    """A leader decided an erasure. It waits for a second leader; nothing has changed yet."""

    kind: ClassVar[str] = "erasure.wanted"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    ground: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureConfirmed(ExhibitFact):
    """A second leader confirmed it; the decision follows. `wanted_by`: the member who decided first."""

    kind: ClassVar[str] = "erasure.confirmed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    wanted_by: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureGivenUp(ExhibitFact):
    """The pending erasure was dropped: refused by the second leader, given up, or the exhibit is kept."""

    kind: ClassVar[str] = "erasure.given_up"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    wanted_by: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureDecided(ExhibitFact):
    """The exhibit cannot be read from now on; its keys will be destroyed. Decided by a leader or automatically."""

    kind: ClassVar[str] = "evidence.erasure_decided"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    ground: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceErased(ExhibitFact):
    """The certificate: what was erased, when and how, and when the last backup that may hold its keys expires."""

    kind: ClassVar[str] = "evidence.erased"
    led: ClassVar[Led] = Led.ERASURE
    heard: ClassVar[Heard] = Heard.EXHIBIT
    ground: str = said()
    decided_by: str | None = said()
    decided_at: str = said()
    erased_at: str = said()
    method: str = said()
    keys_destroyed: int = said()
    last_backup_expires: str = said()
    files: list[dict[str, Any]] = said(Readers.READABLE)
