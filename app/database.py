"""The unit of work: one request is one transaction, and nobody commits but this file.

Here are the units of work of the database's roles, the two types of session (`Reading`, `Writing`) and the settings
by which row-level security knows who asks. Deliberately not here: tables, and any rule about who may see what.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self
from uuid import UUID

import asyncpg
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from app import log
from app.connections import Driven, address_of, answering, driver_of, engine_of, is_gone, refuse_mighty, while_open
from app.errors import OutcomeUnknown, Refusal, held_back

_logger = log.get("database")
MIGRATIONS: Final = Path(__file__).parent.parent / "migrations"


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, as row-level security reads it. An empty value admits nothing."""

    account: UUID | None = None
    jit: UUID | None = None
    party: UUID | None = None
    authority: UUID | None = None
    seat: UUID | None = None
    roles: frozenset[str] = frozenset()

    def settings(self) -> dict[str, str]:
        """The values of the transaction-local settings, in the order of `_SAY_WHO`."""
        return {
            "account": str(self.account or ""),
            "jit": str(self.jit or ""),
            "party": str(self.party or ""),
            "authority": str(self.authority or ""),
            "seat": str(self.seat or ""),
            "roles": "{" + ",".join(sorted(self.roles)) + "}",
        }


_SAY_WHO = (
    "select set_config('app.account', $1, true), set_config('app.jit', $2, true),"
    " set_config('app.party', $3, true), set_config('app.authority', $4, true),"
    " set_config('app.seat', $5, true), set_config('app.roles', $6, true)"
)


#: How a list is planned that reads an index in its order: once for whoever asks. A plan that serves every party must not lean
#: on what the statistics say of one: row by row is right for each, and reading all of a party's rows to sort them never is.
ROW_BY_ROW: Final = {
    "plan_cache_mode": ("auto", "force_generic_plan"),
    **{
        f"enable_{way}": ("on", "off")
        for way in ("sort", "incremental_sort", "seqscan", "bitmapscan", "hashjoin", "mergejoin")
    },
}


def _planning(way: int) -> str:
    """Columns that set it, until the end of the transaction."""
    return ", ".join(f"set_config('{name}', '{values[way]}', true)" for name, values in ROW_BY_ROW.items())


AS_USUAL, PLANNED = _planning(0), _planning(1)


class Reading(AsyncSession):
    """A session in a REPEATABLE READ, READ ONLY transaction: one snapshot for the whole answer."""

    asking: Asking = Asking()
    later: tuple["Later", ...] = ()
    #: The ledger's head in this snapshot, as this reader may know it, where the guard asked for it.
    head: int | None = None
    #: Whether the statements of this transaction are planned row by row.
    row_by_row: bool = False
    _driven: tuple[object, Any] = (None, None)

    def afterwards(self, work: "Later") -> None:
        """Do `work` in a second, short transaction once this one has ended, also when the act is refused."""
        self.later = (*self.later, work)

    async def say_who(self, asking: Asking) -> None:
        """Tell row-level security who asks, until the end of the transaction."""
        self.asking, self.head = asking, None
        await self.fetch(_SAY_WHO, *asking.settings().values())

    async def plan(self, *, row_by_row: bool) -> None:
        """Plan what follows row by row, or as usual; says nothing where it is so."""
        if row_by_row != self.row_by_row:
            await self.fetch(f"select {PLANNED if row_by_row else AS_USUAL}")
            self.row_by_row = row_by_row

    async def fetch(self, query: str, *values: object) -> list[asyncpg.Record]:
        """Rows straight from the driver (`$1` is the first value), in this transaction: for what nearly every request asks.

        As the transaction's first statement it is asked again where the pool's connection turns out to be gone.
        """
        begun = self.sync_session.get_transaction()
        if begun is not None and self._driven[0] is begun:
            rows: list[asyncpg.Record] = await self._driven[1].fetch(query, *values)
            return rows
        is_first = begun is None
        connection = await self.connection()
        try:
            return await (await self._drive(connection)).fetch(query, *values)
        except Exception as error:
            if not is_first or not is_gone(connection, error):
                raise
        await connection.invalidate()
        await self.rollback()
        return await (await self._drive(await self.connection())).fetch(query, *values)

    async def _drive(self, connection: AsyncConnection) -> "asyncpg.Connection[asyncpg.Record]":
        """The driver's connection, remembered for as long as the transaction lasts."""
        driver = await driver_of(connection)
        self._driven = (self.sync_session.get_transaction(), driver)
        return driver

    async def records(self, asked: Driven, **named: object) -> list[asyncpg.Record]:
        """The rows of a question about columns, as the driver gives them."""
        return await self.fetch(asked.sql, *asked.values(named))

    async def joined(self, asked: Driven, **named: object) -> list[tuple[Any, ...]]:
        """The rows of a question about several tables."""
        return list(asked.read(await self.records(asked, **named)))

    async def rows(self, asked: Driven, **named: object) -> list[Any]:
        """The rows of a question about one table."""
        return [row for (row,) in await self.joined(asked, **named)]


class Writing(Reading):
    """A session in a READ COMMITTED transaction that may change rows."""

    appended: bool = False
    #: Something in a channel changed of which the ledger says nothing.
    talked: bool = False
    committed: tuple[Callable[[], None], ...] = ()

    def note_appended(self, then: Callable[[], None]) -> None:
        """The ledger grew here: after the commit wake the sequencer, and do `then`, which neither waits nor fails."""
        self.appended = True
        self.committed = (*self.committed, then)


Later = Callable[[Writing], Awaitable[None]]


class Database:
    """Engines and units of work of one server process."""

    def __init__(self, application_url: str, engine_url: str, *, pool: int = 16) -> None:
        """`application_url` is what requests run as, `engine_url` what the sequencer, hub and worker run as."""
        self._urls = application_url, engine_url
        self._application = engine_of(application_url, pool)
        self._snapshots = self._application.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        self._engine = engine_of(engine_url, 8)
        self.on_appended: Callable[[], None] = lambda: None
        self.on_talked: Callable[[], None] = lambda: None

    async def __aenter__(self) -> Self:
        """Refuse to work as a role that row-level security does not bind. Raises `DatabaseAwayError`."""
        try:
            for engine in (self._application, self._engine):
                with answering():
                    async with engine.connect() as connection:
                        await refuse_mighty(connection)
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close every connection."""
        await self._application.dispose()
        await self._engine.dispose()

    @asynccontextmanager
    async def twin(self) -> AsyncIterator["Database"]:
        """The same for a loop of its own: a connection belongs to the loop that opened it. Its roles were looked at here."""
        twin = Database(*self._urls)
        try:
            yield twin
        finally:
            await twin.__aexit__()

    @asynccontextmanager
    async def reading(self, asking: Asking | None = None) -> AsyncIterator[Reading]:
        """A snapshot; nothing can be changed."""
        session = Reading(self._snapshots, expire_on_commit=False, autoflush=False)
        try:
            async with session:
                if asking is not None:
                    await session.say_who(asking)
                yield session
        finally:
            await self._afterwards(session)

    @asynccontextmanager
    async def writing(self, asking: Asking | None = None) -> AsyncIterator[Writing]:
        """One transaction: committed at the end, rolled back on any error but a refusal that is recorded in it."""
        session, refused = Writing(self._application, expire_on_commit=False, autoflush=False), list[Refusal]()
        try:
            async with session:
                if asking is not None:
                    await session.say_who(asking)
                with while_open():
                    with held_back(refused):
                        yield session
                    await _commit(session)
        finally:
            await self._afterwards(session)
        self._announce(session)
        for refusal in refused:
            raise refusal

    @asynccontextmanager
    async def engine(self) -> AsyncIterator[Writing]:
        """One transaction as the engine role: no bodies, no fields, no content."""
        async with Writing(self._engine, expire_on_commit=False, autoflush=False) as session:
            yield session
            await session.commit()
        self._announce(session)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[AsyncConnection]:
        """A connection of the engine role outside any transaction, for LISTEN."""
        async with self._engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            yield connection

    async def answers(self) -> bool:
        """Whether the database answers at all."""
        async with self._application.connect() as connection:
            return bool((await connection.execute(text("select 1"))).scalar_one())

    async def _afterwards(self, session: Reading) -> None:
        for work in session.later:
            try:
                async with self.writing() as second:
                    await work(second)
            except Refusal:
                raise
            except Exception:  # the answer stands; what could not be recorded is told to the operator
                _logger.exception("what follows a request failed")

    def _announce(self, session: Writing) -> None:
        for then in session.committed:
            then()
        if session.appended:
            self.on_appended()
        if session.talked:
            self.on_talked()


async def _commit(session: Writing) -> None:
    """Raises `OutcomeUnknown` where the connection is lost on the way: nobody can say then that nothing was changed."""
    try:
        await session.commit()
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
        raise OutcomeUnknown(
            "The database went away while this was being recorded. It may be done or not: look before you do it again."
        ) from error


@asynccontextmanager
async def as_owner(owner_url: str) -> AsyncIterator[AsyncSession]:
    """One transaction as the owner role: for the command that makes accounts, never for requests."""
    engine = engine_of(owner_url, 1)
    try:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            yield session
            await session.commit()
    finally:
        await engine.dispose()


def migrate(owner_url: str, revision: str = "head") -> None:
    """Bring the schema to `revision`, as the owner role. Blocking: for commands and tests, not for requests.

    Raises:
        RuntimeError: The database is older than the first revision that is kept.

    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = address_of(owner_url)
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        if "locate revision" not in str(error):
            raise
        raise RuntimeError(
            "This database is of a version before 29 November 2026, or of a newer one than this. Start it once with the version"
            " of that day, then with this one. Nothing was changed."
        ) from error
