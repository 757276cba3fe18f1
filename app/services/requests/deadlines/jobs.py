"""Warnings of deadlines of legal requests: before the end, and when one has passed.

The times are those of `access/requests/deadlines.alarms`.

Each warning is an entry of the audit log, of which leaders of the party of the request are notified. The background job
runs as the engine role and reads no text.
"""

from typing import Any, Final

from sqlalchemy import Row, Uuid, bindparam, select, text

from app import clock
from app.database import Database, Writing
from app.ledger import journal
from app.ledger.facts.requests.requests import RequestDeadlineMissed, RequestDeadlineNear
from app.ledger.journal import Ledger
from app.models import RequestDeadline
from app.services import due_items
from app.services.requests.deadlines import reading
from app.services.requests.recipients import Hearing


async def warn_due(database: Database) -> int:
    """Warn of deadlines that are near or have passed. Return how many warnings."""
    return await due_items.process_due_items(database, _DUE, lambda row: _warn(database, row), "deadline")


async def _warn(database: Database, found: Row[Any]) -> int:
    async with database.engine() as session:
        query = select(RequestDeadline).where(RequestDeadline.id == found.id).with_for_update()
        row = (await session.scalars(query)).one_or_none()
        now = clock.now()
        if row is None or row.alarm_at is None or row.alarm_at > now:  # another worker, or a member, was faster
            return 0
        has_passed = row.due_at <= now
        if has_passed:
            row.missed_at = row.due_at
        row.warned_at = now
        row.alarm_at = reading.next_alarm(row, now)
        kind = RequestDeadlineMissed if has_passed else RequestDeadlineNear
        fact = kind(
            request=row.request,
            number=found.number,
            hearing=await _hearing(session, row),
            deadline=row.id,
            rule=row.rule,
            item_number=found.place,
            due_at=clock.rfc3339(row.due_at),
        )
        await session.flush()
        await journal.append_as_system(session, Ledger(row.jit, found.ledger_origin), fact)
    return 1


async def _hearing(session: Writing, row: RequestDeadline) -> Hearing:
    """Return the recipients: the party of the request, and parties to which its content was released."""
    named = (await session.execute(_NAMED, {"request": row.request})).all()
    parties = sorted({one.party for one in named})
    seats = {party: tuple(sorted(one.seat for one in named if one.party == party and one.seat)) for party in parties}
    return (*((party, None) for party in parties), *((party, found) for party, found in seats.items() if found))


_DUE: Final = text(
    """
    select d.id, d.jit, r.number, i.place, j.ledger_origin from request_deadlines d
      join requests r on r.jit = d.jit and r.id = d.request
      left join request_items i on i.request = d.request and i.id = d.item
      join jits j on j.id = d.jit
     where d.alarm_at <= statement_timestamp() and j.state <> 'closed'
       and (cast(:after as uuid) is null or d.id > :after)
     order by d.id limit :most
    """
).bindparams(bindparam("after", type_=Uuid))
NEXT: Final = text(
    "select min(d.alarm_at) from request_deadlines d join jits j on j.id = d.jit"
    " where d.alarm_at > statement_timestamp() - interval '1 minute' and j.state <> 'closed'"
)
_NAMED: Final = text(
    """
    select p.party, m.id as seat from (
      select r.party from requests r where r.id = :request
      union select x.recipient from request_releases x
       where x.request = :request and x.level = 'content' and x.recalled_at is null
         and not has_left(x.jit, x.recipient)) p
      left join requests r on r.id = :request
      left join members m on m.jit = r.jit and m.party = p.party and m.state = 'seated'
       and m.roles && array['participant', 'liaison']
    """
)
