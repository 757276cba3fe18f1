"""Whom talk names is told, as of what a ledger holds; and nothing of it stays anywhere once the talk, or the name in it, is gone.

Talk leaves nothing in the ledger, so the worker looks at the talk itself, and not at its words. What it writes hangs on the message in
the database: taken back, corrected, erased by the clock, the notification goes in that same transaction; read in its channel, it is
over. Deliberately not here: names in decisions, which are entries (`notification_clock.py`).
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import DateTime, bindparam, text

from app import clock
from app.access.notices import OF_TALK, NoticeKind
from app.database import Database
from app.ledger.concerned import SITS

#: What was said before is not told any more: a worker was away for long, and the channel says it.
BACK: Final = timedelta(days=2)
_KIND: Final = NoticeKind.TALK_MENTIONED


async def turn(database: Database, now: datetime | None = None) -> int:
    """Tell who was named since. Returns how many were told."""
    async with database.engine() as session:
        named = (await session.execute(_NAMED, {"since": (now or clock.now()) - BACK})).all()
        if named:
            await session.execute(_WRITE, [_row(one) for one in named])
    return len(named)


def _row(one: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of the query below
    rule = OF_TALK[_KIND]
    whose = {"id": clock.new_id(), "jit": one.jit, "seat": one.seat, "talk": one.talk, "at": one.at}
    return whose | {"kind": _KIND.value, "noun": rule.noun.value, "urgency": int(rule.urgency)}


_NAMED: Final = text(
    f"""
    select x.jit, x.id as talk, x.at, m.id as seat
      from messages x join members m on m.jit = x.jit and m.id = any (x.mentions) and m.id <> x.seat and {SITS.format("m")}
     where x.kind = 'talk' and x.mentions <> '{{}}' and x.at > :since
       and not exists (select 1 from notifications n where n.talk = x.id and n.seat = m.id)
     order by x.at, x.id, m.id limit 500
    """  # noqa: S608 - a constant
).bindparams(bindparam("since", type_=DateTime(timezone=True)))
_WRITE: Final = text(
    """
    insert into notifications (id, jit, seat, moment, kind, noun, subject, talk, urgency, at)
    values (:id, :jit, :seat, :at, :kind, :noun, :talk, :talk, :urgency, :at) on conflict do nothing
    """
).bindparams(bindparam("at", type_=DateTime(timezone=True)))
