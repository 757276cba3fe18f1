"""The phases of a team: operational, and then trial, in which nothing new enters and what is there is used.

Reading, consents, releases, disclosures, reviews and erasures go on in the trial phase, and work on tasks that were given. An
administrator moves the phase as a clause of the agreement says, and back, where an amendment extends the operation.
Deliberately not here: the end of a team (`services/closing.py`).
"""

from enum import StrEnum
from typing import Final

from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict
from app.ledger import journal
from app.ledger.facts import JitPhaseMoved
from app.services import agreement, closing


class Phase(StrEnum):
    """Where a team stands."""

    OPERATIONAL = "operational"
    TRIAL = "trial"


async def demand_operational(session: Reading, seat: Seat, unchanged: str) -> None:
    """Raises `Conflict` in the trial phase. `unchanged`: what was not done."""
    if not await is_operational(session, seat):
        raise Conflict(
            "The operational phase of this team is over: nothing new enters. Reading, consents and disclosures go on. "
            + unchanged,
            code="trial-phase",
        )


async def is_operational(session: Reading, seat: Seat) -> bool:
    """Whether something new may enter the team."""
    rows = await session.fetch(_STATE, seat.jit)
    return not rows or rows[0]["state"] == Phase.OPERATIONAL


async def move(session: Writing, seat: Seat, phase: Phase, *, clause: str, reason: str, expected: int) -> None:
    """Move the team to another phase. Raises `Conflict`, `Stale`: then nothing was changed."""
    jit = await agreement.held(session, seat, expected, "Nothing was changed now.")
    if jit.state == phase or jit.state not in set(Phase):
        raise Conflict("The team is in that phase already, or closed. Nothing was changed.", code="phase-so-already")
    if await closing.standing(session, seat.jit) is not None:
        raise Conflict(
            "It is declared that the team is closed: take that back first. Nothing was changed.", code="closes-already"
        )
    former, jit.state, jit.version = jit.state, phase.value, jit.version + 1
    await session.flush()
    fact = JitPhaseMoved(jit=jit.id, former=former, phase=phase.value, clause=clause, reason=reason)
    await journal.append(session, seat, fact)


_STATE: Final = "select state from jits where id = $1"
