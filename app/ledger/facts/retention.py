"""Facts about how long exhibits are kept: the team's rule, what a review decides, legal holds, and erasure with its certificate."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Fact, Heard, Led, Readers, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionAgreed(Fact):
    """What a clause of the agreement says of exhibits for which nothing else is said, from now on."""

    kind: ClassVar[str] = "retention.agreed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    rule: UUID = subject()
    mode: str = said()
    review_months: int = said()
    clause: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRetained(ExhibitFact):
    """How long it is kept, where its registration or a leader says so; `controller` None: the originator itself."""

    kind: ClassVar[str] = "evidence.retained"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    mode: str = said()
    controller: str | None = said()
    review_on: str | None = said()
    reason: str | None = said(Readers.READABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldSet(ExhibitFact):
    """A court wants it kept: nothing erases it before the hold is lifted."""

    kind: ClassVar[str] = "hold.set"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    hold: UUID = subject()
    court: str = said()
    file_number: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldLifted(HoldSet):
    """The hold is over, and why."""

    kind: ClassVar[str] = "hold.lifted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureWanted(ExhibitFact):
    """A leader decided an erasure that waits for a second: nothing has changed yet."""

    kind: ClassVar[str] = "erasure.wanted"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    ground: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureConfirmed(ExhibitFact):
    """A second leader agrees to it; the decision follows. `wanted_by`: the seat that decided first."""

    kind: ClassVar[str] = "erasure.confirmed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    wanted_by: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureGivenUp(ExhibitFact):
    """It will not be: turned down by the second leader, or given up, or the exhibit is kept."""

    kind: ClassVar[str] = "erasure.given_up"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    wanted_by: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureDecided(ExhibitFact):
    """From here on nobody reads it; its keys are about to be destroyed. By a leader, or by the clock."""

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
