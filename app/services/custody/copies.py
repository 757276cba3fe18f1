"""Downloaded copies: record them, ask their holders after a recall or withdrawal, and record the answers.

A holder answers that the copy is destroyed, or kept and why. The question remains until it is answered, even if the
holder no longer sees the exhibit: it shows what was known at the download, and the reason of the recall. A copy that is
kept may be asked for again and destroyed later. `destroyed` is final.

Not here: downloading (`services/custody/openings.py`) and recalling (`services/sharing/releases.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select

from app import clock
from app.access.roles import Permission, Role
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.ledger import journal
from app.ledger.facts import CopyAnswered
from app.models import Copy, Evidence, Party, Release
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

_INSERT = insert(Copy).execution_options(dml_strategy="raw")


@dataclass(frozen=True, slots=True)
class Keeping:
    """The custodian of a copy and its national file number."""

    custodian: str
    file_number: str


@dataclass(frozen=True, slots=True)
class Filters:
    """Which copies to list.

    Attributes:
        side: `held`: held by the own party; `given`: held by others, of exhibits that the own party contributed.
        unanswered: Only copies with (`True`) or without (`False`) a question that awaits an answer.
        evidence: Only copies of this exhibit.
    """

    side: str | None = None
    unanswered: bool | None = None
    evidence: UUID | None = None


@dataclass(frozen=True, slots=True)
class CopyDetails:
    """A copy as a member sees it."""

    copy: Copy
    seat: Seat
    roster: Roster

    @property
    def may_answer(self) -> bool:
        """Whether this member may answer for the copy now."""
        copy = self.copy
        return copy.asked_at is not None and copy.state != "destroyed" and may_answer_for(self.seat, copy, self.roster)


def may_answer_for(seat: Seat, copy: Copy, roster: Roster) -> bool:
    """Return whether the member may answer for a copy: the member who took it, or a leader of its party.

    If that party has left the team, a leader of the originator records what it wrote.
    """
    if not seat.may(Permission.COPY_ANSWER) or copy.party == copy.originator:
        return False
    if roster.has_left(copy.party):
        return copy.originator == seat.party and Role.LEADER in seat.roles
    return copy.party == seat.party and (copy.seat == seat.id or Role.LEADER in seat.roles)


async def keep(
    session: Writing, seat: Seat, exhibit: Evidence, release: Release, opening: dict[str, Any], keeping: Keeping
) -> None:
    """Record a copy with the current details of the exhibit and its release.

    The ledger entry of the download states the custodian, too.
    """
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


async def answer(session: Writing, seat: Seat, copy: UUID, state: str, because: str | None, *, expected: int) -> None:
    """Record whether a copy is destroyed or kept.

    Raises:
        NotFound: The copy is absent or invisible to the member.
        Forbidden: The member may not answer for it.
        Conflict: Nobody asked for it, or it is destroyed already.
        Stale: It was asked for or answered since the member read it.
        Invalid: The reason is missing.
    """
    found = await find(session, copy)
    roster = await rosters.of(session, seat.jit)
    if not may_answer_for(seat, found, roster):
        raise Forbidden(
            "Only the member who downloaded the copy, or a leader of the same party, can answer.",
            code="holder-only",
            about=found.evidence,
        )
    if found.asked_at is None:
        raise Conflict("The originator has not asked about this copy.", code="not-asked")
    if found.state == "destroyed":
        raise Conflict("The copy is already destroyed.", code="copy-destroyed")
    found = await _lock(session, found, expected)
    if because is None and (state == "kept" or seat.party != found.party):
        sentence = (
            "Enter why the copy is kept."
            if seat.party == found.party
            else "Its holder has left the team. Enter how you know what happened to the copy."
        )
        raise Invalid(sentence, field="because")
    found.state, found.because = state, because
    found.answered_at, found.answered_by = clock.now(), seat.id
    found.version += 1
    await session.flush()
    await journal.append(session, seat, CopyAnswered(**_common_fields(found, roster), answer=state, because=because))


async def _lock(session: Writing, seen: Copy, expected: int) -> Copy:
    """Lock the copy and read it again.

    Raises:
        Stale: It was asked for or answered since the member read it.
    """
    current = {"state": seen.state, "version": seen.version}
    query = select(Copy).where(Copy.id == seen.id).with_for_update().execution_options(populate_existing=True)
    found = (await session.scalars(query)).one_or_none()  # none: its final answer was recorded at the same time
    if found is None or found.version != expected:
        current = current if found is None else {"state": found.state, "version": found.version}
        raise Stale("The state of this copy has changed. Reload it.", extra={"current": current})
    return found


async def find(session: Reading, copy: UUID) -> Copy:
    """Return a copy that the member may see.

    Raises:
        NotFound: The copy is absent or invisible to the member.
    """
    found = (await session.scalars(select(Copy).where(Copy.id == copy))).one_or_none()
    if found is None:
        raise NotFound
    return found


async def read(session: Reading, seat: Seat, copy: UUID) -> CopyDetails:
    """Return one copy with what its view shows.

    Raises:
        NotFound: The copy is absent or invisible to the member.
    """
    return CopyDetails(await find(session, copy), seat, await rosters.of(session, seat.jit))


async def list_all(
    session: Reading, seat: Seat, filters: Filters, before: UUID | None, limit: int
) -> list[CopyDetails]:
    """Return the copies held by the member's party or of its exhibits, newest first, older than `before`."""
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
    return [CopyDetails(row, seat, roster) for row in rows]


async def list_to_answer(session: Reading, seat: Seat, most: int) -> Sequence[Copy]:
    """Return the copies for which this member has to answer, oldest question first."""
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


def _common_fields(row: Copy, roster: Roster) -> dict[str, Any]:
    """Return the fields that all facts about a copy share, and who may read them."""
    return {
        "evidence": row.evidence,
        "copy": row.id,
        "holding": row,
        "party": roster.party_code(row.party),
        "custodian": row.custodian,
        "file_number": row.file_number,
    }
