"""What the clock does to a hand-over that is not answered in time: a leader of who offered it is alarmed, once; it goes on waiting.

Runs as the engine, which reads neither names nor places. Deliberately not here: who deals with an alert (`services/alerts.py`).
"""

from typing import Final

from sqlalchemy import text

from app import clock
from app.database import Database
from app.ledger import journal
from app.ledger.facts import AlertRaised
from app.ledger.journal import Ledger

_BATCH: Final = 50


async def alarm_due(database: Database) -> int:
    """Who offered hears once of what nobody answered in time. Returns how many were due."""
    async with database.engine() as session:
        due = (await session.execute(_DUE, {"batch": _BATCH})).all()
    for row in due:
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
    return len(due)


_DUE: Final = text(
    "select h.id, h.jit, j.ledger_origin from handovers h join jits j on j.id = h.jit"
    " where h.state = 'offered' and h.alarmed_at is null and h.due_at <= statement_timestamp()"
    " order by h.due_at limit :batch"
)
_ALARM: Final = text("select * from alarm_handover(:id, :alert)")
