"""First releases of a new exhibit: the originator's own, and those of parties with initial access.

Not here: later grants, changes and recalls (`services/sharing/releases.py`).
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
from app.services.sharing.terms import ReleaseTerms, Resolved


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
    """Return the release rows of a new exhibit, the originator's own first.

    The other rows are checked against the originator's row.

    Args:
        seat: The member who registers the exhibit.
        evidence: The exhibit.
        resolved: The releases; the originator's own may be missing.
        now: The time of registration.
        ruled: Whether default sharing rules decide for other parties, now and when the rules change.
        jointly: Other parties that obtained the exhibit jointly; rules do not decide for them.
        names: Members of the originator that the parents of a derived exhibit allow, if its own release is missing.
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
            ReleaseTerms(seat.party_code, "held"),
        )
    key = {"jit": seat.jit, "evidence": evidence, "originator": seat.party, "own_seats": own.seats, "version": 1}
    key |= {"joint": list(jointly) or None}
    first = {"party": own.party, "by_hand": list(jointly) if ruled else None} | own.columns(seat, now)
    others = [{"party": one.party, "by_hand": None} | one.columns(seat, now) for one in resolved if one is not own]
    return [key | row for row in (first, *others)]


def told_of_changed_rules() -> AbstractContextManager[None]:
    """Turn a refusal of the first releases by the database into `Conflict`, as a context manager.

    The database refuses such a row when the rules have changed since they were read.
    """
    said = "Your party's rules were changed at this moment. Nothing was created; try again."
    return refused_as(Conflict(said, code="rules-changed"))
