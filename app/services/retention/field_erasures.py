"""Erase fields of a ledger entry: decided for good by a leader of the entry's party, by two where required.

If the entry is about a jointly obtained exhibit, each other originator must approve (`services/retention/field_approvals.py`). The
entry, its commitment and the hashes of its fields do not change: the entry stays provable, and the erased values are
unknown. When the decision has its ledger position, a background job deletes values and salts
(`services/retention/field_erasure_clock.py`). The database checks all conditions again.

Not here: which fields may be erased (`ledger/erasable.py`), and fields erased with an exhibit
(`services/retention/erasure_clock.py`).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, select, text, update

from app import clock
from app.access.seats import Seat
from app.connections import refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.ledger import journal
from app.ledger.entries import Disclosed
from app.ledger.erasable import FieldGround, is_erasable
from app.ledger.facts.field_erasures import (
    FieldErasureAgreed,
    FieldErasureDecided,
    FieldErasureGivenUp,
    FieldErasureWanted,
)
from app.models import FieldErasure
from app.services.retention import field_approvals as assents
from app.services.retention import field_erasure_list as erasures
from app.services.retention.field_approvals import Assents
from app.services.teams import roster as rosters


@dataclass(frozen=True, slots=True)
class Wanted:
    """A field erasure as the leader requests it."""

    names: Sequence[str]
    ground: FieldGround
    legal_basis: str
    reason: str


async def erase(session: Writing, seat: Seat, position: int, wanted: Wanted, *, confirmation: str) -> None:
    """Decide that fields are erased, for good; if further approvals are required, request it.

    Args:
        session: The transaction of the request.
        seat: The leader who decides.
        position: Ledger position of the entry.
        wanted: The fields, the ground and the reason.
        confirmation: The position as typed by the leader.

    Raises:
        NotFound: The entry is absent or invisible to the member.
        Forbidden: It is another party's entry.
        Invalid: A field may not be erased or is named twice, or the confirmation is not the position.
        Conflict: A hold, flag, disclosure, joint exhibit or pending erasure prevents it.
    """
    entry = await erasures.own(session, seat, position)
    _demand_erasable(entry, wanted.names)
    _demand_confirmed(position, confirmation)
    row = FieldErasure(
        id=clock.new_id(),
        jit=seat.jit,
        entry=entry.id,
        party=seat.party,
        names=sorted(wanted.names),
        ground=wanted.ground.value,
        legal_basis=wanted.legal_basis,
        reason=wanted.reason,
        wanted_by=seat.id,
        wanted_at=clock.now(),
    )
    session.add(row)
    with refused_as(_stands()):
        await session.flush()
    if await assents.is_whole(session, row.id):
        await _decide(session, seat, entry, position, row)
    else:
        said = await _said(session, entry, position, row)
        await journal.append(session, seat, FieldErasureWanted(**said, **_why(row)))


async def confirm(session: Writing, seat: Seat, position: int, erasure: UUID, *, confirmation: str) -> None:
    """Confirm as second leader; this decides the erasure unless other parties must approve.

    Raises:
        NotFound: No such erasure is pending.
        Invalid: The confirmation is not the position.
        Forbidden: The database refuses this member, such as the leader who requested it.
        Conflict: As `erase`.
    """
    entry = await erasures.with_erasures(session, seat, position)
    row = await _waiting(session, entry, erasure)
    _demand_confirmed(position, confirmation)
    await assents.hold(session, row.id)
    put = update(FieldErasure).where(FieldErasure.id == row.id).values(confirmed_by=seat.id)
    done = put.returning(FieldErasure.id).execution_options(synchronize_session=False)
    if (await session.execute(done)).one_or_none() is None:
        raise Forbidden(
            "Another leader of the party confirms it, not who decided it first. Nothing was erased.",
            code="needs-second-leader",
        )
    await _agreed(session, seat, entry, position, row)


async def agree(session: Writing, seat: Seat, position: int, erasure: UUID, *, confirmation: str) -> None:
    """Approve for a party that obtained the exhibit jointly; the last missing approval decides the erasure.

    Raises:
        NotFound: No such erasure is pending.
        Invalid: The confirmation is not the position.
        Forbidden: The member's approval is not required, or was given already.
        Conflict: As `erase`.
    """
    entry = await erasures.with_erasures(session, seat, position)
    row = await _waiting(session, entry, erasure)
    _demand_confirmed(position, confirmation)
    await assents.hold(session, row.id)
    await assents.put(session, seat, row)
    await _agreed(session, seat, entry, position, row)


async def give_up(session: Writing, seat: Seat, position: int, erasure: UUID, reason: str) -> None:
    """Withdraw an erasure that is not carried out. Parties asked for approval may do so only before it is decided.

    Raises:
        NotFound: There is no such erasure, or the member may not withdraw it.
    """
    entry = await erasures.with_erasures(session, seat, position)
    asked = await assents.of(session, erasure)
    ended = (
        delete(FieldErasure)
        .where(FieldErasure.id == erasure, FieldErasure.entry == entry.id, FieldErasure.erased_at.is_(None))
        .returning(FieldErasure)
        .execution_options(synchronize_session=False)
    )
    row = (await session.scalars(ended)).one_or_none()
    if row is None:
        raise NotFound
    by = (await rosters.of(session, seat.jit)).seat_code(row.wanted_by)
    said = await _said(session, entry, position, row, asked)
    await journal.append(session, seat, FieldErasureGivenUp(**said, wanted_by=by, reason=reason))


async def _agreed(session: Writing, seat: Seat, entry: Disclosed, position: int, row: FieldErasure) -> None:
    """Decide the erasure if all approvals are given; else record the approval."""
    by = (await rosters.of(session, seat.jit)).seat_code(row.wanted_by)
    if await assents.is_whole(session, row.id):
        await _decide(session, seat, entry, position, row, wanted_by=by)
    else:
        said = await _said(session, entry, position, row)
        await journal.append(session, seat, FieldErasureAgreed(**said, wanted_by=by))


async def _decide(
    session: Writing, seat: Seat, entry: Disclosed, position: int, row: FieldErasure, wanted_by: str | None = None
) -> None:
    said = await _said(session, entry, position, row)
    decided = FieldErasureDecided(**said, **_why(row), wanted_by=wanted_by)
    (appended,) = await journal.append(session, seat, decided)
    with refused_as(_stands()):
        await session.execute(_APPROVE, {"wanted": row.id, "decision": appended.id})
    session.expire_all()


async def _waiting(session: Reading, entry: Disclosed, erasure: UUID) -> FieldErasure:
    query = select(FieldErasure).where(
        FieldErasure.id == erasure, FieldErasure.entry == entry.id, FieldErasure.approval.is_(None)
    )
    row = (await session.scalars(query)).one_or_none()
    if row is None:
        raise NotFound
    return row


def _demand_erasable(entry: Disclosed, names: Sequence[str]) -> None:
    there = {one.name for one in entry.fields}
    for name in names:
        if name not in there or not is_erasable(entry.kind, name):
            raise Invalid(f"{name} is no field of this entry that may be erased. Nothing was erased.", field="names")
    if len(set(names)) < len(names):
        raise Invalid("A field is named twice. Nothing was erased.", field="names")


def _demand_confirmed(position: int, confirmation: str) -> None:
    if confirmation != str(position):
        raise Invalid("Type the position of the entry to confirm. Nothing was erased.", field="confirmation")


async def _said(
    session: Reading, entry: Disclosed, position: int, row: FieldErasure, words: Assents | None = None
) -> dict[str, Any]:
    """Return the fields that all facts share. The own party and the parties asked for approval may read them."""
    words = await assents.of(session, row.id) if words is None else words
    evidence = json.loads(entry.canonical)["subject"].get("evidence")
    exhibit = None if evidence is None else UUID(evidence)
    about = {"entry": entry.id, "position": position, "names": list(row.names), "exhibit": exhibit}
    return about | {"hearing": tuple((party, None) for party in (row.party, *words.asked))}


def _why(row: FieldErasure) -> dict[str, Any]:
    return {"ground": row.ground, "legal_basis": row.legal_basis, "reason": row.reason}


def _stands() -> Conflict:
    """Return the one error for all conflicts, because holds, flags and disclosures of others must not be revealed."""
    return Conflict(
        "It must stand as it is: a legal hold, a flag of what may exonerate or a disclosure to a proceeding stands on what the "
        "entry is about, it mentions what was obtained jointly, or an erasure of it waits already. Nothing was erased.",
        code="must-stand",
    )


_APPROVE: Final = text("select approve_field_erasure(:wanted, :decision)")
