"""What the agreement says of how long exhibits are kept, and what that means for one that enters.

An administrator enters the clause; it holds for what is registered from then on. Without one, exhibits are pooled and reviewed
within three years. Deliberately not here: what a leader decides for one exhibit (`services/retention.py`).
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.retention import REVIEW_MONTHS, Mode, review_after
from app.access.seats import Seat
from app.database import Reading, Writing
from app.ledger import journal
from app.ledger.facts import EvidenceRetained, RetentionAgreed
from app.models import RetentionRule

MOST: Final = 100


class Rule(NamedTuple):
    """What holds for an exhibit that says nothing, and within how many months it is reviewed."""

    mode: Mode
    review_months: int


async def agree(session: Writing, seat: Seat, rule: Rule, clause: str) -> RetentionRule:
    """Enter what a clause says."""
    row = RetentionRule(
        id=clock.new_id(),
        jit=seat.jit,
        mode=rule.mode.value,
        review_months=rule.review_months,
        clause=clause,
        decided_by=seat.id,
        decided_at=clock.now(),
    )
    session.add(row)
    await session.flush()
    fact = RetentionAgreed(rule=row.id, mode=row.mode, review_months=row.review_months, clause=clause)
    await journal.append(session, seat, fact)
    return row


async def listed(session: Reading, seat: Seat) -> Sequence[RetentionRule]:
    """What the agreement said, the last first; it alone counts."""
    query = select(RetentionRule).where(RetentionRule.jit == seat.jit).order_by(RetentionRule.id.desc())
    return (await session.scalars(query.limit(MOST))).all()


async def standing(session: Reading, jit: UUID) -> Rule:
    """What counts now."""
    rows = await session.fetch(_STANDING, jit)
    return Rule(Mode(rows[0]["mode"]), rows[0]["review_months"]) if rows else Rule(Mode.POOL, REVIEW_MONTHS)


def entering(rule: Rule, seat: Seat, chosen: str | None, now: datetime) -> dict[str, Any]:
    """The columns of an exhibit that enters: its controller is the authority that brings it (Reg. (EU) 2023/969 Art. 23(1))."""
    mode = rule.mode if chosen is None else Mode(chosen)
    review_on = None if mode is Mode.TRANSFER else review_after(now.date(), rule.review_months)
    return {"retention": mode.value, "controller": seat.authority, "review_on": review_on}


def first_facts(seat: Seat, evidence: UUID, chosen: str | None, kept: dict[str, Any]) -> list[EvidenceRetained]:
    """Said of a transfer, because its end is everybody's affair, and of what was chosen; else the agreement's rule says it."""
    if chosen is None and kept["retention"] == Mode.POOL:
        return []
    return [stated(evidence, kept["retention"], seat.authority_code, kept["review_on"])]


def stated(
    evidence: UUID, mode: str, controller: str | None, review_on: date | None, reason: str | None = None
) -> EvidenceRetained:
    """What the ledger says of one exhibit."""
    day = None if review_on is None else review_on.isoformat()
    return EvidenceRetained(evidence=evidence, mode=mode, controller=controller, review_on=day, reason=reason)


_STANDING: Final = "select mode, review_months from retention_rules where jit = $1 order by id desc limit 1"
