"""The controller of what third countries and international judicial authorities upload (Reg. (EU) 2023/969 Art. 23(2)).

An administrator, whom the agreement designates and an administrator enters with the clause that says so. Without one that sits
at this moment nothing comes in and nothing is verified. Deliberately not here: the controllers of a party's own data.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Boolean, select, text

from app import clock
from app.access.roles import Role
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Invalid
from app.ledger import journal
from app.ledger.facts import ControllerDesignated
from app.models import Controller
from app.services import roster as rosters

MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Designated:
    """The designations, the last first. `stands`: the last one counts at this moment."""

    rows: Sequence[Controller]
    stands: bool


async def read(session: Reading, seat: Seat) -> Designated:
    """Who is the controller, and who was."""
    query = select(Controller).where(Controller.jit == seat.jit).order_by(Controller.id.desc()).limit(MOST)
    return Designated((await session.scalars(query)).all(), await designated(session))


async def designated(session: Reading) -> bool:
    """Whether a controller sits at this moment."""
    return bool(await session.scalar(_DESIGNATED))


async def demand(session: Reading, seat: Seat) -> None:
    """Raises `Conflict` while none does."""
    if not await designated(session):
        raise Conflict(
            "No controller is designated for what third countries and international judicial authorities upload"
            f" (Reg. (EU) 2023/969 Art. 23(2)){'; designate one first' if Role.ADMINISTRATOR in seat.roles else ''}."
            " Nothing was created.",
            code="no-controller-designated",
        )


async def designate(session: Writing, seat: Seat, code: str, clause: str) -> None:
    """Enter whom the agreement designates. Raises `Invalid` for a seat that is no administrator's."""
    roster = await rosters.of(session, seat.jit)
    named = next((one for one in roster.seats if one.code == code and one.state == "seated"), None)
    if named is None or Role.ADMINISTRATOR not in named.roles:
        raise Invalid("The controller is an administrator of this team. Nothing was changed.", field="seat")
    row = Controller(
        id=clock.new_id(), jit=seat.jit, seat=named.id, clause=clause, designated_by=seat.id, designated_at=clock.now()
    )
    session.add(row)
    await session.flush()
    fact = ControllerDesignated(member=named.id, code=code, party=roster.party_code(named.party), clause=clause)
    await journal.append(session, seat, fact)


_DESIGNATED: Final = text("select controller_designated() as stands").columns(stands=Boolean)
