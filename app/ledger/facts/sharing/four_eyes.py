"""Facts about the four-eyes rule: a party's requirement, pending recalls, and confirmations by a second leader.

A party's requirement is visible to that party only.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class FourEyesSet(NamedFact):
    """The acts that require a second leader from now on.

    `proposed`: a proposed reduction that another leader has to confirm.
    """

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
    """A second leader confirmed a pending release, or a recall (`level` none).

    `wanted_by`: the member who decided first.
    """

    kind: ClassVar[str] = "release.confirmed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    party: str = said()
    level: str = said()
    wanted_by: str = said()
