"""Technical access log: who requested what in a team, and the result (Reg. (EU) 2023/969 Art. 25).

A line is queued after the answer and written in batches, outside the request. The queue is bounded: when it is full,
requests wait and no line is dropped. Failed writes are retried, and a stopping server writes the rest.
A crash loses at most the lines queued in the last moment.
The log is not part of the ledger, because requests for absent objects would let the ledger grow.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select, text

from app import clock, log
from app.access.exporting import ALWAYS, Period
from app.access.seats import Seat
from app.database import Database, Reading
from app.exports.verifier import harmless
from app.models import AccessLine, Member, Party
from app.queries import scalar

_GATHER_SECONDS: Final = 0.1
_BATCH: Final = 500
_PURGED_AT_ONCE: Final = 10_000
_EXPORTED_AT_ONCE: Final = 1_000
_PAUSE_SECONDS: Final = 1.0
_logger = log.get("access log")


@dataclass(frozen=True, slots=True)
class Line:
    """A request as it is stored. `ids`: identifiers from path and query, as sent."""

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
    """Result of a request, as a filter."""

    GIVEN = "given"
    REFUSED = "refused"
    ABSENT = "absent"
    FAULTY = "faulty"
    FAILED = "failed"


class Asked(StrEnum):
    """Topic of a request, as a filter."""

    CHANGES = "changes"
    EVIDENCE = "evidence"
    TASKS = "tasks"
    REQUESTS = "requests"
    EXPORTS = "exports"
    PEOPLE = "people"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class Filters:
    """Filters of the list; `None` for everything. `background`: include answered requests of the page itself."""

    party: str | None = None
    seat: str | None = None
    evidence: UUID | None = None
    asked: Asked | None = None
    outcome: int | None = None
    answer: Answer | None = None
    since: datetime | None = None
    until: datetime | None = None
    background: bool = True


class AccessLog:
    """Queue of this process's lines that are not written yet."""

    def __init__(self, room: int = 10_000) -> None:
        """Create the queue. `room`: how many lines may be queued before requests wait."""
        self._queue: asyncio.Queue[Line] = asyncio.Queue(room)
        self._batch: list[Line] = []

    async def note(self, line: Line) -> None:
        """Queue a line; wait while the queue is full."""
        await self._queue.put(line)

    async def keep(self, database: Database) -> None:
        """Write queued lines in batches until cancelled."""
        while True:
            if not self._batch:
                self._batch.append(await self._queue.get())
            await asyncio.sleep(_GATHER_SECONDS)
            try:
                await self.write(database)
            except Exception:  # kept and retried; requests wait when the queue is full
                _logger.exception("the access log cannot be written; trying again", waiting=len(self._batch))
                await asyncio.sleep(_PAUSE_SECONDS)

    async def write(self, database: Database) -> None:
        """Write all queued lines. A line may be tried twice after an interruption, but is stored once."""
        while self._gather():
            async with database.engine() as session:
                await session.execute(_WRITE, {"lines": json.dumps([_plain(line) for line in self._batch])})
            self._batch.clear()

    def _gather(self) -> bool:
        while len(self._batch) < _BATCH and not self._queue.empty():
            self._batch.append(self._queue.get_nowait())
        return bool(self._batch)


class LoggedRequest(NamedTuple):
    """A line of the log, with the codes of its member and party."""

    line: AccessLine
    seat_code: str | None
    party_code: str | None


async def lines(
    session: Reading, jit: UUID, filters: Filters, *, before: UUID | None, limit: int
) -> list[LoggedRequest]:
    """Return the lines that the auditor may read, newest first, with codes of seat and party."""
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
    query = query.where(*_conditions(filters))
    return [LoggedRequest(line, seat, party) for line, seat, party in await session.execute(query)]


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """Return the conditions of the filters that are set."""
    asked, answer = filters.asked, filters.answer
    conditions: list[tuple[object, ColumnElement[bool]]] = [
        (filters.party, Party.code == filters.party),
        (filters.seat, Member.code == filters.seat),
        (filters.evidence, AccessLine.ids["evidence"].astext == str(filters.evidence)),
        (filters.outcome, AccessLine.outcome == filters.outcome),
    ]
    chosen = [condition for given, condition in conditions if given is not None]
    chosen += [] if filters.since is None else [AccessLine.at >= filters.since]
    chosen += [] if filters.until is None else [AccessLine.at < filters.until]
    chosen += [] if asked is None else [_ASKED[asked]]
    chosen += [] if answer is None else [_ANSWERED[answer]]
    return chosen + ([] if filters.background else [~_IN_THE_BACKGROUND])


def of_a_party(jit: UUID, party: UUID | None, period: Period) -> list[ColumnElement[bool]]:
    """Return the conditions of a party's lines in a period."""
    conditions = [AccessLine.jit == jit, AccessLine.party == party]
    conditions += [] if period.since is None else [AccessLine.at >= period.since]
    return conditions + ([] if period.until is None else [AccessLine.at < period.until])


async def of_party(session: Reading, seat: Seat, party: UUID, period: Period = ALWAYS) -> AsyncIterator[str]:
    """Yield a party's lines, as far as the asking member may read them, oldest first, as rows of `access.csv`.

    Auditors read the ids as they were sent. For leaders, a line about an exhibit that they do not see has no ids,
    whether the exhibit exists or not.
    """
    query = (
        select(AccessLine, Member.code.label("seat_code"), Party.code.label("party_code"))
        .outerjoin(Member, (Member.jit == AccessLine.jit) & (Member.id == AccessLine.seat))
        .join(Party, (Party.jit == AccessLine.jit) & (Party.id == AccessLine.party))
        .where(*of_a_party(seat.jit, party, period))
        .order_by(AccessLine.id)
        .limit(_EXPORTED_AT_ONCE)
    )
    last: UUID | None = None
    while True:
        found = (await session.execute(query if last is None else query.where(AccessLine.id > last))).all()
        ids = await _ids_for(session, seat, [one.AccessLine for one in found])
        yield "".join(_row(one.AccessLine, ids[one.AccessLine.id], one.seat_code, one.party_code) for one in found)
        if len(found) < _EXPORTED_AT_ONCE:
            return
        last = found[-1].AccessLine.id
        session.expunge_all()


async def _ids_for(session: Reading, seat: Seat, lines: Sequence[AccessLine]) -> dict[UUID, dict[str, str]]:
    """Return the ids of each line as far as the member may know them."""
    if seat.audits:
        return {one.id: one.ids for one in lines}
    exhibits = {one.id: _exhibits_of(one) for one in lines}
    named = {name for names in exhibits.values() for name in names if name is not None}
    seen = set(await session.fetch_rows(_SEEN, ids=list(named)))
    return {one.id: one.ids if seen.issuperset(exhibits[one.id]) else {} for one in lines}


def _exhibits_of(line: AccessLine) -> list[UUID | None]:
    """Return the exhibits that a line names; `None` for a text that is no id, such as the number in a search by label."""
    if line.route == _FIND:
        return [None]
    named = [value for key, value in line.ids.items() if key.partition(".")[0] in _OF_EXHIBITS]
    return [_uuid(one) for value in named for one in value.split()]


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _row(line: AccessLine, ids: dict[str, str], seat: str | None, party: str) -> str:
    named = json.dumps(ids, sort_keys=True)
    cells = [clock.rfc3339(line.at), seat, party, line.method, line.route, named, str(line.outcome), line.address]
    return '"' + '","'.join(harmless(cell) for cell in cells) + '"\r\n'


async def purge(database: Database) -> int:
    """Delete lines older than three years, as the engine role. Return how many."""
    async with database.engine() as session:
        gone = await session.execute(_PURGE, {"limit": _PURGED_AT_ONCE})
        return len(gone.all())


def _plain(line: Line) -> dict[str, Any]:
    return {
        name: clock.rfc3339(value) if isinstance(value, datetime) else str(value) if isinstance(value, UUID) else value
        for name, value in ((name, getattr(line, name)) for name in _NAMES)
    }


_NAMES: Final = tuple(one.name for one in fields(Line))
#: Parameters whose values are ids of exhibits. A repeated parameter has a number behind its name.
_OF_EXHIBITS: Final = frozenset({"evidence", "exhibits", "id", "parent"})
_SEEN: Final = scalar(UUID, "select cast(id as text) from evidence where id = any (:ids)")
_FIND: Final = "/api/jits/{jit}/find/{code}"
_READS: Final = ("GET", "HEAD", "OPTIONS", "SOCKET")
_ASKED: Final = {
    Asked.CHANGES: AccessLine.method.not_in(_READS),
    Asked.EVIDENCE: AccessLine.route.startswith("/api/jits/{jit}/evidence"),
    Asked.TASKS: AccessLine.route.startswith("/api/jits/{jit}/tasks"),
    Asked.REQUESTS: AccessLine.route.op("~")("^/api/jits/.jit./(requests|hearings)"),
    Asked.EXPORTS: AccessLine.route.startswith("/api/jits/{jit}/exports"),
    Asked.PEOPLE: AccessLine.route.op("~")("^/api/jits/.jit./(members|parties)"),
    Asked.LEDGER: AccessLine.route.op("~")("^/api/jits/.jit./(ledger|access-log)"),
}
#: Routes that the page reads by itself, to start, to verify the audit log, and to stay up to date. None delivers content
#: of an exhibit, a task, a message or a legal request.
BACKGROUND: Final = frozenset(
    f"/api/jits/{{jit}}{below}"
    for below in (
        "",
        "/parties",
        "/members",
        "/pending-actions",
        "/evidence/count",
        "/notifications/counts",
        "/working-sessions",
        "/exports",
        "/ledger/checkpoint",
        "/ledger/keys",
        "/ledger/health",
        "/ledger/timestamps",
        "/ledger/proofs/inclusion",
        "/ledger/proofs/consistency",
        "/ledger/tile/{level}/{path:path}",
        "/ledger/tile/entries/{path:path}",
        "/witnesses/policy",
        "/stream",
    )
) | {"/api/me/teams"}
#: A refused, faulty or failed request is always shown.
_IN_THE_BACKGROUND: Final = (
    AccessLine.route.in_(sorted(BACKGROUND)) & AccessLine.method.in_(_READS) & AccessLine.outcome.between(100, 399)
)
#: 404 covers hidden and absent objects; 401 and 403 count together. 0: the request was aborted.
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
