"""The technical access log: who asked for what at a team's door, and how it was answered (Reg. (EU) 2023/969, Art. 25).

A line is noted after the answer and written with others a moment later, off the request's path. The queue is bounded and
blocks rather than drops; what cannot be written now stays and is tried again, and a server that stops writes the rest first.
A crash loses at most the lines of the last moment. It is no part of the ledger, which attempts on absent things would let grow.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, text

from app import clock, log
from app.database import Database, Reading
from app.exports.verifier import harmless
from app.models import AccessLine, Member, Party

_GATHER_SECONDS: Final = 0.1
_BATCH: Final = 500
_PURGED_AT_ONCE: Final = 10_000
_EXPORTED_AT_ONCE: Final = 1_000
_PAUSE_SECONDS: Final = 1.0
_logger = log.get("access log")


@dataclass(frozen=True, slots=True)
class Line:
    """A request, as it is kept. `ids`: what the path and the query named, as it was written."""

    id: UUID
    jit: UUID
    account: UUID
    session: UUID
    seat: UUID | None
    party: UUID | None
    method: str
    route: str
    ids: dict[str, str]
    outcome: int
    at: datetime
    address: str


class Answer(StrEnum):
    """How a request was answered, as a reader asks for it."""

    GIVEN = "given"
    REFUSED = "refused"
    ABSENT = "absent"
    FAULTY = "faulty"
    FAILED = "failed"


class Asked(StrEnum):
    """What a request was about, as a reader asks for it."""

    CHANGES = "changes"
    EVIDENCE = "evidence"
    TASKS = "tasks"
    EXPORTS = "exports"
    PEOPLE = "people"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class Filters:
    """What an auditor looks for; None: everything."""

    party: str | None = None
    seat: str | None = None
    evidence: UUID | None = None
    asked: Asked | None = None
    outcome: int | None = None
    answer: Answer | None = None
    since: datetime | None = None
    until: datetime | None = None


class AccessLog:
    """The lines of this process that are not written yet."""

    def __init__(self, room: int = 10_000) -> None:
        """`room`: how many wait at most before requests wait for them."""
        self._queue: asyncio.Queue[Line] = asyncio.Queue(room)
        self._batch: list[Line] = []

    async def note(self, line: Line) -> None:
        """Keep a line; waits while there is no room."""
        await self._queue.put(line)

    async def keep(self, database: Database) -> None:
        """Until cancelled: write what was noted, a moment after the first of it."""
        while True:
            if not self._batch:
                self._batch.append(await self._queue.get())
            await asyncio.sleep(_GATHER_SECONDS)
            try:
                await self.write(database)
            except Exception:  # kept, and tried again; behind a full queue the requests wait
                _logger.exception("the access log cannot be written; trying again", waiting=len(self._batch))
                await asyncio.sleep(_PAUSE_SECONDS)

    async def write(self, database: Database) -> None:
        """Write all that waits now. A line whose writing was broken off may be tried twice, and is there once."""
        while self._gather():
            async with database.engine() as session:
                await session.execute(_WRITE, {"lines": json.dumps([_plain(line) for line in self._batch])})
            self._batch.clear()

    def _gather(self) -> bool:
        while len(self._batch) < _BATCH and not self._queue.empty():
            self._batch.append(self._queue.get_nowait())
        return bool(self._batch)


async def lines(session: Reading, jit: UUID, filters: Filters, *, before: UUID | None, limit: int) -> Sequence[Any]:
    """The lines that the auditor may read, newest first, with the codes of seat and party."""
    query = (
        select(AccessLine, Member.code.label("seat_code"), Party.code.label("party_code"))
        .outerjoin(Member, (Member.jit == AccessLine.jit) & (Member.id == AccessLine.seat))
        .outerjoin(Party, (Party.jit == AccessLine.jit) & (Party.id == AccessLine.party))
        .where(AccessLine.jit == jit)
        .order_by(AccessLine.id.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(AccessLine.id < before)
    if filters.party is not None:
        query = query.where(Party.code == filters.party)
    if filters.seat is not None:
        query = query.where(Member.code == filters.seat)
    if filters.evidence is not None:
        query = query.where(AccessLine.ids["evidence"].astext == str(filters.evidence))
    if filters.asked is not None:
        query = query.where(_ASKED[filters.asked])
    if filters.outcome is not None:
        query = query.where(AccessLine.outcome == filters.outcome)
    if filters.answer is not None:
        query = query.where(_ANSWERED[filters.answer])
    if filters.since is not None:
        query = query.where(AccessLine.at >= filters.since)
    if filters.until is not None:
        query = query.where(AccessLine.at < filters.until)
    return (await session.execute(query)).all()


async def of_party(session: Reading, jit: UUID, party: UUID) -> AsyncIterator[str]:
    """A party's lines as far as the asker reads them, oldest first, as rows of `access.csv`, some at a time."""
    query = (
        select(AccessLine, Member.code.label("seat_code"), Party.code.label("party_code"))
        .outerjoin(Member, (Member.jit == AccessLine.jit) & (Member.id == AccessLine.seat))
        .join(Party, (Party.jit == AccessLine.jit) & (Party.id == AccessLine.party))
        .where(AccessLine.jit == jit, AccessLine.party == party)
        .order_by(AccessLine.id)
        .limit(_EXPORTED_AT_ONCE)
    )
    last: UUID | None = None
    while True:
        found = (await session.execute(query if last is None else query.where(AccessLine.id > last))).all()
        yield "".join(_row(one.AccessLine, one.seat_code, one.party_code) for one in found)
        if len(found) < _EXPORTED_AT_ONCE:
            return
        last = found[-1].AccessLine.id
        session.expunge_all()


def _row(line: AccessLine, seat: str | None, party: str) -> str:
    named = json.dumps(line.ids, sort_keys=True)
    cells = [clock.rfc3339(line.at), seat, party, line.method, line.route, named, str(line.outcome), line.address]
    return '"' + '","'.join(harmless(cell) for cell in cells) + '"\r\n'


async def purge(database: Database) -> int:
    """Delete lines of more than three years ago, as the engine. Returns how many."""
    async with database.engine() as session:
        gone = await session.execute(_PURGE, {"limit": _PURGED_AT_ONCE})
        return len(gone.all())


def _plain(line: Line) -> dict[str, Any]:
    return {
        name: clock.rfc3339(value) if isinstance(value, datetime) else str(value) if isinstance(value, UUID) else value
        for name, value in ((name, getattr(line, name)) for name in _NAMES)
    }


_NAMES: Final = tuple(one.name for one in fields(Line))
_ASKED: Final = {
    Asked.CHANGES: AccessLine.method.not_in(("GET", "HEAD", "OPTIONS", "SOCKET")),
    Asked.EVIDENCE: AccessLine.route.startswith("/api/jits/{jit}/evidence"),
    Asked.TASKS: AccessLine.route.startswith("/api/jits/{jit}/tasks"),
    Asked.EXPORTS: AccessLine.route.startswith("/api/jits/{jit}/exports"),
    Asked.PEOPLE: AccessLine.route.op("~")("^/api/jits/.jit./(members|parties)"),
    Asked.LEDGER: AccessLine.route.op("~")("^/api/jits/.jit./(ledger|access-log)"),
}
#: Hidden and absent are one, and so are what may not be and what asks for a sign-in; 0 is a request that broke off.
_ANSWERED: Final = {
    Answer.GIVEN: AccessLine.outcome.between(100, 399),
    Answer.REFUSED: AccessLine.outcome.in_((401, 403)),
    Answer.ABSENT: AccessLine.outcome.in_((404, 410)),
    Answer.FAULTY: AccessLine.outcome.between(400, 499) & AccessLine.outcome.not_in((401, 403, 404, 410)),
    Answer.FAILED: AccessLine.outcome.between(500, 599) | (AccessLine.outcome == 0),
}
_WRITE: Final = text(
    """
    insert into access_log (id, jit, account, session, seat, party, method, route, ids, outcome, at, address)
    select id, jit, account, session, seat, party, method, route, ids, outcome, at, address
      from jsonb_to_recordset(cast(:lines as jsonb))
        as l (id uuid, jit uuid, account uuid, session uuid, seat uuid, party uuid, method text, route text, ids jsonb,
              outcome smallint, at timestamptz, address text)
    on conflict do nothing
    """
)
_PURGE: Final = text(
    "delete from access_log where id in (select id from access_log"
    " where at < statement_timestamp() - interval '3 years' limit :limit) returning id"
)
