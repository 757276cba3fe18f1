"""Moves of INTERPOL notices, and hits. Each is a row that never changes, and an entry of the audit log.

Lock: the row of the notice. Not here: which moves are permitted (`access/requests/notice_states.py`).
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app import clock
from app.access.requests import notice_states
from app.access.requests.notice_states import NoticeState
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Invalid
from app.ledger import journal
from app.ledger.facts.requests.notices import NoticeHitRecorded, NoticeMoved, NoticeSent
from app.models import Notice, NoticeHit, NoticeMove
from app.services.requests.lines import lines
from app.services.requests.notices import checks, drafting


@dataclass(frozen=True, slots=True)
class NewNoticeMove:
    """A move as a member states it. `occurred_at`: now, if it is not given."""

    state: str
    occurred_at: datetime | None = None
    reason: str | None = None
    ground: str | None = None


@dataclass(frozen=True, slots=True)
class NewHit:
    """A hit as a member states it. `occurred_at`: now, if it is not given."""

    country: str
    what: str
    place: str | None = None
    measure: str | None = None
    occurred_at: datetime | None = None


async def move(session: Writing, seat: Seat, notice: UUID, what: NewNoticeMove) -> None:
    """Move a notice to another state.

    Raises:
        NotFound: The notice is absent or invisible.
        Forbidden: It is of another party.
        Conflict: This move is not permitted from the present state, or the checks are open; the error says which.
        Invalid: The reason or the ground is missing, or the time is in the future or before the present state.
    """
    found = await drafting.lock_own(session, seat, notice)
    former = NoticeState(found.state)
    step = notice_states.notice_move(former, what.state, is_diffusion=found.is_diffusion)
    if step is None:
        possible = notice_states.notice_moves(former, is_diffusion=found.is_diffusion)
        raise Conflict(
            "This move is not possible in the current state. Reload the notice to see the possible moves.",
            code="no-such-move",
            field="to",
            extra={"moves": [one.state for one in possible]},
        )
    if step.state in notice_states.CHECKED_FIRST:
        await checks.demand_complete(session, found)
    if step.needs_ground and what.ground is None:
        raise Invalid("Choose the ground that the refusal names.", field="ground")
    if not step.needs_ground and what.ground is not None:
        raise Invalid("Only a refusal has a ground.", field="ground")
    if step.needs_reason and what.reason is None:
        raise Invalid("Enter a reason.", field="reason")
    occurred = lines.occurred_at(what.occurred_at, None if former is NoticeState.DRAFT else found.since_at)
    _add_move(session, seat, found, what, occurred)
    await session.flush()
    kind = NoticeSent if what.state in notice_states.GOES_OUT else NoticeMoved
    fact = kind(
        **await drafting.fields_of(session, seat, found),
        former=former.value,
        state=what.state,
        ground=what.ground,
        occurred_at=clock.rfc3339(occurred),
        reason=what.reason,
    )
    await journal.append(session, seat, fact)


async def record_hit(session: Writing, seat: Seat, notice: UUID, what: NewHit) -> None:
    """Record a hit. The first one moves the notice to the state `hit`.

    Raises:
        NotFound: The notice is absent or invisible.
        Forbidden: It is of another party.
        Conflict: The notice is not in circulation.
        Invalid: The time is in the future or before the notice circulated.
    """
    found = await drafting.lock_own(session, seat, notice)
    former = NoticeState(found.state)
    if former not in notice_states.CIRCULATING:
        raise Conflict("Only a published notice has hits. Record that it was published first.", code="not-published")
    occurred = lines.occurred_at(what.occurred_at, found.since_at if former is NoticeState.PUBLISHED else None)
    made = clock.new_id()
    session.add(
        NoticeHit(
            id=made,
            jit=found.jit,
            notice=found.id,
            party=found.party,
            seat=seat.id,
            country=what.country,
            place=what.place,
            measure=what.measure,
            what=what.what,
            occurred_at=occurred,
            recorded_at=clock.now(),
        )
    )
    if former is NoticeState.PUBLISHED:
        _add_move(session, seat, found, NewNoticeMove(NoticeState.HIT.value), occurred)
    await session.flush()
    fact = NoticeHitRecorded(
        **await drafting.fields_of(session, seat, found),
        hit=made,
        country=what.country,
        place=what.place,
        measure=what.measure,
        what=what.what,
        occurred_at=clock.rfc3339(occurred),
    )
    await journal.append(session, seat, fact)


def _add_move(session: Writing, seat: Seat, notice: Notice, what: NewNoticeMove, occurred: datetime) -> None:
    """Change the state and add the row of the move."""
    session.add(
        NoticeMove(
            id=clock.new_id(),
            jit=notice.jit,
            notice=notice.id,
            party=notice.party,
            seat=seat.id,
            former=notice.state,
            state=what.state,
            reason=what.reason,
            ground=what.ground,
            occurred_at=occurred,
            recorded_at=clock.now(),
        )
    )
    notice.state, notice.since_at = what.state, occurred
