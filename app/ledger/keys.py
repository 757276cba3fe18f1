"""The keys that sign ledgers: one Ed25519 key per origin, outside the database and its WAL.

A key is a file of 32 bytes, readable by the server's user alone, named by the JIT and epoch. It is durable before the
founding that needs it commits: a founding that fails leaves a key that signed nothing but the empty tree. Beside it lie the
ledger's head, which is there before the key is, so that a key without a head is never a new one (`heads.py`), and its key for
promises, made when it is first needed.
A key is replaced by a new epoch's, which has another origin. Deliberately not here: that (`epochs.py`).
"""

import glob
from pathlib import Path
from typing import Final

from app.ledger.merkle import EMPTY_ROOT
from app.ledger.notes import Checkpoint, Signer, VerifierKey, sign_checkpoint
from app.ledger.promises import name_of
from app.vault import durable

FIRST_EPOCH: Final = 0
HEAD: Final = ".head"


class LedgerKeys:
    """The log keys under one folder."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made when the first key is."""
        self._folder = folder
        self._signers: dict[str, Signer] = {}

    def found(self, origin: str) -> VerifierKey:
        """Make the first head of a new ledger, that of the empty tree, and its key.

        Raises `FileExistsError` if the origin has a key: keys are never replaced.
        """
        if self.holds(origin):
            raise FileExistsError(origin)
        signer = Signer.generate(origin)
        durable.make_folder(self._folder)
        durable.write_over(self.head_path(origin), sign_checkpoint(Checkpoint(origin, 0, EMPTY_ROOT), signer))
        if not durable.write_once(self._path(origin), signer.seed()):
            raise FileExistsError(origin)
        self._signers[origin] = signer
        self.promiser(origin)
        return signer.verifier

    def founded(self, origin: str) -> VerifierKey:
        """The key of a ledger, made now unless an attempt before made it, which then has signed the empty tree alone."""
        try:
            return self.found(origin)
        except FileExistsError:
            return self.signer(origin).verifier

    def signer(self, origin: str) -> Signer:
        """The key of a ledger. Raises `FileNotFoundError` if it is not here."""
        if origin not in self._signers:
            self._signers[origin] = Signer.from_seed(origin, self._path(origin).read_bytes())
        return self._signers[origin]

    def holds(self, origin: str) -> bool:
        """Whether the ledger is signed here."""
        return self._path(origin).exists()

    def epochs(self, origin: str) -> list[int]:
        """The epochs of this ledger, of whichever of them `origin` is, whose keys are here."""
        stem = self._path(origin).stem.rpartition("_")[0]
        numbers = (path.stem.removeprefix(f"{stem}_") for path in self._folder.glob(f"{glob.escape(stem)}_*.key"))
        return sorted(int(number) for number in numbers if number.isdecimal())

    def head_path(self, origin: str) -> Path:
        """Where the ledger's head lies."""
        return self._path(origin).with_suffix(HEAD)

    def promiser(self, origin: str) -> Signer:
        """The key that signs a ledger's promises; made when it is first asked for, which waits for the disk once.

        Raises `FileNotFoundError` where the ledger's own key is not here: nobody could vouch for this one.
        """
        name = name_of(origin)
        if name not in self._signers:
            self.signer(origin)
            durable.write_once(self._path(name), Signer.generate(name).seed())  # or another process's, made before
            self._signers[name] = Signer.from_seed(name, self._path(name).read_bytes())
        return self._signers[name]

    def _path(self, origin: str) -> Path:
        return self._folder / f"{origin.replace('/', '_')}.key"
