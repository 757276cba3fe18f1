"""What the clock does to consents: a request that nobody answered is refused by silence; a use that was granted until a moment ends.

A request refuses an answer from the instant on at which it is due, whether this has been here or not. Runs as the engine, which
reads no words. Deliberately not here: the end of a release as such (`services/release_clock.py`).
"""

from typing import Any, Final

from sqlalchemy import text

from app import clock
from app.database import Database, Writing
from app.ledger import journal
from app.ledger.facts import ConsentEnded, ConsentExpired, EvidenceReleased
from app.ledger.facts.consents import ConsentFact
from app.ledger.journal import Ledger
from app.services.release_clock import stated

_BATCH: Final = 50


async def turn(database: Database) -> int:
    """Expire and end what is due, one transaction each. Returns how many."""
    now = {"now": clock.now(), "batch": _BATCH}
    async with database.engine() as session:
        due = (await session.execute(_DUE, now)).all()
        over = (await session.execute(_OVER, now)).all()
    for row in due:
        async with database.engine() as session:
            if (await session.execute(_EXPIRE, {"id": row.id, "now": now["now"]})).one_or_none() is not None:
                await journal.append_as_system(session, _ledger(row), ConsentExpired(**_said(row)))
    for row in over:
        async with database.engine() as session:
            await _end(session, row)
    return len(due) + len(over)


async def _end(session: Writing, row: Any) -> None:  # noqa: ANN401 - a row of the query below
    restored = (await session.execute(_RESTORE, {"id": row.id})).scalar_one()
    if (await session.execute(_CLOSE, {"id": row.id, "now": clock.now()})).one_or_none() is None:
        return
    facts: list[EvidenceReleased | ConsentFact] = []
    evidence = row.evidence or row.answer
    if restored is not None and evidence is not None:
        facts.append(await stated(session, evidence, row.asker_party))
    await journal.append_as_system(session, _ledger(row), *facts, ConsentEnded(**_said(row)))


def _ledger(row: Any) -> Ledger:  # noqa: ANN401
    return Ledger(row.jit, row.ledger_origin)


def _said(row: Any) -> dict[str, Any]:  # noqa: ANN401
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
_DUE: Final = text(
    f"{_SELECT} and c.state in ('requested', 'seen') and c.due_at <= :now order by c.due_at limit :batch"
)
_OVER: Final = text(
    f"{_SELECT} and c.state in ('granted', 'granted_with_conditions') and c.ended_at is null and c.until <= :now"
    " order by c.until limit :batch"
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
