"""Check every second whether seats of long-lived connections are still valid, many at once.

Not here: looking up a seat (`access/seats.py`).
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import DateTime, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app import clock
from app.access.seats import Seat
from app.database import Database


async def of(database: Database, seats: Sequence[Seat], *, idle: timedelta) -> list[str | None]:
    """Return the validity of each seat: `None` if valid, `expired` if its session expired, otherwise `revoked`.

    A session, but no script's token, also expires `idle` after its last use, as its row records it. Changed roles count as `revoked`.
    """
    now = clock.now()
    binds = {"seats": [seat.id for seat in seats], "sessions": [seat.session for seat in seats], "now": now}
    async with database.engine() as session:
        rows = (await session.execute(_STANDING, binds)).all()
    verdicts: list[str | None] = []
    for seat, row in zip(seats, rows, strict=True):
        if not row.stands or set(row.roles or ()) != set(seat.roles):
            verdicts.append("revoked")
        else:
            unused = row.kind != "script" and row.last_seen_at <= now - idle
            over = row.expires_at <= now or unused
            verdicts.append("expired" if over else None)
    return verdicts


_STANDING: Final = text(
    """
    select m.roles, s.kind, s.expires_at, s.last_seen_at,
           coalesce(s.ended_at is null and a.closed_at is null and m.state = 'seated'
                    and (m.until is null or m.until > :now)
                    and m.account = s.account and (m.party is null or p.status = 'active'
                         and (p.leaves_at is null or p.leaves_at > :now)), false) as stands
      from unnest(:seats, :sessions) with ordinality as w (seat, session, place)
      left join members m on m.id = w.seat
      left join parties p on p.id = m.party
      left join sessions s on s.id = w.session
      left join accounts a on a.id = s.account
     order by w.place
    """
).bindparams(
    bindparam("seats", type_=ARRAY(Uuid)),
    bindparam("sessions", type_=ARRAY(Uuid)),
    bindparam("now", type_=DateTime(timezone=True)),
)
