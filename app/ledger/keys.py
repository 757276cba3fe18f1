"""Signing keys of ledgers: one Ed25519 key per origin, stored outside the database and its WAL.

A key is a file of 32 bytes, readable by the server's user only, named by the team and epoch. It is durable before the
founding transaction commits; a founding that fails leaves a key that signed only the empty tree.

Beside it are the ledger's head and its key for promises, which is made on first use. The head is written before the
key, so that a key without a head is never a new one (`heads.py`).

Not here: replacing a key, which starts a new epoch with another origin (`epochs.py`).
"""

import glob
from pathlib import Path
from typing import Final

from app.ledger.promises import name_of
from app.ledger.signing.notes import Checkpoint, Signer, VerifierKey, sign_checkpoint
from app.ledger.tree.merkle import EMPTY_ROOT
from app.vault import durable

FIRST_EPOCH: Final = 0
HEAD: Final = ".head"


class LedgerKeys:
    """The ledgers' keys in one folder."""

    def __init__(self, folder: Path) -> None:
        """`folder` is created with the first key."""
        self._folder = folder
        self._signers: dict[str, Signer] = {}

    def found(self, origin: str) -> VerifierKey:
        """Create the first head of a new ledger, that of the empty tree, then its key and its key for promises.

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
        """Return the key of a ledger; create it unless an earlier attempt did.

        A key of an earlier attempt has signed only the empty tree.
        """
        try:
            return self.found(origin)
        except FileExistsError:
            return self.signer(origin).verifier

    def signer(self, origin: str) -> Signer:
        """Return the key of a ledger. Raises `FileNotFoundError` if it is not here."""
        if origin not in self._signers:
            self._signers[origin] = Signer.from_seed(origin, self._path(origin).read_bytes())
        return self._signers[origin]

    def holds(self, origin: str) -> bool:
        """Return whether the key of the ledger is here."""
        return self._path(origin).exists()

    def epochs(self, origin: str) -> list[int]:
        """Return the epochs of a ledger whose keys are here; `origin` may be any of its epochs."""
        stem = self._path(origin).stem.rpartition("_")[0]
        numbers = (path.stem.removeprefix(f"{stem}_") for path in self._folder.glob(f"{glob.escape(stem)}_*.key"))
        return sorted(int(number) for number in numbers if number.isdecimal())

    def head_path(self, origin: str) -> Path:
        """Return the path of the ledger's head."""
        return self._path(origin).with_suffix(HEAD)

    def promiser(self, origin: str) -> Signer:
        """Return the key that signs a ledger's promises. It is created on first use, which blocks on the disk once.

        Raises `FileNotFoundError` if the ledger's own key, which vouches for it, is not here.
        """
        name = name_of(origin)
        if name not in self._signers:
            self.signer(origin)
            durable.write_once(self._path(name), Signer.generate(name).seed())  # no effect if it exists
            self._signers[name] = Signer.from_seed(name, self._path(name).read_bytes())
        return self._signers[name]

    def _path(self, origin: str) -> Path:
        return self._folder / f"{origin.replace('/', '_')}.key"
