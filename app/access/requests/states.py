"""States of legal requests and of their items, permitted moves, and their reasons and grounds. Pure.

A request is an envelope with items. The envelope has approvals, translation, transport and clarifications; each item is
answered by itself. Both directions have states of their own. Not here: who may move a request (row-level security and
`access/roles.py`), and which deadlines a move starts (`services/requests/deadlines/`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from app.reference.catalogue import TransitionFamily


class Direction(StrEnum):
    """Whether the party asks (`out`) or is asked (`in`)."""

    OUT = "out"
    IN = "in"


class RequestState(StrEnum):
    """State of a request. The names of transport are those of the ETSI REM evidences that e-CODEX uses."""

    DRAFT = "DRAFT"
    VALIDATION = "VALIDATION"
    TRANSLATION = "TRANSLATION"
    QUALITY_CHECK = "QUALITY_CHECK"
    SENT = "SENT"
    SUBMISSION_ACCEPTED = "SUBMISSION_ACCEPTED"
    SUBMISSION_REJECTED = "SUBMISSION_REJECTED"
    RELAYED = "RELAYED"
    RELAY_FAILED = "RELAY_FAILED"
    DELIVERED = "DELIVERED"
    NOT_DELIVERED = "NOT_DELIVERED"
    RETRIEVED = "RETRIEVED"
    NOT_RETRIEVED = "NOT_RETRIEVED"
    ACKNOWLEDGED = "ACKNOWLEDGED"
    CLARIFICATION_REQUESTED = "CLARIFICATION_REQUESTED"
    CLARIFIED = "CLARIFIED"
    TRANSFERRED_TO_COMPETENT = "TRANSFERRED_TO_COMPETENT"
    REGISTERED = "REGISTERED"
    ALLOCATED = "ALLOCATED"
    EXECUTING = "EXECUTING"
    ANSWERED = "ANSWERED"
    CLOSED = "CLOSED"
    WITHDRAWN = "WITHDRAWN"


class ItemKind(StrEnum):
    """Kind of an item: data or a measure."""

    DATA = "data"
    MEASURE = "measure"
    HEARING = "hearing"
    SEARCH = "search"
    FREEZE = "freeze"
    CONFISCATION = "confiscation"
    SURRENDER = "surrender"


class ItemState(StrEnum):
    """State of an item. `partly`: a part was delivered, and the rest is refused or impossible."""

    OPEN = "open"
    PRESERVED = "preserved"
    EXECUTING = "executing"
    DELIVERED = "delivered"
    PARTLY = "partly"
    REFUSED = "refused"
    POSTPONED = "postponed"
    IMPOSSIBLE = "impossible"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Move:
    """A move to a state. `needs_ground`: a ground for refusal or postponement is recorded with it."""

    state: str
    needs_reason: bool = False
    needs_ground: bool = False


_R, _I = RequestState, ItemState

#: States in which the content and the items of an outgoing request are edited.
EDITABLE: Final = frozenset({_R.DRAFT, _R.VALIDATION, _R.TRANSLATION, _R.QUALITY_CHECK})
#: States without further moves.
ENDED: Final = frozenset({_R.CLOSED, _R.WITHDRAWN})
#: Outgoing requests in these states have reached the other side.
RECEIVED: Final = frozenset(
    {
        *(_R.DELIVERED, _R.RETRIEVED, _R.ACKNOWLEDGED, _R.CLARIFICATION_REQUESTED, _R.CLARIFIED),
        _R.TRANSFERRED_TO_COMPETENT,
    }
)
#: Moves to these states need a reason while an item is not answered.
FINISHING: Final = frozenset({_R.ANSWERED, _R.CLOSED})
#: Items that need nothing more.
SETTLED: Final = frozenset({_I.DELIVERED, _I.PARTLY, _I.REFUSED, _I.IMPOSSIBLE, _I.LAPSED, _I.WITHDRAWN})
INITIAL: Final = {Direction.OUT: _R.DRAFT, Direction.IN: _R.REGISTERED}

#: The way of a message, and what it is called if the next station is not reached.
_TRANSPORT: Final = (_R.SENT, _R.SUBMISSION_ACCEPTED, _R.RELAYED, _R.DELIVERED, _R.RETRIEVED)
#: A station was not reached: the request is sent again.
FAILURES: Final = (_R.SUBMISSION_REJECTED, _R.RELAY_FAILED, _R.NOT_DELIVERED, _R.NOT_RETRIEVED)
_RECEIPTS: Final = frozenset(_TRANSPORT[1:]) | frozenset(FAILURES)
#: These have receipts of transport. Others are sent and acknowledged.
_WITH_RECEIPTS: Final = frozenset(
    {TransitionFamily.JUDICIAL, TransitionFamily.PRESERVATION, TransitionFamily.PROVIDER_ORDER}
)
#: No request is made of these: advice is no request, and notices have states of their own.
WITHOUT_REQUESTS: Final = frozenset({TransitionFamily.ADVICE, TransitionFamily.NOTICE})
#: What the addressee may do with a request once it was sent.
_ANSWERS: Final = (_R.ACKNOWLEDGED, _R.CLARIFICATION_REQUESTED, _R.TRANSFERRED_TO_COMPETENT)
#: These moves say why, or what is asked.
_REASONED: Final = frozenset({_R.CLARIFICATION_REQUESTED, _R.WITHDRAWN, *FAILURES})


def _transport() -> dict[RequestState, tuple[RequestState, ...]]:
    """Return the moves along the way: forward, also past stations without a receipt, or to a failure."""
    moves: dict[RequestState, tuple[RequestState, ...]] = {}
    for place, state in enumerate(_TRANSPORT):
        moves[state] = (*_TRANSPORT[place + 1 :], *FAILURES[place:], *_ANSWERS, _R.CLOSED, _R.WITHDRAWN)
    for failure, (_, reached) in zip(FAILURES, pairwise(_TRANSPORT), strict=True):
        later = _TRANSPORT[_TRANSPORT.index(reached) :]
        moves[failure] = (_R.SENT, *later, _R.CLOSED, _R.WITHDRAWN)
    return moves


_OUTGOING: Final[Mapping[RequestState, tuple[RequestState, ...]]] = {
    _R.DRAFT: (_R.VALIDATION, _R.TRANSLATION, _R.QUALITY_CHECK, _R.SENT, _R.WITHDRAWN),
    _R.VALIDATION: (_R.DRAFT, _R.TRANSLATION, _R.QUALITY_CHECK, _R.SENT, _R.WITHDRAWN),
    _R.TRANSLATION: (_R.DRAFT, _R.QUALITY_CHECK, _R.SENT, _R.WITHDRAWN),
    _R.QUALITY_CHECK: (_R.DRAFT, _R.TRANSLATION, _R.SENT, _R.WITHDRAWN),
    **_transport(),
    _R.ACKNOWLEDGED: (_R.CLARIFICATION_REQUESTED, _R.TRANSFERRED_TO_COMPETENT, _R.CLOSED, _R.WITHDRAWN),
    _R.CLARIFICATION_REQUESTED: (_R.CLARIFIED, _R.CLOSED, _R.WITHDRAWN),
    _R.CLARIFIED: (*_ANSWERS, _R.CLOSED, _R.WITHDRAWN),
    _R.TRANSFERRED_TO_COMPETENT: (*_ANSWERS, _R.CLOSED, _R.WITHDRAWN),
}
#: The asked party asks back, or the other side withdraws its request.
_ASKED_BACK: Final = (_R.CLARIFICATION_REQUESTED, _R.ANSWERED, _R.CLOSED, _R.WITHDRAWN)
_INCOMING: Final[Mapping[RequestState, tuple[RequestState, ...]]] = {
    _R.REGISTERED: (_R.ACKNOWLEDGED, _R.ALLOCATED, _R.EXECUTING, *_ASKED_BACK),
    _R.ACKNOWLEDGED: (_R.ALLOCATED, _R.EXECUTING, *_ASKED_BACK),
    _R.ALLOCATED: (_R.ACKNOWLEDGED, _R.EXECUTING, *_ASKED_BACK),
    _R.CLARIFICATION_REQUESTED: (_R.CLARIFIED, _R.ANSWERED, _R.CLOSED, _R.WITHDRAWN),
    _R.CLARIFIED: (_R.ACKNOWLEDGED, _R.ALLOCATED, _R.EXECUTING, *_ASKED_BACK),
    _R.EXECUTING: (_R.ALLOCATED, *_ASKED_BACK),
    _R.ANSWERED: (_R.EXECUTING, _R.CLOSED),
}
#: Moves back, which say why.
_BACK: Final = frozenset(
    {(one, _R.DRAFT) for one in EDITABLE - {_R.DRAFT}}
    | {(_R.QUALITY_CHECK, _R.TRANSLATION), (_R.EXECUTING, _R.ALLOCATED), (_R.ANSWERED, _R.EXECUTING)}
)

_DELIVERY: Final = (_I.DELIVERED, _I.PARTLY, _I.REFUSED, _I.POSTPONED, _I.IMPOSSIBLE)
_ITEMS: Final[Mapping[ItemState, tuple[ItemState, ...]]] = {
    _I.OPEN: (_I.PRESERVED, _I.EXECUTING, *_DELIVERY, _I.WITHDRAWN),
    _I.PRESERVED: (
        *(_I.PRESERVED, _I.EXECUTING, _I.DELIVERED, _I.PARTLY, _I.REFUSED, _I.POSTPONED, _I.LAPSED, _I.WITHDRAWN),
    ),
    _I.EXECUTING: (*_DELIVERY, _I.WITHDRAWN),
    _I.POSTPONED: (_I.EXECUTING, _I.DELIVERED, _I.PARTLY, _I.REFUSED, _I.IMPOSSIBLE, _I.WITHDRAWN),
    _I.PARTLY: (_I.EXECUTING, _I.DELIVERED, _I.WITHDRAWN),
    _I.DELIVERED: (_I.EXECUTING,),
    _I.REFUSED: (_I.EXECUTING,),
    _I.IMPOSSIBLE: (_I.EXECUTING,),
    _I.LAPSED: (_I.PRESERVED,),
}
_GROUNDED: Final = frozenset({_I.REFUSED, _I.POSTPONED, _I.PARTLY})
_ITEM_REASONED: Final = frozenset({_I.IMPOSSIBLE, _I.WITHDRAWN})


def request_moves(direction: Direction, family: TransitionFamily, state: RequestState) -> list[Move]:
    """Return the moves of an envelope from a state, in the order of the table."""
    table = _OUTGOING if direction is Direction.OUT else _INCOMING
    reached = [one for one in table.get(state, ()) if family in _WITH_RECEIPTS or one not in _RECEIPTS]
    return [Move(one, needs_reason=one in _REASONED or one is state or (state, one) in _BACK) for one in reached]


def request_move(direction: Direction, family: TransitionFamily, former: RequestState, state: str) -> Move | None:
    """Return the move of an envelope between two states; `None` if it is not permitted."""
    return next((one for one in request_moves(direction, family, former) if one.state == state), None)


def item_moves(kind: ItemKind, state: ItemState, envelope: RequestState) -> list[Move]:
    """Return the moves of an item from a state. Only data is preserved.

    Nothing is answered before the request was sent, nor after it has ended. An item that was answered is opened again
    with a reason. So is a state that is reached once more: two members can record the same event.
    """
    if envelope in ENDED | EDITABLE:
        return []
    return [
        Move(one, needs_reason=one in _ITEM_REASONED or _is_reopened(state, one), needs_ground=one in _GROUNDED)
        for one in _ITEMS.get(state, ())
        if kind is ItemKind.DATA or one not in {_I.PRESERVED, _I.LAPSED}
    ]


def _is_reopened(former: ItemState, state: ItemState) -> bool:
    return former == state or (former in SETTLED and state in {_I.EXECUTING, _I.PRESERVED})


def item_move(kind: ItemKind, former: ItemState, state: str, envelope: RequestState) -> Move | None:
    """Return the move of an item between two states; `None` if it is not permitted."""
    return next((one for one in item_moves(kind, former, envelope) if one.state == state), None)


def awaits_answers(states: Collection[str], *, is_produced: bool = False) -> bool:
    """Return whether an item in one of these states is not answered yet. Closing the request then needs a reason.

    `is_produced`: the other side has received a request for production; then preserved data need nothing more.
    """
    settled = SETTLED | {_I.PRESERVED} if is_produced else SETTLED
    return any(one not in settled for one in states)


def is_answered(states: Collection[str], *, is_produced: bool = False) -> bool:
    """Return whether a request has items and all of them are answered. Spontaneous information has none."""
    return bool(states) and not awaits_answers(states, is_produced=is_produced)


def states_of(direction: Direction, family: TransitionFamily) -> list[RequestState]:
    """Return the states that a request can reach, its initial state first."""
    found, ahead = list[RequestState](), [INITIAL[direction]]
    while ahead:
        state = ahead.pop(0)
        if state not in found:
            found.append(state)
            ahead += [RequestState(one.state) for one in request_moves(direction, family, state)]
    return found
