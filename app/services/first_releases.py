"""The releases with which an exhibit begins: its originator's own, and one for each party that has it from the first moment.

Deliberately not here: what is granted, changed and recalled later (`services/releases.py`).
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any
from uuid import UUID

from app.access.decisions import Level
from app.access.seats import Seat
from app.connections import refused_as
from app.errors import Conflict
from app.services.terms import Resolved, Terms


def first_rows(
    seat: Seat,
    evidence: UUID,
    resolved: Sequence[Resolved],
    now: datetime,
    *,
    ruled: bool,
    jointly: Sequence[UUID],
    names: Sequence[UUID] | None = None,
) -> list[dict[str, Any]]:
    """The rows of a new exhibit: its originator's own, by which the others are weighed, and one for each other party.

    `ruled`: standing rules give to the others, now and when they change; not to who obtained it `jointly`. `names`: what its parents
    leave of its own party, where nobody said less.
    """
    assert seat.party is not None
    assert seat.party_code is not None
    own = next((one for one in resolved if one.party == seat.party), None)
    if own is None:
        own = Resolved(
            seat.party,
            seat.party_code,
            Level.HELD,
            None,
            None if names is None else list(names),
            Terms(seat.party_code, "held"),
        )
    key = {"jit": seat.jit, "evidence": evidence, "originator": seat.party, "own_seats": own.seats, "version": 1}
    key |= {"joint": list(jointly) or None}
    first = {"party": own.party, "by_hand": list(jointly) if ruled else None} | own.columns(seat, now)
    others = [{"party": one.party, "by_hand": None} | one.columns(seat, now) for one in resolved if one is not own]
    return [key | row for row in (first, *others)]


def told_of_changed_rules() -> AbstractContextManager[None]:
    """A member's rows that the rules, as they were read, gave, and that the database refuses, because they read otherwise."""
    said = "Your party's rules were changed at this moment. Nothing was created; try again."
    return refused_as(Conflict(said, code="rules-changed"))
