"""Writes an export package from plain data, and verifies it before it is put in place.

Layout and meaning are in `docs/ledger-format.md`. The writer streams entries, then commitments, then the rest; memory
does not grow with their number. It writes a partial file beside the target, runs the stand-alone verifier on it, and
renames it only if the verifier accepts it.

Not here: the database, who may export what, and durability: the file is unencrypted and is not synced to disk.
"""

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from app import clock
from app.access.exporting import ALWAYS, Period, Profile
from app.exports import originals, origins, readme, receipts, verifier
from app.exports.bag import Bag, Sink
from app.exports.case import CaseGraph
from app.exports.custody import CustodyTable, DisclosedEntry
from app.exports.document.account import Account
from app.exports.document.made import Made
from app.exports.document.names import Names
from app.exports.document.process import Stopped
from app.exports.document.sayings import Sayings
from app.exports.document.standing import NONE_DEMANDED, Demanded
from app.exports.document.words import Words
from app.exports.naming import package_name
from app.exports.originals import LeftOut, Original
from app.exports.origins import ExportedOrigin
from app.exports.seal import Seal
from app.exports.setting import AS_EVER, Setting
from app.ledger.signing.notes import Checkpoint, Signer, VerifierKey, log_signed, parse, sign

FORMAT: Final = "1"


class BundleError(ValueError):
    """The export package would not be valid. The message is the verifier's first finding."""


@dataclass(frozen=True, slots=True)
class LedgerKey:
    """A key of the ledger and the tree sizes for which it counts; `last` is None while it is in use.

    `note`: for the key of a later epoch, the former key's voucher.
    """

    key: VerifierKey
    first: int = 0
    last: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Subject of an export package, and the signed heads that prove it.

    Attributes:
        export: Id of the export, subject of the package's own `export.made` entry, which is inside `checkpoint`.
        evidence: The exhibit; None, like `exhibit_number`, if the package is not of one exhibit.
        checkpoint: The signed note.
        checkpoints: Earlier signed notes of the same ledger, in any order.
        tokens: Answers of authorities (RFC 3161, TimeStampResp in DER) when the checkpoint was stamped.
        witnesses: Verifier key and party of each witness that was ever named.
        demanded: The agreed number of witnesses, and those that count when the package is made.
        erased_at: When the exhibit's keys were destroyed.
        closed: Time and position of the ledger's last entry.
        setting: The options of the request.
        party: Code of the party that the package is about.
        exhibits: Numbers of several exhibits.
        exhibit_ids: Ids of several exhibits.
        period: The period to which the package is limited.
        names: Full names of parties and authorities.
        origins: Legal requests by which the exhibits came.
        originals: Originals in the package.
        left_out: Exhibits of which the package has no original, although originals were asked for.
    """

    profile: Profile
    export: UUID
    evidence: UUID | None
    exhibit_number: str | None
    team: str
    made_on: date
    checkpoint: bytes
    checkpoints: Sequence[bytes]
    keys: Sequence[LedgerKey]
    tokens: Sequence[bytes] = ()
    witnesses: Sequence[tuple[str, str]] = ()
    demanded: Demanded = NONE_DEMANDED
    erased_at: str | None = None
    closed: tuple[str, int] | None = None
    setting: Setting = AS_EVER
    party: str | None = None
    exhibits: Sequence[str] = ()
    exhibit_ids: Sequence[UUID] = ()
    period: Period = ALWAYS
    names: Names = field(default_factory=Names)
    origins: Sequence[ExportedOrigin] = ()
    originals: Sequence[Original] = ()
    left_out: Sequence[LeftOut] = ()

    @property
    def numbers(self) -> Sequence[str]:
        """Return the numbers of all exhibits of the package."""
        return [self.exhibit_number] if self.exhibit_number else self.exhibits

    @property
    def folder(self) -> str:
        """Return the name of the package's folder."""
        return package_name(self.team, self.profile, self.export, self.made_on, self.numbers, self.party)


@dataclass(frozen=True, slots=True)
class Written:
    """A finished export package: `withheld` counts the ledger's entries that it holds as commitments only.

    `originals` and `left_out`: numbers of those of `Subject`.
    """

    path: Path
    sha256: str
    size_bytes: int
    entries: int
    withheld: int
    originals: int = 0
    left_out: int = 0


class Bundle:
    """An export package being written, as a context manager: add entries, add commitments, `seal`.

    Unless sealed, it leaves no file. Blocks on files: call it from a thread if there is an event loop. `signer` is the
    ledger's current key; `seal` is the server's, which signs the PDF document.
    """

    def __init__(self, target: Path, subject: Subject, signer: Signer, seal: Seal) -> None:
        self._target, self._subject, self._signer, self._seal = target, subject, signer, seal
        self._head = Checkpoint.parse(parse(subject.checkpoint).text)
        self._partial = target.with_name(f".{target.name}.partial")
        self._open = ExitStack()
        self._entries = self._commitments = 0
        self._founding = b""
        self._table_name = self._statistics = ""

    def __enter__(self) -> Self:
        folder = self._target.parent
        self._open.callback(self._partial.unlink, missing_ok=True)
        self._file = self._open.enter_context(_for_owner_only(self._partial))
        self._bag = Bag(self._file, self._subject.folder)
        self._open.callback(self._bag.abandon)
        self._table = CustodyTable(self._open.enter_context(tempfile.TemporaryFile(dir=folder)))
        graph = self._open.enter_context(tempfile.TemporaryFile(dir=folder))
        asked, about = self._subject.setting, self._subject
        self._sayings = Sayings(Words.of(asked.language), ZoneInfo(asked.zone), about.names)
        exhibits = about.exhibit_ids or ([about.evidence] if about.evidence else [])
        self._account = Account(self._sayings, about.export, exhibits)
        self._case = CaseGraph(graph, team=about.team, origin=self._head.origin, obtained=about.origins)
        self._part = self._open.enter_context(ExitStack())
        self._sink: Sink = self._part.enter_context(self._bag.file("data/entries.jsonl"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def add_entries(self, entries: Iterable[DisclosedEntry]) -> None:
        """Disclose entries, in the order of their positions. May be called again, until the first commitment."""
        for entry in entries:
            line, row = entry.forms()
            self._sink.write(line)
            self._table.add(row)
            self._case.add(entry)
            self._account.add(entry)
            self._entries += 1

    def add_commitments(self, commitments: Iterable[bytes]) -> None:
        """Add the commitments of positions 0, 1, … up to the checkpoint's size, 32 bytes each. May be called again."""
        if self._commitments == 0:
            self._part.close()
            self._sink = self._part.enter_context(self._bag.file("data/commitments"))
        for commitment in commitments:
            self._founding = self._founding or commitment
            self._sink.write(commitment)
            self._commitments += 1

    def begin_table(self, name: str) -> None:
        """Begin a table after the last commitment; `add_rows` fills it."""
        self._part.close()
        self._table_name = name
        self._sink = self._part.enter_context(self._bag.file(name))

    def add_rows(self, rows: str) -> None:
        """Add rows to the table that was begun last, each with its end of line."""
        self._sink.write(rows.encode())
        if self._table_name == verifier.STATISTICS:
            self._statistics += rows

    def add_receipt(self, position: int, text: str) -> None:
        """Add the `tlog-proof` of a disclosed entry, after the last commitment and in the order of positions."""
        self._part.close()
        self._bag.add(f"data/receipts/{position}{receipts.ENDING}", text.encode())

    def begin_original(self, original: Original) -> None:
        """Begin an original, after the last receipt; `add_block` fills it, and `end_original` ends it."""
        self._part.close()
        self._sink = self._part.enter_context(self._bag.file(original.path))
        self._subject = replace(self._subject, originals=[*self._subject.originals, original])

    def add_block(self, block: bytes) -> None:
        """Add bytes to the original that was begun last."""
        self._sink.write(block)

    def end_original(self) -> None:
        """End the original. Raises `BundleError` if its bytes are not those that were received."""
        self._part.close()
        original = self._subject.originals[-1]
        if self._sink.digest.hexdigest() != original.sha256:
            raise BundleError(f"{original.path}: the stored bytes have another SHA-256")

    def leave_out(self, left_out: LeftOut) -> None:
        """Name an exhibit of which the package has no original."""
        self._subject = replace(self._subject, left_out=[*self._subject.left_out, left_out])

    def seal(self, stopped: Callable[[], bool] = bool) -> Written:
        """Finish, verify and put in place. On an error no file is left.

        `stopped` is called in this thread while the document is typeset, and before the package is put in place.

        Raises:
            BundleError: The verifier refuses the package.
            NotSet: The document could not be typeset.
            Stopped: `stopped` returned true.
        """
        self._part.close()
        for name, whole in (("data/custody.csv", self._table.chunks()), (verifier.CASE, self._case.chunks())):
            with self._bag.file(name) as sink:
                for chunk in whole:
                    sink.write(chunk)
        self._add_small_files()
        self._bag.add(verifier.DOCUMENT, self._document(stopped))
        self._bag.seal(self._info(), self._sign)
        self._file.flush()
        keys = verifier.parse_keys(_keys_json(self._subject.keys))
        report = verifier.verify(self._partial, verifier.Question(keys=keys))
        if report.exit != verifier.EXIT_AUTHENTICATED:
            raise BundleError(report.wrong[0])
        if stopped():
            raise Stopped
        self._partial.replace(self._target)
        size_bytes = self._target.stat().st_size
        digest = verifier.sha256_of(self._target.open("rb"))
        files = len(self._subject.originals), len(self._subject.left_out)
        return Written(self._target, digest, size_bytes, self._entries, self._head.size - self._entries, *files)

    def _add_small_files(self) -> None:
        subject = self._subject
        self._bag.add("data/checkpoint", subject.checkpoint)
        for number, token in enumerate(subject.tokens, 1):
            if number == 1:
                self._bag.add(verifier.STAMPED, log_signed(subject.checkpoint))
            self._bag.add(f"data/checkpoint{'' if number == 1 else f'-{number}'}.tsr", token)
        notes = {Checkpoint.parse(parse(note).text).size: note for note in subject.checkpoints}
        notes[self._head.size] = subject.checkpoint
        for size, note in sorted(notes.items()):
            self._bag.add(f"data/checkpoints/{size:012}", note)
        self._bag.add(
            "data/keys.json", _keys_json(subject.keys, subject.witnesses, self._seal.fingerprint, subject.demanded)
        )
        about = (len(subject.tokens), subject.erased_at, subject.setting, subject.profile.value, subject.closed)
        numbers = list(dict.fromkeys((one.number, one.source) for one in subject.origins))
        explained = readme.text(
            self._head,
            subject.keys[-1].key,
            self._seal.fingerprint,
            *about,
            requests=numbers,
            originals=len(subject.originals),
            left_out=[(one.exhibit, one.reason) for one in subject.left_out],
        )
        self._bag.add("data/README.txt", explained.encode())
        if subject.originals or subject.left_out:
            self._bag.add(originals.LIST, originals.as_file(subject.originals, subject.left_out))
        if subject.origins:
            self._bag.add(origins.FILE, origins.as_file(subject.origins))
        self._bag.add("data/verify.py", Path(verifier.__file__).read_bytes())

    def _document(self, stopped: Callable[[], bool]) -> bytes:
        subject = self._subject
        return Made(
            folder=self._target.with_name(f".{self._target.name}.setting"),
            bag=self._bag,
            info=self._info(),
            sign=self._sign,
            about=subject,
            head=self._head,
            checkpoint=subject.checkpoint,
            key=subject.keys[-1].key,
            founding=self._founding,
            witnesses=subject.witnesses,
            demanded=subject.demanded,
            tokens=subject.tokens,
            account=self._account,
            sayings=self._sayings,
            seal=self._seal,
            stopped=stopped,
            statistics=self._statistics,
        ).document()

    def _sign(self, tags: str) -> bytes:
        return sign(tags, self._signer)

    def _info(self) -> list[tuple[str, str]]:
        subject = self._subject
        info = [
            ("External-Description", f"{_described(subject)} in {subject.team}"),
            ("External-Identifier", str(subject.export)),
            ("Bagging-Date", subject.made_on.isoformat()),
            ("Bag-Software-Agent", "Liaison"),
            ("Liaison-Format", FORMAT),
            ("Liaison-Profile", subject.profile),
            ("Liaison-Ledger", self._head.origin),
            *subject.setting.told(),
        ]
        info += [] if subject.party is None else [("Liaison-Party", subject.party)]
        ends = {"Liaison-Since": subject.period.since, "Liaison-Until": subject.period.until}
        info += [(label, clock.rfc3339(at)) for label, at in ends.items() if at is not None]
        info += [] if subject.closed is None else [("Liaison-Closed", str(subject.closed[1]))]
        return info if subject.evidence is None else [*info, ("Liaison-Evidence", str(subject.evidence))]


def write(
    target: Path,
    subject: Subject,
    signer: Signer,
    seal: Seal,
    entries: Iterable[DisclosedEntry],
    commitments: Iterable[bytes],
) -> Written:
    """Write a whole export package, for a caller with both iterators at hand. Raises `BundleError`."""
    with Bundle(target, subject, signer, seal) as bundle:
        bundle.add_entries(entries)
        bundle.add_commitments(commitments)
        return bundle.seal()


def _described(subject: Subject) -> str:
    match subject.profile:
        case "statistics":
            return "Statistics of the audit log"
        case "supervisory_authority":
            about = "logged operations" + (f" by {subject.party}" if subject.party else "")
        case "member_state":
            about = f"the acts of {subject.party}"
        case _:
            numbers = subject.numbers
            about = f"exhibit{'s' * (len(numbers) > 1)} {', '.join(numbers)}" if numbers else "the whole audit log"
            about += f" as {subject.party} reads it" if subject.party else ""
    return f"Custody of {about}"


def _keys_json(
    keys: Sequence[LedgerKey],
    witnesses: Sequence[tuple[str, str]] = (),
    seal: str = "",
    demanded: Demanded = NONE_DEMANDED,
) -> bytes:
    log = [
        {"vkey": str(each.key), "from": each.first, "to": each.last} | ({"note": each.note} if each.note else {})
        for each in keys
    ]
    named = [{"vkey": vkey, "party": party, "counts": vkey in demanded.witnesses} for vkey, party in witnesses]
    sealed = {"seal": {"sha256": seal}} if seal else {}
    return (json.dumps({"log": log, "witnesses": named, "quorum": demanded.quorum, **sealed}, indent=1) + "\n").encode()


def _for_owner_only(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b")
