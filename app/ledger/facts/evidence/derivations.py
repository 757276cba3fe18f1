"""Facts about derived exhibits: recorded for parent and derived exhibit, and when a parent's release changes."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, aside, said


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceDerived(ExhibitFact):
    """An exhibit was derived from this one.

    The originator sees that, and by whom; only the deriving party sees which.
    """

    kind: ClassVar[str] = "evidence.derived"
    led: ClassVar[Led] = Led.COMBINATION
    heard: ClassVar[Heard] = Heard.ACT
    how: str = said()
    derived: str = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceInherited(ExhibitFact):
    """The exhibits from which a new exhibit was derived, and the markings it inherits.

    `parents`: number and kind of derivation of each. Its originator may read it.
    """

    kind: ClassVar[str] = "evidence.inherited"
    led: ClassVar[Led] = Led.COMBINATION
    heard: ClassVar[Heard] = Heard.ACT
    parents: list[dict[str, Any]] = said()
    handling: list[str] = said()
    tlp: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseFollowed(ExhibitFact):
    """A release was narrowed or ended because that of a parent was. `level`: the remaining level; `none`: no access."""

    kind: ClassVar[str] = "release.followed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.CONCERNED
    concerned: UUID = aside()
    party: str = said()
    former: str = said()
    level: str = said()
