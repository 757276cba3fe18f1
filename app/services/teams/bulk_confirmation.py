"""Confirm many proposed seats of one's own party at once, each by itself, as often as the request is repeated.

A refused row changes nothing and leaves the others. Each seat has its own entry in the ledger, as if it was confirmed
alone. Not here: the rules of one confirmation (`services/teams/members.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Refusal, Stale
from app.models import Confirmation, Member
from app.services.teams import members


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The result for one proposal. `code` and `detail`: why it was refused."""

    member: UUID
    outcome: Literal["seated", "invited", "refused"]
    one_time_code: str | None = None
    code: str | None = None
    detail: str | None = None


async def confirm_all(session: Writing, seat: Seat, wanted: Mapping[UUID, str]) -> list[Confirmed]:
    """Confirm proposals of the leader's own party.

    The seat of the team's auditor is not confirmed here, because leaders of all parties look at it one by one.

    Args:
        session: The transaction.
        seat: The leader.
        wanted: The name that the leader read, by the id of the proposal.

    Returns:
        A result for each, in the order of `wanted`.
    """
    invited = await _invited(session, seat, wanted)
    results = {}
    for member in sorted(wanted):  # in one order, so that two leaders do not wait for each other
        results[member] = (
            Confirmed(member, "invited") if member in invited else await _confirm(session, seat, member, wanted[member])
        )
    return [results[member] for member in wanted]


async def _confirm(session: Writing, seat: Seat, member: UUID, name: str) -> Confirmed:
    # Columns, not the object: the confirmation must read the row anew under its lock.
    columns = select(Member.party, Member.state).where(Member.jit == seat.jit, Member.id == member)
    found = (await session.execute(columns)).one_or_none()
    if found is not None and found.party != seat.party:
        return _refused(member, Forbidden("Only a leader of that party can confirm its members.", code="other-party"))
    if found is not None and found.state == "seated":
        return Confirmed(member, "seated")
    try:
        confirmed, code = await members.confirm(session, seat, member, name)
    except (NotFound, Forbidden, Conflict, Stale, Invalid) as refusal:
        return _refused(member, refusal)
    return Confirmed(member, "seated" if confirmed.member.state == "seated" else "invited", code)


def _refused(member: UUID, refusal: Refusal) -> Confirmed:
    return Confirmed(member, "refused", code=refusal.code, detail=refusal.detail)


async def _invited(session: Writing, seat: Seat, wanted: Mapping[UUID, str]) -> set[UUID]:
    """Return the proposals that the party confirmed already and whose code is still valid. They keep this code."""
    found = await session.scalars(
        select(Member.id)
        .join(Confirmation, (Confirmation.jit == Member.jit) & (Confirmation.member == Member.id))
        .where(Member.jit == seat.jit, Member.id.in_(wanted), Member.state == "proposed")
        .where(Member.party == seat.party, Confirmation.party == seat.party)
        .where(Member.one_time_code_expires_at > clock.now())
    )
    return set(found)
