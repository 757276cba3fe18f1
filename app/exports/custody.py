"""Disclosed entries in the two forms of an export package: a line of `entries.jsonl` and a row of `custody.csv`.

Both are made by functions of the verifier, so that writing and checking cannot differ.

Not here: which fields a profile and a reader disclose.
"""

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Final

from app.exports import verifier
from app.ledger.signing.canonical import commitment

_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class DisclosedField:
    """A value with its salt (32 bytes); `text` is the value's canonical JSON, as stored."""

    salt: bytes
    text: bytes


@dataclass(frozen=True, slots=True)
class DisclosedEntry:
    """A disclosed entry: its position, its salt (32 bytes), its canonical bytes, and its disclosed fields."""

    position: int
    salt: bytes
    canonical: bytes
    fields: Mapping[str, DisclosedField]

    def forms(self) -> tuple[bytes, bytes]:
        """Return a line of `entries.jsonl` and a row of `custody.csv`.

        Made from the stored bytes and checked by the verifier. Raises `verifier.Wrong` if salt, bytes and fields do not
        belong together.
        """
        fields = ",".join(
            f'"{name}":{{"salt":"{_base64(field.salt)}","value":{field.text.decode()}}}'
            for name, field in sorted(self.fields.items())
        )
        escaped = self.canonical.decode().replace('"', '\\"')  # the canonical form contains nothing else to escape
        line = (
            f'{{"position":{self.position},"salt":"{_base64(self.salt)}",'
            f'"canonical":"{escaped}","fields":{{{fields}}}}}'
        )
        origin = json.loads(self.canonical)["ledger"]
        entry = verifier.check_line(line, commitment(self.canonical, self.salt), origin, self.position)
        return f"{line}\n".encode(), verifier.custody_row(entry).encode()


class CustodyTable:
    """`custody.csv`, collected in a temporary file while entries are added."""

    def __init__(self, stream: IO[bytes]) -> None:
        """`stream`: an empty file, read back from its start by `chunks`; it is left open."""
        self._stream = stream
        self._stream.write(verifier.CUSTODY_HEADER.encode())

    def add(self, row: bytes) -> None:
        """Add the next row."""
        self._stream.write(row)

    def chunks(self) -> Iterator[bytes]:
        """Yield the finished table. No row can be added after that."""
        self._stream.seek(0)
        yield from iter(lambda: self._stream.read(_CHUNK), b"")


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
