"""The gates as pure functions: total, deny by default; a change that waits for nobody lets nobody gain; SQL says the same."""

import json
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import JSONB

from app import clock
from app.access.roles import Role, permissions_of
from app.access.seats import Function, PartyKind, Seat
from app.access.sharing.consents import within
from app.access.sharing.decisions import Conditions, Level, level_of
from app.access.sharing.gates import Circumstances, Demand, Gate, Wish, beyond_the_union, standing, takes_away
from tests.factories.team import Team
from tests.support.random_choices import seeded

KINDS = (*PartyKind, "moon_base", "")
PARTY = uuid4()
OFFICES = (uuid4(), uuid4())
SEATS = (uuid4(), uuid4(), uuid4())
NOW = clock.now()


def some(values: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return st.none() | st.lists(st.sampled_from(values), unique=True)


moments = st.none() | st.integers(-3, 3).map(lambda hours: NOW + timedelta(hours=hours))
terms = st.builds(
    Conditions,
    party=st.just(PARTY),
    level=st.integers(1, 3),
    authorities=some(OFFICES),
    seats=some(SEATS),
    not_before=moments,
    until=moments,
    purposes=some(("JIT_PURPOSE", "AUDIT")),
)


def seat(place: int, roles: frozenset[Role], office: UUID) -> Seat:
    return Seat(
        id=SEATS[place],
        account=uuid4(),
        session=None,
        jit=uuid4(),
        ledger_origin="x",
        code="NL-01",
        name="x",
        party=PARTY,
        party_code="NL",
        party_kind=PartyKind.MEMBER_STATE,
        authority=office,
        authority_code="x",
        roles=roles,
        function=Function.POLICE,
        permissions=permissions_of(roles),
    )


class TestWhichStand:
    def test_of_every_kind_there_is_an_answer(self) -> None:
        for to in KINDS:
            beyond = (Gate.ATTESTATION,) if beyond_the_union(to) else ()
            everything = Circumstances(unverified=True, demands=frozenset(Demand))
            assert standing(Wish(to, own=True, by_two=True), everything) == ()
            assert standing(Wish(to), Circumstances()) == beyond
            assert standing(Wish(to), Circumstances(unverified=True)) == (Gate.VERIFICATION, *beyond)
            assert standing(Wish(to), Circumstances(demands=frozenset({"recall"}))) == beyond
            assert standing(Wish(to, by_two=True), Circumstances()) == (*beyond, Gate.SECOND_LEADER)
            assert standing(Wish(to), everything) == (Gate.VERIFICATION, *beyond, Gate.SECOND_LEADER)

    def test_what_was_obtained_jointly_goes_to_its_originators_alone(self) -> None:
        ours, theirs = Circumstances(joint=frozenset({PARTY})), uuid4()
        assert standing(Wish("member_state", theirs), ours) == (Gate.JOINT,)
        assert standing(Wish("third_country", theirs), ours) == (Gate.ATTESTATION, Gate.JOINT)
        assert standing(Wish("member_state"), ours) == (Gate.JOINT,), "to nobody knows whom"
        assert standing(Wish("member_state", PARTY), ours) == ()
        assert standing(Wish("third_country", PARTY), ours) == (Gate.ATTESTATION,), "which is asked of it too"
        assert standing(Wish("member_state", theirs, own=True), ours) == ()

    def test_a_kind_that_nobody_knows_is_beyond(self) -> None:
        assert [kind for kind in KINDS if not beyond_the_union(kind)] == ["member_state", "eu_body"]

    async def test_the_database_says_the_same(self, team: Team) -> None:
        async with team.context.database.reading() as session:
            for kind in KINDS:
                told = await session.scalar(text("select beyond_the_union(:kind)"), {"kind": kind})
                assert told == beyond_the_union(kind), kind
            assert await session.scalar(text("select beyond_the_union(null)")) is True


class TestNarrowing:
    @given(
        terms,
        terms,
        st.integers(0, 2),
        st.sets(st.sampled_from(list(Role)), min_size=1).map(frozenset),
        st.sampled_from(OFFICES),
        st.integers(-4, 4),
    )
    def test_lets_nobody_gain(
        self, former: Conditions, wanted: Conditions, place: int, roles: frozenset[Role], office: UUID, hours: int
    ) -> None:
        if not within(wanted, former):
            return
        asker, now = seat(place, roles, office), NOW + timedelta(hours=hours)
        assert level_of(asker, wanted, now) <= level_of(asker, former, now)
        for purpose in ("JIT_PURPOSE", "AUDIT"):
            assert former.purposes is None or wanted.purposes is not None
            assert (
                wanted.purposes is None or purpose not in wanted.purposes or purpose in (former.purposes or [purpose])
            )

    def test_is_found_where_it_is_plain(self) -> None:
        former = Conditions(PARTY, Level.HELD)
        assert within(former, former)
        assert within(Conditions(PARTY, Level.LISTED, authorities=[OFFICES[0]], until=NOW), former)
        assert not within(former, Conditions(PARTY, Level.LISTED))
        assert not within(Conditions(PARTY, Level.HELD, seats=[SEATS[0]]), former), "a name may admit an expert"
        assert not within(Conditions(uuid4(), Level.LISTED), former)
        assert not within(former, None)

    async def test_the_database_says_the_same(self, team: Team) -> None:
        pairs = [(terms_of(n), terms_of(n * 7 + 3)) for n in range(400)]
        twin = text(
            "select gains(jsonb_populate_record(null::releases, :former), jsonb_populate_record(null::releases, :wanted))"
        ).bindparams(bindparam("former", type_=JSONB), bindparam("wanted", type_=JSONB))
        told = set()
        async with team.context.database.reading() as session:
            for former, wanted in pairs:
                binds = {"former": as_row(former), "wanted": as_row(wanted)}
                gains = await session.scalar(twin, binds)
                assert gains is not within(wanted, former), (former, wanted)
                told.add(gains)
        assert told == {True, False}

    def test_takes_the_exhibit_from_somebody_whatever_the_level_and_purposes(self) -> None:
        former = Conditions(PARTY, Level.HELD)
        assert not takes_away(Conditions(PARTY, Level.LISTED, purposes=["AUDIT"]), former)
        assert takes_away(Conditions(PARTY, Level.HELD, until=NOW), former)
        assert takes_away(Conditions(PARTY, Level.HELD, authorities=[OFFICES[0]]), former)


def terms_of(n: int) -> Conditions:
    """Terms number `n`: every condition absent, narrow or wide in turn."""
    draw = seeded(n)

    def some_of(values: tuple[Any, ...]) -> list[Any] | None:
        return draw.choice([None, None, [], list(values[:1]), list(values[:2])])

    def moment() -> datetime | None:
        return draw.choice([None, None, NOW, NOW + timedelta(hours=1)])

    purposes = some_of(("JIT_PURPOSE", "AUDIT"))
    return Conditions(PARTY, draw.randint(1, 3), some_of(OFFICES), some_of(SEATS), moment(), moment(), purposes)


def as_row(terms: Conditions) -> dict[str, Any]:
    """As JSON holds the row."""
    row: dict[str, Any] = json.loads(json.dumps(asdict(terms), default=str))
    return row
