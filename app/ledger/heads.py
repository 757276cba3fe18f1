"""Stores the last signed head of each ledger outside the database, to detect a database that was rolled back.

Each head is on disk before it is published. Before another head is signed, and when the program starts, the database
must still contain the tree of the stored head. A crash between disk and commit leaves a head that was never published.
Its rows were committed before, so the tree still contains it and the next head continues it.

The first head of a ledger, that of the empty tree, is written before its key (`keys.py`). Where no head is stored, it
is unknown how far the ledger was signed, and nothing is signed.

Not here: signing (`checkpoints.py`), and witnesses, which store heads elsewhere.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import text

from app.database import Database, Reading
from app.ledger import alarms
from app.ledger.alarms import LedgerDamagedError
from app.ledger.journal import Ledger
from app.ledger.keys import HEAD, LedgerKeys
from app.ledger.signing.notes import Checkpoint, NoteError, open_checkpoint, parse
from app.ledger.tree import nodes
from app.vault import durable, locks

_LOCK: Final = "heads.lock"
_NO_HEAD: Final = (
    "{} is not a head of {} signed by its key: {}. Restore the folder of keys and heads from its own backup."
)

_MISSING: Final = (
    "The ledger {} is not signed: its signed head is missing, {}. Without it nobody here knows how far the ledger was signed."
    " Put the file back if the database is as new as it. If it is lost for good: liaison epoch tells how to begin a new epoch."
)
_OPEN: Final = text("select id, ledger_origin from jits where state <> 'closed' order by id")


class LedgerRolledBackError(RuntimeError):
    """The database holds less than what was signed, or something else. Nothing is signed or served from it."""


class HeadMissingError(LedgerRolledBackError):
    """No head of the ledger is stored, so the database cannot be compared with what was signed. Nothing is signed."""


class OvertakenError(RuntimeError):
    """Another process has signed more meanwhile. The caller has to read the state again."""


class Heads:
    """The last signed head of each ledger: one file per ledger, beside its key."""

    def __init__(self, folder: Path, keys: LedgerKeys) -> None:
        """`folder`: where the keys are; it is created with the first key."""
        self._folder, self._keys = folder, keys

    def path(self, origin: str) -> Path:
        """Return the path of a ledger's head."""
        return self._keys.head_path(origin)

    def read(self, origin: str) -> Checkpoint | None:
        """Return the head signed last; None where none is stored.

        Raises `LedgerRolledBackError` for a file that the ledger's key did not sign.
        """
        try:
            note = self.path(origin).read_bytes()
        except FileNotFoundError:
            return None
        try:
            if not self._keys.holds(origin) and Checkpoint.parse(parse(note).text).size == 0:
                return None  # founding was interrupted before the key was written
            return open_checkpoint(note, [self._keys.signer(origin).verifier])
        except (NoteError, FileNotFoundError) as error:
            raise LedgerRolledBackError(_NO_HEAD.format(self.path(origin), origin, error)) from error

    def demand(self, origin: str) -> Checkpoint:
        """Return the head signed last.

        Raises:
            HeadMissingError: No head is stored, of this epoch or of a later one that has a key.
            LedgerRolledBackError: A later epoch was signed, or a file is invalid.
        """
        missing = self.missing(origin)
        if missing:
            raise HeadMissingError(_MISSING.format(origin, ", ".join(str(self.path(each)) for each in missing)))
        kept, *later = [head for each in self._from(origin) if (head := self.read(each)) is not None]
        signed = next((head for head in later if head.size), None)
        if signed is not None:
            raise LedgerRolledBackError(self.words(signed, "no such ledger"))
        return kept

    def missing(self, origin: str) -> list[str]:
        """Return this epoch and the later ones that have a key but no stored head."""
        return [each for each in self._from(origin) if self.read(each) is None]

    def _from(self, origin: str) -> list[str]:
        base, _, number = origin.rpartition("/")
        return [origin, *(f"{base}/{each}" for each in self._keys.epochs(origin) if each > int(number))]

    def note(self, origin: str) -> str:
        """Return the stored head as a signed note; empty where none is stored."""
        return "" if self.read(origin) is None else self.path(origin).read_text(encoding="utf-8")

    def keep(self, origin: str, note: bytes) -> None:
        """Store a head durably. Blocks: call it from a thread.

        A process that lost its database connection, and its lock with it, may call this after another one. Therefore a
        larger head, or another head of the same size, is not replaced. Raises `OvertakenError`, `HeadMissingError`, and
        `LedgerRolledBackError` where a later epoch was signed.
        """
        head = Checkpoint.parse(parse(note).text)
        with locks.turn(self._folder / _LOCK):
            kept = self.demand(origin)
            if kept.size > head.size or (kept.size == head.size and kept != head):
                raise OvertakenError(f"{origin} was signed at size {kept.size} meanwhile")
            durable.write_over(self.path(origin), note)

    def origins(self) -> list[str]:
        """Return the ledgers of which a head is stored, from the first line of each file.

        Raises `LedgerRolledBackError` for a file whose name does not fit its ledger: ignoring it could hide a rollback.
        """
        return sorted(map(self._origin, self._folder.glob(f"*{HEAD}")))

    def _origin(self, path: Path) -> str:
        origin = path.read_text(encoding="utf-8", errors="replace").partition("\n")[0]
        if path != self.path(origin):
            raise LedgerRolledBackError(_NO_HEAD.format(path, origin or "any ledger", "it is damaged, or was renamed"))
        return origin

    def words(self, kept: Checkpoint, found: str) -> str:
        """Return an error message: what is wrong, and what to do."""
        return (
            f"The ledger {kept.origin} was signed at size {kept.size}, and the database holds {found}."
            " It was rolled back, or belongs to another installation. Nothing was changed.\n"
            f"  What to do: restore a backup, or replay the write-ahead log, up to size {kept.size} or beyond.\n"
            "  If what is missing is lost for good, tell every party: bundles and remembered checkpoints of sizes above will"
            " show it.\n"
            "  Then begin a new epoch, whose first entry says why: liaison epoch tells how."
            f" The signed head stays where it is, {self.path(kept.origin)}."
        )


async def demand_continued(session: Reading, heads: Heads, ledger: Ledger, size: int) -> None:
    """Check that the tree of `size` rows contains the stored head. The caller holds the publisher's lock.

    Raises `LedgerRolledBackError`, and `HeadMissingError` where none is stored.
    """
    await demand_held(session, heads, ledger, size, heads.demand(ledger.origin))


async def sound_missing(database: Database, heads: Heads) -> None:
    """Raise an alarm for each ledger that is not signed because its head is missing. Called when the program starts."""
    async with database.engine() as session:
        for row in await session.execute(_OPEN):
            try:
                heads.demand(row.ledger_origin)
            except HeadMissingError as error:
                await alarms.sound(session, row.id, "signing", str(error))


async def demand_none_rolled_back(database: Database, heads: Heads) -> None:
    """Check every stored head against the database. Called when the program starts.

    Heads are read before the database: another process may be publishing, and only what it signed earlier must be
    there. Raises `LedgerRolledBackError`, which names each ledger.
    """
    wrong: list[str] = []
    kept = [head for origin in heads.origins() if (head := _read(heads, origin, wrong)) is not None]
    async with database.engine() as session:
        rows = await session.execute(
            text("select j.id, j.ledger_origin, t.size from jits j join trees t on t.jit = j.id")
        )
        ledgers = {row.ledger_origin: row for row in rows}
        ends = {row.origin: row.head for row in await session.execute(text("select origin, head from epochs"))}
        for head in kept:
            row = ledgers.get(head.origin)
            if row is None and (head.size == 0 or ends.get(head.origin) == heads.note(head.origin)):
                continue  # founding was interrupted and nothing signed; or a later epoch contains this head
            if row is None:
                wrong.append(heads.words(head, "no such ledger"))
                continue
            try:
                await demand_held(session, heads, Ledger(row.id, head.origin), row.size, head)
            except LedgerRolledBackError as error:
                wrong.append(str(error))
    if wrong:
        raise LedgerRolledBackError("\n".join(wrong))


def _read(heads: Heads, origin: str, wrong: list[str]) -> Checkpoint | None:
    try:
        return heads.read(origin)
    except LedgerRolledBackError as error:
        wrong.append(str(error))
        return None


async def demand_held(session: Reading, heads: Heads, ledger: Ledger, size: int, kept: Checkpoint) -> None:
    """Check that the tree of `size` rows contains this head. Raises `LedgerRolledBackError`."""
    if kept.size == 0:
        return
    if size < kept.size:
        raise LedgerRolledBackError(heads.words(kept, f"{size} entries"))
    try:
        root = await nodes.root(session, ledger.jit, kept.size)
    except (LedgerDamagedError, KeyError) as error:
        raise LedgerRolledBackError(heads.words(kept, f"a damaged tree ({error})")) from error
    if root != kept.root:
        raise LedgerRolledBackError(heads.words(kept, "other entries up to that size"))
