"""Disclosed entries, and the two forms in which a bundle holds them: a line of `entries.jsonl`, a row of `custody.csv`.

The row is made by the verifier's own function, so that the table for people and the check of it cannot drift apart.
Deliberately not here: which fields a profile and a reader disclose.
"""

import base64
import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Final

from app.exports import verifier
from app.ledger.canonical import canonical, commitment

_CHUNK: Final = 1 << 20
_READ_BY_ROWS: Final = ("actor", "chain")


@dataclass(frozen=True, slots=True)
class DisclosedField:
    """A value with its salt (32 bytes); `text` is the value's canonical JSON, as stored."""

    salt: bytes
    text: bytes


@dataclass(frozen=True, slots=True)
class DisclosedEntry:
    """An entry that the bundle opens: its place, its salt (32 bytes), its canonical bytes, and the fields that it opens."""

    position: int
    salt: bytes
    canonical: bytes
    fields: Mapping[str, DisclosedField]

    def line(self) -> bytes:
        """One line of `entries.jsonl`. Stored bytes are put into it as they are, never parsed and serialised again."""
        fields = b",".join(
            b'"%s":{"salt":"%s","value":%s}' % (name.encode(), base64.b64encode(field.salt), field.text)
            for name, field in sorted(self.fields.items())
        )
        return b'{"position":%d,"salt":"%s","canonical":%s,"fields":{%s}}\n' % (
            self.position,
            base64.b64encode(self.salt),
            canonical(self.canonical.decode()),
            fields,
        )

    def row(self) -> list[str]:
        """One row of `custody.csv`."""
        values = {name: json.loads(self.fields[name].text) for name in _READ_BY_ROWS if name in self.fields}
        texts = {name: field.text.decode() for name, field in self.fields.items()}
        bound = base64.b64encode(commitment(self.canonical, self.salt)).decode()
        return verifier.custody_row(verifier.Entry(self.position, bound, json.loads(self.canonical), values, texts))


class CustodyTable:
    """`custody.csv` (RFC 4180, UTF-8), gathered in a temporary file while the entries pass."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._text = io.TextIOWrapper(stream, "utf-8", newline="", write_through=True)
        self._writer = csv.writer(self._text)
        self._text.write(verifier.CUSTODY_START)
        self._writer.writerow(verifier.CUSTODY_COLUMNS)

    def add(self, entry: DisclosedEntry) -> None:
        """The next row."""
        self._writer.writerow(entry.row())

    def chunks(self) -> Iterator[bytes]:
        """The finished table. No row can follow."""
        stream = self._text.detach()
        stream.seek(0)
        yield from iter(lambda: stream.read(_CHUNK), b"")
