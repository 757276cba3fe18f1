"""When homes are not searched at night, country by country: seed data, none of it checked against the primary text. Pure.

Each line names the provision that somebody has to look up before relying on it; whatever is said from here says "to verify". A country
that is not here is not known, which is not the same as free. Deliberately not here: exceptions, which every country has.
"""

from dataclasses import dataclass
from datetime import time
from typing import Final


@dataclass(frozen=True, slots=True)
class Night:
    """Hours on the country's own clocks. `source`: where it is said to stand; `verified`: whether somebody looked."""

    begins: time
    ends: time
    source: str
    verified: bool = False

    def holds(self, shown: time) -> bool:
        """Whether clocks that show this show night."""
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
