"""Blank labels: printed before there is a thing, and bound to the exhibit that is registered under one.

Until then a blank is its party's alone, and leads nowhere, as a code that nobody made. Deliberately not here: labels of exhibits that
are there (`services/labels.py`), and what a label looks like (the page).
"""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import DateTime, Integer, Uuid, bindparam, func, select, text

from app import clock
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Invalid
from app.ledger import journal
from app.ledger.facts.labels import BlankLabelsMade
from app.models import BlankLabel

#: Blanks of one party that are bound to nothing yet: more were lost than are used.
MOST_BLANK: Final = 2_000
#: The database draws the codes.
_MAKE: Final = text(
    "insert into blank_labels (jit, party, sheet, printed_by, printed_at)"
    " select :jit, :party, :sheet, :seat, :now from generate_series(1, :many) returning code"
).bindparams(
    *(bindparam(name, type_=Uuid) for name in ("jit", "party", "sheet", "seat")),
    bindparam("now", type_=DateTime(timezone=True)),
    bindparam("many", type_=Integer),
)
_BIND: Final = text("select bind_blank_label(:code, :evidence)")


async def make(session: Writing, seat: Seat, many: int) -> Sequence[str]:
    """The codes of so many blanks. Raises `Conflict` where too many lie about already."""
    blank = (
        select(func.count()).select_from(BlankLabel).where(BlankLabel.jit == seat.jit, BlankLabel.evidence.is_(None))
    )
    if (await session.scalars(blank)).one() + many > MOST_BLANK:
        raise Conflict(
            f"Your party has {MOST_BLANK} blank labels that nothing bears yet. Use those first. Nothing was made.",
            code="too-many-blanks",
        )
    assert seat.party is not None
    sheet = clock.new_id()
    made = {"jit": seat.jit, "party": seat.party, "sheet": sheet, "seat": seat.id, "now": clock.now(), "many": many}
    codes = (await session.scalars(_MAKE, made)).all()
    await journal.append(session, seat, BlankLabelsMade(sheet=sheet, labels=many, hearing=((seat.party, None),)))
    return codes


async def bind(session: Writing, evidence: UUID, code: str, field: str) -> None:
    """The exhibit that was just entered bears this code from now on. Raises `Invalid`, whatever it is about the code."""
    if not await session.scalar(_BIND, {"code": code, "evidence": evidence}):
        raise Invalid(
            "This is no blank label of your party: nobody printed it here, or something bears it already. Nothing was created.",
            field=field,
        )
