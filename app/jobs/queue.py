"""The queue of jobs as the runner and the operator use it: claim, settle, list what failed, retry, count.

Not here: enqueuing (`__init__.py`), and when the runner does what (`runner.py`).
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, TypeAlias
from uuid import UUID

import asyncpg
from sqlalchemy import text

from app.database import Database

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

#: A job that failed so often in a row is listed for the operator.
MAX_ATTEMPTS: Final = 10
#: A failed job is still tried, as what caused it may be over.
LONGEST_PAUSE: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job that this worker runs. `claim` identifies this run, `version` what was enqueued before it."""

    kind: str
    key: str
    attempts: int
    version: int
    claim: UUID


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a run: done and deleted (`due_at` is `None`), or due again. `problem`: class of an error."""

    job: Claimed
    due_at: datetime | None
    attempts: int = 0
    problem: str | None = None

    def row(self) -> dict[str, Any]:
        """Return the values of `_SETTLE`."""
        return {
            "kind": self.job.kind,
            "key": self.job.key,
            "claim": str(self.job.claim),
            "version": self.job.version,
            "due_at": None if self.due_at is None else self.due_at.isoformat(),
            "state": "failed" if self.attempts >= MAX_ATTEMPTS else "waiting",
            "attempts": self.attempts,
            "problem": self.problem,
        }


@dataclass(frozen=True, slots=True)
class Failed:
    """A failed job, as the operator sees it."""

    kind: str
    key: str
    attempts: int
    problem: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Count:
    """How many jobs of a kind are waiting, running or failed, and for how many seconds the oldest is overdue."""

    kind: str
    waiting: int
    running: int
    failed: int
    overdue_seconds: float


def pause_after(attempts: int) -> timedelta:
    """Return the pause after so many failures in a row: 0, 2, 4, 8 … seconds, and an hour once the job is failed."""
    if attempts >= MAX_ATTEMPTS:
        return LONGEST_PAUSE
    return timedelta(seconds=0 if attempts <= 1 else 2 ** (attempts - 1))


async def register(connection: Connection, periodic: Mapping[str, float]) -> None:
    """Make sure that each kind has a periodic job, due after so many seconds or earlier."""
    await connection.execute(_REGISTER, list(periodic), list(periodic.values()))


async def claim(
    connection: Connection, kinds: Collection[str], woken: Collection[str], lease: timedelta
) -> list[Claimed]:
    """Claim up to one due job of each kind.

    Args:
        connection: A connection of the engine role, outside any transaction.
        kinds: The kinds.
        woken: Kinds whose periodic job is claimed even if it is not due yet, unless it failed.
        lease: How long the claims last.
    """
    rows = await connection.fetch(_CLAIM, list(kinds), list(woken), lease)
    return [Claimed(row["kind"], row["key"], row["attempts"], row["version"], row["claim"]) for row in rows]


async def extend(connection: Connection, claims: Collection[UUID], lease: timedelta) -> None:
    """Extend claims from now on."""
    await connection.execute(_EXTEND, list(claims), lease)


async def settle(connection: Connection, outcomes: Sequence[Outcome]) -> set[UUID]:
    """Record outcomes and end the claims. A job that was enqueued again meanwhile stays due as enqueued.

    Returns:
        The claims that ended. One is missing if it expired, or if a transaction that enqueues the job is open.
    """
    rows = await connection.fetch(_SETTLE, json.dumps([one.row() for one in outcomes]))
    return {row["claim"] for row in rows}


async def release(database: Database, claims: Collection[UUID]) -> None:
    """End the claims of interrupted runs, so that another worker can take the jobs at once."""
    async with database.engine() as session:
        await session.execute(_RELEASE, {"claims": list(claims)})


async def failed(database: Database) -> list[Failed]:
    """Return the failed jobs, by kind and key."""
    async with database.engine() as session:
        rows = (await session.execute(_FAILED)).all()
    return [Failed(row.kind, row.key, row.attempts, row.problem or "", row.due_at) for row in rows]


async def list_item(database: Database, what: str, key: str, attempts: int, problem: str) -> None:
    """List an item that a periodic job cannot process among the failed jobs. The periodic job still tries it."""
    item = {"kind": _ITEM + what, "key": key, "attempts": attempts, "problem": problem}
    async with database.engine() as session:
        await session.execute(_LIST_ITEM, item)


async def unlist_items(database: Database, what: str, keys: Sequence[str]) -> None:
    """Remove items that were processed after all."""
    async with database.engine() as session:
        await session.execute(_UNLIST_ITEMS, {"kind": _ITEM + what, "keys": keys})


async def unlist_all(connection: Connection) -> None:
    """Remove all items: a worker that starts does not know which still fail. They are listed again within a minute."""
    await connection.execute(_UNLIST_ALL, _ITEM)


async def retry(database: Database, kind: str, key: str | None = None) -> int:
    """Make the failed jobs of a kind, or the one with this key, due now. Return how many."""
    async with database.engine() as session:
        return len((await session.execute(_RETRY, {"kind": kind, "key": key})).all())


async def counts(database: Database) -> list[Count]:
    """Count the jobs of each kind."""
    async with database.engine() as session:
        rows = (await session.execute(_COUNTS)).all()
    return [Count(row.kind, row.waiting, row.running, row.failed, float(row.overdue)) for row in rows]


_REGISTER: Final = """
insert into jobs (kind, key, due_at)
select k.kind, '', statement_timestamp() + k.first * interval '1 second'
  from unnest($1::text[], $2::float8[]) as k (kind, first)
on conflict on constraint pk_jobs do update set due_at = excluded.due_at
  where jobs.due_at > excluded.due_at and jobs.claim is null and jobs.attempts = 0
"""
_CLAIM: Final = """
with due as (
  select j.kind, j.key from unnest($1::text[]) as k (kind) cross join lateral (
    select x.kind, x.key from jobs x
     where x.kind = k.kind and (x.claimed_until is null or x.claimed_until <= statement_timestamp())
       and (x.due_at <= statement_timestamp() or (x.kind = any ($2::text[]) and x.key = '' and x.attempts = 0))
     order by x.due_at limit 1 for update skip locked) j)
update jobs j set claim = gen_random_uuid(), claimed_until = statement_timestamp() + $3::interval
  from due where j.kind = due.kind and j.key = due.key
returning j.kind, j.key, j.attempts, j.version, j.claim
"""
_EXTEND: Final = """
update jobs j set claimed_until = statement_timestamp() + $2::interval
  from (select kind, key from jobs where claim = any ($1::uuid[]) for update skip locked) mine
 where j.kind = mine.kind and j.key = mine.key
"""
_SETTLE: Final = """
with mine as (
  select j.kind, j.key, j.claim, j.version = o.version as is_same, o.due_at, o.state, o.attempts, o.problem
    from jsonb_to_recordset($1::jsonb) as o (kind text, key text, claim uuid, version integer, due_at timestamptz,
                                             state text, attempts integer, problem text)
    join jobs j on j.kind = o.kind and j.key = o.key and j.claim = o.claim
     for update of j skip locked),
gone as (
  delete from jobs j using mine m where j.kind = m.kind and j.key = m.key and m.is_same and m.due_at is null),
kept as (
  update jobs j
     set claim = null, claimed_until = null,
         due_at = case when m.is_same then m.due_at else j.due_at end,
         state = case when m.is_same then m.state else j.state end,
         attempts = case when m.is_same then m.attempts else j.attempts end,
         problem = case when m.is_same then m.problem else j.problem end
    from mine m where j.kind = m.kind and j.key = m.key and not (m.is_same and m.due_at is null))
select claim from mine
"""
_RELEASE: Final = text("update jobs set claim = null, claimed_until = null where claim = any (:claims)")
_FAILED: Final = text("select kind, key, attempts, problem, due_at from jobs where state = 'failed' order by kind, key")
#: Kinds of listed items begin so; no handler has such a kind.
_ITEM: Final = "item: "
_LIST_ITEM: Final = text(
    "insert into jobs (kind, key, due_at, state, attempts, problem)"
    " values (:kind, :key, statement_timestamp(), 'failed', :attempts, :problem)"
    " on conflict on constraint pk_jobs do update set attempts = excluded.attempts, problem = excluded.problem"
)
_UNLIST_ITEMS: Final = text("delete from jobs where kind = :kind and key = any (:keys)")
_UNLIST_ALL: Final = "delete from jobs where starts_with(kind, $1)"
_RETRY: Final = text(
    "update jobs set state = 'waiting', attempts = 0, due_at = statement_timestamp(), version = version + 1"
    " where kind = :kind and not starts_with(kind, 'item: ') and (cast(:key as text) is null or key = :key) and state = 'failed' returning key"
)
_COUNTS: Final = text(
    """
    select kind, count(*) filter (where state = 'waiting' and claim is null) as waiting,
           count(*) filter (where claim is not null) as running,
           count(*) filter (where state = 'failed' and claim is null) as failed,
           greatest(0, extract(epoch from statement_timestamp()
             - min(due_at) filter (where state = 'waiting' and claim is null))) as overdue
      from jobs group by kind order by kind
    """
)
