"""Facts about the working hours of a party."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Fact, Heard, Led, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursSet(Fact):
    """A leader set the party's working hours in local time.

    `holidays_of`: the country whose public holidays it keeps.
    """

    kind: ClassVar[str] = "party.hours_set"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    party: UUID = subject()
    code: str = said()
    days: list[int] = said()
    begins: str = said()
    ends: str = said()
    holidays_of: str | None = said()
