"""Copies: what was taken stays taken. A recall, or a withdrawal, asks each holder: destroyed, or kept, because.

The question stays until it is answered, though its holder does not see the exhibit any more: it says what was known when the
copy was taken, and the reason of who asks. What is kept may be asked after again, and destroyed later; what is destroyed is
so for good. Deliberately not here: taking (`services/openings.py`) and recalling (`services/releases.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import insert, or_, select, update

from app import clock
from app.access.roles import Permission, Role
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.ledger import journal
from app.ledger.facts import CopyAnswered, CopyAsked
from app.models import Copy, Evidence, Party, Release
from app.services import roster as rosters
from app.services.roster import Roster

_INSERT = insert(Copy).execution_options(dml_strategy="raw")


@dataclass(frozen=True, slots=True)
class Keeping:
    """Who keeps what is taken, and under which number of a national file."""

    custodian: str
    file_number: str


@dataclass(frozen=True, slots=True)
class Filters:
    """`side`: what one's own party holds, or what others hold of what it contributed. `unanswered`: asked, and still waits."""

    side: str | None = None
    unanswered: bool | None = None
    evidence: UUID | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A copy as one seat may see it."""

    copy: Copy
    seat: Seat
    roster: Roster

    @property
    def may_answer(self) -> bool:
        """Whether this seat may say now what became of it."""
        copy = self.copy
        return copy.asked_at is not None and copy.state != "destroyed" and answers(self.seat, copy, self.roster)


def answers(seat: Seat, copy: Copy, roster: Roster) -> bool:
    """Who answers for a copy: the seat that took it, and the leaders of its party.

    Where that has left, a leader of the originator notes what it wrote.
    """
    if not seat.may(Permission.COPY_ANSWER) or copy.party == copy.originator:
        return False
    if roster.has_left(copy.party):
        return copy.originator == seat.party and Role.LEADER in seat.roles
    return copy.party == seat.party and (copy.seat == seat.id or Role.LEADER in seat.roles)


async def keep(
    session: Writing, seat: Seat, exhibit: Evidence, release: Release, opening: dict[str, Any], keeping: Keeping
) -> None:
    """Note what was just taken, as the exhibit and its release stand. The entry of the taking says it too."""
    row = {name: opening[name] for name in ("id", "jit", "evidence", "seat")} | {
        "taken_at": opening["opened_at"],
        "exhibit_number": exhibit.exhibit_number,
        "title": exhibit.title,
        "originator": exhibit.originator,
        "own_seats": release.own_seats,
        "party": seat.party,
        "authorities": release.authorities,
        "seats": release.seats,
        "custodian": keeping.custodian,
        "file_number": keeping.file_number,
        "state": "out",
        "version": 1,
    }
    await session.execute(_INSERT, row)


async def ask(
    session: Writing, evidence: UUID, roster: Roster, reason: str, *, party: UUID | None = None
) -> list[CopyAsked]:
    """Ask after every copy that others have, or that `party` has; what the ledger says of it. Before the exhibit's chain is taken.

    A question that still waits is not asked twice.
    """
    mine = Copy.party == party if party is not None else Copy.party != Copy.originator
    asked = or_(Copy.asked_at.is_(None), Copy.state == "kept")
    changed = (
        update(Copy)
        .where(Copy.evidence == evidence, mine, asked, Copy.state != "destroyed")
        .values(
            state="out",
            asked_at=clock.now(),
            reason=reason,
            because=None,
            answered_at=None,
            answered_by=None,
            version=Copy.version + 1,
        )
        .returning(Copy)
        .execution_options(populate_existing=True)
    )
    rows = (await session.scalars(changed)).all()
    return [CopyAsked(**_said(row, roster), reason=reason) for row in sorted(rows, key=lambda row: row.id)]


async def answer(session: Writing, seat: Seat, copy: UUID, state: str, because: str | None, *, expected: int) -> None:
    """Say what became of a copy. Raises `NotFound`, `Forbidden`, `Conflict`, `Stale`, `Invalid`."""
    found = await find(session, copy)
    roster = await rosters.of(session, seat.jit)
    if not answers(seat, found, roster):
        raise Forbidden(
            "The seat that took the copy, or a leader of its party, answers. Nothing was changed.",
            code="holder-only",
            about=found.evidence,
        )
    if found.asked_at is None:
        raise Conflict("Nobody asks after this copy. Nothing was changed.", code="not-asked")
    if found.state == "destroyed":
        raise Conflict("It is destroyed; there is nothing more to say. Nothing was changed.", code="copy-destroyed")
    found = await _lock(session, found, expected)
    if because is None and (state == "kept" or seat.party != found.party):
        said = "Say why it is kept." if seat.party == found.party else "Say from what you know it: its holder has left."
        raise Invalid(f"{said} Nothing was changed.", field="because")
    found.state, found.because = state, because
    found.answered_at, found.answered_by = clock.now(), seat.id
    found.version += 1
    await session.flush()
    await journal.append(session, seat, CopyAnswered(**_said(found, roster), answer=state, because=because))


async def _lock(session: Writing, seen: Copy, expected: int) -> Copy:
    """The copy as it stands, held until the end of the transaction. Raises `Stale`."""
    current = {"state": seen.state, "version": seen.version}
    query = select(Copy).where(Copy.id == seen.id).with_for_update().execution_options(populate_existing=True)
    found = (await session.scalars(query)).one_or_none()  # none: it was answered for good at this moment
    if found is None or found.version != expected:
        current = current if found is None else {"state": found.state, "version": found.version}
        raise Stale("It was asked or answered meanwhile. Nothing was changed now.", extra={"current": current})
    return found


async def find(session: Reading, copy: UUID) -> Copy:
    """A copy that the seat may see. Raises `NotFound`."""
    found = (await session.scalars(select(Copy).where(Copy.id == copy))).one_or_none()
    if found is None:
        raise NotFound
    return found


async def read(session: Reading, seat: Seat, copy: UUID) -> Whole:
    """One copy. Raises `NotFound`."""
    return Whole(await find(session, copy), seat, await rosters.of(session, seat.jit))


async def listed(session: Reading, seat: Seat, filters: Filters, before: UUID | None, limit: int) -> list[Whole]:
    """The copies of the seat's party, held and given, newest first."""
    query = select(Copy).order_by(Copy.id.desc()).limit(limit)
    if filters.side == "held":
        query = query.where(Copy.party == seat.party)
    if filters.side == "given":
        query = query.where(Copy.originator == seat.party, Copy.party != seat.party)
    if filters.unanswered is not None:
        waits = Copy.asked_at.is_not(None) & (Copy.state == "out")
        query = query.where(waits if filters.unanswered else ~waits)
    if filters.evidence is not None:
        query = query.where(Copy.evidence == filters.evidence)
    if before is not None:
        query = query.where(Copy.id < before)
    rows = (await session.scalars(query)).all()
    roster = await rosters.of(session, seat.jit)
    return [Whole(row, seat, roster) for row in rows]


async def waiting(session: Reading, seat: Seat, most: int) -> Sequence[Copy]:
    """The copies for which this seat has still to answer, asked for longest first."""
    if not seat.may(Permission.COPY_ANSWER) or seat.party is None:
        return ()
    query = select(Copy).where(Copy.jit == seat.jit, Copy.state == "out", Copy.asked_at.is_not(None))
    if Role.LEADER in seat.roles:
        left = select(Party.id).where(Party.jit == seat.jit, Party.status == "left")
        theirs = (Copy.originator == seat.party) & Copy.party.in_(left)
        query = query.where((Copy.party == seat.party) | theirs)
    else:
        query = query.where(Copy.party == seat.party, Copy.seat == seat.id)
    return (await session.scalars(query.order_by(Copy.asked_at, Copy.id).limit(most))).all()


def _said(row: Copy, roster: Roster) -> dict[str, Any]:
    """What every fact about a copy says, and who hears it."""
    return {
        "evidence": row.evidence,
        "copy": row.id,
        "holding": row,
        "party": roster.party_code(row.party),
        "custodian": row.custodian,
        "file_number": row.file_number,
    }
