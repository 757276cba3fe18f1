"""Hours in which homes are not searched, by country. Unverified seed data. Pure.

Each entry names the provision to look up before anybody relies on it; whatever uses it says "to verify".
A missing country means unknown, not unrestricted. Not here: exceptions, which every country has.
"""

from dataclasses import dataclass
from datetime import time
from typing import Final


@dataclass(frozen=True, slots=True)
class Night:
    """Night hours in local time. `source`: the provision; `verified`: whether somebody checked it."""

    begins: time
    ends: time
    source: str
    verified: bool = False

    def holds(self, shown: time) -> bool:
        """Return whether this local time is at night."""
        if self.begins <= self.ends:
            return self.begins <= shown < self.ends
        return shown >= self.begins or shown < self.ends


NIGHTS: Final = {
    "BE": Night(time(21), time(5), "Act of 7 June 1969, Art. 1"),
    "DE": Night(time(21), time(6), "StPO § 104"),
    "FR": Night(time(21), time(6), "Code de procédure pénale, Art. 59"),
    "IT": Night(time(20), time(7), "Codice di procedura penale, Art. 251"),
    "NL": Night(time(0), time(6), "Algemene wet op het binnentreden, Art. 7"),
    "PL": Night(time(22), time(6), "Kodeks postępowania karnego, Art. 221"),
}
