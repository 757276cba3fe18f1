"""Merkle tree of RFC 6962: hashing, the compact right edge, and verification of both kinds of proof.

A tree over n leaves splits at k, the largest power of two smaller than n: a full left subtree of k leaves, and the
rest, which splits again:

    root(n leaves) = H(0x01 || root(first k) || root(other n - k))      root(1 leaf) = H(0x00 || entry)

So a tree is a row of full subtrees whose sizes are the ones in the binary form of n (13 = 8 + 4 + 1): the *frontier*,
left to right. Appending a leaf adds a subtree of size one. While the last two are of equal size they merge into one,
like the carry of a binary addition. The root folds the frontier from the right.

Full subtrees never change, so an old root can be proved against a newer tree. `verify_consistency` uses the siblings on
the path from the old edge, `verify_inclusion` the siblings on the path from a leaf. At each step the node is either a
right child (its sibling is on the left) or a left child (its sibling is on the right). At the right edge of the tree a
node without a sibling rises without a hash.

This module handles bytes only. Failed checks raise; no function returns a boolean that a caller could ignore.

Not here: what an entry is (`canonical`), how a root is signed (`notes`), making proofs from stored tiles (`nodes`).
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NewType, Self

Digest = NewType("Digest", bytes)
"""A node of the tree: 32 bytes that came out of `leaf_hash` or `node_hash`, so that an entry cannot pass for one."""

HASH_BYTES: Final = 32
LEAF_PREFIX: Final = b"\x00"  # RFC 6962, 2.1: the two prefixes prevent reading a node as a leaf
NODE_PREFIX: Final = b"\x01"
EMPTY_ROOT: Final = Digest(hashlib.sha256(b"").digest())


class ProofError(ValueError):
    """The proof does not show what it claims. The message says where it fails."""


def leaf_hash(entry: bytes) -> Digest:
    """Return SHA-256(0x00 || entry). In the custody ledger an entry of the tree is a 32-byte commitment."""
    return Digest(hashlib.sha256(LEAF_PREFIX + entry).digest())


def node_hash(left: bytes, right: bytes) -> Digest:
    """Return SHA-256(0x01 || left || right)."""
    return Digest(hashlib.sha256(NODE_PREFIX + left + right).digest())


class Frontier:
    """The right edge of a tree: the roots of its full subtrees, largest first. Appending needs nothing else.

    `size` is the number of leaves. To store a frontier, store `size` and `to_bytes()`; `from_bytes` restores it.
    """

    __slots__ = ("_roots", "size")

    def __init__(self) -> None:
        self.size = 0
        self._roots: list[Digest] = []

    def append(self, leaf: Digest) -> None:
        """Add a leaf hash at position `size`. At most log2(size) hashes; one on average."""
        node = leaf
        carry = self.size
        while carry & 1:
            node = node_hash(self._roots.pop(), node)
            carry >>= 1
        self._roots.append(node)
        self.size += 1

    def root(self) -> Digest:
        """Return the tree's root; SHA-256 of the empty string while the tree is empty."""
        if not self._roots:
            return EMPTY_ROOT
        *lefts, node = self._roots
        for left in reversed(lefts):
            node = node_hash(left, node)
        return node

    def to_bytes(self) -> bytes:
        """Return 32 bytes for each full subtree, largest first: as many as `size` has ones in binary."""
        return b"".join(self._roots)

    @classmethod
    def from_bytes(cls, size: int, edge: bytes) -> Self:
        """Restore a frontier from `size` and `to_bytes()`. Raises `ValueError` if the two do not fit together."""
        if size < 0 or len(edge) != HASH_BYTES * size.bit_count():
            raise ValueError(f"{len(edge)} bytes are no edge of a tree of {size} leaves")
        frontier = cls()
        frontier.size = size
        frontier._roots = [Digest(edge[at : at + HASH_BYTES]) for at in range(0, len(edge), HASH_BYTES)]
        return frontier


def root(leaves: Iterable[Digest]) -> Digest:
    """Return the root over leaf hashes in order (RFC 6962, 2.1). Reads them once; memory is log2 of their number."""
    frontier = Frontier()
    for leaf in leaves:
        frontier.append(leaf)
    return frontier.root()


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Verify that the leaf hash `leaf` is at `index` in the tree of `size` leaves with this `root`.

    `proof` holds the siblings, from the leaf's to the root's child (RFC 6962, 2.1.1). Raises `ProofError`.
    A proof does not bind the size: take `size` and `root` from one signed checkpoint.
    """
    if not 0 <= index < size:
        raise ProofError(f"there is no leaf {index} in a tree of {size}")
    _demand_hashes([leaf, *proof])
    siblings = iter(proof)
    node, place, last = leaf, index, size - 1
    while last > 0:  # last: index of the rightmost node of this level; 0 at the root
        if place & 1:
            node = node_hash(_next(siblings), node)
        elif place < last:
            node = node_hash(node, _next(siblings))
        place >>= 1
        last >>= 1
    _demand_end(siblings)
    if node != root:
        raise ProofError("the proof leads to another root")


def verify_consistency(old_size: int, new_size: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> None:
    """Verify that the tree of `new_size` with `new_root` begins with the tree of `old_size` with `old_root`.

    `proof` as in RFC 6962, 2.1.2. Raises `ProofError`, also for an empty old tree, which proves nothing about the new
    one.
    """
    if not 0 < old_size <= new_size:
        raise ProofError(f"a tree of {new_size} cannot be shown to begin with one of {old_size}")
    _demand_hashes(proof)
    siblings = iter(proof)
    if old_size == new_size:
        _demand_end(siblings)
        if old_root != new_root:
            raise ProofError("two roots for one size")
        return
    place, last = old_size - 1, new_size - 1
    while place & 1:  # rise to the root of the old tree's last full subtree: both trees have it
        place >>= 1
        last >>= 1
    old = new = _next(siblings) if place else old_root  # place 0: the old tree is that subtree, so its root is given
    while last > 0:
        if place & 1:
            left = _next(siblings)
            old, new = node_hash(left, old), node_hash(left, new)
        elif place < last:
            new = node_hash(new, _next(siblings))  # only the new tree reaches this far to the right
        place >>= 1
        last >>= 1
    _demand_end(siblings)
    if old != old_root:
        raise ProofError("the proof leads to another old root")
    if new != new_root:
        raise ProofError("the proof leads to another new root")


def _demand_hashes(nodes: Iterable[bytes]) -> None:
    if any(len(node) != HASH_BYTES for node in nodes):
        raise ProofError(f"a hash has {HASH_BYTES} bytes")


def _next(siblings: Iterator[bytes]) -> bytes:
    sibling = next(siblings, None)
    if sibling is None:
        raise ProofError("the proof ends too early")
    return sibling


def _demand_end(siblings: Iterator[bytes]) -> None:
    if next(siblings, None) is not None:
        raise ProofError("the proof goes on after the root")
