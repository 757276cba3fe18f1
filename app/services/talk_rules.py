"""How long talk is kept, as the agreement says: an administrator enters the clause, and the last one counts, for what was said before too.

Deliberately not here: the erasing itself (`talk_clock.py`). What is on record is kept with the ledger.
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

MOST: Final = 100
#: Where the agreement says nothing: the twin of `UNSAID` in `app/schema`.
DAYS: Final = 30


async def agree(session: Writing, seat: Seat, *, days: int, clause: str) -> TalkRule:
    """Enter what a clause says."""
    row = TalkRule(
        id=clock.new_id(), jit=seat.jit, days=days, clause=clause, decided_by=seat.id, decided_at=clock.now()
    )
    session.add(row)
    await session.flush()
    await journal.append(session, seat, TalkAgreed(rule=row.id, days=days, clause=clause))
    return row


async def listed(session: Reading, seat: Seat) -> Sequence[TalkRule]:
    """What the agreement said, the last first; it alone counts."""
    query = select(TalkRule).where(TalkRule.jit == seat.jit).order_by(TalkRule.id.desc())
    return (await session.scalars(query.limit(MOST))).all()


async def standing(session: Reading, seat: Seat) -> int:
    """For how many days talk is kept now."""
    rows = await session.fetch(_STANDING, seat.jit)
    return int(rows[0]["days"]) if rows else DAYS


_STANDING: Final = "select days from talk_rules where jit = $1 order by id desc limit 1"
