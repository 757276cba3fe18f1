"""Reads the stored tree: tiles of any width, roots and proofs, each from O(log n) rows.

Row-level security limits a member to the published size; the engine role reads all. Full tiles are stored. A partial
tile is computed from the roots of the tiles below it, or from commitments.

Not here: writing tiles (`growth.py`), and the callers' permissions.
"""

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import BigInteger, SmallInteger, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Reading
from app.ledger.alarms import LedgerDamagedError
from app.ledger.tree import tiles
from app.ledger.tree.merkle import HASH_BYTES, Digest
from app.ledger.tree.tiles import BUNDLE, WIDTH, Place, Range


async def tile(session: Reading, jit: UUID, place: Place, width: int, size: int) -> bytes | None:
    """Return a tile's first `width` hashes, or a bundle's commitments; None if it has fewer in the tree of `size`."""
    if tiles.width(place, size) < width:
        return None
    return (await _load(session, jit, {place: width}, size))[place]


async def root(session: Reading, jit: UUID, size: int) -> Digest:
    """Return the root of the first `size` leaves."""
    return (await _roots(session, jit, [Range(0, size)], size))[0]


async def inclusion(session: Reading, jit: UUID, position: int, size: int) -> tuple[Digest, list[Digest]]:
    """Return the leaf hash at `position`, and its path in the tree of `size` leaves."""
    leaf, *path = await _roots(session, jit, [Range(position, position + 1), *tiles.inclusion(position, size)], size)
    return leaf, path


async def inclusions(session: Reading, jit: UUID, positions: Sequence[int], size: int) -> list[list[Digest]]:
    """Return the paths of several leaves in the tree of `size` leaves, with as many statements as for one."""
    paths = [tiles.inclusion(position, size) for position in positions]
    wanted = list(dict.fromkeys(step for path in paths for step in path))
    roots = dict(zip(wanted, await _roots(session, jit, wanted, size), strict=True))
    return [[roots[step] for step in path] for path in paths]


async def consistency(session: Reading, jit: UUID, old: int, new: int) -> list[Digest]:
    """Return the proof that the tree of `new` leaves begins with that of `old` (at least 1)."""
    return await _roots(session, jit, tiles.consistency(old, new), new)


async def commitments(session: Reading, jit: UUID, first: int, behind: int) -> bytes:
    """Return the commitments at positions `first` … `behind` - 1, 32 bytes each.

    Raises `LedgerDamagedError` if one is missing.
    """
    found = (await session.execute(_COMMITMENTS, {"jit": jit, "first": first, "behind": behind})).scalar_one()
    if len(found) != (behind - first) * HASH_BYTES:
        raise LedgerDamagedError(f"a commitment between {first} and {behind - 1} is missing")
    return bytes(found)


async def roots_below(session: Reading, jit: UUID, place: Place, width: int) -> bytes:
    """Return the first `width` hashes of a tile above level 0: the roots of the full tiles below it.

    Raises `LedgerDamagedError` if one is missing.
    """
    first = place.number * WIDTH
    binds = {"jit": jit, "level": place.level - 1, "first": first, "behind": first + width}
    found = b"".join(row.root for row in await session.execute(_ROOTS, binds))
    if len(found) != width * HASH_BYTES:
        raise LedgerDamagedError(f"a tile below tile {place.number} of level {place.level} is missing")
    return found


async def _roots(session: Reading, jit: UUID, ranges: Sequence[Range], size: int) -> list[Digest]:
    needed: dict[Place, int] = {}
    for wanted in ranges:
        for node in tiles.subtrees(wanted):
            needed[node.place] = max(needed.get(node.place, 0), node.within[1])
    loaded = await _load(session, jit, needed, size)
    return [tiles.root_of(wanted, loaded) for wanted in ranges]


async def _load(session: Reading, jit: UUID, needed: dict[Place, int], size: int) -> dict[Place, bytes]:
    """Load at least the needed number of hashes of each tile. A tile is stored if it is full in the tree of `size`."""
    full = [place for place in needed if tiles.width(place, size) == WIDTH]
    loaded = await _stored(session, jit, full) if full else {}
    for place, width in needed.items():
        if place in loaded:
            loaded[place] = loaded[place][: width * HASH_BYTES]
        elif place in full:
            raise LedgerDamagedError(f"tile {place.number} of level {place.level} is missing")
        elif place.level > 0:
            loaded[place] = await roots_below(session, jit, place, width)
        else:
            first = place.number * WIDTH
            entries = await commitments(session, jit, first, first + width)
            loaded[place] = entries if place.level == BUNDLE else tiles.leaves_of(entries)
    return loaded


async def _stored(session: Reading, jit: UUID, places: Iterable[Place]) -> dict[Place, bytes]:
    levels, numbers = zip(*places, strict=True)
    rows = await session.execute(_STORED, {"jit": jit, "levels": list(levels), "numbers": list(numbers)})
    return {Place(row.level, row.number): bytes(row.hashes) for row in rows}


_STORED: Final = text(
    "select t.level, t.number, t.hashes from unnest(:levels, :numbers) as w (level, number)"
    " join tiles t on t.jit = :jit and t.level = w.level and t.number = w.number"
).bindparams(bindparam("levels", type_=ARRAY(SmallInteger)), bindparam("numbers", type_=ARRAY(BigInteger)))
_ROOTS: Final = text(
    "select root from tiles where jit = :jit and level = :level and number >= :first and number < :behind order by number"
)
_COMMITMENTS: Final = text("select commitments_between(:jit, :first, :behind)")
