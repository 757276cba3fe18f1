"""Row 9: `verify.py` on a whole ledger's archive, against `sha256sum` of the same bytes.

`python -m bench.verify [entries] [folder]` writes an archive bundle with the house's own code (entries of four fields each,
an exhibit for every sixteen), then runs the one-file verifier on it as an expert would, in a process of its own, first in
one process and then on all cores. Ratio 25 is twenty-five times as long as `sha256sum`. A figure counts only if the
verifier says, with the ledger's key from outside, that it verified as many entries and fields as were written.
Deliberately not here: the database.
"""

import asyncio
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from base64 import b64encode
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from app.access.exporting import Profile
from app.exports import verifier
from app.exports.bundle import LedgerKey, Subject, write
from app.exports.custody import DisclosedEntry, DisclosedField
from app.exports.seal import Seal, self_signed
from app.ledger.signing import canonical
from app.ledger.signing.notes import Checkpoint, Signer, sign_checkpoint
from app.ledger.tree import merkle
from bench.harness import Row
from bench.place import Place

ROUNDS: Final = 3
_JIT: Final = "01936a3c-0000-7000-8000-000000000001"
_ORIGIN: Final = f"liaison.example/jits/{_JIT}/0"
_EXPORT: Final = UUID("01936a3c-0000-7000-8000-0000000000ee")
_START: Final = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
_IN_WORK, _PER_EXHIBIT = 40, 16  # exhibits that are worked on at a time; entries of each
_NAMES: Final = ("Anneke de Vries", "Jürgen Weiß", "Claire Martin", "Sofia Ricci", "Bram Jansen", "Léa Roux")


@dataclass
class Ledger:
    """A ledger whose entries are made as they are read, the same each time; its commitments are kept."""

    entries: int
    signer: Signer
    commitments: list[bytes] = field(default_factory=list)
    fields: int = 0

    def disclosed(self) -> Iterator[DisclosedEntry]:
        """The founding, `entries` acts, and the export's own entry."""
        self.commitments, self.fields = [], 0
        yield self._entry("jit.founded", {"jit": _JIT}, {"keys": [str(self.signer.verifier)], "quorum": 0})
        heads: dict[str, tuple[int, str | None]] = {}
        for number in range(self.entries):
            lot = number // (_IN_WORK * _PER_EXHIBIT)
            exhibit = _uuid7(lot * _IN_WORK + number % _IN_WORK)
            n, previous = heads.get(exhibit, (0, None))
            said = _registered(number) if n == 0 else _opened(number)
            said |= {"actor": _actor(number), "chain": {"n": n + 1, "previous": previous}}
            yield self._entry("evidence.opened" if n else "evidence.registered", {"evidence": exhibit}, said)
            heads[exhibit] = (n + 1, b64encode(self.commitments[-1]).decode())
        last = {evidence: n for evidence, (n, _) in heads.items()}
        yield self._entry("export.made", {"export": str(_EXPORT)}, {"profile": "archive", "heads": last})

    def _entry(self, kind: str, subject: dict[str, str], said: dict[str, Any]) -> DisclosedEntry:
        position = len(self.commitments)
        texts = {name: canonical.canonical(value) for name, value in said.items()}
        fields = {name: DisclosedField(_salt(position, name), text) for name, text in texts.items()}
        hashes = {name: canonical.field_hash_of(name, each.text, each.salt) for name, each in fields.items()}
        body = canonical.canonical_entry(
            {
                "v": 1,
                "id": _uuid7(position + (1 << 32)),
                "ledger": _ORIGIN,
                "at": f"{_START + timedelta(milliseconds=20 * position + 0.001):%Y-%m-%dT%H:%M:%S.%fZ}",
                "kind": kind,
                "seat": f"NL-{position % 40 + 1:02}",
                "party": "NL",
                "subject": subject,
                "led": "consultation",
                "purpose": "JIT_PURPOSE",
                "fields": {name: b64encode(digest).decode() for name, digest in hashes.items()},
            }
        )
        salt = _salt(position, "")
        self.commitments.append(canonical.commitment(body, salt))
        self.fields += len(fields)
        return DisclosedEntry(position, salt, body, fields)

    def checkpoint(self) -> bytes:
        """Over the entries read last."""
        root = merkle.root(map(merkle.leaf_hash, self.commitments))
        return sign_checkpoint(Checkpoint(_ORIGIN, len(self.commitments), root), self.signer)


def _actor(number: int) -> dict[str, str]:
    return {"name": _NAMES[number % len(_NAMES)], "authority": "NL-OM"}


def _registered(number: int) -> dict[str, Any]:
    return {"exhibit_number": f"NL-2026-{number:08}", "originator": "NL"}


def _opened(number: int) -> dict[str, Any]:
    name = f"image {number}.E01"
    digest = hashlib.sha256(name.encode()).hexdigest()
    return {
        "files": [{"file": _uuid7(number), "name": name, "sha256": digest, "size_bytes": number}],
        "justification": f"Überprüfung der Zugangsdaten, Fall 7 Js {number}/26",
    }


def _uuid7(number: int) -> str:
    noise = hashlib.sha256(b"id%d" % number).hexdigest()
    return f"01a20dba-{number >> 20 & 0xFFFF:04x}-7{noise[:3]}-8{noise[3:6]}-{noise[6:18]}"


def _salt(position: int, name: str) -> bytes:
    return hashlib.sha256(f"{position}/{name}".encode()).digest()


def bundle(entries: int, folder: Path) -> tuple[Path, Ledger]:
    """An archive of a ledger with this many acts, and its key beside it."""
    ledger = Ledger(entries, Signer.from_seed(_ORIGIN, _salt(0, "seed")))
    for _ in ledger.disclosed():
        pass  # the checkpoint has to be known before the first line is written
    about = Subject(
        profile=Profile.ARCHIVE,
        export=_EXPORT,
        evidence=None,
        exhibit_number=None,
        team="Operation Lantern",
        made_on=date(2026, 11, 24),
        checkpoint=ledger.checkpoint(),
        checkpoints=[],
        keys=[LedgerKey(ledger.signer.verifier)],
    )
    size = len(ledger.commitments)
    written = write(
        folder / "bundle.zip",
        about,
        ledger.signer,
        Seal.of(self_signed("bench")),
        ledger.disclosed(),
        iter(ledger.commitments),
    )
    assert (written.entries, written.withheld) == (size, 0)
    (folder / "keys.txt").write_text(f"{ledger.signer.verifier}\n")
    return written.path, ledger


@dataclass(frozen=True)
class Run:
    """How long a command took, and the most memory that its first process had."""

    seconds: float
    peak_mib: float


def timed(command: list[str], *demanded: str) -> Run:
    """Run it. Raises if it fails, or does not say what is demanded."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        watching = threading.Thread(target=_watch, args=(process.pid, peaks := [0.0]))
        watching.start()
        said = process.communicate()[0]
    took = time.perf_counter() - began
    watching.join()
    for each in demanded:
        if process.returncode or each not in said:
            raise AssertionError(f"{command} ended with {process.returncode} and did not say {each!r}:\n{said}")
    return Run(took, max(peaks))


def _watch(pid: int, peaks: list[float]) -> None:
    """The most memory that a process had, in MiB, until it ends; what `wait` tells counts this program's own, too."""
    with suppress(OSError, StopIteration):
        while True:
            lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
            peaks.append(int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024)
            time.sleep(0.05)


def measure(entries: int, folder: Path) -> dict[str, Any]:
    """Medians of ratios taken in turns, so that a noisy neighbour meets both."""
    path, ledger = bundle(entries, folder)
    demanded = (f"{entries + 2:,} entries are what", f"{ledger.fields:,} fields are what", "VERIFIED, and auth")
    command = [sys.executable, "-I", "-S", verifier.__file__, str(path), "--keys", str(folder / "keys.txt")]
    found: dict[str, list[Run]] = {"sha256sum": [], "one": [], "all": []}
    for _ in range(ROUNDS):
        found["sha256sum"].append(timed(["sha256sum", str(path)], ""))
        found["one"].append(timed([*command, "--processes", "1"], *demanded))
        found["all"].append(timed(command, *demanded))
    middle = {what: sorted(runs, key=lambda run: run.seconds)[ROUNDS // 2] for what, runs in found.items()}
    reference = middle["sha256sum"].seconds
    return {
        "entries": entries,
        "bytes": path.stat().st_size,
        "cores": os.cpu_count(),
        "sha256sum_seconds": reference,
        "one_ratio": middle["one"].seconds / reference,
        "one_microseconds_an_entry": middle["one"].seconds / entries * 1e6,
        "one_peak_mib": middle["one"].peak_mib,
        "all_ratio": middle["all"].seconds / reference,
    }


NUMBERS: Final = (9,)


async def rows(place: Place, wanted: frozenset[int]) -> AsyncIterator[Row]:
    """A hundred thousand entries: enough to tell what an entry costs, and soon written."""
    del wanted
    found = await asyncio.to_thread(measure, 100_000, place.folder)
    bytes_an_entry = found["bytes"] / found["entries"]
    note = f"{found['entries']:,} entries of {bytes_an_entry:,.0f} bytes, peak {found['one_peak_mib']:.0f} MiB"
    reference = found["sha256sum_seconds"]
    one, several = found["one_ratio"] * reference, found["all_ratio"] * reference
    yield Row.at_most(9, "verify.py, one process", one, reference, unit="s", goal=25, beyond=8, note=note)
    yield Row.at_most(9, f"verify.py, {found['cores']} cores", several, reference, unit="s", goal=25, beyond=8)


if __name__ == "__main__":
    given = [*sys.argv[1:], *["100000", tempfile.gettempdir()][len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory(dir=given[1]) as name:
        print(json.dumps(measure(int(given[0]), Path(name)), indent=1))
