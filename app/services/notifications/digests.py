"""Daily digests for a party: counts of other parties' access to the exhibits it contributed.

The worker makes a digest from seven in the morning of the party's time zone, for the day before. Missed days are made
up for within a week. Not here: immediate alerts (`services/notifications/alerts.py`).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import DateTime, Row, Text, bindparam, select, text

from app import clock
from app.access.seats import Seat
from app.database import Database, Reading
from app.ledger import journal
from app.ledger.facts import DigestMade
from app.ledger.journal import Ledger
from app.models import Digest
from app.services import due_items
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class DigestDetails:
    """A digest with the lines that the member may see, one per party and exhibit."""

    digest: Digest
    lines: Sequence[Any]
    roster: Roster


async def list_all(session: Reading, seat: Seat, before: UUID | None, limit: int) -> list[DigestDetails]:
    """Return digests of the member's own party, newest first; days without access are left out."""
    query = select(Digest).where(Digest.party == seat.party, Digest.openings > 0).order_by(Digest.id.desc())
    if before is not None:
        query = query.where(Digest.id < before)
    found = (await session.scalars(query.limit(limit))).all()
    lines: dict[UUID, list[Any]] = defaultdict(list)
    for line in await session.execute(_LINES, {"ids": [one.id for one in found]}):
        lines[line.digest].append(line)
    roster = await rosters.of(session, seat.jit)
    return [DigestDetails(one, lines[one.id], roster) for one in found]


async def make_due(database: Database, now: datetime | None = None) -> int:
    """Background job: count the days that are over, one transaction each. Return how many digests were made."""
    at = now or clock.now()
    return await due_items.process_due_items(database, _DUE, lambda row: _make(database, at, row), "digest", now=at)


async def _make(database: Database, at: datetime, row: Row[Any]) -> int:
    day = {"id": clock.new_id(), "jit": row.jit, "party": row.party, "day": row.day, "zone": row.zone, "now": at}
    async with database.engine() as session:
        openings = await session.scalar(_MAKE, day)
        if openings is None:  # another worker did it
            return 0
        if openings > 0:
            await session.execute(_COUNT, day)
            fact = DigestMade(digest=day["id"], hearing=((row.party, None),), day=row.day.isoformat(), zone=row.zone)
            await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), fact)
    return 1


_DUE: Final = text(
    """
    select d.day || '/' || d.party as id, d.jit, d.party, d.zone, d.day, d.ledger_origin from (
      select p.jit, p.id as party, p.time_zone as zone, j.ledger_origin, j.founded_at,
             (:now at time zone p.time_zone)::date - n as day, n, (:now at time zone p.time_zone)::time as clock
        from parties p join jits j on j.id = p.jit cross join generate_series(1, 7) n
       where p.status <> 'left' and j.state <> 'closed') d
     where (d.n > 1 or d.clock >= '07:00') and (d.day + 1)::timestamp at time zone d.zone > d.founded_at
       and not exists (select 1 from digests x where x.party = d.party and x.day = d.day)
       and (cast(:after as text) is null or d.day || '/' || d.party > :after)
     order by d.day || '/' || d.party limit :most
    """
).bindparams(bindparam("now", type_=DateTime(timezone=True)), bindparam("after", type_=Text))
_OF_THE_DAY: Final = """
      from openings o
      join evidence e on e.jit = o.jit and e.id = o.evidence and e.originator = :party
      join members m on m.jit = o.jit and m.id = o.seat and m.party <> :party
     where o.jit = :jit and o.opened_at >= cast(:day as date)::timestamp at time zone :zone
       and o.opened_at < (cast(:day as date) + 1)::timestamp at time zone :zone
"""
_MAKE: Final = text(
    f"""
    insert into digests (id, jit, party, day, zone, made_at, openings)
    select :id, :jit, :party, :day, :zone, :now, (select count(*) {_OF_THE_DAY})
    on conflict (party, day) do nothing returning openings
    """
)
_COUNT: Final = text(
    f"""
    insert into digest_lines (digest, evidence, party, jit, openings, copies, seats)
    select :id, o.evidence, m.party, :jit, count(*), count(*) filter (where o.act = 'take'), count(distinct o.seat)
      {_OF_THE_DAY}
     group by o.evidence, m.party
    """
)
_LINES: Final = text(
    """
    select l.digest, l.evidence, e.exhibit_number, e.title, p.code as party, l.openings, l.copies, l.seats
      from digest_lines l join evidence e on e.jit = l.jit and e.id = l.evidence
      join parties p on p.jit = l.jit and p.id = l.party
     where l.digest = any (:ids) order by p.code, l.openings desc, e.exhibit_number
    """
)
