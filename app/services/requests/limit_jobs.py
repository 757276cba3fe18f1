"""Corrects limits of use of exhibits that the member who changed their request does not see.

A party can restrict its own exhibit to named members. Another member of the party may state the limits of use of the
request. The background job then records them as the engine role, without telling that member which exhibits they
apply to.

Not here: limits of exhibits that the member sees (`services/requests/exhibits.py`).
"""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, Uuid, bindparam, text, update

from app import clock
from app.database import Database
from app.ledger import journal
from app.ledger.facts import EvidenceUseLimited, EvidenceUseLimitEnded
from app.ledger.journal import Ledger
from app.models import UseLimit
from app.services import due_items

#: The job that corrects limits.
JOB: Final = "limits of use"


async def correct_due(database: Database) -> int:
    """Correct the limits of use that differ from those of their requests. Return how many began or ended."""
    return await due_items.process_due_items(database, _DUE, lambda row: _correct(database, row), "result")


async def _correct(database: Database, due: Row[Any]) -> int:
    """End and record the limits of one result, as they are once its request is locked."""
    async with database.engine() as session:
        await session.execute(_LOCK, {"result": due.id})
        row = (await session.execute(_DUE, {"after": UUID(int=due.id.int - 1), "most": 1})).one_or_none()
        if row is None or row.id != due.id:
            return 0  # it was unlinked or corrected meanwhile
        query = (
            update(UseLimit)
            .where(UseLimit.id.in_(row.ended), UseLimit.ended_at.is_(None))
            .values(ended_at=clock.now())
            .returning(UseLimit.id, UseLimit.wording, UseLimit.clause)
        )
        facts: list[EvidenceUseLimited] = [
            EvidenceUseLimitEnded(evidence=row.evidence, limit=one.id, limit_of_use=one.wording, clause=one.clause)
            for one in await session.execute(query)
        ]
        for stated in row.begun:
            limit = UseLimit(
                id=clock.new_id(),
                jit=row.jit,
                evidence=row.evidence,
                party=row.party,
                result=row.id,
                recorded_at=clock.now(),
                **stated,
            )
            session.add(limit)
            facts.append(
                EvidenceUseLimited(
                    evidence=row.evidence, limit=limit.id, limit_of_use=limit.wording, clause=limit.clause
                )
            )
        await session.flush()
        await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), *facts)
    return len(facts)


_LOCK: Final = text("select lock_request_of(:result)").bindparams(bindparam("result", type_=Uuid))
_DUE: Final = text("select * from limits_to_correct(:after, :most)").bindparams(bindparam("after", type_=Uuid))
