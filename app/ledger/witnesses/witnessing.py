"""A witness: stores the largest checkpoint that it cosigned of each ledger, and cosigns only what continues it.

The rules are those of C2SP `tlog-witness`. The state is in a folder of the party that runs the witness:

    key · vkey                  the seed (32 bytes) and the witness's verifier key; never replaced
    logs/<hash>/log.json        a ledger (`witnessed.py`); replaced whole, durably, before the answer
    logs/<hash>/refused/*.json  evidence: what a ledger's key signed and this witness refused, with what it had cosigned

A file lock per ledger, across processes, makes check and update one step. A folder that is restored from an older copy
has lost what it cosigned since, so a witness that lost its state gets a new key.

Not here: HTTP and the command (`app/witness.py`).
"""

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, Self

from app import clock
from app.ledger.signing.cosignatures import Cosigner, CosignerKey, line_of
from app.ledger.signing.notes import (
    MAX_SIZE,
    Checkpoint,
    NoteError,
    VerifierKey,
    decode_base64,
    open_checkpoint,
    parse,
    verify,
)
from app.ledger.signing.vouchers import voucher_of
from app.ledger.tree.merkle import EMPTY_ROOT, HASH_BYTES, ProofError, verify_consistency
from app.ledger.witnesses.witnessed import Log
from app.vault import durable, locks

MAX_BYTES: Final = 64 * 1024
"""A request is not longer: 64 short lines and a checkpoint."""
PROOF_LINES: Final = 63
SIZE_TYPE: Final = "text/x.tlog.size"
TEXT_TYPE: Final = "text/plain; charset=utf-8"
KEPT_OF_A_KIND: Final = 100

Refusal = Literal["fork", "inconsistent", "smaller"]
REFUSALS: Final[tuple[Refusal, ...]] = ("fork", "inconsistent", "smaller")
"""`fork`: two checkpoints of one size, signed by the ledger's key, with two roots: proof. The others must be looked into:
the proof did not lead from the one to the other, or a smaller tree was signed or shown again."""


class WitnessError(RuntimeError):
    """The witness cannot be opened, created or changed so. The message is for its operator; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer."""

    status: int
    body: str
    type: str = TEXT_TYPE


@dataclass(frozen=True, slots=True)
class Request:
    """Request of a ledger: `note` is a checkpoint that continues the tree of `old` leaves, as `proof` shows."""

    old: int
    proof: tuple[bytes, ...]
    note: bytes

    @classmethod
    def parse(cls, body: bytes) -> Self:
        """Parse exactly the form of `tlog-witness`. Raises `NoteError`."""
        head, separator, note = body.partition(b"\n\n")
        first, *lines = head.decode("ascii", "replace").split("\n")
        size = first.removeprefix("old ")
        if not separator or size == first or not (size.isdigit() and size.isascii() and str(int(size[:20])) == size):
            raise NoteError("a request is `old <size>`, the lines of the proof, an empty line and a checkpoint")
        if int(size) > MAX_SIZE or len(lines) > PROOF_LINES:
            raise NoteError("the size or the proof is too long")
        proof = tuple(decode_base64(line) for line in lines)
        if any(len(each) != HASH_BYTES for each in proof):
            raise NoteError("a line of the proof has 32 bytes")
        return cls(int(size), proof, note)

    def __bytes__(self) -> bytes:
        lines = [f"old {self.old}", *(base64.b64encode(each).decode() for each in self.proof), "", ""]
        return "\n".join(lines).encode() + self.note


class Witness:
    """The witness in one folder."""

    def __init__(self, folder: Path, is_own: Callable[[str], bool] = lambda _: False) -> None:
        """`is_own`: which origins this installation signs itself; they are refused.

        Raises `WitnessError` for a folder without a witness, or with the key of another name.
        """
        self._folder, self._is_own = folder, is_own
        try:
            name = (folder / "vkey").read_text(encoding="utf-8").strip()
            self._cosigner = Cosigner.from_seed(CosignerKey.parse(name).name, (folder / "key").read_bytes())
        except FileNotFoundError:
            raise WitnessError(f"{folder} holds no witness: liaison witness init makes one.") from None
        except ValueError as error:
            raise WitnessError(f"{folder} holds a damaged witness: {error}.") from None
        if str(self.key) != name:
            raise WitnessError(f"{folder} holds the key of another witness than {name}. A key serves one name only.")

    @classmethod
    def init(cls, folder: Path, name: str) -> Self:
        """Create a witness with a new key. Raises `WitnessError` if the folder has one: a key is never replaced."""
        try:
            cosigner = Cosigner.generate(name)
        except NoteError as error:
            raise WitnessError(f"{name!r} cannot be a witness's name: {error}.") from None
        durable.make_folder(folder)
        if not durable.write_once(folder / "key", cosigner.seed()):
            raise WitnessError(f"{folder} holds a witness already. Nothing was changed.")
        durable.write_once(folder / "vkey", f"{cosigner.verifier}\n".encode())
        return cls(folder)

    @property
    def key(self) -> CosignerKey:
        """Its verifier key."""
        return self._cosigner.verifier

    def add_log(self, vkey: str) -> Log:
        """Add a ledger by the verifier key that its team published. Raises `WitnessError`."""
        try:
            key = VerifierKey.parse(vkey)
        except NoteError as error:
            raise WitnessError(f"This is no verifier key of a ledger: {error}. Nothing was changed.") from None
        self._demand_new(key)
        if key.name in {log.followed_by.name for log, _ in self.logs() if log.followed_by}:
            raise WitnessError(f"{key.name} follows what is known here: finish follow-log first. Nothing was changed.")
        return self._new(Log(key))

    def follow_log(self, voucher: bytes) -> Log:
        """Add the next epoch of a ledger by the former key's voucher, and cosign of it only what continues the former.

        The former epoch is closed, with the next one's key, before the next is written. If that is interrupted, neither
        is cosigned, and a repeated call completes it. Raises `WitnessError`; then nothing was changed.
        """
        try:
            former, key = voucher_of(voucher)
            verify(voucher, [self._known(former).key])
        except NoteError as error:
            raise WitnessError(f"This is no voucher that counts here: {error}. Nothing was changed.") from None
        with self._turn(former):
            self._demand_new(key)
            before = self._known(former)
            if before.closed and before.followed_by != key:
                raise WitnessError(f"{former} is closed here: its key counts for nothing more. Nothing was changed.")
            durable.write_over(self._path(former), replace(before, closed=True, followed_by=key).to_json())
            return self._new(replace(before, key=key, closed=False, followed_by=None))

    def _demand_new(self, key: VerifierKey) -> None:
        if key.public == self.key.public:
            raise WitnessError("This is the witness's own key: one key serves one name. Nothing was changed.")
        if self._path(key.name).exists():
            raise WitnessError(f"{key.name} is known already. Nothing was changed.")

    def _new(self, log: Log) -> Log:
        durable.make_folder((path := self._path(log.key.name)).parent)
        if not durable.write_once(path, log.to_json()):
            raise WitnessError(f"{log.key.name} is known already.")
        return log

    def close_log(self, origin: str) -> Log:
        """Stop cosigning a ledger. Raises `WitnessError` for one that is not known."""
        with self._turn(origin):
            closed = replace(self._known(origin), closed=True)
            durable.write_over(self._path(origin), closed.to_json())
        return closed

    def logs(self) -> Iterator[tuple[Log, dict[Refusal, list[Path]]]]:
        """Yield every known ledger, in the order of their folders, with the paths of stored evidence."""
        for path in sorted(self._folder.glob("logs/*/log.json")):
            kept = {kind: sorted(path.parent.glob(f"refused/{kind}-*.json")) for kind in REFUSALS}
            yield Log.from_json(path.read_bytes()), kept

    def add_checkpoint(self, body: bytes) -> Answer:
        """Judge a request for a cosignature. Blocks: call it from a thread.

        The cosigned checkpoint is on disk before the answer is returned.
        """
        try:
            request = Request.parse(body)
            origin = Checkpoint.parse(parse(request.note).text).origin
        except NoteError as error:
            return Answer(400, f"{error}\n")
        if not self._path(origin).exists():
            return Answer(404, "this witness does not know the ledger\n")
        if self._is_own(origin):
            return Answer(403, "nobody witnesses what it signs itself\n")
        with self._turn(origin):
            log = self._known(origin)
            try:
                offered = open_checkpoint(request.note, [log.key])
            except NoteError as error:
                return Answer(403, f"{error}\n")
            return self._judge(log, request, offered)

    def _judge(self, log: Log, request: Request, offered: Checkpoint) -> Answer:
        if request.old > offered.size:
            return Answer(400, "the old size is larger than the checkpoint's\n")
        head = log.head
        if offered.size == head.size and offered.root != head.root and log.note is not None:
            self._keep("fork", log, request, offered)
            return _conflict(head)
        if offered.size < head.size:
            self._keep("smaller", log, request, offered)
        if request.old != head.size:
            return _conflict(head)
        try:
            _demand_continued(head, offered, request.proof)
        except ProofError as error:
            self._keep("inconsistent", log, request, offered)
            return Answer(422, f"{error}\n")
        if log.closed:
            return Answer(403, "this witness has closed the ledger\n")
        return self._cosign(log, offered, request.note)

    def _cosign(self, log: Log, offered: Checkpoint, note: bytes) -> Answer:
        at = int(clock.now().timestamp())
        if at < log.at:
            return Answer(503, "the clock of this witness went back\n")
        own = next(each for each in parse(note).signatures if (each.name, each.key_id) == (log.key.name, log.key.id))
        line = self._cosigner.line(offered.text, at)
        kept = f"{offered.text}\n{line_of(own)}{line}"
        durable.write_over(self._path(log.key.name), replace(log, note=kept, at=at).to_json())
        return Answer(200, line)

    def _keep(self, kind: Refusal, log: Log, request: Request, offered: Checkpoint) -> None:
        """Store evidence, once for each refused tree, at most `KEPT_OF_A_KIND` of a kind.

        When full, new evidence of a fork is dropped; for other kinds the oldest is deleted.
        """
        folder = self._path(log.key.name).parent / "refused"
        durable.make_folder(folder)
        earlier = sorted(folder.glob(f"{kind}-*.json"), key=lambda path: path.stat().st_mtime_ns)
        if kind == "fork" and len(earlier) >= KEPT_OF_A_KIND:
            return
        digest = hashlib.sha256(offered.text.encode()).hexdigest()[:16]
        kept = {
            "what": kind,
            "at": clock.rfc3339(clock.now()),
            "vkey": str(log.key),
            "cosigned": log.note,
            "refused": request.note.decode(),
            "old": request.old,
            "proof": [base64.b64encode(each).decode() for each in request.proof],
        }
        content = json.dumps(kept, indent=1, ensure_ascii=False) + "\n"
        durable.write_once(folder / f"{kind}-{offered.size}-{digest}.json", content.encode())
        for path in earlier[: max(0, len(earlier) + 1 - KEPT_OF_A_KIND)]:
            path.unlink(missing_ok=True)

    def _known(self, origin: str) -> Log:
        try:
            return Log.from_json(self._path(origin).read_bytes())
        except FileNotFoundError:
            raise WitnessError(f"{origin} is not known here. Nothing was changed.") from None

    def _turn(self, origin: str) -> AbstractContextManager[None]:
        folder = self._path(origin).parent
        if not folder.exists():
            raise WitnessError(f"{origin} is not known here. Nothing was changed.")
        return locks.turn(folder / "lock")

    def _path(self, origin: str) -> Path:
        return self._folder / "logs" / hashlib.sha256(origin.encode()).hexdigest() / "log.json"


def _demand_continued(head: Checkpoint, offered: Checkpoint, proof: tuple[bytes, ...]) -> None:
    """Raise `ProofError` unless the offered tree begins with the one that was cosigned."""
    if head.size > 0:
        verify_consistency(head.size, offered.size, proof, head.root, offered.root)
    elif proof:
        raise ProofError("a proof from the empty tree is empty")
    elif offered.size == 0 and offered.root != EMPTY_ROOT:
        raise ProofError("the root of the empty tree is that of nothing")


def _conflict(head: Checkpoint) -> Answer:
    return Answer(409, f"{head.size}\n", SIZE_TYPE)
