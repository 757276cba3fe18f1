"""Every surface agrees with the pure decision, in random worlds: list, search, count, detail, files, acts, links, custody,
ledger, stream and export, asked over HTTP by every seat.

A world is a team of its own with drawn roles and authorities, an exhibit registered with drawn releases, and drawn acts after
it. `decide` is asked with the rows as they stand; `hears` with every row that ever stood. A few worlds in each run, many more
in `make soak`. Row-level security, table by table: `test_agreement.py`.
"""

import asyncio
import io
import json
import zipfile
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import httpx
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from app import clock, embedded
from app.access import seats
from app.access.roles import Role
from app.access.seats import Person, Seat
from app.access.sharing import decisions
from app.access.sharing.decisions import LEVELS, Act, Conditions, Exhibit, Level, Purpose, decide
from app.ledger.audiences import Hearer, hears
from app.settings import Settings
from tests.factories import accounts, evidence
from tests.factories.team import Team, jit_form, party_form, read_json
from tests.support.databases.superuser import as_superuser
from tests.support.live_channel import listen
from tests.support.server import settings_on_wire
from tests.support.waiting import until

#: Who sits where; the founder coordinates, the registrar leads, the roles of the others are drawn.
PLACES: Final = {"NL-03": "NL", "DE-01": "DE", "DE-02": "DE", "FR-01": "FR", "FR-02": "FR"}
OFFICES: Final = ("POL", "STA")
HOUR: Final = timedelta(hours=1)
PURPOSES: Final = (Purpose.JIT_PURPOSE, Purpose.AUDIT)

role_sets = st.one_of(
    st.just((Role.AUDITOR,)),
    st.lists(
        st.sampled_from([role for role in Role if role is not Role.AUDITOR]), min_size=1, max_size=2, unique=True
    ).map(tuple),
)


def terms(party: str) -> st.SearchStrategy[dict[str, Any]]:
    """The terms of a release to a party, moments as hours from now."""
    own = [code for code, of in PLACES.items() if of == party]
    return st.fixed_dictionaries(
        {
            "party": st.just(party),
            "level": st.sampled_from(list(LEVELS)),
            "authorities": st.none() | st.lists(st.sampled_from(OFFICES), min_size=1, unique=True),
            "seats": st.none() | st.lists(st.sampled_from(own), min_size=1, unique=True),
            "not_before": st.none() | st.sampled_from([-2, 2]),
            "until": st.none() | st.just(3),
            "purposes": st.none() | st.sampled_from([["JIT_PURPOSE"], ["AUDIT"]]),
        }
    )


acts = st.one_of(
    terms("DE").map(lambda given_: ("grant", given_)),
    terms("FR").map(lambda given_: ("grant", given_)),
    st.sampled_from([("recall", "DE"), ("recall", "FR"), ("withdraw", None)]),
)
worlds = st.fixed_dictionaries(
    {
        "roles": st.lists(role_sets, min_size=5, max_size=5),
        "offices": st.lists(st.sampled_from(OFFICES), min_size=5, max_size=5),
        "releases": st.tuples(st.none() | terms("DE"), st.none() | terms("FR")),
        "acts": st.lists(acts, max_size=3),
    }
)


def drawn_terms(party: str, level: str, **changes: Any) -> dict[str, Any]:
    """Terms as they would be drawn."""
    rest = dict.fromkeys(("authorities", "seats", "not_before", "until", "purposes"))
    return {"party": party, "level": level} | rest | changes


#: A world that is in every run: Germany reads for one purpose, France gets it later, Germany loses it again.
EVENTFUL: Final = {
    "roles": [(Role.MEMBER,), (Role.LEADER,), (Role.AUDITOR,), (Role.COORDINATOR,), (Role.MEMBER, Role.LIAISON)],
    "offices": ["STA", "POL", "POL", "STA", "POL"],
    "releases": (drawn_terms("DE", "readable", purposes=["AUDIT"]), None),
    "acts": [("grant", drawn_terms("FR", "held", authorities=["POL"])), ("recall", "DE")],
}


@dataclass
class World:
    """A team of this example, its exhibit, its seats, and every state in which its releases stood."""

    team: Team
    exhibit: dict[str, Any]
    seats: dict[str, Seat]
    history: list[list[Conditions]] = field(default_factory=list)

    @property
    def rows(self) -> list[Conditions]:
        return self.history[-1]


@pytest.fixture
def settings_(database_urls: embedded.Urls, tmp_path: Path) -> Settings:
    return settings_on_wire(database_urls, tmp_path / "state")


@pytest.fixture(name="settings")
def quiet_settings(settings_: Settings) -> Settings:
    """On a port, for the sockets; no ping between the frames."""
    return settings_.model_copy(update={"socket_ping_seconds": 300.0})


@pytest.fixture
async def people(app: Any) -> Any:
    """Eight accounts with a browser each, who take other seats in each world."""
    names = ["NL-01", "NL-02", *PLACES, "JIT-01"]
    team = Team(app, {})
    (founder,) = await accounts.make(team.context, ["nl-01@x.test"], may_found=True)
    others = await accounts.make(team.context, [f"{name.lower()}@x.test" for name in names[1:]])
    team.accounts = dict(zip(names, [founder, *others], strict=True))
    team.browsers = dict(zip(names, await accounts.all_signed_in(app, team.accounts.values()), strict=True))
    yield team
    await team.close()


async def test_in_a_few_worlds(people: Team, wire: str) -> None:
    """A world that fails is told at once, not made smaller first."""
    await in_worlds(people, wire, 2, [Phase.explicit, Phase.generate])


@pytest.mark.soak
async def test_in_many_worlds(people: Team, wire: str) -> None:
    await in_worlds(people, wire, 150, [Phase.explicit, Phase.generate, Phase.shrink])


async def in_worlds(people: Team, wire: str, examples: int, phases: list[Phase]) -> None:
    """Hypothesis draws in a thread of its own; the program answers in this loop."""
    loop = asyncio.get_running_loop()

    @settings(max_examples=examples, deadline=None, database=None, phases=phases)
    @given(drawn=worlds)
    @example(drawn=EVENTFUL)
    def each(drawn: dict[str, Any]) -> None:
        asyncio.run_coroutine_threadsafe(compare(people, wire, drawn), loop).result(timeout=120)

    await asyncio.to_thread(each)


async def compare(people: Team, wire: str, drawn: dict[str, Any]) -> None:
    world = await built(people, drawn)
    for name in world.seats:
        await demand_reads_agree(world, name)
    for name in world.seats:
        await demand_acts_agree(world, name)
    await world.team.settled()
    for name in world.seats:
        await demand_ledger_agrees(world, name, wire)
    await demand_exports_agree(world)


async def demand_reads_agree(world: World, name: str) -> None:
    """List, search, count, detail and file metadata."""
    level = decision(world, name, Act.LIST).level
    client, team, wanted = world.team.client(name), world.team, world.exhibit["id"]
    for query in ("", "?q=unmistakable", f"?q={world.exhibit['exhibit_number']}", f"?id={wanted}", "?originator=NL"):
        items = read_json(await client.get(team.path(f"/evidence{query}")))["items"]
        assert [one["id"] for one in items] == ([wanted] if level else []), (name, query)
        if level:
            assert (items[0]["level"], items[0]["files_count"]) == (level.word, 1)
    answer = await evidence.see(team, name, world.exhibit)
    custody = await client.get(evidence.place(team, world.exhibit, "/custody"))
    releases = await client.get(evidence.place(team, world.exhibit, "/releases"))
    assert answer.status_code == custody.status_code == releases.status_code == (200 if level else 404), name
    if not level:
        return
    view = read_json(answer)
    assert (view["level"], view["files_count"], view["files_bytes"]) == (level.word, 1, len(evidence.TEXT))
    content = (len(view["files"]), view["place"] is not None, view["declared_hashes"] is not None)
    assert content == ((1, True, True) if level >= Level.READABLE else (0, False, False)), name
    for act in Act:
        if act.value in view["may"]:
            told, expected = view["may"][act.value], decision(world, name, act)
            assert (told["allowed"], tuple(told["because"])) == (expected.allowed, expected.because), (name, act)
    known = {one.party for one in world.rows if world.seats[name].party in {one.party, exhibit_of(world).originator}}
    if not world.seats[name].audits_the_jit:
        assert len(read_json(releases)["items"]) == len(known)


async def demand_acts_agree(world: World, name: str) -> None:
    """Opening, taking and verifying for each purpose; the link of what was taken; describing and releasing when it is refused."""
    team = world.team
    for act in (Act.OPEN, Act.TAKE, Act.VERIFY, Act.FILTER):
        for purpose in PURPOSES:
            expected = decision(world, name, act, purpose)
            answer = await evidence.open_it(team, name, world.exhibit, act.value, purpose=purpose.value)
            may_knock = any(world.seats[name].may(seats_permission(one)) for one in (Act.OPEN, Act.VERIFY))
            absent = 404 if may_knock and expected.level is Level.NONE else 403
            assert answer.status_code == (201 if expected.allowed else absent), (name, act, purpose, answer.text)
            if expected.allowed and act is Act.TAKE:
                link = read_json(answer, 201)["files"][0]["link"]
                assert (await team.client(name).get(link)).content == evidence.TEXT
    for act, attempt in ((Act.DESCRIBE, evidence.describe(team, name, world.exhibit | {"version": 99})),):
        expected, answer = decision(world, name, act), await attempt
        if expected.allowed:
            assert answer.status_code == 412, (name, act)  # the door is open, the version is not
        else:
            assert answer.status_code in {403, 404, 409, 412}, (name, act, answer.text)


async def demand_ledger_agrees(world: World, name: str, wire: str) -> None:
    """Custody, search, entries and stream tell the same facts, and to nobody who never was to hear.

    Up to where the first of them ended: a seat's minute of refusals becomes an entry by itself, between two questions too. It has
    no exhibit as its subject and is in no custody; the search finds it by those that it names.
    """
    team, client, wanted = world.team, world.team.client(name), world.exhibit["id"]
    every = read_json(await client.get(team.path("/ledger/entries?limit=200")))["items"]
    upto = every[-1]["position"]
    disclosed = [one for one in every if one["kind"] is not None]
    about = [one for one in disclosed if one["subject"].get("evidence") == wanted]
    searched = [one for one in await search(world, name) if one["position"] <= upto]
    found = [one for one in disclosed if one in about or wanted in refused_in(one)]
    assert [one["id"] for one in reversed(searched)] == [one["id"] for one in found], name
    told = any(one["kind"] == "evidence.registered" for one in about)
    assert told == was_to_hear(world, name), name
    if not told:
        assert about == [], name
    level = decision(world, name, Act.LIST).level
    if level:
        assert told, name
        custody = read_json(await client.get(evidence.place(team, world.exhibit, "/custody?limit=200")))["items"]
        assert [one for one in custody if one["position"] is not None and one["position"] <= upto] == about, name
        (registered,) = [one for one in about if one["kind"] == "evidence.registered"]
        if level >= Level.READABLE:
            assert "place" in registered["fields"], name
    async with listen(wire, team, name) as stream:
        facts = await stream.facts(len(disclosed))
    assert [one["position"] for one in facts] == [one["position"] for one in disclosed], name


async def demand_exports_agree(world: World) -> None:
    """Who may ask for a bundle, and that the first of them gets what the ledger tells it."""
    team, asked, made = world.team, {"profile": "court", "scope": {"evidence": world.exhibit["id"]}}, False
    for name, seat in world.seats.items():
        expected = decision(world, name, Act.BUNDLE)
        may = expected.allowed and (seat.party == exhibit_of(world).originator or seat.audits)
        answer = await team.client(name).post(team.path("/exports"), json=asked)
        assert (answer.status_code == 202) == may, (name, answer.text)
        if may and not made and name != "NL-02":
            made = True
            path = team.path(f"/exports/{read_json(answer, 202)['id']}")

            await team.run_jobs("exports")
            await until(partial(is_ready, team.client(name), path), within=60)
            bundle = (await team.client(name).get(f"{path}/bundle")).content
            founding, *told = positions_in(bundle)
            assert founding == 0, "which names the ledger's key, and which all may read"
            searched = [one for one in await search(world, name) if one["position"] <= told[-1]]
            # What its reader cannot place in the exhibit's chain proves nothing of it, and is left out.
            assert told == [one["position"] for one in reversed(searched) if "chain" in one["fields"]], name


def refused_in(entry: dict[str, Any]) -> set[str]:
    """The exhibits of which an entry tells refusals."""
    return {one["evidence"] for one in entry["fields"]["refusals"]["value"]} if "refusals" in entry["fields"] else set()


async def search(world: World, name: str) -> list[dict[str, Any]]:
    """The entries about the exhibit, as the search of the ledger tells them, newest first."""
    path = world.team.path(f"/ledger/disclosed?evidence={world.exhibit['id']}&limit=200")
    found: list[dict[str, Any]] = read_json(await world.team.client(name).get(path))["items"]
    return found


async def is_ready(client: httpx.AsyncClient, path: str) -> bool:
    return bool(read_json(await client.get(path))["state"] == "ready")


def positions_in(bundle: bytes) -> list[int]:
    """What a bundle discloses."""
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith("/data/entries.jsonl")]
        return [json.loads(line)["position"] for line in archive.read(name).splitlines()]


def decision(world: World, name: str, act: Act, purpose: Purpose | None = None) -> Any:
    return decide(world.seats[name], exhibit_of(world), world.rows, clock.now(), act, purpose)


def seats_permission(act: Act) -> Any:
    return decisions._PERMISSION[act]


def exhibit_of(world: World) -> Exhibit:
    active = world.exhibit["status"] == "active"
    return Exhibit(UUID(world.exhibit["party"]), active=active, handling=frozenset({"H0"}))


def was_to_hear(world: World, name: str) -> bool:
    """Whether any release that ever stood, and was in force, spoke to the seat: what was opened once stays open."""
    now = clock.now()
    return any(
        hears(world.seats[name], [Hearer(row.party, row.level, _tuple(row.authorities), _tuple(row.seats))], {}, now)
        for rows in world.history
        for row in rows
        if (row.not_before is None or row.not_before <= now) and (row.until is None or now < row.until)
    )


def _tuple(ids: Any) -> tuple[UUID, ...] | None:
    return None if ids is None else tuple(ids)


async def built(people: Team, drawn: dict[str, Any]) -> World:
    """The team, its seats, the exhibit with its file and releases, and what was done after it."""
    parties = [party_form(code, authorities=(("POL", "police"), ("STA", "prosecution"))) for code in ("NL", "DE", "FR")]
    founder = {"party": "NL", "authority": "STA", "function": "judicial"}
    jit = read_json(
        await people.client("NL-01").post("/api/jits", json=jit_form(parties=parties, founder=founder)), 201
    )
    team = Team(people.app, people.accounts, jit, {}, people.browsers)
    roles = {"NL-02": (Role.LEADER,), **dict(zip(PLACES, drawn["roles"], strict=True)), "JIT-01": (Role.AUDITOR,)}
    offices = {"NL-02": "POL", **dict(zip(PLACES, drawn["offices"], strict=True))}
    async with as_superuser(team) as connection:
        for code, held in roles.items():
            await connection.execute(
                _SEAT, UUID(team.id), code, people.accounts[code], [*map(str, held)], offices.get(code)
            )
        originator = await connection.fetchval("select id from parties where jit = $1 and code = 'NL'", UUID(team.id))
    named = [api_terms(one) for one in drawn["releases"] if one is not None]
    exhibit = await evidence.register(team, "NL-02", *named, title="An unmistakable image")
    await evidence.upload(team, "NL-02", exhibit)
    await evidence.rendered(team, exhibit)
    world = World(team, exhibit, {name: await seat_of(team, name) for name in people.accounts})
    await remember(world, originator)
    for kind, what in drawn["acts"]:
        await act_on(world, kind, what)
        await remember(world, originator)
    await team.settled()
    return world


async def act_on(world: World, kind: str, what: Any) -> None:
    """Grant, recall or withdraw, if it can be done as things stand."""
    team, exhibit = world.team, world.exhibit
    rows = read_json(await team.client("NL-02").get(evidence.place(team, exhibit, "/releases")))["items"]
    versions = {row["party"]: row["version"] for row in rows}
    if kind == "withdraw":
        path, version = evidence.place(team, exhibit, "/withdrawal"), {"If-Match": f'"{exhibit["version"]}"'}
        answer = await team.client("NL-02").post(path, json={"reason": "x"}, headers=version)
    elif kind == "recall":
        answer = await evidence.recall(team, "NL-02", exhibit, what, versions.get(what, 1))
    else:
        given_ = api_terms(what)
        party = given_.pop("party")
        answer = await evidence.grant(team, "NL-02", exhibit, party, version=versions.get(party), **given_)
    assert answer.status_code in {200, 204, 404, 409, 422}, answer.text


def api_terms(drawn: dict[str, Any]) -> dict[str, Any]:
    """Drawn terms as the API takes them."""
    moments = {
        name: None if drawn[name] is None else clock.rfc3339(clock.now() + drawn[name] * HOUR)
        for name in ("not_before", "until")
    }
    return {name: value for name, value in (drawn | moments).items() if value is not None}


async def remember(world: World, originator: UUID) -> None:
    """The exhibit and its releases as they stand now, past every policy."""
    async with as_superuser(world.team) as connection:
        rows = await connection.fetch(
            "select party, level, authorities, seats, not_before, until, purposes from releases where evidence = $1",
            UUID(world.exhibit["id"]),
        )
    world.history.append([Conditions(**dict(row)) for row in rows])
    shown = read_json(await evidence.see(world.team, "NL-02", world.exhibit))
    world.exhibit = shown | {"party": str(originator)}


async def seat_of(team: Team, name: str) -> Seat:
    person = Person(team.accounts[name], clock.new_id(), name, name, may_found=False, by_token=False)
    async with team.context.database.reading() as session:
        seat = await seats.take(session, person, team.jit_id)
    assert seat is not None, name
    return seat


_SEAT: Final = """
insert into members (id, jit, party, authority, code, account, name, email, roles, function, state, proposed_at, seated_at)
select gen_random_uuid(), $1::uuid, p.id, a.id, $2, $3, $2, lower($2) || '@x.test', $4, 'police', 'seated', now(), now()
  from (select split_part($2, '-', 1) as code) c
  left join parties p on p.jit = $1 and p.code = c.code
  left join authorities a on a.jit = $1 and a.party = p.id and a.code = $5
"""
