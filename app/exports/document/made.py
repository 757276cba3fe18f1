"""Makes the `custody.pdf` of an export package that is being written, and attaches the package's other files.

One attachment is the bag without this document, sealed like it, so that the verifier accepts it: the document alone is
sufficient. If the package is too large for that, or has originals of exhibits, the document says so: whoever hands on the
document alone should not hand on originals with it.

Not here: the text (`contents`).
"""

import base64
import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Final

from app import clock
from app.exports import verifier
from app.exports.bag import Bag
from app.exports.document import setting
from app.exports.document.account import Account
from app.exports.document.contents import contents
from app.exports.document.sayings import Sayings
from app.exports.document.standing import About, Attached, Demanded, Standing
from app.exports.seal import Seal
from app.ledger.signing.notes import Checkpoint, VerifierKey, log_signed

MOST_BYTES: Final = 32 * 2**20  # of attachments, which typesetting keeps in memory
BUNDLE: Final = "bundle.zip"
#: In order of priority for the available space: each with its type and AFRelationship (ISO 19005-3).
_FILES: Final = (
    ("checkpoint", "text/plain", "data"),
    ("keys.json", "application/json", "data"),
    ("README.txt", "text/plain", "supplement"),
    ("verify.py", "text/x-python", "supplement"),
    (BUNDLE, "application/zip", "source"),
    ("custody.csv", "text/csv", "alternative"),
    ("entries.jsonl", "application/x-ndjson", "source"),
    ("commitments", "application/octet-stream", "data"),
    ("custody.case.jsonld", "application/ld+json", "alternative"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Inputs of the document: the bag so far, the sealing function, and the data that verify it.

    `statistics`: the text of `statistics.csv`, if the package has one.
    `folder`: where it is typeset; leftovers of a process that was killed are deleted first.
    """

    folder: Path
    bag: Bag
    info: Sequence[tuple[str, str]]
    sign: Callable[[str], bytes]
    about: About
    head: Checkpoint
    checkpoint: bytes
    key: VerifierKey
    founding: bytes
    witnesses: Sequence[tuple[str, str]]
    demanded: Demanded
    tokens: Sequence[bytes]
    account: Account
    sayings: Sayings
    seal: Seal
    stopped: Callable[[], bool]
    statistics: str = ""

    def document(self) -> bytes:
        """Return the signed document. Blocks. Raises `setting.NotSet`, and `process.Stopped` once it is `stopped`."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(mode=0o700)
        try:
            attached = dict(self._attach(self.folder / "files"))
            left_out = [name for name, _, _ in _FILES if name not in {each.name for each in attached}]
            standing = self._standing(list(attached), left_out)
            told = contents(self.about, self.account, standing, self.sayings, self.statistics)
            return self.seal.on(setting.pdf(self.folder, told, attached, self._made_at(), stopped=self.stopped))
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _attach(self, folder: Path) -> Iterator[tuple[Attached, str]]:
        folder.mkdir()
        room = MOST_BYTES
        for name, media_type, relation in _FILES:
            if name == BUNDLE and self.about.originals:
                continue
            size_bytes = self.bag.payload_bytes if name == BUNDLE else self.bag.size_of(f"data/{name}")
            if size_bytes > room:
                continue
            path = folder / name
            with path.open("w+b") as stream:
                if name == BUNDLE:
                    self.bag.twin(stream, self.info, self.sign)
                else:
                    self.bag.copy(f"data/{name}", stream.write)
                stream.seek(0)
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            room -= path.stat().st_size
            yield Attached(name, media_type, path.stat().st_size, digest), relation

    def _standing(self, attached: Sequence[Attached], left_out: Sequence[str]) -> Standing:
        return Standing(
            origin=self.head.origin,
            size=self.head.size,
            root=base64.b64encode(self.head.root).decode(),
            key=str(self.key),
            founding=base64.b64encode(self.founding).decode(),
            witnesses=len(self.demanded.witnesses),
            quorum=self.demanded.quorum,
            cosigned=self._cosigned(),
            stamped=self._stamped(),
            seal=self.seal.name,
            fingerprint=self.seal.fingerprint,
            self_signed=self.seal.is_self_signed,
            folder=self.bag.folder,
            attached=attached,
            left_out=left_out,
        )

    def _cosigned(self) -> list[str]:
        """Return the parties whose witnesses count and signed this checkpoint, by verifying their signatures."""
        note = verifier.parse_note(self.checkpoint, "checkpoint")
        found = [
            party
            for vkey, party in self.witnesses
            if vkey in self.demanded.witnesses
            and verifier.signers(note, [verifier.parse_key(vkey, verifier.COSIGNATURE)], "checkpoint")
        ]
        return list(dict.fromkeys(found))

    def _stamped(self) -> list[str]:
        digest = hashlib.sha256(log_signed(self.checkpoint)).digest()
        said = [verifier.stamped_at(token, digest, "token")[:14] for token in self.tokens]
        return [f"{datetime.strptime(each, '%Y%m%d%H%M%S').replace(tzinfo=UTC):%Y-%m-%d %H:%M:%S}Z" for each in said]

    def _made_at(self) -> datetime:
        """Return when the export was recorded.

        Thus the same package gives the same document except for its signature.
        """
        at = self.account.asked_at
        return datetime.combine(clock.now().date(), time(), UTC) if at is None else clock.parse(at)
