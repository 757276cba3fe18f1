"""Facts about four eyes: what a party demands, its own affair; a recall that waits, and the second leader's word."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class FourEyesSet(NamedFact):
    """For what a second leader is demanded from now on. `proposed`: what a leader would leave of it, another one willing."""

    kind: ClassVar[str] = "four_eyes.set"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    party: UUID = subject()
    code: str = said()
    acts: list[str] = said()
    proposed: list[str] | None = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallWanted(ExhibitFact):
    """A recall was decided and waits for a second leader: its party still has the release. `level`: of that release."""

    kind: ClassVar[str] = "recall.wanted"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    party: str = said()
    level: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseConfirmed(ExhibitFact):
    """A second leader agrees to a release that waits, or to a recall (`level` none). `wanted_by`: the seat that decided first."""

    kind: ClassVar[str] = "release.confirmed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    party: str = said()
    level: str = said()
    wanted_by: str = said()
