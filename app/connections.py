"""Create database connections, detect broken ones, and access the driver directly.

Not here: transactions, and the settings for row-level security (`database.py`).
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any, Final

import asyncpg
from sqlalchemy import URL, Dialect, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from app.errors import Refusal, TeamClosed

#: Advisory lock held during migrations. Revisions are committed one by one; no process may start between two of them.
MIGRATING: Final = 0x11A150_D8
#: insufficient_privilege (PostgreSQL, Appendix A): raised by row-level security and by our triggers.
_REFUSED: Final = "42501"
#: Raised by the trigger function `refuse_closed`.
_CLOSED: Final = "LJ001"
#: Limits on what is attached to one message (`app/schema/coordination/messages.sql`); unique_violation and
#: foreign_key_violation: another request took the row, or it is gone.
TOO_OFTEN: Final = "LJ003"
TAKEN_ALREADY: Final = "23505"
NO_SUCH_ROW: Final = "23503"
#: admin_shutdown, crash_shutdown, cannot_connect_now; and the class of connection exceptions (PostgreSQL, Appendix A).
_AWAY: Final = frozenset({"57P01", "57P02", "57P03"})
_CONNECTION_CLASS: Final = "08"
#: lock_not_available after `lock_timeout`, deadlock_detected, serialization_failure.
_IN_THE_WAY: Final = frozenset({"55P03", "40P01", "40001"})
_LOCK_TIMEOUT_MS: Final = "10000"
_IDLE_TIMEOUT_MS: Final = "60000"


class DatabaseAwayError(RuntimeError):
    """The database does not answer, or has no tables yet; it may be available in a moment."""


@contextmanager
def answering() -> Iterator[None]:
    """Convert connection and database errors of the block. Raises `DatabaseAwayError`."""
    try:
        yield
    except (OSError, DBAPIError, asyncpg.PostgresError) as error:
        told = str(error.orig if isinstance(error, DBAPIError) else error).rstrip(".")
        raise DatabaseAwayError(f"The database cannot be used now: {told}.") from error


def is_away(error: BaseException) -> bool:
    """Return whether an error means that the database does not answer: stopped, starting, or the connection broke."""
    if isinstance(error, DatabaseAwayError):
        return True
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    state = _sqlstate(error) or ""
    driver = error.orig.__cause__ if isinstance(error, DBAPIError) and error.orig else error
    # A connection that breaks between two messages leaves asyncpg's state machine in this state.
    broken = isinstance(driver, asyncpg.InternalClientError) and "another operation" in str(driver)
    closed = isinstance(driver, asyncpg.InterfaceError) and "closed" in str(driver)
    return broken or closed or state in _AWAY or state.startswith(_CONNECTION_CLASS)


def is_in_the_way(error: Exception) -> bool:
    """Return whether the error is due to concurrency: locks or pool connections were held too long by others."""
    return isinstance(error, PoolTimeoutError) or _sqlstate(error) in _IN_THE_WAY


def _sqlstate(error: BaseException) -> str | None:
    return getattr(error.orig if isinstance(error, DBAPIError) else error, "sqlstate", None)


def is_refused(error: DBAPIError | asyncpg.PostgresError, sqlstate: str = _REFUSED) -> bool:
    """Return whether the error has this SQLSTATE; default: refused by a policy or trigger."""
    return _sqlstate(error) == sqlstate


def detail_of(error: DBAPIError) -> str:
    """Return the detail that one of our triggers gives the server; empty without one."""
    driver = error.orig.__cause__ if error.orig else None
    return str(getattr(driver, "detail", None) or "")


@contextmanager
def while_open() -> Iterator[None]:
    """Convert the error of a write to a closed team. Raises `TeamClosed`."""
    try:
        yield
    except (DBAPIError, asyncpg.PostgresError) as error:
        if _sqlstate(error) != _CLOSED:
            raise
        raise TeamClosed from error


@contextmanager
def refused_as(refusal: Refusal, sqlstate: str = _REFUSED) -> Iterator[None]:
    """Raise this refusal when the database refuses a statement of the block that was permitted a moment before."""
    try:
        yield
    except (DBAPIError, asyncpg.PostgresError) as error:
        if not is_refused(error, sqlstate):
            raise
        raise refusal from error


def engine_of(url: str, pool: int) -> AsyncEngine:
    """Create a connection pool for one of the three roles."""
    engine = create_async_engine(
        address_of(url),
        pool_size=pool,
        max_overflow=pool,
        pool_use_lifo=True,  # the connection used last has its statements planned
        hide_parameters=True,  # logged errors then contain no titles, names or texts
        connect_args={
            "server_settings": {
                "application_name": "liaison",
                "lock_timeout": _LOCK_TIMEOUT_MS,
                "idle_in_transaction_session_timeout": _IDLE_TIMEOUT_MS,
                "timezone": "UTC",
                # A request reads a few rows by key: compiling a plan or starting workers for them takes longer.
                "jit": "off",
                "max_parallel_workers_per_gather": "0",
            }
        },
    )
    event.listen(engine.sync_engine, "do_connect", _connect)
    event.listen(engine.sync_engine, "checkout", _refuse_closed)
    return engine


def address_of(url: str) -> URL:
    """Return a URL for asyncpg, from the forms that hosting tools write, such as `postgres://…` and `sslmode`."""
    name, _, rest = url.partition("://")
    address = make_url(f"postgresql+asyncpg://{rest}" if name.startswith("postgres") else url)
    mode = address.query.get("sslmode")
    if mode is None:
        return address
    return address.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})


async def driver_of(connection: AsyncConnection) -> "asyncpg.Connection[asyncpg.Record]":
    """Return the driver's connection with the transaction begun: SQLAlchemy begins only with its first statement."""
    pooled: Any = (await connection.get_raw_connection()).dbapi_connection
    if pooled._transaction is None:  # noqa: SLF001 - no public way to begin; the lock file pins the version this relies on
        try:
            await pooled._start_transaction()  # noqa: SLF001
        except BaseException:
            # If cancelled here, the driver would assume a transaction that nobody ends; discard the connection.
            if not pooled.driver_connection.is_closed():
                await connection.invalidate()
            raise
    driver: asyncpg.Connection[asyncpg.Record] = pooled.driver_connection
    return driver


@asynccontextmanager
async def hearing(
    connection: AsyncConnection, tells: Mapping[str, Callable[[], None]]
) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
    """Call `tells[channel]` whenever a process notifies that channel; provide the driver's connection.

    After the connection is lost, nothing is called any more.
    """
    driver: asyncpg.Connection[asyncpg.Record] | None = (await connection.get_raw_connection()).driver_connection
    assert driver is not None

    def heard(_: object, __: int, channel: str, ___: object) -> None:
        tells[channel]()

    for channel in tells:
        await driver.add_listener(channel, heard)
    try:
        yield driver
    finally:
        with suppress(Exception):  # the connection may be broken, and then there is nothing to remove
            async with asyncio.timeout(1):
                for channel in tells:
                    await driver.remove_listener(channel, heard)


def is_gone(connection: AsyncConnection, error: Exception) -> bool:
    """Return whether the server ended the connection, with or without a message."""
    if connection.invalidated:
        return True
    pooled: Any = connection.sync_connection and connection.sync_connection.connection.dbapi_connection
    said = isinstance(error, asyncpg.AdminShutdownError | asyncpg.CrashShutdownError)
    return said or pooled is None or pooled.driver_connection.is_closed()


def _connect(dialect: Dialect, _: object, arguments: list[Any], options: dict[str, Any]) -> DBAPIConnection:
    """Connect. Raises `DatabaseAwayError` if nothing listens, so that no other `OSError` is mistaken for it."""
    try:
        return dialect.connect(*arguments, **options)
    except OSError as error:
        raise DatabaseAwayError(f"The database cannot be reached: {error}.") from error


def _refuse_closed(connection: DBAPIConnection, *_: object) -> None:
    """Refuse a pooled connection that the server has closed; the pool opens another, without a round trip.

    If it is closed between this check and the first statement, `Reading.fetch` retries.
    """
    if connection.driver_connection.is_closed():
        raise DisconnectionError


async def reject_privileged_role(connection: AsyncConnection) -> None:
    """Refuse a database role that bypasses row-level security. Waits for a migration in progress.

    Raises:
        RuntimeError: The role is superuser, has BYPASSRLS, or owns the tables.
        DatabaseAwayError: The database has no tables yet.
    """
    await connection.execute(text("select pg_advisory_xact_lock_shared(:key)"), {"key": MIGRATING})
    row = (
        await connection.execute(
            text(
                "select to_regclass('entries') is not null as made, rolname, rolsuper or rolbypassrls or exists (select 1 from pg_class c"
                " where c.relname = 'entries' and pg_has_role(current_user, c.relowner, 'member')) as is_privileged"
                " from pg_roles where rolname = current_user"
            )
        )
    ).one()
    if not row.made:
        raise DatabaseAwayError("The database has no tables yet: liaison migrate makes them.")
    if row.is_privileged:
        raise RuntimeError(
            f"The database role {row.rolname} bypasses row-level security (superuser, BYPASSRLS or owner). "
            "Give DATABASE_URL and DATABASE_ENGINE_URL the roles that docs/operations.md makes."
        )


async def others_at_work(url: str) -> int:
    """Return the number of connections of servers, workers and commands to the database, without this one."""
    engine = engine_of(url, 1)
    try:
        async with engine.connect() as connection:
            return int((await connection.execute(_OTHERS)).scalar_one())
    finally:
        await engine.dispose()


_OTHERS: Final = text(
    "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'liaison'"
    " and pid <> pg_backend_pid()"
)
