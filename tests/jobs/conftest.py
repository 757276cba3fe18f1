"""A queue of jobs in a database of its own, and workers that run it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import timedelta
from typing import Any

import pytest

from app import embedded
from app.connections import hearing
from app.database import Database
from app.jobs import JobKind, enqueue
from app.jobs.queue import Connection
from app.jobs.runner import LEASE, Runner
from tests.support.databases.superuser import as_superuser


class Queue:
    """The queue, and what tests do with it."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def enqueue(self, kind: str, key: str, seconds: float = 0.0) -> None:
        """Enqueue a job as a request does, due after so many seconds."""
        async with self.database.writing() as session:
            due = (await session.fetch("select statement_timestamp() + $1 as at", timedelta(seconds=seconds)))[0]["at"]
            await enqueue(session, kind, key, due)

    async def rows(self, kind: str = "") -> dict[tuple[str, str], dict[str, Any]]:
        """The jobs by kind and key; of one kind."""
        async with as_superuser(self.database) as superuser:
            found = await superuser.fetch("select * from jobs where $1 in ('', kind)", kind)
        return {(row["kind"], row["key"]): dict(row) for row in found}

    async def execute(self, statement: str, *values: object) -> None:
        """Change the queue past every policy."""
        async with as_superuser(self.database) as superuser:
            await superuser.execute(statement, *values)

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Connection]:
        """A connection as the runner has one."""
        async with self.database.listening() as connection, hearing(connection, {}) as driver:
            yield driver

    @asynccontextmanager
    async def running(self, *jobs: JobKind, workers: int = 1, lease: timedelta = LEASE) -> AsyncIterator[None]:
        """Run the jobs in so many workers during the block."""
        async with AsyncExitStack() as opened:
            for number in range(workers):
                database = self.database if number == 0 else await opened.enter_async_context(self.database.twin())
                task = asyncio.create_task(Runner(database, jobs, lease=lease).run())
                opened.push_async_callback(ended, task)
            yield


async def ended(task: "asyncio.Task[None]") -> None:
    """Cancel a task and wait for it."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@pytest.fixture
async def queue(database_urls: embedded.Urls) -> AsyncIterator[Queue]:
    """The queue, empty."""
    async with Database(database_urls.app, database_urls.engine) as database:
        yield Queue(database)
