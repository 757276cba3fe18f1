"""Blank labels: print them before the exhibit exists, bind one at registration, or declare a lost one void.

Only the members of its party see an unbound label. For all others its code behaves like an unknown code. A void label
stays void.

Not here: labels of registered exhibits (`services/evidence/labels.py`) and the layout of a label (the frontend).
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
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts.evidence.labels import BlankLabelsMade, LabelVoided
from app.models import BlankLabel, Member

#: Most blank labels of one party that are neither bound nor void.
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
    """A label that is bound to no exhibit, with the codes of the members who printed it and declared it void."""

    row: BlankLabel
    printed_by: str
    voided_by: str | None


@dataclass(frozen=True, slots=True)
class LabelPosition:
    """The last label of the previous page: the cursor of the list."""

    sheet: UUID
    code: str


async def make(session: Writing, seat: Seat, many: int) -> Sequence[str]:
    """Make blank labels and return their codes.

    Raises:
        Conflict: The party would have more than `MOST_BLANK` unbound labels.
    """
    blank = select(func.count()).select_from(BlankLabel).where(*_is_unbound(seat), BlankLabel.voiding.is_(None))
    if (await session.scalars(blank)).one() + many > MOST_BLANK:
        raise Conflict(
            Phrase(
                "Your party already has {most_blank} unused labels. Use them first, or declare lost ones void.",
                most_blank=MOST_BLANK,
            ),
            code="too-many-blanks",
        )
    assert seat.party is not None
    sheet = clock.new_id()
    made = {"jit": seat.jit, "party": seat.party, "sheet": sheet, "seat": seat.id, "now": clock.now(), "many": many}
    codes = (await session.scalars(_MAKE, made)).all()
    await journal.append(session, seat, BlankLabelsMade(sheet=sheet, labels=many, hearing=((seat.party, None),)))
    return codes


async def bind(session: Writing, evidence: UUID, code: str, field: str) -> None:
    """Bind a blank label to an exhibit that was just registered.

    Raises:
        Invalid: The code is not a blank label of the party, is bound already, or is void. The error does not say which.
    """
    if not await session.scalar(_BIND, {"code": code, "evidence": evidence}):
        raise Invalid(
            "This is not an unused label of your party. It may be used, void or unknown.",
            field=field,
        )


async def list_unbound(
    session: Reading, seat: Seat, behind: LabelPosition | None, limit: int, begins: str = ""
) -> list[Blank]:
    """Return the unbound labels of the member's party, void ones included, newest sheet first.

    Args:
        session: The transaction of the request.
        seat: The member who asks.
        behind: The last label of the previous page; `None` for the first page.
        limit: Size of the page.
        begins: Only labels whose code begins with this text.
    """
    query = _blanks(seat).order_by(BlankLabel.sheet.desc(), BlankLabel.code.desc()).limit(limit)
    if begins:
        query = query.where(BlankLabel.code.startswith(begins, autoescape=True))
    if behind is not None:
        query = query.where(tuple_(BlankLabel.sheet, BlankLabel.code) < (behind.sheet, behind.code))
    return [Blank(*row) for row in await session.execute(query)]


async def read(session: Reading, seat: Seat, code: str) -> Blank:
    """Return one unbound label of the member's party.

    Raises:
        NotFound: The label is absent, of another party, or bound to an exhibit.
    """
    query = _blanks(seat).where(BlankLabel.code == code).execution_options(populate_existing=True)
    row = (await session.execute(query)).one_or_none()
    if row is None:
        raise NotFound
    return Blank(*row)


async def declare_void(session: Writing, seat: Seat, code: str, reason: str, *, expected: int) -> None:
    """Declare an unbound label void, for good.

    A repeated call by the same member with the same reason changes nothing and succeeds, so that a client may retry.

    Raises:
        NotFound: The label is absent, of another party, or bound to an exhibit.
        Stale: The label was changed since the member read it.
        Conflict: The label is void already.
    """
    held = select(BlankLabel.code).where(BlankLabel.code == code, *_is_unbound(seat)).with_for_update()
    await session.execute(held)  # a registration with this label waits, or has bound it already
    row = (await read(session, seat, code)).row
    if (row.voided_by, row.void_reason) == (seat.id, reason):
        return
    if row.version != expected:
        raise Stale(
            "Another user changed this label. Reload it.",
            extra={"current": {"void": row.voiding is not None, "version": row.version}},
        )
    if row.voiding is not None:
        raise Conflict("This label is already void.", code="label-void-already")
    assert seat.party is not None
    fact = LabelVoided(sheet=row.sheet, label=code, reason=reason, hearing=((seat.party, None),))
    entry, *_ = await journal.append(session, seat, fact)
    values = {"voiding": entry.id, "voided_by": seat.id, "voided_at": clock.now(), "void_reason": reason}
    await session.execute(update(BlankLabel).where(BlankLabel.code == code).values(values))


async def demand_not_void(session: Reading, seat: Seat, code: str) -> None:
    """Refuse the code of a label that was declared void.

    Only members of the label's party get this error. For all others the code is unknown.

    Raises:
        Gone: The label is void.
    """
    row = (await session.execute(_blanks(seat).where(BlankLabel.code == code))).one_or_none()
    blank = None if row is None else Blank(*row)
    if blank is None or blank.row.voided_at is None:
        return
    void = {"by": blank.voided_by, "at": clock.rfc3339(blank.row.voided_at), "reason": blank.row.void_reason}
    raise Gone(
        Phrase(
            "This label was declared void by {voided_by} on {date}. Use another label.",
            voided_by=str(blank.voided_by),
            date=str(void["at"]),
        ),
        code="label-void",
        extra={"void": void},
    )


def _is_unbound(seat: Seat) -> tuple[ColumnElement[bool], ...]:
    return BlankLabel.jit == seat.jit, BlankLabel.party == seat.party, BlankLabel.evidence.is_(None)


def _blanks(seat: Seat) -> "Select[BlankLabel, str, str]":
    printer, voider = aliased(Member), aliased(Member)
    return (
        select(BlankLabel, printer.code, voider.code)
        .join(printer, (printer.jit == BlankLabel.jit) & (printer.id == BlankLabel.printed_by))
        .join(voider, (voider.jit == BlankLabel.jit) & (voider.id == BlankLabel.voided_by), isouter=True)
        .where(*_is_unbound(seat))
    )
