"""Job that notifies members who are mentioned in chat.

Chat has no audit log entries, so the job reads the messages; it does not read their text.
The database ties a notification to its message.
The transaction that withdraws, corrects or expires the message also deletes the notification.
A notification ends when its channel is read.
Not here: mentions in decisions, which have audit log entries (`services/notifications/notification_jobs.py`).
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import DateTime, Row, bindparam, text

from app import clock
from app.access.notification_rules import OF_TALK, NotificationKind
from app.database import Database
from app.ledger.recipients import SITS

#: Older mentions are not notified, for example after a long outage of the worker; the channel shows them.
BACK: Final = timedelta(days=2)
_KIND: Final = NotificationKind.TALK_MENTIONED


async def turn(database: Database, now: datetime | None = None) -> int:
    """Notify members mentioned since `now - BACK`, at most 500 per run. Returns how many mentions were found."""
    async with database.engine() as session:
        named = (await session.execute(_NAMED, {"since": (now or clock.now()) - BACK})).all()
        if named:
            await session.execute(_WRITE, [_row(one) for one in named])
    return len(named)


def _row(one: Row[Any]) -> dict[str, Any]:
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
