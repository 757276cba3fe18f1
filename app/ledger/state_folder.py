"""Checks at the start of a process that the state folder belongs to the database.

Otherwise a second set of keys would be made.

The database holds a fingerprint of the master key, which reveals nothing of the key, and knows which ledgers have
signed checkpoints. An empty folder, such as the place of a volume that is not mounted, is therefore not taken for that
of a new installation. The same holds for the folder of another database.

A database of an earlier version has no fingerprint yet. The first start records it, after checking that the folder
has keys and heads of the teams in the database.

Not here: heads that the database does not reach, and single missing heads (`heads.py`).
"""

from pathlib import Path
from typing import Final, NamedTuple
from uuid import UUID

from app import clock, log
from app.database import Database, Reading
from app.ledger.heads import Heads
from app.queries import query, scalar, untyped
from app.vault.keys import Keys, KeysDamaged

KEYS: Final = "keys"
_REMEDY: Final = (
    " Nothing was changed.\n"
    "  What to do: if the state folder is a volume or disk that is not mounted, mount it. If it was lost, restore it from the"
    " backup of this database, with all its folders.\n"
    "  To begin afresh on purpose, name a new, empty database and an empty state folder. Contents of this database cannot be"
    " read without its own keys."
)
_NO_KEY: Final = "The state folder {} holds no master key, but the database has been used with one."
_ANOTHER: Final = (
    "The master key in the state folder {} is not the one of this database. The folder belongs to another database, or was"
    " made anew."
)
_DAMAGED: Final = "The keys in the state folder {} cannot be used: {}."
_NO_HEADS: Final = (
    "The database has signed checkpoints of its ledgers ({}), and the state folder {} holds none of their signed heads."
)
_NO_TEAM_KEYS: Final = (
    "The database has stored files, and the state folder {} has the key of no team to which they belong."
)
_HEADS_LOST: Final = (
    "\n  If only the folder of signed heads is lost for good, liaison epoch tells how each ledger can continue."
)
_logger = log.get("state")


class StateFolderError(RuntimeError):
    """The state folder does not belong to the database. The message says what to do. Nothing was changed."""


class _LedgerRow(NamedTuple):
    jit: UUID
    origin: str
    signed: bool
    stores: bool


async def demand_keys(database: Database, state: Path) -> None:
    """Check, before any key is created, that the folder's master key and team keys are those of the database.

    Raises:
        StateFolderError: A key is missing, damaged, or belongs to another database.
    """
    async with database.engine() as session:
        recorded, ledgers = await _recorded(session), await session.fetch_rows(_LEDGERS)
    if not Keys.are_in(state / KEYS):
        if recorded is not None or ledgers:
            raise StateFolderError(_NO_KEY.format(state) + _REMEDY)
        return
    with_files = [row.jit for row in ledgers if row.stores]
    try:
        keys = Keys(state / KEYS)
        if recorded not in {None, keys.fingerprint}:
            raise StateFolderError(_ANOTHER.format(state) + _REMEDY)
        held = [jit for jit in with_files if keys.holds(jit)]
    except KeysDamaged as damage:
        raise StateFolderError(_DAMAGED.format(state, damage) + _REMEDY) from damage
    if with_files and not held:
        raise StateFolderError(_NO_TEAM_KEYS.format(state) + _REMEDY)


async def demand_heads(database: Database, state: Path, heads: Heads) -> None:
    """Check that the folder holds a signed head, if the database has signed checkpoints of open ledgers.

    Raises:
        StateFolderError: There is none. A ledger that lacks its head while others have theirs has an alarm instead.
    """
    async with database.engine() as session:
        ledgers = await session.fetch_rows(_LEDGERS)
    signed = sum(row.signed for row in ledgers)
    if signed and not any(heads.path(row.origin).exists() for row in ledgers):
        raise StateFolderError(_NO_HEADS.format(signed, state) + _REMEDY + _HEADS_LOST)


async def record(database: Database, state: Path, keys: Keys) -> None:
    """Record the fingerprint of the master key, once for each database.

    New keys are withheld where old ones are missing.

    Raises:
        StateFolderError: Another process has recorded another key meanwhile.
    """
    async with database.engine() as session:
        await session.run(_RECORD, fingerprint=keys.fingerprint, now=clock.now())
    async with database.engine() as session:
        if await _recorded(session) != keys.fingerprint:
            raise StateFolderError(_ANOTHER.format(state) + _REMEDY)
        ledgers = await session.fetch_rows(_LEDGERS)
    missing = [row.jit for row in ledgers if row.stores and not keys.holds(row.jit)]
    for jit in missing:
        _logger.error("the key of a team is missing: restore it from a backup", jit=str(jit))
    keys.withhold(missing)


async def _recorded(session: Reading) -> str | None:
    return await session.fetch_first(_FINGERPRINT)


_FINGERPRINT: Final = scalar(str, "select master_key from installations")
_RECORD: Final = untyped(
    "insert into installations (id, master_key, recorded_at) values (1, :fingerprint, cast(:now as timestamptz))"
    " on conflict (id) do nothing"
)
_LEDGERS: Final = query(
    _LedgerRow,
    """
    select j.id as jit, j.ledger_origin as origin,
           j.state <> 'closed' and exists (select from checkpoints c where c.jit = j.id) as signed,
           exists (select from segments s where s.jit = j.id) as stores
      from jits j order by j.id
    """,
)
