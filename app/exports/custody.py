"""Disclosed entries, and the two forms in which a bundle holds them: a line of `entries.jsonl`, a row of `custody.csv`.

Line and row are made by the verifier's own functions, so that what is written and what is checked cannot drift apart.
Deliberately not here: which fields a profile and a reader disclose.
"""

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Final

from app.exports import verifier
from app.ledger.canonical import commitment

_CHUNK: Final = 1 << 20


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

    def forms(self) -> tuple[bytes, bytes]:
        """A line of `entries.jsonl` and a row of `custody.csv`.

        Made from the stored bytes in the way in which they will be checked: raises `verifier.Wrong` if salt, bytes and
        fields do not belong together.
        """
        fields = ",".join(
            f'"{name}":{{"salt":"{_base64(field.salt)}","value":{field.text.decode()}}}'
            for name, field in sorted(self.fields.items())
        )
        escaped = self.canonical.decode().replace('"', '\\"')  # all that an entry's form leaves to be escaped
        line = (
            f'{{"position":{self.position},"salt":"{_base64(self.salt)}",'
            f'"canonical":"{escaped}","fields":{{{fields}}}}}'
        )
        origin = json.loads(self.canonical)["ledger"]
        entry = verifier.check_line(line, commitment(self.canonical, self.salt), origin, self.position)
        return f"{line}\n".encode(), verifier.custody_row(entry).encode()


class CustodyTable:
    """`custody.csv`, gathered in a temporary file while the entries pass."""

    def __init__(self, stream: IO[bytes]) -> None:
        """`stream`: an empty file, read back from its start by `chunks`; it is left open."""
        self._stream = stream
        self._stream.write(verifier.CUSTODY_HEADER.encode())

    def add(self, row: bytes) -> None:
        """The next row."""
        self._stream.write(row)

    def chunks(self) -> Iterator[bytes]:
        """The finished table. No row can follow."""
        self._stream.seek(0)
        yield from iter(lambda: self._stream.read(_CHUNK), b"")


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
