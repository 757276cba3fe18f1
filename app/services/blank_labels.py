"""Blank labels: printed before there is a thing, and bound to the exhibit that is registered under one, or declared void once lost.

Until then a blank is its party's alone, and leads nowhere, as a code that nobody made. A void one stays void. Deliberately not here: labels of exhibits that
are there (`services/labels.py`), and what a label looks like (the page).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, Integer, Select, Uuid, bindparam, func, select, text, tuple_, update
from sqlalchemy.orm import aliased

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Gone, Invalid, NotFound, Stale
from app.ledger import journal
from app.ledger.facts.labels import BlankLabelsMade, LabelVoided
from app.models import BlankLabel, Member

#: Blanks of one party that are bound to nothing yet and not void: more were lost than are used.
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


@dataclass(frozen=True, slots=True)
class Blank:
    """A label that nothing bears, and by the codes of which seats it was printed and declared void."""

    row: BlankLabel
    printed_by: str
    voided_by: str | None


@dataclass(frozen=True, slots=True)
class Behind:
    """The last one of the page before."""

    sheet: UUID
    code: str


async def make(session: Writing, seat: Seat, many: int) -> Sequence[str]:
    """The codes of so many blanks. Raises `Conflict` where too many lie about already."""
    blank = select(func.count()).select_from(BlankLabel).where(*_unborne(seat), BlankLabel.voiding.is_(None))
    if (await session.scalars(blank)).one() + many > MOST_BLANK:
        raise Conflict(
            f"Your party has {MOST_BLANK} blank labels that nothing bears yet. Use those first, or declare void what is lost."
            " Nothing was made.",
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
            "This is no blank label of your party: nobody printed it here, something bears it already, or it is void."
            " Nothing was created.",
            field=field,
        )


async def listed(session: Reading, seat: Seat, behind: Behind | None, limit: int, begins: str = "") -> list[Blank]:
    """What the seat's party printed and nothing bears, void ones too, the newest sheet first. `begins`: their codes."""
    query = _blanks(seat).order_by(BlankLabel.sheet.desc(), BlankLabel.code.desc()).limit(limit)
    if begins:
        query = query.where(BlankLabel.code.startswith(begins, autoescape=True))
    if behind is not None:
        query = query.where(tuple_(BlankLabel.sheet, BlankLabel.code) < (behind.sheet, behind.code))
    return [Blank(*row) for row in await session.execute(query)]


async def read(session: Reading, seat: Seat, code: str) -> Blank:
    """One of them. Raises `NotFound`, for what something bears too."""
    query = _blanks(seat).where(BlankLabel.code == code).execution_options(populate_existing=True)
    row = (await session.execute(query)).one_or_none()
    if row is None:
        raise NotFound
    return Blank(*row)


async def declare_void(session: Writing, seat: Seat, code: str, reason: str, *, expected: int) -> None:
    """Nothing bears this label, and nothing ever will. Raises `NotFound`, `Stale`, `Conflict`: then nothing was changed.

    Sent again by whom it was told with this reason, because no answer came, it stands as it was told.
    """
    held = select(BlankLabel.code).where(BlankLabel.code == code, *_unborne(seat)).with_for_update()
    await session.execute(held)  # who registers a thing under it waits, or was first
    row = (await read(session, seat, code)).row
    if (row.voided_by, row.void_reason) == (seat.id, reason):
        return
    if row.version != expected:
        raise Stale(
            "This label was changed meanwhile. Nothing was changed now.",
            extra={"current": {"void": row.voiding is not None, "version": row.version}},
        )
    if row.voiding is not None:
        raise Conflict("This label was declared void already. Nothing was changed.", code="label-void-already")
    assert seat.party is not None
    fact = LabelVoided(sheet=row.sheet, label=code, reason=reason, hearing=((seat.party, None),))
    entry, *_ = await journal.append(session, seat, fact)
    said = {"voiding": entry.id, "voided_by": seat.id, "voided_at": clock.now(), "void_reason": reason}
    await session.execute(update(BlankLabel).where(BlankLabel.code == code).values(said))


async def demand_not_void(session: Reading, seat: Seat, code: str) -> None:
    """Raises `Gone` for a label that was declared void, to who could see it while it was blank; nobody else is told."""
    row = (await session.execute(_blanks(seat).where(BlankLabel.code == code))).one_or_none()
    blank = None if row is None else Blank(*row)
    if blank is None or blank.row.voided_at is None:
        return
    told = {"by": blank.voided_by, "at": clock.rfc3339(blank.row.voided_at), "reason": blank.row.void_reason}
    raise Gone(
        f"This label was declared void by {blank.voided_by} on {told['at']}: nothing is registered under it.",
        code="label-void",
        extra={"void": told},
    )


def _unborne(seat: Seat) -> tuple[ColumnElement[bool], ...]:
    return BlankLabel.jit == seat.jit, BlankLabel.party == seat.party, BlankLabel.evidence.is_(None)


def _blanks(seat: Seat) -> "Select[BlankLabel, str, str]":
    printer, voider = aliased(Member), aliased(Member)
    return (
        select(BlankLabel, printer.code, voider.code)
        .join(printer, (printer.jit == BlankLabel.jit) & (printer.id == BlankLabel.printed_by))
        .join(voider, (voider.jit == BlankLabel.jit) & (voider.id == BlankLabel.voided_by), isouter=True)
        .where(*_unborne(seat))
    )
