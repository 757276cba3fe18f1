"""The fact that a party reserves its decisions to its judicial seats, or does so no more: its own affair."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservationSet(NamedFact):
    """Releases, standing rules and use in court are the judicial seats' alone from now on (`judicial`), or every leader's."""

    kind: ClassVar[str] = "reservation.set"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    party: UUID = subject()
    code: str = said()
    judicial: bool = said()
    reason: str = said()
