"""States of legal requests and their items: every move that is possible, and every one that is not."""

import itertools

import pytest

from app.access.requests import states
from app.access.requests.states import Direction, ItemKind, ItemState, RequestState
from app.reference.catalogue import TransitionFamily

#: The moves of an envelope as the field lists state them: a state and what may follow.
OUTGOING = {
    "DRAFT": "VALIDATION TRANSLATION QUALITY_CHECK SENT WITHDRAWN",
    "VALIDATION": "DRAFT TRANSLATION QUALITY_CHECK SENT WITHDRAWN",
    "TRANSLATION": "DRAFT QUALITY_CHECK SENT WITHDRAWN",
    "QUALITY_CHECK": "DRAFT TRANSLATION SENT WITHDRAWN",
    "SENT": "SUBMISSION_ACCEPTED RELAYED DELIVERED RETRIEVED SUBMISSION_REJECTED RELAY_FAILED NOT_DELIVERED NOT_RETRIEVED"
    " ACKNOWLEDGED CLARIFICATION_REQUESTED TRANSFERRED_TO_COMPETENT CLOSED WITHDRAWN",
    "SUBMISSION_ACCEPTED": "RELAYED DELIVERED RETRIEVED RELAY_FAILED NOT_DELIVERED NOT_RETRIEVED"
    " ACKNOWLEDGED CLARIFICATION_REQUESTED TRANSFERRED_TO_COMPETENT CLOSED WITHDRAWN",
    "RELAYED": "DELIVERED RETRIEVED NOT_DELIVERED NOT_RETRIEVED"
    " ACKNOWLEDGED CLARIFICATION_REQUESTED TRANSFERRED_TO_COMPETENT CLOSED WITHDRAWN",
    "DELIVERED": "RETRIEVED NOT_RETRIEVED"
    " ACKNOWLEDGED CLARIFICATION_REQUESTED TRANSFERRED_TO_COMPETENT CLOSED WITHDRAWN",
    "RETRIEVED": "ACKNOWLEDGED CLARIFICATION_REQUESTED TRANSFERRED_TO_COMPETENT CLOSED WITHDRAWN",
    "SUBMISSION_REJECTED": "SENT SUBMISSION_ACCEPTED RELAYED DELIVERED RETRIEVED CLOSED WITHDRAWN",
    "RELAY_FAILED": "SENT RELAYED DELIVERED RETRIEVED CLOSED WITHDRAWN",
    "NOT_DELIVERED": "SENT DELIVERED RETRIEVED CLOSED WITHDRAWN",
    "NOT_RETRIEVED": "SENT RETRIEVED CLOSED WITHDRAWN",
    "ACKNOWLEDGED": "CLARIFICATION_REQUESTED TRANSFERRED_TO_COMPETENT CLOSED WITHDRAWN",
    "CLARIFICATION_REQUESTED": "CLARIFIED CLOSED WITHDRAWN",
    "CLARIFIED": "ACKNOWLEDGED CLARIFICATION_REQUESTED TRANSFERRED_TO_COMPETENT CLOSED WITHDRAWN",
    "TRANSFERRED_TO_COMPETENT": "ACKNOWLEDGED CLARIFICATION_REQUESTED TRANSFERRED_TO_COMPETENT CLOSED WITHDRAWN",
    "CLOSED": "",
    "WITHDRAWN": "",
}
INCOMING = {
    "REGISTERED": "ACKNOWLEDGED ALLOCATED EXECUTING CLARIFICATION_REQUESTED ANSWERED CLOSED WITHDRAWN",
    "ACKNOWLEDGED": "ALLOCATED EXECUTING CLARIFICATION_REQUESTED ANSWERED CLOSED WITHDRAWN",
    "ALLOCATED": "ACKNOWLEDGED EXECUTING CLARIFICATION_REQUESTED ANSWERED CLOSED WITHDRAWN",
    "CLARIFICATION_REQUESTED": "CLARIFIED ANSWERED CLOSED WITHDRAWN",
    "CLARIFIED": "ACKNOWLEDGED ALLOCATED EXECUTING CLARIFICATION_REQUESTED ANSWERED CLOSED WITHDRAWN",
    "EXECUTING": "ALLOCATED CLARIFICATION_REQUESTED ANSWERED CLOSED WITHDRAWN",
    "ANSWERED": "EXECUTING CLOSED",
    "CLOSED": "",
    "WITHDRAWN": "",
}
RECEIPTS = {
    *("SUBMISSION_ACCEPTED", "SUBMISSION_REJECTED", "RELAYED", "RELAY_FAILED"),
    *("DELIVERED", "NOT_DELIVERED", "RETRIEVED", "NOT_RETRIEVED"),
}
ITEMS = {
    "open": "preserved executing delivered partly refused postponed impossible withdrawn",
    "preserved": "preserved executing delivered partly refused postponed lapsed withdrawn",
    "executing": "delivered partly refused postponed impossible withdrawn",
    "postponed": "executing delivered partly refused impossible withdrawn",
    "partly": "executing delivered withdrawn",
    "delivered": "executing",
    "refused": "executing",
    "impossible": "executing",
    "lapsed": "preserved",
    "withdrawn": "",
}


@pytest.mark.parametrize("family", TransitionFamily)
@pytest.mark.parametrize("direction", Direction)
def test_moves_of_an_envelope_are_those_of_the_table(direction: Direction, family: TransitionFamily) -> None:
    table = OUTGOING if direction is Direction.OUT else INCOMING
    left_out = (
        set()
        if family in {TransitionFamily.JUDICIAL, TransitionFamily.PRESERVATION, TransitionFamily.PROVIDER_ORDER}
        else RECEIPTS
    )
    for former, state in itertools.product(RequestState, RequestState):
        expected = state in set(table.get(former, "").split()) - left_out
        assert (states.request_move(direction, family, former, state) is not None) is expected, (former, state)


@pytest.mark.parametrize("kind", ItemKind)
def test_moves_of_an_item_are_those_of_the_table(kind: ItemKind) -> None:
    left_out = set() if kind is ItemKind.DATA else {"preserved", "lapsed"}
    for envelope, former, state in itertools.product(RequestState, ItemState, ItemState):
        closed = envelope in {"DRAFT", "VALIDATION", "TRANSLATION", "QUALITY_CHECK", "CLOSED", "WITHDRAWN"}
        expected = not closed and state in set(ITEMS[former].split()) - left_out
        assert (states.item_move(kind, former, state, envelope) is not None) is expected, (envelope, former, state)


def test_states_without_receipts_of_transport_are_not_reached() -> None:
    assert set(states.states_of(Direction.OUT, TransitionFamily.JUDICIAL)) == set(OUTGOING)
    assert set(states.states_of(Direction.OUT, TransitionFamily.POLICE)) == set(OUTGOING) - RECEIPTS
    assert set(states.states_of(Direction.IN, TransitionFamily.JUDICIAL)) == set(INCOMING)


def test_reasons_are_needed_for_failures_questions_withdrawals_and_moves_back() -> None:
    reasoned = {
        (former, move.state)
        for direction in Direction
        for former in RequestState
        for move in states.request_moves(direction, TransitionFamily.JUDICIAL, former)
        if move.needs_reason
    }
    assert {state for _, state in reasoned} == {
        *("WITHDRAWN", "CLARIFICATION_REQUESTED", "SUBMISSION_REJECTED", "RELAY_FAILED", "NOT_DELIVERED"),
        *("NOT_RETRIEVED", "DRAFT", "TRANSLATION", "ALLOCATED", "EXECUTING", "TRANSFERRED_TO_COMPETENT"),
    }
    assert {(former, state) for former, state in reasoned if state in {"ALLOCATED", "EXECUTING", "TRANSLATION"}} == {
        ("QUALITY_CHECK", "TRANSLATION"),
        ("EXECUTING", "ALLOCATED"),
        ("ANSWERED", "EXECUTING"),
    }


def test_refusals_and_postponements_of_items_need_a_ground() -> None:
    moves = {
        (former, move.state): move
        for former in ItemState
        for move in states.item_moves(ItemKind.DATA, former, RequestState.SENT)
    }
    assert {state for (_, state), move in moves.items() if move.needs_ground} == {"refused", "postponed", "partly"}
    reasoned = {step for step, move in moves.items() if move.needs_reason}
    assert {step for step in reasoned if step[1] in {"executing", "preserved"}} == {
        *((former, "executing") for former in ("delivered", "refused", "impossible", "partly")),
        ("lapsed", "preserved"),
        ("preserved", "preserved"),
    }
    assert {state for _, state in reasoned} == {"executing", "preserved", "impossible", "withdrawn"}


@pytest.mark.parametrize(
    ("reached", "expected"),
    [
        ([], False),
        (["delivered", "refused", "lapsed", "partly", "impossible", "withdrawn"], True),
        (["delivered", "open"], False),
        (["delivered", "preserved"], False),
        (["postponed"], False),
        (["executing"], False),
    ],
)
def test_request_is_answered_when_no_item_waits(reached: list[str], *, expected: bool) -> None:
    assert states.is_answered(reached) is expected


def test_preserved_data_need_nothing_more_once_a_production_request_follows() -> None:
    assert states.is_answered(["preserved", "delivered"], is_produced=True)
    assert not states.is_answered(["preserved", "open"], is_produced=True)
