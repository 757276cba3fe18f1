"""Effects of a recall or withdrawal outside Liaison: asks about copies, and calls disclosures back.

Copies and disclosures are updated before the audit log of the exhibit is locked, in the same order as an answer locks
them.
Not here: the recall (`services/sharing/releases.py`) and the withdrawal (`services/evidence/exhibit_changes.py`).
"""

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import any_, func, or_, select, text, update

from app import clock
from app.database import Reading, Writing
from app.ledger.facts import CopyAsked, DisclosureRecalled, ExhibitFact
from app.models import Copy, Disclosure, Evidence
from app.services.teams.roster import Roster


async def recall_copies(
    session: Writing, evidence: UUID, roster: Roster, reason: str, *, party: UUID | None = None
) -> list[ExhibitFact]:
    """Ask about copies and call back disclosures, of every party or of one.

    Returns:
        The facts for the audit log.
    """
    return [
        *await _ask_for_copies(session, evidence, roster, reason, party),
        *await _call_back(session, evidence, roster, reason, party),
    ]


async def count_copies(session: Reading, exhibits: Collection[UUID]) -> dict[tuple[UUID, UUID], int]:
    """Return how many copies a recall would ask about, by exhibit and party."""
    query = select(Copy.evidence, Copy.party, func.count()).where(Copy.evidence.in_(exhibits), _NOT_ASKED)
    rows = (await session.execute(query.group_by(Copy.evidence, Copy.party))).all()
    return {(evidence, party): number for evidence, party, number in rows}


async def _ask_for_copies(
    session: Writing, evidence: UUID, roster: Roster, reason: str, party: UUID | None
) -> list[CopyAsked]:
    """Ask all other parties, or only `party`, for their copies. Copies with an unanswered question are left out.

    Parties that obtained the exhibit are not asked.
    """
    obtained = (
        select(Evidence.id)
        .where(Evidence.id == Copy.evidence, Copy.party == any_(Evidence.joint))
        .correlate(Copy)
        .exists()
    )
    mine = Copy.party == party if party is not None else (Copy.party != Copy.originator) & ~obtained
    changed = (
        update(Copy)
        .where(Copy.evidence == evidence, mine, _NOT_ASKED)
        .values(
            state="out",
            asked_at=clock.now(),
            reason=reason,
            because=None,
            answered_at=None,
            answered_by=None,
            version=Copy.version + 1,
        )
        .returning(Copy)
        .execution_options(populate_existing=True)
    )
    rows = (await session.scalars(changed)).all()
    return [_asked(row, roster.party_code(row.party), reason) for row in sorted(rows, key=lambda row: row.id)]


async def _call_back(
    session: Writing, evidence: UUID, roster: Roster, reason: str, party: UUID | None
) -> list[DisclosureRecalled]:
    """Mark disclosures as called back, and return one fact for each."""
    changed = (
        update(Disclosure)
        .where(Disclosure.evidence == evidence, Disclosure.recalled_at.is_(None))
        .values(recalled_at=clock.now(), reason=reason, version=Disclosure.version + 1)
        .returning(Disclosure)
        .execution_options(populate_existing=True)
    )
    if party is not None:
        changed = changed.where(Disclosure.party == party)
    rows = (await session.scalars(changed)).all()
    return [_recalled(row, roster.party_code(row.party), reason) for row in sorted(rows, key=lambda row: row.id)]


async def reached(session: Writing, evidence: UUID, at: datetime, reason: str) -> list[ExhibitFact]:
    """Return the facts for copies and disclosures that the database marked at the time `at`."""
    copies_asked = select(Copy).where(Copy.evidence == evidence, Copy.asked_at == at, Copy.reason == reason)
    called = select(Disclosure).where(
        Disclosure.evidence == evidence, Disclosure.recalled_at == at, Disclosure.reason == reason
    )
    facts: list[ExhibitFact] = [
        _asked(one, await session.scalar(_CODE, {"party": one.party}), reason)
        for one in await session.scalars(copies_asked.order_by(Copy.id))
    ]
    return facts + [
        _recalled(one, await session.scalar(_CODE, {"party": one.party}), reason)
        for one in await session.scalars(called.order_by(Disclosure.id))
    ]


def _asked(row: Copy, party: str, reason: str) -> CopyAsked:
    return CopyAsked(
        evidence=row.evidence,
        copy=row.id,
        holding=row,
        party=party,
        custodian=row.custodian,
        file_number=row.file_number,
        reason=reason,
    )


def _recalled(row: Disclosure, party: str, reason: str) -> DisclosureRecalled:
    return DisclosureRecalled(
        evidence=row.evidence,
        disclosure=row.id,
        holding=row,
        party=party,
        court=row.court,
        proceeding=row.proceeding,
        file_number=row.file_number,
        schedule=row.schedule,
        disclosed_at=clock.rfc3339(row.disclosed_at),
        reason=reason,
    )


#: Copies whose holder has no open question.
_NOT_ASKED: Final = or_(Copy.asked_at.is_(None), Copy.state == "kept") & (Copy.state != "destroyed")
_CODE: Final = text("select code from parties where id = :party")
