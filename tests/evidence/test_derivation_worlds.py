"""Whatever is done to parents, in random worlds and orders, what rests on them goes no further: rows, levels and purposes.

Two parents of two countries, a child of a third, a grandchild of its own and one of another's; releases at random. Then parents
change, one after the other, and after each change every row is held to every row that binds it, by the pure functions.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import clock, embedded
from app.access.roles import Role
from app.access.seats import Seat
from app.access.sharing.decisions import Conditions, level_of
from app.access.sharing.derivations import follows, purposes, strictest
from tests.sharing.test_model_of_releases import (
    AUTHORITIES,
    KEPT,
    PARTIES,
    Given,
    _conditions,
    _put,
    _seat,
    _write_team,
    releases,
)

#: Who obtained each exhibit, and what it was made of.
FAMILY = {
    "P": ("NL", ()),
    "Q": ("FR", ()),
    "C": ("DE", ("P", "Q")),
    "D": ("DE", ("C",)),
    "E": ("FR", ("C",)),
}
ROLES = (
    (Role.LEADER,),
    (Role.MEMBER,),
    (Role.LEADER,),
    (Role.EXPERT,),
    (Role.LEADER,),
    (Role.MEMBER, Role.COORDINATOR),
)
#: Rows that parents have for others, and those that what rests on them would have.
OF_PARENTS = (("P", "DE"), ("P", "FR"), ("Q", "DE"), ("Q", "NL"))
OF_CHILDREN = (("C", "NL"), ("C", "FR"), ("D", "NL"), ("D", "FR"), ("E", "NL"), ("E", "DE"))
#: Wide at first, so that children have releases that a change can narrow.
WIDE = Given(3, None, None, None, None, None, court_use=True)
changes = st.lists(st.tuples(st.sampled_from(OF_PARENTS), st.none() | releases), min_size=1, max_size=8)
worlds = st.fixed_dictionaries(
    {
        "parents": st.fixed_dictionaries(dict.fromkeys(OF_PARENTS, st.just(WIDE) | releases)),
        "children": st.fixed_dictionaries(dict.fromkeys(OF_CHILDREN, st.sampled_from((True, True, False)))),
        "h2": st.sampled_from((False, False, False, True)),
        "h1": st.booleans(),
        "changes": changes,
    }
)


@pytest.fixture(scope="module")
def folder(cluster: embedded.Cluster) -> Iterator[tuple[str, str]]:
    name = f"families_{clock.new_id().hex}"
    urls = cluster.create_database(name, template="liaison_template")
    yield urls.app.split("host=")[1], name
    cluster.drop_database(name)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(world=worlds)
def test_nothing_outgrows_what_binds_it(folder: tuple[str, str], world: dict[str, Any]) -> None:
    asyncio.run(_walk(folder, world))


@pytest.mark.soak
@settings(max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(world=worlds)
def test_nothing_in_many_worlds_outgrows_what_binds_it(folder: tuple[str, str], world: dict[str, Any]) -> None:
    asyncio.run(_walk(folder, world))


async def _walk(folder: tuple[str, str], world: dict[str, Any]) -> None:
    db = await asyncpg.connect(host=folder[0], user="postgres", database=folder[1])
    try:
        family = await _Family.build(db, world)
        for row, released in world["children"].items():
            if released:
                await family.release(row)
        await family.demand_held()
        for row, wanted in world["changes"]:
            await family.change(row, wanted)
            await family.demand_held()
    finally:
        await db.close()


class _Family:
    """The exhibits of one world, and what is done to them past every policy, but not past the triggers."""

    def __init__(self, db: Any, world: dict[str, Any]) -> None:
        self.db, self.world = db, world
        self.jit, account = clock.new_id(), clock.new_id()
        self.ids = {code: clock.new_id() for code in PARTIES}
        self.offices = {(code, office): clock.new_id() for code in PARTIES for office in AUTHORITIES}
        self.seats: list[Seat] = [
            _seat(self.jit, account, f"{PARTIES[n // 2]}-{n:02}", self.ids, self.offices, roles, AUTHORITIES[n % 2])
            for n, roles in enumerate(ROLES)
        ]
        self.account = account
        self.exhibits = {name: clock.new_id() for name in FAMILY}
        self.plain = [one.id for one in self.seats if one.roles & {Role.LEADER, Role.MEMBER}]

    @classmethod
    async def build(cls, db: Any, world: dict[str, Any]) -> "_Family":
        self = cls(db, world)
        async with db.transaction():
            await _write_team(db, self.jit, self.account, self.ids, self.offices, self.seats)
            for name, (code, parents) in FAMILY.items():
                await self._register(name, code, parents)
            for row, given in world["parents"].items():
                await self._put(row, given)
        return self

    async def _register(self, name: str, code: str, parents: tuple[str, ...]) -> None:
        handling = [one for one in ("H1", "H2") if self.world[one.lower()]] or ["H0"]
        seat = next(one.id for one in self.seats if one.party == self.ids[code])
        said = {"exhibit_number": name, "title": name, "kind": "image", "category": "other", "tlp": "AMBER"}
        made = {"registered_by": seat, "registered_at": clock.now(), "status": "active", "handling": handling}
        key = {"jit": self.jit, "originator": self.ids[code]}
        await _put(self.db, "evidence", id=self.exhibits[name], **key, **said, **made)
        await self.db.execute("set local session_replication_role = replica")  # as if it were held when it was derived
        bound = []
        for parent in parents:
            bound += await self._bounds(parent) if FAMILY[parent][0] == code else [self.exhibits[parent]]
        for one in bound:
            await _put(self.db, "bounds", jit=self.jit, evidence=self.exhibits[name], bound_by=one)
        await self.db.execute("update evidence set bound = $2 where id = $1", self.exhibits[name], bool(bound))
        await self.db.execute("set local session_replication_role = origin")
        granted = {"granted_by": seat, "granted_at": clock.now(), "effective": True, "state": "effective"}
        own = {"party": self.ids[code], "evidence": self.exhibits[name], "level": 3}
        await _put(self.db, "releases", **key, **own, **granted)

    async def _bounds(self, name: str) -> list[UUID]:
        rows = await self.db.fetch("select bound_by from bounds where evidence = $1", self.exhibits[name])
        return [row["bound_by"] for row in rows]

    async def _put(self, row: tuple[str, str], given: Given) -> None:
        _, code = row
        await self._insert(row, _conditions(given, self.ids[code], code, self.offices, self.seats))

    async def _insert(self, row: tuple[str, str], terms: Conditions) -> None:
        name, _ = row
        values = {column: getattr(terms, column) for column in KEPT}
        values |= {column: list(one) for column, one in values.items() if isinstance(one, frozenset)}
        key = {"jit": self.jit, "evidence": self.exhibits[name], "originator": self.ids[FAMILY[name][0]]}
        granted = {"granted_by": self.seats[0].id, "granted_at": clock.now(), "effective": True, "state": "effective"}
        await _put(self.db, "releases", **key, **values, **granted)

    async def release(self, row: tuple[str, str]) -> None:
        """As far as the parents go, and no step further: more is refused."""
        name, code = row
        rows = await self._rows()
        binding = [rows.get((one, self.ids[code])) for one in await self._bounds(name)]
        met = strictest([one for one in binding if one is not None], self.plain)
        if None in binding or met is None:
            return
        for wanted in (replace(met, level=met.level + 1), met):
            try:
                async with self.db.transaction():
                    await self._insert(row, wanted)
            except asyncpg.PostgresError as error:
                if error.sqlstate not in {"LB001", "23514"}:
                    raise
                refused = wanted.level > met.level or self.world["h2"]
                assert refused, (wanted, binding)

    async def change(self, row: tuple[str, str], given: Given | None) -> None:
        """A parent's release is changed in place, or taken back."""
        name, code = row
        key = (self.exhibits[name], self.ids[code])
        if given is None:
            await self.db.execute("delete from releases where evidence = $1 and party = $2", *key)
            return
        terms = _conditions(given, self.ids[code], code, self.offices, self.seats)
        columns = [column for column in KEPT if column != "party"]
        sets = ", ".join(f"{column} = ${place}" for place, column in enumerate(columns, 3))
        values = [getattr(terms, column) for column in columns]
        query = f"update releases set {sets} where evidence = $1 and party = $2"  # noqa: S608 - names of this file
        if await self.db.execute(query, *key, *values) == "UPDATE 0":
            await self._put(row, given)

    async def _rows(self) -> dict[tuple[UUID, UUID], Conditions]:
        rows = await self.db.fetch("select * from releases where jit = $1", self.jit)
        return {(row["evidence"], row["party"]): Conditions(**{name: row[name] for name in KEPT}) for row in rows}

    async def demand_held(self) -> None:
        """Every row within every row that binds it."""
        found = await self._rows()
        origin = {self.exhibits[name]: self.ids[code] for name, (code, _) in FAMILY.items()}
        for name in FAMILY:
            exhibit = self.exhibits[name]
            for binding in await self._bounds(name):
                for (evidence, party), wanted in found.items():
                    if evidence == exhibit:
                        self._demand_row(wanted, found.get((binding, party)), party, origin[exhibit], origin[binding])

    def _demand_row(self, wanted: Conditions, binding: Conditions | None, party: UUID, made_by: UUID, by: UUID) -> None:
        now = clock.now()
        if party == made_by:
            assert wanted.purposes is not None
            admitted = frozenset() if binding is None or binding.level < 2 else purposes(binding)
            assert set(wanted.purposes) <= admitted | {"JIT_MANAGEMENT"}, (wanted, binding)
            assert not self.world["h1"] or not wanted.court_use or (binding is not None and binding.court_use)
            return
        told = (wanted, binding)
        assert follows(wanted, binding, self.plain, own=party == by, h1=self.world["h1"]), told
        assert not self.world["h2"] or party == by, told
        assert binding is not None
        for seat in self.seats:
            assert level_of(seat, wanted, now) <= level_of(seat, binding, now), (seat.code, *told)
