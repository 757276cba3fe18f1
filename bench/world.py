"""A team with as many exhibits as one likes, written by COPY past every policy, as no part of the product could.

The Netherlands originates everything; Germany sees each tenth exhibit, France each hundredth, Spain each ten-thousandth,
spread over the whole pool. The team is founded, and its people hold sessions, by the product's own services; only the rows
of exhibits, releases and provenances are copied. Deliberately not here: files and ledger entries of those exhibits.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import asyncpg
from pydantic import SecretStr

from app import clock, database, embedded
from app.access.seats import PartyKind, Person, Visitor
from app.api.guards import COOKIE
from app.opening import open_context
from app.services.accounts import accounts, sessions
from app.services.teams import jits
from app.services.teams.parties import NewAuthority, NewParty
from app.settings import Settings
from bench.place import Place

#: Party, and the share of the pool that it sees: one of so many.
SHARES: Final = {"NL": 1, "DE": 10, "FR": 100, "ES": 10_000}
PASSWORD: Final = "correct horse battery"  # noqa: S105 - of accounts that live as long as a benchmark
_EPOCH: Final = datetime(2026, 1, 5, 8, tzinfo=UTC)
_KINDS: Final = ("image", "image", "image", "physical", "physical", "working_copy", "extract", "report", "translation")
_CATEGORIES: Final = ("device", "disk_image", "disk_image", "phone_extraction", "financial", "document", "photograph")
_THINGS: Final = (
    "Disk image",
    "Phone",
    "Laptop",
    "Server",
    "Ledger page",
    "Statement",
    "Mailbox",
    "Photograph",
    "Wallet",
)
_PLACES: Final = ("Rotterdam", "Wiesbaden", "Lyon", "Almería", "Kassel", "Waalhaven", "Zürich", "Marseille", "Utrecht")


@dataclass(frozen=True, slots=True)
class World:
    """A team in a database: `cookies` by party (its leader's session), `jit`, `parties` by code, exhibits in order of age."""

    urls: embedded.Urls
    state: str
    jit: UUID
    parties: dict[str, UUID]
    seats: dict[str, UUID]
    accounts: dict[str, UUID]
    cookies: dict[str, str]
    exhibits: list[UUID]

    def path(self, rest: str) -> str:
        """Below the team."""
        return f"/api/jits/{self.jit}{rest}"


async def build(place: Place, name: str, size: int, *, state: str = "state") -> World:
    """A database `name` with a team of `size` exhibits; a server on it uses the folder `state`."""
    urls = place.database(name)
    world = await _found(place, urls, state)
    host = str(place.cluster.socket_folder)
    connection = await asyncpg.connect(host=host, user="postgres", database=name)
    try:
        world.exhibits.extend(await fill(connection, world.jit, world.parties, world.seats["NL"], size))
    finally:
        await connection.close()
    return world


async def _found(place: Place, urls: embedded.Urls, state: str) -> World:
    settings = Settings(state=place.folder / state).model_copy(
        update={"database_url": SecretStr(urls.app), "database_engine_url": SecretStr(urls.engine)}
    )
    async with database.as_owner(urls.owner) as owner:
        people = {
            code: await accounts.create(
                owner, email=f"leader@{code.lower()}.bench", name=f"Leader {code}", password=PASSWORD, may_found=True
            )
            for code in SHARES
        }
    async with open_context(settings) as context:
        founder = Person(people["NL"], clock.new_id(), "leader@nl.bench", "Leader NL", may_found=True, by_token=False)
        async with context.database.writing() as session:
            seat = await jits.found(session, founder, context.ledger_keys, settings.ledger_name, _founding())
        parties, seats = await _insert_leaders(str(place.cluster.socket_folder), urls, seat.jit, people)
        cookies = {}
        async with context.database.writing() as session:
            for code, account in people.items():
                opened = await sessions.open_session(
                    session, context.authentication, Visitor("127.0.0.1", "bench"), account, "cookie"
                )
                cookies[code] = f"{COOKIE}={opened.secret}"
    return World(urls, state, seat.jit, parties, seats, people, cookies, [])


def _founding() -> jits.Founding:
    parties = [
        NewParty(
            code,
            f"Party {code}",
            PartyKind.MEMBER_STATE,
            "Europe/Amsterdam",
            ("en",),
            (NewAuthority("OM", "Office", "prosecution"),),
        )
        for code in SHARES
    ]
    return jits.Founding("Bench", "JIT-BENCH", date(2026, 1, 5), "Europe/Amsterdam", "NL", "OM", "judicial", parties)


async def _insert_leaders(
    host: str, urls: embedded.Urls, jit: UUID, people: dict[str, UUID]
) -> tuple[dict[str, UUID], dict[str, UUID]]:
    """Insert a confirmed leader for each party."""
    name = re.sub(r"\?.*", "", urls.app).rsplit("/", 1)[1]
    connection = await asyncpg.connect(host=host, user="postgres", database=name)
    try:
        await connection.execute("update members set roles = '{leader,member}' where jit = $1", jit)
        await connection.executemany(
            "insert into members (id, jit, party, authority, account, code, name, email, roles, function, state,"
            " proposed_at, seated_at, version) select $1, $2, p.id, a.id, $3, p.code || '-01', $4, $5, '{leader,member}',"
            " 'judicial', 'seated', now(), now(), 1 from parties p join authorities a on a.party = p.id"
            " where p.jit = $2 and p.code = $6",
            [
                (clock.new_id(), jit, account, f"Leader {code}", f"leader@{code.lower()}.bench", code)
                for code, account in people.items()
                if code != "NL"
            ],
        )
        rows = await connection.fetch(
            "select p.code, p.id, m.id as seat from parties p join members m on m.party = p.id"
        )
    finally:
        await connection.close()
    return {row["code"]: row["id"] for row in rows}, {row["code"]: row["seat"] for row in rows}


_SECONDARY: Final = """
    select indexdef from pg_indexes where tablename in ('evidence', 'releases', 'provenances')
       and indexname like 'ix_%'
"""


def title_of(number: int, chance: random.Random) -> str:
    """A title as people write them; one in ten thousand has the word `lazarus`."""
    rare = " lazarus" if number % 10_000 == 4_321 else ""
    return f"{chance.choice(_THINGS)} {number % 977} of {chance.choice(_PLACES)}, room {chance.randrange(400)}{rare}"


def exhibit_id(number: int) -> UUID:
    """A UUIDv7 of the `number`-th minute since the pool began."""
    milliseconds = int(_EPOCH.timestamp() * 1000) + number * 1_000
    chance = random.Random(number)  # noqa: S311 - ids of a benchmark
    bits = milliseconds << 80 | 0x7 << 76 | chance.getrandbits(12) << 64 | 0b10 << 62 | chance.getrandbits(62)
    return UUID(int=bits)


async def fill(
    connection: asyncpg.Connection, jit: UUID, parties: dict[str, UUID], seat: UUID, size: int
) -> list[UUID]:
    """Copy `size` exhibits with their releases, then let PostgreSQL learn of them; the ids, oldest first."""
    ids = [exhibit_id(number) for number in range(size)]
    # No triggers and no foreign keys: the rows are right.
    await connection.execute("set session_replication_role = replica")
    dropped = [row["indexdef"] for row in await connection.fetch(_SECONDARY)]
    for definition in dropped:
        await connection.execute(f"drop index {definition.split()[2]}")

    def exhibits() -> Iterator[tuple[Any, ...]]:
        chance = random.Random(7)  # noqa: S311
        for number, one in enumerate(ids):
            withdrawn = "withdrawn" if number % 5_000 == 77 else "active"
            yield (
                one, jit, parties["NL"], f"NL-2026-{number * 7919 % 10**8:08d}", title_of(number, chance),
                chance.choice(_KINDS), "malware" if number % 3_000 == 5 else chance.choice(_CATEGORIES),
                ["H1", "H3"] if number % 50 == 0 else ["H0"], "AMBER", withdrawn, seat, _EPOCH + timedelta(seconds=number),
                chance.randrange(4), chance.randrange(10**10), 1,
            )  # fmt: skip

    await connection.copy_records_to_table(
        "evidence", records=exhibits(),
        columns=["id", "jit", "originator", "exhibit_number", "title", "kind", "category", "handling", "tlp", "status",
                 "registered_by", "registered_at", "files_count", "files_bytes", "version"],
    )  # fmt: skip
    await connection.execute(
        """
        insert into releases (jit, party, evidence, originator, level, granted_by, granted_at, effective, state, version,
                              title_key, search_key, exhibit_number, files_bytes)
        select e.jit, s.party, e.id, e.originator, s.level, e.registered_by, e.registered_at, true, 'effective', 1,
               e.title_key, e.search_key, e.exhibit_number, e.files_bytes
          from (select row_number() over (order by id) - 1 as number, * from evidence where jit = $1) e
          join unnest($2::uuid[], $3::int[], $4::smallint[]) as s (party, each, level) on e.number % s.each = 0
        """,
        jit, [parties[code] for code in SHARES], list(SHARES.values()), [3] * len(SHARES),
    )  # fmt: skip
    await connection.execute(
        "insert into provenances (evidence, jit, acquired_at, acquired_by, place, legal_basis, declared_hashes)"
        " select id, jit, registered_at - interval '3 days', 'Team', 'Rotterdam', 'Art. 94 Sv', '[]' from evidence where jit = $1",
        jit,
    )
    await connection.execute("set session_replication_role = origin")
    await connection.execute("set maintenance_work_mem = '512MB'")
    for definition in dropped:
        await connection.execute(definition)
    for table in ("evidence", "releases", "provenances"):
        await connection.execute(f"vacuum analyze {table}")
    return ids
