"""Facts about exhibits that several parties obtained jointly: who they are, and what each of them agreed to.

All of them read what the keeping party reads (`ledger/audiences.py`); a recipient once it has a release.
"""

from dataclasses import dataclass
from typing import ClassVar

from app.ledger.facts.fact import ExhibitFact, Heard, Led, said


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceJoint(ExhibitFact):
    """The exhibit was obtained jointly: each party has to agree to its release.

    `parties`: besides the keeping party.
    """

    kind: ClassVar[str] = "evidence.joint"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    parties: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseAgreed(ExhibitFact):
    """A leader of a joint originator agreed to a pending release or use in court. The recipient may not read it."""

    kind: ClassVar[str] = "release.agreed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    party: str = said()
    level: str = said()
    court_use: bool = said()
    wanted_by: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtUseWanted(ExhibitFact):
    """The keeping party consented to a party's use in proceedings; joint originators have to agree.

    `gates`: all approvals needed.
    """

    kind: ClassVar[str] = "evidence.court_use_wanted"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    party: str = said()
    basis: str = said()
    gates: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureAgreed(ExhibitFact):
    """A joint originator agreed to the erasure of the exhibit."""

    kind: ClassVar[str] = "erasure.agreed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    reason: str = said()
