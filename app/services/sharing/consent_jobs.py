"""Background job: expires unanswered consent requests, and ends granted uses at their end time.

An overdue request is refused at once when somebody answers it, even if this job has not run. A failing row does not
block other rows (`services/due_items.py`). The job runs with the engine's database role, which cannot read the text
of requests.
Not here: the end of a release as such (`services/sharing/release_jobs.py`).
"""

from typing import Any, Final

from sqlalchemy import Row, Uuid, bindparam, text

from app import clock
from app.database import Database
from app.ledger import journal
from app.ledger.facts import ConsentEnded, ConsentExpired, EvidenceReleased
from app.ledger.facts.sharing.consents import ConsentFact
from app.ledger.journal import Ledger
from app.services import due_items
from app.services.sharing.release_jobs import stated


async def turn(database: Database) -> int:
    """Expire and end everything that is due, one transaction each. Return how many."""
    now = clock.now()
    expired = await due_items.process_due_items(database, _DUE, lambda row: _expire(database, row), "consent", now=now)
    return expired + await due_items.process_due_items(
        database, _OVER, lambda row: _end(database, row), "consent", now=now
    )


async def _expire(database: Database, row: Row[Any]) -> int:
    async with database.engine() as session:
        if (await session.execute(_EXPIRE, {"id": row.id, "now": clock.now()})).one_or_none() is None:
            return 0
        await journal.append_as_system(session, _ledger(row), ConsentExpired(**_said(row)))
    return 1


async def _end(database: Database, row: Row[Any]) -> int:
    """End a granted use, and log the former release if one remains.

    Otherwise the release has another entry: of a later decision, of its parents' change
    (`services/evidence/derivation_propagation.py`), or of its lapse (`services/sharing/release_jobs.py`).
    """
    async with database.engine() as session:
        restored = (await session.execute(_RESTORE, {"id": row.id})).scalar_one()
        if (await session.execute(_CLOSE, {"id": row.id, "now": clock.now()})).one_or_none() is None:
            return 0
        facts: list[EvidenceReleased | ConsentFact] = []
        evidence = row.evidence or row.answer
        if restored is not None and evidence is not None:
            facts.append(await stated(session, evidence, row.asker_party))
        await journal.append_as_system(session, _ledger(row), *facts, ConsentEnded(**_said(row)))
    return 1


def _ledger(row: Row[Any]) -> Ledger:
    return Ledger(row.jit, row.ledger_origin)


def _said(row: Row[Any]) -> dict[str, Any]:
    return {
        "consent": row.id,
        "evidence": row.evidence,
        "use": row.use,
        "asking": row.asking,
        "asked": row.asked,
        "hearing": tuple((party, None) for party in sorted({row.asker_party, row.asked_party})),
    }


_SELECT: Final = """
    select c.id, c.jit, c.use, c.evidence, c.answer, c.asker_party, c.asked_party, j.ledger_origin,
           a.code as asking, b.code as asked
      from consents c join jits j on j.id = c.jit
      join parties a on a.jit = c.jit and a.id = c.asker_party
      join parties b on b.jit = c.jit and b.id = c.asked_party
     where j.state <> 'closed'
"""
_PAGE: Final = "(cast(:after as uuid) is null or c.id > :after) order by c.id limit :most"
_AFTER: Final = bindparam("after", type_=Uuid)
_DUE: Final = text(f"{_SELECT} and c.state in ('requested', 'seen') and c.due_at <= :now and {_PAGE}").bindparams(
    _AFTER
)
_OVER: Final = text(
    f"{_SELECT} and c.state in ('granted', 'granted_with_conditions') and c.ended_at is null and c.until <= :now and {_PAGE}"
).bindparams(_AFTER)
#: When the next consent request expires, or the next granted use ends.
NEXT: Final = text(
    """
    select least((select min(due_at) from consents where state in ('requested', 'seen')
                     and due_at > statement_timestamp() - interval '5 seconds'),
                 (select min(until) from consents where state in ('granted', 'granted_with_conditions')
                     and ended_at is null and until > statement_timestamp() - interval '5 seconds'))
    """
)
_EXPIRE: Final = text(
    "update consents set state = 'expired', ended_at = :now, version = version + 1"
    " where id = :id and state in ('requested', 'seen') and due_at <= :now returning id"
)
_CLOSE: Final = text(
    "update consents set ended_at = :now, version = version + 1"
    " where id = :id and state in ('granted', 'granted_with_conditions') and ended_at is null returning id"
)
_RESTORE: Final = text("select restore_release(:id)")
