"""Warnings that the review of an INTERPOL notice is due: 14 and 7 days before its day, and on the day.

A day begins in the zone of the party of the notice. A warning is an entry of the audit log, of which leaders and
coordinators of that party are notified. A notice that has ended or was refused, or whose review day moved, warns no more.
The background job runs as the engine role and reads no text.
"""

from typing import Any, Final

from sqlalchemy import Row, Uuid, bindparam, text

from app import clock
from app.access.requests import notice_states
from app.database import Database
from app.ledger import journal
from app.ledger.facts.requests.notices import NoticeReviewDue
from app.ledger.journal import Ledger
from app.services import due_items
from app.services.requests.notices import challenge_jobs

#: Name of the job.
JOB: Final = "reviews of notices"


async def warn_due(database: Database) -> int:
    """Warn of reviews that are due. Return how many warnings."""
    return await due_items.process_due_items(
        database, _DUE, lambda row: _warn(database, row), "review of a notice", **_ENDED
    )


async def _warn(database: Database, found: Row[Any]) -> int:
    async with database.engine() as session:
        values = {"notice": found.id, "review_on": found.review_on, "former": found.warned_at, "now": clock.now()}
        if await session.scalar(_MARK, values) is None:  # another worker was faster, or the day moved
            return 0
        fact = NoticeReviewDue(
            notice=found.id,
            number=found.number,
            hearing=await challenge_jobs.hearing_of(session, found.jit, found.party),
            review_on=found.review_on.isoformat(),
        )
        await journal.append_as_system(session, Ledger(found.jit, found.ledger_origin), fact)
    return 1


_ENDED: Final = {"ended": [one.value for one in notice_states.REVIEWED]}
_DUE: Final = text(
    """
    select n.id, n.jit, n.party, n.number, c.review_on, c.review_warned_at as warned_at, j.ledger_origin
      from notices n join notice_contents c on c.jit = n.jit and c.notice = n.id
      join parties p on p.jit = n.jit and p.id = n.party
      join jits j on j.id = n.jit
     where j.state <> 'closed' and n.state <> all (cast(:ended as text[])) and exists (
             select 1 from (values (14), (7), (0)) w (days)
              where (c.review_on - w.days)::timestamp at time zone p.time_zone <= statement_timestamp()
                and coalesce((c.review_on - w.days)::timestamp at time zone p.time_zone > c.review_warned_at, true))
       and (cast(:after as uuid) is null or n.id > :after)
     order by n.id limit :most
    """
).bindparams(bindparam("after", type_=Uuid))
_MARK: Final = text(
    """
    update notice_contents set review_warned_at = :now
     where notice = :notice and review_on = :review_on and review_warned_at is not distinct from :former
    returning notice
    """
)
