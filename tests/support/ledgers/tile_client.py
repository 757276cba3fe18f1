"""A client of tiled logs, written from C2SP `tlog-tiles` and RFC 6962 without the program's code.

It fetches the tiles of a tree of a given size and recomputes the tree from the entry bundles. It requires that each
tile agrees with the entries, and builds proofs from tiles as a standard client does.
"""

import hashlib
from collections.abc import Awaitable, Callable

Fetch = Callable[[str], Awaitable[bytes]]


def sha256(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def tree_hash(leaves: list[bytes]) -> bytes:
    """MTH of RFC 6962, 2.1, over leaf hashes, by its recursive definition."""
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return sha256(b"\x01", tree_hash(leaves[:k]), tree_hash(leaves[k:]))


def path_of(n: int) -> str:
    """Index 1234067 is `x001/x234/067`."""
    groups = [f"{n % 1000:03}"]
    while n := n // 1000:
        groups.append(f"x{n % 1000:03}")
    return "/".join(reversed(groups))


def tiles_of(size: int, level: int) -> list[tuple[int, int]]:
    """(N, W) of the tiles of a level in a tree of this size, 256 for the full ones."""
    full, partial = divmod(size // 256**level, 256)
    return [(n, 256) for n in range(full)] + ([(full, partial)] if partial else [])


def address(kind: str, n: int, w: int) -> str:
    return f"tile/{kind}/{path_of(n)}" + (f".p/{w}" if w < 256 else "")


async def entries(fetch: Fetch, size: int) -> list[bytes]:
    """Every entry, from the bundles."""
    found: list[bytes] = []
    for n, w in tiles_of(size, 0):
        bundle = await fetch(address("entries", n, w))
        for _ in range(w):
            length = int.from_bytes(bundle[:2], "big")
            found.append(bundle[2 : 2 + length])
            bundle = bundle[2 + length :]
        assert not bundle, "more in a bundle than its width"
    return found


async def demand_tree(fetch: Fetch, size: int, root: bytes) -> list[bytes]:
    """Fetch the whole log of a checkpoint; every tile of every level, and the root, must be what the entries make them."""
    log = await entries(fetch, size)
    assert len(log) == size
    leaves = [sha256(b"\x00", entry) for entry in log]
    level = 0
    while size // 256**level:
        for n, w in tiles_of(size, level):
            tile = await fetch(address(str(level), n, w))
            span = 256**level
            hashes = [tree_hash(leaves[(n * 256 + i) * span : (n * 256 + i + 1) * span]) for i in range(w)]
            assert tile == b"".join(hashes), (level, n, w)
        level += 1
    assert tree_hash(leaves) == root
    return log


async def inclusion(fetch: Fetch, index: int, size: int) -> list[bytes]:
    """PATH of RFC 6962, 2.1.1, from tiles."""
    path: list[bytes] = []
    start, end = 0, size
    spans = []
    while end - start > 1:
        k = 1
        while k * 2 < end - start:
            k *= 2
        if index < start + k:
            spans.append((start + k, end))
            end = start + k
        else:
            spans.append((start, start + k))
            start += k
    for first, behind in reversed(spans):
        path.append(await span_hash(fetch, first, behind, size))
    return path


async def span_hash(fetch: Fetch, start: int, end: int, size: int) -> bytes:
    """MTH(D[start:end]), from the highest tiles that hold it."""
    length = end - start
    level = 0
    while 256 ** (level + 1) <= length and length % 256 ** (level + 1) == 0 and start % 256 ** (level + 1) == 0:
        level += 1
    if length % 256**level == 0 and length.bit_count() == 1:
        hashes = []
        for at in range(start // 256**level, end // 256**level):
            n, i = divmod(at, 256)
            w = min(256, size // 256**level - n * 256)
            hashes.append((await fetch(address(str(level), n, w)))[i * 32 : i * 32 + 32])
        return tree_hash(hashes)
    k = 1
    while k * 2 < length:
        k *= 2
    left = await span_hash(fetch, start, start + k, size)
    return sha256(b"\x01", left, await span_hash(fetch, start + k, end, size))
