"""Phases of a team: operational, then trial, in which nothing new is registered.

In the trial phase reading, consents, releases, disclosures, reviews, erasures and work on existing tasks continue.
An administrator moves the team under a clause of the agreement; an amendment can move it back.
Not here: closing a team (`services/ending/closing.py`).
"""

from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict
from app.ledger import journal
from app.ledger.facts import JitPhaseMoved
from app.models import Closing
from app.queries import scalar
from app.services.teams import team_settings


class Phase(StrEnum):
    """Phase of a team."""

    OPERATIONAL = "operational"
    TRIAL = "trial"


async def demand_operational(session: Reading, seat: Seat) -> None:
    """Refuse in the trial phase.

    Raises:
        Conflict: The team is not in its operational phase.
    """
    if not await is_operational(session, seat):
        raise Conflict(
            "The operational phase of this team has ended. Reading, consent and disclosure are still possible.",
            code="trial-phase",
        )


async def is_operational(session: Reading, seat: Seat) -> bool:
    """Return whether new items may enter the team."""
    return await session.fetch_first(_STATE, jit=seat.jit) in {None, Phase.OPERATIONAL.value}


async def declared_closing(session: Reading, jit: UUID) -> Closing | None:
    """Return the closing that was declared and not withdrawn."""
    query = select(Closing).where(Closing.jit == jit, Closing.withdrawn_at.is_(None))
    return (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()


async def move(session: Writing, seat: Seat, phase: Phase, *, clause: str, reason: str, expected: int) -> None:
    """Move the team to another phase.

    Raises:
        Conflict: The team is in that phase already, is closed, or its closing is declared.
        Stale: The team changed since the administrator saw it.
    """
    jit = await team_settings.lock_version(session, seat, expected)
    if jit.state == phase or jit.state not in set(Phase):
        raise Conflict("The team is already in this phase, or is closed.", code="phase-so-already")
    if await declared_closing(session, seat.jit) is not None:
        raise Conflict("The closing of the team is declared. Withdraw the declaration first.", code="closes-already")
    former, jit.state, jit.version = jit.state, phase.value, jit.version + 1
    await session.flush()
    fact = JitPhaseMoved(jit=jit.id, former=former, phase=phase.value, clause=clause, reason=reason)
    await journal.append(session, seat, fact)


_STATE: Final = scalar(str, "select state from jits where id = :jit")
