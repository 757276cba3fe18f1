"""A team of 27 countries with ten seats each, facts for parts of it, and who should hear which.

People and seats are rows by SQL and sessions by the product's service (nobody's password is hashed but one); facts are appended
by the product's journal and sequenced by its sequencer, here beside the servers. Deliberately not here: sockets and clocks.
"""

import itertools
import secrets
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

import asyncpg
from pydantic import SecretStr

from app import clock, database, embedded
from app.access.seats import PartyKind, Person, Visitor
from app.api.guards import COOKIE
from app.database import Database
from app.ledger import journal, sequencer
from app.ledger.facts import Fact, PartyAdded, TaskCommented, TaskLinked
from app.ledger.journal import Ledger
from app.opening import open_context
from app.services.accounts import accounts, sessions
from app.services.teams import jits
from app.services.teams.parties import NewAuthority, NewParty
from app.settings import Settings
from bench.load import Client, request
from bench.place import Place
from bench.sockets import Heard

COUNTRIES: Final = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU"),
    *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
)
SEATS: Final = 10
PEER_TABLE: Final = (
    "create table bare_acts (exhibit text not null, who text not null, at timestamptz not null, why text);"
    " grant insert on bare_acts to liaison_owner"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A fact, and the parties (none named: the whole team) or the seats that hear it."""

    fact: Fact
    seats: frozenset[str]


@dataclass(slots=True)
class Team:
    """`seats`: id by code; `cookies`: by code; `exhibit`: one that every second party was released."""

    urls: embedded.Urls
    settings: Settings
    founder: UUID
    database: Database
    admin: asyncpg.Connection
    ledger: Ledger
    parties: dict[str, UUID]
    seats: dict[str, UUID]
    cookies: dict[str, str]
    exhibit: UUID | None = None
    told: dict[int, Said] = field(default_factory=dict)

    @classmethod
    async def founded(cls, place: Place, name: str) -> "Team":
        """In a database of its own."""
        urls = place.database(name)
        settings = Settings(state=place.folder / name).model_copy(
            update={"database_url": SecretStr(urls.app), "database_engine_url": SecretStr(urls.engine)}
        )
        async with database.as_owner(urls.owner) as owner:
            founder = await accounts.create(
                owner, email="nl-01@bench", name="NL-01", password=secrets.token_hex(), may_found=True
            )
        admin = await asyncpg.connect(host=str(place.cluster.socket_folder), user="postgres", database=name)
        await admin.execute(PEER_TABLE)
        return await cls._founded(urls, settings, founder, Database(urls.app, urls.engine, pool=2), admin)

    async def another(self) -> "Team":
        """Another team of the same people beside it, to listen and be told `to_all`; their codes begin with `2:` in it. Closed with this."""
        made = await self._founded(self.urls, self.settings, self.founder, self.database, self.admin)
        made.seats = {f"2:{code}": one for code, one in made.seats.items()}
        made.cookies = {f"2:{code}": one for code, one in made.cookies.items()}
        return made

    @classmethod
    async def _founded(
        cls, urls: embedded.Urls, settings: Settings, founder: UUID, engine: Database, admin: asyncpg.Connection
    ) -> "Team":
        async with open_context(settings) as context:
            person = Person(founder, clock.new_id(), "nl-01@bench", "NL-01", may_found=True, by_token=False)
            async with context.database.writing() as writing:
                seat = await jits.found(writing, person, context.ledger_keys, settings.ledger_name, _founding())
            rows = await _insert_members(admin, seat.jit)
            cookies = {}
            async with context.database.writing() as writing:
                for row in rows:
                    visitor = Visitor("127.0.0.1", "bench")
                    opened = await sessions.open_session(
                        writing, context.authentication, visitor, row["account"], "cookie"
                    )
                    cookies[row["code"]] = f"{COOKIE}={opened.secret}"
        found = await admin.fetch("select code, id from parties where jit = $1", seat.jit)
        team = cls(
            urls, settings, founder, engine, admin, Ledger(seat.jit, seat.ledger_origin),
            {row["code"]: row["id"] for row in found}, {row["code"]: row["id"] for row in rows}, cookies,
        )  # fmt: skip
        await team.sequence()
        return team

    def listeners(self, port: int, count: int, codes: Sequence[str] = ()) -> list[tuple[str, str, str]]:
        """So many sockets for `Sockets.open`, at these seats (or all) in turn, each from the ledger's end on."""
        path = f"/api/jits/{self.ledger.jit}/stream?after={2**40}"
        origin = f"Origin: http://localhost:{port}\r\nCookie: "
        turns = itertools.islice(itertools.cycle(codes or list(self.seats)), count)
        return [(code, path, f"{origin}{self.cookies[code]}\r\n") for code in turns]

    def write(self, port: int, path: str, body: object) -> bytes:
        """A POST by the first seat of the Netherlands."""
        headers = {"Cookie": self.cookies["NL-01"], "Origin": f"http://localhost:{port}"}
        return request("POST", port, f"/api/jits/{self.ledger.jit}{path}", headers=headers, body=body)

    def registration(self, port: int, number: int, released: Sequence[str] = ()) -> bytes:
        """The Netherlands registers an exhibit."""
        said = {
            "title": f"Laptop {number} of Rotterdam", "kind": "image", "category": "disk_image",
            "acquired_at": clock.rfc3339(clock.now()), "acquired_by": "Team Digital Rotterdam", "place": "Rotterdam",
            "legal_basis": "Art. 94 Sv", "privilege_checked": True, "releases": [{"party": code, "level": "held"} for code in released],
        }  # fmt: skip
        return self.write(port, "/evidence", said)

    async def release_one(self, port: int) -> None:
        """The exhibit that linking facts mention: seen by every second country."""
        client = await Client.connect(port)
        answer = await client.ask(self.registration(port, 0, [code for code in COUNTRIES[::2] if code != "NL"]))
        assert answer.status == 201, answer.body
        self.exhibit = UUID(answer.json()["id"])
        client.close()
        await self.sequence()

    def to_all(self, count: int) -> list[Said]:
        """Facts that the whole team hears."""
        everybody = frozenset(self.seats)
        fact = PartyAdded(party=clock.new_id(), code="XX", name="A party", party_kind="organisation", authorities=[])
        return [Said(fact, everybody)] * count

    def to_some(self, count: int) -> list[Said]:
        """In turn: half of the countries; their first five seats by name; those of 20 countries who see an exhibit."""
        return [self._some(number) for number in range(count)]

    def _some(self, number: int) -> Said:
        turned = [COUNTRIES[(number + at) % len(COUNTRIES)] for at in range(len(COUNTRIES))]
        task, comment = clock.new_id(), clock.new_id()
        if number % 3 == 0:
            heard = tuple((self.parties[code], None) for code in turned[:14])
            seats = {seat for seat in self.seats if seat[:2] in turned[:14]}
            fact: Fact = TaskCommented(task=task, number="T-1", hearing=heard, comment=comment, text="It is done")
        elif number % 3 == 1:
            seats = {seat for seat in self.seats if seat[:2] in turned[:20] and int(seat[3:]) <= SEATS // 2}
            named = {
                code: tuple(self.seats[seat] for seat in sorted(seats) if seat[:2] == code) for code in turned[:20]
            }
            by_name = tuple((self.parties[code], names) for code, names in named.items())
            fact = TaskCommented(task=task, number="T-1", hearing=by_name, comment=comment, text="It is done")
        else:
            assert self.exhibit is not None
            seeing = set(COUNTRIES[::2]) | {"NL"}
            everyone = tuple((self.parties[code], None) for code in turned[:20])
            seats = {seat for seat in self.seats if seat[:2] in seeing & set(turned[:20])}
            fact = TaskLinked(
                task=task, number="T-1", hearing=everyone, evidence=self.exhibit, exhibit=str(self.exhibit),
                exhibit_number="NL-2026-1",
            )  # fmt: skip
        return Said(fact, frozenset(seats))

    async def tell(self, facts: Sequence[Said], *beside: tuple["Team", Sequence[Said]]) -> float:
        """Append them in one transaction, and what other teams are told, then sequence them; when they were committed."""
        told = [(team, said, await team.sequence()) for team, said in ((self, facts), *beside)]
        async with self.database.engine() as session:
            for team, said, _ in told:
                await journal.append_as_system(session, team.ledger, *(one.fact for one in said))
        committed = time.perf_counter()
        for team, said, first in told:
            assert await team.sequence() == first + len(said)
            team.told = dict(enumerate(said, start=first))
        return committed

    async def sequence(self) -> int:
        """Until nothing is pending, whoever does it; the size then."""
        while await self.admin.fetchval("select exists (select from pending)"):
            await sequencer.sequence(self.database)
        return int(await self.admin.fetchval("select size from trees where jit = $1", self.ledger.jit))

    async def close(self) -> None:
        """Hang up."""
        await self.admin.close()
        await self.database.__aexit__()


def counts(facts: Sequence[Said]) -> dict[str, int]:
    """How many of them each seat should hear."""
    found: dict[str, int] = {}
    for seat in itertools.chain.from_iterable(one.seats for one in facts):
        found[seat] = found.get(seat, 0) + 1
    return found


def demand(heard: Heard, expected: Mapping[int, frozenset[str]]) -> tuple[int, int]:
    """(facts delivered, leaked), of all sockets. Raises `AssertionError` unless each socket heard its own, in order, once."""
    delivered = leaked = 0
    for seat, sequences in heard.sequences.items():
        mine = [position for position, seats in sorted(expected.items()) if seat in seats]
        for positions, sockets in sequences:
            known = [position for position in positions if position in set(mine)]
            leaked += (len(positions) - len(known)) * sockets
            delivered += len(known) * sockets
            assert known == mine, f"{seat} should have heard {mine}, and heard {positions}"
    return delivered, leaked


async def _insert_members(admin: asyncpg.Connection, jit: UUID) -> list[asyncpg.Record]:
    """Insert ten confirmed members for each country, each with an account; return (code, id, account)."""
    await admin.execute("update members set roles = '{leader,member}' where jit = $1", jit)
    await admin.execute(
        """
        with wanted as (
          select p.id as party, a.id as authority, p.code || '-' || to_char(n, 'FM00') as code
            from parties p join authorities a on a.party = p.id, generate_series(1, $2::int) n
           where p.jit = $1 and not (p.code = 'NL' and n = 1)),
        made as (
          insert into accounts select (jsonb_populate_record(x, jsonb_build_object(
              'id', gen_random_uuid(), 'email', lower(w.code) || '@bench', 'name', w.code, 'may_found', false))).*
            from wanted w, accounts x
           where x.email = 'nl-01@bench' and not exists (select from accounts y where y.email = lower(w.code) || '@bench')
          returning id, email),
        people as (select id, email from accounts union all select id, email from made)
        insert into members (id, jit, party, authority, account, code, name, email, roles, function, state, proposed_at,
                             seated_at, version)
        select gen_random_uuid(), $1, party, authority, p.id, code, code, p.email, '{leader,member}',
               'judicial', 'seated', now(), now(), 1 from wanted join people p on p.email = lower(code) || '@bench'
        """,
        jit,
        SEATS,
    )
    rows = await admin.fetch("select code, id, account from members where jit = $1 order by id", jit)
    assert len(rows) == SEATS * len(COUNTRIES)
    return list(rows)


def _founding() -> jits.Founding:
    office = (NewAuthority("OM", "Office", "prosecution"),)
    parties = [
        NewParty(code, f"Party {code}", PartyKind.MEMBER_STATE, "Europe/Amsterdam", ("en",), office)
        for code in COUNTRIES
    ]
    return jits.Founding("Bench", "JIT-BENCH", date(2026, 1, 5), "Europe/Amsterdam", "NL", "OM", "judicial", parties)
