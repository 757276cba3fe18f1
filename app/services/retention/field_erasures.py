"""Erase fields of a ledger entry: decided for good by a leader of the entry's party, by two where required.

If the entry is about a jointly obtained exhibit, each other originator must approve, with two leaders where that party
requires two. The database counts the approvals. The last missing approval decides the erasure; a refusal has a reason.
The entry, its commitment and the hashes of its fields do not change: the entry stays provable, and the erased values are
unknown. When the decision has its ledger position, a background job deletes values and salts
(`services/retention/field_erasure_jobs.py`). Members of the entry's own party see its erasures, and members of the
parties whose approval is required.

Not here: which fields may be erased (`ledger/erasable.py`), and fields erased with an exhibit
(`services/retention/erasure_jobs.py`).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, delete, literal_column, select, text, update

from app import clock
from app.access.roles import Permission
from app.access.seats import Seat
from app.access.sharing.gates import Demand
from app.connections import refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.i18n.phrases import Phrase
from app.ledger import entries, journal
from app.ledger.entries import Disclosed
from app.ledger.erasable import FieldGround, is_erasable
from app.ledger.facts.retention.field_erasures import (
    FieldErasureAgreed,
    FieldErasureDecided,
    FieldErasureGivenUp,
    FieldErasureWanted,
)
from app.models import FieldErasure, FieldErasureAgreement
from app.services.sharing import four_eyes
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

MOST: Final = 200
_IS_ANOTHER: Final = literal_column("is_another(field_erasures.wanted_by)", Boolean).label("is_another")
_MAY_AGREE: Final = literal_column("may_assent_to_fields(field_erasures.id)", Boolean).label("may_agree")
_CERTIFICATE: Final[ColumnElement[int | None]] = literal_column(
    "(select p.position from erased_fields x join positions p on p.entry = x.certificate"
    " where x.entry = field_erasures.entry and x.name = any (field_erasures.names) limit 1)"
).label("certificate")


@dataclass(frozen=True, slots=True)
class NewFieldErasure:
    """A field erasure as the leader requests it."""

    names: Sequence[str]
    ground: FieldGround
    legal_basis: str
    reason: str


@dataclass(frozen=True, slots=True)
class FieldErasureDetails:
    """A field erasure as its own party and the parties asked for approval see it.

    Attributes:
        party: Code of the party whose entry it is.
        certificate: Ledger position of the certificate.
        awaits: Codes of the other originators that have not approved.
        may: Acts that this member may perform: `agree`, `confirm`, `give_up`.
    """

    id: UUID
    party: str
    names: Sequence[str]
    ground: str
    legal_basis: str
    reason: str
    wanted_by: str
    wanted_at: datetime
    confirmed_by: str | None
    decided_at: datetime | None
    erased_at: datetime | None
    last_backup_expires: datetime | None
    certificate: int | None
    awaits: Sequence[str]
    may: Sequence[str]


@dataclass(frozen=True, slots=True)
class ErasableEntry:
    """The fields of an entry that this member may erase now, and all erasures of the entry."""

    position: int
    erasable: Sequence[str]
    by_two: bool
    erasures: Sequence[FieldErasureDetails]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An erasure that is not carried out yet, of the member's party or awaiting its approval.

    `position` and `party` are those of the entry.
    """

    position: int
    party: str
    kind: str
    evidence: UUID | None
    names: Sequence[str]


class _Row(NamedTuple):
    erasure: FieldErasure
    is_another: bool
    may_agree: bool
    certificate: int | None


class _Approvals(NamedTuple):
    """The parties whose approval is required, and those that have not given it yet."""

    asked: Sequence[UUID]
    lacking: Sequence[UUID]


async def read(session: Reading, seat: Seat, position: int) -> ErasableEntry:
    """Return the field erasures of one entry.

    For an entry of another party: only the erasures that the member may see, and no erasable fields.

    Raises:
        NotFound: The entry is absent or invisible to the member.
        Forbidden: It is another party's entry and has no erasure that the member may see.
    """
    entry = await _read_entry(session, seat, position)
    roster = await rosters.of(session, seat.jit)
    rows = await _rows_of(session, entry.id)
    details = [_details(seat, roster, row, await _approvals(session, row.erasure.id)) for row in rows]
    if not _is_own(seat, entry):
        if not rows:
            raise _own_entries()
        return ErasableEntry(position, (), by_two=False, erasures=details)
    unfinished_names = {name for one in details if one.erased_at is None for name in one.names}
    erasable = [one.name for one in entry.fields if is_erasable(entry.kind, one.name)]
    by_two = Demand.ERASE in await four_eyes.required_acts(session, seat)
    return ErasableEntry(position, [one for one in erasable if one not in unfinished_names], by_two, details)


async def unfinished(session: Reading, seat: Seat) -> Sequence[Unfinished]:
    """Return erasures that await approval, or are decided and not yet carried out, oldest first."""
    rows = (await session.execute(_UNFINISHED, {"party": seat.party, "most": MOST})).all()
    return [Unfinished(row.position, row.code, row.kind, row.evidence, row.names) for row in rows]


async def erase(session: Writing, seat: Seat, position: int, wanted: NewFieldErasure, *, confirmation: str) -> None:
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
    entry = await _read_entry(session, seat, position)
    if not _is_own(seat, entry):
        raise _own_entries()
    _check_names(entry, wanted.names)
    _check_confirmation(position, confirmation)
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
    with refused_as(_not_erasable()):
        await session.flush()
    if await _is_approved_by_all(session, row.id):
        await _decide(session, seat, entry, position, row)
    else:
        fields = await _fact_fields(session, entry, position, row)
        await journal.append(session, seat, FieldErasureWanted(**fields, **_grounds(row)))


async def confirm(session: Writing, seat: Seat, position: int, erasure: UUID, *, confirmation: str) -> None:
    """Confirm as second leader; this decides the erasure unless other parties must approve.

    Raises:
        NotFound: No such erasure is pending.
        Invalid: The confirmation is not the position.
        Forbidden: The member may not confirm it, such as the leader who requested it.
        Conflict: As `erase`.
    """
    entry, row = await _lock_pending(session, seat, position, erasure, confirmation)
    query = select(FieldErasure, _IS_ANOTHER).where(FieldErasure.id == row.id)
    locked = (await session.execute(query.execution_options(populate_existing=True))).one_or_none()
    if locked is None or not _may_confirm(seat, row, is_another=locked.is_another):
        raise Forbidden(
            "Another leader of the party must confirm this decision.",
            code="needs-second-leader",
        )
    confirmed = update(FieldErasure).where(FieldErasure.id == row.id).values(confirmed_by=seat.id)
    await session.execute(confirmed.execution_options(synchronize_session=False))
    await _record_approval(session, seat, entry, position, row)


async def agree(session: Writing, seat: Seat, position: int, erasure: UUID, *, confirmation: str) -> None:
    """Approve for a party that obtained the exhibit jointly; the last missing approval decides the erasure.

    Raises:
        NotFound: No such erasure is pending.
        Invalid: The confirmation is not the position.
        Forbidden: The member's approval is not required, or was given already.
        Conflict: As `erase`.
    """
    entry, row = await _lock_pending(session, seat, position, erasure, confirmation)
    session.add(
        FieldErasureAgreement(erasure=row.id, agreed_by=seat.id, jit=seat.jit, party=seat.party, agreed_at=clock.now())
    )
    refusal = Forbidden(
        "Only a leader of a joint originator can agree, once per party.",
        code="not-to-agree",
    )
    with refused_as(refusal):
        await session.flush()
    await _record_approval(session, seat, entry, position, row)


async def give_up(session: Writing, seat: Seat, position: int, erasure: UUID, reason: str) -> None:
    """Withdraw an erasure that is not carried out. Parties asked for approval may do so only before it is decided.

    Raises:
        NotFound: There is no such erasure, or the member may not withdraw it.
    """
    entry = await _read_entry_with_erasures(session, seat, position)
    approvals = await _approvals(session, erasure)
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
    fields = await _fact_fields(session, entry, position, row, approvals)
    await journal.append(session, seat, FieldErasureGivenUp(**fields, wanted_by=by, reason=reason))


async def _lock_pending(
    session: Writing, seat: Seat, position: int, erasure: UUID, confirmation: str
) -> tuple[Disclosed, FieldErasure]:
    """Lock a pending erasure, so that nobody else approves, confirms or withdraws it meanwhile."""
    entry = await _read_entry_with_erasures(session, seat, position)
    query = select(FieldErasure).where(
        FieldErasure.id == erasure, FieldErasure.entry == entry.id, FieldErasure.approval.is_(None)
    )
    row = (await session.scalars(query)).one_or_none()
    if row is None:
        raise NotFound
    _check_confirmation(position, confirmation)
    await session.execute(_HOLD, {"wanted": row.id})
    return entry, row


async def _record_approval(session: Writing, seat: Seat, entry: Disclosed, position: int, row: FieldErasure) -> None:
    """Decide the erasure if all approvals are given; else append the approval."""
    by = (await rosters.of(session, seat.jit)).seat_code(row.wanted_by)
    if await _is_approved_by_all(session, row.id):
        await _decide(session, seat, entry, position, row, wanted_by=by)
    else:
        fields = await _fact_fields(session, entry, position, row)
        await journal.append(session, seat, FieldErasureAgreed(**fields, wanted_by=by))


async def _decide(
    session: Writing, seat: Seat, entry: Disclosed, position: int, row: FieldErasure, wanted_by: str | None = None
) -> None:
    fields = await _fact_fields(session, entry, position, row)
    decided = FieldErasureDecided(**fields, **_grounds(row), wanted_by=wanted_by)
    (appended,) = await journal.append(session, seat, decided)
    with refused_as(_not_erasable()):
        await session.execute(_APPROVE, {"wanted": row.id, "decision": appended.id})
    session.expire_all()


async def _approvals(session: Reading, erasure: UUID) -> _Approvals:
    """Return the approvals of one erasure, for its party and for the parties asked."""
    return _Approvals(*(await session.execute(_APPROVALS, {"wanted": erasure})).one())


async def _is_approved_by_all(session: Reading, erasure: UUID) -> bool:
    """Return whether all approvals are given, including the second leader of its own party."""
    return bool(await session.scalar(_IS_APPROVED, {"wanted": erasure}))


async def _read_entry(session: Reading, seat: Seat, position: int) -> Disclosed:
    """Return an entry that the member may read.

    Raises:
        NotFound: The entry is absent or invisible to the member.
    """
    found = await entries.at(session, seat.jit, position)
    if found is None or found.said is None:
        raise NotFound
    return found.said


async def _read_entry_with_erasures(session: Reading, seat: Seat, position: int) -> Disclosed:
    """Return an entry of the member's own party, or one with erasures that the member may see.

    Raises:
        NotFound: There is no such entry, or the member may not read it.
    """
    entry = await _read_entry(session, seat, position)
    if not _is_own(seat, entry) and not await _rows_of(session, entry.id):
        raise NotFound
    return entry


def _is_own(seat: Seat, entry: Disclosed) -> bool:
    return seat.party_code is not None and entry.party == seat.party_code


async def _rows_of(session: Reading, entry: UUID) -> list[_Row]:
    query = (
        select(FieldErasure, _IS_ANOTHER, _MAY_AGREE, _CERTIFICATE)
        .where(FieldErasure.entry == entry)
        .order_by(FieldErasure.id)
    )
    return [_Row(*row) for row in await session.execute(query.execution_options(populate_existing=True))]


def _details(seat: Seat, roster: Roster, found: _Row, approvals: _Approvals) -> FieldErasureDetails:
    row, own = found.erasure, found.erasure.party == seat.party
    waits = row.approval is None
    acts = {
        "agree": waits and found.may_agree,
        "confirm": _may_confirm(seat, row, is_another=found.is_another),
        "give_up": row.erased_at is None if own else waits and seat.party in approvals.asked,
    }
    return FieldErasureDetails(
        id=row.id,
        party=roster.party_code(row.party),
        names=row.names,
        ground=row.ground,
        legal_basis=row.legal_basis,
        reason=row.reason,
        wanted_by=roster.seat_code(row.wanted_by),
        wanted_at=row.wanted_at,
        confirmed_by=roster.seat_code(row.confirmed_by) if row.confirmed_by else None,
        decided_at=row.decided_at,
        erased_at=row.erased_at,
        last_backup_expires=row.last_backup_expires,
        certificate=found.certificate,
        awaits=[roster.party_code(one) for one in approvals.lacking] if waits else [],
        may=[act for act, may in acts.items() if may and seat.may(Permission.FIELD_ERASE)],
    )


def _may_confirm(seat: Seat, row: FieldErasure, *, is_another: bool) -> bool:
    """Return whether the member may confirm a request: another person, a judicial one where releases are reserved."""
    waits = row.approval is None and row.confirmed_by is None
    return waits and is_another and row.party == seat.party and seat.may(Permission.RELEASE_GRANT)


def _check_names(entry: Disclosed, names: Sequence[str]) -> None:
    present = {one.name for one in entry.fields}
    for name in names:
        if name not in present or not is_erasable(entry.kind, name):
            raise Invalid(Phrase("{name} is not a field of this entry that can be erased.", name=name), field="names")
    if len(set(names)) < len(names):
        raise Invalid("Name each field only once.", field="names")


def _check_confirmation(position: int, confirmation: str) -> None:
    if confirmation != str(position):
        raise Invalid("Enter the position of the entry to confirm.", field="confirmation")


async def _fact_fields(
    session: Reading, entry: Disclosed, position: int, row: FieldErasure, approvals: _Approvals | None = None
) -> dict[str, Any]:
    """Return the fields that all facts share. The own party and the parties asked for approval may read them."""
    approvals = await _approvals(session, row.id) if approvals is None else approvals
    evidence = json.loads(entry.canonical)["subject"].get("evidence")
    exhibit = None if evidence is None else UUID(evidence)
    about = {"entry": entry.id, "position": position, "names": list(row.names), "exhibit": exhibit}
    return about | {"hearing": tuple((party, None) for party in (row.party, *approvals.asked))}


def _grounds(row: FieldErasure) -> dict[str, Any]:
    return {"ground": row.ground, "legal_basis": row.legal_basis, "reason": row.reason}


def _own_entries() -> Forbidden:
    return Forbidden("Only a leader of the party that made the entry can erase its fields.", code="own-entries")


def _not_erasable() -> Conflict:
    """Return the one error for all conflicts, because holds, flags and disclosures of others must not be revealed."""
    return Conflict(
        "This entry cannot be erased now: a legal hold, a flag, a disclosure, a joint exhibit or another "
        "erasure prevents it.",
        code="must-stand",
    )


_APPROVALS: Final = text("select asked_assents(:wanted) as asked, lacking_assents(:wanted) as lacking")
_APPROVE: Final = text("select approve_field_erasure(:wanted, :decision)")
_HOLD: Final = text("select hold_field_erasure(:wanted)")
_IS_APPROVED: Final = text("select is_agreed_to_fields(:wanted)")
_UNFINISHED: Final = text(
    "select p.position, y.code, h.kind, h.evidence, f.names from field_erasures f join headers h on h.entry = f.entry"
    " join positions p on p.entry = f.entry join parties y on y.jit = f.jit and y.id = f.party where f.erased_at is null"
    " and (f.party = :party or (f.approval is null and :party = any (lacking_assents(f.id)))) order by f.id limit :most"
)
