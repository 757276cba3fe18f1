"""The statements of a request, recorded on the way to PostgreSQL and run again without the program around them.

The program runs inside this process for the recording; the ids that a request makes are made anew for each run, and the
exhibit's chain goes on from where it stands. Deliberately not here: which request.
"""

import asyncio
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import asyncpg
import httpx
from asyncpg.pool import PoolConnectionProxy
from sqlalchemy import event
from sqlalchemy.engine import Engine

from app import clock
from app.database import Reading
from app.main import create_app
from app.settings import Settings

_recording: ContextVar[list["Statement"] | None] = ContextVar("recording", default=None)


@dataclass(frozen=True, slots=True)
class Statement:
    """As it went over the wire."""

    sql: str
    binds: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A request's statements, and the ids that it made."""

    statements: tuple[Statement, ...]
    made: frozenset[UUID]


@event.listens_for(Engine, "before_cursor_execute")
def _note(_connection: Any, _cursor: Any, sql: str, binds: Any, _context: Any, _many: bool) -> None:  # noqa: ANN401, FBT001
    said = _recording.get()
    if said is not None:
        said.append(Statement(sql, tuple(binds)))


@contextmanager
def _noting_the_drivers() -> Iterator[None]:
    """What goes to the driver past SQLAlchemy (`Reading.fetch`) is noted too: the guard's statement does."""
    fetch = Reading.fetch

    async def noted(self: Reading, sql: str, *values: object) -> list[asyncpg.Record]:
        said = _recording.get()
        if said is not None:
            said.append(Statement(sql, values))
        return await fetch(self, sql, *values)

    Reading.fetch = noted  # type: ignore[method-assign]  # put back below
    try:
        yield
    finally:
        Reading.fetch = fetch  # type: ignore[method-assign]


async def record(settings: Settings, posts: Sequence[tuple[str, str, dict[str, Any]]], expected: int) -> list[Recorded]:
    """Each of `posts` (path, cookie, body) answered by the program, the first of them twice: then nothing is new to it."""
    app = create_app(settings)
    origin = settings.allowed_origins[0]
    found = []
    with _noting_the_drivers():
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=origin) as client,
        ):
            for path, cookie, body in (posts[0], *posts):
                began = clock.new_id()
                said: list[Statement] = []
                token = _recording.set(said)
                answer = await client.post(path, json=body, headers={"Cookie": cookie, "Origin": origin})
                _recording.reset(token)
                assert answer.status_code == expected, answer.text
                ids = {one for each in said for one in _ids(each.binds)}
                # An id of this house begins with its time (UUIDv7).
                found.append(Recorded(tuple(said), frozenset(one for one in ids if one.int >> 80 >= began.int >> 80)))
    return found[1:]


def _ids(binds: Iterable[Any]) -> Iterator[UUID]:
    for one in binds:
        if isinstance(one, list):
            yield from _ids(one)
        elif isinstance(one, UUID) and one.version == 7:
            yield one


async def again(recorded: Sequence[Recorded], address: str, seconds: float) -> float:
    """Runs in a second, one connection for each of `recorded`, each run a transaction that commits."""
    pool = await asyncpg.create_pool(address, min_size=len(recorded), max_size=len(recorded))
    done = 0

    async def go_on(one: Recorded) -> None:
        nonlocal done
        async with pool.acquire() as connection:
            while time.perf_counter() < until:
                async with connection.transaction():
                    await _run(connection, one)
                done += 1

    began = time.perf_counter()
    until = began + seconds
    try:
        await asyncio.gather(*map(go_on, recorded))
        return done / (time.perf_counter() - began)
    finally:
        await pool.close()


async def _run(connection: PoolConnectionProxy, one: Recorded) -> None:
    fresh = {former: clock.new_id() for former in one.made}
    taken = 0
    for each in one.statements:
        binds = [_anew(bind, fresh) for bind in each.binds]
        if "append_entries" in each.sql:
            binds[_COMMITMENTS] = [clock.new_id().bytes * 2 for _ in binds[_COMMITMENTS]]
            if binds[_TAKEN]:
                (was,), (reached,) = binds[_TAKEN], binds[_REACHED]
                binds[_TAKEN], binds[_REACHED] = [taken], [taken + reached - was]
        rows = await connection.fetch(each.sql, *binds)
        if "take_custody" in each.sql:
            taken = rows[0]["n"]


def _anew(bind: Any, fresh: dict[UUID, UUID]) -> Any:  # noqa: ANN401 - whatever went over the wire
    if isinstance(bind, list):
        return [_anew(one, fresh) for one in bind]
    return fresh.get(bind, bind) if isinstance(bind, UUID) else bind


#: Places among the binds of `append_entries` (migration 0009), for entries of one exhibit, or of none.
_COMMITMENTS: Final = 6
_TAKEN: Final = 20
_REACHED: Final = 21
