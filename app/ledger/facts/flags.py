"""Facts about flags: that an exhibit may exonerate somebody, and what its originator decided.

Heard by the originator and by who of the flagging party knew the exhibit then, whatever it sees now; as of a copy, the flagging
party does not read their place in the chain.
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagFact(ExhibitFact):
    """A fact about one flag. `holding`: its row, which says who hears."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.HOLDER
    link_readers: ClassVar[Readers] = Readers.READABLE
    holding: Any = aside()
    flag: UUID = subject()
    party: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFlagged(FlagFact):
    """Directive 2012/13/EU Art. 7(2): it may exonerate. `exonerates`: whom or of what, and by which part of it."""

    kind: ClassVar[str] = "evidence.flagged"
    exonerates: str = said()
    justification: str = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagDecided(FlagFact):
    """The originator disclosed it itself, consented to its use in court, or refused, and why."""

    kind: ClassVar[str] = "flag.decided"
    decision: str = said()
    because: str = said()
