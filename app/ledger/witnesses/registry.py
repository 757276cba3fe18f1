"""Asks the witnesses: sends each new checkpoint to every witness of its team, in the background.

A round sends one checkpoint per ledger to all its witnesses and stores their answers together. A witness that does not
answer is asked at growing intervals. An alarm is raised for a witness that does not cosign for `LAG`, and at once for
one that has cosigned a larger or a different tree.

A witness that claims to have cosigned more than was published stops the signing (`ledger/checkpoints.py`). Therefore a process
asks every witness before it signs anything after its start: its database and its stored heads may both have been
restored. It then waits longer for slow witnesses, because an answer after the signing would be too late.

Not here: a witness's own judgement (`witnessing.py`), HTTP (`client.py`), naming witnesses (`services/audit/witnesses.py`).
"""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Final, Literal, NamedTuple
from uuid import UUID

from app import clock, log
from app.database import Database, Reading, Writing
from app.ledger import alarms, checkpoints
from app.ledger.alarms import LedgerDamagedError
from app.ledger.signing.cosignatures import CosignerKey, cosignatures
from app.ledger.signing.notes import MAX_SIZE, Checkpoint, NoteError, parse
from app.ledger.tree import nodes
from app.ledger.witnesses.client import (
    WITHIN_SECONDS,
    Ask,
    HttpAnswer,
    UnfitAddressError,
    UnreachableError,
    ask,
    networks_of,
)
from app.ledger.witnesses.witnessing import Request
from app.queries import query, scalar, untyped

Failure = Literal["unreachable", "unknown", "refused", "wrong", "ahead", "fork"]
"""Nobody there · it does not know the ledger · another refusal · no cosignature of its key · it cosigned more · or another tree."""

LAG: Final = timedelta(minutes=10)
"""So long a witness may be away before an alarm sounds."""
_AT_ONCE_ALARMING: Final = frozenset({"ahead", "fork"})
#: How long a witness's answer is awaited at the start of a process, once it is connected.
_PATIENCE_SECONDS: Final = 30.0
#: How far a witness's clock may be ahead of this server's. The verifier refuses packages with future times
#: (`exports/verifier.py`).
_APART_SECONDS: Final = 60
_SHORTEST, _LONGEST = timedelta(seconds=5), timedelta(minutes=5)

_logger = log.get("witnesses")


class OpenRow(NamedTuple):
    """A witness with its state, and the last checkpoint of its ledger."""

    id: UUID
    jit: UUID
    vkey: str
    url: str
    size: int
    tried_at: datetime | None
    failing_since: datetime | None
    checkpoint: UUID
    checkpoint_size: int
    note: str
    cosigned: bool


class _FailingRow(NamedTuple):
    vkey: str
    failure: str
    failing_since: datetime
    claimed: int
    beyond: bool


@dataclass(frozen=True, slots=True)
class Due:
    """A witness, the checkpoint that it has not cosigned, and the proof from what it cosigned last."""

    row: OpenRow
    request: Request


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of asking a witness: its line and the time in it, or the failure."""

    row: OpenRow
    line: str = ""
    at: datetime | None = None
    failure: Failure | None = None
    detail: str = ""
    claimed: int = 0


class Cosigning:
    """Asks witnesses. If two processes ask at once, the result is stored once."""

    def __init__(self, database: Database, networks: Sequence[str], ask: Ask = ask) -> None:
        """`networks`: where witnesses may be besides public addresses. `ask`: how one is asked."""
        self._database, self._networks, self._asks = database, networks_of(networks), ask

    async def round(self) -> int:
        """Ask every due witness that has not cosigned its ledger's last checkpoint. Return how many cosigned."""
        outcomes = await self._round(lambda row: not row.cosigned and _is_due(row, clock.now()), WITHIN_SECONDS)
        return sum(outcome.failure is None for outcome in outcomes)

    async def look(self, wanted: Callable[[OpenRow], bool] = lambda _: True) -> list[Outcome]:
        """Ask the wanted witnesses about their ledgers' last checkpoints, whatever is stored: before anything is signed."""
        return await self._round(wanted, _PATIENCE_SECONDS)

    async def _round(self, wanted: Callable[[OpenRow], bool], patience: float) -> list[Outcome]:
        async with self._database.engine() as session:
            rows = [row for row in await session.fetch_rows(_OPEN) if wanted(row)]
            due = [one for row in rows if (one := await _due(session, row)) is not None]
        if not due:
            return []
        outcomes = await asyncio.gather(*(self._asked(one, patience) for one in due))
        async with self._database.engine() as session:
            for outcome in outcomes:
                await _enter(session, outcome)
            for jit in {outcome.row.jit for outcome in outcomes}:
                await _sound(session, jit)
        return outcomes

    async def _asked(self, due: Due, patience: float) -> Outcome:
        """Ask one witness. Any error becomes its outcome, so that the others' answers are stored."""
        try:
            async with asyncio.timeout(WITHIN_SECONDS + patience):  # for both requests, if it is asked twice
                return await self._answered(due, patience)
        except TimeoutError as error:
            return Outcome(due.row, failure="unreachable", detail=type(error).__name__)
        except Exception as error:
            _logger.exception("a witness's answer is beyond understanding", witness=due.row.vkey)
            return Outcome(due.row, failure="wrong", detail=type(error).__name__)

    async def _answered(self, due: Due, patience: float) -> Outcome:
        row, request = due.row, due.request
        try:
            said = await self._ask(row, request, patience)
            size = _size(said)
            if size is not None and size <= row.checkpoint_size and size != request.old:
                async with self._database.engine() as session:
                    request = await _request(session, row, size)
                said = await self._ask(row, request, patience)
        except UnfitAddressError as error:
            return Outcome(row, failure="refused", detail=str(error))
        except UnreachableError as error:
            return Outcome(row, failure="unreachable", detail=str(error))
        return _outcome(row, said, request.old)

    async def _ask(self, row: OpenRow, request: Request, patience: float) -> HttpAnswer:
        return await self._asks(f"{row.url.rstrip('/')}/add-checkpoint", bytes(request), self._networks, patience)


async def _due(session: Reading, row: OpenRow) -> Due | None:
    """Return the request for a witness; None for a damaged ledger, for which the publisher raises the alarm."""
    try:
        return Due(row, await _request(session, row, min(row.size, row.checkpoint_size)))
    except (LedgerDamagedError, KeyError):
        _logger.warning("a proof for witnesses cannot be made", jit=str(row.jit))
        return None


def _is_due(row: OpenRow, now: datetime) -> bool:
    if row.failing_since is None or row.tried_at is None:
        return True
    return now >= row.tried_at + min(max(row.tried_at - row.failing_since, _SHORTEST), _LONGEST)


async def _request(session: Reading, row: OpenRow, size: int) -> Request:
    grown = 0 < size < row.checkpoint_size
    proof = await nodes.consistency(session, row.jit, size, row.checkpoint_size) if grown else []
    return Request(size, tuple(proof), row.note.encode())


def _size(said: HttpAnswer) -> int | None:
    """Return the size that a conflict (409) names; None if no tree could have it."""
    digits = bytes(said.body).removesuffix(b"\n")
    size = int(digits) if said.status == HTTPStatus.CONFLICT and re.fullmatch(rb"\d{1,19}", digits) else None
    return None if size is None or size > MAX_SIZE else size


def _outcome(row: OpenRow, said: HttpAnswer, old: int) -> Outcome:
    """Interpret the answer to a request from size `old`.

    A conflict that names the checkpoint's own size means another tree only if the request started from that size.
    """
    size = _size(said)
    if said.status == HTTPStatus.OK:
        return _cosigned(row, bytes(said.body))
    failure: Failure = "refused"
    if said.status == HTTPStatus.NOT_FOUND:
        failure = "unknown"
    elif said.status == HTTPStatus.UNPROCESSABLE_ENTITY or size == row.checkpoint_size == old:
        failure = "fork"
    elif size is not None and size > row.checkpoint_size:
        failure = "ahead"
    words = f"{said.status}{'' if size is None else f', it has cosigned size {size}'}"
    detail = f"asked about size {row.checkpoint_size}, it answered {words}"
    return Outcome(row, failure=failure, detail=detail, claimed=size or 0)


def _cosigned(row: OpenRow, lines: bytes) -> Outcome:
    """Return the witness's own cosignature line if it is valid; lines of other witnesses in the answer are ignored."""
    key = CosignerKey.parse(row.vkey)
    try:
        found = cosignatures(row.note.encode() + lines, [key]).get(key)
    except NoteError as error:
        return Outcome(row, failure="wrong", detail=str(error))
    if found is None:
        return Outcome(row, failure="wrong", detail="no cosignature by its key")
    if found[0] > clock.now().timestamp() + _APART_SECONDS:
        return Outcome(
            row, failure="wrong", detail="its cosignature states a time that has not come: its clock is wrong"
        )
    return Outcome(row, line=found[1], at=clock.since_1970(found[0]))


async def _enter(session: Writing, outcome: Outcome) -> None:
    row = outcome.row
    if outcome.failure == "ahead" and outcome.claimed <= await _largest(session, row.jit):
        return  # published meanwhile, and cosigned at the request of another process
    seen: dict[str, object] = {"jit": row.jit, "checkpoint": row.checkpoint, "witness": row.id}
    if outcome.failure not in {None, "ahead"} and await session.fetch_one(_HAS_COSIGNED, **seen):
        return  # another process asked and got the cosignature
    if outcome.failure is None:
        await session.run(_COSIGNED, **seen, at=outcome.at, line=outcome.line)
    else:
        _logger.warning("a witness did not cosign", witness=row.vkey, failure=outcome.failure, detail=outcome.detail)
    await session.run(
        _STATE,
        witness=row.id,
        jit=row.jit,
        size=row.checkpoint_size,
        at=outcome.at,
        now=clock.now(),
        failure=outcome.failure,
        claimed=outcome.claimed if outcome.failure == "ahead" else 0,
        origin=row.note.partition("\n")[0],
    )


async def _largest(session: Reading, jit: UUID) -> int:
    return await session.fetch_one(_LARGEST, jit=jit)


async def _sound(session: Writing, jit: UUID) -> None:
    failing = [
        f"{row.vkey.partition('+')[0]}: {row.failure} since {clock.rfc3339(row.failing_since)}"
        f"{f', it has cosigned size {row.claimed}' if row.beyond else ''}"
        for row in await session.fetch_rows(_FAILING, jit=jit)
        if row.beyond or row.failure in _AT_ONCE_ALARMING or clock.now() - row.failing_since >= LAG
    ]
    if failing:
        await alarms.sound(session, jit, "witness", "; ".join(failing))
    else:
        await alarms.end(session, jit, "witness")


async def latest(session: Reading, jit: UUID) -> str | None:
    """Return the note published last with the cosignatures that it has now, or None before the first."""
    note = await checkpoints.latest(session, jit)
    return None if note is None else await cosigned(session, jit, note)


async def cosigned(session: Reading, jit: UUID, note: str) -> str:
    """Return a published note with the cosignatures that it has now, the latest of each witness."""
    size = Checkpoint.parse(parse(note.encode()).text).size
    return note + "".join(await session.fetch_rows(_LINES, jit=jit, size=size, note=note))


async def awaited(session: Reading, jit: UUID, note: str) -> int:
    """Count the witnesses without a current failure that have not cosigned a published note."""
    return await session.fetch_one(_AWAITED, jit=jit, note=note)


_OPEN: Final = query(
    OpenRow,
    """
    select w.id, w.jit, w.vkey, w.url, coalesce(s.size, 0) as size, s.tried_at, s.failing_since,
           c.id as checkpoint, c.size as checkpoint_size, c.note,
           exists (select 1 from cosignatures x where x.jit = w.jit and x.checkpoint = c.id and x.witness = w.id) as cosigned
      from witnesses w
      join lateral (select id, size, note from checkpoints k where k.jit = w.jit order by k.size desc, k.id desc limit 1) c on true
      left join witness_states s on s.witness = w.id
     where w.removed_at is null and exists (select 1 from parties p where p.jit = w.jit and p.id = w.party and p.status = 'active')
    """,
)
_COSIGNED: Final = untyped(
    "insert into cosignatures (jit, checkpoint, witness, at, line) values (:jit, :checkpoint, :witness, :at, :line)"
    " on conflict do nothing"
)
_HAS_COSIGNED: Final = scalar(
    bool,
    "select exists (select from cosignatures where jit = :jit and checkpoint = :checkpoint and witness = :witness)",
)
# A witness's claim to have cosigned more counts until it cosigns or as much is published, whatever else it answers.
_STATE: Final = untyped(
    """
    insert into witness_states as s (witness, jit, size, cosigned_at, tried_at, failing_since, failure, claimed, claimed_of)
    values (:witness, :jit, case when cast(:failure as text) is null then cast(:size as bigint) else 0 end, :at, cast(:now as timestamptz),
            case when cast(:failure as text) is null then null else cast(:now as timestamptz) end, cast(:failure as text),
            cast(:claimed as bigint), case when cast(:claimed as bigint) > 0 then cast(:origin as text) end)
    on conflict (witness) do update
       set size = case when excluded.failure is null then excluded.size else s.size end,
           cosigned_at = coalesce(excluded.cosigned_at, s.cosigned_at), tried_at = excluded.tried_at,
           failing_since = case when excluded.failure is null then null else coalesce(s.failing_since, excluded.failing_since) end,
           failure = excluded.failure,
           claimed = case when excluded.failure is null then 0
                          when excluded.claimed_of is distinct from s.claimed_of and excluded.claimed > 0 then excluded.claimed
                          else greatest(s.claimed, excluded.claimed) end,
           claimed_of = case when excluded.failure is null then null else coalesce(excluded.claimed_of, s.claimed_of) end,
           excused_at = case when excluded.failure is null then null else s.excused_at end
    """
)
_FAILING: Final = query(
    _FailingRow,
    "select w.vkey, s.failure, s.failing_since, s.claimed,"
    " s.claimed > (select coalesce(max(c.size), 0) from checkpoints c where c.jit = s.jit) as beyond"
    " from witnesses w join witness_states s on s.witness = w.id"
    " where w.jit = :jit and w.removed_at is null and s.failure is not null order by w.vkey",
)
_LARGEST: Final = scalar(int, "select max(size) from checkpoints where jit = :jit")
_LINES: Final = scalar(
    str,
    """
    select distinct on (x.witness) x.line from checkpoints c join cosignatures x on x.jit = c.jit and x.checkpoint = c.id
     where c.jit = :jit and c.size = :size and c.note = :note order by x.witness, x.at desc
    """,
)
_AWAITED: Final = scalar(
    int,
    """
    select count(*) from witnesses w join witness_states s on s.witness = w.id
     where w.jit = :jit and w.removed_at is null and s.failure is null and not exists (
       select 1 from cosignatures x join checkpoints c on c.jit = x.jit and c.id = x.checkpoint
        where x.jit = w.jit and x.witness = w.id and c.note = :note)
    """,
)
