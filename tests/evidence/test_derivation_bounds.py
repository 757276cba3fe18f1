"""The strictest of all parents as a pure function: no order matters, nobody gains over any; SQL says the same, row by row."""

import json
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from itertools import permutations
from typing import Any
from uuid import UUID, uuid4

import asyncpg
from hypothesis import given
from hypothesis import strategies as st

from app import clock, embedded
from app.access.roles import Role, permissions_of
from app.access.seats import Function, PartyKind, Seat
from app.access.sharing.decisions import Conditions, level_of, purposes_of
from app.access.sharing.derivations import Marks, follows, marks, strictest, strictness
from tests.support.random_choices import seeded

PARTY = uuid4()
OFFICES = (uuid4(), uuid4())
SEATS = (uuid4(), uuid4(), uuid4())
PLAIN = SEATS[:2]
ROLES = (frozenset({Role.LEADER}), frozenset({Role.MEMBER, Role.COORDINATOR}), frozenset({Role.EXPERT}))
NOW = clock.now()
PURPOSES = ("JIT_PURPOSE", "AUDIT", "OTHER_OFFENCE_WITH_CONSENT")


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
    purposes=some(PURPOSES),
    court_use=st.booleans(),
)
several = st.lists(terms, min_size=1, max_size=4)


def seat(place: int, office: UUID) -> Seat:
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
        roles=ROLES[place],
        function=Function.POLICE,
        permissions=permissions_of(ROLES[place]),
    )


def same(one: Conditions | None, other: Conditions | None) -> bool:
    """Whether two releases say the same, in whatever order they name it."""
    if one is None or other is None:
        return one is other
    said = [
        {
            name: frozenset(value) if isinstance(value, list | frozenset) else value
            for name, value in asdict(each).items()
        }
        for each in (one, other)
    ]
    return said[0] == said[1]


class TestStrictest:
    @given(several)
    def test_no_order_matters(self, parents: list[Conditions]) -> None:
        first = strictest(parents, PLAIN)
        for order in permutations(parents):
            assert same(strictest(order, PLAIN), first)
        assert same(strictest([*parents, *parents], PLAIN), first)

    @given(several, st.integers(0, 2), st.sampled_from(OFFICES), st.integers(-4, 4))
    def test_nobody_gains_over_any(self, parents: list[Conditions], place: int, office: UUID, hours: int) -> None:
        met = strictest(parents, PLAIN)
        if met is None:
            return
        asker, now = seat(place, office), NOW + timedelta(hours=hours)
        for parent in parents:
            assert follows(met, parent, PLAIN)
            assert level_of(asker, met, now) <= level_of(asker, parent, now)
            assert purposes_of(met.purposes) <= purposes_of(parent.purposes)
            assert parent.court_use or not met.court_use

    @given(terms, terms, st.integers(0, 2), st.sampled_from(OFFICES), st.integers(-4, 4))
    def test_what_follows_gives_nobody_more(
        self, wanted: Conditions, parent: Conditions, place: int, office: UUID, hours: int
    ) -> None:
        if follows(wanted, parent, PLAIN):
            asker, now = seat(place, office), NOW + timedelta(hours=hours)
            assert level_of(asker, wanted, now) <= level_of(asker, parent, now)
            assert purposes_of(wanted.purposes) <= purposes_of(parent.purposes)

    def test_of_nothing_or_of_two_parties_is_nothing(self) -> None:
        one = Conditions(PARTY, 3)
        assert strictest([], PLAIN) is None
        assert strictest([one, replace(one, party=uuid4())], PLAIN) is None
        assert not follows(one, None, PLAIN)
        assert strictest([replace(one, purposes=["AUDIT"]), replace(one, purposes=["JIT_PURPOSE"])], PLAIN) is None

    def test_its_provider_may_do_with_it_what_it_likes(self) -> None:
        wide = Conditions(PARTY, 3, purposes=["OTHER_OFFENCE_WITH_CONSENT"], court_use=True)
        assert follows(wide, Conditions(PARTY, 3), PLAIN, own=True)
        assert not follows(wide, Conditions(PARTY, 3), PLAIN)


class TestMarks:
    @given(
        st.lists(
            st.tuples(
                st.frozensets(st.sampled_from(("H0", "H1", "H2", "H3")), min_size=1),
                st.sampled_from(("CLEAR", "GREEN", "AMBER", "AMBER_STRICT", "RED", "MAUVE")),
            ).map(lambda one: Marks(*one)),
            min_size=1,
            max_size=4,
        )
    )
    def test_are_the_union_and_the_strictest_colour(self, every: list[Marks]) -> None:
        found = {(marks(one[0], one[1:]).handling, marks(one[0], one[1:]).tlp) for one in permutations(every)}
        ((handling, tlp),) = found
        assert all(one.handling - {"H0"} <= handling and strictness(one.tlp) <= strictness(tlp) for one in every)
        assert handling == {"H0"} or "H0" not in handling

    def test_keep_every_text_once(self) -> None:
        h3 = frozenset({"H3"})
        assert marks(Marks(h3, "RED", ("a b",)), [Marks(h3, "RED", ("a",)), Marks(h3, "RED", ("c",))]).texts == (
            "a b",
            "c",
        )


async def test_the_database_says_the_same(cluster: embedded.Cluster) -> None:
    name = f"following_{clock.new_id().hex}"
    urls = cluster.create_database(name, template="liaison_template")
    superuser = await asyncpg.connect(host=urls.app.split("host=")[1], user="postgres", database=name)
    query = "select follows(jsonb_populate_record(null::releases, $1), jsonb_populate_record(null::releases, $2), $3)"
    told = set()
    try:
        await superuser.execute("set session_replication_role = replica")  # members alone, without all that a team is
        for place, one in enumerate(SEATS):
            await superuser.execute(
                "insert into members (id, jit, party, code, name, email, roles, function, state, proposed_at)"
                " values ($1, $2, $2, $3, 'x', $3, $4, 'police', 'seated', now())",
                one,
                uuid4(),
                f"X-{place}",
                [str(role) for role in ROLES[place]],
            )
        for n in range(600):
            wanted, binding, own, h1 = terms_of(n), terms_of(n * 7 + 3), n % 3 == 0, n % 2 == 0
            originator = PARTY if own else uuid4()
            rows = [as_row(wanted, originator), as_row(binding, originator)]
            said = await superuser.fetchval(query, *rows, h1)
            assert said is follows(wanted, binding, PLAIN, own=own, h1=h1), (wanted, binding, own, h1)
            told.add(said)
    finally:
        await superuser.close()
        cluster.drop_database(name)
    assert told == {True, False}


def terms_of(n: int) -> Conditions:
    """Terms number `n`: every condition absent, narrow or wide in turn."""
    draw = seeded(n)

    def some_of(values: tuple[Any, ...]) -> list[Any] | None:
        return draw.choice([None, None, [], list(values[:1]), list(values[:2]), list(values)])

    def moment() -> datetime | None:
        return draw.choice([None, None, NOW, NOW + timedelta(hours=1)])

    purposes = some_of(PURPOSES)
    court_use = draw.choice([True, False])
    level = draw.choice([1, 2, 3, 3])
    return Conditions(PARTY, level, some_of(OFFICES), some_of(SEATS), moment(), moment(), purposes, court_use)


def as_row(one: Conditions, originator: UUID) -> str:
    return json.dumps(asdict(one) | {"originator": originator}, default=str)
