"""Handovers: a member offers a physical exhibit to another member, who confirms receipt or refuses.

While a handover is open, only incidents are recorded about the exhibit. On receipt the recipient becomes the holder.

Not here: custody events that a member records alone (`services/custody/physical_custody.py`) and overdue handovers
(`services/custody/handover_clock.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, text

from app import clock
from app.access import custody_states as rules
from app.access.custody_states import Standing
from app.access.joint import obtained_by
from app.access.roles import Permission
from app.access.seats import Seat
from app.connections import refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.ledger import journal
from app.ledger.facts import CustodyOffered, CustodyReceived, CustodyRefused, CustodyWithdrawn
from app.ledger.facts.custody import HandoverFact
from app.models import Evidence, Handover, Whereabouts
from app.services.custody import chronology as order_of_acts
from app.services.custody import physical_custody as whereabouts
from app.services.custody.event_time import EventDetails
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

#: Default and longest time to answer a handover.
USUAL: Final = timedelta(hours=24)
LONGEST: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class NewHandover:
    """An offer as the member states it.

    Attributes:
        party: Code of the recipient's party.
        seat: Code of the recipient.
        giver: Name of the person who hands the exhibit over, if that is not a member.
        due_at: When the answer is due; `USUAL` from now if left out.
    """

    party: str
    seat: str
    giver: str | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HandoverAnswer:
    """An answer as the member states it.

    Attributes:
        state: `received`, `refused` or `withdrawn`.
        place: For `received`: where the recipient keeps the exhibit.
        intact: For `received`: whether the seal was intact; `None` if there is no seal.
        why: For `refused` and `withdrawn`: the reason.
    """

    state: str
    place: str | None = None
    intact: bool | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """Which handovers to list.

    Attributes:
        mine: Only those offered to the member who asks.
        waiting: Only those without (`True`) or with (`False`) an answer.
        evidence: Only those of this exhibit.
    """

    mine: bool = False
    waiting: bool | None = None
    evidence: UUID | None = None


@dataclass(frozen=True, slots=True)
class HandoverDetails:
    """A handover as a member sees it, with number and title of the exhibit."""

    handover: Handover
    exhibit: Any
    seat: Seat
    roster: Roster

    @property
    def may(self) -> tuple[str, ...]:
        """The answers that this member may give now."""
        exhibit = self.exhibit
        obtained = obtained_by(self.seat.party, exhibit.originator, exhibit.joint)
        return answers_of(self.seat, self.handover, obtained=obtained)


def answers_of(seat: Seat, one: Handover, *, obtained: bool) -> tuple[str, ...]:
    """Return the answers that a member may give to a handover now."""
    if one.state != "offered":
        return ()
    return rules.answers(seat, to=one.to_seat, by=one.offered_by, party=one.party, obtained=obtained)


async def offer(
    session: Writing, seat: Seat, evidence: UUID, what: NewHandover, words: EventDetails, *, expected: int
) -> UUID:
    """Offer a physical exhibit to another member and return the handover's id.

    Args:
        session: The transaction of the request.
        seat: The member who offers.
        evidence: The exhibit.
        what: The offer.
        words: When it took place, if it is recorded late, and remarks.
        expected: Version of the physical custody that the member saw.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not hand it over.
        Conflict: Another handover is open, or the custody was changed at the same time.
        Invalid: The recipient, the due time, the giver or the event time is not acceptable.
        Stale: The physical custody was changed since the member read it.
    """
    found = await whereabouts.find(session, seat, evidence)
    if not (found.records or _hands_over(found)):
        raise Forbidden(_WHO, code="not-to-hand-over")
    found = await whereabouts.hold(session, found, expected)
    if found.handover is not None:
        raise Conflict("A hand-over is offered already, and not answered. Nothing was recorded.", code="handover-open")
    if not _hands_over(found):
        raise Forbidden(_WHO, code="not-to-hand-over")
    await order_of_acts.demand_fits(session, evidence, words)
    row = await _row(session, found, what)
    session.add(row)
    with refused_as(Conflict("It changed at this moment. Nothing was recorded; read it anew.", code="changed")):
        await session.flush()
    fact = CustodyOffered(
        **_said(row),
        giver=row.giver,
        to_party=found.roster.party_code(row.to_party),
        to_seat=found.roster.seat_code(row.to_seat),
        due_at=clock.rfc3339(row.due_at),
        **words.said(),
    )
    await journal.append(session, seat, fact)
    return row.id


def _hands_over(found: whereabouts.Found) -> bool:
    return rules.may_offer(found.seat, found.now, holder_sits=found.holder_sits)


async def _row(session: Reading, found: whereabouts.Found, what: NewHandover) -> Handover:
    """Build the row of an offer.

    Raises:
        Invalid: The recipient may not receive it (the error does not say why), or the due time or giver is not
            acceptable.
    """
    seat, now, at = found.seat, found.now, clock.now()
    assert now is not None
    assert seat.party is not None
    found_seat = (
        await session.execute(
            _RECEIVER, {"jit": seat.jit, "evidence": found.evidence.id, "party": what.party, "seat": what.seat}
        )
    ).one_or_none()
    if found_seat is None:
        raise Invalid(
            "Hand it to another seat that reads the exhibit; what another party obtained, to your own people or back to it."
            " Nothing was recorded.",
            field="seat",
        )
    due = what.due_at or at + USUAL
    if not at < due <= at + LONGEST:
        raise Invalid("Answered it is within thirty days, and not in the past. Nothing was recorded.", field="due_at")
    if now.seat == seat.id and what.giver is not None:
        raise Invalid("You have it in hand yourself. Nothing was recorded.", field="giver")
    return Handover(
        id=clock.new_id(),
        jit=seat.jit,
        evidence=found.evidence.id,
        party=seat.party,
        offered_by=seat.id,
        giver=what.giver or (seat.name if now.seat == seat.id else now.custodian) or seat.name,
        to_party=found_seat.party,
        to_seat=found_seat.id,
        offered_at=at,
        due_at=due,
        state="offered",
        version=1,
    )


async def answer(
    session: Writing, seat: Seat, handover: UUID, what: HandoverAnswer, words: EventDetails, *, expected: int
) -> None:
    """Answer a handover.

    Args:
        session: The transaction of the request.
        seat: The member who answers.
        handover: The handover.
        what: The answer.
        words: When it took place, if it is recorded late, and remarks.
        expected: Version of the handover that the member saw.

    Raises:
        NotFound: The handover is absent or invisible to the member.
        Forbidden: The member may not give this answer.
        Conflict: It is answered already, or the custody was changed at the same time.
        Invalid: A field is missing or superfluous, or the event time is not acceptable.
        Stale: It was changed since the member read it.
    """
    whole = await read(session, seat, handover)
    seen = whole.handover
    if seen.state != "offered":
        raise Conflict("It is answered already. Nothing was recorded.", code="handover-answered")
    if what.state not in whole.may:
        raise Forbidden(
            "The seat to which it is offered receives or refuses it; who offered it, or obtained the exhibit, withdraws it."
            " Nothing was recorded.",
            code="not-ones-answer",
            about=seen.evidence,
        )
    row = await _lock(session, seen, expected)
    seal = (await session.scalars(select(Whereabouts.seal).where(Whereabouts.evidence == row.evidence))).one_or_none()
    _demand_said(what, seal)
    await order_of_acts.demand_fits(session, row.evidence, words, answers=row.id)
    answered_at = clock.now()
    if what.state == "received":
        await _take_custody(session, seat, row, what.place, answered_at)
    row.state, row.place, row.why = what.state, what.place, what.why
    row.answered_by, row.answered_at = seat.id, answered_at
    row.version += 1
    with refused_as(Conflict("It changed at this moment. Nothing was recorded; read it anew.", code="changed")):
        await session.flush()
    await journal.append(session, seat, _answered(row, what, seal, words))


async def _take_custody(session: Writing, seat: Seat, row: Handover, place: str | None, at: datetime) -> None:
    """Make the recipient the holder, and its party responsible.

    Row-level security admits the recipient only while the handover is open, so this is written before the answer.
    """
    assert seat.party is not None
    query = select(Whereabouts).where(Whereabouts.evidence == row.evidence).with_for_update()
    custody = (await session.scalars(query.execution_options(populate_existing=True))).one()
    custody.standing, custody.party, custody.seat = Standing.HELD, seat.party, seat.id
    custody.custodian, custody.place, custody.changed_at = seat.name, place, at
    custody.version += 1
    with refused_as(Conflict("It changed at this moment. Nothing was recorded; read it anew.", code="changed")):
        await session.flush()


def _demand_said(what: HandoverAnswer, seal: str | None) -> None:
    if what.state == "received":
        if what.place is None:
            raise Invalid("Say where you have it now. Nothing was recorded.", field="place")
        if (what.intact is None) != (seal is None):
            said = "Say whether the seal is whole" if seal is not None else "It bears no seal"
            raise Invalid(f"{said}. Nothing was recorded.", field="intact")
    elif what.why is None:
        raise Invalid("Say why. Nothing was recorded.", field="why")


def _answered(row: Handover, what: HandoverAnswer, seal: str | None, words: EventDetails) -> HandoverFact:
    said = _said(row) | words.said()
    if what.state == "received":
        return CustodyReceived(**said, giver=row.giver, place=what.place or "", seal=seal, intact=what.intact)
    kind = CustodyRefused if what.state == "refused" else CustodyWithdrawn
    return kind(**said, why=what.why or "")


async def _lock(session: Writing, seen: Handover, expected: int) -> Handover:
    """Lock the handover and read it again.

    Raises:
        Stale: It was changed since the member read it.
    """
    query = select(Handover).where(Handover.id == seen.id).with_for_update().execution_options(populate_existing=True)
    found = (await session.scalars(query)).one_or_none()  # none: it was answered at the same time
    if found is None or found.version != expected:
        current = {"version": expected + 1 if found is None else found.version}
        raise Stale("It was answered meanwhile. Nothing was recorded now.", extra={"current": current})
    return found


async def read(session: Reading, seat: Seat, handover: UUID) -> HandoverDetails:
    """Return one handover.

    Raises:
        NotFound: The handover is absent or invisible to the member.
    """
    rows = (await session.execute(_named().where(Handover.id == handover))).all()
    if not rows:
        raise NotFound
    return HandoverDetails(rows[0][0], rows[0], seat, await rosters.of(session, seat.jit))


async def listed(
    session: Reading, seat: Seat, filters: Filters, before: UUID | None, limit: int
) -> list[HandoverDetails]:
    """Return the handovers of exhibits that the member may see, newest first, older than `before`."""
    query = _named().where(Handover.jit == seat.jit).order_by(Handover.id.desc()).limit(limit)
    if filters.mine:
        query = query.where(Handover.to_seat == seat.id)
    if filters.waiting is not None:
        query = query.where(Handover.state == "offered" if filters.waiting else Handover.state != "offered")
    if filters.evidence is not None:
        query = query.where(Handover.evidence == filters.evidence)
    if before is not None:
        query = query.where(Handover.id < before)
    rows = (await session.execute(query)).all()
    roster = await rosters.of(session, seat.jit)
    return [HandoverDetails(row[0], row, seat, roster) for row in rows]


def _named() -> Any:  # noqa: ANN401 - a select of several columns
    exhibit = (Evidence.exhibit_number, Evidence.title, Evidence.originator, Evidence.joint)
    return (
        select(Handover, *exhibit, Whereabouts.seal)
        .join(Evidence, Evidence.id == Handover.evidence)
        .join(Whereabouts, Whereabouts.evidence == Handover.evidence)
    )


async def waiting(session: Reading, seat: Seat, most: int) -> Sequence[HandoverDetails]:
    """Return the handovers that this member has to answer, newest first."""
    if not seat.may(Permission.CUSTODY_RECORD):
        return ()
    return await listed(session, seat, Filters(mine=True, waiting=True), None, most)


def _said(row: Handover) -> dict[str, Any]:
    return {"evidence": row.evidence, "handover": row.id}


_WHO: Final = (
    "The seat that has it in hand hands it over; where nobody here has, the people of the party that answers for it."
    " Nothing was recorded."
)
_RECEIVER: Final = text(
    "select m.id, m.party from members m join parties p on p.jit = m.jit and p.id = m.party"
    " where m.jit = :jit and p.code = :party and m.code = :seat and can_receive_handover(:evidence, m.id)"
)
