"""The exhibits of each team, in the order in which they were obtained."""

from typing import Final

from app.demo import sextant
from app.demo.lantern import france, germany, netherlands
from app.demo.people import Team
from app.demo.spec import Exhibit


def _oldest_first(*exhibits: Exhibit) -> tuple[Exhibit, ...]:
    return tuple(sorted(exhibits, key=lambda exhibit: exhibit.provenance.acquired_at))


EXHIBITS: Final[dict[Team, tuple[Exhibit, ...]]] = {
    "lantern": _oldest_first(*netherlands.EXHIBITS, *germany.EXHIBITS, *france.EXHIBITS),
    "sextant": _oldest_first(*sextant.EXHIBITS),
}
