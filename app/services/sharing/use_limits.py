"""Limits of use of exhibits (speciality): read, record, end, and demand their acknowledgement.

The originator records what the providing authority allows when the exhibit came by a request. Every reader of the
exhibit sees it, also without access to the request. Wording and clause never change: a correction ends a limit and
records another.

Not here: which requests an exhibit came by (`services/requests/exhibits.py`).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict
from app.ledger import journal
from app.ledger.facts import EvidenceUseLimited, EvidenceUseLimitEnded
from app.models import Derivation, Evidence, LegalRequest, RequestResult, UseLimit

_UNREAD = "The authority that provided this exhibit limits its use. Read the limit of use and confirm that you did."


@dataclass(frozen=True, slots=True)
class LimitOfUse:
    """A limit in force, as a member sees it. `request`: that it came with, if the member reads it.

    `evidence`: the exhibit that it applies to, which is that of the row or was derived from it. `exhibit_number`: of the
    exhibit of the row.
    """

    row: UseLimit
    evidence: UUID
    exhibit_number: str
    request: UUID | None
    request_number: str | None

    def as_stated(self) -> dict[str, Any]:
        """Return the limit as a disclosure and an export package keep it: without the request, which is apart."""
        return {
            "evidence": str(self.evidence),
            "exhibit_number": self.exhibit_number,
            "wording": self.row.wording,
            "clause": self.row.clause,
        }


@dataclass(frozen=True, slots=True)
class NewLimit:
    """A limit to record. `result`: the link of the exhibit to the request."""

    evidence: UUID
    result: UUID
    wording: str
    clause: str | None


async def of(session: Reading, exhibits: Collection[UUID]) -> list[LimitOfUse]:
    """Return the limits in force of these exhibits and of those they were derived from, in the order of recording.

    Row-level security leaves out limits of exhibits that the member does not read.
    """
    own = select(Evidence.id.label("used"), Evidence.id.label("source")).where(Evidence.id.in_(list(exhibits)))
    lines = own.cte("lines", recursive=True)
    parents = select(lines.c.used, Derivation.parent).join(Derivation, Derivation.child == lines.c.source)
    lines = lines.union(parents)
    query = (
        select(UseLimit, lines.c.used, Evidence.exhibit_number, LegalRequest.id, LegalRequest.number)
        .join(lines, lines.c.source == UseLimit.evidence)
        .join(Evidence, Evidence.id == UseLimit.evidence)
        .outerjoin(RequestResult, RequestResult.id == UseLimit.result)
        .outerjoin(LegalRequest, LegalRequest.id == RequestResult.request)
        .where(UseLimit.ended_at.is_(None))
        .order_by(UseLimit.id, lines.c.used)
    )
    return [LimitOfUse(row[0], row[1], str(row[2]), row[3], row[4]) for row in await session.execute(query)]


def demand_acknowledged(limits: Sequence[LimitOfUse], *, acknowledged: bool) -> list[dict[str, Any]]:
    """Return the limits as a use states them. Raises `Conflict`: the member did not confirm to have read them."""
    if limits and not acknowledged:
        told = [one.as_stated() | {"request_number": one.request_number} for one in limits]
        raise Conflict(
            _UNREAD, code="limits-not-acknowledged", field="acknowledged_limits", extra={"limits_of_use": told}
        )
    return [one.as_stated() for one in limits]


def in_entry(stated: Iterable[dict[str, Any]]) -> list[dict[str, Any]] | None:
    """Return the limits of one exhibit as an entry states them; `None` if there are none."""
    return [{"wording": one["wording"], "clause": one["clause"]} for one in stated] or None


async def record(session: Writing, seat: Seat, limits: Sequence[NewLimit]) -> None:
    """Record limits of exhibits of the member's party. The caller has locked their request."""
    if not limits:
        return
    facts = []
    for one in sorted(limits, key=lambda limit: limit.evidence):  # so that chains are locked in one order
        row = UseLimit(
            id=clock.new_id(),
            jit=seat.jit,
            evidence=one.evidence,
            party=seat.party,
            result=one.result,
            wording=one.wording,
            clause=one.clause,
            recorded_by=seat.id,
            recorded_at=clock.now(),
        )
        session.add(row)
        facts.append(
            EvidenceUseLimited(evidence=one.evidence, limit=row.id, limit_of_use=one.wording, clause=one.clause)
        )
    await session.flush()
    await journal.append(session, seat, *facts)


async def end(session: Writing, seat: Seat, results: Collection[UUID]) -> None:
    """End the limits that came with these links. The caller has locked their request."""
    query = (
        update(UseLimit)
        .where(UseLimit.result.in_(list(results)), UseLimit.ended_at.is_(None))
        .values(ended_by=seat.id, ended_at=clock.now())
        .returning(UseLimit.id, UseLimit.evidence, UseLimit.wording, UseLimit.clause)
    )
    ended = sorted((await session.execute(query)).all(), key=lambda row: row.evidence)
    facts = [
        EvidenceUseLimitEnded(evidence=row.evidence, limit=row.id, limit_of_use=row.wording, clause=row.clause)
        for row in ended
    ]
    if facts:
        await journal.append(session, seat, *facts)
