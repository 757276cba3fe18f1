"""What acts need beside a pool (`world.py`): the pool shared by modules, files to open, an auditor, more seats.

Deliberately not here: the measuring.
"""

import hashlib
from typing import Final
from uuid import UUID

import asyncpg
from pydantic import SecretStr

from app import clock, database
from app.access.seats import Visitor
from app.api.guards import COOKIE
from app.database import Database
from app.opening import open_context
from app.services.accounts import accounts, sessions
from app.settings import Settings
from bench import world
from bench.load import request
from bench.peers import bare
from bench.place import Place, settle

#: So many exhibits have a file with a page for reading: enough that clients do not wait for each other's chain.
READABLE: Final = 64


async def pool(place: Place, size: int) -> world.World:
    """A team of `size` exhibits, built when first asked for and kept for the run, with the peer's tables beside it."""
    name = f"pool_{size}"
    if name not in place.kept:
        place.kept[name] = await own_pool(place, name, size)
    found = place.kept[name]
    assert isinstance(found, world.World)
    return found


async def own_pool(place: Place, name: str, size: int) -> world.World:
    """The same, for one module alone, in a database of this name."""
    made = await world.build(place, name, size, state=name)
    owner = await connect(place, made)
    for statement in bare.TABLES:
        await owner.execute(statement)
    await _add_files(owner, made)
    await owner.close()
    await settle()
    return made


def name_of(made: world.World) -> str:
    """The name of its database."""
    return made.urls.app.split("?", 1)[0].rsplit("/", 1)[1]


async def connect(place: Place, made: world.World, user: str = "postgres") -> asyncpg.Connection:
    """To its database; as a superuser, whom no policy binds, unless `user` is another."""
    return await asyncpg.connect(host=str(place.cluster.socket_folder), user=user, database=name_of(made))


def settings(place: Place, made: world.World) -> Settings:
    """Of a program inside this process on its database."""
    return Settings(state=place.folder / made.state, worker=False).model_copy(
        update={"database_url": SecretStr(made.urls.app), "database_engine_url": SecretStr(made.urls.engine)}
    )


def database_of(made: world.World, size: int) -> Database:
    """Units of work on its database."""
    return Database(made.urls.app, made.urls.engine, pool=size)


def readable(made: world.World) -> list[UUID]:
    """The exhibits that have a file; Germany and the Netherlands may open them."""
    return made.exhibits[:: world.SHARES["DE"]][-READABLE:]


def write(made: world.World, code: str, port: int, path: str, body: object) -> bytes:
    """A POST by the leader of a party, as the page sends it."""
    headers = {"Cookie": made.cookies[code], "Origin": f"http://localhost:{port}"}
    return request("POST", port, made.path(path), headers=headers, body=body)


def opening(made: world.World, port: int, exhibit: UUID) -> bytes:
    """Germany opens an exhibit for reading."""
    said = {"act": "open", "purpose": "JIT_PURPOSE", "justification": "Comparison of the log", "acknowledged": True}
    return write(made, "DE", port, f"/evidence/{exhibit}/openings", said)


async def _add_files(owner: asyncpg.Connection, made: world.World) -> None:
    """A file and its page for each of `readable`, as received; only their rows are asked for here, never their bytes."""
    now, digest = clock.now(), hashlib.sha256(b"").hexdigest()
    rows = [(clock.new_id(), exhibit) for exhibit in readable(made)]
    await owner.execute("set session_replication_role = replica")
    await owner.executemany(
        "insert into files (id, jit, evidence, name, media_type, size_bytes, received_bytes, sha256, state, renditions,"
        " uploaded_by, created_at, received_at) values ($1, $2, $3, 'statement.txt', 'text/plain', 900, 900, $4, 'ready',"
        " 'made', $5, $6, $6)",
        [(file, made.jit, exhibit, digest, made.seats["NL"], now) for file, exhibit in rows],
    )
    await owner.executemany(
        "insert into renditions (file, page, jit, evidence, media_type, size_bytes, object)"
        " values ($1, 1, $2, $3, 'text/plain', 900, 'none')",
        [(file, made.jit, exhibit) for file, exhibit in rows],
    )
    await owner.execute("set session_replication_role = origin")


async def add_auditor(place: Place, made: world.World) -> None:
    """The auditor of the whole team, whose cookie is `AUDITOR`; once."""
    if "AUDITOR" in made.cookies:
        return
    async with database.as_owner(made.urls.owner) as session:
        account = await accounts.create(
            session, email="auditor@team.bench", name="Auditor", password=world.PASSWORD, may_found=False
        )
    owner = await connect(place, made)
    await owner.execute(
        "insert into members (id, jit, account, code, name, email, roles, function, state, proposed_at, seated_at, version)"
        " values ($1, $2, $3, 'AUDIT-01', 'Auditor', 'auditor@team.bench', '{auditor}', 'judicial', 'seated', now(), now(), 1)",
        clock.new_id(),
        made.jit,
        account,
    )
    await owner.close()
    async with open_context(settings(place, made)) as context, context.database.writing() as writing:
        opened = await sessions.open_session(
            writing, context.authentication, Visitor("127.0.0.1", "bench"), account, "cookie"
        )
    made.cookies["AUDITOR"] = f"{COOKIE}={opened.secret}"


async def add_seats(owner: asyncpg.Connection, made: world.World, upto: int) -> None:
    """More members of Germany, until the team has so many seats."""
    there = await owner.fetchval("select count(*) from members where jit = $1", made.jit)
    await owner.execute(
        "insert into members (id, jit, party, authority, code, name, email, roles, function, state, proposed_at, seated_at, version)"
        " select gen_random_uuid(), a.jit, a.party, a.id, 'DE-' || n, 'Member ' || n, n || '@de.bench', '{member}', 'police',"
        " 'seated', now(), now(), 1 from authorities a, generate_series($3::int, $4::int) n where a.jit = $1 and a.party = $2",
        made.jit,
        made.parties["DE"],
        there + 1,
        upto,
    )
    await owner.execute("analyze members")
    assert await owner.fetchval("select count(*) from members where jit = $1", made.jit) == upto
