"""Rules of physical custody: which event may follow which, and who may record, offer and answer."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.access import custody_states as rules
from app.access.custody_states import EVENT_RULES, FINAL_STATES, CurrentCustody, CustodyEvent, CustodyState
from app.access.roles import Permission, Role
from app.models import Handover
from tests.support.seats import named, seat

NL, DE = named("NL"), named("DE")
NOOR, LENA, SOFIA = seat("NL-02", Role.LEADER), seat("DE-02", Role.MEMBER), seat("NL-06", Role.EXPERT)
HELD = CurrentCustody(CustodyState.HELD, NL, NOOR.id, "Noor", "Rotterdam", None)
SAID = {name: "x" for rule in EVENT_RULES.values() for name in (*rule.required, *rule.optional)}


@given(st.lists(st.sampled_from(list(CustodyEvent)), max_size=12))
def test_every_sequence_of_events_begins_ends_and_seals_correctly(tried: list[CustodyEvent]) -> None:
    now: CurrentCustody | None = None
    for event in tried:
        if rules.reason_against(event, now, is_offered=False, is_held_by_other=False) is not None:
            continue
        before, now = now, rules.custody_after(event, now, SAID | {"by": None}, NOOR)
        assert (before is None) == (event in {CustodyEvent.SEIZED, CustodyEvent.COLLECTED}), (
            "the first act, and only that, takes it in"
        )
        assert before is None or before.state not in FINAL_STATES or event is CustodyEvent.INCIDENT, (
            "nothing follows on an end"
        )
        assert event is not CustodyEvent.SEALED or (before is not None and before.seal is None)
        assert event is not CustodyEvent.UNSEALED or (before is not None and before.seal is not None)
        assert (now.custodian is None) == (now.state is CustodyState.DESTROYED), (
            "somebody has it until there is no thing"
        )
        assert now.seat is None or now.state in {CustodyState.HELD, CustodyState.CHECKED_OUT}
        assert now.party == NL, "no act of one seat gives it to another party"


def test_open_handover_admits_only_incidents() -> None:
    for state in CustodyState:
        assert set(rules.possible_events(replace(HELD, state=state), is_offered=True, is_held_by_other=False)) == {
            CustodyEvent.INCIDENT
        }
    assert rules.possible_events(None, is_offered=False, is_held_by_other=False) == (
        CustodyEvent.SEIZED,
        CustodyEvent.COLLECTED,
    )


def test_exhibit_held_by_another_member_admits_only_events_that_leave_it_there() -> None:
    for state in (CustodyState.HELD, CustodyState.CHECKED_OUT):
        now = replace(HELD, state=state)
        for event in rules.possible_events(now, is_offered=False, is_held_by_other=True):
            assert rules.custody_after(event, now, SAID, LENA).seat == now.seat, event
        freely, else_ = (
            set(rules.possible_events(now, is_offered=False, is_held_by_other=each)) for each in (False, True)
        )
        assert all(rules.custody_after(event, now, SAID, LENA).seat != now.seat for event in freely - else_)
        assert freely > else_


def test_custodian_is_the_named_person_or_the_recording_member() -> None:
    assert rules.custody_after(CustodyEvent.TRANSPORTED, HELD, {"place": "The Hague", "by": "K. Bos"}, NOOR) == replace(
        HELD, seat=None, custodian="K. Bos", place="The Hague"
    )
    assert rules.custody_after(CustodyEvent.CHECKED_OUT, HELD, {"why": "x"}, NOOR).seat == NOOR.id


def test_missing_or_superfluous_field_is_named() -> None:
    for event, rule in EVENT_RULES.items():
        whole = {name: SAID[name] for name in rule.required}
        assert rules.wrong_field(event, whole) is None
        for name in rule.required:
            assert rules.wrong_field(event, whole | {name: None}) == (name, "missing")
        other = next(name for name in SAID if name not in {*rule.required, *rule.optional})
        assert rules.wrong_field(event, whole | {other: "x"}) == (other, "not-taken")


def test_recording_is_for_originators_the_responsible_party_and_the_holder() -> None:
    assert rules.may_record(NOOR, None, is_originator=True)
    assert not rules.may_record(LENA, None, is_originator=False)
    assert rules.may_record(LENA, replace(HELD, party=DE, seat=None), is_originator=False)
    assert not rules.may_record(SOFIA, HELD, is_originator=True), "an expert records what it has in hand"
    assert rules.may_record(SOFIA, replace(HELD, seat=SOFIA.id), is_originator=True)
    without = replace(NOOR, permissions=NOOR.permissions - {Permission.CUSTODY_RECORD})
    assert not rules.may_record(without, HELD, is_originator=True)


def test_offer_is_for_the_holder_or_the_party_without_an_active_holder() -> None:
    bram = seat("NL-03", Role.LEADER)
    assert rules.may_offer(NOOR, HELD, holder_is_active=True)
    assert not rules.may_offer(bram, HELD, holder_is_active=True)
    assert rules.may_offer(bram, HELD, holder_is_active=False)
    assert rules.may_offer(bram, replace(HELD, seat=None, state=CustodyState.STORED), holder_is_active=False)
    assert not rules.may_offer(LENA, replace(HELD, seat=None), holder_is_active=False)
    assert not any(rules.may_offer(NOOR, replace(HELD, state=one), holder_is_active=False) for one in FINAL_STATES)


def test_answers_are_for_the_recipient_the_offering_party_and_the_originator() -> None:
    handover = Handover(party=DE, offered_by=LENA.id, to_seat=SOFIA.id, state="offered")
    jonas, auditor = seat("DE-01", Role.LEADER), seat("DE-03", Role.AUDITOR)
    for who, is_originator, answers in (
        (SOFIA, True, ("received", "refused")),
        (LENA, False, ("withdrawn",)),
        (jonas, False, ("withdrawn",)),
        (NOOR, True, ("withdrawn",)),
        (NOOR, False, ()),
        (seat("NL-05", Role.EXPERT), True, ()),
        (auditor, False, ()),
    ):
        assert rules.possible_answers(who, handover, is_originator=is_originator) == answers, who.code
    handover.state = "received"
    assert rules.possible_answers(SOFIA, handover, is_originator=True) == ()
