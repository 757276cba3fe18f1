"""Limits of use of exhibits (speciality): read, record, end, and demand their acknowledgement.

The originator records what the providing authority allows when the exhibit came by a request. Every reader of the
exhibit sees it, also without access to the request. Wording and clause never change: a correction ends a limit and
records another.

Not here: which requests an exhibit came by (`services/requests/exhibits.py`).
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, select, text, update

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import EvidenceUseLimited, EvidenceUseLimitEnded
from app.models import UseLimit

_UNREAD = "The use of {exhibits} is limited. Read the limits of use and confirm that you did."


@dataclass(frozen=True, slots=True)
class LimitOfUse:
    """A limit in force, as a member sees it. `request`: that it came with, if the member reads it.

    `evidence`: the exhibit that it applies to, and `used_number` and `used_title` its number and title. `exhibit_number`: of the exhibit that the
    limit came with, from which `evidence` may be derived. A member who does not see that exhibit gets `used_number`.
    """

    id: UUID
    wording: str
    clause: str | None
    recorded_at: datetime
    evidence: UUID
    used_number: str
    used_title: str
    exhibit_number: str
    request: UUID | None
    request_number: str | None

    def as_stated(self) -> dict[str, Any]:
        """Return the limit as a disclosure and an export package keep it, for readers who may see less."""
        return {
            "evidence": str(self.evidence),
            "exhibit_number": self.used_number,
            "wording": self.wording,
            "clause": self.clause,
        }


@dataclass(frozen=True, slots=True)
class NewLimit:
    """A limit to record. `result`: the link of the exhibit to the request.

    `of_item`: it was stated for the item that the exhibit answers.
    """

    evidence: UUID
    result: UUID
    wording: str
    clause: str | None
    of_item: bool = False


async def of(session: Reading, exhibits: Collection[UUID]) -> list[LimitOfUse]:
    """Return the limits in force of these exhibits and of those they were derived from, in the order of recording.

    The database leaves out exhibits that the member does not read. It names neither exhibits nor requests that the
    member does not see.
    """
    if not exhibits:
        return []
    rows = await session.execute(_IN_USE, {"exhibits": list(exhibits)})
    return [LimitOfUse(*row) for row in rows]


async def of_each(session: Reading, exhibits: Collection[UUID]) -> Mapping[UUID, Sequence[LimitOfUse]]:
    """Return the limits in force by exhibit, as `of`."""
    found: dict[UUID, list[LimitOfUse]] = {}
    for one in await of(session, exhibits):
        found.setdefault(one.evidence, []).append(one)
    return found


_IN_USE: Final = text(
    "select l.id, l.wording, l.clause, l.recorded_at, l.used, e.exhibit_number as used_number, e.title,"
    " coalesce(s.exhibit_number, e.exhibit_number), q.id, q.number"
    " from limits_in_use(:exhibits) l join evidence e on e.id = l.used left join evidence s on s.id = l.source"
    " left join request_results r on r.id = l.result left join requests q on q.id = r.request order by l.id, l.used"
).bindparams(bindparam("exhibits", type_=ARRAY(Uuid)))


def demand_acknowledged(limits: Sequence[LimitOfUse], *, acknowledged: bool) -> list[dict[str, Any]]:
    """Return the limits as a use states them. Raises `Conflict`: the member did not confirm to have read them."""
    if limits and not acknowledged:
        told = [
            one.as_stated() | {"exhibit_number": one.exhibit_number, "request_number": one.request_number}
            for one in limits
        ]
        used = {one.evidence: refused_exhibit(one.evidence, one.used_number, one.used_title) for one in limits}
        raise Conflict(
            Phrase(_UNREAD, exhibits=[one["exhibit_number"] for one in used.values()]),
            code="limits-not-acknowledged",
            field="acknowledged_limits",
            extra={"limits_of_use": told, "refused_exhibits": list(used.values())},
        )
    return [one.as_stated() for one in limits]


def refused_exhibit(evidence: UUID, number: str, title: str) -> dict[str, str]:
    """Return an exhibit that the member sees, as the refusal of an act on several exhibits names it."""
    return {"evidence": str(evidence), "exhibit_number": number, "title": title}


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
            of_item=one.of_item,
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
    await correct(session, seat, results, [])


async def correct(
    session: Writing,
    seat: Seat,
    results: Collection[UUID],
    limits: Sequence[NewLimit],
    *,
    kept: Collection[tuple[UUID, bool]] = (),
    compares_clauses: bool = True,
) -> None:
    """End the limits that came with these links and are not among `limits`, and record the others of `limits`.

    The caller has locked their request.

    Args:
        session: The transaction.
        seat: The member.
        results: Links of exhibits to the request.
        limits: The limits that the request and its items state.
        kept: Limits that stay as they are, each by its link and whether it was stated for the item.
        compares_clauses: Whether limits of the same wording with another clause differ.
    """

    def key(one: NewLimit | UseLimit) -> Hashable:
        return one.evidence, one.result, one.of_item, one.wording, one.clause if compares_clauses else None

    query = select(UseLimit).where(UseLimit.result.in_(list(results)), UseLimit.ended_at.is_(None))
    in_force = {key(row): row.id for row in await session.scalars(query) if (row.result, row.of_item) not in kept}
    stated = {key(one): one for one in limits}
    await _end(session, seat, [limit for one, limit in in_force.items() if one not in stated])
    await record(session, seat, [limit for one, limit in stated.items() if one not in in_force])


async def _end(session: Writing, seat: Seat, limits: Collection[UUID]) -> None:
    query = (
        update(UseLimit)
        .where(UseLimit.id.in_(list(limits)))
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
