"""Retention rules of the agreement, and what they mean for a new exhibit.

An administrator enters the clause; it applies to exhibits registered from then on. Without a clause, exhibits are
pooled and reviewed within `REVIEW_MONTHS` months.

Not here: a leader's decision about one exhibit (`services/retention/retention.py`).
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
from app.queries import query

MOST: Final = 100


class Rule(NamedTuple):
    """Default retention mode, and the number of months within which an exhibit is reviewed."""

    mode: Mode
    review_months: int


async def agree(session: Writing, seat: Seat, rule: Rule, clause: str) -> RetentionRule:
    """Enter a clause of the agreement."""
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


async def list_all(session: Reading, seat: Seat) -> Sequence[RetentionRule]:
    """Return all rules that were entered, newest first. Only the newest applies."""
    query = select(RetentionRule).where(RetentionRule.jit == seat.jit).order_by(RetentionRule.id.desc())
    return (await session.scalars(query.limit(MOST))).all()


async def current(session: Reading, jit: UUID) -> Rule:
    """Return the rule that applies now."""
    row = await session.fetch_first(_CURRENT, jit=jit)
    return Rule(Mode(row.mode), row.review_months) if row else Rule(Mode.POOL, REVIEW_MONTHS)


def first_columns(rule: Rule, seat: Seat, chosen: str | None, now: datetime) -> dict[str, Any]:
    """Return the retention columns of a new exhibit.

    Its controller is the authority of the member who registers it (Reg. (EU) 2023/969 Art. 23(1)).
    """
    mode = rule.mode if chosen is None else Mode(chosen)
    review_on = None if mode is Mode.TRANSFER else review_after(now.date(), rule.review_months)
    return {"retention": mode.value, "controller": seat.authority, "review_on": review_on}


def first_facts(seat: Seat, evidence: UUID, chosen: str | None, kept: dict[str, Any]) -> list[EvidenceRetained]:
    """Build the retention fact of a new exhibit.

    There is none for a pooled exhibit whose mode was not chosen, because the agreement's rule states it.
    """
    if chosen is None and kept["retention"] == Mode.POOL:
        return []
    return [retained_fact(evidence, kept["retention"], seat.authority_code, kept["review_on"])]


def retained_fact(
    evidence: UUID, mode: str, controller: str | None, review_on: date | None, reason: str | None = None
) -> EvidenceRetained:
    """Build the ledger fact about the retention of one exhibit."""
    day = None if review_on is None else review_on.isoformat()
    return EvidenceRetained(evidence=evidence, mode=mode, controller=controller, review_on=day, reason=reason)


class _RuleRow(NamedTuple):
    mode: str
    review_months: int


_CURRENT: Final = query(
    _RuleRow, "select mode, review_months from retention_rules where jit = :jit order by id desc limit 1"
)
