"""Emergency access that a party grants in advance, one decision per recipient party.

Without a decision emergency access is off. It cannot be granted to a party outside the EU, because every transfer there
needs an attestation (Regulation (EU) 2023/969, Art. 17(2)).
Not here: the use of emergency access (`services/sharing/emergency_access.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.decisions import LEVELS
from app.access.gates import beyond_the_union
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, Stale
from app.ledger import journal
from app.ledger.facts import BreakGlassSet
from app.models import BreakGlass
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision about one recipient: allowed or not, the level, and the clause of the agreement."""

    allowed: bool
    level: str
    clause: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The current decisions of the member's party."""

    rows: Sequence[BreakGlass]
    roster: Roster


async def listed(session: Reading, seat: Seat) -> Standing:
    """Return every decision of the member's own party. No decision means no emergency access."""
    query = select(BreakGlass).where(BreakGlass.jit == seat.jit, BreakGlass.party == seat.party)
    return Standing((await session.scalars(query)).all(), await rosters.of(session, seat.jit))


async def decide(session: Writing, seat: Seat, recipient: str, what: Decided, *, expected: int) -> None:
    """Allow, change or stop emergency access for a recipient party.

    Args:
        session: The transaction of the request.
        seat: The leader who decides.
        recipient: Code of the recipient party.
        what: The decision.
        expected: Version of the decision that the leader saw; 0 if there was none.

    Raises:
        Forbidden: The member belongs to no party.
        Invalid: The recipient is unknown or the member's own party.
        Conflict: The recipient is outside the EU.
        Stale: The decision changed since the leader saw it.
    """
    if seat.party is None:
        raise Forbidden("Only a party allows this. Nothing was changed.", code="no-party")
    roster = await rosters.of(session, seat.jit)
    to = roster.party(recipient, "party")
    if to.id == seat.party:
        raise Invalid("Your own party holds what it contributed. Nothing was changed.", field="party")
    if what.allowed and beyond_the_union(to.kind):
        raise Conflict(
            f"{to.code} is beyond the Union: each transfer there is signed for (Reg. (EU) 2023/969 Art. 17(2)). "
            "Nothing was changed.",
            code="outbound-gate-closed",
        )
    key = {"jit": seat.jit, "party": seat.party, "recipient": to.id}
    decided = {
        "allowed": what.allowed,
        "level": int(LEVELS[what.level]),
        "clause": what.clause,
        "decided_by": seat.id,
        "decided_at": clock.now(),
        "version": expected + 1,
    }
    fresh = insert(BreakGlass).values(**key, **decided)
    changed = fresh.on_conflict_do_update(
        index_elements=list(key), set_=decided, where=BreakGlass.version == expected
    ).returning(BreakGlass.version)
    if expected == 0:
        changed = fresh.on_conflict_do_nothing().returning(BreakGlass.version)
    elif await session.get(BreakGlass, tuple(key.values())) is None:
        raise Stale("Nothing is decided for this party yet. Nothing was changed.", extra={"current": {"version": 0}})
    if (await session.execute(changed)).one_or_none() is None:
        raise Stale("Another leader decided meanwhile. Nothing was changed now.")
    said: dict[str, Any] = {"recipient": to.code, "allowed": what.allowed, "level": what.level, "clause": what.clause}
    await journal.append(session, seat, BreakGlassSet(party=seat.party, hearing=((seat.party, None),), **said))
