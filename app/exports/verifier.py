#!/usr/bin/env python3
"""Verify an export package ("bundle") of Liaison offline, with this file and Python 3.9 or later only.

    python3 verify.py [BAG] [--keys FILE] [--policy FILE] [--since OLD_BAG] [--files DIR] [--max-age DURATION]
                      [--lang fr]

BAG is the bundle, as a zip or as a folder. Default: the bundle that contains this file.

    --keys FILE          trusted keys of the ledger: a keys.json, or C2SP verifier keys, one per line
    --policy FILE        a C2SP tlog-policy: the logs to trust, and the witnesses required
    --since OLD_BAG      an earlier bundle of the same ledger, which this one must continue
    --files DIR          for each file in DIR, show its exhibit and the earliest record of its SHA-256
    --max-age DURATION   reject a checkpoint older than this: 90s, 15m, 36h, 7d, 2w
    --lang LANGUAGE      language of the report: en or fr
    --processes N        number of processes that check entries; default: the number of cores

Exit status 0: verified with trusted keys. 1: wrong; the report names the position, field, file or signature. 2: usage.
3: integrity ok, signer not confirmed: only keys from the bundle were used, and its maker chose them.

In this order, the basics: report, JSON, containers, Ed25519 (RFC 8032), signed notes and policies (C2SP), Merkle tree (RFC 6962).
Then the content: entries, `custody.csv`, chains, erasures, signatures, lots, bag (RFC 8493). Then examination, French and command.
`docs/ledger-format.md` in the source of Liaison describes the formats. It is sufficient to write another verifier.
Not here: dependencies beyond the standard library, anything that writes, and the CMS signature of a time stamp.
"""

# ruff: noqa: UP007, UP017 - Python 3.9, on which this runs too, has neither X | Y at run time nor datetime.UTC
from __future__ import annotations

import argparse
import binascii
import gc
import hashlib
import io
import json
import multiprocessing
import os
import re
import stat
import sys
import time
import zipfile
from collections import Counter, deque
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, NoReturn, TextIO, Union

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

EXIT_AUTHENTICATED, EXIT_WRONG, EXIT_USAGE, EXIT_INTACT = 0, 1, 2, 3

ENTRY_PREFIX = b"liaison-entry/v1\n"
FIELD_PREFIX = b"liaison-field/v1\n"
HASH_BYTES = 32
MAX_INTEGER = 2**53 - 1
MAX_DEPTH = 32  # nesting of arrays and objects

# Limits of what is read. They protect the machine against a hostile bundle.
STAMPED = "data/checkpoint.signed"
CASE = "data/custody.case.jsonld"
DOCUMENT = "data/custody.pdf"
REQUESTS = "data/requests.json"
ORIGINALS, ORIGINALS_LIST = "data/files/", "data/files.json"
SHA256_OID = bytes.fromhex("608648016503040201")
MAX_SMALL_FILE = 1 << 20  # notes, keys, bag-info
MAX_MANIFEST = 1 << 28
MAX_LINE = 1 << 26  # an entry; the export entry of an archive lists every exhibit
MAX_LEDGER = 1 << 26  # entries: 2 GiB of commitments
MAX_FILES = 2_000_000
MAX_RATIO = 100  # of sizes before and after compression; hashes compress much less
CHUNK = 1 << 20
MAX_SHOWN = 20  # lines of a section of the report
MAX_KEYS = 1000  # lines of the section of keys: a person has to confirm each key
MAX_KEPT, MAX_KEPT_TEXT = 10_000, 200  # cached results, and the longest text of which a result is cached
LOT = 1 << 20  # bytes of entries that are checked together
FOR_SEVERAL = 16  # with fewer lots, starting more processes costs more time than it saves
MOST_PROCESSES = 61  # the limit of Windows


# --- The report -------------------------------------------------------------------------------------------------------


class Wrong(Exception):  # noqa: N818 - a finding about the bundle, not an error of this program
    """The bundle is wrong. The message names the position, field, file or signature."""


class Usage(Exception):  # noqa: N818
    """The command is wrong: for example, a file does not exist, or a policy cannot be parsed."""


def plain(value: object, limit: int = 200) -> str:
    """Return text of the bundle for a terminal: unprintable characters escaped, cut after `limit` characters."""
    text = str(value)
    shown = "".join(
        c if c.isprintable() else c.encode("ascii", "backslashreplace").decode() if c > "\x7f" else repr(c)[1:-1]
        for c in text[:limit]
    )
    return shown + ("…" if len(text) > limit else "")


@dataclass
class Report:
    """The findings by section, one line each. Only lines in `wrong` make the bundle wrong."""

    head: list[str] = field(default_factory=list)
    verified: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)  # keys of parties that signed decisions
    withheld: list[str] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    authenticated: bool = False

    @property
    def exit(self) -> int:
        """The exit status of this report."""
        if self.wrong:
            return EXIT_WRONG
        return EXIT_AUTHENTICATED if self.authenticated else EXIT_INTACT

    @contextmanager
    def step(self, what: str) -> Iterator[None]:
        """Run one step of the examination. Its errors are noted, so that the next step can run."""
        try:
            yield
        except Usage:
            raise
        except Wrong as finding:
            self.wrong.append(str(finding))
        except Exception as error:  # noqa: BLE001 - hostile input can cause any error in a library; the bundle is wrong then
            self.wrong.append(f"{what}: cannot be read ({type(error).__name__}: {plain(error)})")

    def text(self, language: str = "en") -> str:
        """Return the report in English (`en`) or French (`fr`), with the verdict at the end."""
        say = in_french if language == "fr" else str
        parts = ["\n".join(map(say, self.head))]
        for title, lines in (
            ("Verified", self.verified),
            ("Keys that signed decisions: confirm each SHA-256 with the party, outside of this bundle", self.keys),
            ("Withheld from this bundle, and provable", self.withheld),
            ("Erased for good, and provable", self.erased),
            ("NOT checked", self.unchecked),
            ("Remarks", self.remarks),
            ("WRONG", self.wrong),
        ):
            if lines:
                most = MAX_KEYS if lines is self.keys else MAX_SHOWN
                shown = [f"  - {plain(say(line), 1000)}" for line in lines[:most]]
                if len(lines) > most:
                    shown.append(say(f"  … and {len(lines) - most} more"))
                parts.append("\n".join([say(title), *shown]))
        verdict = {
            EXIT_AUTHENTICATED: "VERIFIED, and authenticated by keys from outside the bundle.",
            EXIT_INTACT: "INTEGRITY OK; SIGNER NOT CONFIRMED: only the bundle's own keys were used, which its maker chose.\n"
            "Compare the key above, or the first key where both are named, with the one in the JIT's agreement, or give it with"
            " --keys.",
            EXIT_WRONG: f"WRONG: {plain(self.wrong[0] if self.wrong else '', 1000)}",
        }
        return "\n\n".join([*parts, "\n".join(map(say, verdict[self.exit].split("\n")))]) + "\n"


# --- JSON and base64, strictly ----------------------------------------------------------------------------------------


def decode_base64(text: str) -> bytes:
    """Decode standard base64 with padding. Raises `Wrong` unless it is in its canonical spelling."""
    try:
        raw = binascii.a2b_base64(text)
    except ValueError:
        raise Wrong("not base64") from None
    if binascii.b2a_base64(raw, newline=False).decode() != text:
        raise Wrong("not canonical base64")
    return raw


def encode_base64(raw: bytes) -> str:
    """Encode as standard base64 with padding."""
    return binascii.b2a_base64(raw, newline=False).decode()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise Wrong("a key stands twice in an object")
    if not "".join(result).isascii():
        raise Wrong("a key is not ASCII")
    return result


def _integer(digits: str) -> int:
    number = int(digits) if len(digits) <= 17 else MAX_INTEGER + 1
    if abs(number) > MAX_INTEGER:
        raise Wrong("an integer is beyond 2**53 - 1")
    return number


def _no_number(text: str) -> NoReturn:
    raise Wrong(f"{plain(text, 20)} is not an integer")


_NUMBERS: Any = {"parse_int": _integer, "parse_float": _no_number, "parse_constant": _no_number}
_parse = json.JSONDecoder(object_pairs_hook=_object, **_NUMBERS).decode
_whole: Any = json.JSONDecoder(**_NUMBERS)  # for texts that are then compared with their canonical form


def read_json(text: str, parse: Callable[[str], Any] = _parse) -> Any:  # noqa: ANN401 - the callers check the type
    """Parse JSON of the ledger's profile: no repeated key, ASCII keys, integers within ±(2**53 - 1), no floats."""
    try:
        return parse(text)
    except (ValueError, RecursionError):
        raise Wrong("not JSON") from None


def demand_profile(value: object, depth: int = MAX_DEPTH) -> None:
    """Raise `Wrong` for nesting beyond `depth`, and for keys beyond ASCII, which RFC 8785 sorts differently."""
    if not isinstance(value, (dict, list)):
        return
    if depth == 0:
        raise Wrong(f"is nested more than {MAX_DEPTH} deep")
    for key, each in value.items() if isinstance(value, dict) else enumerate(value):
        if not str(key).isascii():
            raise Wrong("a key is not ASCII")
        demand_profile(each, depth - 1)


_quote = json.encoder.encode_basestring
try:  # the encoder without its set-up, which takes longer than encoding a small value
    _pieces = getattr(json.encoder, "c_make_encoder")(None, None, _quote, None, ":", ",", True, False, False)  # noqa: B009, FBT003
    _pieces({}, 0)
except (AttributeError, TypeError):
    _pieces = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).iterencode


def canonical_json(value: object) -> str:
    """Return canonical JSON (RFC 8785) of a value that `read_json` accepts: ASCII keys, integers, no floats."""
    return _quote(value) if type(value) is str else "".join(_pieces(value, 0))


# --- Containers: a folder or a zip, read in place ---------------------------------------------------------------------

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*]')


def safe_path(name: str) -> bool:
    """Return whether the path is relative and stays below the folder on every system."""
    return not _UNSAFE.search(name) and all(part not in ("", ".", "..") for part in name.split("/"))


class Folder:
    """A bag as a folder. It must not contain links or devices."""

    def __init__(self, path: Path) -> None:
        if not (path / "bagit.txt").is_file():  # it can be the folder into which the zip was unpacked
            inner = [each for each in path.iterdir() if (each / "bagit.txt").is_file() and not each.is_symlink()]
            if len(inner) != 1:
                raise Wrong(f"{plain(path)}: there is no bagit.txt in it")
            path = inner[0]
        self.path = path
        self.sizes = dict(self._files())

    def _files(self) -> Iterator[tuple[str, int]]:
        for count, path in enumerate(walk(self.path)):
            name = path.relative_to(self.path).as_posix()
            status = path.lstat()
            if count >= MAX_FILES or not stat.S_ISREG(status.st_mode):
                raise Wrong(f"file {plain(name)}: a link or a device, or one file too many")
            yield name, status.st_size

    def described(self) -> str:
        """Return a description in one line."""
        return f"{plain(self.path.resolve().name)} (folder)"

    def open(self, name: str) -> IO[bytes]:
        """Open a file of the bag."""
        return (self.path / name).open("rb")

    def close(self) -> None:
        """Do nothing: a folder is not kept open."""


class Zip:
    """A bag as a zip. It is read in place and never unpacked to disk. Sizes are checked before reading."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.archive = zipfile.ZipFile(path)
        except Exception as error:  # noqa: BLE001 - zipfile raises many kinds of errors for an invalid zip
            raise Wrong(f"file {plain(path.name)}: not a readable zip ({plain(error)})") from None
        self.members: dict[str, zipfile.ZipInfo] = {}
        for member in self.archive.infolist():
            self._admit(member)
        if self.members and min(member.header_offset for member in self.archive.infolist()):
            # A zip can follow other bytes, for example those of a bundle that was cut and has another zip in its PDF.
            raise Wrong(f"file {plain(path.name)}: begins with something that is no zip")
        tops = {name.partition("/")[0] for name in self.members}
        self.prefix = tops.pop() + "/" if len(tops) == 1 else ""
        if self.prefix + "bagit.txt" not in self.members:
            raise Wrong(f"file {plain(path.name)}: there is no bagit.txt in it")
        self.sizes = {name[len(self.prefix) :]: member.file_size for name, member in self.members.items()}

    def _admit(self, member: zipfile.ZipInfo) -> None:
        name = member.orig_filename
        if name.endswith("/") and member.file_size == 0 and safe_path(name[:-1]):
            return  # a folder
        if not safe_path(name) or name != member.filename:
            raise Wrong(f"file {plain(name)}: an unsafe name in the zip")
        if name in self.members:
            raise Wrong(f"file {plain(name)}: twice in the zip")
        if len(self.members) >= MAX_FILES:
            raise Wrong(f"file {plain(name)}: one too many in the zip")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise Wrong(f"file {plain(name)}: a link in the zip")
        if member.flag_bits & 0x1 or member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Wrong(f"file {plain(name)}: encrypted, or compressed in an unknown way")
        if member.file_size > MAX_RATIO * member.compress_size + CHUNK:
            raise Wrong(f"file {plain(name)}: grows more than {MAX_RATIO} times when unpacked")
        self.members[name] = member

    def described(self) -> str:
        """Return a description in one line, with the SHA-256 of the whole file."""
        size, digest = self.path.stat().st_size, sha256_of(self.path.open("rb"))
        return f"{plain(self.path.name)} (zip, {size:,} bytes, SHA-256 {digest})"

    def open(self, name: str) -> IO[bytes]:
        """Open a file of the bag."""
        return self.archive.open(self.members[self.prefix + name])

    def close(self) -> None:
        """Close the zip."""
        self.archive.close()


Bag = Union[Folder, Zip]


def open_bag(path: Path) -> Bag:
    """Open the bag at `path`. Raises `Usage` if it cannot be read, `Wrong` if it is not a bag."""
    try:
        if path.is_dir():
            return Folder(path)
        if path.is_file():
            return Zip(path)
    except OSError as error:
        raise Usage(f"{plain(path)}: {error.strerror}") from None
    raise Usage(f"{plain(path)}: there is no such file or folder")


def read_small(bag: Bag, name: str, limit: int = MAX_SMALL_FILE) -> bytes:
    """Read a whole file of the bag. Raises `Wrong` if it is missing or larger than `limit` bytes."""
    if name not in bag.sizes:
        raise Wrong(f"file {plain(name)}: is missing")
    with bag.open(name) as stream:
        raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise Wrong(f"file {plain(name)}: larger than {limit:,} bytes")
    return raw


def der(raw: bytes, where: str) -> list[tuple[int, bytes]]:
    """Return the consecutive values (tag, content) of DER (X.690, definite lengths). Raises `Wrong`."""
    found, at = [], 0
    while at < len(raw):
        head = raw[at : at + 2]
        more = head[1] & 0x7F if len(head) == 2 and head[1] & 0x80 else 0
        size = int.from_bytes(raw[at + 2 : at + 2 + more], "big") if more else head[-1]
        start = at + 2 + more
        if len(head) < 2 or more > 4 or head[1] == 0x80 or start + size > len(raw):
            raise Wrong(f"{where}: is not DER")
        found.append((head[0], raw[start : start + size]))
        at = start + size
    return found


def stamped_at(reply: bytes, digest: bytes, where: str) -> str:
    """Return the time of a TimeStampResp (RFC 3161, 2.4.2). Raises `Wrong` unless its imprint is this SHA-256."""

    def inside(value: tuple[int, bytes], tag: int) -> list[tuple[int, bytes]]:
        if value[0] != tag:
            raise Wrong(f"{where}: is no answer of a time-stamping authority")
        return der(value[1], where)

    try:
        _status, token = inside(der(reply, where)[0], 0x30)
        signed = inside(inside(inside(token, 0x30)[1], 0xA0)[0], 0x30)
        content = inside(inside(inside(signed[2], 0x30)[1], 0xA0)[0], 0x04)
        _version, _policy, imprint, _serial, at, *_ = inside(content[0], 0x30)
        algorithm, said = inside(imprint, 0x30)
        time_said = at[1].decode("ascii", "replace")
        if at[0] != 0x18 or not re.fullmatch(r"[0-9]{14}(\.[0-9]{1,9})?Z", time_said):
            raise Wrong(f"{where}: states no time")
        if inside(algorithm, 0x30)[0][1] != SHA256_OID or said[1] != digest:
            raise Wrong(f"{where}: is not about this checkpoint")
    except (ValueError, IndexError):
        raise Wrong(f"{where}: is no answer of a time-stamping authority") from None
    return time_said


def sha256_of(stream: IO[bytes]) -> str:
    """Return the SHA-256 of a stream in hexadecimal, and close the stream."""
    digest = hashlib.sha256()
    with stream:
        for chunk in iter(lambda: stream.read(CHUNK), b""):
            digest.update(chunk)
    return digest.hexdigest()


def walk(folder: Path) -> Iterator[Path]:
    """Yield the files and links below a folder in order. Links are not followed."""
    for here, folders, names in os.walk(folder, followlinks=False):
        folders.sort()
        links = [name for name in folders if Path(here, name).is_symlink()]
        yield from (Path(here, name) for name in sorted([*names, *links]))


# --- Ed25519 (RFC 8032, 5.1), verification alone ----------------------------------------------------------------------
# Points are (X, Y, Z, T): x = X/Z, y = Y/Z, xy = T/Z. The check is strict: s is below the group's order; the key is in its
# canonical encoding, on the curve and not of small order; R equals, byte by byte, the point computed from s and the hash.

_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_ROOT_OF_MINUS_1 = pow(2, (_P - 1) // 4, _P)
_ZERO = (0, 1, 1, 0)

Point = tuple[int, int, int, int]


def _add(a: Point, b: Point) -> Point:
    ax, ay, az, at = a
    bx, by, bz, bt = b
    p, q = (ay - ax) * (by - bx) % _P, (ay + ax) * (by + bx) % _P
    r, s = 2 * _D * at * bt % _P, 2 * az * bz % _P
    e, f, g, h = q - p, s - r, s + r, q + p
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _double(a: Point) -> Point:
    x, y, z, _ = a
    xx, yy = x * x % _P, y * y % _P
    h = xx + yy
    e = h - (x + y) * (x + y) % _P
    g = xx - yy
    f = 2 * z * z + g
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _point(encoded: bytes) -> Point:
    """Decode a point (RFC 8032, 5.1.3). Raises `ValueError` if it is invalid or not in its canonical encoding."""
    number = int.from_bytes(encoded, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    u, v = (y * y - 1) % _P, (_D * y * y + 1) % _P
    x = u * pow(v, 3, _P) * pow(u * pow(v, 7, _P), (_P - 5) // 8, _P) % _P
    if v * x * x % _P != u:
        x = x * _ROOT_OF_MINUS_1 % _P
    if y >= _P or v * x * x % _P != u or (x == 0 and sign):
        raise ValueError("no point of the curve")
    if x & 1 != sign:
        x = _P - x
    return x, y, 1, x * y % _P


_BASE = _point(bytes([0x58] + 31 * [0x66]))


def _encode(a: Point) -> bytes:
    inverse = pow(a[2], _P - 2, _P)
    x, y = a[0] * inverse % _P, a[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def sound_key(public: bytes) -> Point:
    """Return the public key as a point. Raises `ValueError` if it is invalid, or of small order (allows forgeries)."""
    if len(public) != 32:
        raise ValueError("not 32 bytes")
    point = _point(public)
    if _encode(_double(_double(_double(point)))) == _encode(_ZERO):
        raise ValueError("of small order")
    return point


def ed25519_verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Return whether the key made this signature over the message. Raises `ValueError` for a key that is not sound."""
    x, y, z, t = sound_key(public)
    if len(signature) != 64:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= _L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % _L
    minus = (_P - x, y, z, _P - t)
    sums = {(1, 0): _BASE, (0, 1): minus, (1, 1): _add(_BASE, minus)}
    point = _ZERO
    for bit in range(max(s.bit_length(), h.bit_length()) - 1, -1, -1):  # s·B - h·A in one pass
        point = _double(point)
        pair = (s >> bit & 1, h >> bit & 1)
        if pair in sums:
            point = _add(point, sums[pair])
    return _encode(point) == signature[:32]


# --- Signed notes, checkpoints, cosignatures (C2SP signed-note, tlog-checkpoint, tlog-cosignature) --------------------

SIGNATURE, COSIGNATURE = 0x01, 0x04  # signature types: Ed25519 over the text; by a witness, with a time

_DASH = "\N{EM DASH} "
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_NAME = re.compile(r"[^\s+\ud800-\udfff]+")  # no surrogates, which escapes in JSON can contain
_DECIMAL = re.compile(r"0|[1-9][0-9]{0,15}")


class Key(NamedTuple):
    """A verifier key: a name, a signature type, an Ed25519 public key."""

    name: str
    kind: int
    public: bytes

    @property
    def id(self) -> bytes:
        """The key id: four bytes that identify the key together with its name."""
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    @property
    def text(self) -> str:
        """The key in the form of C2SP."""
        return f"{self.name}+{self.id.hex()}+{encode_base64(bytes([self.kind]) + self.public)}"


def parse_key(text: str, kind: int) -> Key:
    """Parse a verifier key of the expected type strictly. Raises `Wrong`."""
    name, _, rest = text.partition("+")
    key_id, _, material = rest.partition("+")
    raw = decode_base64(material)
    if not _NAME.fullmatch(name) or raw[:1] != bytes([kind]):
        raise Wrong(f"key {plain(text)}: not a key of the expected type ({kind:#04x}) with a name of its form")
    key = Key(name, kind, raw[1:])
    if key_id != key.id.hex():
        raise Wrong(f"key {plain(text)}: its key id is another key's")
    try:
        sound_key(key.public)
    except ValueError as error:
        raise Wrong(f"key {plain(text)}: {error}") from None
    return key


class Note(NamedTuple):
    """A parsed note: the text with its final LF, and (name, key id, value) of each signature line."""

    text: str
    signatures: list[tuple[str, bytes, bytes]]


def parse_note(raw: bytes, where: str) -> Note:
    """Parse a C2SP signed note strictly, without verifying signatures. Raises `Wrong`, which names `where`."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        raise Wrong(f"{where}: not UTF-8") from None
    if _CONTROL.search(text):
        raise Wrong(f"{where}: a control character")
    body, gap, lines = text.rpartition("\n\n")
    if not gap or not lines.endswith("\n"):
        raise Wrong(f"{where}: not a text, an empty line and signature lines that end in LF")
    signatures = []
    for line in lines[:-1].split("\n"):
        name, _, encoded = line[len(_DASH) :].partition(" ")
        if not line.startswith(_DASH) or not _NAME.fullmatch(name):
            raise Wrong(f"{where}: a malformed signature line")
        try:
            value = decode_base64(encoded)
        except Wrong as finding:
            raise Wrong(f"{where}: signature of {plain(name)}: {finding}") from None
        if len(value) <= 4:
            raise Wrong(f"{where}: signature of {plain(name)}: empty")
        signatures.append((name, value[:4], value[4:]))
    if len(signatures) > 100 or len({each[:2] for each in signatures}) < len(signatures):
        raise Wrong(f"{where}: a key signs twice, or too many sign")
    return Note(body + "\n", signatures)


def signers(note: Note, keys: Iterable[Key], where: str) -> dict[Key, int]:
    """Return those of `keys` that signed, each with the POSIX time of a cosignature, otherwise with 0.

    Lines of unknown keys are ignored. Raises `Wrong` if the signature of a known key is not valid.
    """
    known = {(key.name, key.id): key for key in keys}
    found = {}
    for name, key_id, value in note.signatures:
        key = known.get((name, key_id))
        if key is None:
            continue
        message, stated, signature = note.text.encode(), 0, value
        if key.kind == COSIGNATURE:
            stated, signature = int.from_bytes(value[:8], "big"), value[8:]
            message = f"cosignature/v1\ntime {stated}\n".encode() + message
        if not ed25519_verify(key.public, message, signature):
            raise Wrong(f"{where}: the signature of {plain(name)} is wrong")
        found[key] = stated
    return found


class Checkpoint(NamedTuple):
    """The text of a checkpoint: origin, number of entries and root of the tree."""

    origin: str
    size: int
    root: bytes


def parse_checkpoint(text: str, where: str) -> Checkpoint:
    """Parse the text of a checkpoint: exactly origin, size and root. Raises `Wrong`, which names `where`."""
    lines = text.split("\n")
    if len(lines) != 4 or lines[3] or not _NAME.fullmatch(lines[0]) or not _DECIMAL.fullmatch(lines[1]):
        raise Wrong(f"{where}: not origin, size and root on three lines")
    root = decode_base64(lines[2])
    if len(root) != HASH_BYTES:
        raise Wrong(f"{where}: the root has not {HASH_BYTES} bytes")
    return Checkpoint(lines[0], int(lines[1]), root)


# --- Keys and policy (C2SP tlog-policy) -------------------------------------------------------------------------------


class LogKey(NamedTuple):
    """A key of a ledger, and the tree sizes for which it is valid: `first` to `last`; None: still in use.

    `note`: for the key of a later epoch, the note in which a former key signs it.
    """

    key: Key
    first: int
    last: int | None
    note: str = ""


class Epochs(NamedTuple):
    """The origins of a ledger in order, each with the position of its first entry."""

    starts: tuple[tuple[int, str], ...]

    def at(self, position: int) -> str:
        """Return the origin that the entry at this position must name."""
        return [origin for first, origin in self.starts if first <= position][-1]


@dataclass
class Keys:
    """Keys of the ledger and of its witnesses, from one source."""

    log: list[LogKey] = field(default_factory=list)
    witnesses: list[Key] = field(default_factory=list)

    def demand_distinct(self) -> None:
        """Raise `Wrong` if two names have the same public key."""
        publics = [each.key.public for each in self.log] + [each.public for each in self.witnesses]
        if len(set(publics)) < len(publics):
            raise Wrong("one public key stands twice")


def _epoch(origin: str) -> int:
    number = origin.rpartition("/")[2]
    return int(number) if _DECIMAL.fullmatch(number) else -1


def _before(origin: str, other: str) -> bool:
    """Return whether both are epochs of one ledger, and `origin` is earlier than `other`."""
    return origin.rpartition("/")[0] == other.rpartition("/")[0] and -1 < _epoch(origin) < _epoch(other)


def vouching(key: str, name: str) -> str:
    """Return the text that a former key signs for `key`, a verifier key of this name, of a later epoch."""
    return f"liaison-epoch/v1\n{name}\n{key}\n"


def vouched(each: LogKey, before: Iterable[Key]) -> bool:
    """Return whether one of the keys `before` signed it. Raises `Wrong` if its note or the signature is invalid."""
    if not each.note:
        return False
    where = f"file data/keys.json: note of the key of {plain(each.key.name)}"
    try:
        note = parse_note(each.note.encode(), where)
    except UnicodeEncodeError:
        raise Wrong(f"{where}: not UTF-8") from None
    return note.text == vouching(each.key.text, each.key.name) and bool(signers(note, before, where))


def parse_keys(raw: bytes) -> Keys:
    """Parse a `keys.json`, or verifier keys, one per line (type 0x01: the ledger, 0x04: a witness). Raises `Wrong`."""
    text = raw.decode("utf-8", "replace")
    return parse_keys_json(text) if text.lstrip().startswith("{") else _parse_key_lines(text)


def parse_keys_json(text: str) -> Keys:
    """Parse a `keys.json`. Raises `Wrong`."""
    keys, value = Keys(), read_json(text)
    if not isinstance(value, dict) or not isinstance(value.get("log"), list):
        raise Wrong("no list of log keys")
    if not isinstance(value.get("witnesses", []), list):
        raise Wrong("its witnesses are no list")
    for each in value["log"]:
        if not isinstance(each, dict) or not isinstance(each.get("vkey"), str):
            raise Wrong("a log key without vkey")
        first, last, note = each.get("from"), each.get("to"), each.get("note")
        if type(first) is not int or not (last is None or type(last) is int):
            raise Wrong("a log key without the sizes it counts for")
        if not (note is None or type(note) is str):
            raise Wrong("a log key whose note is no text")
        keys.log.append(LogKey(parse_key(each["vkey"], SIGNATURE), first, last, note or ""))
    for each in value.get("witnesses", []):
        if not isinstance(each, dict) or not isinstance(each.get("vkey"), str):
            raise Wrong("a witness without vkey")
        keys.witnesses.append(parse_key(each["vkey"], COSIGNATURE))
    keys.demand_distinct()
    return keys


def _parse_key_lines(text: str) -> Keys:
    keys = Keys()
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        if line.startswith("#"):
            continue
        if decode_base64(line.split("+", 2)[-1])[:1] == bytes([COSIGNATURE]):
            keys.witnesses.append(parse_key(line, COSIGNATURE))
        else:
            keys.log.append(LogKey(parse_key(line, SIGNATURE), 0, None))
    keys.demand_distinct()
    return keys


class Policy:
    """A C2SP tlog-policy: logs, witnesses, groups, and the required quorum. Raises `Usage` if it is invalid."""

    def __init__(self, raw: bytes) -> None:
        self.logs: list[Key] = []
        self.witnesses: dict[str, Key] = {}
        self.groups: dict[str, tuple[int, list[str]]] = {}
        self.quorum: str | None = None
        self._members: set[str] = set()
        if re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", raw):
            raise Usage("policy: a control character")
        for number, line in enumerate(raw.decode("utf-8", "surrogateescape").split("\n"), 1):
            words = re.split(r"[ \t]+", line.strip(" \t"))
            if not words[0] or words[0].startswith("#"):
                continue
            try:
                self._line(words)
            except Wrong as finding:
                raise Usage(f"policy, line {number}: {finding}") from None
        if self.quorum is None:
            raise Usage("policy: no quorum line")

    def _line(self, words: list[str]) -> None:
        if words[0] == "log" and 2 <= len(words) <= 3:
            self.logs.append(self._fresh(parse_key(words[1], SIGNATURE), self.logs))
        elif words[0] == "witness" and 3 <= len(words) <= 4:
            key = self._fresh(parse_key(words[2], COSIGNATURE), self.witnesses.values())
            self.witnesses[self._new_name(words[1])] = key
        elif words[0] == "group" and len(words) >= 4:
            self._group(words[1], words[2], words[3:])
        elif words[0] == "quorum" and len(words) == 2 and self.quorum is None:
            if words[1] != "none" and words[1] not in self.witnesses and words[1] not in self.groups:
                raise Wrong(f"{plain(words[1])} is not defined above")
            self.quorum = words[1]
        else:
            raise Wrong("not a log, witness, group or (one) quorum line")

    def _group(self, name: str, threshold: str, members: list[str]) -> None:
        for member in members:
            if member not in self.witnesses and member not in self.groups:
                raise Wrong(f"{plain(member)} is not defined above")
            if member in self._members:
                raise Wrong(f"{plain(member)} is already a member of a group")
            self._members.add(member)
        number = {"any": "1", "all": str(len(members))}.get(threshold, threshold)
        if not re.fullmatch(r"[1-9][0-9]{0,5}", number) or int(number) > len(members):
            raise Wrong("a threshold is any, all, or a number up to the members'")
        self.groups[self._new_name(name)] = (int(number), members)

    def _new_name(self, name: str) -> str:
        if name == "none" or name in self.witnesses or name in self.groups:
            raise Wrong(f"the name {plain(name)} is taken")
        return name

    @staticmethod
    def _fresh(key: Key, others: Iterable[Key]) -> Key:
        if key.public in {other.public for other in others}:
            raise Wrong("the same public key twice")
        return key

    def met_by(self, cosigners: set[Key]) -> bool:
        """Return whether these witnesses are a quorum."""
        witnessed = {name: key in cosigners for name, key in self.witnesses.items()}
        for name, (threshold, members) in self.groups.items():  # members are defined before their group
            witnessed[name] = sum(witnessed[member] for member in members) >= threshold
        return self.quorum == "none" or witnessed[self.quorum or ""]

    def absent(self, cosigners: set[Key]) -> str:
        """Return the names, as in the policy, of the witnesses that have not cosigned."""
        return ", ".join(plain(name) for name, key in self.witnesses.items() if key not in cosigners)


# --- The Merkle tree (RFC 6962) ---------------------------------------------------------------------------------------


def leaf_hash(commitment: bytes) -> bytes:
    """Return SHA-256(0x00 || commitment)."""
    return hashlib.sha256(b"\x00" + commitment).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return SHA-256(0x01 || left || right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def roots(commitments: bytes, sizes: Iterable[int]) -> dict[int, bytes]:
    """Return the root over the first `size` commitments (32 bytes each) for each of `sizes`, computed in one pass."""
    block = 1 << 10  # leaves hashed together; a full block is a full subtree
    edge: list[tuple[int, bytes]] = []  # (leaves, root) of the full subtrees so far, largest first
    result = {}
    wanted = sorted(set(sizes))
    sha256 = hashlib.sha256
    for start in range(0, wanted[-1] + 1, block) if wanted else ():
        raw = commitments[start * HASH_BYTES : (start + block) * HASH_BYTES]
        leaves = [sha256(b"\x00" + raw[at : at + HASH_BYTES]).digest() for at in range(0, len(raw), HASH_BYTES)]
        while wanted and wanted[0] < start + block:
            size = wanted.pop(0)
            result[size] = _fold([root for _, root in edge] + _full_subtrees(leaves[: size - start]))
        if len(leaves) < block:
            break
        node, count = _full_root(leaves), block
        while edge and edge[-1][0] == count:
            node, count = node_hash(edge.pop()[1], node), count * 2
        edge.append((count, node))
    return result


def _full_root(nodes: list[bytes]) -> bytes:
    """Return the root over a number of nodes that is a power of two."""
    sha256 = hashlib.sha256
    while len(nodes) > 1:
        nodes = [sha256(b"\x01" + nodes[at] + nodes[at + 1]).digest() for at in range(0, len(nodes), 2)]
    return nodes[0]


def _full_subtrees(leaves: list[bytes]) -> list[bytes]:
    """Return the roots of the full subtrees of less than a block of leaves, largest first."""
    result, start = [], 0
    while start < len(leaves):
        count = 1 << ((len(leaves) - start).bit_length() - 1)
        result.append(_full_root(leaves[start : start + count]))
        start += count
    return result


def _fold(subtrees: list[bytes]) -> bytes:
    if not subtrees:
        return hashlib.sha256(b"").digest()
    node = subtrees[-1]
    for left in reversed(subtrees[:-1]):
        node = node_hash(left, node)
    return node


def included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Return whether `proof` proves the leaf at `index` under the root of a tree of this size (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    node, place, last, used = leaf, index, size - 1, 0
    while last:
        if place & 1 or place < last:
            if used == len(proof):
                return False
            node = node_hash(proof[used], node) if place & 1 else node_hash(node, proof[used])
            used += 1
        place, last = place >> 1, last >> 1
    return used == len(proof) and node == root


def _receipt_of(position: int) -> str:
    return f"data/receipts/{position}.tlog-proof"


# --- Entries and fields -----------------------------------------------------------------------------------------------

_ATOM = r"[ !#-\[\]-~]+"  # printable ASCII that JSON does not escape
_HASH = r"[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]="  # 32 bytes in canonical base64
_WORD = r"[a-z][a-z0-9_]*"
_ID = r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
_TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z"

# An entry in canonical JSON has exactly one form, and so has a line of entries.jsonl, which contains it as a JSON string.
# Therefore one expression parses a line and rejects every other text. Only the values of fields are checked separately.
_ENTRY = (
    rf'\{{"at":"({_TIME})",'
    rf'"fields":\{{((?:"{_WORD}":"{_HASH}"(?:,"{_WORD}":"{_HASH}")*)?)\}},'
    rf'"id":"({_ID})",'
    rf'"kind":"({_WORD}\.{_WORD})",'
    rf'"led":"({_WORD})",'
    rf'"ledger":"({_ATOM})",'
    rf'"party":(?:null|"({_ATOM})"),'
    rf'"purpose":(?:null|"({_ATOM})"),'
    rf'"seat":"({_ATOM})",'
    rf'"subject":\{{((?:"{_WORD}":"{_ATOM}"(?:,"{_WORD}":"{_ATOM}")*)?)\}},'
    r'"v":1\}'
).replace('"', r'\\"')
_LINE = re.compile(
    rf'\{{"position":(0|[1-9][0-9]{{0,15}}),"salt":"({_HASH})","canonical":"({_ENTRY})","fields":\{{(.*)\}}\}}'
)
_POSITION = re.compile(r'\{"position":(0|[1-9][0-9]{0,15}),')
_PARTS = re.compile(rf'\{{"position":[0-9]+,"salt":"({_HASH})","canonical":"((?:[^"\\]|\\")*)","fields":\{{.*\}}\}}')
_FIELD = re.compile(rf'("{_WORD})":\{{"salt":"({_HASH})","value":')
_NAMED = re.compile(rf'"({_WORD})"')
_LAST = frozenset("AEIMQUYcgkosw048")  # in 32 bytes as base64, two bits of the last letter are unused and 0
_CHAIN = rf'\{{"n":([1-9][0-9]{{0,14}}),"previous":(?:null|"({_HASH})")\}}'
_LINK = re.compile(_CHAIN)
_PLAIN = re.compile(r'"[^"\\\x00-\x1f]*"|0|-?[1-9][0-9]{0,14}|true|false|null|' + _CHAIN)  # canonical as it is


class Entry(NamedTuple):
    """A disclosed and checked entry. `hashes`: of all fields; `texts`: the disclosed fields as canonical JSON."""

    position: int
    commitment: bytes
    id: str
    at: str
    kind: str
    led: str
    party: str | None
    purpose: str | None
    seat: str
    subject: dict[str, str]
    hashes: dict[str, str]
    texts: dict[str, str]
    link: tuple[int, str | None] | None  # `n` and `previous` of its chain; None if it has no valid chain field

    @property
    def evidence(self) -> str | None:
        """The exhibit that the entry is about."""
        return self.subject.get("evidence")

    def value(self, name: str) -> Any:  # noqa: ANN401 - the callers check the type
        """Return the value of a field; None if it is not disclosed."""
        text = self.texts.get(name)
        return None if text is None else read_json(text)


def check_line(text: str, commitments: bytes, ledger: str | Epochs, first: int = 0) -> Entry:
    """Parse a line of `entries.jsonl` without its LF, and check form, commitment and fields. Raises `Wrong`.

    `commitments`: those of the positions from `first` on. `ledger`: the origin, or the origins of all epochs.
    """
    line = _LINE.fullmatch(text)
    if line is None:
        raise _unread(text, commitments)
    (number, salt, canonical, at, fields, name, kind, led, origin, party, purpose, seat, subjects, disclosed) = (
        line.groups()
    )
    position = int(number)
    start = (position - first) * HASH_BYTES
    commitment = commitments[start : start + HASH_BYTES] if start >= 0 else b""
    if not commitment:
        raise Wrong(_NOWHERE)
    try:
        if _commitment(salt, canonical) != commitment:
            raise Wrong("the entry is not the one that its commitment binds")  # noqa: TRY301 - the position is added below
        if origin != (ledger if isinstance(ledger, str) else ledger.at(position)):
            raise Wrong(f"the entry is of another ledger, {plain(origin)}")  # noqa: TRY301
        _demand_time(at)
        hashes = _pairs(fields)
        subject, texts = _pairs(subjects), open_fields(disclosed, hashes)
    except Wrong as finding:
        raise Wrong(f"position {position}: {finding}") from None
    chain = _LINK.fullmatch(texts.get("chain", ""))
    link = (int(chain[1]), chain[2]) if chain else None
    return Entry(position, commitment, name, at, kind, led, party, purpose, seat, subject, hashes, texts, link)


_NOWHERE = "no disclosed entry with a position of the ledger"


def _commitment(salt: str, escaped: str) -> bytes:
    text = escaped.encode().translate(None, b"\\")  # a backslash occurs only before a quotation mark
    return hashlib.sha256(ENTRY_PREFIX + binascii.a2b_base64(salt) + text).digest()


def _unread(text: str, commitments: bytes) -> Wrong:
    """Return the error of a line that does not have the form of `_LINE`."""
    named = _POSITION.match(text)
    at = int(named[1]) * HASH_BYTES if named else -1
    if not named or not 0 <= at < len(commitments):
        return Wrong(_NOWHERE)
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return Wrong(f"position {named[1]}: the line has not the form of salt, canonical entry and fields")
    if _commitment(parts[1], parts[2]) != commitments[at : at + HASH_BYTES]:
        return Wrong(f"position {named[1]}: the entry is not the one that its commitment binds")
    return Wrong(f"position {named[1]}: the entry is not canonical, or has not the form of an entry")


def _demand_time(at: str) -> None:
    try:
        datetime.fromisoformat(at[:-1])
    except ValueError:
        raise Wrong("at is no time") from None


def _pairs(escaped: str) -> dict[str, str]:
    parts = escaped.split('\\"')  # "name":"value","name":"value"
    names = parts[1::4]
    if len(names) > 1 and names != sorted(set(names)):
        raise Wrong("the entry is not canonical: keys out of order, or one twice")
    return dict(zip(names, parts[3::4]))  # noqa: B905 - Python 3.9 has no strict=


def open_fields(disclosed: str, hashes: dict[str, str]) -> dict[str, str]:
    """Return the disclosed fields as name → canonical JSON. Raises `Wrong` unless each has the hash in the entry."""
    try:
        return _open_fields(disclosed.split(_GAP), hashes)
    except Wrong:  # it is wrong, or a value contains the separator: a JSON parser finds the end of each value
        return _open_fields(_split_by_json(disclosed), hashes)


_GAP, _VALUE, _NEXT = '":{"salt":"', '","value":', '},"'


def _open_fields(pieces: list[str], hashes: dict[str, str]) -> dict[str, str]:
    """Return the same from the text split at `_GAP`: `"name`, `salt","value":…},"name`, …, `salt","value":…}`.

    A name follows its quotation mark: that of the first piece, or the one at the end of `_NEXT`.
    """
    texts: dict[str, str] = {}
    sha256, decode, encode = hashlib.sha256, binascii.a2b_base64, binascii.b2a_base64
    if pieces[-1]:
        pieces[-1] += ',"'
    if pieces[0][:1] not in (_QUOTE, ""):
        raise Wrong("the fields have not the form of name, salt and value")
    name, rest = pieces[0][1:], pieces[1:]
    for piece in rest:
        before, end, following = piece.rpartition(_NEXT)
        salt, text = before[:44], before[54:]
        try:
            raw = decode(salt)
        except ValueError:
            raise Wrong(f"field {plain(name)}: its salt is not base64") from None
        bound = sha256(FIELD_PREFIX + raw + f'["{name}",{text}]'.encode()).digest()
        if encode(bound, newline=False).decode() != hashes.get(name) or len(raw) != HASH_BYTES:
            raise Wrong(f"field {plain(name)}: not what the entry binds")
        if before[44:54] != _VALUE or not end or salt[42] not in _LAST or salt[43] != "=" or name in texts:
            raise Wrong(f"field {plain(name)}: twice, or its salt is not in canonical base64")
        if not _PLAIN.fullmatch(text) and text not in _canonical:
            demand_canonical(name, text)
        texts[name] = text
        name = following
    if name:
        raise Wrong("the fields have not the form of name, salt and value")
    return texts


def _split_by_json(disclosed: str) -> list[str]:
    pieces, at = [""], 0
    while at < len(disclosed):
        head = _FIELD.match(disclosed, at)
        if head is None:
            named = _NAMED.match(disclosed, at)
            raise Wrong(f"field {named[1] if named else '?'}: not of the form of salt and value")
        try:
            _, end = _whole.raw_decode(disclosed, head.end())
        except (Wrong, ValueError, RecursionError) as error:
            raise Wrong(f"field {head[1][1:]}: {error if isinstance(error, Wrong) else 'not JSON'}") from None
        if disclosed[end:] != "}" and disclosed[end : end + 3] != '},"':
            raise Wrong(f"field {head[1][1:]}: has more than salt and value")
        at = end + (1 if disclosed[end:] == "}" else 2)
        pieces[-1] += head[1]
        pieces.append(disclosed[head.start(2) : at])
    return pieces


_canonical: set[str] = set()  # cache of short values that occur often, such as names


def demand_canonical(name: str, text: str) -> None:
    """Raise `Wrong` unless the value of this field is canonical JSON (RFC 8785) of the ledger's profile."""
    try:
        value, _ = _whole.scan_once(text, 0)
        if canonical_json(value) != text:
            raise Wrong("its value is not canonical JSON, or repeats a key")  # noqa: TRY301
        if not text.isascii() or text.count("[") + text.count("{") > MAX_DEPTH:
            demand_profile(value)
    except (Wrong, ValueError, StopIteration, RecursionError) as finding:
        raise Wrong(f"field {plain(name)}: {finding or 'not JSON'}") from None
    if len(text) <= MAX_KEPT_TEXT and len(_canonical) < MAX_KEPT:
        _canonical.add(text)


# --- custody.csv: the same entries for a spreadsheet ------------------------------------------------------------------

CUSTODY_HEADER = (  # the first character tells spreadsheets that the file is UTF-8
    '\ufeff"position","exhibit","n","at","kind","seat","party","name","authority","led","purpose","details","withheld","commitment"\r\n'
)
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


_QUOTE, _QUOTES = '"', '""'
_cells: dict[str, str] = {}
_actors: dict[str, str] = {}


def harmless(cell: str | None) -> str:
    """Return the text of a cell: quotes doubled, an apostrophe before what a spreadsheet takes for a formula."""
    if not cell:
        return ""
    return ("'" if cell.lstrip(" ").startswith(_FORMULA) else "") + cell.replace(_QUOTE, _QUOTES)


def _remembered(cell: str) -> str:
    """Return the same, cached, for a cell that occurs often."""
    text = harmless(cell)
    if cell and len(cell) <= MAX_KEPT_TEXT and len(_cells) < MAX_KEPT:
        _cells[cell] = text
    return text


def _actor(text: str) -> str:
    """Return the cells of the actor's name and authority, cached."""
    actor = read_json(text)
    name, authority = (actor.get("name"), actor.get("authority")) if type(actor) is dict else (None, None)
    cells = '","'.join(harmless(None if each is None else str(each)) for each in (name, authority))
    if len(text) <= MAX_KEPT_TEXT and len(_actors) < MAX_KEPT:
        _actors[text] = cells
    return cells


def custody_row(entry: Entry) -> str:
    """Return the entry as a row of `custody.csv` (RFC 4180, every cell quoted). The commitment is in hexadecimal."""
    texts, known = entry.texts, _cells.get
    seat, party, purpose = entry.seat, entry.party or "", entry.purpose or ""
    evidence, actor, link = entry.subject.get("evidence", ""), texts.get("actor", "null"), entry.link
    details = ",".join([f'"{each}":{texts[each]}' for each in sorted(texts) if each not in ("actor", "chain")])
    withheld = "" if len(entry.hashes) == len(texts) else " ".join(sorted(entry.hashes.keys() - texts.keys()))
    return (
        f'"{entry.position}","{known(evidence) or _remembered(evidence)}","{link[0] if link else ""}","{entry.at}",'
        f'"{entry.kind}","{known(seat) or _remembered(seat)}","{known(party) or _remembered(party)}",'
        f'"{_actors.get(actor) or _actor(actor)}","{entry.led}","{known(purpose) or _remembered(purpose)}",'
        f'"{{{details.replace(_QUOTE, _QUOTES)}}}","{withheld}","{entry.commitment.hex()}"\r\n'
    )


def compare_rows(stream: IO[bytes], rows: list[str]) -> None:
    """Raise `Wrong`, which names the position, unless these are the next rows of `custody.csv`."""
    expected = "".join(rows).encode()
    found = stream.read(len(expected))
    if found == expected:
        return
    at = 0
    for row in rows:
        each = row.encode()
        if found[at : at + len(each)] != each:
            raise Wrong(f"file data/custody.csv: does not have the row of position {row.split(_QUOTE)[1]}")
        at += len(each)


# --- Chains: every exhibit counts its entries -------------------------------------------------------------------------


REGISTERED = "evidence.registered"


class Gap(NamedTuple):
    """Undisclosed entries `first` to `last` of an exhibit. `commitment`: of the last one, if it is known."""

    first: int
    last: int
    commitment: str | None
    after: int  # they lie between these positions of the ledger
    before: int


class Link(NamedTuple):
    """An entry in the chain of its exhibit. `line`: its line in the lot, by which findings are sorted."""

    n: int
    previous: str | None
    position: int
    commitment: bytes
    line: int


class Chain:
    """The disclosed entries of an exhibit, or those of one lot, which `join` adds to the earlier ones."""

    __slots__ = ("first", "gaps", "last", "number", "originator")

    def __init__(self) -> None:
        self.number = ""
        self.originator = ""
        self.first: Link | None = None
        self.last: Link | None = None
        self.gaps: list[Gap] = []

    @property
    def n(self) -> int:
        """The number of the last disclosed entry."""
        return self.last.n if self.last else 0

    @property
    def position(self) -> int:
        """The position of that entry in the ledger."""
        return self.last.position if self.last else -1

    def follow(self, entry: Entry, line: int) -> None:
        """Add the next disclosed entry. Raises `Wrong` if it does not continue the chain."""
        found = entry.link
        if found is None:
            raise Wrong(f"position {entry.position}: field chain: missing or not of its form")
        link = Link(found[0], found[1], entry.position, entry.commitment, line)
        if self.first is None:
            self.first = link
        else:
            self._step(link)
        self.last = link
        if entry.kind == REGISTERED:
            # A second registration could name another originator. Bundles of the first one could then have gaps.
            if link.n != 1:
                raise Wrong(
                    f"position {entry.position}: {REGISTERED} is the first entry of an exhibit, and this is n={link.n}"
                )
            self.number = str(entry.value("exhibit_number") or "")
            self.originator = str(entry.value("originator") or "")

    def join(self, run: Chain) -> None:
        """Add the entries of the next lot. If they do not continue the chain, adds them and raises `Wrong`."""
        if run.first is None:
            return
        try:
            self._step(run.first)
        finally:
            self.first, self.last = self.first or run.first, run.last
            self.gaps += run.gaps
            self.number, self.originator = self.number or run.number, self.originator or run.originator

    def _step(self, link: Link) -> None:
        n, before = link.n, self.n
        if n <= before:
            raise Wrong(
                f"position {link.position}: entry n={n} of the exhibit comes after n={before}: order or repetition"
            )
        known = encode_base64(self.last.commitment) if self.last else None
        if (link.previous is None) != (n == 1) or (n == before + 1 and link.previous != known):
            raise Wrong(f"position {link.position}: field chain: previous is not the commitment of entry n={n - 1}")
        if n > before + 1:
            self.gaps.append(Gap(before + 1, n - 1, link.previous, self.position, link.position))

    def undisclosed(self) -> str:
        """Return the numbers of the missing entries as text."""
        parts = [
            f"{gap.first}" if gap.first == gap.last else f"{gap.first}-{gap.last}" for gap in self.gaps[:MAX_SHOWN]
        ]
        return ", ".join(parts) + (", …" if len(self.gaps) > MAX_SHOWN else "")

    def missing(self) -> int:
        """Return the number of missing entries."""
        return sum(gap.last - gap.first + 1 for gap in self.gaps)


# --- Erasures: a later entry (the certificate) states which fields of an entry were erased -----------------------------

WENT_WITH = "evidence.fields_erased"  # one certificate for all entries of an erased exhibit
ERASED = ("field.erased", "evidence.field_erased", WENT_WITH)
DECIDED = "field.erasure_decided"
EXHIBIT_DECIDED = "evidence.erasure_decided"
SIGNED = "decision.signed"
SIGNING = ("decision.recorded", "decision.corrected", SIGNED, "signing.key_named", "signing.key_revoked")
STATEMENT = "liaison-decision/v1"
_ED25519_DER = bytes.fromhex("302a300506032b6570032100")  # DER prefix of the 32 bytes of a public key (RFC 8410)
STATED = ("ledger", "party", "channel", "decision", "version", "entry", "commitment", "text")
_STANDS = frozenset(
    [
        "actor",
        "chain",
        "declared_hashes",
        "declared_sha256",
        "epoch",
        "files",
        "former",
        "heads",
        "justification",
        "keys",
        "known",
        "profile",
        "purpose",
        "sha256",
        "tip",
        "vkey",
        "voucher",
    ]
)


class Undisclosed(NamedTuple):
    """A disclosed entry with undisclosed fields, and their names."""

    id: str
    names: frozenset[str]
    evidence: str | None


class Erasure(NamedTuple):
    """The fields of one entry that a certificate states as erased. `entry`: its id in hexadecimal without hyphens."""

    position: int
    entry: str
    names: list[str]


def whose_fields(entry: Entry) -> list[Erasure]:
    """Return the entries and fields that a certificate names. Raises `Wrong`."""
    where = f"position {entry.position}"
    own = {"position": entry.value("position"), "names": entry.value("names"), "entry": entry.subject.get("entry", "")}
    told = entry.value("erased_fields") if entry.kind == WENT_WITH else [own]
    found = []
    for each in told if type(told) is list else [None]:
        one = each if type(each) is dict else {}
        position, names = one.get("position"), one.get("names")
        named = str(one.get("entry")).replace("-", "")
        if (
            type(position) is not int
            or not re.fullmatch("[0-9a-f]{32}", named)
            or type(names) is not list
            or not all(type(name) is str for name in names)
        ):
            raise Wrong(f"{where}: does not say of which fields it is the erasure")
        if not 0 <= position < entry.position:
            raise Wrong(f"{where}: field position: an erasure is of an entry before it")
        found.append(Erasure(position, named, names))
    if len({one.position for one in found}) < len(found):
        raise Wrong(f"{where}: names an entry twice")
    return found


def check_erasure(told: Entry, decided: Entry | None) -> list[Erasure]:
    """Check a certificate, and compare it with the decision that it names, if that is disclosed. Raises `Wrong`.

    A certificate only explains why a field is absent. Fields that are present are checked as all others.
    """
    where, approval, found = f"position {told.position}", told.value("approval"), whose_fields(told)
    for position, _, names in found:
        for name in names:
            if name in _STANDS:
                raise Wrong(f"{where}: field names: {plain(name)} is never erased")
        if type(approval) is not int or not position < approval < told.position:
            raise Wrong(f"{where}: field approval: the decision stands between the entry and its certificate")
    if decided is not None and not _decides(decided, told):
        raise Wrong(f"{where}: field approval: position {approval} does not decide this erasure")
    return found


def _decides(decided: Entry, told: Entry) -> bool:
    if told.kind == WENT_WITH:
        return decided.kind == EXHIBIT_DECIDED and decided.evidence == told.evidence
    return (
        decided.kind == DECIDED
        and decided.subject.get("entry") == told.subject.get("entry")
        and decided.texts.get("names") in (None, told.texts.get("names"))
    )


class Held(NamedTuple):
    """A recorded decision, as far as its signatures are compared with it."""

    position: int
    channel: str
    message: str
    commitment: str
    text: str
    awaits: frozenset[str]


class Named(NamedTuple):
    """A key that a party registered. `public`: None if it is not disclosed."""

    public: str | None
    position: int


class Unproven(NamedTuple):
    """A valid signature whose key registration or decision is not disclosed at an earlier position."""

    position: int
    party: str | None
    key: str
    decision: str


@dataclass
class Used:
    """A key of a party that made signatures. `named`: position of its registration."""

    key: str
    named: int | None = None
    count: int = 0


def fingerprint_of(public: str) -> str:
    """Return the SHA-256 of an Ed25519 key in DER. The page and `openssl pkey -outform DER` give the same."""
    return hashlib.sha256(_ED25519_DER + decode_base64(public)).hexdigest()


def stated(statement: str, where: str) -> dict[str, str]:
    """Return the lines of a statement by name. Raises `Wrong` unless it is a heading and eight lines."""
    heading, *lines = statement.split("\n")
    parts = [line.partition(" ") for line in lines[:-1]]
    said = {name: value for name, _, value in parts}
    whole = heading == STATEMENT and lines[-1:] == [""] and len(parts) == len(STATED) and tuple(said) == STATED
    if not whole or said["version"] != "1":
        raise Wrong(f"{where}: field statement: has not its form")
    return said


class Signatures:
    """Signatures of parties under decisions. A key is valid from its registration to its revocation."""

    def __init__(self) -> None:
        self.keys: dict[tuple[str | None, str], Named] = {}  # by party and id of the key
        self.revoked: dict[tuple[str | None, str], int] = {}  # by party and id, and by party and public key
        self.decisions: dict[str, Held] = {}
        self.signed: dict[str, set[str]] = {}  # id of a decision's entry → parties
        self.used: dict[tuple[str, str], Used] = {}  # by party and public key
        self.unproven: list[Unproven] = []
        self.count, self.unread = 0, 0

    def take(self, entry: Entry, ledger: Callable[[int], str]) -> None:
        """Add an entry about keys, decisions or signatures. Raises `Wrong` for an invalid signature."""
        key = entry.subject.get("signing_key", "")
        if entry.kind == "signing.key_named":
            public = entry.value("public_key")
            self.keys.setdefault((entry.party, key), Named(public if type(public) is str else None, entry.position))
        elif entry.kind == "signing.key_revoked":
            for one in (key, entry.value("public_key")):
                if type(one) is str:
                    self.revoked.setdefault((entry.party, one), entry.position)
        elif entry.kind == SIGNED:
            self._signed(entry, key, ledger)
        else:
            awaits = entry.value("to_be_signed_by")
            subject, names = entry.subject, frozenset(awaits if type(awaits) is list else ())
            self.decisions[entry.id] = Held(
                entry.position,
                subject.get("channel", ""),
                subject.get("message", ""),
                encode_base64(entry.commitment),
                entry.hashes.get("text", ""),
                names,
            )

    def _signed(self, entry: Entry, key: str, ledger: Callable[[int], str]) -> None:
        where, party = f"position {entry.position}", entry.party
        statement, signature, public = (entry.value(name) for name in ("statement", "signature", "public_key"))
        if not all(type(each) is str for each in (statement, signature, public)):
            self.unread += 1
            return
        try:
            right = ed25519_verify(decode_base64(public), statement.encode(), decode_base64(signature))
        except ValueError:
            right = False
        if not right:
            raise Wrong(f"{where}: field signature: the party's key did not sign the statement")
        said, subject = stated(statement, where), entry.subject
        if (said["party"], said["channel"], said["decision"], said["entry"]) != (
            party,
            subject.get("channel"),
            subject.get("message"),
            subject.get("decision"),
        ):
            raise Wrong(f"{where}: field statement: is of another party or decision than its entry")
        named = self.keys.get((party, key))
        if named is not None and named.public not in (None, public):
            raise Wrong(f"{where}: field public_key: is not the key that its party named at position {named.position}")
        for one in (key, public):
            if (party, one) in self.revoked:
                raise Wrong(
                    f"{where}: the key was revoked at position {self.revoked[party, one]}, before it signed this"
                )
        held = self.decisions.get(said["entry"])
        if held is not None and (
            (said["channel"], said["decision"], said["commitment"], said["text"]) != held[1:5]
            or said["ledger"] != ledger(held.position)
        ):
            raise Wrong(f"{where}: field statement: is not of the decision at position {held.position}")
        proven = named is not None and named.public is not None and held is not None
        self._count(Unproven(entry.position, party, key, said["entry"]), public, named, proven=proven)

    def _count(self, found: Unproven, public: str, named: Named | None, *, proven: bool) -> None:
        party = found.party or ""
        used = self.used.setdefault((party, public), Used(found.key))
        used.count += 1
        if named is not None and named.public is not None and used.named is None:
            used.named = named.position
        if proven:
            self.count += 1
            self.signed.setdefault(found.decision, set()).add(party)
        else:
            self.unproven.append(found)

    def sum_up(self, report: Report, *, whole: bool) -> None:
        """Report the results. `whole`: every entry of the ledger is disclosed.

        A decision that still awaits a signature is not an error.
        """
        if self.count:
            report.verified.append(
                f"{self.count:,} signatures of parties under decisions are by keys that their parties named before"
            )
        undisclosed = [one for one in self.unproven if not self._is_wrong(one, report, whole=whole)]
        if undisclosed:
            report.unchecked.append(
                f"{len(undisclosed):,} signatures are by the keys beside them, and count for nothing: the naming of the key,"
                " or the decision itself, is not disclosed here"
            )
        if self.unread:
            report.unchecked.append(f"{self.unread:,} signatures, of which the statement is not disclosed here")
        self._keys(report)
        here = "" if whole else ", as far as is disclosed here"
        for entry, held in self.decisions.items():
            waiting = held.awaits - self.signed.get(entry, set())
            if waiting:
                names = ", ".join(plain(each) for each in sorted(waiting))
                report.remarks.append(f"position {held.position}: this decision awaits the signature of {names}{here}")

    def _is_wrong(self, one: Unproven, report: Report, *, whole: bool) -> bool:
        """Return and report whether a signature precedes its key or decision, or the whole ledger lacks one of them."""
        where, named, held = (
            f"position {one.position}",
            self.keys.get((one.party, one.key)),
            self.decisions.get(one.decision),
        )
        for what, position in (
            ("the key that signed this was named", None if named is None else named.position),
            ("the decision that this signs was recorded", None if held is None else held.position),
        ):
            if position is None and whole:
                report.wrong.append(f"{where}: {what} nowhere by this party, and every entry is here")
                return True
            if position is not None and position > one.position:
                report.wrong.append(f"{where}: {what} at position {position}, behind it")
                return True
        return False

    def _keys(self, report: Report) -> None:
        for (party, public), used in sorted(self.used.items()):
            revoked = self.revoked.get((party, public), self.revoked.get((party, used.key)))
            named = "its naming is not disclosed here" if used.named is None else f"named at position {used.named}"
            report.keys.append(
                f"{plain(party, 40)}: SHA-256 {fingerprint_of(public)}; {named}"
                f"{'' if revoked is None else f', revoked at position {revoked}'}; {used.count:,} signatures"
            )


# --- Lots: entries are checked in groups, by this process or by several ----------------------------------------------


TAKEN = "evidence.taken"  # a recorded download of an exhibit's original


class Record(NamedTuple):
    """An entry that records the SHA-256 of a file."""

    position: int
    kind: str
    at: str
    evidence: str | None
    name: str


# Additional rules of profiles: whose acts, which kinds of entries, and which fields a bundle may disclose.

CLOSED = "jit.closed"  # the last entry of a ledger
FOUNDINGS = ("jit.founded", "epoch.begun")  # they name the ledger's keys, and the whole team reads them
_KEYS = {"agreement_signed_on", "epoch", "former", "keys", "known", "name", "parties", "quorum", "reference", "voucher"}
_ASKED = {"heads", "language", "party", "proceeding", "profile", "since", "tip", "until", "zone"}
_CERTIFIED = {
    "approval",
    "decided_at",
    "erased_at",
    "erased_fields",
    "last_backup_expires",
    "method",
    "names",
    "position",
}
PROMISED = {
    # Directive (EU) 2016/680, Art. 25: kind, justification, date and time of each operation, its author, and recipients.
    "supervisory_authority": frozenset(
        _KEYS
        | _ASKED
        | _CERTIFIED
        | {"acquired_at", "category", "exhibit_kind", "exhibit_number", "ground", "legal_basis", "occurred"}
        | {"acknowledged", "actor", "authorities", "basis", "chain", "court", "custodian", "file_number"}
        | {
            "justification",
            "level",
            "not_before",
            "purposes",
            "reason",
            "schedule",
            "seats",
            "until",
            "working_session",
        }
    ),
    # No field that names a person, and no free text that can name one.
    "defence": frozenset(
        _KEYS
        | _ASKED
        | _CERTIFIED
        | {"acknowledged", "acquired_at", "acquired_zone", "authorities", "category", "chain", "court_use"}
        | {"declared_hashes", "declared_sha256", "derived", "erased_at", "evaluation", "exhibit_kind", "exhibit_number"}
        | {"files", "gates", "ground", "handling", "how", "intact", "keys_destroyed", "level", "occurred"}
        | {"media_type", "method", "mode", "not_before", "originator", "parents", "purposes", "received_bytes"}
        | {"review_on", "seats", "segments", "sha256", "size_bytes", "title", "tlp", "until", "verdict"}
    ),
    "statistics": frozenset(_KEYS | _ASKED),
}
# Of these fields, some are disclosed only in entries of certain kinds. In others they are free text or name another case.
ALONE = {"method": ("evidence.erased", *ERASED), "proceeding": ()}
OF_ONE_PARTY = ("supervisory_authority", "member_state")
OF_EXHIBITS = ("court", "defence")
# The operations of Directive (EU) 2016/680, Art. 25(1).
LOGGED = ("collection", "alteration", "consultation", "disclosure", "combination", "erasure")
ACCESS, STATISTICS = "data/access.csv", "data/statistics.csv"
ACCESS_HEADER = '\ufeff"at","seat","party","method","route","named","outcome","address"\r\n'
STATISTICS_HEADER = '\ufeff"table","of","entries"\r\n'
SUPPRESSED, SMALL, BLUR = "suppressed", 5, 10


def promised(profile: str, kind: str, own: bool) -> frozenset[str] | None:  # noqa: FBT001
    """Return the fields that a profile may disclose; None: all. `own`: of the entry of this export."""
    most = PROMISED.get(profile)
    return None if most is None else most - {name for name, kinds in ALONE.items() if kind not in kinds and not own}


def demand_promise(entry: Entry, profile: str, party: str, export: str, since: str = "", until: str = "") -> None:
    """Raise `Wrong` if the profile of the bundle forbids to disclose this entry or one of its disclosed fields."""
    own = entry.kind == "export.made" and entry.subject.get("export") == export
    most = promised(profile, entry.kind, own)
    if most is not None and not entry.texts.keys() <= most:
        name = min(entry.texts.keys() - most)
        raise Wrong(f"position {entry.position}: field {plain(name)}: the profile {profile} does not disclose it")
    if entry.kind in (*FOUNDINGS, CLOSED) or own:
        return
    if profile == "statistics" or (profile == "defence" and entry.evidence is None and entry.kind not in ERASED):
        raise Wrong(f"position {entry.position}: {entry.kind}: the profile {profile} does not disclose such an entry")
    if profile == "supervisory_authority" and entry.led not in LOGGED:
        raise Wrong(f"position {entry.position}: {entry.kind}: not an operation that Art. 25 names")
    if entry.at < since or (until and entry.at >= until):
        raise Wrong(f"position {entry.position}: {entry.kind}: not in the period of the bundle")
    if profile in OF_ONE_PARTY and party and entry.party != party:
        raise Wrong(f"position {entry.position}: {entry.kind}: not an act of {plain(party)}")


class Terms(NamedTuple):
    """The data with which each lot is compared."""

    commitments: bytes
    epochs: Epochs
    export: str  # the id of this export
    rows: bool  # whether there is a custody.csv
    records: bool  # whether hashes of files are collected, for --files
    profile: str = ""
    party: str = ""  # the only party whose acts the bundle contains, if its profile has one
    since: str = ""  # first time of the period to which the bundle is limited
    until: str = ""  # end of the period, excluded


@dataclass
class Lot:
    """The content of consecutive lines of `entries.jsonl`. The verdict does not depend on where lots begin."""

    lines: int = 0
    wrong: list[tuple[int, str]] = field(default_factory=list)  # line, finding
    positions: list[int] = field(default_factory=list)
    ids: list[bytes] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    fields: int = 0
    withheld: Counter[str] = field(default_factory=Counter)
    chains: dict[str, Chain] = field(default_factory=dict)
    rows: list[str] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)
    taken: set[tuple[str, str]] = field(default_factory=set)  # exhibit, SHA-256 of a downloaded original
    special: list[tuple[int, Entry]] = field(
        default_factory=list
    )  # line, entry: those about the founding, epochs, the end, this export, erasures and signatures, and position 0
    undisclosed: dict[int, Undisclosed] = field(default_factory=dict)

    def note(self, line: int, error: Exception) -> None:
        """Note that a line is wrong."""
        said = str(error) if isinstance(error, Wrong) else f"cannot be read ({type(error).__name__}: {plain(error)})"
        self.wrong.append((line, said))

    def take(self, line: int, entry: Entry, terms: Terms) -> None:
        """Add a checked entry. Raises `Wrong` if it does not fit the entries before it."""
        position, kind, evidence = entry.position, entry.kind, entry.subject.get("evidence")
        demand_promise(entry, terms.profile, terms.party, terms.export, terms.since, terms.until)
        if self.positions and position <= self.positions[-1]:
            raise Wrong(f"position {position}: comes after position {self.positions[-1]}")
        self.positions.append(position)
        self.ids.append(bytes.fromhex(entry.id.replace("-", "")))
        self.times.append(entry.at)
        self.fields += len(entry.texts)
        if len(entry.hashes) > len(entry.texts):
            names = frozenset(entry.hashes.keys() - entry.texts.keys())
            self.withheld.update(names)
            self.undisclosed[position] = Undisclosed(entry.id, names, evidence)
        if evidence is not None and not kind.endswith(".refused"):
            chain = self.chains.get(evidence)
            if chain is None:
                chain = self.chains[evidence] = Chain()
            chain.follow(entry, line)
        elif "chain" in entry.hashes:
            raise Wrong(f"position {position}: field chain: the entry is not about one exhibit")
        if (
            position == 0
            or kind in (CLOSED, "jit.founded", "epoch.begun", DECIDED, EXHIBIT_DECIDED, *ERASED, *SIGNING)
            or (kind == "export.made" and entry.subject.get("export") == terms.export)
        ):
            self.special.append((line, entry))
        if terms.rows:
            self.rows.append(custody_row(entry))
        if kind == TAKEN and evidence is not None:
            self.taken.update((evidence, digest) for digest, _ in recorded(entry))
        if terms.records:
            for digest, name in recorded(entry):
                record = Record(position, kind, entry.at, evidence, name)
                self.records.setdefault(digest, record)


def check_lot(raw: bytes, terms: Terms) -> Lot:
    """Check whole lines of `entries.jsonl`. Never raises: errors are noted, and the next lines are checked."""
    lot = Lot()
    *lines, rest = raw.split(b"\n")
    for number, line in enumerate(lines, 1):
        try:
            lot.take(number, check_line(line.decode(), terms.commitments, terms.epochs), terms)
        except Exception as error:  # noqa: BLE001 - as in Report.step
            lot.note(number, error)
    if rest:
        lot.note(len(lines) + 1, Wrong("does not end in LF, or is longer than any entry"))
    lot.lines = len(lines)
    return lot


def recorded(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the SHA-256 values of files that an entry records, in lower case, each with a name."""
    value = entry.value
    found = [(value(name), value("name")) for name in ("sha256", "declared_sha256")]
    found += [(each.get("sha256"), each.get("name")) for each in _objects(value("files"))]
    found += [
        (each.get("value"), f"declared, of the {each.get('of')}")
        for each in _objects(value("declared_hashes"))
        if each.get("algorithm") == "sha256"
    ]
    return ((digest.lower(), str(name or "")) for digest, name in found if type(digest) is str)


def _objects(value: object) -> list[dict[str, Any]]:
    return [each for each in value if type(each) is dict] if type(value) is list else []


def lots(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file in lots. A line that is longer than any entry is cut, so that the check finds it."""
    while True:
        raw = stream.read(LOT)
        if raw and not raw.endswith(b"\n"):
            raw += stream.readline(MAX_LINE)
        if not raw:
            return
        yield raw


_terms: list[Terms] = []  # in a process that checks lots for another one


def _set_terms(terms: Terms) -> None:
    _terms[:] = [terms]
    gc.disable()


def _check_lot_here(raw: bytes) -> Lot:
    return check_lot(raw, _terms[0])


def checked(stream: IO[bytes], terms: Terms, processes: int) -> Iterator[Lot]:
    """Yield the checked lots of the stream in order. Several processes check them; only a few lots are in memory."""
    if processes < 2:
        for raw in lots(stream):
            yield check_lot(raw, terms)
        return
    context = multiprocessing.get_context("spawn")  # the same on every system, and safe while another thread runs
    with ProcessPoolExecutor(processes, context, _set_terms, (terms,)) as pool:
        waiting: deque[Future[Lot]] = deque()
        for raw in lots(stream):
            waiting.append(pool.submit(_check_lot_here, raw))
            if len(waiting) > 2 * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


_FIGURE = re.compile(r'"([A-Za-z0-9._:-]+)","([A-Za-z0-9._-]*)","([1-9][0-9]{0,14}|suppressed)"')


def check_statistics(text: str) -> None:
    """Raise `Wrong` if `statistics.csv` contains a small count, or allows to compute one from a total."""
    if not text.startswith(STATISTICS_HEADER) or not text.endswith("\r\n"):
        raise Wrong(f"file {STATISTICS}: has not its form")
    tables: dict[str, list[tuple[str, str]]] = {}
    for number, line in enumerate(text[len(STATISTICS_HEADER) : -2].split("\r\n"), 2):
        figure = _FIGURE.fullmatch(line)
        if figure is None:
            raise Wrong(f"file {STATISTICS}: line {number} is no figure")
        if figure[3] != SUPPRESSED and int(figure[3]) < SMALL:
            raise Wrong(f"file {STATISTICS}: line {number} tells a count below {SMALL}")
        tables.setdefault(figure[1], []).append((figure[2], figure[3]))
    for name, rows in tables.items():
        where, told = f"file {STATISTICS}: table {plain(name)}", [count for of, count in rows if of]
        totals = [count for of, count in rows if not of]
        if len(totals) != 1 or len({of for of, _ in rows}) != len(rows):
            raise Wrong(f"{where}: has not one total, or repeats a row")
        if totals[0] == SUPPRESSED:
            if any(count != SUPPRESSED for count in told):
                raise Wrong(f"{where}: tells counts beside a suppressed total")
            continue
        hidden = told.count(SUPPRESSED)
        rest = int(totals[0]) - sum(int(count) for count in told if count != SUPPRESSED)
        if not hidden and rest:
            raise Wrong(f"{where}: its counts do not add up")
        if hidden == 1 or (hidden and rest < BLUR and hidden < len(told)):
            raise Wrong(f"{where}: a suppressed count follows from the others")


# --- The bag (RFC 8493) -----------------------------------------------------------------------------------------------

BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST, TAG_MANIFEST, NOTE = "manifest-sha256.txt", "tagmanifest-sha256.txt", "bundle.note"
TAGGED = {"bagit.txt", "bag-info.txt", MANIFEST}

_MANIFEST_LINE = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9._/-]+)")


def parse_manifest(raw: bytes, where: str) -> dict[str, str]:
    """Parse a manifest as path → SHA-256. Raises `Wrong` for an invalid line or a repeated path."""
    result: dict[str, str] = {}
    lines = raw.decode("utf-8", "replace").split("\n")
    if lines.pop():
        raise Wrong(f"file {where}: does not end in LF")
    for number, line in enumerate(lines, 1):
        match = _MANIFEST_LINE.fullmatch(line)
        if not match or not safe_path(match[2]) or match[2] in result:
            raise Wrong(f"file {where}: line {number} is not a hash and a path, or repeats one")
        result[match[2]] = match[1]
    return result


def parse_bag_info(raw: bytes) -> dict[str, str]:
    """Parse `bag-info.txt` as label → value. Raises `Wrong` for a repeated label."""
    result: dict[str, str] = {}
    for line in raw.decode("utf-8", "replace").split("\n"):
        label, colon, value = line.partition(": ")
        if colon and label in result:
            raise Wrong(f"file bag-info.txt: {plain(label)} stands twice")
        result[label] = value
    return result


def check_manifests(bag: Bag, report: Report) -> None:
    """Compare the hash of every file with the manifests, and report each difference and unlisted file."""
    report.head = [f"Bundle      {bag.described()}"]
    tags = parse_manifest(read_small(bag, TAG_MANIFEST), TAG_MANIFEST)
    payload = parse_manifest(read_small(bag, MANIFEST, MAX_MANIFEST), MANIFEST)
    if tags.keys() != TAGGED:
        report.wrong.append(f"file {TAG_MANIFEST}: must name {', '.join(sorted(TAGGED))}")
    if read_small(bag, "bagit.txt") != BAGIT:
        report.wrong.append("file bagit.txt: not a bag of this version")
    for name in sorted(payload):
        if not name.startswith("data/"):
            report.wrong.append(f"file {plain(name)}: in the payload's manifest, and not below data/")
    expected = {**payload, **tags}
    for name in sorted(expected.keys() - bag.sizes.keys()):
        report.wrong.append(f"file {plain(name)}: named in a manifest, and missing")
    for name in sorted(bag.sizes.keys() - expected.keys() - {TAG_MANIFEST, NOTE}):
        report.wrong.append(f"file {plain(name)}: in no manifest")
    for name in sorted(expected.keys() & bag.sizes.keys()):
        with report.step(f"file {plain(name)}"):
            if sha256_of(bag.open(name)) != expected[name]:
                raise Wrong(f"file {plain(name)}: its SHA-256 is not the one in the manifest")
    oxum = f"{sum(bag.sizes[name] for name in payload.keys() & bag.sizes.keys())}.{len(payload)}"
    if parse_bag_info(read_small(bag, "bag-info.txt")).get("Payload-Oxum", oxum) != oxum:
        report.wrong.append("file bag-info.txt: Payload-Oxum is not the payload's")
    if not report.wrong:
        report.verified.append(f"{len(expected)} files have the SHA-256 of the manifests, and no other file is there")


def _vouched_for(name: str) -> str:
    return f"the key of {plain(name)} is vouched for by the key of an epoch before"


def _period(info: dict[str, str]) -> tuple[str, str]:
    """Return the period to which a bundle is limited. Its times have the form of those of entries: text comparison works."""
    return info.get("Liaison-Since", ""), info.get("Liaison-Until", "")


def _beyond(where: str, head: Checkpoint, end: int) -> str:
    return (
        f"{where}: {head.size:,} entries of {plain(head.origin)}, of which {end:,} were restored after a loss: the ledger"
        " goes on in a new epoch, without the rest"
    )


# --- The examination --------------------------------------------------------------------------------------------------


@dataclass
class Question:
    """The options of the examination."""

    keys: Keys = field(default_factory=Keys)
    policy: Policy | None = None
    since: Bag | None = None
    files: Path | None = None
    max_age: int | None = None  # seconds
    processes: int = 1  # number of processes that check entries

    def trusted(self) -> Keys:
        """Return the trusted keys: those given, and those of the policy."""
        log, witnesses = list(self.keys.log), list(self.keys.witnesses)
        if self.policy:
            known = {each.key for each in log}
            log += [LogKey(key, 0, None) for key in self.policy.logs if key not in known]
            witnesses += [key for key in self.policy.witnesses.values() if key not in witnesses]
        return Keys(log, witnesses)


@dataclass
class Sums:
    """Totals of the lots so far."""

    lines: int = 0
    position: int = -1
    latest: str = ""  # the newest `at`
    ids: set[bytes] = field(default_factory=set)
    fields: int = 0
    late: int = 0
    withheld: Counter[str] = field(default_factory=Counter)

    def add(self, lot: Lot) -> list[tuple[int, str]]:
        """Add a lot. Returns the conflicts with earlier lots, each with its line in the lot."""
        wrong = []
        if lot.positions:
            if lot.positions[0] <= self.position:
                wrong.append((1, f"position {lot.positions[0]}: comes after position {self.position}"))
            self.position = max(self.position, lot.positions[-1])
        if len(set(lot.ids)) < len(lot.ids) or not self.ids.isdisjoint(lot.ids):
            seen = set[bytes]()
            for line, (position, name) in enumerate(zip(lot.positions, lot.ids), 1):  # noqa: B905 - Python 3.9
                if name in self.ids or name in seen:
                    wrong.append((line, f"position {position}: its id is that of an earlier entry"))
                seen.add(name)
        self.ids.update(lot.ids)
        for at in lot.times:
            if at < self.latest:
                self.late += 1
            else:
                self.latest = at
        self.fields += lot.fields
        self.withheld.update(lot.withheld)
        return wrong


class Examination:
    """The examination of one bundle. Each step of `run` relies on the results of the steps before it."""

    def __init__(self, bag: Bag, question: Question) -> None:
        self.bag = bag
        self.question = question
        self.report = Report()
        self.info: dict[str, str] = {}
        self.stated = Keys()  # keys that the bundle states
        self.keys = Keys()  # keys that are used
        self.checkpoint = Checkpoint("", 0, b"")
        self.cosigned: dict[Key, int] = {}
        self.witnesses_known = False  # whether keys of witnesses were given from outside
        self.heads: set[Checkpoint] = set()  # signed checkpoints that fit this tree
        self.commitments = b""
        self.chains: dict[str, Chain] = {}
        self.export: Entry | None = None
        self.exported: set[str | None] = set()  # exhibits of this export's entries; None: of all of them
        self.epochs = Epochs(())
        self.begun: set[int] = set()  # positions at which, according to its first entry, an epoch begins
        self.given: set[str] = set()  # origins for which a key was given from outside
        self.borrowed: set[str] = set()  # origins whose key only a later epoch's first entry names
        self.closed: int | None = None  # the position of the entry that ends the ledger
        self.founding: bool | None = None  # None: entry 0 is not disclosed; otherwise whether it names the key
        self.latest = ""  # the newest `at`
        self.undisclosed: dict[int, Undisclosed] = {}  # by position
        self.erasures: list[Entry] = []  # certificates in order
        self.decided: dict[int, Entry] = {}  # decisions about erasures, by position
        self.signatures = Signatures()
        self.taken: set[tuple[str, str]] = set()  # exhibit, SHA-256 of a downloaded original
        self.hashes: dict[str, Record] = {}  # SHA-256 → the first entry that records it

    def run(self) -> Report:
        """Run all steps and return the report. Never raises."""
        manifests = Report()
        with ThreadPoolExecutor(1) as aside:  # large files are hashed at the same time
            hashing = aside.submit(self._manifests, manifests)
            self._examine()
            hashing.result()
        report = self.report
        for sort in ("head", "verified", "wrong"):
            getattr(report, sort)[:0] = getattr(manifests, sort)
        return report

    def _manifests(self, report: Report) -> None:
        with report.step("manifests"):
            check_manifests(self.bag, report)

    def _examine(self) -> None:
        report = self.report
        signed = False
        with report.step("data/checkpoint"):
            self._keys()
            self._checkpoint()
            signed = True
        if signed:
            with report.step("bundle.note"):
                self._bundle_note()
            with report.step(STAMPED):
                self._stamps()
            with report.step("data/commitments"):
                self._commitments()
        if not self.commitments:
            report.unchecked.append("entries, fields and chains: there is nothing to hold them against")
            return
        with report.step("data/entries.jsonl"):
            self._entries()
        for step in (
            self._statement,
            self._chains,
            self._promise,
            self._receipts,
            self._originals,
            self._files,
            self._age,
        ):
            with report.step(step.__name__.strip("_")):
                step()

    # Keys, signatures, cosignatures

    def _keys(self) -> None:
        raw = read_small(self.bag, "data/keys.json")
        try:
            self.stated = parse_keys_json(raw.decode("utf-8", "replace"))
        except Wrong as finding:
            raise Wrong(f"file data/keys.json: {finding}") from None
        outside = self.question.trusted()
        self.report.authenticated, self.given = bool(outside.log), {each.key.name for each in outside.log}
        log = outside.log + self._keys_of_other_epochs(outside.log) if outside.log else self._keys_by_their_own_word()
        self.witnesses_known = bool(outside.witnesses)
        self.keys = Keys(log, outside.witnesses or self.stated.witnesses)
        self.keys.demand_distinct()

    def _keys_of_other_epochs(self, outside: list[LogKey]) -> list[LogKey]:
        """Return keys of origins for which no key was given: those that a given key signed, and those of earlier epochs.

        The first entry of a later epoch must name the latter.
        """
        found: list[LogKey] = []
        for each in sorted(self.stated.log, key=lambda key: key.first):
            name = each.key.name
            if name in self.given:
                continue
            before = [
                key.key for key in outside + found if _before(key.key.name, name) and key.key.name not in self.borrowed
            ]
            if vouched(each, before):
                self.report.verified.append(_vouched_for(name))
            elif any(_before(name, other) for other in self.given):
                self.borrowed.add(name)
            else:
                continue
            found.append(each)
        return found

    def _keys_by_their_own_word(self) -> list[LogKey]:
        """Return the keys that the bundle states. A key of an earlier epoch must have signed each key but the first.

        Otherwise anybody could add an epoch with a key of their own to the founding of another ledger.
        """
        found: list[LogKey] = []
        for each in sorted(self.stated.log, key=lambda key: _epoch(key.key.name)):
            name = each.key.name
            before = [key.key for key in found if _before(key.key.name, name)]
            if before and not vouched(each, before):
                raise Wrong(
                    f"file data/keys.json: the key of {plain(name)} has not the word of the key of an epoch before"
                )
            if before:
                self.report.verified.append(_vouched_for(name))
            found.append(each)
        return found

    def _find_epochs(self) -> None:
        """Find where each epoch began, as the bundle states. Its entries are compared with this."""
        origin = self.checkpoint.origin
        ends = {each.key.name: each.last or 0 for each in self.stated.log if _before(each.key.name, origin)}
        starts, first = list[tuple[int, str]](), 0
        for name, last in sorted(ends.items(), key=lambda end: _epoch(end[0])):
            starts.append((first, name))
            first = last
        self.epochs = Epochs((*starts, (first, origin)))

    def _signed(self, raw: bytes, where: str) -> tuple[Checkpoint, Key, dict[Key, int]]:
        """Return a checkpoint, the key of its ledger that signed it and is valid for its size, and its cosignatures."""
        note = parse_note(raw, where)
        checkpoint = parse_checkpoint(note.text, where)
        log = [each for each in self.keys.log if each.key.name == checkpoint.origin]
        found = signers(note, [each.key for each in log] + self.keys.witnesses, where)
        for each in log:
            if (
                each.key in found
                and each.first <= checkpoint.size
                and (each.last is None or checkpoint.size <= each.last)
            ):
                return checkpoint, each.key, {key: at for key, at in found.items() if key.kind == COSIGNATURE}
        for each in log:
            if each.key in found and each.last is not None and checkpoint.size > each.last:
                raise Wrong(_beyond(where, checkpoint, each.last))
        raise Wrong(f"{where}: the signature of {plain(checkpoint.origin)} by a key that counts is missing")

    def _checkpoint(self) -> None:
        report, where = self.report, "data/checkpoint"
        self.checkpoint, key, self.cosigned = self._signed(read_small(self.bag, where), where)
        origin, size, root = self.checkpoint
        if origin in self.borrowed:
            raise Wrong(f"{where}: the signature of {plain(origin)} by a key from outside is missing")
        self._find_epochs()
        report.head += [
            f"Ledger      {plain(origin)}",
            f"Checkpoint  {size:,} entries, root {encode_base64(root)}",
            f"Signed by   {plain(key.text)}",
        ]
        if len(self.epochs.starts) > 1:
            first = [each.key.text for each in self.keys.log if each.key.name == self.epochs.at(0)]
            report.head += [f"First key   {plain(text)}" for text in first]
        if not 0 < size <= MAX_LEDGER:
            raise Wrong(f"{where}: no entries, or more than {MAX_LEDGER:,}")
        whose = "a key from outside" if report.authenticated else "the key that the bundle itself states"
        report.verified.append(f"the checkpoint is signed by {whose}")
        if key not in [each.key for each in self.stated.log]:
            report.wrong.append("file data/keys.json: does not name the key that signed the checkpoint")
        if any(at > time.time() + 300 for at in self.cosigned.values()):
            raise Wrong(f"{where}: a cosignature states a time that has not come")
        self._quorum()

    def _quorum(self) -> None:
        report, policy, cosigners = self.report, self.question.policy, set(self.cosigned)
        if cosigners:
            names = ", ".join(plain(key.name) for key in self.cosigned)
            report.verified.append(
                f"{len(cosigners)} witnesses have cosigned the checkpoint: {names}{self._whose_witnesses()}"
            )
        if policy is None:
            report.unchecked.append(
                f"a quorum of witnesses: none was demanded (--policy); {len(cosigners)} have cosigned"
            )
        elif policy.met_by(cosigners):
            report.verified.append(f"the policy's quorum, {plain(policy.quorum)}")
        else:
            raise Wrong(
                f"data/checkpoint: too few witnesses for the policy; no cosignature of {policy.absent(cosigners)}"
            )

    def _whose_witnesses(self) -> str:
        return "" if self.witnesses_known else " (by the bundle's own keys)"

    def _bundle_note(self) -> None:
        note = parse_note(read_small(self.bag, NOTE), NOTE)
        if note.text.encode() != read_small(self.bag, TAG_MANIFEST):
            raise Wrong(f"file {NOTE}: its text is not {TAG_MANIFEST}")
        keys = [each.key for each in self.keys.log if each.key.name == self.checkpoint.origin]
        if not signers(note, keys, NOTE):
            raise Wrong(
                f"{NOTE}: the signature of {plain(self.checkpoint.origin)} is missing: somebody else made the manifests"
            )
        self.report.verified.append("the manifests are signed by the ledger's key")
        if CASE in self.bag.sizes:
            self.report.unchecked.append(f"{CASE}: whether it says the same as the entries; it is for other tools")
        if DOCUMENT in self.bag.sizes:
            self.report.unchecked.append(
                f"{DOCUMENT}: its signature, and whether it says the same as the entries: this program reads no PDF"
            )
        if REQUESTS in self.bag.sizes:
            self.report.unchecked.append(
                f"{REQUESTS}: whether its statements are true; no entry proves them, only the signed manifests cover the file"
            )

    # The time

    def _stamps(self) -> None:
        """Check that each token is about this checkpoint. Other tools check its signature (README.txt, 8)."""
        report = self.report
        tokens = sorted(name for name in self.bag.sizes if re.fullmatch(r"data/checkpoint(-[0-9]{1,3})?\.tsr", name))
        if not tokens:
            report.unchecked.append("when the checkpoint was signed: the bundle holds no authority's time stamp")
            return
        signed = read_small(self.bag, STAMPED)
        parts = read_small(self.bag, "data/checkpoint").split(b"\n")
        ends = [place for place, line in enumerate(parts) if not line]
        if not ends or signed != b"\n".join(parts[: ends[0] + 2]) + b"\n":
            raise Wrong(f"file {STAMPED}: is not the checkpoint up to the ledger's signature")
        for name in tokens:
            at = stamped_at(read_small(self.bag, name), hashlib.sha256(signed).digest(), f"file {name}")
            report.verified.append(f"{name} is a token over this checkpoint; the time that it states is {at}")
        report.unchecked.append(
            "that an authority signed the tokens: this program reads no CMS; openssl does (README.txt)"
        )

    # The tree

    def _commitments(self) -> None:
        size = self.checkpoint.size
        raw = read_small(self.bag, "data/commitments", size * HASH_BYTES)
        if len(raw) != size * HASH_BYTES:
            raise Wrong(f"file data/commitments: holds {len(raw) / HASH_BYTES:g} entries; the checkpoint says {size}")
        self.commitments = raw
        self.report.head.append(
            f"Founding    {encode_base64(raw[:HASH_BYTES])}, the commitment of entry 0: the JIT's agreement holds it"
        )
        checkpoints = {"data/checkpoint": self.checkpoint}
        for name in sorted(self.bag.sizes):
            if name.startswith("data/checkpoints/"):
                with self.report.step(name):
                    checkpoints[name] = self._signed(read_small(self.bag, name), name)[0]
        if self.question.since:
            with self.report.step("--since"):
                name = f"--since {plain(self.question.since.path.name)}, data/checkpoint"
                checkpoints[name] = self._signed(read_small(self.question.since, "data/checkpoint"), name)[0]
        self._grown(checkpoints)

    def _grown(self, checkpoints: dict[str, Checkpoint]) -> None:
        """Check that the root of each checkpoint is that of the first `size` commitments, so the ledger only grew."""
        size = self.checkpoint.size
        origins = {origin for _, origin in self.epochs.starts}
        ends = {former: end for (_, former), (end, _) in zip(self.epochs.starts, self.epochs.starts[1:])}  # noqa: B905 - Python 3.9
        wrong = len(self.report.wrong)
        found = roots(self.commitments, {each.size for each in checkpoints.values() if each.size <= size})
        for name, each in checkpoints.items():
            end = ends.get(each.origin)
            if end is not None and each.size > end:
                self.report.wrong.append(_beyond(name, each, end))
            elif each.origin not in origins:
                self.report.wrong.append(f"{name}: of another ledger, {plain(each.origin)}")
            elif each.size > size:
                self.report.wrong.append(f"{name}: {each.size:,} entries, more than this bundle's {size:,}")
            elif each.root != found[each.size]:
                self.report.wrong.append(f"{name}: its root is not that of the first {each.size:,} commitments")
            else:
                self.heads.add(each)
        if len(self.report.wrong) == wrong:
            self.report.verified.append(f"the root follows from the {size:,} commitments")
            if len(checkpoints) > 1:
                self.report.verified.append(
                    f"{len(checkpoints) - 1} other checkpoints are earlier states of the same tree"
                )
            if self.question.since:
                self.report.verified.append("the bundle continues the earlier one")
                self.report.unchecked.append("the earlier bundle's other files: verify it by itself")

    # Entries

    def _entries(self) -> None:
        self.info = parse_bag_info(read_small(self.bag, "bag-info.txt"))
        name, table = "data/entries.jsonl", "data/custody.csv"
        if name not in self.bag.sizes:
            raise Wrong(f"file {name}: is missing")
        processes = self.question.processes if self.bag.sizes[name] > FOR_SEVERAL * LOT else 1
        intact = len(self.report.wrong)
        try:
            self._read_entries(table, processes)
        except (BrokenExecutor, OSError, ImportError):  # a second process cannot be started, or has died
            del self.report.wrong[intact:]
            self.chains, self.export, self.exported, self.founding, self.begun = {}, None, set(), None, set()
            self.undisclosed, self.erasures, self.decided, self.signatures = {}, [], {}, Signatures()
            self.taken = set()
            self._read_entries(table, 1)

    def _read_entries(self, table: str, processes: int) -> None:
        sums, intact = Sums(), len(self.report.wrong)
        terms = Terms(
            self.commitments,
            self.epochs,
            self.info.get("External-Identifier", ""),
            table in self.bag.sizes,
            self.question.files is not None,
            self.info.get("Liaison-Profile", ""),
            self.info.get("Liaison-Party", ""),
            *_period(self.info),
        )
        with ExitStack() as open_files:
            raw = open_files.enter_context(self.bag.open("data/entries.jsonl"))
            rows = open_files.enter_context(self.bag.open(table)) if terms.rows else io.BytesIO()
            if terms.rows:
                compare_rows(rows, [CUSTODY_HEADER])
            lines = io.BufferedReader(raw, CHUNK)  # type: ignore[type-var]  # zipfile reads lines slowly
            for lot in checked(lines, terms, processes):
                self._add(lot, sums)
                if len(self.report.wrong) == intact:
                    compare_rows(rows, lot.rows)
            if len(self.report.wrong) == intact:
                if rows.read(1):
                    raise Wrong(f"file {table}: has rows that entries.jsonl has not")
                self._sum_up(sums, terms)

    def _add(self, lot: Lot, sums: Sums) -> None:
        """Add a lot to the totals, and report its errors in the order of its lines."""
        wrong = lot.wrong
        wrong += sums.add(lot)
        for evidence, run in lot.chains.items():
            try:
                self.chains.setdefault(evidence, Chain()).join(run)
            except Wrong as finding:
                wrong.append((run.first.line if run.first else 0, str(finding)))
        for line, entry in lot.special:
            try:
                self._special(entry)
            except Wrong as finding:
                wrong.append((line, str(finding)))
        for line, said in sorted(wrong, key=lambda each: each[0]):
            place = "" if said.startswith("position ") else f"file data/entries.jsonl: line {sums.lines + line}: "
            self.report.wrong.append(place + said)
        sums.lines += lot.lines
        self.undisclosed.update(lot.undisclosed)
        self.taken |= lot.taken
        for digest, record in lot.records.items():
            self.hashes.setdefault(digest, record)

    def _sum_up(self, sums: Sums, terms: Terms) -> None:
        report, size, disclosed = self.report, self.checkpoint.size, len(sums.ids)
        report.verified.append(f"{disclosed:,} entries are what their commitments bind")
        report.verified.append(f"{sums.fields:,} fields are what their entries bind")
        if terms.rows:
            report.verified.append("custody.csv says what the entries say")
        if size > disclosed:
            report.withheld.append(f"{size - disclosed:,} of {size:,} entries")
        self._erased(sums)
        self.signatures.sum_up(report, whole=size == disclosed)
        if sums.withheld:
            names = ", ".join(f"{plain(name)} {count:,}" for name, count in sorted(sums.withheld.items()))
            report.withheld.append(f"{sum(sums.withheld.values()):,} fields of disclosed entries: {names}")
        for position, origin in self.epochs.starts[1:]:
            if position not in self.begun:
                raise Wrong(
                    f"position {position}: the first entry of {plain(origin)}, which says why it began, is missing"
                )
        self._sum_up_founding()
        if sums.late:
            report.remarks.append(f"{sums.late:,} entries state an earlier time than one before them")
        self.latest = sums.latest

    def _sum_up_founding(self) -> None:
        """Report which key the founding names, and that a former key signed each later one."""
        (_, first), *later = self.epochs.starts
        if self.founding is None:
            self.report.unchecked.append("which key the founding entry names: it is not disclosed here")
        elif not self.founding:
            self.report.unchecked.append("whether the founding entry names the key: those from outside count later")
        elif not later:
            self.report.verified.append("the founding entry names the key")
        else:
            self.report.verified.append(f"the founding entry names the key of {plain(first)}, not the later ones")
        if later:
            self.report.verified.append("each later epoch's first entry holds the former key's word for the new one")

    def _special(self, entry: Entry) -> None:
        if entry.kind == "jit.founded":
            self._founding(entry)
        elif entry.position == 0:
            raise Wrong("position 0: is not the founding of the team")
        if entry.kind == "epoch.begun":
            self._beginning(entry)
        if entry.kind == "export.made":
            if entry.evidence in self.exported:  # with two, the host could choose whose bundle this is
                raise Wrong(f"position {entry.position}: a second export.made of this bundle")
            self.exported.add(entry.evidence)
            if self.export is None or entry.evidence is None:
                self.export = entry  # an export of several exhibits also has an entry for each of them
        if entry.kind == CLOSED:
            self._closing(entry)
        if entry.kind in ERASED:
            self.erasures.append(entry)
        if entry.kind in (DECIDED, EXHIBIT_DECIDED):
            self.decided[entry.position] = entry
        if entry.kind in SIGNING:
            self.signatures.take(entry, self.epochs.at)

    def _closing(self, entry: Entry) -> None:
        """Check that the entry that closes the ledger is its last one. Any later entry was added without permission."""
        if entry.position != self.checkpoint.size - 1:
            raise Wrong(
                f"position {entry.position}: closes the ledger, and {self.checkpoint.size - 1 - entry.position:,} entries"
                " stand behind it"
            )
        self.closed = entry.position
        self.report.verified.append(
            f"the ledger was closed at {plain(entry.at)} with the entry at position {entry.position}, its last: nothing follows"
        )

    def _erased(self, sums: Sums) -> None:
        """Report absent fields that a certificate states as erased, and no longer count them as withheld."""
        elsewhere = 0
        for told in self.erasures:
            approval = told.value("approval")
            for position, name, names in check_erasure(
                told, self.decided.get(approval) if type(approval) is int else None
            ):
                entry = self.undisclosed.get(position)
                if entry is None and bytes.fromhex(name) not in sums.ids:
                    elsewhere += 1
                    continue
                for each in names:
                    if (
                        entry is None
                        or entry.id.replace("-", "") != name
                        or each not in entry.names
                        or (told.kind == WENT_WITH and entry.evidence != told.evidence)
                    ):
                        raise Wrong(
                            f"position {position}: field {plain(each)}: erased, says position {told.position}, and it is here,"
                            " or never was a field of that entry"
                        )
                    sums.withheld[each] -= 1
                    self.report.erased.append(
                        f"position {position}: field {plain(each)}: erased on {plain(told.value('erased_at'), 40)} by the entry at"
                        f" position {told.position}, as decided at position {approval}"
                        f"{'' if approval in self.decided else ' (not disclosed here)'}: {plain(told.value('ground'), 40)},"
                        f" {plain(told.value('legal_basis'), 300)}"
                    )
        sums.withheld = +sums.withheld
        if elsewhere:
            self.report.remarks.append(f"{elsewhere:,} erasures are of entries that are not disclosed here")

    def _founding(self, entry: Entry) -> None:
        if entry.position != 0:
            raise Wrong(f"position {entry.position}: a second founding of the team")
        self.founding, founding = False, entry.value("keys")
        named = [each for each in founding if type(each) is str] if type(founding) is list else []
        for each in self.keys.log:
            # Trusted keys come with the size from which they are valid. The bundle cannot state that itself: an entry
            # about a new key would have to name a key that the founding does not name.
            counts = each.key.name == self.epochs.at(0) and (each.first == 0 or each.key.name not in self.given)
            if counts and each.key.text not in named:
                raise Wrong("position 0: field keys: does not name the ledger's key")
            self.founding = self.founding or counts

    def _beginning(self, entry: Entry) -> None:
        """Check the first entry of a later epoch: both keys, the end of the former epoch, and the known losses."""
        position, where = entry.position, f"position {entry.position}"
        origin, before = self.epochs.at(position), self.epochs.at(position - 1)
        if (position, origin) not in self.epochs.starts[1:]:
            raise Wrong(f"{where}: an epoch begins, of which keys.json says nothing")
        former, named, known = entry.value("former"), entry.value("keys"), entry.value("known")
        if type(former) is not dict or type(named) is not list or type(known) is not list:
            raise Wrong(f"{where}: does not say with which keys the epoch begins, and after what")
        root = encode_base64(roots(self.commitments, [position])[position])
        if (former.get("origin"), former.get("size"), former.get("root")) != (before, position, root):
            raise Wrong(f"{where}: field former: is not the ledger up to there")
        for each in self.keys.log:
            if each.key.name == origin and each.key.text not in named:
                raise Wrong(f"{where}: field keys: does not name the ledger's key")
            if each.key.name == before and each.key.text != former.get("key"):
                raise Wrong(f"{where}: field former: does not name the key of {plain(before)}")
        self._demand_voucher(entry, former.get("key"), named)
        keys = [each.key for each in self.keys.log if each.key.name == before]
        lost = []
        for text in known:
            note = parse_note(str(text).encode(), f"{where}: field known")
            head = parse_checkpoint(note.text, f"{where}: field known")
            if head.origin == before and not signers(note, keys, f"{where}: field known"):
                raise Wrong(f"{where}: field known: a head that the key of {plain(before)} did not sign")
            lost.append(f"{head.size:,} of {plain(head.origin)}")
        self.begun.add(position)
        if lost:
            why = f"after a loss the ledger goes on as {plain(origin)}; {position:,} entries were restored, signed had been {', '.join(lost)}"
        else:
            why = f"the ledger goes on as {plain(origin)}, with a new key and all its {position:,} entries; no loss is named"
        self.report.remarks.append(f"{where}: {why}. The reason given: {plain(entry.value('reason'), 2000)}")

    def _demand_voucher(self, entry: Entry, former: object, named: list[Any]) -> None:
        """Raise `Wrong` unless the entry holds a note in which the former key signs one of the keys that it names."""
        where, voucher = f"position {entry.position}: field voucher", entry.value("voucher")
        origin, before = self.epochs.at(entry.position), self.epochs.at(entry.position - 1)
        if type(former) is str and type(voucher) is str:
            key, note = parse_key(former, SIGNATURE), parse_note(voucher.encode(), where)
            told = note.text in [vouching(each, origin) for each in named if type(each) is str]
            if key.name == before and told and signers(note, [key], where):
                return
        raise Wrong(f"{where}: is not the word of the key of {plain(before)} for the key of {plain(origin)}")

    def _statement(self) -> None:
        """Check the entry of this export, which states the number of entries of each exhibit."""
        entry, profile = self.export, self.info.get("Liaison-Profile")
        if entry is None:
            raise Wrong("this bundle's own entry, export.made, is not in it: its tail may be cut")
        if self.info.get("Liaison-Closed") != (None if self.closed is None else str(self.closed)):
            raise Wrong("file bag-info.txt: Liaison-Closed: not the position of a disclosed entry that ends the ledger")
        where = f"position {entry.position}"
        if entry.value("profile") != profile or entry.evidence != self.info.get("Liaison-Evidence"):
            raise Wrong(f"{where}: states another profile or exhibit than bag-info.txt")
        if profile in OF_EXHIBITS and entry.evidence is None and entry.value("heads") == {}:
            raise Wrong(f"{where}: field heads: a {profile} bundle is about exhibits")
        if "party" in entry.hashes and entry.value("party") != self.info.get("Liaison-Party"):
            raise Wrong(f"{where}: field party: states another party than bag-info.txt")
        for label in ("Language", "Zone", "Proceeding"):
            said = entry.value(label.lower())
            if said is not None and " ".join(str(said).split()) != self.info.get(f"Liaison-{label}"):
                raise Wrong(f"{where}: field {label.lower()}: states another than bag-info.txt")
        for label in ("Since", "Until"):
            if entry.value(label.lower()) != self.info.get(f"Liaison-{label}"):
                raise Wrong(f"{where}: field {label.lower()}: states another than bag-info.txt")
        if entry.evidence is not None:
            n = entry.link[0] if entry.link else None
            if n is None or entry.value("tip") != n:
                raise Wrong(f"{where}: field tip: not the entry's own number, n={n}")
            return
        heads = entry.value("heads")
        if type(heads) is not dict or not all(type(n) is int for n in heads.values()):
            raise Wrong(f"{where}: field heads: missing or not of its form")
        if profile in OF_EXHIBITS and not self.chains.keys() <= heads.keys():
            raise Wrong(f"{where}: field heads: does not name an exhibit of which entries are disclosed")
        for evidence, tip in heads.items():
            chain = self.chains.setdefault(evidence, Chain())
            if chain.n < tip:
                chain.gaps.append(Gap(chain.n + 1, tip, None, chain.position, self.checkpoint.size))

    def _chains(self) -> None:
        report = self.report
        self._locate()
        for evidence, chain in self.chains.items():
            name = plain(chain.number or evidence)
            if chain.gaps:
                report.withheld.append(f"exhibit {name}: {chain.missing()} of its entries, n = {chain.undisclosed()}")
        complete = sum(not chain.gaps for chain in self.chains.values())
        if complete:
            report.verified.append(f"{complete} exhibits: every entry from n=1 is here, each naming the one before it")
        entry, profile = self.export, self.info.get("Liaison-Profile")
        if self.founding is None and not report.authenticated:  # every bundle contains it
            kind = plain(profile or "nameless")
            raise Wrong(f"position 0: the founding, which names the ledger's key, is missing from this {kind} bundle")
        if entry is None or profile not in OF_EXHIBITS:
            return
        for evidence in [entry.evidence] if entry.evidence is not None else self.chains:
            chain = self.chains[evidence]
            if not chain.originator:
                raise Wrong(f"exhibit {plain(evidence)}: its registration, n=1, is missing from a {profile} bundle")
            if chain.gaps and entry.party == chain.originator:
                gap = chain.gaps[0]
                raise Wrong(
                    f"exhibit {plain(chain.number)}: entry n={gap.first} is missing between positions {gap.after} and"
                    f" {gap.before}: a {profile} bundle of the originator has no gaps"
                )

    def _promise(self) -> None:
        """Check that the tables beside the entries obey the profile, and report the results of the profile's rules."""
        profile, party = self.info.get("Liaison-Profile", ""), self.info.get("Liaison-Party", "")
        if profile not in ("court", "archive", *PROMISED, "member_state"):
            self.report.unchecked.append(f"what the profile {plain(profile)} promises: it is not known here")
        if profile == "member_state" and not party:
            raise Wrong("file bag-info.txt: Liaison-Party: a member_state bundle is of one party")
        if (ACCESS in self.bag.sizes) != (profile == "member_state"):
            raise Wrong(f"file {ACCESS}: belongs in a member_state bundle, and in no other")
        if (STATISTICS in self.bag.sizes) != (profile == "statistics"):
            raise Wrong(f"file {STATISTICS}: belongs in a statistics bundle, and in no other")
        if profile == "member_state":
            lines = self._access_lines(party)
            self.report.verified.append(f"every act is one of {plain(party)}, as are {lines:,} lines of access.csv")
        elif profile == "statistics":
            check_statistics(read_small(self.bag, STATISTICS).decode("utf-8", "replace"))
            self.report.verified.append(
                f"statistics.csv holds no count below {SMALL}, and none that follows from others"
            )
            self.report.unchecked.append("whether the statistics count what the ledger holds: its entries are withheld")
        elif profile in PROMISED:
            self.report.verified.append(f"no entry and no field is disclosed beyond the profile {profile}")

    def _access_lines(self, party: str) -> int:
        row = re.compile(r'"([^"]*)","[^"]*","' + re.escape(party) + r'"(?:,"(?:[^"]|"")*"){5}\r\n')
        since, until = _period(self.info)
        with self.bag.open(ACCESS) as raw:
            lines = io.TextIOWrapper(raw, "utf-8", newline="\n")
            if lines.readline(MAX_LINE) != ACCESS_HEADER:
                raise Wrong(f"file {ACCESS}: has not its header")
            count = 0
            for count, line in enumerate(lines, 1):
                found = row.fullmatch(line)
                if not found:
                    raise Wrong(f"file {ACCESS}: line {count + 1} is not a request of {plain(party)}")
                if found[1] < since or (until and found[1] >= until):
                    raise Wrong(f"file {ACCESS}: line {count + 1} is not in the period of the bundle")
        return count

    def _locate(self) -> None:
        """Check that each undisclosed entry with a known commitment lies between its neighbours in the ledger."""
        wanted = [gap for chain in self.chains.values() for gap in chain.gaps if gap.commitment is not None]
        names = {gap.commitment for gap in wanted}
        places = {}
        for at in range(0, len(self.commitments), HASH_BYTES) if wanted else ():
            commitment = encode_base64(self.commitments[at : at + HASH_BYTES])
            if commitment in names:
                places[commitment] = at // HASH_BYTES
        for gap in wanted:
            if not gap.after < places.get(gap.commitment or "", -1) < gap.before:
                raise Wrong(
                    f"position {gap.before}: field chain: previous is no entry between {gap.after} and {gap.before}"
                )

    # Receipts and options

    def _receipts(self) -> None:
        """Check that each receipt proves its position, and that its `extra` is exactly the line of the entry."""
        wrong, extras = len(self.report.wrong), dict[int, bytes]()
        for name in sorted(self.bag.sizes):
            if name.startswith("data/receipts/"):
                with self.report.step(name):
                    position, line = self._receipt(name)
                    extras[position] = hashlib.sha256(line).digest()
        if not extras:
            return
        count = len(extras)
        with self.bag.open("data/entries.jsonl") as raw:
            lines = io.BufferedReader(raw, CHUNK)  # type: ignore[type-var]
            for lot in lots(lines):
                for line in lot.split(b"\n"):
                    named = _POSITION.match(line[:40].decode("ascii", "replace"))
                    extra = extras.pop(int(named[1]), None) if named else None
                    if named and extra and extra != hashlib.sha256(line).digest():
                        self.report.wrong.append(
                            f"file {_receipt_of(int(named[1]))}: extra is not the entry's line of entries.jsonl"
                        )
        for position in sorted(extras):
            self.report.wrong.append(f"file {_receipt_of(position)}: of an entry that is not disclosed here")
        if len(self.report.wrong) == wrong:
            self.report.verified.append(f"{count:,} receipts prove their entries' inclusion, and disclose the same")

    def _receipt(self, name: str) -> tuple[int, bytes]:
        """Return the position that a receipt proves, and the line in its `extra`."""
        proof, gap, note = read_small(self.bag, name, MAX_LINE * 2).decode("utf-8", "replace").partition("\n\n")
        lines = proof.split("\n")
        if not gap or lines.pop(0) != "c2sp.org/tlog-proof@v1":
            raise Wrong(f"file {plain(name)}: not a tlog-proof")
        word, _, extra = (lines.pop(0) if lines else "").partition(" ")
        if word != "extra":
            raise Wrong(f"file {plain(name)}: has no extra, the entry that it is about")
        word, _, index = (lines.pop(0) if lines else "").partition(" ")
        if word != "index" or not _DECIMAL.fullmatch(index) or name != _receipt_of(int(index)):
            raise Wrong(f"file {plain(name)}: index and name do not agree")
        position = int(index)
        try:
            line, hashes = decode_base64(extra), [decode_base64(each) for each in lines]
            entry = check_line(line.decode(), self.commitments, self.epochs)
        except (Wrong, UnicodeDecodeError) as finding:
            raise Wrong(f"file {plain(name)}: {plain(finding)}") from None
        if entry.position != position:
            raise Wrong(f"file {plain(name)}: extra is the entry of position {entry.position}")
        checkpoint, _, _ = self._signed(note.encode(), name)
        if checkpoint not in self.heads:
            raise Wrong(f"file {plain(name)}: its checkpoint is none of this bundle's")
        sound = all(len(each) == HASH_BYTES for each in hashes)
        if not sound or not included(leaf_hash(entry.commitment), position, checkpoint.size, hashes, checkpoint.root):
            raise Wrong(f"file {plain(name)}: does not prove position {index}")
        return position, line

    def _originals(self) -> None:
        """Check that each original is listed with its hash, and that an entry of its exhibit records its download."""
        held = {name for name in self.bag.sizes if name.startswith(ORIGINALS)}
        if ORIGINALS_LIST not in self.bag.sizes:
            if held:
                raise Wrong(f"file {ORIGINALS_LIST}: is missing")
            return
        told = read_json(read_small(self.bag, ORIGINALS_LIST, MAX_LINE).decode("utf-8", "replace"))
        if type(told) is not dict:
            raise Wrong(f"file {ORIGINALS_LIST}: has not its form")
        wrong, hashes = len(self.report.wrong), parse_manifest(read_small(self.bag, MANIFEST, MAX_MANIFEST), MANIFEST)
        listed = {str(each.get("path")): each for each in _objects(told.get("files"))}
        for name in sorted(held ^ listed.keys()):
            how = f"is not listed in {ORIGINALS_LIST}" if name in held else f"listed in {ORIGINALS_LIST}, and missing"
            self.report.wrong.append(f"file {plain(name)}: {how}")
        for name in sorted(held & listed.keys()):
            digest = hashes.get(name, "")
            if listed[name].get("sha256") != digest:
                self.report.wrong.append(f"file {plain(name)}: its SHA-256 is not the one in {ORIGINALS_LIST}")
            elif (listed[name].get("evidence"), digest) not in self.taken:
                self.report.wrong.append(f"file {plain(name)}: no entry here records its download")
        if len(self.report.wrong) == wrong and held:
            self.report.verified.append(
                f"{len(held):,} originals have the SHA-256 that entries of their download record"
            )
        left_out = _objects(told.get("left_out"))
        for each in left_out:
            self.report.remarks.append(
                f"exhibit {plain(each.get('exhibit'))}: the bundle has no original of it: {plain(each.get('reason'))}"
            )
        if left_out:
            self.report.unchecked.append(f"why {ORIGINALS_LIST} leaves out originals: no entry proves it")

    def _files(self) -> None:
        folder = self.question.files
        if folder is None:
            return
        matched, total = 0, 0
        for path in walk(folder):
            shown = plain(path.relative_to(folder).as_posix())
            if not stat.S_ISREG(path.lstat().st_mode):
                self.report.remarks.append(f"file {shown}: a link or a device, left out")
                continue
            total += 1
            try:
                digest = sha256_of(path.open("rb"))
            except OSError as error:
                raise Usage(f"--files: {shown}: {error.strerror}") from None
            if digest not in self.hashes:
                self.report.wrong.append(f"file {shown}: no disclosed entry records its SHA-256, {digest}")
                continue
            record = self.hashes[digest]
            matched += 1
            exhibit = self.chains.get(record.evidence or "", Chain()).number or record.evidence
            self.report.remarks.append(
                f"file {shown}: exhibit {plain(exhibit)}, earliest record at position {record.position}"
                f" ({record.kind}, {record.at}, {plain(record.name)})"
            )
        self.report.verified.append(f"{matched} of {total} files in the folder are recorded")

    def _age(self) -> None:
        limit = self.question.max_age
        if limit is None:
            return
        if self.cosigned:
            newest, source = float(max(self.cosigned.values())), f"the newest cosignature{self._whose_witnesses()}"
        elif self.latest:
            moment = datetime.fromisoformat(self.latest[:-1]).replace(tzinfo=timezone.utc)
            newest, source = moment.timestamp(), "the newest disclosed entry (the ledger's own word)"
        else:
            raise Wrong("the checkpoint's age: nothing here states a time")
        age = time.time() - newest
        if age > limit:
            raise Wrong(f"the checkpoint's age: {age:,.0f} s by {source}, more than {limit:,} s")
        self.report.verified.append(f"the checkpoint is not older than {limit:,} s, by {source}")


# --- French -----------------------------------------------------------------------------------------------------------

# Lines of the report and their translations; `{}` stands for parts that are not translated. Other lines stay in English:
# they are about the form of the bundle, and experts read them.
FRENCH = {
    "Verified": "Vérifié",
    "Keys that signed decisions: confirm each SHA-256 with the party, outside of this bundle": "Clés ayant signé des décisions : confirmez chaque SHA-256 auprès de la partie, hors de ce dossier",
    "Withheld from this bundle, and provable": "Non communiqué dans ce dossier, mais prouvé",
    "Erased for good, and provable": "Effacé définitivement, mais prouvé",
    "NOT checked": "NON vérifié",
    "Remarks": "Remarques",
    "WRONG": "ERREUR",
    "  … and {} more": "  … et {} de plus",
    "VERIFIED, and authenticated by keys from outside the bundle.": "VÉRIFIÉ, et authentifié par des clés extérieures au dossier.",
    "INTEGRITY OK; SIGNER NOT CONFIRMED: only the bundle's own keys were used, which its maker chose.": "INTÉGRITÉ VÉRIFIÉE ; SIGNATAIRE NON CONFIRMÉ : seules ont servi les clés du dossier, choisies par son auteur.",
    "Compare the key above, or the first key where both are named, with the one in the JIT's agreement, or give it with --keys.": "Comparez la clé ci-dessus, ou la première si les deux sont nommées, à celle de l'accord de l'ECE, ou indiquez-la avec --keys.",
    "WRONG: {*}": "ERREUR : {}",
    "Ledger      {}": "Journal     {}",
    "Checkpoint  {} entries, root {}": "Contrôle    {} inscriptions, racine {}",
    "Signed by   {}": "Signé par   {}",
    "First key   {}": "1re clé     {}",
    "Founding    {}, the commitment of entry 0: the JIT's agreement holds it": "Fondation   {}, engagement de l'inscription 0, qui figure dans l'accord de l'ECE",
    "Bundle      {}": "Dossier     {}",
    "{} files have the SHA-256 of the manifests, and no other file is there": "{} fichiers ont le SHA-256 des manifestes, et aucun autre fichier n'est présent",
    "the checkpoint is signed by a key from outside": "le point de contrôle est signé par une clé extérieure au dossier",
    "the checkpoint is signed by the key that the bundle itself states": "le point de contrôle est signé par la clé que le dossier indique lui-même",
    "{} witnesses have cosigned the checkpoint: {} (by the bundle's own keys)": "{} cosignataires ont signé le point de contrôle : {} (selon les clés du dossier)",
    "{} witnesses have cosigned the checkpoint: {}": "{} cosignataires ont signé le point de contrôle : {}",
    "a quorum of witnesses: none was demanded (--policy); {} have cosigned": "le nombre de cosignataires : aucun n'a été exigé (--policy) ; {} ont signé",
    "the policy's quorum, {}": "le nombre de cosignataires exigé, {}",
    "the manifests are signed by the ledger's key": "les manifestes sont signés par la clé du journal",
    "{}: whether it says the same as the entries; it is for other tools": "{} : sa concordance avec les inscriptions ; ce fichier est destiné à d'autres outils",
    "{}: whether its statements are true; no entry proves them, only the signed manifests cover the file": "{} : l'exactitude de ses énoncés ; aucune inscription ne les prouve, seuls les manifestes signés couvrent ce fichier",
    "{}: its signature, and whether it says the same as the entries: this program reads no PDF": "{} : sa signature et sa concordance avec les inscriptions ; ce programme ne lit pas de PDF",
    "when the checkpoint was signed: the bundle holds no authority's time stamp": "la date de signature du point de contrôle : le dossier ne contient aucun horodatage d'une autorité",
    "{} is a token over this checkpoint; the time that it states is {}": "{} est un jeton sur ce point de contrôle ; l'heure qu'il indique est {}",
    "that an authority signed the tokens: this program reads no CMS; openssl does (README.txt)": "la signature des jetons par une autorité : ce programme ne lit pas le CMS ; openssl le fait (README.txt)",
    "the root follows from the {} commitments": "la racine découle des {} engagements",
    "{} other checkpoints are earlier states of the same tree": "{} autres points de contrôle sont des états antérieurs du même arbre",
    "the bundle continues the earlier one": "le dossier prolonge le précédent",
    "the earlier bundle's other files: verify it by itself": "les autres fichiers du dossier précédent : vérifiez-le séparément",
    "the key of {} is vouched for by the key of an epoch before": "la clé de {} est attestée par celle d'une époque antérieure",
    "{} entries are what their commitments bind": "{} inscriptions concordent avec leurs engagements",
    "{} fields are what their entries bind": "{} champs concordent avec leurs inscriptions",
    "custody.csv says what the entries say": "custody.csv concorde avec les inscriptions",
    "{} of {} entries": "{} des {} inscriptions",
    "{} fields of disclosed entries: {}": "{} champs d'inscriptions communiquées : {}",
    "{} entries state an earlier time than one before them": "{} inscriptions indiquent une heure antérieure à celle d'une inscription qui les précède",
    "which key the founding entry names: it is not disclosed here": "la clé que nomme l'inscription fondatrice : elle n'est pas communiquée ici",
    "whether the founding entry names the key: those from outside count later": "si l'inscription fondatrice nomme la clé : les clés extérieures valent pour la suite",
    "the founding entry names the key": "l'inscription fondatrice nomme la clé",
    "the founding entry names the key of {}, not the later ones": "l'inscription fondatrice nomme la clé de {}, non les suivantes",
    "each later epoch's first entry holds the former key's word for the new one": "la première inscription de chaque époque ultérieure contient l'attestation de la clé précédente",
    "the ledger was closed at {} with the entry at position {}, its last: nothing follows": "le journal a été clos le {} par l'inscription à la position {}, la dernière",
    "position {}: field {}: erased on {} by the entry at position {}, as decided at position {} (not disclosed here): {}, {}": "position {} : champ {} : effacé le {} par l'inscription à la position {}, selon la décision à la position {} (non communiquée ici) : {}, {}",
    "position {}: field {}: erased on {} by the entry at position {}, as decided at position {}: {}, {}": "position {} : champ {} : effacé le {} par l'inscription à la position {}, selon la décision à la position {} : {}, {}",
    "{} erasures are of entries that are not disclosed here": "{} effacements portent sur des inscriptions non communiquées ici",
    "{} signatures of parties under decisions are by keys that their parties named before": "{} signatures de décisions proviennent de clés que leurs parties avaient désignées auparavant",
    "{} signatures are by the keys beside them, and count for nothing: the naming of the key, or the decision itself, is not disclosed here": "{} signatures proviennent des clés jointes et n'ont aucune valeur ici : la désignation de la clé ou la décision n'est pas communiquée",
    "{} signatures, of which the statement is not disclosed here": "{} signatures, dont le texte signé n'est pas communiqué ici",
    "exhibit {}: {} of its entries, n = {}": "pièce {} : {} de ses inscriptions, nº {}",
    "{} exhibits: every entry from n=1 is here, each naming the one before it": "{} pièces : toutes les inscriptions à partir du nº 1 sont présentes, chacune désignant la précédente",
    "every act is one of {}, as are {} lines of access.csv": "chaque acte est un acte de {}, de même que {} lignes de access.csv",
    "statistics.csv holds no count below {}, and none that follows from others": "statistics.csv ne contient aucun nombre inférieur à {}, ni aucun qui se déduise des autres",
    "whether the statistics count what the ledger holds: its entries are withheld": "la concordance des statistiques avec le journal : ses inscriptions ne sont pas communiquées",
    "no entry and no field is disclosed beyond the profile {}": "aucune inscription et aucun champ ne dépassent le type de dossier {}",
    "what the profile {} promises: it is not known here": "ce que garantit le type de dossier {} : il n'est pas connu de ce programme",
    "{} receipts prove their entries' inclusion, and disclose the same": "{} récépissés prouvent la présence de leurs inscriptions et en communiquent le même contenu",
    "{} originals have the SHA-256 that entries of their download record": "{} originaux ont le SHA-256 que mentionnent les inscriptions de leur téléchargement",
    "exhibit {}: the bundle has no original of it: {}": "pièce {} : le dossier n'en contient pas l'original : {}",
    "why {} leaves out originals: no entry proves it": "la raison pour laquelle {} écarte des originaux : aucune inscription ne la prouve",
    "file {}: is not listed in {}": "fichier {} : absent de la liste {}",
    "file {}: listed in {}, and missing": "fichier {} : figure dans la liste {}, mais absent",
    "file {}: its SHA-256 is not the one in data/files.json": "fichier {} : son SHA-256 n'est pas celui de data/files.json",
    "file {}: no entry here records its download": "fichier {} : aucune inscription communiquée ne mentionne son téléchargement",
    "file {}: a link or a device, left out": "fichier {} : lien ou périphérique, ignoré",
    "file {}: exhibit {}, earliest record at position {} ({}, {}, {})": "fichier {} : pièce {}, première inscription à la position {} ({}, {}, {})",
    "{} of {} files in the folder are recorded": "{} des {} fichiers du répertoire sont inscrits",
    "the checkpoint is not older than {} s, by the newest cosignature": "le point de contrôle ne date pas de plus de {} s, selon la dernière cosignature",
    "the checkpoint is not older than {} s, by {}": "le point de contrôle ne date pas de plus de {} s, selon {}",
    "entries, fields and chains: there is nothing to hold them against": "inscriptions, champs et chaînes : rien ne permet de les vérifier",
    "file {}: no disclosed entry records its SHA-256, {}": "fichier {} : aucune inscription communiquée ne mentionne son SHA-256, {}",
    "file {}: its SHA-256 is not the one in the manifest": "fichier {} : son SHA-256 n'est pas celui du manifeste",
    "file {}: is missing": "fichier {} : absent",
    "file {}: named in a manifest, and missing": "fichier {} : nommé dans un manifeste, mais absent",
    "file {}: in no manifest": "fichier {} : dans aucun manifeste",
    "file {}: not a readable zip ({})": "fichier {} : archive zip illisible ({})",
    "{}: the signature of {} is wrong": "{} : la signature de {} est fausse",
    "{}: the signature of {} is missing: somebody else made the manifests": "{} : la signature de {} est absente : les manifestes ont un autre auteur",
    "{}: the signature of {} by a key that counts is missing": "{} : la signature de {} par une clé valable est absente",
    "{}: its root is not that of the first {} commitments": "{} : sa racine n'est pas celle des {} premiers engagements",
    "data/checkpoint: too few witnesses for the policy; no cosignature of {}": "data/checkpoint : trop peu de cosignataires ; aucune signature de {}",
    "position {}: the entry is not the one that its commitment binds": "position {} : l'inscription ne concorde pas avec son engagement",
    "position {}: field {}: not what the entry binds": "position {} : champ {} : ne concorde pas avec l'inscription",
    "position {}: field {}: the profile {} does not disclose it": "position {} : champ {} : le type de dossier {} ne le communique pas",
    "position {}: {}: the profile {} does not disclose such an entry": "position {} : {} : le type de dossier {} ne communique pas une telle inscription",
    "position {}: {}: not in the period of the bundle": "position {} : {} : hors de la période du dossier",
    "position {}: {}: not an act of {}": "position {} : {} : n'est pas un acte de {}",
    "position {}: comes after position {}": "position {} : vient après la position {}",
    "file data/custody.csv: does not have the row of position {}": "fichier data/custody.csv : n'a pas la ligne de la position {}",
    "this bundle's own entry, export.made, is not in it: its tail may be cut": "l'inscription propre à ce dossier, export.made, est absente : la fin peut avoir été coupée",
    "exhibit {}: entry n={} is missing between positions {} and {}: a {} bundle of the originator has no gaps": "pièce {} : l'inscription nº {} manque entre les positions {} et {} : un dossier {} de l'autorité d'origine est complet",
    "exhibit {}: its registration, n=1, is missing from a {} bundle": "pièce {} : son enregistrement, nº 1, manque dans un dossier {}",
    "position 0: the founding, which names the ledger's key, is missing from this {} bundle": "position 0 : l'inscription fondatrice, qui nomme la clé du journal, manque dans ce dossier {}",
    "position 0: field keys: does not name the ledger's key": "position 0 : champ keys : ne nomme pas la clé du journal",
    "the checkpoint's age: {} s by {}, more than {} s": "l'ancienneté du point de contrôle : {} s selon {}, plus de {} s",
}
_PATTERNS: list[tuple[re.Pattern[str], str, bool]] = []
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")


def _template(english: str) -> re.Pattern[str]:
    parts = re.escape(english).replace(re.escape("{*}"), "(.*)").replace(re.escape("{}"), "(.*?)")
    return re.compile(parts, re.DOTALL)


def in_french(line: str) -> str:
    """Translate a line of the report into French; return it unchanged if `FRENCH` does not contain it."""
    if not _PATTERNS:
        _PATTERNS.extend((_template(english), french, "{*}" in english) for english, french in FRENCH.items())
    for pattern, french, nested in _PATTERNS:
        found = pattern.fullmatch(line)
        if found:
            parts = [in_french(part) if nested else part for part in found.groups()]
            numbers = [part.replace(",", "\u202f") if _THOUSANDS.fullmatch(part) else part for part in parts]
            return french.format(*numbers)
    return line


# --- The command ------------------------------------------------------------------------------------------------------

_DURATION = re.compile(r"([1-9][0-9]{0,8})([smhdw])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}


def _outside_file(name: str) -> bytes:
    try:
        with Path(name).open("rb") as stream:
            raw = stream.read(MAX_SMALL_FILE + 1)
    except OSError as error:
        raise Usage(f"{plain(name)}: {error.strerror}") from None
    if len(raw) > MAX_SMALL_FILE:
        raise Usage(f"{plain(name)}: larger than {MAX_SMALL_FILE:,} bytes")
    return raw


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # the name is too long, or a folder above it cannot be read
        return False


def _earlier(path: Path) -> Bag:
    """Open the earlier bundle. Raises `Usage` if its checkpoint cannot be read, which says nothing about this bundle."""
    try:
        bag = open_bag(path)
        read_small(bag, "data/checkpoint")
    except Usage:
        raise
    except Exception as error:  # noqa: BLE001 - as in Report.step
        raise Usage(f"--since {plain(path)}: {plain(error)}") from None
    return bag


def _own_bag() -> Path:
    here = Path(__file__).resolve().parent
    return here.parent if here.name == "data" and (here.parent / "bagit.txt").is_file() else Path()


def _question(options: argparse.Namespace) -> Question:
    question = Question()
    try:
        if options.keys:
            question.keys = parse_keys(_outside_file(options.keys))
            if not question.keys.log:
                raise Usage("--keys: no key of a ledger in it")
        if options.policy:
            question.policy = Policy(_outside_file(options.policy))
        question.trusted().demand_distinct()
    except Wrong as finding:
        raise Usage(f"the keys from outside: {finding}") from None
    if options.since:
        question.since = _earlier(Path(options.since))
    question.processes = min(options.processes if options.processes > 0 else os.cpu_count() or 1, MOST_PROCESSES)
    if options.files:
        question.files = Path(options.files)
        if not _is_folder(question.files):
            raise Usage("--files: not a folder")
    if options.max_age:
        match = _DURATION.fullmatch(options.max_age)
        if not match:
            raise Usage("--max-age: a number and s, m, h, d or w")
        question.max_age = int(match[1]) * _SECONDS[match[2]]
    return question


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="verify.py",
        description=(__doc__ or "").partition("\n\nIn this order")[0],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("bag", nargs="?", metavar="BAG", help="the bundle: a zip or a folder")
    parser.add_argument("--keys", metavar="FILE", help="the ledger's keys, from outside the bundle")
    parser.add_argument("--policy", metavar="FILE", help="a C2SP tlog-policy: logs, witnesses, quorum")
    parser.add_argument("--since", metavar="OLD_BAG", help="an earlier bundle that this one must continue")
    parser.add_argument("--files", metavar="DIR", help="files to find among the exhibits by their SHA-256")
    parser.add_argument("--max-age", metavar="DURATION", help="for example 36h or 7d")
    parser.add_argument("--lang", choices=("en", "fr"), default="en", help="the language of the report")
    parser.add_argument("--processes", metavar="N", type=int, default=0, help="how many check entries; all cores")
    return parser


def verify(path: Path, question: Question | None = None) -> Report:
    """Examine the bundle at `path`. Raises `Usage` if it does not exist."""
    try:
        with closing(open_bag(path)) as bag:
            return Examination(bag, question or Question()).run()
    except Wrong as finding:
        return Report(head=[f"Bundle      {plain(path)}"], wrong=[str(finding)])


def _say(text: str, stream: TextIO) -> None:
    encoding = stream.encoding or "ascii"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command: print the report and return the exit status."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as end:  # argparse has printed the help or an error
        return int(end.code or 0)
    collects = gc.isenabled()
    gc.disable()  # there are no reference cycles, and the collector takes time
    try:
        report = verify(Path(options.bag) if options.bag else _own_bag(), _question(options))
    except Usage as problem:
        _say(f"verify.py: {problem}\n", sys.stderr)
        return EXIT_USAGE
    finally:
        if collects:  # for a caller that continues to run
            gc.enable()
    _say(report.text(options.lang), sys.stdout)
    return report.exit


if __name__ == "__main__":
    sys.exit(main())
