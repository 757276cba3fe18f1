"""Background job: carry out leavings that have taken effect, exhibit by exhibit.

Access checks do not depend on this job: from the effective moment no seat of the party is valid.
Each exhibit is processed in its own transaction, with its audit log entries.
After a crash the job finds the remaining exhibits by the state of their rows.
Not here: declaring a leaving (`services/teams/leaving.py`).
"""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import DateTime, Row, Uuid, bindparam, text, update

from app import clock
from app.access.sharing.decisions import Level
from app.database import Database, Writing
from app.ledger import journal
from app.ledger.facts import (
    EvidenceRecalled,
    EvidenceWithdrawn,
    ExhibitFact,
    MemberEnded,
    PartyLeft,
    ReleaseGivenUp,
    ReleaseLapsed,
)
from app.ledger.journal import Ledger
from app.models import Member
from app.services import due_items
from app.services.sharing import parent_bounds, recalls
from app.services.sharing.release_jobs import stated

_ITS_PARTY_LEFT: Final = "The party left the team."


async def turn(database: Database) -> int:
    """Begin due leavings and continue those that have begun. Return how many steps were done."""
    return await due_items.process_due_items(
        database, _DUE, lambda row: _turn_one(database, row), "leaving", now=clock.now()
    )


async def _turn_one(database: Database, row: Row[Any]) -> int:
    return await _begin(database, row) if row.begun_at is None else await _go_on(database, row)


async def _begin(database: Database, row: Row[Any]) -> int:
    async with database.engine() as session:
        if not await session.scalar(_BEGIN, {"leaving": row.id}):
            return 0
        seats = update(Member).where(Member.jit == row.jit, Member.party == row.party, Member.state != "ended")
        ended = await session.execute(
            seats.values(state="ended", version=Member.version + 1).returning(Member.id, Member.code)
        )
        left = PartyLeft(
            party=row.party, code=row.code, contributed=row.contributed, received=row.received, clause=row.words
        )
        facts = [
            MemberEnded(member=one.id, code=one.code, reason=_ITS_PARTY_LEFT)
            for one in sorted(ended, key=lambda one: str(one.code))
        ]
        await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), left, *facts)
    return 1


async def _go_on(database: Database, row: Row[Any]) -> int:
    done = await due_items.process_due_items(
        database, _EXHIBITS, lambda exhibit: _leave_one(database, row, exhibit), "exhibit", leaving=row.id
    )
    if done == 0:
        async with database.engine() as session:
            await session.execute(_END, {"leaving": row.id, "now": clock.now()})
    return done


async def _leave_one(database: Database, row: Row[Any], exhibit: Row[Any]) -> int:
    async with database.engine() as session:
        await parent_bounds.hold_bounds(session, exhibit.id)
        facts = await _leave(session, row, exhibit.id)
        await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), *facts)
    return 1


async def _leave(session: Writing, row: Row[Any], evidence: UUID) -> list[ExhibitFact]:
    """Apply the clause to one exhibit and return the facts for the ledger."""
    reason = f"{row.code} left the team ({row.words})."
    binds = {"leaving": row.id, "evidence": evidence, "because": reason}
    done = (await session.execute(_LEAVE, binds)).all()
    facts: list[ExhibitFact] = []
    for one in done:
        party, level = await session.scalar(_CODE, {"party": one.party}), Level(one.level).word
        said = {"evidence": evidence, "party": party, "level": level}
        match one.done:
            case "given_up":
                facts.append(ReleaseGivenUp(**said, reason=reason))
            case "frozen":
                facts.append(await stated(session, evidence, one.party))
            case "withdrawn":
                facts.append(EvidenceWithdrawn(evidence=evidence, reason=reason))
            case "recalled":
                facts.append(EvidenceRecalled(**said, concerned=one.party, reason=reason))
            case _:
                facts.append(ReleaseLapsed(**said, concerned=one.party, was_known=one.known))
    if done:
        facts += await recalls.reached(session, evidence, done[0].at, reason)
    return facts


_DUE: Final = text(
    "select l.id, l.jit, l.party, l.contributed, l.received, l.begun_at, c.clause as words, p.code, j.ledger_origin"
    " from leavings l join leaving_clauses c on c.jit = l.jit and c.id = l.clause"
    " join parties p on p.jit = l.jit and p.id = l.party join jits j on j.id = l.jit"
    " where l.withdrawn_at is null and l.ended_at is null and l.effective_at <= :now"
    " and (cast(:after as uuid) is null or l.id > :after) order by l.id limit :most"
).bindparams(bindparam("after", type_=Uuid))
#: When the next leaving takes effect.
NEXT: Final = text(
    "select min(effective_at) from leavings where withdrawn_at is null and ended_at is null"
    " and effective_at > statement_timestamp() - interval '5 seconds'"
)
_BEGIN: Final = text("select begin_leaving(:leaving)")
_EXHIBITS: Final = text(
    "select d.evidence as id, l.jit from leavings l cross join due_leavings(l.id, null) d"
    " where l.id = :leaving and (cast(:after as uuid) is null or d.evidence > :after) order by d.evidence limit :most"
).bindparams(bindparam("leaving", type_=Uuid), bindparam("after", type_=Uuid))
_END: Final = text(
    "update leavings set ended_at = :now where id = :leaving and ended_at is null"
    " and not exists (select from due_leavings(:leaving, 1))"
).bindparams(bindparam("leaving", type_=Uuid), bindparam("now", type_=DateTime(timezone=True)))
_LEAVE: Final = text("select * from leave_exhibit(:leaving, :evidence, :because)")
_CODE: Final = text("select code from parties where id = :party")
