"""Signed heads, kept outside the database: so that a restored backup cannot make the ledger say two things of one size.

Each head is on the disk before it is published. Before another is signed, and when the program starts, the database must
still hold the tree that the kept head speaks of. A crash between disk and commit leaves a head that was never published,
over rows that were committed before: the tree still holds it, and the next head continues it.
A ledger has a head before it has a key, that of the empty tree (`keys.py`). Where none is kept, nobody here knows how far the
ledger was signed, and nothing is signed.
Deliberately not here: signing (`checkpoints.py`); witnesses, who keep heads outside the house.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import text

from app.database import Database, Reading
from app.ledger import alarms, nodes
from app.ledger.alarms import LedgerDamagedError
from app.ledger.journal import Ledger
from app.ledger.keys import HEAD, LedgerKeys
from app.ledger.notes import Checkpoint, NoteError, open_checkpoint, parse
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
    """The database holds less than what was signed, or something else. Nothing is signed, and nothing served, over it."""


class HeadMissingError(LedgerRolledBackError):
    """No head of the ledger is kept, so that the database cannot be compared with what was signed. Nothing is signed."""


class OvertakenError(RuntimeError):
    """Somebody has signed more than this meanwhile: whoever was so slow looks again."""


class Heads:
    """The last signed head of each ledger, a file for each, beside its key."""

    def __init__(self, folder: Path, keys: LedgerKeys) -> None:
        """`folder` is where the keys are; it is made with the first of them."""
        self._folder, self._keys = folder, keys

    def path(self, origin: str) -> Path:
        """Where a ledger's head lies."""
        return self._keys.head_path(origin)

    def read(self, origin: str) -> Checkpoint | None:
        """The head signed last; None where none is kept. Raises `LedgerRolledBackError` for a file that the key did not sign."""
        try:
            note = self.path(origin).read_bytes()
        except FileNotFoundError:
            return None
        try:
            if not self._keys.holds(origin) and Checkpoint.parse(parse(note).text).size == 0:
                return None  # a founding that broke off before its key was there
            return open_checkpoint(note, [self._keys.signer(origin).verifier])
        except (NoteError, FileNotFoundError) as error:
            raise LedgerRolledBackError(_NO_HEAD.format(self.path(origin), origin, error)) from error

    def demand(self, origin: str) -> Checkpoint:
        """The head signed last.

        Raises `HeadMissingError` where none is kept, of this epoch or of a later one that has a key, and
        `LedgerRolledBackError` where a later one was signed.
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
        """This epoch and the later ones that have a key, as far as no head of them is kept."""
        return [each for each in self._from(origin) if self.read(each) is None]

    def _from(self, origin: str) -> list[str]:
        base, _, number = origin.rpartition("/")
        return [origin, *(f"{base}/{each}" for each in self._keys.epochs(origin) if each > int(number))]

    def note(self, origin: str) -> str:
        """The same as it was signed; empty where none is kept."""
        return "" if self.read(origin) is None else self.path(origin).read_text(encoding="utf-8")

    def keep(self, origin: str, note: bytes) -> None:
        """Durable when this returns. Blocks: call it from a thread. Raises `OvertakenError`, `HeadMissingError`.

        A process that lost its database for a while, and its lock with it, may come here after another: it replaces
        neither a larger head nor another one of the same size, nor one that is missing.
        """
        head = Checkpoint.parse(parse(note).text)
        with locks.turn(self._folder / _LOCK):
            kept = self.demand(origin)
            if kept.size > head.size or (kept.size == head.size and kept != head):
                raise OvertakenError(f"{origin} was signed at size {kept.size} meanwhile")
            durable.write_over(self.path(origin), note)

    def origins(self) -> list[str]:
        """The ledgers of which a head is kept, by the first line of their files.

        Raises `LedgerRolledBackError` for a file that is not that of the ledger which it names: passed over, it would let
        a ledger be rolled back unseen.
        """
        return sorted(map(self._origin, self._folder.glob(f"*{HEAD}")))

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
    """The tree of `size` rows must hold the kept head, which nobody replaces meanwhile.

    Raises `LedgerRolledBackError`, and `HeadMissingError` where none is kept.
    """
    await demand_held(session, heads, ledger, size, heads.demand(ledger.origin))


async def sound_missing(database: Database, heads: Heads) -> None:
    """Sound the alarm of each ledger that is not signed because no head of it is kept, when the program starts."""
    async with database.engine() as session:
        for row in await session.execute(_OPEN):
            try:
                heads.demand(row.ledger_origin)
            except HeadMissingError as error:
                await alarms.sound(session, row.id, "signing", str(error))


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
            if row is None and (head.size == 0 or ends.get(head.origin) == heads.note(head.origin)):
                continue  # nothing was signed, for the founding broke off; or a later epoch of the ledger answers for it
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
    """The tree of `size` rows must hold this kept head. Raises `LedgerRolledBackError`."""
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
