"""Approve field erasures about jointly obtained exhibits: each other originator agrees or refuses.

A refusal has a reason. The database counts the approvals, two per party where a party requires two leaders for
erasures. It approves no erasure while one is missing. The last missing approval decides the erasure.

Not here: requesting an erasure and the second leader of its own party (`services/retention/field_erasures.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import text

from app import clock
from app.access.seats import Seat
from app.connections import refused_as
from app.database import Reading, Writing
from app.errors import Forbidden
from app.models import FieldErasure, FieldErasureAgreement


@dataclass(frozen=True, slots=True)
class Assents:
    """The parties whose approval is required, and those that have not given it yet."""

    asked: Sequence[UUID]
    lacking: Sequence[UUID]


NOBODYS: Final = Assents((), ())


async def of(session: Reading, erasure: UUID) -> Assents:
    """Return the approvals of one erasure, for its party and for the parties asked."""
    row = (await session.execute(_OF, {"wanted": erasure})).one()
    return Assents(row.asked, row.lacking)


async def hold(session: Writing, erasure: UUID) -> None:
    """Lock the erasure until the transaction ends, so that nobody else approves, confirms or withdraws it."""
    await session.execute(_HOLD, {"wanted": erasure})


async def is_whole(session: Reading, erasure: UUID) -> bool:
    """Return whether all approvals are given, including the second leader of its own party."""
    return bool(await session.scalar(_WHOLE, {"wanted": erasure}))


async def put(session: Writing, seat: Seat, row: FieldErasure) -> None:
    """Record the approval of the member's party.

    Raises:
        Forbidden: The approval of this party or member is not required, or was given already.
    """
    session.add(
        FieldErasureAgreement(erasure=row.id, agreed_by=seat.id, jit=seat.jit, party=seat.party, agreed_at=clock.now())
    )
    refusal = Forbidden(
        "A leader of a party that obtained it jointly agrees, and nobody twice. Nothing was erased.",
        code="not-to-agree",
    )
    with refused_as(refusal):
        await session.flush()


_OF: Final = text("select asked_assents(:wanted) as asked, lacking_assents(:wanted) as lacking")
_HOLD: Final = text("select hold_field_erasure(:wanted)")
_WHOLE: Final = text("select is_agreed_to_fields(:wanted)")
