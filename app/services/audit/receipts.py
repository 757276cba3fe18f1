"""Receipts of ledger entries, for the API and for export packages.

Row-level security decides what is disclosed: a receipt contains only what its reader may read.
"""

from collections.abc import Sequence
from uuid import UUID

from app.database import Reading
from app.errors import NotFound
from app.exports import receipts
from app.exports.custody import DisclosedEntry, DisclosedField
from app.ledger import entries
from app.ledger.entries import Read
from app.ledger.signing.notes import Checkpoint, parse
from app.ledger.tree import nodes
from app.ledger.witnesses import registry


async def of(session: Reading, jit: UUID, position: int) -> str:
    """Return the receipt of an entry under the latest published checkpoint.

    Raises:
        NotFound: The entry is not published or not readable.
    """
    note = await registry.latest(session, jit)
    if note is None or position >= Checkpoint.parse(parse(note.encode()).text).size:
        raise NotFound
    read = await entries.at(session, jit, position)
    if read is None or read.said is None:
        raise NotFound
    return (await under(session, jit, note, [disclosed(read)]))[0]


async def under(session: Reading, jit: UUID, note: str, shown: Sequence[DisclosedEntry]) -> list[str]:
    """Return the receipts of disclosed entries under a checkpoint that includes them all."""
    size = Checkpoint.parse(parse(note.encode()).text).size
    paths = await nodes.inclusions(session, jit, [entry.position for entry in shown], size)
    return [
        receipts.text(entry.position, path, note, entry.forms()[0]) for entry, path in zip(shown, paths, strict=True)
    ]


def disclosed(read: Read, only: frozenset[str] | None = None) -> DisclosedEntry:
    """Return a readable, sequenced entry in the form a package holds. `only`: the fields to disclose at most."""
    assert read.position is not None
    assert read.said is not None
    shown = [field for field in read.said.fields if only is None or field.name in only]
    fields = {field.name: DisclosedField(field.salt, field.value.encode()) for field in shown}
    return DisclosedEntry(read.position, read.said.salt, read.said.canonical, fields)
