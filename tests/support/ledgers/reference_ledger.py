"""An independent implementation of the ledger: entries, commitments, tree and checkpoints.

It uses `hashlib`, `rfc8785` and `cryptography`, and imports nothing of the program. Its output
(`tests/ledger/vectors`, the bundles of `tests/exports`) is therefore a second opinion on the formats. It is
deterministic: keys, salts, ids and times are hashes of their names.
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

START = datetime(2026, 11, 24, 13, 15, 58, 35801, UTC)
ORIGIN = "liaison.example/jits/01936a3c-0000-7000-8000-000000000001/0"


def b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def words(*parts: object) -> bytes:
    """32 bytes that stand for these words: a salt, a seed."""
    return hashlib.sha256("/".join(map(str, parts)).encode()).digest()


def uuid7(moment: datetime, name: str) -> str:
    noise = words("id", name).hex()
    stamp = f"{int(moment.timestamp() * 1000):012x}"
    return f"{stamp[:8]}-{stamp[8:]}-7{noise[:3]}-8{noise[3:6]}-{noise[6:18]}"


@dataclass(frozen=True)
class ReferenceKey:
    """An Ed25519 key with a name and a C2SP signature type: 1 signs, 4 cosigns."""

    name: str
    kind: int = 1
    seed_word: str = "key"

    @property
    def private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @property
    def seed(self) -> bytes:
        return words(self.seed_word, self.name)

    @property
    def public(self) -> bytes:
        return self.private.public_key().public_bytes_raw()

    @property
    def key_id(self) -> bytes:
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    @property
    def vkey(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{b64(bytes([self.kind]) + self.public)}"

    def line(self, text: str, at: int = 1764000000) -> str:
        if self.kind == 1:
            value = self.private.sign(text.encode())
        else:
            value = at.to_bytes(8, "big") + self.private.sign(f"cosignature/v1\ntime {at}\n{text}".encode())
        return f"\u2014 {self.name} {b64(self.key_id + value)}\n"


def note(text: str, *keys: ReferenceKey) -> bytes:
    return (text + "\n" + "".join(key.line(text) for key in keys)).encode()


def tree_root(leaves: Sequence[bytes]) -> bytes:
    """RFC 6962, 2.1, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    k = 1 << ((len(leaves) - 1).bit_length() - 1)
    return hashlib.sha256(b"\x01" + tree_root(leaves[:k]) + tree_root(leaves[k:])).digest()


def inclusion_path(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """RFC 6962, 2.1.1, word for word."""
    if len(leaves) == 1:
        return []
    k = 1 << ((len(leaves) - 1).bit_length() - 1)
    if index < k:
        return [*inclusion_path(index, leaves[:k]), tree_root(leaves[k:])]
    return [*inclusion_path(index - k, leaves[k:]), tree_root(leaves[:k])]


def consistency_path(old: int, leaves: Sequence[bytes], *, whole: bool = True) -> list[bytes]:
    """RFC 6962, 2.1.2, word for word."""
    if old == len(leaves):
        return [] if whole else [tree_root(leaves)]
    k = 1 << ((len(leaves) - 1).bit_length() - 1)
    if old <= k:
        return [*consistency_path(old, leaves[:k], whole=whole), tree_root(leaves[k:])]
    return [*consistency_path(old - k, leaves[k:], whole=False), tree_root(leaves[:k])]


@dataclass(frozen=True)
class ReferenceEntry:
    position: int
    salt: bytes
    canonical: bytes
    commitment: bytes
    fields: dict[str, tuple[bytes, Any]]
    evidence: str | None


@dataclass
class ReferenceLedger:
    """Append entries; an entry about an exhibit gets its `chain` by itself."""

    origin: str = ORIGIN
    seed_word: str = "key"
    entries: list[ReferenceEntry] = field(default_factory=list)
    heads: dict[str, tuple[int, bytes]] = field(default_factory=dict)

    @property
    def key(self) -> ReferenceKey:
        return ReferenceKey(self.origin, seed_word=self.seed_word)

    def append(
        self,
        kind: str,
        fields: Mapping[str, Any],
        *,
        seat: str = "NL-01",
        party: str | None = "NL",
        subject: Mapping[str, str] | None = None,
        led: str = "other",
        purpose: str | None = None,
        **changes: Any,
    ) -> ReferenceEntry:
        """`changes` replaces keys of the entry, or with `chain=` the link itself: for entries that are wrong on purpose."""
        position = len(self.entries)
        at = START + timedelta(seconds=97 * position)
        evidence = (subject or {}).get("evidence")
        said = dict(fields)
        if evidence is not None:
            n, previous = self.heads.get(evidence, (0, None))
            link = changes.pop("chain", {"n": n + 1, "previous": None if previous is None else b64(previous)})
            said |= {"chain": link} if link else {}
        salted = {name: (words("salt", self.origin, position, name), value) for name, value in said.items()}
        entry: dict[str, Any] = {
            "v": 1,
            "id": uuid7(at, f"{self.origin}/{position}"),
            "ledger": self.origin,
            "at": at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            "kind": kind,
            "seat": seat,
            "party": party,
            "subject": dict(subject or {}),
            "led": led,
            "purpose": purpose,
            "fields": {name: b64(field_hash(name, value, salt)) for name, (salt, value) in salted.items()},
        }
        canonical = rfc8785.dumps(entry | changes)
        salt = words("salt", self.origin, position)
        commitment = hashlib.sha256(b"liaison-entry/v1\n" + salt + canonical).digest()
        self.entries.append(ReferenceEntry(position, salt, canonical, commitment, salted, evidence))
        if evidence is not None and "chain" in said:
            self.heads[evidence] = (said["chain"]["n"], commitment)
        return self.entries[-1]

    def commitments(self, size: int | None = None) -> list[bytes]:
        return [entry.commitment for entry in self.entries[:size]]

    def checkpoint_text(self, size: int | None = None) -> str:
        leaves = self.commitments(size)
        return f"{self.origin}\n{len(leaves)}\n{b64(tree_root(leaves))}\n"

    def checkpoint(self, size: int | None = None, *cosigners: ReferenceKey) -> bytes:
        return note(self.checkpoint_text(size), self.key, *cosigners)


def field_hash(name: str, value: Any, salt: bytes) -> bytes:
    return hashlib.sha256(b"liaison-field/v1\n" + salt + rfc8785.dumps([name, value])).digest()


LANTERN = uuid7(START, "exhibit lantern")
HIDDEN = uuid7(START, "exhibit hidden")
FILE = uuid7(START, "file")
OPENING = uuid7(START, "opening")
EXPORT = uuid7(START, "export")
CONTENT = b"From: kapitan@market.example\r\nSubject: =cmd\r\n\r\nTwo hundred logins.\r\n"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
ACTOR = {"name": "Anneke de Vries", "authority": "NL-OM"}


def example(seed_word: str = "key") -> ReferenceLedger:
    """The example of `docs/ledger-format.md`: a team of two, one exhibit opened by the other party, one it never sees."""
    ledger = ReferenceLedger(seed_word=seed_word)
    _found(ledger)
    _contribute(ledger)
    _act(ledger)
    return ledger


def _found(ledger: ReferenceLedger) -> None:
    ledger.append(
        "jit.founded",
        {
            "actor": ACTOR,
            "name": "Operation Lantern",
            "reference": "JIT/2026/117",
            "agreement_signed_on": "2026-11-20",
            "parties": ["NL"],
            "keys": [ledger.key.vkey],
            "quorum": 0,
        },
        subject={"jit": ORIGIN.split("/")[2]},
    )
    ledger.append("party.added", {"actor": ACTOR, "code": "DE", "name": "Bundesrepublik Deutschland"})


def _contribute(ledger: ReferenceLedger) -> None:
    lantern, hidden = {"evidence": LANTERN}, {"evidence": HIDDEN}
    ledger.append(
        "evidence.registered",
        {
            "actor": ACTOR,
            "exhibit_number": "NL-2026-7KQ4M9TX",
            "title": "Mailbox of the market's captain",
            "originator": "NL",
            "place": "Rotterdam",
            "declared_hashes": [{"algorithm": "sha256", "value": SHA256, "of": "container"}],
        },
        subject=lantern,
        led="collection",
    )
    ledger.append(
        "evidence.registered",
        {"actor": ACTOR, "exhibit_number": "NL-2026-QQ2X8B3C", "title": "Informant's telephone", "originator": "NL"},
        subject=hidden,
        led="collection",
    )
    ledger.append(
        "file.received",
        {"actor": ACTOR, "name": "=captain.eml", "size_bytes": len(CONTENT), "sha256": SHA256, "declared_sha256": None},
        subject=lantern | {"file": FILE},
        led="collection",
    )


def _act(ledger: ReferenceLedger) -> None:
    german = {"name": "Jürgen Weiß", "authority": "DE-GBA"}
    lantern, hidden = {"evidence": LANTERN}, {"evidence": HIDDEN}
    ledger.append(
        "evidence.released", {"actor": ACTOR, "party": "DE", "level": "readable"}, subject=lantern, led="disclosure"
    )
    ledger.append(
        "evidence.opened",
        {
            "actor": german,
            "files": [{"file": FILE, "name": "=captain.eml", "sha256": SHA256, "size_bytes": len(CONTENT)}],
            "justification": "Überprüfung der Zugangsdaten, Fall 7 Js 41/26",
        },
        seat="DE-02",
        party="DE",
        subject=lantern | {"opening": OPENING},
        led="consultation",
        purpose="JIT_PURPOSE",
    )
    ledger.append("file.received", {"name": "sim.bin", "sha256": SHA256[::-1]}, subject=hidden, led="collection")
    ledger.append("release.started", {"party": "DE", "level": "held"}, seat="system", party=None, subject=lantern)
    tip = ledger.heads[LANTERN][0] + 1
    ledger.append(
        "export.made",
        {"actor": ACTOR, "profile": "court", "tip": tip},
        seat="NL-09",
        subject=lantern | {"export": EXPORT},
        led="disclosure",
    )


def sha256_of_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
