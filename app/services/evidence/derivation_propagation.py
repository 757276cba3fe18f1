"""Background job: append ledger entries for releases that the database narrowed after a change of a parent.

The database narrows a child's releases at once; this job records it. It runs as the engine, because the member who
changed the parent may not see the child. The child's custody shows the remaining release, the pending release that
ended, and the copies and disclosures that were recalled.

Not here: the rule itself (`access/sharing/derivations.py`, `keep_within` in `app/schema`).
"""

from typing import Any, Final

from sqlalchemy import Row, Text, bindparam, select, text

from app import clock
from app.access.sharing.decisions import LEVELS, Level
from app.database import Database, Writing
from app.ledger import journal
from app.ledger.facts import CopyAsked, DisclosureRecalled, ExhibitFact, ReleaseFollowed, ReleaseGivenUp
from app.ledger.journal import Ledger
from app.models import Copy, Disclosure
from app.services import due_items

REASON: Final = "A source exhibit is no longer released that far."


async def turn(database: Database) -> int:
    """Append the pending entries, one transaction per release. Return how many."""
    return await due_items.process_due_items(database, _DUE, lambda row: _enter(database, row), "followed")


async def _enter(database: Database, row: Row[Any]) -> int:
    async with database.engine() as session:
        if (await session.execute(_TAKE, {"id": row.key})).one_or_none() is None:
            return 0
        await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), *await _said(session, row))
    return 1


async def _said(session: Writing, row: Row[Any]) -> list[ExhibitFact]:
    former = Level(row.former).word
    if row.waited:
        return [ReleaseGivenUp(evidence=row.evidence, party=row.code, level=former, reason=REASON)]
    left = Level(row.level).word if row.level in LEVELS.values() else "none"
    followed = ReleaseFollowed(evidence=row.evidence, concerned=row.party, party=row.code, former=former, level=left)
    copies = select(Copy).where(
        Copy.evidence == row.evidence, Copy.party == row.party, Copy.asked_at == row.at, Copy.state == "out"
    )
    recalled = select(Disclosure).where(
        Disclosure.evidence == row.evidence, Disclosure.party == row.party, Disclosure.recalled_at == row.at
    )
    return [
        followed,
        *(
            CopyAsked(
                evidence=one.evidence,
                copy=one.id,
                holding=one,
                party=row.code,
                custodian=one.custodian,
                file_number=one.file_number,
                reason=REASON,
            )
            for one in await session.scalars(copies.order_by(Copy.id))
        ),
        *(
            DisclosureRecalled(
                evidence=one.evidence,
                disclosure=one.id,
                holding=one,
                party=row.code,
                court=one.court,
                proceeding=one.proceeding,
                file_number=one.file_number,
                schedule=one.schedule,
                disclosed_at=clock.rfc3339(one.disclosed_at),
                reason=REASON,
            )
            for one in await session.scalars(recalled.order_by(Disclosure.id))
        ),
    ]


#: `id` sorts by time; `key` is the row's id.
_DUE: Final = text(
    """
    select d.* from (
      select concat(to_char(f.at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), ' ', f.id) as id, f.id as key, f.jit, f.evidence, f.party,
             f.waited, f.former, f.level, f.at, p.code, j.ledger_origin
        from followed f join parties p on p.jit = f.jit and p.id = f.party join jits j on j.id = f.jit) d
     where cast(:after as text) is null or d.id > :after order by d.id limit :most
    """
).bindparams(bindparam("after", type_=Text))
_TAKE: Final = text("delete from followed where id = :id returning id")
