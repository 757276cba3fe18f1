"""Operation Lantern's exhibits, as data: a module per country and kind of measure.

Here: the whole list, in the order in which they were obtained. Not here: how files are made, and people.
"""

from app.demo.content import Calendar
from app.demo.lantern import (
    ch,
    de_kassel,
    de_records,
    fr,
    fr_wires,
    nl_dwelling,
    nl_people,
    nl_records,
    nl_servers,
    nl_telephone,
)
from app.demo.spec import Exhibit

__all__ = ["exhibits"]

_MODULES = (nl_servers, nl_records, nl_dwelling, nl_telephone, nl_people, de_kassel, de_records, fr, fr_wires, ch)


def exhibits(at: Calendar) -> tuple[Exhibit, ...]:
    """All exhibits, oldest first."""
    found = (exhibit for module in _MODULES for exhibit in module.exhibits(at))
    return tuple(sorted(found, key=lambda exhibit: exhibit.provenance.acquired_at))
