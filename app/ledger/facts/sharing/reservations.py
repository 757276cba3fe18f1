"""The fact that a party reserves its decisions to its judicial members, or ends that; visible to that party."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservationSet(NamedFact):
    """Decisions were reserved to judicial members (`judicial`), or opened to every leader again.

    These are releases, default sharing rules and use in court.
    """

    kind: ClassVar[str] = "reservation.set"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    party: UUID = subject()
    code: str = said()
    judicial: bool = said()
    reason: str = said()
