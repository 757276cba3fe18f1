"""New epochs: continue a ledger under a new origin and key, after data loss or to replace its key.

Restored entries stay in the tree. Earlier checkpoints within it remain valid beginnings, and the chains of
exhibits continue. The first entry of the epoch states the reason and contains, verbatim, the signed heads whose entries
are lost. When a whole ledger gets a new key, nothing is lost: the former key signs the tree a last time and vouches for
the new key.

Not here: detecting the loss (`heads.py`), and the command (`__main__.py`).
"""

from base64 import b64encode
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import BigInteger, Integer, Row, Text, bindparam, text

from app.database import Database, Reading, Writing
from app.ledger import heads, journal, sequencer
from app.ledger.alarms import LedgerDamagedError
from app.ledger.checkpoints import Publisher
from app.ledger.facts import EpochBegun
from app.ledger.heads import Heads, LedgerRolledBackError
from app.ledger.journal import Ledger
from app.ledger.keys import LedgerKeys
from app.ledger.signing.notes import Checkpoint, Signer, VerifierKey
from app.ledger.signing.vouchers import vouch
from app.ledger.tree import growth, nodes
from app.ledger.tree.merkle import HASH_BYTES, Digest, Frontier, leaf_hash
from app.locks import ProcessLock, lock_process

EXPLANATION: Final = """
These ledgers cannot be signed any more under their origins: what was signed of them is not in this database. First look
for a later backup, and replay the write-ahead log: a ledger that reaches its signed size again needs no new epoch.

If what is missing is lost for good: liaison epoch TEAM --reason "what happened, what is lost, who decided". What is here stays
as it is, and can be verified as before. The ledger goes on under a new origin with a new key; the first entry of the
new epoch holds the reason and the signed heads above, for the whole team and in every bundle. It cannot be taken back.
"""
HEAD_LOST: Final = """
Where a signed head is missing, nobody here knows how far the ledger was signed. Look for the file in the copies of the state
folder first. If the database was not put back from a backup, put the newest copy in its place: the ledger goes on.

If it is lost for good, or the database was put back: liaison epoch TEAM --head-lost --reason "what happened, who decided".
The first entry of the new epoch says for ever that no signed head was kept, before the reason.
"""
_NO_HEAD_KEPT: Final = "No signed head of this ledger was kept: its host cannot tell how far it was signed."
Why = Literal["loss", "new-key", "head-lost"]
"""What an operator begins an epoch for."""
_PAGE: Final = 10_000
_LEAST_REASON: Final = 20


class EpochRefusedError(RuntimeError):
    """The epoch was not begun. The message says why. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class LogKey:
    """A key that signs checkpoints, and the sizes for which it counts; `note`: the former key's voucher for it."""

    key: VerifierKey
    first: int
    last: int | None
    note: str | None


@dataclass(frozen=True, slots=True)
class LostLedger:
    """A ledger that does not reach what was signed, or whose signed head is missing.

    `size`: what it reaches; `known`: signed heads that it does not contain; `missing`: epochs without a stored head.
    """

    ledger: Ledger
    size: int
    known: tuple[Checkpoint, ...] = ()
    missing: tuple[str, ...] = ()

    def __str__(self) -> str:
        said = [f"signed were {head.size} entries in {head.origin}" for head in self.known]
        said += [f"the signed head of {origin} is missing" for origin in self.missing]
        return f"team {self.ledger.jit}: {', '.join(said)}; the database holds {self.size}"


@dataclass(frozen=True, slots=True)
class NewEpoch:
    """A new epoch: its ledger, and the position of its first entry."""

    ledger: Ledger
    position: int


def explained(lost: Sequence[LostLedger]) -> str:
    """Return text for the operator: these losses and what to do about them."""
    said = [str(loss) for loss in lost]
    said += [EXPLANATION] if any(loss.known for loss in lost) else []
    said += [HEAD_LOST] if any(loss.missing for loss in lost) else []
    return "\n".join(said)


def number_of(origin: str) -> int:
    """Return the number of the epoch that an origin names."""
    return int(origin.rpartition("/")[2])


async def log_keys(session: Reading, ledger: Ledger, keys: LedgerKeys) -> list[LogKey]:
    """Return every key that signed what this ledger still holds, the current one last."""
    found: list[LogKey] = []
    first = 0
    former: Signer | None = None
    for origin, last in [*await ended(session, ledger.jit), (ledger.origin, None)]:
        if last is not None and last < first:
            continue  # all entries of that epoch were lost
        signer = keys.signer(origin)
        found.append(LogKey(signer.verifier, first, last, vouch(signer.verifier, former) if former else None))
        first, former = (last or 0) + 1, signer
    return found


async def ended(session: Reading, jit: UUID) -> list[tuple[str, int]]:
    """Return the former epochs: their origins, and the size with which each ended."""
    rows = await session.execute(text("select origin, size from epochs where jit = :jit order by number"), {"jit": jit})
    return [(row.origin, row.size) for row in rows]


async def losses(database: Database, kept: Heads) -> list[LostLedger]:
    """Return every ledger that does not reach what was signed, or whose signed head is missing.

    Raises `LedgerRolledBackError` for a head that cannot be read.
    """
    async with database.engine() as session:
        rows = [(row.state, Ledger(row.id, row.ledger_origin), row.size) for row in await session.execute(_LEDGERS)]
        found = [(state, await _loss(session, kept, ledger, size)) for state, ledger, size in rows]
        # A closed ledger is not signed again, so a missing head does not matter.
        return [loss for state, loss in found if loss is not None and (loss.known or state != "closed")]


async def begin(
    database: Database, keys: LedgerKeys, kept: Heads, jit: UUID, reason: str, *, head_lost: bool = False
) -> NewEpoch:
    """Begin a new epoch of a ledger after a loss. Nothing else may use the database meanwhile.

    `head_lost`: the operator states that a missing head is lost for good; the entry says so too.

    Raises:
        EpochRefusedError: The ledger is whole or closed, `head_lost` does not fit, the reason is too short, or entries
            are pending.
        LedgerDamagedError: The restored rows, edge and tiles do not agree.
    """
    async with _at_rest(database, jit, reason) as (session, ledger, row):
        loss = await _loss(session, kept, ledger, row.size)
        if loss is None:
            raise EpochRefusedError(
                "This ledger is whole: it reaches what was signed. Nothing was changed. A key is replaced with --new-key."
            )
        if bool(loss.missing) is not head_lost:
            raise EpochRefusedError(
                f"{loss}. Nothing was changed.\n{HEAD_LOST}"
                if loss.missing
                else "No signed head of this ledger is missing:"
                " begin its epoch without --head-lost. Nothing was changed."
            )
        said = f"{_NO_HEAD_KEPT} {reason.strip()}" if head_lost else reason.strip()
        return await _begin(session, keys, kept, loss, row.edge, said)


async def renew(database: Database, publisher: Publisher, kept: Heads, jit: UUID, reason: str) -> NewEpoch:
    """Begin a new epoch of a whole ledger to replace its key. Nothing else may use the database meanwhile.

    The former key first signs all entries once more; anything it signs beyond that does not count. Raises like `begin`,
    and like `Publisher.publish`.
    """
    async with _at_rest(database, jit, reason) as (session, ledger, row):
        if await _loss(session, kept, ledger, row.size) is not None:
            raise EpochRefusedError(
                "This ledger does not reach what was signed, or its signed head is missing: begin its epoch without --new-key."
                " Nothing was changed."
            )
    await publisher.publish(ledger, "export")
    async with _at_rest(database, jit, reason) as (session, ledger, row):
        head = kept.read(ledger.origin)
        if head is None or head.size != row.size:
            raise EpochRefusedError("Somebody is still at work on this ledger. The former key stays. Try again.")
        return await _begin(session, publisher.keys, kept, LostLedger(ledger, row.size), row.edge, reason.strip())


@asynccontextmanager
async def _at_rest(database: Database, jit: UUID, reason: str) -> AsyncIterator[tuple[Writing, Ledger, Row[Any]]]:
    """Yield the ledger once every entry has its position, with the sequencer's lock held."""
    if len(reason.strip()) < _LEAST_REASON:
        raise EpochRefusedError(
            f"The reason is read by the whole team and by courts: say in at least {_LEAST_REASON} characters what happened,"
            " what is lost, and who decided. Nothing was changed."
        )
    while await sequencer.sequence(database):
        pass
    async with database.engine() as session:
        await lock_process(session, ProcessLock.SEQUENCER)
        row = (await session.execute(_LEDGER, {"jit": jit})).one_or_none()
        if row is None:
            raise EpochRefusedError(f"There is no team {jit}. Nothing was changed.")
        if row.state == "closed":
            raise EpochRefusedError(
                "This team is closed: its ledger has its last entry, and goes on nowhere. Nothing was changed."
            )
        yield session, Ledger(jit, row.ledger_origin), row


async def _begin(
    session: Writing, keys: LedgerKeys, kept: Heads, loss: LostLedger, edge: bytes, reason: str
) -> NewEpoch:
    jit, former = loss.ledger
    root = await _demand_whole(session, jit, loss.size, edge)
    ends = {origin: kept.note(origin) for origin in {former, *(head.origin for head in loss.known)}}
    origin = _next(keys, kept, former, max(map(number_of, ends)) + 1)
    key, signer = keys.founded(origin), keys.signer(former)
    for each, note in ends.items():
        end = {"jit": jit, "number": number_of(each), "origin": each, "size": loss.size, "head": note}
        await session.execute(_END, end)
    await session.execute(_MOVE, {"jit": jit, "origin": origin})
    fact = EpochBegun(
        jit=jit,
        epoch=number_of(origin),
        reason=reason,
        former={"origin": former, "key": str(signer.verifier), "size": loss.size, "root": b64encode(root).decode()},
        known=[ends[head.origin] for head in loss.known],
        quorum=(await session.execute(_QUORUM, {"jit": jit})).scalar_one(),
        parties=list((await session.execute(_PARTIES, {"jit": jit})).scalars()),
        keys=[str(key)],
        voucher=vouch(key, signer),
    )
    ledger = Ledger(jit, origin)
    (entry,) = await journal.append_as_system(session, ledger, fact)
    served = (await session.execute(_SERVED, {"entry": entry.id})).scalars().all()
    grown = await growth.of(session, jit, loss.size, edge, [(entry.id, entry.commitment)])
    await growth.write(session, [grown], served)
    return NewEpoch(ledger, loss.size)


def _next(keys: LedgerKeys, kept: Heads, former: str, number: int) -> str:
    """Return the origin of the next epoch: the first one from `number` on of which nothing is known to be signed."""
    origin = f"{former.rpartition('/')[0]}/{number}"
    head = kept.read(origin)
    used = keys.holds(origin) and (head is None or head.size)
    return _next(keys, kept, former, number + 1) if used else origin


async def _loss(session: Reading, kept: Heads, ledger: Ledger, size: int) -> LostLedger | None:
    """Return what was signed and is missing: heads of this epoch, and of later ones that the database does not know."""
    base, _, number = ledger.origin.rpartition("/")
    known = []
    for origin in kept.origins():
        before, _, epoch = origin.rpartition("/")
        head = kept.read(origin) if before == base and int(epoch) >= int(number) else None
        if head is None or head.size == 0:  # only the empty tree was signed, and every tree contains it
            continue
        if origin != ledger.origin or not await _held(session, kept, ledger, size, head):
            known.append(head)
    known.sort(key=lambda head: number_of(head.origin))
    missing = tuple(kept.missing(ledger.origin))
    return LostLedger(ledger, size, tuple(known), missing) if known or missing else None


async def _held(session: Reading, kept: Heads, ledger: Ledger, size: int, head: Checkpoint) -> bool:
    try:
        await heads.demand_held(session, kept, ledger, size, head)
    except LedgerRolledBackError:
        return False
    return True


async def _demand_whole(session: Writing, jit: UUID, size: int, edge: bytes) -> Digest:
    """Return the root of what was restored. Raises `LedgerDamagedError` unless rows, edge and tiles agree."""
    if (await session.execute(_WAITING, {"jit": jit})).scalar_one():
        raise EpochRefusedError("Entries wait that cannot get a position; the log says why. Nothing was changed.")
    frontier = Frontier()
    for first in range(0, size, _PAGE):
        commitments = await nodes.commitments(session, jit, first, min(first + _PAGE, size))
        for at in range(0, len(commitments), HASH_BYTES):
            frontier.append(leaf_hash(commitments[at : at + HASH_BYTES]))
    root = frontier.root()
    if size == 0 or frontier.to_bytes() != edge or await nodes.root(session, jit, size) != root:
        raise LedgerDamagedError("What was restored of this ledger does not hold together. Nothing was changed.")
    return root


_LEDGERS_OF: Final = "select j.id, j.ledger_origin, j.state, t.size, t.edge from jits j join trees t on t.jit = j.id"
_LEDGERS: Final = text(f"{_LEDGERS_OF} order by j.id")
_LEDGER: Final = text(f"{_LEDGERS_OF} where j.id = :jit")
_PARTIES: Final = text("select code from parties where jit = :jit order by code")
_QUORUM: Final = text("select quorum from jits where id = :jit")
_WAITING: Final = text("select exists (select 1 from pending where jit = :jit)")
_SERVED: Final = text("select id from pending where entry = :entry")
_MOVE: Final = text("update jits set ledger_origin = :origin where id = :jit")
_END: Final = text(
    "insert into epochs (jit, number, origin, size, head) values (:jit, :number, :origin, :size, :head)"
).bindparams(
    bindparam("number", type_=Integer),
    bindparam("size", type_=BigInteger),
    bindparam("head", type_=Text),
)
