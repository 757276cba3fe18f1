"""Deadlines that moves of a request or an item begin, pause, resume and end.

Moves tell what happened; `of_request` and `of_item` map them to events of the catalogue.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import select

from app.access.requests import states
from app.access.requests.states import Direction, ItemState, RequestState
from app.access.seats import Seat
from app.database import Reading, Writing
from app.ledger import journal
from app.ledger.facts.fact import Fact
from app.models import LegalRequest, RequestDeadline, RequestItem, RequestMove
from app.reference.catalogue import DeadlineRule
from app.reference.deadline_terms import DeadlineEnd, DeadlineEvent
from app.services.requests.deadlines.rows import (
    Given,
    Work,
    begin,
    end_met,
    end_unmet,
    end_void,
    pause,
    resume,
    work_of,
)

_R, _I = RequestState, ItemState
#: What a state of the envelope means for the catalogue.
_EVENTS: Final[dict[RequestState, tuple[DeadlineEvent, ...]]] = {
    _R.SENT: (DeadlineEvent.ISSUED,),
    _R.DELIVERED: (DeadlineEvent.RECEIVED,),
    _R.RETRIEVED: (DeadlineEvent.RECEIVED,),
    _R.ACKNOWLEDGED: (DeadlineEvent.RECEIVED, DeadlineEvent.RECEIVED_BY_COMPETENT),
    _R.CLARIFICATION_REQUESTED: (DeadlineEvent.CLARIFICATION_ASKED,),
    _R.REGISTERED: (DeadlineEvent.RECEIVED,),
    _R.ALLOCATED: (DeadlineEvent.RECEIVED_BY_COMPETENT,),
}
_ITEM_EVENTS: Final[dict[ItemState, tuple[DeadlineEvent, ...]]] = {
    _I.PRESERVED: (DeadlineEvent.PRESERVED,),
    _I.EXECUTING: (DeadlineEvent.RECOGNISED, DeadlineEvent.DECIDED),
}


#: The other side has not decided about items in these states.
_UNDECIDED: Final = frozenset({_I.OPEN, _I.PRESERVED, _I.POSTPONED})
#: Items in these states were not answered.
_VOID_ITEMS: Final = frozenset({_I.WITHDRAWN, _I.LAPSED})
#: What a state of the envelope completes.
_COMPLETES: Final = {_R.ACKNOWLEDGED: DeadlineEnd.ACKNOWLEDGED, _R.CLARIFIED: DeadlineEnd.CLARIFIED}
#: An answer to all items does not complete these.
_NOT_BY_ANSWER: Final = frozenset({DeadlineEnd.RECORDED, DeadlineEnd.CLARIFIED, DeadlineEnd.EXPIRY})
#: The receipt began before the move that tells of it.
_BY_RECEIPT: Final = frozenset({DeadlineEvent.RECEIVED_BY_COMPETENT, DeadlineEvent.RECEIVED})


#: Events that happen again: each begins the deadline anew if it does not run.
_AGAIN: Final = frozenset(
    {DeadlineEvent.CLARIFICATION_ASKED, DeadlineEvent.PRESERVED, DeadlineEvent.RECEIVED_BY_COMPETENT}
)


async def of_request(
    session: Writing, seat: Seat, request: LegalRequest, occurred: datetime, *, is_unvalidated: bool = False
) -> None:
    """Begin, pause, resume and end deadlines after a request reached its present state.

    `is_unvalidated`: an order was issued whose validation follows.
    """
    work = await work_of(session, seat, request)
    state, facts = RequestState(request.state), list[Fact]()
    if state is _R.TRANSFERRED_TO_COMPETENT:
        facts += end_void(work, begun_by(work, DeadlineEvent.RECEIVED_BY_COMPETENT), occurred)
    if state in _COMPLETES:
        facts += await end_met(session, work, _met_by(work, _COMPLETES[state]), occurred)
    if state in states.ENDED | {_R.ANSWERED}:
        facts += await _end_all(session, work, state, occurred)
    # An incoming request was received with its registration; its acknowledgement confirms that to the other side.
    confirms = state is _R.ACKNOWLEDGED and request.direction == Direction.IN
    for event in () if confirms else _EVENTS.get(state, ()):
        begun = await _received_at(session, request, occurred) if event in _BY_RECEIPT else occurred
        facts += _begin_all(session, work, event, begun, None, is_unvalidated=is_unvalidated)
    asked = state is _R.CLARIFICATION_REQUESTED
    for row in [one for one in work.running if one.pauses and (one.paused_at is None) is asked]:
        facts.append(pause(work, row, occurred) if asked else resume(work, row, occurred))
    await session.flush()
    await journal.append(session, seat, *facts)


async def _received_at(session: Reading, request: LegalRequest, occurred: datetime) -> datetime:
    """Return when the authority that confirms the receipt received the request, as far as receipts tell.

    A period runs from the receipt and not from its confirmation: Directive 2014/41/EU, Article 12(3). After a transfer to
    the competent authority, receipts before it do not count.
    """
    moves = select(RequestMove.state, RequestMove.occurred_at)
    moves = moves.where(RequestMove.request == request.id, RequestMove.item.is_(None)).order_by(RequestMove.id)
    received: datetime | None = None
    for state, at in await session.execute(moves):
        if state == _R.TRANSFERRED_TO_COMPETENT:
            received = None
        elif state in {_R.DELIVERED, _R.RETRIEVED}:
            received = received or at
    return received or occurred


async def of_item(session: Writing, seat: Seat, request: LegalRequest, item: RequestItem, occurred: datetime) -> None:
    """Begin and end deadlines after an item reached its present state."""
    work = await work_of(session, seat, request)
    state, facts = ItemState(item.state), list[Fact]()
    own = [one for one in work.running if one.item == item.id]
    if state is _I.PRESERVED:  # preserved once more: the former period is over
        facts += end_void(work, [one for one in own if one.lapses], occurred)
    if state in states.SETTLED:
        end = end_unmet if state in _VOID_ITEMS else _end_answered
        facts += await end(session, work, own, occurred)
    facts += await end_met(session, work, _decided(work), occurred)
    if states.is_answered([one.state for one in work.items]):
        facts += await _end_answered(session, work, work.running, occurred)
    else:
        events = _ITEM_EVENTS.get(state, ())
        facts += [fact for event in events for fact in _begin_all(session, work, event, occurred, item)]
    await session.flush()
    await journal.append(session, seat, *facts)


async def _end_all(session: Writing, work: Work, state: RequestState, occurred: datetime) -> list[Fact]:
    """End the deadlines of a request that was answered or has ended. An open item of an answered request keeps its own."""
    if state is not _R.WITHDRAWN and (not work.items or states.is_answered([one.state for one in work.items])):
        return await _end_answered(session, work, work.running, occurred)
    if state is _R.ANSWERED:
        return []
    return await end_unmet(session, work, work.running, occurred)


async def _end_answered(
    session: Writing, work: Work, rows: Sequence[RequestDeadline], occurred: datetime
) -> list[Fact]:
    """End deadlines of what was answered. An answer is no act that a member has to record."""
    unmet = [one for one in rows if _end_of(work, one) in _NOT_BY_ANSWER]
    met = [one for one in rows if one not in unmet]
    return [
        *await end_unmet(session, work, unmet, occurred),
        *await end_met(session, work, met, occurred),
    ]


def _end_of(work: Work, row: RequestDeadline) -> DeadlineEnd:
    rule = work.rule(row.rule)
    return DeadlineEnd.ANSWERED if rule is None else rule.met_by


def _met_by(work: Work, end: DeadlineEnd) -> list[RequestDeadline]:
    return [one for one in work.running if _end_of(work, one) is end]


def _decided(work: Work) -> list[RequestDeadline]:
    """Return the running deadlines for a decision that was made: about their item, or about all items of their rule."""
    return [row for row in _met_by(work, DeadlineEnd.DECIDED) if not _undecided(work, row)]


def _undecided(work: Work, row: RequestDeadline) -> bool:
    rule = work.rule(row.rule)
    asked = [one for one in work.items if (row.item is None and _is_for(rule, one)) or one.id == row.item]
    return any(one.state in _UNDECIDED for one in asked)


def begun_by(work: Work, event: DeadlineEvent) -> list[RequestDeadline]:
    """Return the running deadlines that an event of this kind began."""
    known = work.instrument
    rules = {one.value.key for one in (known.deadlines if known else ()) if one.value and one.value.begins_at is event}
    return [one for one in work.running if one.rule in rules]


def _begin_all(
    session: Writing,
    work: Work,
    event: DeadlineEvent,
    occurred: datetime,
    item: RequestItem | None,
    *,
    is_unvalidated: bool = False,
) -> list[Fact]:
    """Begin the deadlines that this event begins. One that runs goes on; a receipt or decision begins one only once."""
    known = work.instrument
    facts = list[Fact]()
    for given in known.deadlines if known else ():
        rule = given.value
        if rule is None or rule.begins_at is not event or rule.before or not applies(work, rule, item):
            continue
        if rule.unvalidated and not is_unvalidated:
            continue
        key = (rule.key, item.id if item else None)
        runs = any((one.rule, one.item) == key for one in work.running)
        if not runs and (event in _AGAIN or key not in work.known):
            stated = Given(rule, given.source, verified=given.verified)
            facts.append(begin(session, work, stated, occurred, item)[1])
    return facts


def applies(work: Work, rule: DeadlineRule, item: RequestItem | None) -> bool:
    """Return whether a rule is for this request: its urgency, its executing country, its items."""
    return (
        rule.urgent in {None, work.request.urgent}
        and (not rule.countries or work.executing.country in rule.countries)
        and (
            not (rule.data_categories or rule.item_kinds)
            or any(_is_for(rule, one) for one in ([item] if item else work.items))
        )
    )


def _is_for(rule: DeadlineRule | None, item: RequestItem) -> bool:
    """Return whether a rule is for items of this category of data and this kind."""
    return rule is None or (
        (not rule.data_categories or item.data_category in rule.data_categories)
        and (not rule.item_kinds or item.kind in rule.item_kinds)
    )
