"""The catalogue: every exhibit of both teams with its files, for a given moment.

Here: the one door to what this package makes. Not here: registering, uploading and releasing it.
"""

from dataclasses import dataclass
from datetime import datetime

from app.demo import lantern, sextant
from app.demo.content import Calendar
from app.demo.spec import Exhibit

__all__ = ["Catalogue", "catalogue"]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The exhibits of each team, oldest first."""

    lantern: tuple[Exhibit, ...]
    sextant: tuple[Exhibit, ...]


def catalogue(reference: datetime) -> Catalogue:
    """All exhibits as of `reference` (aware): the same moment gives the same bytes. Takes about a second."""
    at = Calendar(reference)
    return Catalogue(lantern.exhibits(at), sextant.exhibits(at))
