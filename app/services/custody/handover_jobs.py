"""Background job: alert a leader of the offering party, once, when a handover is not answered in time.

The handover stays open. The job runs as the engine, which reads neither names nor places.

Not here: processing alerts (`services/notifications/alerts.py`).
"""

from typing import Any, Final

from sqlalchemy import Row, Uuid, bindparam, text

from app import clock
from app.database import Database
from app.ledger import journal
from app.ledger.facts import AlertRaised
from app.ledger.journal import Ledger
from app.services import due_items


async def alarm_due(database: Database) -> int:
    """Raise an alert for each overdue handover without one. Return how many were due."""
    return await due_items.process_due_items(database, _DUE, lambda row: _alarm(database, row), "handover")


async def _alarm(database: Database, row: Row[Any]) -> int:
    async with database.engine() as session:
        raised = (await session.execute(_ALARM, {"id": row.id, "alert": clock.new_id()})).one_or_none()
        if raised is not None:
            fact = AlertRaised(
                alert=raised.id,
                hearing=((raised.originator, None),),
                evidence=raised.evidence,
                alert_kind="handover",
                owner=raised.owner,
                exhibit=str(raised.evidence),
                exhibit_number=raised.exhibit_number,
                opening=None,
                openings=0,
            )
            await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), fact)
    return 1


_DUE: Final = text(
    "select h.id, h.jit, j.ledger_origin from handovers h join jits j on j.id = h.jit"
    " where h.state = 'offered' and h.alarmed_at is null and h.due_at <= statement_timestamp()"
    " and (cast(:after as uuid) is null or h.id > :after) order by h.id limit :most"
).bindparams(bindparam("after", type_=Uuid))
#: When the answer to the next handover is overdue.
NEXT: Final = text(
    "select min(due_at) from handovers where state = 'offered' and alarmed_at is null"
    " and due_at > statement_timestamp() - interval '5 seconds'"
)
_ALARM: Final = text("select * from alarm_handover(:id, :alert)")
