"""Erasures of fields of what was obtained jointly: each other originator agrees, or refuses with a reason.

The database counts the words itself, by two where a party demands two for erasures, and approves nothing that lacks one. Whose word
is the last that lacks decides. Deliberately not here: wanting one, and its own party's second leader (`services/field_erasures.py`).
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
    """The parties that are asked, and those of them whose word lacks."""

    asked: Sequence[UUID]
    lacking: Sequence[UUID]


NOBODYS: Final = Assents((), ())


async def of(session: Reading, erasure: UUID) -> Assents:
    """Of one erasure, for its party and for those who are asked."""
    row = (await session.execute(_OF, {"wanted": erasure})).one()
    return Assents(row.asked, row.lacking)


async def hold(session: Writing, erasure: UUID) -> None:
    """Until the transaction ends nobody else agrees to it, confirms it or gives it up."""
    await session.execute(_HOLD, {"wanted": erasure})


async def is_whole(session: Reading, erasure: UUID) -> bool:
    """Whether no word lacks any more, its own party's second leader's included."""
    return bool(await session.scalar(_WHOLE, {"wanted": erasure}))


async def put(session: Writing, seat: Seat, row: FieldErasure) -> None:
    """The word of the seat's party. Raises `Forbidden` for who is not asked (any more), or asked already."""
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
