"""Class 10: precedence by overwriting. No order of rules, roles or releases changes an answer; the strictest wins."""

from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from app.access.roles import Role, permissions_of
from app.access.sharing.decisions import Act, Conditions, Exhibit, Level, Purpose, decide, level_of
from tests.factories import evidence
from tests.factories.evidence import release
from tests.factories.team import Team, read_json
from tests.support.seats import named, seat

NOW: Final = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HOUR: Final = timedelta(hours=1)
EXHIBIT: Final = Exhibit(originator=named("NL"), active=True, handling=frozenset({"H0"}))

rows = st.builds(
    Conditions,
    party=st.just(named("DE")),
    level=st.integers(0, 4),
    authorities=st.none() | st.sampled_from([[named("DE POL")], [named("DE STA")], []]),
    seats=st.none() | st.sampled_from([[named("DE-02")], [named("DE-09")], []]),
    not_before=st.none() | st.sampled_from([NOW - HOUR, NOW + HOUR]),
    until=st.none() | st.sampled_from([NOW - HOUR, NOW + HOUR]),
    purposes=st.none() | st.sampled_from([["JIT_PURPOSE"], ["AUDIT"], []]),
)


@given(st.lists(rows, min_size=2, max_size=4), st.sampled_from(list(Role)), st.sampled_from(list(Act)))
def test_every_order_of_releases_gives_the_strictest(several: list[Conditions], role: Role, act: Act) -> None:
    asker = seat("DE-02", role)
    answers = [decide(asker, EXHIBIT, order, NOW, act, Purpose.JIT_PURPOSE) for order in permutations(several)]
    assert {(one.allowed, one.level) for one in answers} == {(answers[0].allowed, answers[0].level)}
    alone = [decide(asker, EXHIBIT, [one], NOW, act, Purpose.JIT_PURPOSE) for one in several]
    assert answers[0].level == min(level_of(asker, one, NOW) for one in several)
    assert not answers[0].allowed or all(one.allowed for one in alone), "a denial is never overridden"


@given(st.lists(st.sampled_from([role for role in Role if role is not Role.AUDITOR]), unique=True, max_size=4), rows)
def test_every_order_of_roles_is_the_same_seat(roles: list[Role], row: Conditions) -> None:
    levels = {level_of(seat("DE-02", *order), row, NOW) for order in permutations(roles)}
    assert len(levels) == 1
    assert permissions_of(roles) == permissions_of(reversed(roles))


def test_auditor_beside_another_role_is_no_way_to_content() -> None:
    for other in Role:
        both = seat("DE-02", Role.AUDITOR, other)
        assert level_of(both, Conditions(party=named("DE"), level=3), NOW) <= Level.LISTED, other


async def test_the_order_in_which_releases_are_named_changes_nothing(team: Team) -> None:
    terms = [release("DE", seats=["DE-02"]), release("FR", "listed"), release("EUROJUST", seats=["EUROJUST-01"])]
    seen: list[dict[str, Any]] = []
    for order in permutations(terms):
        exhibit = await evidence.register(team, "noor", *order)
        levels = {}
        for who in ("jonas", "lena", "claire", "ines", "karl", "auditor", "noor"):
            answer = await evidence.see(team, who, exhibit)
            levels[who] = read_json(answer)["level"] if answer.status_code == 200 else None
        seen.append(levels)
    assert all(one == seen[0] for one in seen)
    assert seen[0] == {
        "jonas": None,
        "lena": "held",
        "claire": "listed",
        "ines": "held",
        "karl": None,
        "auditor": None,
        "noor": "held",
    }


async def test_the_last_decision_stands_whatever_stood_before(team: Team) -> None:
    """Changing is not adding: nothing of an earlier, broader release is left."""
    decisions: list[dict[str, Any]] = [
        {"level": "held"},
        {"level": "readable", "seats": ["DE-01"]},
        {"level": "listed"},
    ]
    for order in permutations(decisions):
        exhibit = await evidence.register(team)
        for n, terms in enumerate(order):
            answer = await evidence.grant(team, "noor", exhibit, "DE", version=n or None, **terms)
            assert answer.is_success, answer.text
        shown = await evidence.see(team, "lena", exhibit)
        expected = None if "seats" in order[-1] else order[-1]["level"]
        assert (read_json(shown)["level"] if shown.status_code == 200 else None) == expected, order


async def test_a_party_named_twice_is_refused(team: Team) -> None:
    for twice in permutations([release("DE", "listed"), release("DE", "held")]):
        assert (await evidence.try_register(team, releases=list(twice))).status_code == 422
