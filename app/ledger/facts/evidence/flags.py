"""Facts about potentially exculpatory exhibits: flagged by a party, and decided on by the originator.

They are visible to the originator and to those members of the flagging party who could see the exhibit then. As with a
copy, the flagging party may not read the number in the exhibit's chain.
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagFact(ExhibitFact):
    """A fact about one flag. `holding`: the row of the flag, which determines the audience."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.HOLDER
    link_readers: ClassVar[Readers] = Readers.READABLE
    holding: Any = aside()
    flag: UUID = subject()
    party: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFlagged(FlagFact):
    """The exhibit may be exculpatory (Directive 2012/13/EU Art. 7(2)).

    `exonerates`: whom or of what, and by which part.
    """

    kind: ClassVar[str] = "evidence.flagged"
    exonerates: str = said()
    justification: str = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagDecided(FlagFact):
    """The originator disclosed the exhibit itself, consented to its use in court, or refused, and why."""

    kind: ClassVar[str] = "flag.decided"
    decision: str = said()
    because: str = said()
