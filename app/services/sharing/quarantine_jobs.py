"""Background job: makes or ends the waiting releases of a verified third-country upload.

Approval makes them, refusal ends them. A release with another closed gate continues to wait; the job makes every
waiting release once all its gates are open. It runs with the engine's database role, because the administrator does not
see the waiting releases and loses access to the exhibit with the verdict.
Not here: the verdict (`services/sharing/quarantine.py`).
"""

from typing import Any, Final

from sqlalchemy import ARRAY, Row, Text, Uuid, bindparam, text

from app.access.sharing.decisions import Level
from app.database import Database
from app.ledger import journal
from app.ledger.facts import OPENED_LATER, ReleaseGivenUp
from app.ledger.journal import Ledger
from app.services import due_items
from app.services.sharing import parent_bounds
from app.services.sharing.release_jobs import stated

REFUSED: Final = "An administrator rejected the exhibit."


async def turn(database: Database) -> int:
    """Make or end each waiting release that is decided, one transaction each. Return how many."""
    return await due_items.process_due_items(database, _DUE, lambda row: _settle(database, row), "release")


async def _settle(database: Database, row: Row[Any]) -> int:
    ledger = Ledger(row.jit, row.ledger_origin)
    async with database.engine() as session:
        if row.verification != "refused":
            await parent_bounds.hold_bounds(session, row.evidence)
            if not await session.scalar(_PASS, {"waiting": row.id, "kinds": list(OPENED_LATER)}):
                return 0
            await journal.append_as_system(session, ledger, await stated(session, row.evidence, row.party))
        elif (await session.execute(_END, {"waiting": row.id})).one_or_none() is not None:
            level = Level(row.level).word
            fact = ReleaseGivenUp(evidence=row.evidence, party=row.code, level=level, reason=REFUSED)
            await journal.append_as_system(session, ledger, fact)
    return 1


_DUE: Final = text(
    """
    select w.id, w.jit, w.evidence, w.party, w.level, e.verification, p.code, j.ledger_origin
      from waiting_releases w
      join evidence e on e.jit = w.jit and e.id = w.evidence
      join parties p on p.jit = w.jit and p.id = w.party
      join jits j on j.id = w.jit
     where (w.until is null or w.until > statement_timestamp())
       and ((e.verification = 'refused' and 'verification' = any (w.gates))
            or (coalesce(e.verification, 'passed') = 'passed' and e.status = 'active' and w.level > 0 and not w.court_use
            and coalesce(e.privilege, 'cleared') = 'cleared'
            and not exists (select 1 from unnest(w.gates) g where not gate_is_open(g, w))))
       and (cast(:after as uuid) is null or w.id > :after)
     order by w.id limit :most
    """
).bindparams(bindparam("after", type_=Uuid))
_PASS: Final = text("select pass_release(:waiting, :kinds)").bindparams(bindparam("kinds", type_=ARRAY(Text)))
_END: Final = text("delete from waiting_releases where id = :waiting returning id")
