"""Signed heads, kept outside the database: so that a restored backup cannot make the ledger say two things of one size.

Each head is on the disk before it is published. Before another is signed, and when the program starts, the database must
still hold the tree that the kept head speaks of. A crash between disk and commit leaves a head that was never published,
over rows that were committed before: the tree still holds it, and the next head continues it.
Deliberately not here: signing (`checkpoints.py`); witnesses, who keep heads outside the house.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import text

from app.database import Database, Reading
from app.ledger import nodes
from app.ledger.alarms import LedgerDamagedError
from app.ledger.journal import Ledger
from app.ledger.keys import LedgerKeys
from app.ledger.notes import Checkpoint, NoteError, open_checkpoint, parse
from app.vault import durable, locks

_ENDING: Final = ".head"
_LOCK: Final = "heads.lock"
_NO_HEAD: Final = (
    "{} is not a head of {} signed by its key: {}. Restore the folder of keys and heads from its own backup."
)


class LedgerRolledBackError(RuntimeError):
    """The database holds less than what was signed, or something else. Nothing is signed, and nothing served, over it."""


class OvertakenError(RuntimeError):
    """Somebody has signed more than this meanwhile: whoever was so slow looks again."""


class Heads:
    """The last signed head of each ledger, a file for each, beside its key."""

    def __init__(self, folder: Path, keys: LedgerKeys) -> None:
        """`folder` is where the keys are; it is made with the first of them."""
        self._folder, self._keys = folder, keys

    def path(self, origin: str) -> Path:
        """Where a ledger's head lies."""
        return self._folder / f"{origin.replace('/', '_')}{_ENDING}"

    def read(self, origin: str) -> Checkpoint | None:
        """The head signed last; None before the first. Raises `LedgerRolledBackError` for a file that the key did not sign."""
        try:
            note = self.path(origin).read_bytes()
        except FileNotFoundError:
            return None
        try:
            return open_checkpoint(note, [self._keys.signer(origin).verifier])
        except (NoteError, FileNotFoundError) as error:
            raise LedgerRolledBackError(_NO_HEAD.format(self.path(origin), origin, error)) from error

    def note(self, origin: str) -> str:
        """The same as it was signed; empty before the first."""
        return "" if self.read(origin) is None else self.path(origin).read_text(encoding="utf-8")

    def keep(self, origin: str, note: bytes) -> None:
        """Durable when this returns. Blocks: call it from a thread. Raises `OvertakenError`.

        A process that lost its database for a while, and its lock with it, may come here after another: it replaces
        neither a larger head nor another one of the same size.
        """
        head = Checkpoint.parse(parse(note).text)
        with locks.turn(self._folder / _LOCK):
            kept = self.read(origin)
            if kept is not None and (kept.size > head.size or (kept.size == head.size and kept != head)):
                raise OvertakenError(f"{origin} was signed at size {kept.size} meanwhile")
            durable.write_over(self.path(origin), note)

    def origins(self) -> list[str]:
        """The ledgers of which a head is kept, by the first line of their files.

        Raises `LedgerRolledBackError` for a file that is not that of the ledger which it names: passed over, it would let
        a ledger be rolled back unseen.
        """
        return sorted(map(self._origin, self._folder.glob(f"*{_ENDING}")))

    def _origin(self, path: Path) -> str:
        origin = path.read_text(encoding="utf-8", errors="replace").partition("\n")[0]
        if path != self.path(origin):
            raise LedgerRolledBackError(_NO_HEAD.format(path, origin or "any ledger", "it is damaged, or was renamed"))
        return origin

    def words(self, kept: Checkpoint, found: str) -> str:
        """What is wrong, and what to do."""
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
    """The tree of `size` rows must hold the kept head, which nobody replaces meanwhile. Raises `LedgerRolledBackError`."""
    kept = heads.read(ledger.origin)
    if kept is not None:
        await _demand_held(session, heads, ledger, size, kept)


async def demand_none_rolled_back(database: Database, heads: Heads) -> None:
    """Every kept head against the database, when the program starts. Raises `LedgerRolledBackError`, naming each ledger.

    Heads are read before the database: another process may be publishing, and only what it signed earlier must be held.
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
            if row is None and ends.get(head.origin) == heads.note(head.origin):
                continue  # a later epoch of the ledger answers for it
            if row is None:
                wrong.append(heads.words(head, "no such ledger"))
                continue
            try:
                await _demand_held(session, heads, Ledger(row.id, head.origin), row.size, head)
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


async def _demand_held(session: Reading, heads: Heads, ledger: Ledger, size: int, kept: Checkpoint) -> None:
    if size < kept.size:
        raise LedgerRolledBackError(heads.words(kept, f"{size} entries"))
    try:
        root = await nodes.root(session, ledger.jit, kept.size)
    except (LedgerDamagedError, KeyError) as error:
        raise LedgerRolledBackError(heads.words(kept, f"a damaged tree ({error})")) from error
    if root != kept.root:
        raise LedgerRolledBackError(heads.words(kept, "other entries up to that size"))
