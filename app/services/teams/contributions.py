"""Check whether a party may contribute exhibits now, and with which verification state they start.

Uploads by parties outside the Union enter quarantine, and need a designated controller (Reg. (EU) 2023/969
Art. 17(3), 18, 23(2)). Not here: the approval that ends quarantine (`services/sharing/quarantine.py`).
"""

from typing import Final
from uuid import UUID

from sqlalchemy import select, text

from app.access.seats import Seat
from app.access.sharing.gates import beyond_the_union
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden
from app.models import Evidence, Release
from app.services.teams import controllers, phases


def contributor(seat: Seat) -> tuple[UUID, str]:
    """Return id and code of the contributing party.

    Raises:
        Forbidden: The member has no party.
    """
    if seat.party is None or seat.party_code is None:
        raise Forbidden("Only a party can contribute an exhibit.", code="no-party")
    return seat.party, seat.party_code


def entering(seat: Seat) -> str | None:
    """Return the initial verification state of this member's uploads; `None` if they need no verification."""
    return "waiting" if beyond_the_union(seat.party_kind or "") else None


async def demand_open(session: Reading, seat: Seat) -> None:
    """Refuse contributions in the trial phase, and from outside the Union without a controller.

    Raises:
        Conflict: One of these applies.
    """
    await phases.demand_operational(session, seat)
    if entering(seat) is not None:
        await controllers.demand(session, seat)


def demand_there(exhibit: Evidence) -> Evidence:
    """Return the exhibit unless it was erased.

    Raises:
        Conflict: It was erased.
    """
    if exhibit.status == "erased":
        raise Conflict("The exhibit was erased. Only its number and its custody record remain.", code="erased")
    return exhibit


def demand_active(exhibit: Evidence, refusal: str) -> Evidence:
    """Return the exhibit if it is active. `refusal`: message for a withdrawn one.

    Raises:
        Conflict: It was erased or withdrawn.
    """
    found = demand_there(exhibit)
    if found.status != "active":
        raise Conflict(refusal, code="withdrawn")
    return found


async def admit_administrators(session: Writing, evidence: UUID) -> list[Release]:
    """Insert and return the release rows through which administrators read a new exhibit in quarantine."""
    return list(await session.scalars(select(Release).from_statement(_BEGIN), {"evidence": evidence}))


async def demand_unjudged(session: Reading, seat: Seat, exhibit: Evidence) -> None:
    """Refuse additions to an exhibit that was verified or privilege-reviewed.

    The result covers only the content that existed at that time.

    Raises:
        Conflict: It was verified or reviewed, or it awaits verification and no controller is designated.
    """
    if exhibit.privilege not in {None, "unchecked"}:
        raise Conflict(
            "The exhibit passed privilege review as it is. Register new material as a separate exhibit.",
            code="filtered-already",
        )
    if exhibit.verification is None:
        return
    if exhibit.verification != "waiting":
        raise Conflict(
            "The exhibit was approved as it is. Register new material as a separate exhibit.",
            code="verified-already",
        )
    await controllers.demand(session, seat)


_BEGIN: Final = text("select * from begin_quarantine(:evidence)")
