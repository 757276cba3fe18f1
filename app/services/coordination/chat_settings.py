"""The retention period of chat, as agreed by the team: an administrator enters the clause of the agreement.

The latest entry applies to all chat, also to older messages.
Not here: deletion of expired chat (`talk_clock.py`). Decisions are retained with the audit log.
"""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import select

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.ledger import journal
from app.ledger.facts import TalkAgreed
from app.models import TalkRule
from app.queries import scalar

MOST: Final = 100
#: Default period; `talk_kept` and `erase_old_talk` in `app/schema/coordination/talk.sql` have the same.
DAYS: Final = 30


async def agree(session: Writing, seat: Seat, *, days: int, clause: str) -> TalkRule:
    """Enter a clause that sets the retention period, in days, and return it."""
    row = TalkRule(
        id=clock.new_id(), jit=seat.jit, days=days, clause=clause, decided_by=seat.id, decided_at=clock.now()
    )
    session.add(row)
    await session.flush()
    await journal.append(session, seat, TalkAgreed(rule=row.id, days=days, clause=clause))
    return row


async def listed(session: Reading, seat: Seat) -> Sequence[TalkRule]:
    """Return the entered clauses, newest first. Only the first one applies."""
    query = select(TalkRule).where(TalkRule.jit == seat.jit).order_by(TalkRule.id.desc())
    return (await session.scalars(query.limit(MOST))).all()


async def standing(session: Reading, seat: Seat) -> int:
    """Return the retention period of chat in days."""
    days = await session.fetch_first(_STANDING, jit=seat.jit)
    return DAYS if days is None else days


_STANDING: Final = scalar(int, "select days from talk_rules where jit = :jit order by id desc limit 1")
