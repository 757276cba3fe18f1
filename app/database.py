"""The unit of work: one request is one transaction, and only this module commits.

Provides the transactions of the database roles, the session types `Reading` and `Writing`, and the settings that tell
row-level security who asks.
Not here: tables, and rules about who may see what.
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

from app import log, queries
from app.connections import (
    address_of,
    answering,
    driver_of,
    engine_of,
    is_gone,
    is_refused,
    reject_privileged_role,
    while_open,
)
from app.errors import OutcomeUnknown, Refusal, held_back
from app.queries import Query, Row

_logger = log.get("database")
MIGRATIONS: Final = Path(__file__).parent.parent / "migrations"


@dataclass(frozen=True, slots=True)
class Requester:
    """The acting account and member, as row-level security reads them. An empty value gives no access."""

    account: UUID | None = None
    jit: UUID | None = None
    party: UUID | None = None
    authority: UUID | None = None
    seat: UUID | None = None
    roles: frozenset[str] = frozenset()

    def settings(self) -> dict[str, str]:
        """Return the values of the transaction-local settings by name, as `_SAY_WHO` takes them."""
        return {
            "account": str(self.account or ""),
            "jit": str(self.jit or ""),
            "party": str(self.party or ""),
            "authority": str(self.authority or ""),
            "seat": str(self.seat or ""),
            "roles": "{" + ",".join(sorted(self.roles)) + "}",
        }


_DEADLOCK: Final = "40P01"
_MIGRATION_ATTEMPTS: Final = 3
_SAY_WHO: Final = queries.untyped(
    "select set_config('app.account', :account, true), set_config('app.jit', :jit, true),"
    " set_config('app.party', :party, true), set_config('app.authority', :authority, true),"
    " set_config('app.seat', :seat, true), set_config('app.roles', :roles, true)"
)


#: Planner settings for a list that reads an index in its order. The plan is shared by all parties, so it must not depend
#: on statistics of one: reading row by row is right for each; reading and sorting all of a party's rows never is.
ROW_BY_ROW: Final = {
    "plan_cache_mode": ("auto", "force_generic_plan"),
    **{
        f"enable_{way}": ("on", "off")
        for way in ("sort", "incremental_sort", "seqscan", "bitmapscan", "hashjoin", "mergejoin")
    },
}


def _planning(way: int) -> str:
    """Return the select columns that set them until the end of the transaction."""
    return ", ".join(f"set_config('{name}', '{values[way]}', true)" for name, values in ROW_BY_ROW.items())


PLANNED: Final = _planning(1)
_PLAN: Final = {row_by_row: queries.untyped(f"select {_planning(way)}") for way, row_by_row in enumerate((False, True))}


class Reading(AsyncSession):
    """A session in a REPEATABLE READ, READ ONLY transaction: one snapshot for the whole response."""

    requester: Requester = Requester()
    later: tuple["Later", ...] = ()
    #: The ledger's head in this snapshot, as visible to the member, if the guard queried it.
    head: int | None = None
    #: Whether the statements of this transaction are planned row by row.
    row_by_row: bool = False
    _driven: tuple[object, Any] = (None, None)

    def afterwards(self, work: "Later") -> None:
        """Run `work` in a second, short transaction after this one, even if the request is refused."""
        self.later = (*self.later, work)

    async def say_who(self, requester: Requester) -> None:
        """Set the acting member for row-level security until the end of the transaction."""
        self.requester, self.head = requester, None
        await self.run(_SAY_WHO, **requester.settings())

    async def plan(self, *, row_by_row: bool) -> None:
        """Switch to planning row by row, or back. No statement is sent if that is set already."""
        if row_by_row != self.row_by_row:
            await self.run(_PLAN[row_by_row])
            self.row_by_row = row_by_row

    async def fetch_rows(self, query: Query[Row], **named: object) -> list[Row]:
        """Return the rows of a query, which the driver runs in this transaction."""
        return query.rows(await self.fetch(query.sql, *query.values(named)))

    async def fetch_first(self, query: Query[Row], **named: object) -> Row | None:
        """Return the first row of a query, None without a row."""
        rows = await self.fetch_rows(query, **named)
        return rows[0] if rows else None

    async def fetch_one(self, query: Query[Row], **named: object) -> Row:
        """Return the only row of a query. Raises `ValueError` unless there is exactly one."""
        (row,) = await self.fetch_rows(query, **named)
        return row

    async def run(self, query: Query[Any], **named: object) -> None:
        """Run a query without its rows."""
        await self.fetch(query.sql, *query.values(named))

    async def fetch(self, sql: str, *values: object) -> list[asyncpg.Record]:
        """Fetch records from the driver (`$1` is the first value) in this transaction. Callers use the methods above.

        As the first statement of a transaction it is retried if the pool's connection turns out to be closed.
        """
        begun = self.sync_session.get_transaction()
        if begun is not None and self._driven[0] is begun:
            rows: list[asyncpg.Record] = await self._driven[1].fetch(sql, *values)
            return rows
        is_first = begun is None
        connection = await self.connection()
        try:
            return await (await self._drive(connection)).fetch(sql, *values)
        except Exception as error:
            if not is_first or not is_gone(connection, error):
                raise
        await connection.invalidate()
        await self.rollback()
        return await (await self._drive(await self.connection())).fetch(sql, *values)

    async def _drive(self, connection: AsyncConnection) -> "asyncpg.Connection[asyncpg.Record]":
        """Return the driver's connection and remember it for this transaction."""
        driver = await driver_of(connection)
        self._driven = (self.sync_session.get_transaction(), driver)
        return driver


class Writing(Reading):
    """A session in a READ COMMITTED transaction that may change rows."""

    appended: bool = False
    #: Whether something in a channel changed that is not in the ledger.
    chat_changed: bool = False
    committed: tuple[Callable[[], None], ...] = ()

    def note_appended(self, then: Callable[[], None]) -> None:
        """Note that the ledger grew: after the commit the sequencer is woken and `then` is called.

        `then` may neither block nor fail.
        """
        self.appended = True
        self.committed = (*self.committed, then)


Later = Callable[[Writing], Awaitable[None]]


class Database:
    """Engines and units of work of one server process."""

    def __init__(self, application_url: str, engine_url: str, *, pool: int = 16) -> None:
        """Create the engines.

        Args:
            application_url: Database of requests, with the application role.
            engine_url: Database of the sequencer, hub and worker, with the engine role.
            pool: Connections of the application's pool.
        """
        self._urls = application_url, engine_url
        self._application = engine_of(application_url, pool)
        self._snapshots = self._application.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        self._engine = engine_of(engine_url, 8)
        self.on_appended: Callable[[], None] = lambda: None
        self.on_chat_changed: Callable[[], None] = lambda: None

    async def __aenter__(self) -> Self:
        """Check that neither role bypasses row-level security.

        Raises:
            DatabaseAwayError: The database does not answer.
            RuntimeError: A role bypasses row-level security.
        """
        try:
            for engine in (self._application, self._engine):
                with answering():
                    async with engine.connect() as connection:
                        await reject_privileged_role(connection)
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
        """Provide a copy for another event loop, because a connection belongs to its loop.

        Roles are not checked again.
        """
        twin = Database(*self._urls)
        try:
            yield twin
        finally:
            await twin.__aexit__()

    @asynccontextmanager
    async def reading(self, requester: Requester | None = None) -> AsyncIterator[Reading]:
        """Provide a snapshot, in which nothing can be changed."""
        session = Reading(self._snapshots, expire_on_commit=False, autoflush=False)
        try:
            async with session:
                if requester is not None:
                    await session.say_who(requester)
                yield session
        finally:
            await self._afterwards(session)

    @asynccontextmanager
    async def writing(self, requester: Requester | None = None) -> AsyncIterator[Writing]:
        """Provide one transaction: committed at the end, rolled back on any error except a refusal recorded in it."""
        session, refused = Writing(self._application, expire_on_commit=False, autoflush=False), list[Refusal]()
        try:
            async with session:
                if requester is not None:
                    await session.say_who(requester)
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
        """Provide one transaction as the engine role, which reads no bodies, fields or content."""
        async with Writing(self._engine, expire_on_commit=False, autoflush=False) as session:
            yield session
            await session.commit()
        self._announce(session)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[AsyncConnection]:
        """Provide a connection of the engine role outside any transaction, for LISTEN."""
        async with self._engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            yield connection

    async def answers(self) -> bool:
        """Return whether the database answers."""
        async with self._application.connect() as connection:
            return bool((await connection.execute(text("select 1"))).scalar_one())

    async def _afterwards(self, session: Reading) -> None:
        for work in session.later:
            try:
                async with self.writing() as second:
                    await work(second)
            except Refusal:
                raise
            except Exception:  # the response stands; the operator learns from the log what could not be recorded
                _logger.exception("what follows a request failed")

    def _announce(self, session: Writing) -> None:
        for then in session.committed:
            then()
        if session.appended:
            self.on_appended()
        if session.chat_changed:
            self.on_chat_changed()


async def _commit(session: Writing) -> None:
    """Commit. Raises `OutcomeUnknown` if the connection is lost meanwhile: the change may have been made or not."""
    try:
        await session.commit()
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
        raise OutcomeUnknown(
            "The connection to the database was lost. The change may have been saved. Check before you try again."
        ) from error


@asynccontextmanager
async def as_owner(owner_url: str) -> AsyncIterator[AsyncSession]:
    """Provide one transaction as the owner role: for the command that creates accounts, never for requests."""
    engine = engine_of(owner_url, 1)
    try:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            yield session
            await session.commit()
    finally:
        await engine.dispose()


def migrate(owner_url: str, revision: str = "head") -> None:
    """Bring the schema to `revision`, as the owner role. Blocking: for commands and tests, not for requests.

    A deadlock, such as with PostgreSQL's own analysis of a table, is tried again: a revision is committed whole or not
    at all.

    Raises:
        RuntimeError: The database is older than the first revision that is kept.

    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = address_of(owner_url)
    for attempt in range(1, _MIGRATION_ATTEMPTS + 1):
        try:
            _upgrade(config, revision)
        except DBAPIError as error:
            if attempt == _MIGRATION_ATTEMPTS or not is_refused(error, _DEADLOCK):
                raise
        else:
            return


def _upgrade(config: Config, revision: str) -> None:
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        if "locate revision" not in str(error):
            raise
        raise RuntimeError(
            "This database is older than 29 November 2026, or newer than this version. "
            "Start it once with the version of that day, then with this one. Nothing was changed."
        ) from error
