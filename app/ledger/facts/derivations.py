"""Facts about what is derived: said in the custody of the parent, of the child, and of what follows when the parent changes."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, aside, said


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceDerived(ExhibitFact):
    """Something was derived from the exhibit: its originator hears that, and by whom; what it is, the deriving party alone reads."""

    kind: ClassVar[str] = "evidence.derived"
    led: ClassVar[Led] = Led.COMBINATION
    heard: ClassVar[Heard] = Heard.ACT
    how: str = said()
    derived: str = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceInherited(ExhibitFact):
    """Of what a new exhibit was made, and which marks it has from there. `parents`: number and how; its originator reads it."""

    kind: ClassVar[str] = "evidence.inherited"
    led: ClassVar[Led] = Led.COMBINATION
    heard: ClassVar[Heard] = Heard.ACT
    parents: list[dict[str, Any]] = said()
    handling: list[str] = said()
    tlp: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseFollowed(ExhibitFact):
    """A release was narrowed or ended because that of a parent was. `level`: what is left; `none`: nothing."""

    kind: ClassVar[str] = "release.followed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.CONCERNED
    concerned: UUID = aside()
    party: str = said()
    former: str = said()
    level: str = said()
