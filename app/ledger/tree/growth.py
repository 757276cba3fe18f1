"""Grows a tree: computes and writes the new edge, the positions, and the tiles that become full.

A tile is written once, when it is full. That is about 66 bytes for each entry, in one row for 256 entries, so the cost
of appending does not depend on the size. Before a tile is built, the leaves that it takes from earlier rows are hashed
again and compared with the stored edge.

Not here: the queue of pending entries and its lock (`ledger/sequencer.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import BigInteger, LargeBinary, SmallInteger, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Writing
from app.ledger.alarms import LedgerDamagedError
from app.ledger.tree import nodes, tiles
from app.ledger.tree.merkle import HASH_BYTES, Frontier, leaf_hash
from app.ledger.tree.tiles import BUNDLE, TILE_BYTES, WIDTH, Place

CHANNEL: Final = "liaison_positions"


@dataclass(frozen=True, slots=True)
class Full:
    """A tile that became full."""

    place: Place
    hashes: bytes
    root: bytes | None


@dataclass(frozen=True, slots=True)
class Growth:
    """The changes of a batch to one ledger."""

    jit: UUID
    start: int
    entries: Sequence[UUID]
    edge: bytes
    full: Sequence[Full]

    @property
    def size(self) -> int:
        """The tree's new size."""
        return self.start + len(self.entries)


async def of(session: Writing, jit: UUID, size: int, edge: bytes, batch: Sequence[tuple[UUID, bytes]]) -> Growth:
    """Compute the growth of a tree by entries and their commitments. Writes nothing. Raises `LedgerDamagedError`."""
    try:
        frontier = Frontier.from_bytes(size, edge)
    except ValueError as error:
        raise LedgerDamagedError(f"the stored edge is none: {error}") from error
    for _, commitment in batch:
        frontier.append(leaf_hash(commitment))
    full: list[Full] = []
    if size // WIDTH < frontier.size // WIDTH:
        base = size - size % WIDTH
        earlier = await nodes.commitments(session, jit, base, size)
        _demand_edge(size, edge, earlier)
        row = earlier + b"".join(commitment for _, commitment in batch)
        full = _bundles(base, row)
        full += await _above(session, jit, full[1::2])
    return Growth(jit, size, [entry for entry, _ in batch], frontier.to_bytes(), full)


async def write(session: Writing, growths: Sequence[Growth], served: Sequence[int] = ()) -> None:
    """Write positions and edges of several ledgers, empty their queue rows and notify, in one statement.

    Then write the tiles that became full. `served`: ids of the queue rows.
    """
    places = [
        (growth.jit, position, entry)
        for growth in growths
        for position, entry in enumerate(growth.entries, growth.start)
    ]
    jits, positions, entries = (list(column) for column in zip(*places, strict=True))
    await session.execute(
        _PLACE,
        {
            "jits": jits,
            "positions": positions,
            "entries": entries,
            "grown": [growth.jit for growth in growths],
            "sizes": [growth.size for growth in growths],
            "edges": [growth.edge for growth in growths],
            "served": list(served),
            "channel": CHANNEL,
        },
    )
    full = [(growth.jit, tile) for growth in growths for tile in growth.full]
    if full:
        await session.execute(
            _TILES,
            {
                "jits": [jit for jit, _ in full],
                "levels": [tile.place.level for _, tile in full],
                "numbers": [tile.place.number for _, tile in full],
                "hashes": [tile.hashes for _, tile in full],
                "roots": [tile.root for _, tile in full],
            },
        )


def _demand_edge(size: int, edge: bytes, earlier: bytes) -> None:
    """Check that the rows since the last full tile are those under the edge. Raises `LedgerDamagedError`."""
    base = size - size % WIDTH
    frontier = Frontier.from_bytes(base, edge[: HASH_BYTES * base.bit_count()])
    for at in range(0, len(earlier), HASH_BYTES):
        frontier.append(leaf_hash(earlier[at : at + HASH_BYTES]))
    if frontier.to_bytes() != edge:
        raise LedgerDamagedError(f"the edge of size {size} is not that of the rows from {base} on")


def _bundles(base: int, row: bytes) -> list[Full]:
    """Return each full bundle and its tile of leaves, alternating, of a row of commitments from `base` on."""
    full = []
    for start in range(0, len(row) - TILE_BYTES + 1, TILE_BYTES):
        number = (base + start // HASH_BYTES) // WIDTH
        entries = row[start : start + TILE_BYTES]
        leaves = tiles.leaves_of(entries)
        full += [Full(Place(BUNDLE, number), entries, None), Full(Place(0, number), leaves, tiles.folded(leaves))]
    return full


async def _above(session: Writing, jit: UUID, below: Sequence[Full]) -> list[Full]:
    """Return the tiles of higher levels that become full with these tiles of one level."""
    full: list[Full] = []
    while below:
        level, first = below[0].place.level + 1, below[0].place.number
        risen = []
        if tiles.completed(first, first + len(below)):
            start = first - first % WIDTH
            row = await nodes.roots_below(session, jit, Place(level, start // WIDTH), first - start)
            row += b"".join(tile.root or b"" for tile in below)
            for at in range(0, len(row) - TILE_BYTES + 1, TILE_BYTES):
                hashes = row[at : at + TILE_BYTES]
                place = Place(level, start // WIDTH + at // TILE_BYTES)
                risen.append(Full(place, hashes, tiles.folded(hashes)))
        full += risen
        below = risen
    return full


_PLACE: Final = text(
    """
    with placed as (
      insert into positions (jit, position, entry) select * from unnest(:jits, :positions, :entries)
    ), grown as (
      update trees t set size = w.size, edge = w.edge from unnest(:grown, :sizes, :edges) as w (jit, size, edge)
       where t.jit = w.jit
    ), served as (
      delete from pending where id = any(:served)
    )
    select pg_notify(:channel, '')
    """
).bindparams(
    bindparam("jits", type_=ARRAY(Uuid)),
    bindparam("positions", type_=ARRAY(BigInteger)),
    bindparam("entries", type_=ARRAY(Uuid)),
    bindparam("grown", type_=ARRAY(Uuid)),
    bindparam("sizes", type_=ARRAY(BigInteger)),
    bindparam("edges", type_=ARRAY(LargeBinary)),
    bindparam("served", type_=ARRAY(BigInteger)),
)
_TILES: Final = text(
    "insert into tiles (jit, level, number, hashes, root)"
    " select * from unnest(:jits, :levels, :numbers, :hashes, :roots)"
).bindparams(
    bindparam("jits", type_=ARRAY(Uuid)),
    bindparam("levels", type_=ARRAY(SmallInteger)),
    bindparam("numbers", type_=ARRAY(BigInteger)),
    bindparam("hashes", type_=ARRAY(LargeBinary)),
    bindparam("roots", type_=ARRAY(LargeBinary)),
)
