"""Whether a party may contribute at this moment, and in which state what it brings enters.

What comes from beyond the Union enters quarantine, and only while a controller is designated (Reg. (EU) 2023/969 Art. 17(3),
18, 23(2)). Deliberately not here: the verdict that ends the quarantine (`services/quarantine.py`).
"""

from typing import Final
from uuid import UUID

from sqlalchemy import select, text

from app.access.gates import beyond_the_union
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden
from app.models import Evidence, Release
from app.services import controllers, phases


def contributor(seat: Seat) -> tuple[UUID, str]:
    """The party that obtained the exhibit, and its code. Raises `Forbidden` without one."""
    if seat.party is None or seat.party_code is None:
        raise Forbidden("Only a party can contribute an exhibit.", code="no-party")
    return seat.party, seat.party_code


def entering(seat: Seat) -> str | None:
    """The state of verification in which what this seat brings enters. None: it needs none."""
    return "waiting" if beyond_the_union(seat.party_kind or "") else None


async def demand_open(session: Reading, seat: Seat) -> None:
    """Raises `Conflict` after the operational phase, and for what comes from beyond the Union without a controller."""
    await phases.demand_operational(session, seat, "Nothing was created.")
    if entering(seat) is not None:
        await controllers.demand(session, seat)


def demand_there(exhibit: Evidence) -> Evidence:
    """The exhibit, unless it was erased. Raises `Conflict`."""
    if exhibit.status == "erased":
        raise Conflict("The exhibit is erased; its number and its custody are what is left.", code="erased")
    return exhibit


def demand_active(exhibit: Evidence, refusal: str) -> Evidence:
    """The same, while it is in use. Raises `Conflict`, too: `refusal` of one that is withdrawn."""
    found = demand_there(exhibit)
    if found.status != "active":
        raise Conflict(refusal, code="withdrawn")
    return found


async def admit_administrators(session: Writing, evidence: UUID) -> list[Release]:
    """The rows by which administrators read a new exhibit in quarantine."""
    return list(await session.scalars(select(Release).from_statement(_BEGIN), {"evidence": evidence}))


async def demand_unjudged(session: Reading, seat: Seat, exhibit: Evidence) -> None:
    """Raises `Conflict` for an exhibit that was verified or filtered: it stays as it was then."""
    if exhibit.privilege not in {None, "unchecked"}:
        raise Conflict(
            "The exhibit was filtered as it is; nothing is added to it. Register what is new as an exhibit of its own.",
            code="filtered-already",
        )
    if exhibit.verification is None:
        return
    if exhibit.verification != "waiting":
        raise Conflict(
            "The exhibit was verified as it is; nothing is added to it. Register what is new as an exhibit of its own.",
            code="verified-already",
        )
    await controllers.demand(session, seat)


_BEGIN: Final = text("select * from begin_quarantine(:evidence)")
