"""Facts about what parties obtained jointly: who they are, and what each of them agreed to.

All of them hear what the keeper of the exhibit hears (`ledger/audiences.py`); a recipient hears of it when it has a release.
"""

from dataclasses import dataclass
from typing import ClassVar

from app.ledger.facts.fact import ExhibitFact, Heard, Led, said


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceJoint(ExhibitFact):
    """The exhibit was obtained jointly: nobody else has it without each of these parties. `parties`: beside its keeper."""

    kind: ClassVar[str] = "evidence.joint"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    parties: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseAgreed(ExhibitFact):
    """A leader of a joint originator agreed to a release, or a use in court, that waits; its recipient hears nothing of it."""

    kind: ClassVar[str] = "release.agreed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    party: str = said()
    level: str = said()
    court_use: bool = said()
    wanted_by: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtUseWanted(ExhibitFact):
    """The keeper consents to a party's use in proceedings, which waits for the joint originators. `gates`: for all that it waits."""

    kind: ClassVar[str] = "evidence.court_use_wanted"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    party: str = said()
    basis: str = said()
    gates: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureAgreed(ExhibitFact):
    """A joint originator agrees that the exhibit is erased."""

    kind: ClassVar[str] = "erasure.agreed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    reason: str = said()
