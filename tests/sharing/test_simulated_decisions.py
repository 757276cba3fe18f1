"""Who could see this if, pure: the level is the decision's own, and every reason and obligation has its words."""

from datetime import UTC, datetime, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.access.reasons import SENTENCES, sentence
from app.access.roles import Role
from app.access.sharing.decisions import Act, Conditions, Exhibit, Level, Purpose, decide, level_of
from app.access.sharing.simulations import seen
from tests.support.seats import named, seat

NOW: Final = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HOUR: Final = timedelta(hours=1)

releases = st.builds(
    Conditions,
    party=st.sampled_from([named("DE"), named("FR")]),
    level=st.integers(0, 4),
    authorities=st.none() | st.sampled_from([[named("DE POL")], [named("DE STA")]]),
    seats=st.none() | st.sampled_from([[named("DE-02")], [named("DE-09")]]),
    not_before=st.none() | st.sampled_from([NOW - HOUR, NOW + HOUR]),
    until=st.none() | st.sampled_from([NOW - HOUR, NOW + HOUR, NOW + 2 * HOUR]),
    purposes=st.none() | st.sampled_from([["JIT_PURPOSE"], []]),
)


@given(st.sampled_from(list(Role)), releases)
def test_the_level_is_the_decisions(role: Role, release: Conditions) -> None:
    asker = seat("DE-02", role)
    moment = max(NOW, release.not_before or NOW)
    told = seen(asker, release, NOW)
    assert told.level == level_of(asker, release, moment)
    assert told.because in SENTENCES


def test_nothing_is_not_released_and_the_teams_auditor_sees_all_listed() -> None:
    assert seen(seat("DE-02", Role.MEMBER), None, NOW).because == "not_released"
    assert seen(seat("JIT-01", Role.AUDITOR), None, NOW).level is Level.LISTED


@pytest.mark.parametrize(
    ("role", "terms", "because"),
    [
        (Role.MEMBER, {}, "level_held"),
        (Role.AUDITOR, {}, "role_listed_only"),
        (Role.COORDINATOR, {}, "role_listed_only"),
        (Role.EXPERT, {}, "role_not_admitted"),
        (Role.EXPERT, {"seats": [named("DE-02")]}, "level_held"),
        (Role.MEMBER, {"seats": [named("DE-09")]}, "not_named"),
        (Role.MEMBER, {"authorities": [named("DE STA")]}, "authority_not_named"),
        (Role.COORDINATOR, {"authorities": [named("DE POL")]}, "authority_not_named"),
        (Role.MEMBER, {"until": NOW}, "release_ended"),
        (Role.MEMBER, {"not_before": NOW + HOUR}, "level_held"),
    ],
)
def test_each_reason(role: Role, terms: dict[str, object], because: str) -> None:
    release = Conditions(named("DE"), int(Level.HELD), **terms)  # type: ignore[arg-type]
    assert seen(seat("DE-02", role), release, NOW).because == because


@given(
    rows=st.lists(releases, max_size=2),
    role=st.sampled_from(list(Role)),
    act=st.sampled_from(list(Act)),
    purpose=st.sampled_from([None, *Purpose]),
    active=st.booleans(),
    erased=st.booleans(),
    on_hold=st.booleans(),
)
def test_every_rule_and_obligation_of_a_decision_has_words(
    rows: list[Conditions], role: Role, act: Act, purpose: Purpose | None, *, active: bool, erased: bool, on_hold: bool
) -> None:
    exhibit = Exhibit(named("NL"), active=active, handling=frozenset({"H3"}), erased=erased, on_hold=on_hold)
    decision = decide(seat("DE-02", role), exhibit, rows, NOW, act, purpose)
    assert {*decision.because, *(one.value for one in decision.obligations)} <= SENTENCES.keys()


def test_a_rule_without_words_is_named() -> None:
    assert sentence("a_new_rule") == "Not allowed by the rule a_new_rule."
