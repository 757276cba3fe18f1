"""Bundles for tests: written by the program from a reference ledger, and taken apart to be changed and reassembled."""

import json
import re
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import rfc8785

from app.access.exporting import Profile
from app.exports.bundle import LedgerKey, Subject, Written, write
from app.exports.custody import DisclosedEntry, DisclosedField
from app.exports.origins import ExportedOrigin
from app.exports.seal import Seal, self_signed
from app.ledger.signing.notes import Signer, VerifierKey
from tests.support.ledgers.reference_ledger import (
    EXPORT,
    LANTERN,
    ReferenceEntry,
    ReferenceKey,
    ReferenceLedger,
    b64,
    inclusion_path,
    note,
)

FOUNDING = 0
#: A legal request by which the exhibit came.
REQUEST = ExportedOrigin(
    evidence=UUID(LANTERN),
    exhibit="NL-2026-7KQ4M9TX",
    number="NL-RQ-8",
    title="Records of the host",
    instrument="MLA_LOR",
    instrument_title={"en": "Letter of request", "fr": "Commission rogatoire"},
    direction="out",
    country="US",
    authority="Department of Justice",
    legal_basis="Treaty of 1981, Article 11",
    sent_at=datetime(2026, 5, 16, tzinfo=UTC),
    answered_at=None,
    item=None,
    item_title=None,
    conditions="No use in fiscal proceedings.",
    relation=None,
)


def disclose(entry: ReferenceEntry, withhold: Iterable[str] = ()) -> DisclosedEntry:
    """An entry as the export service would hand it over."""
    fields = {
        name: DisclosedField(salt, rfc8785.dumps(value))
        for name, (salt, value) in entry.fields.items()
        if name not in withhold
    }
    return DisclosedEntry(entry.position, entry.salt, entry.canonical, fields)


def court(ledger: ReferenceLedger, evidence: str = LANTERN) -> list[DisclosedEntry]:
    """What a court bundle of one exhibit discloses: the founding, and every entry about the exhibit."""
    return [disclose(each) for each in ledger.entries if each.position == FOUNDING or each.evidence == evidence]


def subject(
    ledger: ReferenceLedger,
    *,
    checkpoint: bytes | None = None,
    checkpoints: Sequence[bytes] = (),
    tokens: Sequence[bytes] = (),
) -> Subject:
    return Subject(
        profile=Profile.COURT,
        export=UUID(EXPORT),
        evidence=UUID(LANTERN),
        exhibit_number="NL-2026-7KQ4M9TX",
        team="Operation Lantern",
        made_on=date(2026, 11, 24),
        checkpoint=checkpoint or ledger.checkpoint(),
        checkpoints=checkpoints,
        keys=[LedgerKey(VerifierKey.parse(ledger.key.vkey))],
        tokens=tokens,
    )


@cache
def seal() -> Seal:
    return Seal.of(self_signed("liaison.example"))


def signer(ledger: ReferenceLedger) -> Signer:
    return Signer.from_seed(ledger.origin, ledger.key.seed)


def bundle(target: Path, ledger: ReferenceLedger, tokens: Sequence[bytes] = ()) -> Written:
    """The example's court bundle, with two earlier checkpoints."""
    about = subject(ledger, checkpoints=[ledger.checkpoint(3), ledger.checkpoint(7)], tokens=tokens)
    return write(target, about, signer(ledger), seal(), court(ledger), ledger.commitments())


Files = dict[str, bytes]


def taken_apart(path: Path) -> Files:
    """The files of a zipped bundle by their paths in the bag."""
    with zipfile.ZipFile(path) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def resealed(files: Files, key: ReferenceKey) -> Files:
    """The same with manifests and bundle.note made anew: what somebody who holds `key` can do."""
    payload = {name: content for name, content in files.items() if name.startswith("data/")}
    oxum = f"Payload-Oxum: {sum(map(len, payload.values()))}.{len(payload)}\n"
    info = re.sub(rb"Payload-Oxum: .*\n", oxum.encode(), files["bag-info.txt"])
    tags = {"bag-info.txt": info, "bagit.txt": files["bagit.txt"], "manifest-sha256.txt": _manifest(payload)}
    tag_manifest = _manifest(tags)
    return payload | tags | {"tagmanifest-sha256.txt": tag_manifest, "bundle.note": note(tag_manifest.decode(), key)}


def _manifest(files: Files) -> bytes:
    return "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items())).encode()


def laid_out(files: Files, folder: Path) -> Path:
    """The bag as a folder."""
    bag = Path(tempfile.mkdtemp(dir=folder))
    for name, content in files.items():
        (bag / name).parent.mkdir(parents=True, exist_ok=True)
        (bag / name).write_bytes(content)
    return bag


def zipped(members: Iterable[tuple[str | zipfile.ZipInfo, bytes]], folder: Path) -> Path:
    """A zip with these members, whatever they are called."""
    path = Path(tempfile.mkdtemp(dir=folder)) / "bundle.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for member, content in members:
            archive.writestr(member, content)
    return path


def lines(files: Files) -> list[bytes]:
    """The lines of entries.jsonl."""
    return files["data/entries.jsonl"].splitlines(keepends=True)


def with_lines(files: Files, changed: Iterable[bytes], key: ReferenceKey) -> Files:
    """Other entries, sealed by `key`; without the table, which could no longer agree."""
    others = {name: content for name, content in files.items() if name != "data/custody.csv"}
    return resealed(others | {"data/entries.jsonl": b"".join(changed)}, key)


def by_hand(ledger: ReferenceLedger, *, shown: Iterable[int], profile: str = "court") -> Files:
    """A bundle of what the house would refuse to write: a host's own work, sealed with the ledger's key."""
    about = f"External-Identifier: {EXPORT}\nPayload-Oxum: 0.0\nLiaison-Profile: {profile}\n"
    if profile == "court":
        about += f"Liaison-Evidence: {LANTERN}\n"
    files = {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": about.encode(),
        "data/checkpoint": ledger.checkpoint(),
        "data/keys.json": json.dumps({"log": [{"vkey": ledger.key.vkey, "from": 0, "to": None}]}).encode(),
        "data/commitments": b"".join(ledger.commitments()),
        "data/entries.jsonl": b"".join(line(ledger.entries[position]) for position in shown),
    }
    return resealed(files, ledger.key)


def line(entry: ReferenceEntry) -> bytes:
    """A line of entries.jsonl, by `json` alone."""
    content = {
        "position": entry.position,
        "salt": b64(entry.salt),
        "canonical": entry.canonical.decode(),
        "fields": {
            name: {"salt": b64(salt), "value": json.loads(rfc8785.dumps(value))}
            for name, (salt, value) in sorted(entry.fields.items())
        },
    }
    return (json.dumps(content, separators=(",", ":"), ensure_ascii=False) + "\n").encode()


def receipt(ledger: ReferenceLedger, position: int, *, size: int | None = None, extra: bytes | None = None) -> str:
    """A `tlog-proof` of an entry with everything disclosed, by RFC 6962 word for word."""
    said = line(ledger.entries[position])[:-1] if extra is None else extra
    path = inclusion_path(position, ledger.commitments(size))
    head = ["c2sp.org/tlog-proof@v1", f"extra {b64(said)}", f"index {position}", *map(b64, path)]
    return "\n".join(head) + "\n\n" + ledger.checkpoint(size).decode()


def with_receipts(files: Files, ledger: ReferenceLedger, receipts: dict[int, str]) -> Files:
    """The bundle with these receipts, sealed anew."""
    added = {f"data/receipts/{position}.tlog-proof": text.encode() for position, text in receipts.items()}
    return resealed(files | added, ledger.key)
