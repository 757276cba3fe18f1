"""A team with people in every role, founded and seated through the API once a run: what most tests stand on.

The Netherlands, Germany and France, Switzerland as a third country, Eurojust as a participant. `team.client("noor")` is a
browser with Noor's session. Not here: exhibits.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text, update

from app import clock, embedded, worker
from app.api.context import AppContext
from app.api.guards import COOKIE
from app.ledger.journal import Ledger
from app.main import create_app
from app.models import Session
from app.services.evidence import renditions
from tests.factories import accounts
from tests.support.databases.database import TEMPLATE
from tests.support.program import new_client, settings_for


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by first name. `party` None and no roles: an account without a seat."""

    party: str | None
    authority: str | None
    roles: tuple[str, ...]
    function: str = "police"


#: In the order in which they are seated, so that the numbers of the seats never change.
PEOPLE: Final = {
    "coordinator": Person("NL", "OM", ("coordinator",), "judicial"),  # NL-01, the founder
    "noor": Person("NL", "OM", ("leader",), "judicial"),  # NL-02
    "bram": Person("NL", "POL", ("leader", "member")),  # NL-03
    "daan": Person("NL", "POL", ("member",)),  # NL-04
    "admin": Person("NL", "OM", ("administrator",), "technical"),  # NL-05
    "sofia": Person("NL", "LAB", ("expert",), "technical"),  # NL-06
    "amir": Person("NL", "POL", ("interpreter",), "technical"),  # NL-07
    "jonas": Person("DE", "STA", ("leader",), "judicial"),  # DE-01
    "lena": Person("DE", "BP", ("member",)),  # DE-02
    "auditor": Person("DE", "STA", ("auditor",), "judicial"),  # DE-03
    "karl": Person("DE", "BP", ("liaison",)),  # DE-04
    "claire": Person("FR", "TJ", ("leader",), "judicial"),  # FR-01
    "hugo": Person("FR", "GN", ("member",)),  # FR-02
    "mara": Person("CH", "BA", ("leader",), "judicial"),  # CH-01
    "ines": Person("EUROJUST", "CM", ("participant",), "judicial"),  # EUROJUST-01
    "jit_auditor": Person(None, None, ("auditor",), "judicial"),  # JIT-01
    "stranger": Person(None, None, ()),
}
PARTIES: Final = (
    ("NL", "member_state", "Europe/Amsterdam", (("OM", "prosecution"), ("POL", "police"), ("LAB", "laboratory"))),
    ("DE", "member_state", "Europe/Berlin", (("STA", "prosecution"), ("BP", "police"))),
    ("FR", "member_state", "Europe/Paris", (("TJ", "court"), ("GN", "police"))),
    ("CH", "third_country", "Europe/Zurich", (("BA", "prosecution"),)),
    ("EUROJUST", "eu_body", "Europe/Amsterdam", (("CM", "body"),)),
)


def party_form(
    code: str,
    kind: str = "member_state",
    zone: str = "UTC",
    authorities: tuple[tuple[str, str], ...] = (("POL", "police"),),
) -> dict[str, Any]:
    """A party as the API takes it."""
    return {
        "code": code,
        "name": f"Party {code}",
        "kind": kind,
        "time_zone": zone,
        "languages": ["en"],
        "authorities": [{"code": one, "name": f"{code} {one}", "kind": what} for one, what in authorities],
    }


def jit_form(**changes: Any) -> dict[str, Any]:
    """A founding as the API takes it, by the Dutch prosecutor's office."""
    return {
        "name": "Operation Lantern",
        "reference": "JIT-2026-1",
        "agreement_signed_on": "2026-05-16",
        "time_zone": "Europe/Amsterdam",
        "founder": {"party": "NL", "authority": "OM", "function": "judicial"},
        "parties": [party_form(*party) for party in PARTIES],
    } | changes


def member_form(email: str, person: Person, **changes: Any) -> dict[str, Any]:
    """A proposal as the API takes it."""
    return {
        "party": person.party,
        "authority": person.authority,
        "email": email,
        "name": name_of(email),
        "roles": list(person.roles),
        "function": person.function,
    } | changes


def name_of(email: str) -> str:
    """`Noor`, of her address: as her account is named, too."""
    return email.split("@", 1)[0].replace(".", " ").title()


def email_of(name: str) -> str:
    """`noor@nl.test`."""
    return f"{name}@{(PEOPLE[name].party or 'jit').lower()}.test"


@dataclass(eq=False)
class Team:
    """A founded team, everybody seated. Paths: `team.path("/evidence")`."""

    app: FastAPI
    accounts: dict[str, UUID]
    jit: dict[str, Any] = field(default_factory=dict)
    seats: dict[str, dict[str, Any]] = field(default_factory=dict)
    browsers: dict[str, httpx.AsyncClient] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The JIT's id."""
        return str(self.jit["id"])

    @property
    def jit_id(self) -> UUID:
        """The same, as tables hold it."""
        return UUID(self.id)

    @property
    def context(self) -> AppContext:
        """The program's parts."""
        context = self.app.state.context
        assert isinstance(context, AppContext)
        return context

    def path(self, rest: str = "") -> str:
        """A path below the JIT."""
        return f"/api/jits/{self.id}{rest}"

    def client(self, name: str) -> httpx.AsyncClient:
        """This person's browser, signed in."""
        return self.browsers[name]

    def code(self, name: str) -> str:
        """This person's seat: `NL-04`."""
        return str(self.seats[name]["code"])

    def nobody(self) -> httpx.AsyncClient:
        """A browser without a session."""
        if "" not in self.browsers:
            self.browsers[""] = new_client(self.app)
        return self.browsers[""]

    async def settled(self) -> None:
        """Wait until every committed entry has its position; make the pending renditions."""
        waiting = text("select exists (select from pending), exists (select from files where renditions = 'pending')")
        while True:
            async with self.context.database.engine() as session:
                entries, files = (await session.execute(waiting)).one()
            if files:
                await renditions.make_pending(self.context.database, self.context.vault)
            elif not entries:
                return
            await asyncio.sleep(0.005)

    async def run_jobs(self, *names: str) -> None:
        """Run the worker's jobs with these names (`app/worker.py`) in turn, until none has anything left to do."""
        jobs = worker.jobs(self.context)
        while any([await jobs[name]() for name in names]):
            pass

    async def entries(self, name: str, kind: str | None = None) -> list[dict[str, Any]]:
        """The ledger as this person reads it once it is settled, oldest first; of one kind."""
        await self.settled()
        items: list[dict[str, Any]] = read_json(await self.client(name).get(self.path("/ledger/entries?limit=200")))[
            "items"
        ]
        return [one for one in items if kind is None or one["kind"] == kind]

    async def close(self) -> None:
        """Close every browser."""
        for browser in self.browsers.values():
            await browser.aclose()


@dataclass(frozen=True, slots=True)
class Founded:
    """A team that was founded once: the database and the folder that hold it, of which each test gets copies.

    `cookies`: everybody's session. They are in the copies too: opening seventeen anew took longer than many a test.
    """

    database: str
    state: Path
    accounts: dict[str, UUID]
    jit: dict[str, Any]
    seats: dict[str, dict[str, Any]]
    cookies: dict[str, str]

    def at(self, app: FastAPI) -> Team:
        """The team at a program that runs on a copy, each with a signed-in browser."""
        team = Team(app, self.accounts, self.jit, self.seats)
        for name, secret in self.cookies.items():
            team.browsers[name] = accounts.with_session(app, secret)
        return team

    async def awake_at(self, app: FastAPI) -> Team:
        """The same, as if everybody had just signed in."""
        team = self.at(app)
        async with team.context.database.writing() as session:
            await session.execute(update(Session).values(last_seen_at=clock.now()))
        return team


@pytest.fixture(scope="session")
def founded(cluster: embedded.Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Founded]:
    """Operation Lantern, founded once for this run through the API."""
    database = f"team_{clock.new_id().hex}"
    urls = cluster.create_database(database, template=TEMPLATE)
    state = tmp_path_factory.mktemp("team")
    team = asyncio.run(_found_and_leave(create_app(settings_for(urls, state))))
    cookies = {name: browser.cookies[COOKIE] for name, browser in team.browsers.items()}
    yield Founded(database, state, team.accounts, team.jit, team.seats, cookies)
    cluster.drop_database(database)


async def _found_and_leave(app: FastAPI) -> Team:
    async with app.router.lifespan_context(app):
        founded = await found(app)
        await leave(founded)
        return founded


async def leave(team: Team) -> None:
    """With nothing left to do for the programs that begin with a copy."""
    await team.close()
    await team.settled()
    await team.context.publisher.publish(Ledger(team.jit_id, team.jit["ledger_origin"]), "export")
    team.context.seal()  # made here once: a new RSA key takes a third of a second


@pytest.fixture
def starting_team(founded: Founded) -> Founded:
    """Of what a test's team is a copy. Whose tests share more than a founding overrides this."""
    return founded


@pytest.fixture
async def team(app: FastAPI, starting_team: Founded) -> AsyncIterator[Team]:
    """Operation Lantern with people in every role, each with a signed-in browser."""
    copy = await starting_team.awake_at(app)
    yield copy
    await copy.close()


async def found(app: FastAPI) -> Team:
    """Found the team and seat everybody of `PEOPLE` who has roles."""
    context: AppContext = app.state.context
    names = list(PEOPLE)
    (founder,) = await accounts.make(context, [email_of("coordinator")], may_found=True)
    others = await accounts.make(context, [email_of(name) for name in names[1:]])
    new = Team(app, dict(zip(names, [founder, *others], strict=True)))
    new.browsers = dict(zip(names, await accounts.all_signed_in(app, new.accounts.values()), strict=True))
    new.jit = read_json(await new.client("coordinator").post("/api/jits", json=jit_form()), 201)
    new.seats["coordinator"] = new.jit["seat"]
    for name in names[1:]:
        if PEOPLE[name].roles:
            new.seats[name] = await _seat(new, name)
    return new


async def _seat(team: Team, name: str) -> dict[str, Any]:
    form = member_form(email_of(name), PEOPLE[name])
    proposed = read_json(await team.client("coordinator").post(team.path("/members"), json=form), 201)
    if proposed["one_time_code"]:
        redeemed = await team.client(name).post("/api/redemptions", json={"code": proposed["one_time_code"]})
        return read_json(redeemed, 200)
    party = PEOPLE[name].party
    leaders = [one for one in ("noor", "jonas", "claire", "mara") if party is None or PEOPLE[one].party == party]
    for leader in leaders:
        confirmed = await team.client(leader).post(
            team.path(f"/members/{proposed['id']}/confirmation"), json={"name": proposed["name"]}
        )
        proposed = read_json(confirmed, 200)
    return proposed


def read_json(response: httpx.Response, status: int = 200) -> dict[str, Any]:
    """The JSON object of an answer that has this status."""
    assert response.status_code == status, response.text
    said = response.json()
    assert isinstance(said, dict)
    return said
