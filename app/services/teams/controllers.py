"""Controllers of third-country and international uploads (Reg. (EU) 2023/969 Art. 23(2)).

They are responsible for what third countries and international judicial authorities upload.
The agreement designates an administrator; an administrator enters the designation with its clause.
A designation of oneself takes effect when a leader of another party confirms it.
Without an active controller, such uploads are neither accepted nor verified.
Not here: the controllers of a party's own data.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Boolean, select, text

from app import clock
from app.access.roles import Role
from app.access.seats import Seat
from app.connections import TAKEN_ALREADY, refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts import ControllerDesignated
from app.ledger.facts.sharing.gates import ControllerConfirmed
from app.models import Controller, ControllerConfirmation
from app.services.teams import roster as rosters

MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Designated:
    """The designations, newest first, and the confirmations by designation.

    Attributes:
        rows: The designations.
        confirmed: The confirming member, by designation.
        in_force: Id of the designation in effect.
        waits: Id of the newest designation, if it awaits confirmation.
    """

    rows: Sequence[Controller]
    confirmed: Mapping[UUID, UUID]
    in_force: UUID | None
    waits: UUID | None


async def read(session: Reading, seat: Seat) -> Designated:
    """Return the current and former designations."""
    query = select(Controller).where(Controller.jit == seat.jit).order_by(Controller.id.desc()).limit(MOST)
    rows = (await session.scalars(query)).all()
    by = select(ControllerConfirmation.controller, ControllerConfirmation.confirmed_by)
    confirmations = await session.execute(by.where(ControllerConfirmation.jit == seat.jit))
    confirmed = {confirmation.controller: confirmation.confirmed_by for confirmation in confirmations}
    counts = next((one.id for one in rows if not _waits(one) or one.id in confirmed), None)
    waits = next((one.id for one in rows[:1] if _waits(one) and one.id not in confirmed), None)
    return Designated(rows, confirmed, counts if await designated(session) else None, waits)


def _waits(row: Controller) -> bool:
    """Return whether the designation needs confirmation.

    The database applies the same rule in `controller_designated()`.
    """
    return row.designated_by == row.seat


async def designated(session: Reading) -> bool:
    """Return whether a controller is active at this moment."""
    return bool(await session.scalar(_DESIGNATED))


async def demand(session: Reading, seat: Seat) -> None:
    """Refuse if no controller is active.

    Raises:
        Conflict: No controller is active.
    """
    if not await designated(session):
        raise Conflict(
            "No controller is designated for uploads of third countries (Reg. (EU) 2023/969 Art. 23(2)). Designate one first."
            if Role.ADMINISTRATOR in seat.roles
            else "No controller is designated for uploads of third countries (Reg. (EU) 2023/969 Art. 23(2)). Ask an administrator.",
            code="no-controller-designated",
        )


async def designate(session: Writing, seat: Seat, code: str, clause: str) -> None:
    """Enter the administrator whom the agreement designates. A designation of oneself awaits confirmation.

    Raises:
        Invalid: `code` is not an active administrator of this team.
    """
    roster = await rosters.of(session, seat.jit)
    named = next((one for one in roster.seats if one.code == code and one.state == "seated"), None)
    if named is None or Role.ADMINISTRATOR not in named.roles:
        raise Invalid("The controller must be an administrator of this team.", field="seat")
    row = Controller(
        id=clock.new_id(), jit=seat.jit, seat=named.id, clause=clause, designated_by=seat.id, designated_at=clock.now()
    )
    session.add(row)
    await session.flush()
    assert named.party is not None, "only the auditor of the team has no party"
    fields = {"code": code, "party": roster.party_code(named.party), "clause": clause}
    await journal.append(session, seat, ControllerDesignated(member=named.id, **fields, waits=_waits(row)))


async def confirm(session: Writing, seat: Seat, controller: UUID) -> None:
    """Confirm a designation of oneself, as a leader of another party.

    Raises:
        NotFound: There is no such designation.
        Forbidden: The leader is of the designated member's party.
        Conflict: The designation does not await confirmation, or another leader confirmed it first.
    """
    found = await read(session, seat)
    row = next((one for one in found.rows if one.id == controller), None)
    if row is None:
        raise NotFound
    roster = await rosters.of(session, seat.jit)
    named = next(one for one in roster.seats if one.id == row.seat)
    assert named.party is not None, "only the auditor of the team has no party"
    if seat.party is None or seat.party == named.party:
        raise Forbidden(
            "A leader of another party must confirm a designation of oneself.",
            code="own-party-designated",
        )
    if found.waits != controller:
        raise Conflict("This designation is not awaiting confirmation.", code="no-longer-waits")
    confirmation = ControllerConfirmation(
        controller=row.id, jit=seat.jit, confirmed_by=seat.id, confirmed_at=clock.now()
    )
    session.add(confirmation)
    with refused_as(
        Conflict("Another leader has already confirmed this designation.", code="no-longer-waits"), TAKEN_ALREADY
    ):
        await session.flush()
    fields = {"code": named.code, "party": roster.party_code(named.party), "clause": row.clause}
    await journal.append(session, seat, ControllerConfirmed(member=named.id, **fields))


_DESIGNATED: Final = text("select controller_designated() as stands").columns(stands=Boolean)
