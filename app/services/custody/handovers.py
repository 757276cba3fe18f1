"""Handovers: a member offers a physical exhibit to another member, who confirms receipt or refuses.

While a handover is open, only incidents are recorded about the exhibit. On receipt the recipient becomes the holder.
The rules are in `access/custody_states.py`.

Not here: custody events that a member records alone (`services/custody/physical_custody.py`) and overdue handovers
(`services/custody/handover_jobs.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Row, Select, select, text

from app import clock
from app.access import custody_states
from app.access.custody_states import DEFAULT_TIME_TO_ANSWER, MAX_TIME_TO_ANSWER, CustodyState
from app.access.roles import Permission
from app.access.seats import Seat
from app.access.sharing.joint import obtained_by
from app.connections import refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.ledger import journal
from app.ledger.facts import CustodyOffered, CustodyReceived, CustodyRefused, CustodyWithdrawn
from app.ledger.facts.custody.physical_custody import HandoverFact
from app.models import Evidence, Handover, PhysicalCustody
from app.services.custody import chronology, physical_custody
from app.services.custody.event_time import EventDetails
from app.services.custody.physical_custody import CustodyContext
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

#: Offers of exhibits that the member may not hand over.
NOT_TO_HAND_OVER: Final = (
    "Only the custodian can hand over the exhibit. Without a custodian in the team, members of the "
    "responsible party can."
)


@dataclass(frozen=True, slots=True)
class NewHandover:
    """An offer as the member states it.

    Attributes:
        party: Code of the recipient's party.
        seat: Code of the recipient.
        giver: Name of the person who hands the exhibit over, if that is not a member.
        due_at: When the answer is due; `DEFAULT_TIME_TO_ANSWER` from now if left out.
    """

    party: str
    seat: str
    giver: str | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HandoverAnswer:
    """An answer as the member states it. Required fields: `ANSWER_FIELDS` in `access/custody_states.py`.

    Attributes:
        state: `received`, `refused` or `withdrawn`.
        place: Where the recipient keeps the exhibit.
        intact: For `received`: whether the seal was intact; `None` if there is no seal.
        why: The reason.
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
    """A handover with all that its view shows.

    Attributes:
        handover: The handover.
        exhibit: The exhibit.
        seal: Number of the exhibit's seal; `None` if it is not sealed.
        possible_answers: The answers that the member who asks may give now.
        roster: The parties and members of the team.
    """

    handover: Handover
    exhibit: Evidence
    seal: str | None
    possible_answers: tuple[str, ...]
    roster: Roster


async def offer(
    session: Writing, seat: Seat, evidence: UUID, new: NewHandover, event_details: EventDetails, *, expected: int
) -> UUID:
    """Offer a physical exhibit to another member and return the handover's id.

    Args:
        session: The transaction of the request.
        seat: The member who offers.
        evidence: The exhibit.
        new: The offer.
        event_details: When it took place, if it is recorded late, and remarks.
        expected: Version of the physical custody that the member saw.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not hand it over.
        Conflict: Another handover is open, or the custody was changed at the same time.
        Invalid: The recipient, the due time, the giver or the event time is not acceptable.
        Stale: The physical custody was changed since the member read it.
    """
    context = await physical_custody.find(session, seat, evidence)
    if not (context.may_record or context.may_offer):
        raise Forbidden(NOT_TO_HAND_OVER, code="not-to-hand-over")
    context = await physical_custody.lock(session, context, expected)
    if context.open_handover is not None:
        raise Conflict("A handover is already offered. It must be answered or withdrawn first.", code="handover-open")
    if not context.may_offer:
        raise Forbidden(NOT_TO_HAND_OVER, code="not-to-hand-over")
    await chronology.demand_fits(session, evidence, event_details)
    handover = await _new_handover(session, context, new)
    session.add(handover)
    with refused_as(physical_custody.changed_meanwhile()):
        await session.flush()
    fact = CustodyOffered(
        evidence=evidence,
        handover=handover.id,
        giver=handover.giver,
        to_party=context.roster.party_code(handover.to_party),
        to_seat=context.roster.seat_code(handover.to_seat),
        due_at=clock.rfc3339(handover.due_at),
        **event_details.as_fields(),
    )
    await journal.append(session, seat, fact)
    return handover.id


async def _new_handover(session: Reading, context: CustodyContext, new: NewHandover) -> Handover:
    """Build the row of an offer.

    Raises:
        Invalid: The recipient may not receive it (the error does not say why), or the due time or giver is not
            acceptable.
    """
    seat, custody, offered_at = context.seat, context.custody, clock.now()
    assert custody is not None
    assert seat.party is not None
    named = {"jit": seat.jit, "evidence": context.exhibit.id, "party": new.party, "seat": new.seat}
    recipient = (await session.execute(_RECIPIENT, named)).one_or_none()
    if recipient is None:
        raise Invalid(
            "Choose another member with access. An exhibit of another party goes to your own party or back to "
            "its originator.",
            field="seat",
        )
    due_at = new.due_at or offered_at + DEFAULT_TIME_TO_ANSWER
    if not offered_at < due_at <= offered_at + MAX_TIME_TO_ANSWER:
        raise Invalid("Choose a time for the answer within the next thirty days.", field="due_at")
    is_holder = custody.seat == seat.id
    if is_holder and new.giver is not None:
        raise Invalid("You are the custodian already.", field="giver")
    return Handover(
        id=clock.new_id(),
        jit=seat.jit,
        evidence=context.exhibit.id,
        party=seat.party,
        offered_by=seat.id,
        giver=new.giver or (seat.name if is_holder else custody.custodian) or seat.name,
        to_party=recipient.party,
        to_seat=recipient.id,
        offered_at=offered_at,
        due_at=due_at,
        state="offered",
        version=1,
    )


async def answer(
    session: Writing, seat: Seat, handover: UUID, given: HandoverAnswer, event_details: EventDetails, *, expected: int
) -> None:
    """Answer a handover: confirm receipt, refuse or withdraw.

    Args:
        session: The transaction of the request.
        seat: The member who answers.
        handover: The handover.
        given: The answer.
        event_details: When it took place, if it is recorded late, and remarks.
        expected: Version of the handover that the member saw.

    Raises:
        NotFound: The handover is absent or invisible to the member.
        Forbidden: The member may not give this answer.
        Conflict: It is answered already, or the custody was changed at the same time.
        Invalid: A field is missing or superfluous, or the event time is not acceptable.
        Stale: It was changed since the member read it.
    """
    details = await read(session, seat, handover)
    if details.handover.state != "offered":
        raise Conflict("The handover was already answered.", code="handover-answered")
    if given.state not in details.possible_answers:
        raise Forbidden(
            "Only the recipient can accept or refuse the handover. Only the sender or the originator can withdraw it.",
            code="not-ones-answer",
            about=details.exhibit.id,
        )
    row = await _lock(session, details.handover, expected)
    seal = await session.scalar(select(PhysicalCustody.seal).where(PhysicalCustody.evidence == row.evidence))
    _demand_fields(given, seal)
    await chronology.demand_fits(session, row.evidence, event_details, answers=row.id)
    answered_at = clock.now()
    with refused_as(physical_custody.changed_meanwhile()):
        if given.state == "received":
            await _take_custody(session, seat, row.evidence, given.place, answered_at)
        row.state, row.place, row.why = given.state, given.place, given.why
        row.answered_by, row.answered_at = seat.id, answered_at
        row.version += 1
        await session.flush()
    await journal.append(session, seat, _answer_fact(row, given, seal, event_details))


def _demand_fields(given: HandoverAnswer, seal: str | None) -> None:
    """Check the fields of an answer. `seal`: number of the exhibit's seal, if any.

    Raises:
        Invalid: The answer to a sealed exhibit does not tell whether the seal is intact, or tells it of no seal.
    """
    assert getattr(given, custody_states.ANSWER_FIELDS[given.state]) is not None
    if given.state == "received" and (given.intact is None) != (seal is None):
        problem = "State whether the seal is intact." if seal is not None else "The exhibit has no seal."
        raise Invalid(problem, field="intact")


async def _take_custody(session: Writing, seat: Seat, evidence: UUID, place: str | None, received_at: datetime) -> None:
    """Make the recipient the holder, and its party responsible.

    Row-level security admits the recipient only while the handover is open, so this is written before the answer.
    """
    assert seat.party is not None
    query = select(PhysicalCustody).where(PhysicalCustody.evidence == evidence).with_for_update()
    custody = (await session.scalars(query.execution_options(populate_existing=True))).one()
    custody.state, custody.party, custody.seat = CustodyState.HELD.value, seat.party, seat.id
    custody.custodian, custody.place, custody.changed_at = seat.name, place, received_at
    custody.version += 1
    await session.flush()


def _answer_fact(row: Handover, given: HandoverAnswer, seal: str | None, event_details: EventDetails) -> HandoverFact:
    event = event_details.as_fields()
    if given.state == "received":
        return CustodyReceived(
            evidence=row.evidence,
            handover=row.id,
            giver=row.giver,
            place=given.place or "",
            seal=seal,
            intact=given.intact,
            **event,
        )
    fact_type = CustodyRefused if given.state == "refused" else CustodyWithdrawn
    return fact_type(evidence=row.evidence, handover=row.id, why=given.why or "", **event)


async def _lock(session: Writing, seen: Handover, expected: int) -> Handover:
    """Lock the handover and read it again.

    Raises:
        Stale: It was changed since the member read it.
    """
    query = select(Handover).where(Handover.id == seen.id).with_for_update().execution_options(populate_existing=True)
    found = (await session.scalars(query)).one_or_none()  # none: it was answered at the same time
    if found is None or found.version != expected:
        current = {"version": expected + 1 if found is None else found.version}
        raise Stale("The handover was answered by another user. Reload it.", extra={"current": current})
    return found


async def read(session: Reading, seat: Seat, handover: UUID) -> HandoverDetails:
    """Return one handover.

    Raises:
        NotFound: The handover is absent or invisible to the member.
    """
    row = (await session.execute(_handovers().where(Handover.id == handover))).one_or_none()
    if row is None:
        raise NotFound
    return _details(row, seat, await rosters.of(session, seat.jit))


async def list_all(
    session: Reading, seat: Seat, filters: Filters, before: UUID | None, limit: int
) -> list[HandoverDetails]:
    """Return the handovers of exhibits that the member may see, newest first, older than `before`."""
    query = _handovers().where(Handover.jit == seat.jit).order_by(Handover.id.desc()).limit(limit)
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
    return [_details(row, seat, roster) for row in rows]


def _handovers() -> Select[Handover, Evidence, str | None]:
    return (
        select(Handover, Evidence, PhysicalCustody.seal)
        .join(Evidence, Evidence.id == Handover.evidence)
        .join(PhysicalCustody, PhysicalCustody.evidence == Handover.evidence)
    )


def _details(row: Row[Handover, Evidence, str | None], seat: Seat, roster: Roster) -> HandoverDetails:
    handover, exhibit, seal = row
    is_originator = obtained_by(seat.party, exhibit.originator, exhibit.joint)
    answers = custody_states.possible_answers(seat, handover, is_originator=is_originator)
    return HandoverDetails(handover, exhibit, seal, answers, roster)


async def list_to_answer(session: Reading, seat: Seat, most: int) -> Sequence[HandoverDetails]:
    """Return the handovers that this member has to answer, newest first."""
    if not seat.may(Permission.CUSTODY_RECORD):
        return ()
    return await list_all(session, seat, Filters(mine=True, waiting=True), None, most)


_RECIPIENT: Final = text(
    "select m.id, m.party from members m join parties p on p.jit = m.jit and p.id = m.party"
    " where m.jit = :jit and p.code = :party and m.code = :seat and can_receive_handover(:evidence, m.id)"
)
