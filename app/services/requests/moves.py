"""Moves of legal requests and of their items. Each is a row that never changes, and an entry of the audit log.

Lock: the row of the request. A move that is not permitted from the present state is refused, so two members cannot make
the same move. Not here: which moves are permitted (`access/requests/states.py`).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from app import clock
from app.access.requests import states
from app.access.requests.in_force import Ground
from app.access.requests.states import Direction, ItemKind, ItemState, RequestState
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts.requests.requests import RequestItemMoved, RequestMoved, RequestSent
from app.models import LegalRequest, RequestItem, RequestMove
from app.services.requests import drafting, instruments, links, recipients, required_approvals
from app.services.requests.deadlines import events, reading
from app.services.requests.expiring import retention
from app.services.requests.forms import dispatch, saving
from app.services.requests.forms.dispatch import Sending
from app.services.requests.lines import lines
from app.services.requests.uses import recording
from app.services.teams import roster as rosters

#: In these states what a request or its answer says has gone out.
_GOES_OUT: Final = frozenset({RequestState.SENT, RequestState.ANSWERED})
#: In these states something was given to the authority that sent an incoming request.
_GIVEN: Final = frozenset({ItemState.DELIVERED, ItemState.PARTLY})


@dataclass(frozen=True, slots=True)
class NewMove:
    """A move as a member states it. `occurred_at`: now, if it is not given.

    `incomplete`: a request is sent although its form lacks required values. `despite`: a leader sends a request despite grounds
    against its dispatch.
    """

    state: str
    occurred_at: datetime | None = None
    reason: str | None = None
    ground: str | None = None
    incomplete: bool = False
    despite: bool = False


async def move(session: Writing, seat: Seat, request: UUID, what: NewMove) -> None:
    """Move a request to another state.

    Raises:
        NotFound: The request is absent or invisible.
        Forbidden: It is of another party, or a member who is no leader sends it despite a ground.
        Conflict: This move is not permitted from the present state; the error names those that are. The party requires an
            approval before the request or its answer goes out.
        Invalid: The reason is missing. The time is in the future, before the present state, or before a fact on which the
            dispatch rests. A ground stands against the dispatch, or the form to be sent lacks required values.
    """
    found = await links.lock_with_earlier(session, seat, request)
    items = await drafting.items_of(session, found.id)
    direction = Direction(found.direction)
    family = instruments.family_of(await instruments.known(session, found.instrument))
    former = RequestState(found.state)
    step = states.request_move(direction, family, former, what.state)
    if step is None:
        raise _not_permitted([one.state for one in states.request_moves(direction, family, former)])
    if step.state in _GOES_OUT:
        await required_approvals.demand_none_to_send(session, found.id)
        await required_approvals.demand_none_to_answer(session, found)
    waits = step.state in states.FINISHING and states.awaits_answers(
        [one.state for one in items], is_produced=await _is_produced(session, found.id)
    )
    if what.reason is None and (step.needs_reason or waits):
        raise Invalid(
            "Some items are not answered yet. Enter a reason." if waits else "Enter a reason.",
            field="reason",
        )
    occurred = lines.occurred_at(what.occurred_at, None if former in states.EDITABLE else found.since_at)
    roster = await rosters.of(session, seat.jit)
    grounds, is_unvalidated = list[Ground](), False
    if former in states.EDITABLE and step.state == RequestState.SENT:
        sending = Sending(occurred, despite=what.despite, reason=what.reason)
        await dispatch.demand_after_its_facts(session, found, roster, occurred)
        grounds = await dispatch.demand_cleared(session, seat, found, roster, sending)
        is_unvalidated = await dispatch.is_unvalidated(session, found)
        providers = await retention.provider_keys(session, await drafting.content_of(session, found), items)
        await recording.of_request(session, found, providers)
    await _fix_form(session, seat, found, what)
    found.state, found.since_at = what.state, occurred
    session.add(_row(seat, found, None, former, what, occurred))
    await session.flush()
    told: dict[str, Any] = {"despite": [str(one) for one in grounds]} if grounds else {}
    kind = RequestSent if what.state in _GOES_OUT else RequestMoved
    fact = kind(
        **told,
        request=found.id,
        number=found.number,
        hearing=recipients.of_line(found, await recipients.releases_of(session, found.id), roster),
        former=former.value,
        state=what.state,
        occurred_at=clock.rfc3339(occurred),
        reason=what.reason,
    )
    await journal.append(session, seat, fact)
    await events.of_request(session, seat, found, occurred, is_unvalidated=is_unvalidated)
    await links.after_move(session, seat, found)


async def _fix_form(session: Writing, seat: Seat, request: LegalRequest, what: NewMove) -> None:
    """Check the form of a request that is sent, and fix it with the move after which it cannot be changed.

    Raises `Invalid` if it lacks required values and the member does not send it as incomplete.
    """
    if request.direction != Direction.OUT or request.state not in states.EDITABLE or what.state in states.EDITABLE:
        return
    if what.state == RequestState.SENT:
        await saving.demand_complete(session, request, incomplete=what.incomplete, reason=what.reason)
    await saving.freeze(session, seat, request)


async def move_item(session: Writing, seat: Seat, request: UUID, item: UUID, what: NewMove) -> None:
    """Move an item of a request to another state.

    Raises:
        NotFound: The request or the item is absent or invisible.
        Forbidden: The request is of another party.
        Conflict: This move is not permitted; the error names those that are. The party requires an approval before it gives
            what was asked for.
        Invalid: The reason or the ground is missing, or the time is in the future, before the present state, or
            before the item was asked for.
    """
    found = await links.lock_with_earlier(session, seat, request)
    row = next((one for one in await drafting.items_of(session, found.id) if one.id == item), None)
    if row is None:
        raise NotFound
    kind, former, envelope = ItemKind(row.kind), ItemState(row.state), RequestState(found.state)
    step = states.item_move(kind, former, what.state, envelope)
    if step is None:
        if envelope in states.EDITABLE:
            raise Conflict("The request was not sent yet. Record its dispatch first.", code="not-sent", field="to")
        raise _not_permitted([one.state for one in states.item_moves(kind, former, envelope)])
    if found.direction == Direction.IN and step.state in _GIVEN:
        await required_approvals.demand_none_to_send(session, found.id)
        await required_approvals.demand_none_to_answer(session, found, row.id)
    if step.needs_reason and what.reason is None:
        raise Invalid("Enter a reason.", field="reason")
    if step.needs_ground and what.ground is None:
        raise Invalid("Enter the ground that the answer names.", field="ground")
    since = row.since_at if former != ItemState.OPEN else await drafting.asked_at(session, found)
    occurred = lines.occurred_at(what.occurred_at, since)
    row.state, row.since_at, row.ground = what.state, occurred, what.ground
    session.add(_row(seat, found, row, former, what, occurred))
    await session.flush()
    roster = await rosters.of(session, seat.jit)
    fact = RequestItemMoved(
        request=found.id,
        number=found.number,
        hearing=recipients.of_content(found, await recipients.releases_of(session, found.id), roster),
        item=row.id,
        item_number=row.place,
        former=former.value,
        state=what.state,
        ground=what.ground,
        occurred_at=clock.rfc3339(occurred),
        reason=what.reason,
    )
    await journal.append(session, seat, fact)
    await events.of_item(session, seat, found, row, occurred)
    await links.after_move(session, seat, found)


async def _is_produced(session: Reading, request: UUID) -> bool:
    later = (await links.later_of(session, [request])).get(request, [])
    return links.is_produced(await reading.of(session, [request]), later)


def _not_permitted(possible: list[str]) -> Conflict:
    sentence = "This move is not possible in the current state. Reload the request to see the possible moves."
    return Conflict(sentence, code="no-such-move", field="to", extra={"moves": possible})


def _row(
    seat: Seat, request: LegalRequest, item: RequestItem | None, former: str, what: NewMove, occurred: datetime
) -> RequestMove:
    values: dict[str, Any] = {"reason": what.reason, "ground": what.ground if item is not None else None}
    return RequestMove(
        id=clock.new_id(),
        jit=request.jit,
        request=request.id,
        item=None if item is None else item.id,
        party=request.party,
        seat=seat.id,
        former=str(former),
        state=what.state,
        occurred_at=occurred,
        recorded_at=clock.now(),
        **values,
    )
