"""Canonical JSON form of an entry, and the hashes over it: field hash and commitment.

Canonical JSON is RFC 8785 (JCS) under a profile. Keys are ASCII. Numbers are integers within ±(2**53 - 1). There are no
floats; amounts and coordinates are strings. Strings hold any Unicode except unpaired surrogates. Values outside the
profile raise.

Within the profile Python's own encoder gives the bytes of RFC 8785, several times faster than the `rfc8785` package,
against which tests compare it. Committed bytes are stored and never serialised again.

Not here: kinds of entries and their fields (`facts`), random salts (`journal`), positions and trees (`merkle`).
"""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, NoReturn

from app.ledger.signing.notes import decode_base64

ENTRY_PREFIX: Final = (
    b"liaison-entry/v1\n"  # the two prefixes prevent reading an entry as a field, and name the version
)
FIELD_PREFIX: Final = b"liaison-field/v1\n"
SALT_BYTES: Final = 32
HASH_BYTES: Final = 32
MAX_INTEGER: Final = 2**53 - 1
MAX_DEPTH: Final = 32

ENTRY_KEYS: Final = frozenset(
    {"v", "id", "ledger", "at", "kind", "seat", "party", "subject", "led", "purpose", "fields"}
)
VERSION: Final = 1

_TIME: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z")
_ID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_KIND: Final = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
_ATOM: Final = re.compile(r"[ !#-\[\]-~]+")  # printable ASCII that JSON writes as it is: codes, ids, names of ledgers
_INTEGER_DIGITS: Final = 17  # as many as -(2**53 - 1) has; longer numbers are refused unconverted

_encoder = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


class CanonicalError(ValueError):
    """A value or an entry is outside the profile, or a text is not canonical. The message says where."""


def canonical(value: object) -> bytes:
    """Return the RFC 8785 bytes of a value. Raises `CanonicalError` if it is outside the profile."""
    _demand_profile(value, "value", MAX_DEPTH)
    return _encoder.encode(value).encode()


def canonical_entry(entry: Mapping[str, object]) -> bytes:
    """Return the canonical bytes of an entry. Raises `CanonicalError` unless keys and forms are those of an entry.

    `id` is a UUIDv7 in lower case, `at` a time like `2026-11-24T13:15:58.035801Z`; `party` and `purpose` may be null.
    `subject` maps nouns to ids, `fields` maps each field's name to the base64 of its hash. User-written text is only in
    field values: the entry itself holds codes and ids, in printable ASCII without quotes and backslashes.
    """
    _demand_entry(entry)
    return canonical(dict(entry))


def parse_entry(text: bytes) -> dict[str, Any]:
    """Return the entry with exactly these canonical bytes. Raises `CanonicalError` for any other spelling of it."""
    entry = load(text)
    if not isinstance(entry, dict) or canonical_entry(entry) != text:
        raise CanonicalError("not the canonical bytes of an entry")
    return entry


def load(text: bytes) -> object:
    """Read JSON within the profile, canonical or not.

    Raises `CanonicalError` for bytes that are not UTF-8 or not JSON, and for values outside the profile. These are: a
    repeated key, a float, NaN, a large integer, a key that is not ASCII, an unpaired surrogate, and nesting deeper than
    `MAX_DEPTH`.
    """
    try:
        value = json.loads(
            text.decode(),
            object_pairs_hook=_unrepeated,
            parse_float=_refuse_number,
            parse_constant=_refuse_number,
            parse_int=_integer,
        )
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CanonicalError(f"not JSON: {type(error).__name__}") from None
    _demand_profile(value, "value", MAX_DEPTH)
    return value


def field_hash(name: str, value: object, salt: bytes) -> bytes:
    """Return SHA-256("liaison-field/v1" LF || salt || JCS([name, value])): 32 bytes; the entry holds their base64."""
    return field_hash_of(name, canonical(value), salt)


def field_hash_of(name: str, text: bytes, salt: bytes) -> bytes:
    """Return the same from canonical bytes: `field_hash(name, load(text), salt)`, without loading."""
    _demand_salt(salt)
    return hashlib.sha256(FIELD_PREFIX + salt + b"[" + canonical(name) + b"," + text + b"]").digest()


def commitment(text: bytes, salt: bytes) -> bytes:
    """Return SHA-256("liaison-entry/v1" LF || salt || canonical bytes): 32 bytes, visible to the whole team."""
    _demand_salt(salt)
    return hashlib.sha256(ENTRY_PREFIX + salt + text).digest()


def _demand_salt(salt: bytes) -> None:
    if len(salt) != SALT_BYTES:
        raise CanonicalError(f"a salt has {SALT_BYTES} bytes")


def _demand_profile(value: object, where: str, depth: int) -> None:
    match value:
        case None | bool():
            pass
        case int() if abs(value) <= MAX_INTEGER:
            pass
        case str():
            _demand_unicode(value, where)
        case list() if depth > 0:
            for index, item in enumerate(value):
                _demand_profile(item, f"{where}[{index}]", depth - 1)
        case dict() if depth > 0:
            for key, item in value.items():
                _demand_key(key, where)
                _demand_profile(item, f"{where}.{key}", depth - 1)
        case _:
            raise CanonicalError(f"{where}: this {type(value).__name__} is outside the profile of canonical JSON")


def _demand_key(key: object, where: str) -> None:
    if not (isinstance(key, str) and key.isascii()):
        raise CanonicalError(f"{where}: a key that is not ASCII text")


def _demand_unicode(value: str, where: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise CanonicalError(f"{where}: an unpaired surrogate") from None


def _demand_entry(entry: Mapping[str, object]) -> None:
    if entry.keys() != ENTRY_KEYS:
        raise CanonicalError(f"an entry has the keys {', '.join(sorted(ENTRY_KEYS))}")
    version = entry["v"]
    if version != VERSION or isinstance(version, bool):
        raise CanonicalError("v: not 1")
    for key, form in (("id", _ID), ("kind", _KIND), ("led", _NAME), ("ledger", _ATOM), ("seat", _ATOM)):
        if not _has_form(entry[key], form):
            raise CanonicalError(f"{key}: not of its form")
    for key in ("party", "purpose"):
        if entry[key] is not None and not _has_form(entry[key], _ATOM):
            raise CanonicalError(f"{key}: neither a code nor null")
    _demand_time(entry["at"])
    _demand_subject(entry["subject"])
    _demand_fields(entry["fields"])


def _has_form(value: object, form: re.Pattern[str]) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None


def _demand_time(at: object) -> None:
    written = at if isinstance(at, str) and _TIME.fullmatch(at) else ""
    try:
        datetime.fromisoformat(written)
    except ValueError:
        raise CanonicalError("at: not a time like 2026-11-24T13:15:58.035801Z") from None


def _demand_subject(subject: object) -> None:
    if not isinstance(subject, dict):
        raise CanonicalError("subject: not an object")
    for noun, name in subject.items():
        if not (_has_form(noun, _NAME) and _has_form(name, _ATOM)):
            raise CanonicalError("subject: not a noun with an id")


def _demand_fields(fields: object) -> None:
    if not isinstance(fields, dict):
        raise CanonicalError("fields: not an object")
    for name, digest in fields.items():
        if not (_has_form(name, _NAME) and isinstance(digest, str)):
            raise CanonicalError("fields: not a name with a hash")
        try:
            raw = decode_base64(digest)
        except ValueError:
            raise CanonicalError(f"fields.{name}: not base64") from None
        if len(raw) != HASH_BYTES:
            raise CanonicalError(f"fields.{name}: not a SHA-256")


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise CanonicalError("a key stands twice")
    return result


def _integer(digits: str) -> int:
    if len(digits) > _INTEGER_DIGITS:
        raise CanonicalError("an integer beyond ±(2**53 - 1)")
    return int(digits)


def _refuse_number(number: str) -> NoReturn:
    raise CanonicalError(f"{number[:_INTEGER_DIGITS]} is no integer")
