"""The time zone of the documents of an export package, where the request names none.

A court reads the times of the place where the exhibit was acquired, and not those of the member who exports it.
Not here: how a time is written (`exports/document/times.py`).
"""

from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import select

from app.access.exporting import ExportRequest
from app.access.seats import Seat
from app.database import Reading
from app.models import Evidence, Jit, Party, Provenance


class ZoneSource(StrEnum):
    """Where a zone comes from: the place of acquisition, the originator, the party or the team of the package."""

    ACQUISITION = "acquisition"
    ORIGINATOR = "originator"
    PARTY = "party"
    TEAM = "team"


class ProposedZone(NamedTuple):
    """A zone (IANA name) and where it comes from."""

    zone: str
    source: ZoneSource


async def proposed(session: Reading, seat: Seat, what: ExportRequest) -> ProposedZone:
    """Return the zone of a package that names none.

    For exhibits: the zone in which all were acquired; where one has none recorded or they differ, the zone that their
    originators have in common. For a package about a party: that party's zone. Otherwise the zone of the team.
    """
    if what.exhibits:
        query = (
            select(Provenance.acquired_zone, Party.time_zone)
            .select_from(Evidence)
            .join(Party, Party.id == Evidence.originator)
            .outerjoin(Provenance, Provenance.evidence == Evidence.id)  # row-level security may hide it
            .where(Evidence.id.in_(what.exhibits))
        )
        rows = (await session.execute(query)).all()
        acquired, originators = {row.acquired_zone for row in rows}, {row.time_zone for row in rows}
        for zones, source in ((acquired, ZoneSource.ACQUISITION), (originators, ZoneSource.ORIGINATOR)):
            if len(zones) == 1 and (zone := zones.pop()) is not None:
                return ProposedZone(zone, source)
    elif what.party is not None:
        found = (await session.scalars(select(Party.time_zone).where(Party.id == what.party))).one()
        return ProposedZone(found, ZoneSource.PARTY)
    team = (await session.scalars(select(Jit.time_zone).where(Jit.id == seat.jit))).one()
    return ProposedZone(team, ZoneSource.TEAM)
