"""What a parent's change did to what rests on it: the database did it at once, and here the ledger says so.

Runs as the engine, because whoever changed the parent may not see the child. In the child's custody stand what is left of the
release, the wish that ended, and the copies and disclosures that are asked after. Deliberately not here: the rule itself
(`access/following.py`, `keep_within` in the migrations).
"""

from typing import Any, Final

from sqlalchemy import select, text

from app import clock
from app.access.decisions import LEVELS, Level
from app.database import Database, Writing
from app.ledger import journal
from app.ledger.facts import CopyAsked, DisclosureRecalled, ExhibitFact, ReleaseFollowed, ReleaseGivenUp
from app.ledger.journal import Ledger
from app.models import Copy, Disclosure

_BATCH: Final = 100
REASON: Final = "What it was derived from is not released that far any more."


async def turn(database: Database) -> int:
    """Enter what followed, one transaction a release. Returns how many."""
    async with database.engine() as session:
        due = (await session.execute(_DUE, {"batch": _BATCH})).all()
    for row in due:
        async with database.engine() as session:
            if (await session.execute(_TAKE, {"id": row.id})).one_or_none() is not None:
                facts = await _said(session, row)
                await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), *facts)
    return len(due)


async def _said(session: Writing, row: Any) -> list[ExhibitFact]:  # noqa: ANN401 - a row of the query below
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


_DUE: Final = text(
    """
    select f.id, f.jit, f.evidence, f.party, f.waited, f.former, f.level, f.at, p.code, j.ledger_origin
      from followed f join parties p on p.jit = f.jit and p.id = f.party join jits j on j.id = f.jit
     order by f.at, f.id limit :batch
    """
)
_TAKE: Final = text("delete from followed where id = :id returning id")
