"""Knows which log co-signers have answered since this process started.

Until all have answered, their ledger is not signed.

An older database with an older signed head looks whole to its host. A co-signer that cosigned more shows the loss, but
only if it is asked before anything is signed. So a process that starts signs a ledger only once each of its co-signers
has answered. An operator can excuse one with a reason, which is an entry of the ledger.

A co-signer has answered if it cosigned the last checkpoint, or claims to have cosigned more or another tree. It has
also answered if it does not know a ledger that it never cosigned. A refusal or a page of a proxy is no answer.

Not here: the requests (`registry.py`), and what follows from an answer (`checkpoints.py`, `registry.py`).
"""

import asyncio
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from app import clock
from app.database import Database, Reading
from app.ledger import journal
from app.ledger.facts import WitnessExcused
from app.ledger.journal import Ledger
from app.ledger.witnesses.registry import Cosigning, OpenRow, Outcome
from app.queries import query, scalar, untyped

_SHORTEST_SECONDS: Final = 1.0
_LONGEST_SECONDS: Final = 30.0
_LEAST_REASON: Final = 20


class ExcuseRefusedError(RuntimeError):
    """The co-signer was not excused. The message says why. Nothing was changed."""


class _CosignerRow(NamedTuple):
    id: UUID
    jit: UUID
    origin: str
    code: str
    vkey: str
    size: int
    excused_at: datetime | None

    @property
    def name(self) -> str:
        return self.vkey.partition("+")[0]


class _LedgerRow(NamedTuple):
    jit: UUID


class Answers:
    """The answers of log co-signers since this process started."""

    def __init__(self, database: Database, cosigning: Cosigning) -> None:
        """`cosigning`: asks the co-signers."""
        self._database, self._cosigning = database, cosigning
        self._answered: set[UUID] = set()
        self._failures: dict[UUID, str] = {}
        self._complete: set[UUID] = set()

    async def ask(self) -> bool:
        """Ask every co-signer that signing waits for, once, and wait for the answers. Return whether all have answered.

        Ledgers without such a co-signer are complete from now on: one that is named later delays nothing.
        """
        outcomes = await self._cosigning.look(self._is_awaited)
        for outcome in outcomes:
            self._failures[outcome.row.id] = f"{outcome.failure}: {outcome.detail}"
            if await self._is_answer(outcome):
                self._answered.add(outcome.row.id)
        async with self._database.engine() as session:
            ledgers = {row.jit for row in await session.fetch_rows(_LEDGERS)}
            waiting = {row.jit for row in await session.fetch_rows(_COSIGNERS) if self._waits_for(row)}
        self._complete |= ledgers - waiting
        return not waiting - self._complete

    async def keep(self) -> None:
        """Ask again with growing pauses, until cancelled."""
        pause = _SHORTEST_SECONDS
        while True:
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_SECONDS)
            await self.ask()

    async def unanswered(self, session: Reading, jit: UUID) -> list[str]:
        """Return the co-signers of a ledger that signing waits for: their names, and what was heard of them."""
        if jit in self._complete:
            return []
        waiting = [row for row in await session.fetch_rows(_OF_LEDGER, jit=jit) if self._waits_for(row)]
        if not waiting:
            self._complete.add(jit)
        return [f"{row.name} ({self._failures.get(row.id, 'not asked yet')})" for row in waiting]

    def has_answered(self, cosigner: UUID) -> bool:
        """Return whether a co-signer has answered."""
        return cosigner in self._answered

    def _is_awaited(self, row: OpenRow) -> bool:
        return row.jit not in self._complete and row.id not in self._answered

    def _waits_for(self, row: _CosignerRow) -> bool:
        return row.id not in self._answered and row.excused_at is None

    async def _is_answer(self, outcome: Outcome) -> bool:
        if outcome.failure == "unknown":  # it must know a ledger that it has cosigned
            origin = outcome.row.note.partition("\n")[0]
            binds = {"jit": outcome.row.jit, "witness": outcome.row.id, "origin": origin}
            async with self._database.engine() as session:
                return outcome.row.size == 0 or not await session.fetch_one(_HAS_COSIGNED, **binds)
        return outcome.failure in {None, "ahead", "fork"}


async def excuse(database: Database, answers: Answers, jit: UUID, name: str, reason: str) -> str:
    """Let a ledger be signed although this co-signer does not answer, until it cosigns again. Return its name.

    It is asked once more before. An entry of the ledger states the reason for the whole team.

    Args:
        database: The database.
        answers: Asks it.
        jit: The team.
        name: Its name or verifier key.
        reason: Why, and who decided.

    Raises:
        ExcuseRefusedError: It is no co-signer of this ledger, it has answered, or the reason is too short.
    """
    if len(reason.strip()) < _LEAST_REASON:
        raise ExcuseRefusedError(
            f"The reason is read by the whole team: say in at least {_LEAST_REASON} characters why signing does not wait for"
            " this log co-signer, and who decided. Nothing was changed."
        )
    await answers.ask()
    async with database.engine() as session:
        rows = await session.fetch_rows(_OF_LEDGER, jit=jit)
        row = next((row for row in rows if name in {row.name, row.vkey}), None)
        if row is None:
            named = ", ".join(one.name for one in rows) or "none"
            raise ExcuseRefusedError(
                f"{name} is no log co-signer of this team; there are: {named}. Nothing was changed."
            )
        if answers.has_answered(row.id):
            raise ExcuseRefusedError(
                f"{row.name} answers, so signing does not wait for it for long. Nothing was changed."
                " If it has cosigned more than is here, docs/operations.md says what to do."
            )
        await session.run(_EXCUSE, witness=row.id, now=clock.now())
        fact = WitnessExcused(witness=row.id, code=row.code, vkey=row.vkey, size=row.size, reason=reason.strip())
        await journal.append_as_system(session, Ledger(jit, row.origin), fact)
    return row.name


_LEDGERS: Final = query(_LedgerRow, "select jit from trees")
_COSIGNERS_OF: Final = """
    select w.id, w.jit, j.ledger_origin as origin, p.code, w.vkey, s.excused_at,
           (select max(c.size) from checkpoints c where c.jit = w.jit) as size
      from witnesses w join jits j on j.id = w.jit join parties p on p.jit = w.jit and p.id = w.party
      left join witness_states s on s.witness = w.id
     where w.removed_at is null and p.status = 'active' and exists (select from checkpoints c where c.jit = w.jit)
"""
_COSIGNERS: Final = query(_CosignerRow, _COSIGNERS_OF)
_OF_LEDGER: Final = query(_CosignerRow, f"{_COSIGNERS_OF} and w.jit = :jit order by w.vkey")
_HAS_COSIGNED: Final = scalar(
    bool,
    """
    select exists (
      select from cosignatures x join checkpoints c on c.jit = x.jit and c.id = x.checkpoint
       where x.jit = :jit and x.witness = :witness and starts_with(c.note, :origin || E'\\n'))
    """,
)
_EXCUSE: Final = untyped("update witness_states set excused_at = cast(:now as timestamptz) where witness = :witness")
