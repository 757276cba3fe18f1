"""Deadlines that moves of a request or an item begin, pause, resume and end.

Moves tell what happened; `of_request` and `of_item` map them to events of the catalogue.
"""

from datetime import datetime
from typing import Final

from app.access.requests import states
from app.access.requests.states import ItemState, RequestState
from app.access.seats import Seat
from app.database import Writing
from app.ledger import journal
from app.ledger.facts.fact import Fact
from app.models import LegalRequest, RequestDeadline, RequestItem
from app.reference.catalogue import DeadlineEvent, DeadlineRule
from app.services.requests.deadlines.rows import Given, Work, begin, end_rows, pause, resume, work_of

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


#: Deadlines for a receipt, and for the decision on an order: keys of the catalogue end so.
_RECEIPT: Final = "_ACK"
_DECISION: Final = ("_DECISION", "_DECIDE")


#: The other side has not decided about items in these states.
_UNDECIDED: Final = frozenset({_I.OPEN, _I.PRESERVED, _I.POSTPONED})
_VOID_ITEMS: Final = frozenset({_I.WITHDRAWN, _I.LAPSED})


#: Events that happen again: each begins the deadline anew if it does not run.
_AGAIN: Final = frozenset(
    {DeadlineEvent.CLARIFICATION_ASKED, DeadlineEvent.PRESERVED, DeadlineEvent.RECEIVED_BY_COMPETENT}
)


async def of_request(session: Writing, seat: Seat, request: LegalRequest, occurred: datetime) -> None:
    """Begin, pause, resume and end deadlines after a request reached its present state."""
    work = await work_of(session, seat, request)
    state, facts = RequestState(request.state), list[Fact]()
    if state is _R.TRANSFERRED_TO_COMPETENT:
        facts += end_rows(work, begun_by(work, DeadlineEvent.RECEIVED_BY_COMPETENT), "void", occurred)
    if state is _R.ACKNOWLEDGED:
        facts += end_rows(work, [one for one in work.running if one.rule.endswith(_RECEIPT)], "met", occurred)
    if state is _R.CLARIFIED:
        facts += end_rows(work, begun_by(work, DeadlineEvent.CLARIFICATION_ASKED), "met", occurred)
    if state in states.ENDED | {_R.ANSWERED}:
        facts += end_rows(work, work.running, "void" if state is _R.WITHDRAWN else "met", occurred)
    facts += [fact for event in _EVENTS.get(state, ()) for fact in _begin_all(session, work, event, occurred, None)]
    asked = state is _R.CLARIFICATION_REQUESTED
    for row in [one for one in work.running if one.pauses and (one.paused_at is None) is asked]:
        facts.append(pause(work, row, occurred) if asked else resume(work, row, occurred))
    await session.flush()
    await journal.append(session, seat, *facts)


async def of_item(session: Writing, seat: Seat, request: LegalRequest, item: RequestItem, occurred: datetime) -> None:
    """Begin and end deadlines after an item reached its present state."""
    work = await work_of(session, seat, request)
    state, facts = ItemState(item.state), list[Fact]()
    own = [one for one in work.running if one.item == item.id]
    if state is _I.PRESERVED:  # preserved once more: the former period is over
        facts += end_rows(work, [one for one in own if one.lapses], "void", occurred)
    if state in states.SETTLED:
        facts += end_rows(work, own, "void" if state in _VOID_ITEMS else "met", occurred)
    facts += end_rows(work, _decided(work), "met", occurred)
    if states.is_answered([one.state for one in work.items]):
        facts += end_rows(work, list(work.running), "met", occurred)
    else:
        events = _ITEM_EVENTS.get(state, ())
        facts += [fact for event in events for fact in _begin_all(session, work, event, occurred, item)]
    await session.flush()
    await journal.append(session, seat, *facts)


def _decided(work: Work) -> list[RequestDeadline]:
    """Return the running deadlines for a decision that was made: about their item, or about all items."""
    undecided = {one.id for one in work.items if one.state in _UNDECIDED}
    return [
        one
        for one in work.running
        if one.rule.endswith(_DECISION) and (one.item not in undecided if one.item else not undecided)
    ]


def begun_by(work: Work, event: DeadlineEvent) -> list[RequestDeadline]:
    """Return the running deadlines that an event of this kind began."""
    known = work.instrument
    rules = {one.value.key for one in (known.deadlines if known else ()) if one.value and one.value.begins_at is event}
    return [one for one in work.running if one.rule in rules]


def _begin_all(
    session: Writing, work: Work, event: DeadlineEvent, occurred: datetime, item: RequestItem | None
) -> list[Fact]:
    """Begin the deadlines that this event begins. One that runs goes on; a receipt or decision begins one only once."""
    known = work.instrument
    facts = list[Fact]()
    for given in known.deadlines if known else ():
        rule = given.value
        if rule is None or rule.begins_at is not event or rule.before or not _applies(work, rule, item):
            continue
        key = (rule.key, item.id if item else None)
        runs = any((one.rule, one.item) == key for one in work.running)
        if not runs and (event in _AGAIN or key not in work.known):
            stated = Given(rule, given.source, verified=given.verified)
            facts.append(begin(session, work, stated, occurred, item)[1])
    return facts


def _applies(work: Work, rule: DeadlineRule, item: RequestItem | None) -> bool:
    """Return whether a rule is for this request: its urgency, its executing country, its categories of data."""
    asked = {one.data_category for one in ([item] if item else work.items)}
    return (
        rule.urgent in {None, work.request.urgent}
        and (not rule.countries or work.country in rule.countries)
        and (not rule.data_categories or bool(asked & set(rule.data_categories)))
    )
