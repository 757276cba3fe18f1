"""Erasing fields of an entry: decided by a leader of the entry's own party, for good, and by two where it demands four eyes.

The entry never changes, and its commitment and the fields' hashes stand: what is erased stays provable, and is known to nobody.
With the decision's position the worker deletes values and salts (`services/field_erasure_clock.py`). The database asks
everything once more. Deliberately not here: which fields may be erased at all (`ledger/erasable.py`).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, delete, literal_column, select, text, update

from app import clock
from app.access.gates import Demand
from app.access.roles import Permission
from app.access.seats import Seat
from app.connections import refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.ledger import entries, journal
from app.ledger.entries import Disclosed
from app.ledger.erasable import FieldGround, is_erasable
from app.ledger.facts.field_erasures import FieldErasureDecided, FieldErasureGivenUp, FieldErasureWanted
from app.models import FieldErasure
from app.services import four_eyes
from app.services import roster as rosters
from app.services.roster import Roster

MOST: Final = 200
_SECONDS: Final = literal_column("may_second_field_erasure(field_erasures)", Boolean).label("seconds")
_CERTIFIED: Final[ColumnElement[int | None]] = literal_column(
    "(select p.position from erased_fields x join positions p on p.entry = x.certificate"
    " where x.entry = field_erasures.entry and x.name = any (field_erasures.names) limit 1)"
).label("certificate")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a leader asks for."""

    names: Sequence[str]
    ground: FieldGround
    legal_basis: str
    reason: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An erasure as its party sees it. `certificate`: the position of the entry that certifies it."""

    id: UUID
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
    may: Sequence[str]


@dataclass(frozen=True, slots=True)
class Whole:
    """What may be erased of an entry now, by this seat, and what was or will be."""

    position: int
    erasable: Sequence[str]
    by_two: bool
    erasures: Sequence[Shown]


async def read(session: Reading, seat: Seat, position: int) -> Whole:
    """Of one entry of the seat's own party. Raises `NotFound`, `Forbidden`."""
    entry = await _own(session, seat, position)
    roster = await rosters.of(session, seat.jit)
    shown = [_shown(seat, roster, row) for row in await _of(session, entry.id)]
    live = {name for one in shown if one.erased_at is None for name in one.names}
    erasable = [one.name for one in entry.fields if is_erasable(entry.kind, one.name) and one.name not in live]
    by_two = Demand.ERASE in await four_eyes.demands(session, seat)
    return Whole(position, erasable, by_two, shown)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An erasure of the seat's own party that is not done: of the entry at `position`, about an exhibit where it is one."""

    position: int
    kind: str
    evidence: UUID | None
    names: Sequence[str]


async def unfinished(session: Reading, seat: Seat) -> Sequence[Unfinished]:
    """What waits for another leader, or is about to be done, the oldest first."""
    rows = (await session.execute(_UNFINISHED, {"party": seat.party, "most": MOST})).all()
    return [Unfinished(row.position, row.kind, row.evidence, row.names) for row in rows]


async def erase(session: Writing, seat: Seat, position: int, wanted: Wanted, *, confirmation: str) -> None:
    """Decide that fields are erased, for good; where two leaders are demanded, it waits for the other.

    `confirmation`: the entry's position, typed. Raises; then nothing is erased, and nothing waits that did not.
    """
    entry = await _own(session, seat, position)
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
    if Demand.ERASE in await four_eyes.demands(session, seat):
        await journal.append(session, seat, FieldErasureWanted(**_said(seat, entry, position, row), **_why(row)))
    else:
        await _decide(session, seat, entry, position, row)


async def confirm(session: Writing, seat: Seat, position: int, erasure: UUID, *, confirmation: str) -> None:
    """Agree, as a second leader, to what another decided: then it is decided. Raises as `erase`."""
    entry = await _with_erasures(session, seat, position)
    row = await _waiting(session, entry, erasure)
    _demand_confirmed(position, confirmation)
    put = update(FieldErasure).where(FieldErasure.id == row.id).values(confirmed_by=seat.id)
    done = put.returning(FieldErasure.id).execution_options(synchronize_session=False)
    if (await session.execute(done)).one_or_none() is None:
        raise Forbidden(
            "Another leader of the party confirms it, not who decided it first. Nothing was erased.",
            code="needs-second-leader",
        )
    by = (await rosters.of(session, seat.jit)).seat_code(row.wanted_by)
    await _decide(session, seat, entry, position, row, wanted_by=by)


async def give_up(session: Writing, seat: Seat, position: int, erasure: UUID, reason: str) -> None:
    """It will not be; as long as nothing is erased. Raises `NotFound`."""
    entry = await _with_erasures(session, seat, position)
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
    given_up = FieldErasureGivenUp(**_said(seat, entry, position, row), wanted_by=by, reason=reason)
    await journal.append(session, seat, given_up)


async def _decide(
    session: Writing, seat: Seat, entry: Disclosed, position: int, row: FieldErasure, wanted_by: str | None = None
) -> None:
    decided = FieldErasureDecided(**_said(seat, entry, position, row), **_why(row), wanted_by=wanted_by)
    (appended,) = await journal.append(session, seat, decided)
    with refused_as(_stands()):
        await session.execute(_APPROVE, {"wanted": row.id, "decision": appended.id})
    session.expire_all()


async def _own(session: Reading, seat: Seat, position: int) -> Disclosed:
    """An entry that the seat reads, of its own party."""
    found = await entries.at(session, seat.jit, position)
    if found is None or found.said is None:
        raise NotFound
    if seat.party_code is None or found.said.party != seat.party_code:
        raise Forbidden(
            "Only a leader of the party whose entry it is erases fields of it. Nothing was erased.", code="own-entries"
        )
    return found.said


async def _with_erasures(session: Reading, seat: Seat, position: int) -> Disclosed:
    """The same; of another party's entry there are none."""
    try:
        return await _own(session, seat, position)
    except Forbidden as refusal:
        raise NotFound from refusal


async def _of(session: Reading, entry: UUID) -> Sequence[Any]:
    query = select(FieldErasure, _SECONDS, _CERTIFIED).where(FieldErasure.entry == entry).order_by(FieldErasure.id)
    return (await session.execute(query.execution_options(populate_existing=True))).all()


async def _waiting(session: Reading, entry: Disclosed, erasure: UUID) -> FieldErasure:
    query = select(FieldErasure).where(
        FieldErasure.id == erasure, FieldErasure.entry == entry.id, FieldErasure.approval.is_(None)
    )
    row = (await session.scalars(query)).one_or_none()
    if row is None:
        raise NotFound
    return row


def _shown(seat: Seat, roster: Roster, found: Any) -> Shown:  # noqa: ANN401 - a row of `_of`
    row = found.FieldErasure
    acts = {"confirm": found.seconds, "give_up": row.erased_at is None} if seat.may(Permission.FIELD_ERASE) else {}
    as_it_is = ("id", "names", "ground", "legal_basis", "reason", "wanted_at", "decided_at", "erased_at")
    return Shown(
        **{name: getattr(row, name) for name in as_it_is},
        wanted_by=roster.seat_code(row.wanted_by),
        confirmed_by=roster.seat_code(row.confirmed_by) if row.confirmed_by else None,
        last_backup_expires=row.last_backup_expires,
        certificate=found.certificate,
        may=[act for act, may in acts.items() if may],
    )


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


def _said(seat: Seat, entry: Disclosed, position: int, row: FieldErasure) -> dict[str, Any]:
    assert seat.party is not None
    evidence = json.loads(entry.canonical)["subject"].get("evidence")
    exhibit = None if evidence is None else UUID(evidence)
    about = {"entry": entry.id, "position": position, "names": list(row.names), "exhibit": exhibit}
    return about | {"hearing": ((seat.party, None),)}


def _why(row: FieldErasure) -> dict[str, Any]:
    return {"ground": row.ground, "legal_basis": row.legal_basis, "reason": row.reason}


def _stands() -> Conflict:
    """One answer for all of it: what others hold, flag or disclose is not told here."""
    return Conflict(
        "It must stand as it is: a legal hold, a flag of what may exonerate or a disclosure to a proceeding stands on what the "
        "entry is about, it was obtained jointly, or an erasure of it waits already. Nothing was erased.",
        code="must-stand",
    )


_UNFINISHED: Final = text(
    "select p.position, h.kind, h.evidence, f.names from field_erasures f join headers h on h.entry = f.entry"
    " join positions p on p.entry = f.entry where f.party = :party and f.erased_at is null order by f.id limit :most"
)
_APPROVE: Final = text("select approve_field_erasure(:wanted, :decision)")
