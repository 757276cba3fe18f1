"""Any range out, across segments, from no more chunks than it needs; damage and gaps refused."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.vault import reading
from app.vault.encryption import CHUNK_BYTES, Damaged
from app.vault.objects import Folder
from app.vault.places import Place, Segment
from app.vault.vault import Vault
from tests.support.vault import DATA, needs_data, some_bytes, some_place, store


async def taken(vault: Vault, place: Place, segments: list[Segment], start: int = 0, end: int | None = None) -> bytes:
    return b"".join([block async for block in reading.read(vault, place, segments, start, end)])


@given(
    parts=st.lists(st.integers(1, 3 * CHUNK_BYTES), min_size=1, max_size=6),
    ranges=st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=8),
)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_range_across_segments(vault: Vault, parts: list[int], ranges: list[tuple[float, float]]) -> None:
    place, whole = some_place(), some_bytes(sum(parts))
    offsets = [sum(parts[:index]) for index in range(len(parts))]
    segments = await store(vault, place, [whole[at : at + size] for at, size in zip(offsets, parts, strict=True)])
    for one, two in ranges:
        start, end = sorted((round(one * len(whole)), round(two * len(whole))))
        assert await taken(vault, place, segments, start, end) == whole[start:end]
    assert await taken(vault, place, segments) == whole


async def test_blocks_are_bounded_and_never_empty(vault: Vault, place: Place) -> None:
    segments = await store(vault, place, [some_bytes(3_000_000), some_bytes(100), some_bytes(2_000_000)])
    blocks = [len(block) async for block in reading.read(vault, place, segments, 17)]
    assert min(blocks) > 0
    assert max(blocks) <= reading.BLOCK_BYTES
    assert sum(blocks) == 5_000_100 - 17


class Counted(Folder):
    """A store that says how much was read of it."""

    read_bytes = 0

    def read(self, name: str, start: int, end: int) -> bytes:
        self.read_bytes += end - start
        return super().read(name, start, end)


async def test_a_range_from_the_middle_reads_only_the_chunks_that_hold_it(
    vault: Vault, place: Place, tmp_path: Path
) -> None:
    segments = await store(vault, place, [some_bytes(8 * 2**20), some_bytes(8 * 2**20, seed=2)])
    counted = Counted(tmp_path / "state" / "objects")
    middle = replace(vault, objects=counted)
    assert await taken(middle, place, segments, 9_000_000, 9_000_001)
    assert counted.read_bytes == 56 + CHUNK_BYTES + 16
    counted.read_bytes = 0
    assert len(await taken(middle, place, segments, 10_000_000, 10_000_000 + 2**20)) == 2**20
    assert counted.read_bytes <= 2**20 + 2 * CHUNK_BYTES + 70 * 16 + 56


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (0, 11), (6, 5), (11, None), (2**63, 2**63)])
async def test_a_range_that_is_not_there_is_refused(vault: Vault, place: Place, start: int, end: int | None) -> None:
    segments = await store(vault, place, [b"0123456789"])
    with pytest.raises(ValueError, match="not within"):
        await taken(vault, place, segments, start, end)


async def test_an_empty_range_is_empty(vault: Vault, place: Place) -> None:
    segments = await store(vault, place, [b"0123456789"])
    assert await taken(vault, place, segments, 10) == b""
    assert await taken(vault, place, []) == b""


async def test_a_reader_who_leaves_early_leaves_nothing_behind(vault: Vault, place: Place) -> None:
    segments = await store(vault, place, [some_bytes(4 * 2**20)])
    stream = reading.read(vault, place, segments)
    assert len(await anext(stream)) == reading.BLOCK_BYTES
    await stream.aclose()


def path_of(vault: Vault, segment: Segment) -> Path:
    return vault.staging.parent / "objects" / segment.object


@contextmanager
def instead(path: Path, content: bytes) -> Iterator[None]:
    original = path.read_bytes()
    path.write_bytes(content)
    yield
    path.write_bytes(original)


async def refused(vault: Vault, place: Place, segments: list[Segment]) -> bool:
    try:
        await taken(vault, place, segments)
    except Damaged:
        return True
    return False


async def test_one_changed_byte_anywhere_is_refused(vault: Vault, place: Place) -> None:
    segments = await store(vault, place, [some_bytes(CHUNK_BYTES + 50)])
    path = path_of(vault, segments[0])
    sealed = path.read_bytes()
    for index in [*range(60), *range(60, len(sealed), 211), *range(len(sealed) - 70, len(sealed))]:
        with instead(path, sealed[:index] + bytes([sealed[index] ^ 0x40]) + sealed[index + 1 :]):
            assert await refused(vault, place, segments), index
    assert not await refused(vault, place, segments)


async def test_a_cut_or_extended_object_is_refused(vault: Vault, place: Place) -> None:
    segments = await store(vault, place, [some_bytes(3 * CHUNK_BYTES)])
    path = path_of(vault, segments[0])
    sealed = path.read_bytes()
    for size in [0, 1, 55, 56, 72, 56 + CHUNK_BYTES + 16, len(sealed) - 16, len(sealed) - 1]:
        with instead(path, sealed[:size]):
            assert await refused(vault, place, segments), size
    with instead(path, sealed + b"\0"):
        assert await refused(vault, place, segments)


async def test_a_missing_object_is_refused(vault: Vault, place: Place) -> None:
    segments = await store(vault, place, [b"one", b"two"])
    path_of(vault, segments[1]).unlink()
    assert await taken(vault, place, segments, 0, 3) == b"one"
    assert await refused(vault, place, segments)


async def test_segments_in_another_order_are_refused(vault: Vault, place: Place) -> None:
    segments = await store(vault, place, [b"aaaa", b"bbbb"])
    one, two = (path_of(vault, segment) for segment in segments)
    first, second = one.read_bytes(), two.read_bytes()
    with instead(one, second), instead(two, first):
        assert await refused(vault, place, segments)


async def test_a_segment_of_another_file_is_refused_under_either_key(vault: Vault, place: Place) -> None:
    other = replace(place, file=uuid4())
    mine = await store(vault, place, [b"aaaa"])
    theirs = await store(vault, other, [b"bbbb"])
    with instead(path_of(vault, mine[0]), path_of(vault, theirs[0]).read_bytes()):
        assert await refused(vault, place, mine)
    assert await refused(vault, other, mine)
    assert await refused(vault, replace(place, evidence=other.evidence), theirs)


async def test_an_object_of_another_length_than_recorded_is_refused(vault: Vault, place: Place) -> None:
    segments = await store(vault, place, [b"recorded"])
    assert await refused(vault, place, [replace(segments[0], size_bytes=7)])


async def test_a_gap_or_an_overlap_between_segments_is_refused(vault: Vault, place: Place) -> None:
    one, two, three = await store(vault, place, [b"aaaa", b"bbbb", b"cccc"])
    assert await refused(vault, place, [one, three])
    assert await refused(vault, place, [two, three])
    assert await refused(vault, place, [one, replace(one, offset=2), three])


async def test_a_hash_lost_with_the_process_is_read_again(vault: Vault, place: Place) -> None:
    parts = [some_bytes(400_000), some_bytes(300_000, seed=2)]
    segments = await store(vault, place, parts)
    expected = hashlib.sha256(b"".join(parts)).hexdigest()
    with vault.locks.hold(place) as hold:
        assert await reading.sha256(vault, hold, segments) == expected
        vault.running.forget(place.file)
        assert await reading.sha256(vault, hold, segments) == expected
        assert await reading.sha256(vault, hold, []) == hashlib.sha256().hexdigest()


@needs_data
async def test_real_files_come_back_byte_for_byte(vault: Vault) -> None:
    for path in sorted(DATA.iterdir()):
        original = path.read_bytes()
        place = some_place()
        half = len(original) // 2
        segments = await store(vault, place, [original[:half], original[half:]])
        assert hashlib.sha256(await taken(vault, place, segments)).digest() == hashlib.sha256(original).digest()
