"""The pure decision: deny by default, the strictest wins, and a reason for each denial."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.access.roles import Role
from app.access.sharing.decisions import Act, Conditions, Exhibit, Level, Obligation, Purpose, decide, level_of
from tests.support.seats import named, seat

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
EXHIBIT = Exhibit(originator=named("NL"), active=True, handling=frozenset({"H0"}))
MEMBER = seat("DE-02", Role.MEMBER)


def to_germany(level: Level = Level.HELD, **conditions: object) -> Conditions:
    return Conditions(party=named("DE"), level=int(level), **conditions)  # type: ignore[arg-type]


def test_without_a_row_the_exhibit_does_not_exist() -> None:
    decision = decide(MEMBER, EXHIBIT, [], NOW, Act.LIST)
    assert (decision.allowed, decision.level) == (False, Level.NONE)


def test_another_partys_row_is_no_row() -> None:
    assert not decide(seat("FR-01", Role.LEADER), EXHIBIT, [to_germany()], NOW, Act.LIST).allowed


@pytest.mark.parametrize(
    ("level", "allowed"),
    [
        (Level.LISTED, {Act.LIST}),
        (Level.READABLE, {Act.LIST, Act.OPEN}),
        (Level.HELD, {Act.LIST, Act.OPEN, Act.TAKE}),
    ],
)
def test_a_level_admits_its_acts_and_no_others(level: Level, allowed: set[Act]) -> None:
    acts = {
        act for act in (Act.LIST, Act.OPEN, Act.TAKE) if decide(MEMBER, EXHIBIT, [to_germany(level)], NOW, act).allowed
    }
    assert acts == allowed


@pytest.mark.parametrize(
    ("roles", "level"),
    [
        ((Role.LEADER,), Level.HELD),
        ((Role.MEMBER,), Level.HELD),
        ((Role.COORDINATOR,), Level.LISTED),
        ((Role.AUDITOR,), Level.LISTED),
        ((Role.COORDINATOR, Role.MEMBER), Level.HELD),
        ((Role.ADMINISTRATOR,), Level.NONE),
        ((Role.PARTICIPANT,), Level.NONE),
        ((Role.EXPERT,), Level.NONE),
        ((Role.INTERPRETER,), Level.NONE),
        ((Role.LIAISON,), Level.NONE),
    ],
)
def test_a_release_without_names_admits_by_role(roles: tuple[Role, ...], level: Level) -> None:
    assert level_of(seat("DE-05", *roles), to_germany(), NOW) is level


def test_a_named_participant_is_admitted_and_an_unnamed_leader_is_not() -> None:
    named_only = to_germany(seats=[named("DE-05")])
    assert level_of(seat("DE-05", Role.EXPERT), named_only, NOW) is Level.HELD
    assert level_of(seat("DE-01", Role.LEADER), named_only, NOW) is Level.NONE


def test_an_auditor_never_rises_above_listed_however_named() -> None:
    auditor = seat("DE-06", Role.AUDITOR)
    assert level_of(auditor, to_germany(seats=[named("DE-06")]), NOW) is Level.LISTED


def test_an_authority_admits_its_own_people_only() -> None:
    police_only = to_germany(authorities=[named("DE POL")])
    assert level_of(seat("DE-02", Role.MEMBER, authority="POL"), police_only, NOW) is Level.HELD
    assert level_of(seat("DE-01", Role.LEADER, authority="STA"), police_only, NOW) is Level.NONE
    assert level_of(seat("DE-03", Role.COORDINATOR, authority="POL"), police_only, NOW) is Level.NONE


def test_the_window_is_exact_at_both_ends() -> None:
    window = to_germany(not_before=NOW, until=NOW + MINUTE)
    assert level_of(MEMBER, window, NOW - timedelta(microseconds=1)) is Level.NONE
    assert level_of(MEMBER, window, NOW) is Level.HELD
    assert level_of(MEMBER, window, NOW + MINUTE - timedelta(microseconds=1)) is Level.HELD
    assert level_of(MEMBER, window, NOW + MINUTE) is Level.NONE


def test_a_purpose_that_was_not_released_is_refused_with_its_reason() -> None:
    for_the_jit = to_germany(purposes=["JIT_PURPOSE"])
    assert decide(MEMBER, EXHIBIT, [for_the_jit], NOW, Act.OPEN, Purpose.JIT_PURPOSE).allowed
    refused = decide(MEMBER, EXHIBIT, [for_the_jit], NOW, Act.OPEN, Purpose.IMMINENT_THREAT)
    assert (refused.allowed, refused.because) == (False, ("purpose_not_released",))


def test_an_unknown_level_is_no_level() -> None:
    assert level_of(MEMBER, Conditions(party=named("DE"), level=9), NOW) is Level.NONE


@given(st.lists(st.sampled_from(list(Level)), min_size=1, max_size=3))
def test_the_strictest_row_wins_in_every_order(levels: list[Level]) -> None:
    rows = [to_germany(level) for level in levels]
    answers = {decide(MEMBER, EXHIBIT, list(order), NOW, Act.LIST).level for order in permutations(rows)}
    assert answers == {min(levels)}


def test_a_withdrawn_exhibit_is_listed_and_opened_by_its_originator_alone() -> None:
    withdrawn = Exhibit(originator=named("NL"), active=False, handling=frozenset({"H0"}))
    own = Conditions(party=named("NL"), level=int(Level.HELD))
    dutch = seat("NL-01", Role.LEADER)
    assert decide(dutch, withdrawn, [own], NOW, Act.OPEN).allowed
    assert not decide(dutch, withdrawn, [own], NOW, Act.RELEASE).allowed
    assert decide(MEMBER, withdrawn, [to_germany()], NOW, Act.LIST).allowed
    assert not decide(MEMBER, withdrawn, [to_germany()], NOW, Act.OPEN).allowed


def test_only_the_originator_releases_describes_and_withdraws() -> None:
    leader = seat("DE-01", Role.LEADER)
    for act in (Act.RELEASE, Act.DESCRIBE, Act.WITHDRAW):
        refused = decide(leader, EXHIBIT, [to_germany()], NOW, act)
        assert (refused.allowed, refused.because) == (False, ("originator_only",))


def test_obligations_ride_on_a_permit() -> None:
    with_conditions = Exhibit(originator=named("NL"), active=True, handling=frozenset({"H1", "H3"}))
    permit = decide(MEMBER, with_conditions, [to_germany()], NOW, Act.OPEN)
    assert set(permit.obligations) == {Obligation.JUSTIFY, Obligation.ACKNOWLEDGE_H3, Obligation.WATERMARK}


def test_the_auditor_of_the_jit_sees_everything_listed_and_opens_nothing() -> None:
    auditor = seat("JIT-01", Role.AUDITOR)
    assert decide(auditor, EXHIBIT, [], NOW, Act.LIST).level is Level.LISTED
    assert not decide(auditor, EXHIBIT, [], NOW, Act.OPEN).allowed


def test_use_for_another_offence_rests_on_a_release_that_names_it() -> None:
    """FD 2002/465/JHA Art. 1(10)(b): a release without purposes is no such consent, to anybody but the originator itself."""
    other = Purpose.OTHER_OFFENCE_WITH_CONSENT
    for act in (Act.OPEN, Act.TAKE, Act.DISCLOSE):
        assert decide(MEMBER, EXHIBIT, [to_germany()], NOW, act, Purpose.IMMINENT_THREAT).allowed
        unnamed = decide(MEMBER, EXHIBIT, [to_germany()], NOW, act, other)
        assert (unnamed.allowed, unnamed.because) == (False, ("other_offence_needs_consent",))
        assert decide(MEMBER, EXHIBIT, [to_germany(purposes=[other])], NOW, act, other).allowed
        own = Conditions(EXHIBIT.originator, int(Level.HELD))
        assert decide(seat("NL-02", Role.MEMBER), EXHIBIT, [own], NOW, act, other).allowed
