"""Rules, pure: which speak, that the strictest wins in every order, and why nothing comes of some."""

from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.access.roles import Role
from app.access.sharing.decisions import Level, level_of
from app.access.sharing.rules import Marked, Outcome, Recipient, Rule, outcome, outcomes, speaks
from tests.support.seats import named, seat

NOW: Final = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HOUR: Final = timedelta(hours=1)
IMAGE: Final = Marked("disk_image", frozenset({"H0"}), "AMBER")
SEATS: Final = frozenset({named("DE-01"), named("DE-02")})
GERMANY: Final = Recipient(named("DE"), "member_state", seats=SEATS)

rules = st.builds(
    Rule,
    code=st.text("ABCDEF", min_size=6, max_size=6),
    clause=st.sampled_from(["cl. 4", "cl. 8"]),
    level=st.sampled_from(list(Level)),
    category=st.sampled_from([None, "disk_image", "financial"]),
    handling=st.sampled_from([None, "H0", "H1"]),
    party=st.sampled_from([None, named("DE"), named("FR")]),
    kind=st.sampled_from([None, "member_state", "eu_body"]),
    authorities=st.none() | st.sampled_from([[named("DE POL")], [named("DE POL"), named("DE STA")]]),
    seats=st.none() | st.sampled_from([[named("DE-01")], [named("DE-02")], [named("DE-09")]]),
    not_before=st.none() | st.sampled_from([NOW - HOUR, NOW + HOUR]),
    until=st.none() | st.sampled_from([NOW - HOUR, NOW + HOUR, NOW + 2 * HOUR]),
    purposes=st.none() | st.sampled_from([["JIT_PURPOSE"], ["AUDIT"], ["JIT_PURPOSE", "AUDIT"]]),
)
exhibits = st.builds(
    Marked,
    category=st.sampled_from(["disk_image", "financial", "other"]),
    handling=st.sampled_from([frozenset({"H0"}), frozenset({"H1", "H2"}), frozenset({"H9"})]),
    tlp=st.sampled_from(["RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR", "PINK"]),
)


def gives(level: Level = Level.HELD, code: str = "NL-R-AAAAAA", **terms: Any) -> Rule:
    return Rule(code=code, clause="cl. 8", level=level, **terms)


def to_germany(*several: Rule, exhibit: Marked = IMAGE, recipient: Recipient = GERMANY) -> Outcome:
    return outcome(several, exhibit, recipient, NOW)


@given(st.lists(rules, max_size=4), exhibits)
def test_no_order_of_rules_changes_what_they_give(several: list[Rule], exhibit: Marked) -> None:
    codes = {one.code: one for one in several}
    found = [outcome(order, exhibit, GERMANY, NOW) for order in permutations(codes.values())]
    assert all(one == found[0] for one in found)


@given(st.lists(rules, min_size=1, max_size=4), exhibits)
def test_one_rule_more_never_gives_more_to_whom_another_spoke(several: list[Rule], exhibit: Marked) -> None:
    """What all give together, each of them that speaks gives alone."""
    together = outcome(several, exhibit, GERMANY, NOW)
    heard = [one for one in several if speaks(one, exhibit, GERMANY)]
    member = seat("DE-02", Role.MEMBER)
    for moment in (NOW - 2 * HOUR, NOW, NOW + HOUR + HOUR / 2, NOW + 3 * HOUR):
        given_now = level_of(member, together.release, moment)
        for one in heard:
            alone = outcome([one], exhibit, GERMANY, NOW)
            if not alone.because.startswith("tlp_"):  # what no rule narrows goes nowhere, until another names to whom
                assert given_now <= level_of(member, alone.release, moment)
            assert (
                together.release.purposes is None
                or not together.level
                or set(together.release.purposes) <= set(one.purposes or together.release.purposes)
            )
    assert together.level is Level.NONE or heard, "nothing is given of which no rule speaks"


def test_without_a_rule_nothing() -> None:
    nothing = to_germany()
    assert (nothing.level, nothing.because, nothing.rules) == (Level.NONE, "no_rule", ())


@pytest.mark.parametrize(
    ("cell", "spoken"),
    [
        ({}, True),
        ({"category": "disk_image"}, True),
        ({"category": "financial"}, False),
        ({"handling": "H0"}, True),
        ({"handling": "H1"}, False),
        ({"party": named("DE")}, True),
        ({"party": named("FR")}, False),
        ({"kind": "member_state"}, True),
        ({"kind": "eu_body"}, False),
        ({"category": "disk_image", "handling": "H0", "party": named("DE")}, True),
        ({"category": "disk_image", "handling": "H1", "party": named("DE")}, False),
    ],
)
def test_a_rule_speaks_where_its_whole_cell_fits(cell: dict[str, Any], *, spoken: bool) -> None:
    assert speaks(gives(**cell), IMAGE, GERMANY) is spoken
    assert (to_germany(gives(**cell)).level is Level.HELD) is spoken


def test_each_handling_code_of_an_exhibit_is_spoken_of() -> None:
    both = Marked("disk_image", frozenset({"H1", "H2"}), "AMBER")
    found = to_germany(gives(handling="H1"), gives(Level.LISTED, "NL-R-BBBBBB", handling="H2"), exhibit=both)
    assert (found.level, [one.code for one in found.rules]) == (Level.LISTED, ["NL-R-AAAAAA", "NL-R-BBBBBB"])


def test_none_beats_all() -> None:
    found = to_germany(gives(), gives(Level.NONE, "NL-R-BBBBBB", category="disk_image"))
    assert (found.level, found.because) == (Level.NONE, "rule_none")


def test_conditions_meet() -> None:
    found = to_germany(
        gives(not_before=NOW, until=NOW + 3 * HOUR, purposes=["JIT_PURPOSE", "AUDIT"], seats=[named("DE-01")]),
        gives(Level.READABLE, "NL-R-BBBBBB", not_before=NOW + HOUR, until=NOW + 2 * HOUR, purposes=["AUDIT"]),
    ).release
    assert (found.level, found.not_before, found.until) == (2, NOW + HOUR, NOW + 2 * HOUR)
    assert (found.seats, found.purposes, found.authorities) == (frozenset({named("DE-01")}), frozenset({"AUDIT"}), None)


@pytest.mark.parametrize(
    ("several", "because"),
    [
        ([gives(seats=[named("DE-01")]), gives(code="B", seats=[named("DE-02")])], "rules_admit_nobody"),
        ([gives(purposes=["AUDIT"]), gives(code="B", purposes=["JIT_PURPOSE"])], "rules_admit_nobody"),
        ([gives(seats=[named("DE-09")])], "rules_admit_nobody"),  # nobody sits there any more
        ([gives(until=NOW)], "rules_over"),
        ([gives(not_before=NOW + HOUR), gives(code="B", until=NOW + HOUR)], "rules_over"),
    ],
)
def test_what_admits_nobody_is_no_release(several: list[Rule], because: str) -> None:
    found = to_germany(*several)
    assert (found.level, found.because) == (Level.NONE, because)


def test_gates_and_suspension_keep_back_what_rules_would_give() -> None:
    gated = Recipient(named("CH"), "third_country", gated=True)
    assert to_germany(gives(), recipient=gated).because == "outbound_gate_closed"
    assert to_germany(gives(), recipient=Recipient(named("DE"), "member_state", active=False)).because == (
        "party_not_active"
    )


def test_tlp_goes_no_further_than_it_says() -> None:
    red, strict, unknown = (Marked("disk_image", frozenset({"H0"}), tlp) for tlp in ("RED", "AMBER_STRICT", "PINK"))
    assert to_germany(gives(), exhibit=red).because == "tlp_red_needs_seats"
    assert to_germany(gives(seats=[named("DE-01")]), exhibit=red).level is Level.HELD
    assert to_germany(gives(), exhibit=strict).because == "tlp_amber_strict_needs_authority"
    two = gives(authorities=[named("DE POL"), named("DE STA")])
    assert to_germany(two, exhibit=strict).because == "tlp_amber_strict_needs_authority"
    assert to_germany(two, gives(code="B", authorities=[named("DE POL")]), exhibit=strict).level is Level.HELD
    assert to_germany(gives(), exhibit=unknown).because == "tlp_unknown"


def test_a_release_cites_the_clauses_and_their_rules() -> None:
    several = [gives(code="NL-R-B"), gives(code="NL-R-A"), Rule("NL-R-C", "Annex II", Level.HELD)]
    found = outcomes(several, IMAGE, [GERMANY], NOW)[GERMANY.party]
    assert found.basis == "cl. 8 (NL-R-A, NL-R-B); Annex II (NL-R-C)"
