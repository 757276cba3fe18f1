"""Field erasures as a leader sees them: those of one entry with its erasable fields, and all unfinished ones.

Members of the entry's own party see them, and of the parties whose approval is required.

Not here: deciding (`services/retention/field_erasures.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, literal_column, select, text

from app.access.gates import Demand
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.errors import Forbidden, NotFound
from app.ledger import entries
from app.ledger.entries import Disclosed
from app.ledger.erasable import is_erasable
from app.models import FieldErasure
from app.services.retention import field_approvals as assents
from app.services.retention.field_approvals import Assents
from app.services.sharing import four_eyes
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

MOST: Final = 200
_SECONDS: Final = literal_column("may_second_field_erasure(field_erasures)", Boolean).label("seconds")
_ASSENTS: Final = literal_column("may_assent_to_fields(field_erasures.id)", Boolean).label("assents")
_CERTIFIED: Final[ColumnElement[int | None]] = literal_column(
    "(select p.position from erased_fields x join positions p on p.entry = x.certificate"
    " where x.entry = field_erasures.entry and x.name = any (field_erasures.names) limit 1)"
).label("certificate")


@dataclass(frozen=True, slots=True)
class Shown:
    """A field erasure as its own party and the parties asked for approval see it.

    Attributes:
        party: Code of the party whose entry it is.
        certificate: Ledger position of the certificate.
        awaits: Codes of the other originators that have not approved.
        may: Acts that this member may perform.
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
    erasures: Sequence[Shown]


async def read(session: Reading, seat: Seat, position: int) -> ErasableEntry:
    """Return the field erasures of one entry.

    For an entry of another party: only the erasures that the member may see, and no erasable fields.

    Raises:
        NotFound: The entry is absent or invisible to the member.
        Forbidden: It is another party's entry and has no erasure that the member may see.
    """
    entry = await entry_of(session, seat, position)
    roster = await rosters.of(session, seat.jit)
    rows = await _of(session, entry.id)
    shown = [_shown(seat, roster, row, await assents.of(session, row.FieldErasure.id)) for row in rows]
    if not _is_own(seat, entry):
        if not rows:
            raise _own_entries()
        return ErasableEntry(position, (), by_two=False, erasures=shown)
    live = {name for one in shown if one.erased_at is None for name in one.names}
    erasable = [one.name for one in entry.fields if is_erasable(entry.kind, one.name) and one.name not in live]
    by_two = Demand.ERASE in await four_eyes.required_acts(session, seat)
    return ErasableEntry(position, erasable, by_two, shown)


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


async def unfinished(session: Reading, seat: Seat) -> Sequence[Unfinished]:
    """Return erasures that await approval, or are decided and not yet carried out, oldest first."""
    rows = (await session.execute(_UNFINISHED, {"party": seat.party, "most": MOST})).all()
    return [Unfinished(row.position, row.code, row.kind, row.evidence, row.names) for row in rows]


async def entry_of(session: Reading, seat: Seat, position: int) -> Disclosed:
    """Return an entry that the member may read.

    Raises:
        NotFound: The entry is absent or invisible to the member.
    """
    found = await entries.at(session, seat.jit, position)
    if found is None or found.said is None:
        raise NotFound
    return found.said


def _is_own(seat: Seat, entry: Disclosed) -> bool:
    return seat.party_code is not None and entry.party == seat.party_code


async def own(session: Reading, seat: Seat, position: int) -> Disclosed:
    """Return an entry of the member's own party.

    Raises:
        NotFound: The entry is absent or invisible to the member.
        Forbidden: It is another party's entry.
    """
    entry = await entry_of(session, seat, position)
    if not _is_own(seat, entry):
        raise _own_entries()
    return entry


def _own_entries() -> Forbidden:
    return Forbidden(
        "Only a leader of the party whose entry it is erases fields of it. Nothing was erased.", code="own-entries"
    )


async def with_erasures(session: Reading, seat: Seat, position: int) -> Disclosed:
    """Return an entry of the member's own party, or one with erasures that the member may see.

    Raises:
        NotFound: There is no such entry, or the member may not read it.
    """
    entry = await entry_of(session, seat, position)
    if not _is_own(seat, entry) and not await _of(session, entry.id):
        raise NotFound
    return entry


async def _of(session: Reading, entry: UUID) -> Sequence[Any]:
    query = (
        select(FieldErasure, _SECONDS, _ASSENTS, _CERTIFIED)
        .where(FieldErasure.entry == entry)
        .order_by(FieldErasure.id)
    )
    return (await session.execute(query.execution_options(populate_existing=True))).all()


def _shown(seat: Seat, roster: Roster, found: Any, words: Assents) -> Shown:  # noqa: ANN401 - a row of `_of`
    row, own = found.FieldErasure, found.FieldErasure.party == seat.party
    waits = row.approval is None
    acts = {
        "agree": waits and found.assents,
        "confirm": own and found.seconds,
        "give_up": row.erased_at is None if own else waits and seat.party in words.asked,
    }
    as_it_is = ("id", "names", "ground", "legal_basis", "reason", "wanted_at", "decided_at", "erased_at")
    return Shown(
        **{name: getattr(row, name) for name in as_it_is},
        party=roster.party_code(row.party),
        wanted_by=roster.seat_code(row.wanted_by),
        confirmed_by=roster.seat_code(row.confirmed_by) if row.confirmed_by else None,
        last_backup_expires=row.last_backup_expires,
        certificate=found.certificate,
        awaits=[roster.party_code(one) for one in words.lacking] if waits else [],
        may=[act for act, may in acts.items() if may and seat.may(Permission.FIELD_ERASE)],
    )


_UNFINISHED: Final = text(
    "select p.position, y.code, h.kind, h.evidence, f.names from field_erasures f join headers h on h.entry = f.entry"
    " join positions p on p.entry = f.entry join parties y on y.jit = f.jit and y.id = f.party where f.erased_at is null"
    " and (f.party = :party or (f.approval is null and :party = any (lacking_assents(f.id)))) order by f.id limit :most"
)
