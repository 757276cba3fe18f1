"""Treaties of the reference data: their parties, with the dates and reservations of each.

Instruments name their treaties by key. A party needs no country card. Not here: whether an instrument applies between two
States (`access/requests/in_force.py`), and the shipped treaties (`treaties.json`).
"""

from collections import Counter
from datetime import date
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from app import clock
from app.reference.sourced import BilingualText, CountryCode, Key, Part, Record, Sourced, Text

_Day = Annotated[date, BeforeValidator(clock.written_day)]


class TreatyParty(Part):
    """A statement of one source about a State and a treaty. A date that the source does not give is None."""

    country: CountryCode
    signed_on: _Day | None = None
    ratified_on: _Day | None = None
    in_force_on: _Day | None = None
    reservation: Text | None = None


class SourcedParty(Sourced[TreatyParty]):
    """A statement about a State and a treaty."""


class Treaty(Record):
    """A treaty. `bilateral`: between exactly two States; every other one is open to more."""

    key: Key
    title: BilingualText
    bilateral: bool = False
    parties: tuple[SourcedParty, ...] = Field(default=(), max_length=500)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        stated = [one.value for one in self.parties if one.value is not None]
        if self.bilateral and len({one.country for one in stated}) != len(("one", "other")):
            raise ValueError("Name the two States of a bilateral treaty.")
        dates = Counter((one.country, name) for one in stated for name in _DATES if getattr(one, name) is not None)
        if any(count > 1 for count in dates.values()):
            raise ValueError("State each date of a party once. Enter a date of another source as other statement.")
        return self

    def states(self) -> frozenset[str]:
        """Return the States about which something is stated."""
        return frozenset(one.value.country for one in self.parties if one.value is not None)

    def in_force_on(self, country: str) -> date | None:
        """Return the day from which the treaty binds a State; None if it is not recorded."""
        stated = (one.value for one in self.parties if one.value is not None and one.value.country == country)
        return next((one.in_force_on for one in stated if one.in_force_on is not None), None)

    def begins_between(self, one: str, other: str) -> date | None:
        """Return the day from which the treaty binds both of two States; None if that is not recorded."""
        days = self.in_force_on(one), self.in_force_on(other)
        return None if one == other or days[0] is None or days[1] is None else max(days[0], days[1])


_DATES = ("signed_on", "ratified_on", "in_force_on")
