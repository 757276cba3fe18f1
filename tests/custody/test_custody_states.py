"""What follows on what in physical custody: the rules as data, over every order of acts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.access import custody_states as rules
from app.access.custody_states import ENDS, RULES, Standing, Step, Whereabouts
from app.access.roles import Permission, Role
from tests.support.seats import named, seat

NL, DE = named("NL"), named("DE")
NOOR, LENA, SOFIA = seat("NL-02", Role.LEADER), seat("DE-02", Role.MEMBER), seat("NL-06", Role.EXPERT)
HELD = Whereabouts(Standing.HELD, NL, NOOR.id, "Noor", "Rotterdam", None)
SAID = {name: "x" for rule in RULES.values() for name in (*rule.needs, *rule.may)}


@given(st.lists(st.sampled_from(list(Step)), max_size=12))
def test_every_way_begins_ends_and_seals_as_it_must(tried: list[Step]) -> None:
    now: Whereabouts | None = None
    for step in tried:
        if rules.why_not(step, now, handed=False, anothers=False) is not None:
            continue
        before, now = now, rules.after(step, now, SAID | {"by": None}, NOOR)
        assert (before is None) == (step in {Step.SEIZED, Step.COLLECTED}), "the first act, and only that, takes it in"
        assert before is None or before.standing not in ENDS or step is Step.INCIDENT, "nothing follows on an end"
        assert step is not Step.SEALED or (before is not None and before.seal is None)
        assert step is not Step.UNSEALED or (before is not None and before.seal is not None)
        assert (now.custodian is None) == (now.standing is Standing.DESTROYED), (
            "somebody has it until there is no thing"
        )
        assert now.seat is None or now.standing in {Standing.HELD, Standing.OUT}
        assert now.party == NL, "no act of one seat gives it to another party"


def test_while_a_hand_over_is_open_only_incidents_are_noted() -> None:
    for standing in Standing:
        assert set(rules.steps(replace(HELD, standing=standing), handed=True, anothers=False)) == {Step.INCIDENT}
    assert rules.steps(None, handed=False, anothers=False) == (Step.SEIZED, Step.COLLECTED)


def test_of_what_another_seat_has_in_hand_only_what_leaves_it_there() -> None:
    for standing in (Standing.HELD, Standing.OUT):
        now = replace(HELD, standing=standing)
        for step in rules.steps(now, handed=False, anothers=True):
            assert rules.after(step, now, SAID, LENA).seat == now.seat, step
        freely, else_ = (set(rules.steps(now, handed=False, anothers=each)) for each in (False, True))
        assert all(rules.after(step, now, SAID, LENA).seat != now.seat for step in freely - else_)
        assert freely > else_


def test_who_is_named_has_it_and_else_who_records() -> None:
    assert rules.after(Step.TRANSPORTED, HELD, {"place": "The Hague", "by": "K. Bos"}, NOOR) == replace(
        HELD, seat=None, custodian="K. Bos", place="The Hague"
    )
    assert rules.after(Step.CHECKED_OUT, HELD, {"why": "x"}, NOOR).seat == NOOR.id


def test_what_is_missing_or_too_much_is_named() -> None:
    for step, rule in RULES.items():
        whole = {name: SAID[name] for name in rule.needs}
        assert rules.misfit(step, whole) is None
        for name in rule.needs:
            assert rules.misfit(step, whole | {name: None}) == (name, "missing")
        other = next(name for name in SAID if name not in {*rule.needs, *rule.may})
        assert rules.misfit(step, whole | {other: "x"}) == (other, "not-taken")


def test_records_who_obtained_it_and_who_answers_for_it() -> None:
    assert rules.may_record(NOOR, None, obtained=True)
    assert not rules.may_record(LENA, None, obtained=False)
    assert rules.may_record(LENA, replace(HELD, party=DE, seat=None), obtained=False)
    assert not rules.may_record(SOFIA, HELD, obtained=True), "an expert records what it has in hand"
    assert rules.may_record(SOFIA, replace(HELD, seat=SOFIA.id), obtained=True)
    without = replace(NOOR, permissions=NOOR.permissions - {Permission.CUSTODY_RECORD})
    assert not rules.may_record(without, HELD, obtained=True)


def test_hands_over_who_has_it_in_hand() -> None:
    bram = seat("NL-03", Role.LEADER)
    assert rules.may_offer(NOOR, HELD, holder_sits=True)
    assert not rules.may_offer(bram, HELD, holder_sits=True)
    assert rules.may_offer(bram, HELD, holder_sits=False)
    assert rules.may_offer(bram, replace(HELD, seat=None, standing=Standing.STORED), holder_sits=False)
    assert not rules.may_offer(LENA, replace(HELD, seat=None), holder_sits=False)
    assert not any(rules.may_offer(NOOR, replace(HELD, standing=one), holder_sits=False) for one in ENDS)
