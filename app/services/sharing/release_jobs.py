"""Background job: begins and ends releases on time, and logs this, so clients are notified.

Access does not depend on this job, because row-level security compares the times itself. The job sets the column
`effective`, which the index of the exhibit list uses, up to a minute early and clears it late. A failing release does
not block others.
Not here: decisions about releases (`services/sharing/releases.py`).
"""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, Text, bindparam, select, text, update

from app import clock
from app.access.sharing.decisions import Level
from app.database import Database, Writing
from app.ledger import audiences, journal
from app.ledger.audiences import Hearer
from app.ledger.facts import EvidenceReleased, ReleaseLapsed, ReleaseStarted
from app.ledger.journal import Ledger
from app.models import Jit, Release
from app.services import due_items
from app.services.sharing.terms import EARLY


async def turn(database: Database) -> int:
    """Begin and end the releases that are due, one transaction each. Return how many."""
    now = clock.now()
    async with database.engine() as session:
        await session.execute(
            update(Release)
            .where(Release.state == "pending", ~Release.effective, Release.not_before <= now + EARLY)
            .where(select(Jit.id).where(Jit.id == Release.jit, Jit.state != "closed").exists())
            .values(effective=True)
        )
    return await due_items.process_due_items(
        database, _DUE, lambda row: _turn_one(database, row, now), "release", now=now
    )


async def _turn_one(database: Database, row: Row[Any], now: datetime) -> int:
    async with database.engine() as session:
        return await _begin_or_end(session, row, now)


async def _begin_or_end(session: Writing, row: Row[Any], now: datetime) -> int:
    release = (
        await session.scalars(
            select(Release).where(Release.evidence == row.evidence, Release.party == row.party).with_for_update()
        )
    ).one_or_none()
    if release is None or release.state == "lapsed":
        return 0
    ledger = Ledger(row.jit, row.ledger_origin)
    over = release.until is not None and release.until <= now
    said = {
        "evidence": release.evidence,
        "concerned": release.party,
        "party": row.code,
        "level": Level(release.level).word,
    }
    if over:
        was_known = release.state == "effective"
        release.state, release.effective = "lapsed", False
        await session.flush()
        await journal.append_as_system(session, ledger, ReleaseLapsed(**said, was_known=was_known))
    elif release.state == "pending" and release.not_before is not None and release.not_before <= now:
        release.state, release.effective = "effective", True
        await session.flush()
        await journal.append_as_system(session, ledger, ReleaseStarted(**said))
        hearer = Hearer(
            release.party,
            release.level,
            None if release.authorities is None else tuple(release.authorities),
            None if release.seats is None else tuple(release.seats),
        )
        await audiences.open_the_past(session, row.jit, release.evidence, hearer)
    else:
        return 0
    return 1


async def stated(session: Writing, evidence: UUID, party: UUID) -> EvidenceReleased:
    """Return the audit log fact for a release that a database function wrote, as it is now."""
    row = (await session.execute(_STATED, {"evidence": evidence, "party": party})).one()
    return EvidenceReleased(
        evidence=evidence,
        concerned=party,
        party=row.code,
        level=Level(row.level).word,
        authorities=None if row.authorities is None else list(row.authorities),
        seats=None if row.seats is None else list(row.seats),
        not_before=clock.rfc3339(row.not_before) if row.not_before else None,
        until=clock.rfc3339(row.until) if row.until else None,
        purposes=row.purposes,
        basis=row.basis,
    )


#: A release has no id, so `id` is made of exhibit and party.
_DUE: Final = text(
    """
    select d.* from (
      select concat(r.evidence, ' ', r.party) as id, r.evidence, r.party, r.jit, j.ledger_origin, p.code
        from releases r join jits j on j.id = r.jit join parties p on p.jit = r.jit and p.id = r.party
       where ((r.state <> 'lapsed' and r.until <= :now) or (r.state = 'pending' and r.not_before <= :now))
         and j.state <> 'closed') d
     where cast(:after as text) is null or d.id > :after order by d.id limit :most
    """
).bindparams(bindparam("after", type_=Text))
#: When the next release begins or ends, or becomes visible in lists.
NEXT: Final = text(
    f"""
    select least(
      (select min(r.until) from releases r join jits j on j.id = r.jit
        where r.state <> 'lapsed' and j.state <> 'closed' and r.until > statement_timestamp() - interval '5 seconds'),
      (select min(case when r.effective then r.not_before
                       else r.not_before - interval '{EARLY.total_seconds()} seconds' end)
         from releases r join jits j on j.id = r.jit
        where r.state = 'pending' and j.state <> 'closed' and r.not_before > statement_timestamp() - interval '5 seconds'))
    """  # noqa: S608 - a constant
)
_STATED: Final = text(
    "select p.code, r.level, r.not_before, r.until, r.purposes, r.basis,"
    " (select array_agg(x.code order by x.code) from authorities x where x.id = any (r.authorities)) as authorities,"
    " (select array_agg(m.code order by m.code) from members m where m.id = any (r.seats)) as seats"
    " from releases r join parties p on p.jit = r.jit and p.id = r.party where r.evidence = :evidence and r.party = :party"
)
