"""Locates tree nodes in tiles (C2SP `tlog-tiles`) and computes which nodes a proof needs. Pure functions.

A tile of level L and number N holds the roots of the 256 subtrees of 256^L leaves from leaf N · 256^(L+1) on. A proof
is a list of subtree roots. Each covers a range of leaves, full or cut off by the tree's right edge. It is folded from
full subtrees, each of which lies in one tile.

Not here: the database (`nodes.py`), and the hashing of one tree (`merkle.py`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from app.ledger.tree.merkle import EMPTY_ROOT, HASH_BYTES, Digest, leaf_hash, node_hash

WIDTH: Final = 256
TILE_BYTES: Final = WIDTH * HASH_BYTES
BUNDLE: Final = -1
"""The level at which entry bundles are kept."""

_HEIGHT: Final = 8
_NUMBER: Final = re.compile(r"(?:x[0-9]{3}/)*[0-9]{3}")
_MAX_GROUPS: Final = 6
_PARTIAL: Final = re.compile(r"(.+)\.p/([1-9][0-9]{0,2})")


class Place(NamedTuple):
    """The level and number of a tile."""

    level: int
    number: int


class Range(NamedTuple):
    """Leaves `start` … `end` - 1; stands for the root over them."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Node:
    """The root of the full subtree of 2^height leaves with this index among those of its height."""

    height: int
    index: int

    @property
    def place(self) -> Place:
        """The tile that contains it, or from whose hashes it is folded."""
        level, rise = divmod(self.height, _HEIGHT)
        return Place(level, (self.index << rise) // WIDTH)

    @property
    def within(self) -> tuple[int, int]:
        """The hashes of that tile from which it is folded: first, and one after the last."""
        rise = self.height % _HEIGHT
        first = (self.index << rise) % WIDTH
        return first, first + (1 << rise)


def inclusion(position: int, size: int) -> list[Range]:
    """Return the siblings on the path from a leaf to the root (RFC 6962, 2.1.1, in order)."""
    return _path(position, 0, size)


def consistency(old: int, new: int) -> list[Range]:
    """Return the nodes of the proof that `new` leaves begin with the tree of `old` (RFC 6962, 2.1.2, in order)."""
    return _proof(old, 0, new, whole=True)


def subtrees(wanted: Range) -> list[Node]:
    """Return the full subtrees that make up the range, left to right, largest first."""
    found, start = [], wanted.start
    while start < wanted.end:
        height = (wanted.end - start).bit_length() - 1
        found.append(Node(height, start >> height))
        start += 1 << height
    return found


def root_of(wanted: Range, tiles: Mapping[Place, bytes]) -> Digest:
    """Return the root over a range, from tiles that hold its subtrees.

    Raises `KeyError` if a tile is missing or too short.
    """
    roots = [_fold(node, tiles) for node in subtrees(wanted)]
    if not roots:
        return EMPTY_ROOT
    *lefts, node = roots
    for left in reversed(lefts):
        node = node_hash(left, node)
    return node


def folded(hashes: bytes) -> Digest:
    """Return the root of a full subtree from the hashes of one of its levels."""
    nodes = [Digest(hashes[at : at + HASH_BYTES]) for at in range(0, len(hashes), HASH_BYTES)]
    while len(nodes) > 1:
        nodes = [node_hash(nodes[at], nodes[at + 1]) for at in range(0, len(nodes), 2)]
    return nodes[0]


def leaves_of(commitments: bytes) -> bytes:
    """Return the leaf hashes over commitments of 32 bytes each."""
    return b"".join(leaf_hash(commitments[at : at + HASH_BYTES]) for at in range(0, len(commitments), HASH_BYTES))


def width(place: Place, size: int) -> int:
    """Return how many hashes a tile has in a tree of `size` leaves: 0 where it has none, 256 when it is full."""
    return max(0, min(WIDTH, (size >> (_HEIGHT * max(place.level, 0))) - place.number * WIDTH))


def bundle(commitments: bytes) -> bytes:
    """Return an entry bundle: each entry after its length, two bytes, big-endian."""
    length = HASH_BYTES.to_bytes(2)
    parts = (commitments[at : at + HASH_BYTES] for at in range(0, len(commitments), HASH_BYTES))
    return b"".join(length + part for part in parts)


def read_path(path: str) -> tuple[int, int]:
    """Parse number and width from `<N>[.p/<W>]`. Raises `ValueError` for any spelling but that of the specification."""
    partial = _PARTIAL.fullmatch(path)
    number, wanted = (partial[1], int(partial[2])) if partial else (path, WIDTH)
    groups = number.split("/")
    if not _NUMBER.fullmatch(number) or len(groups) > _MAX_GROUPS or (partial and wanted >= WIDTH):
        raise ValueError(f"not a tile's path: {path!r}")
    if len(groups) > 1 and groups[0] == "x000":
        raise ValueError("a number with leading zeroes")
    return int("".join(group.removeprefix("x") for group in groups)), wanted


def _fold(node: Node, tiles: Mapping[Place, bytes]) -> Digest:
    first, behind = node.within
    hashes = tiles[node.place][first * HASH_BYTES : behind * HASH_BYTES]
    if len(hashes) != (behind - first) * HASH_BYTES:
        raise KeyError(node)
    return folded(hashes)


def _path(position: int, start: int, end: int) -> list[Range]:
    if end - start == 1:
        return []
    middle = start + _split(end - start)
    if position < middle:
        return [*_path(position, start, middle), Range(middle, end)]
    return [*_path(position, middle, end), Range(start, middle)]


def _proof(old: int, start: int, end: int, *, whole: bool) -> list[Range]:
    """`whole`: the old tree begins where this range does, so the verifier knows its root."""
    if old == end:
        return [] if whole else [Range(start, end)]
    middle = start + _split(end - start)
    if old <= middle:
        return [*_proof(old, start, middle, whole=whole), Range(middle, end)]
    return [*_proof(old, middle, end, whole=False), Range(start, middle)]


def _split(leaves: int) -> int:
    """Return the largest power of two smaller than `leaves`."""
    return 1 << ((leaves - 1).bit_length() - 1)


def completed(first: int, behind: int) -> bool:
    """Return whether a tile becomes full when a row of hashes grows from `first` to `behind`."""
    return first // WIDTH < behind // WIDTH
