"""A body in: hashed, sealed, durable; cut, refused, repeated, held by one writer at a time."""

import asyncio
import base64
import hashlib
import os
import resource
import time
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import Malformed, NoSpace
from app.vault import hashing, intake, locks, reading
from app.vault.checksums import Checksum, ChecksumDiffers
from app.vault.intake import BeyondTheEnd, EmptyChunk, Received, UploadTerms
from app.vault.keys import KeyGone
from app.vault.locks import FileInUse
from app.vault.objects import Folder, Staged
from app.vault.places import Place
from app.vault.vault import Vault
from tests.support.vault import body, in_pieces, some_bytes, some_place, store

LOTS = 2**40


async def take(vault: Vault, place: Place, offset: int, *pieces: bytes, terms: UploadTerms | None = None) -> Received:
    with vault.locks.hold(place) as hold:
        return await intake.receive(vault, hold, offset, body(pieces), terms or UploadTerms(room=LOTS))


async def content(vault: Vault, place: Place, *received: Received) -> bytes:
    segments = [each.segment for each in received if each.segment]
    return b"".join([block async for block in reading.read(vault, place, segments)])


def leftovers(vault: Vault) -> list[Path]:
    return sorted(path for path in vault.staging.iterdir())


def everything_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def settled(vault: Vault) -> None:
    """Lanes clean up behind themselves, in their own thread."""
    for _ in range(200):
        if not leftovers(vault):
            return
        await asyncio.sleep(0.01)


@given(
    parts=st.lists(st.integers(1, 300_000), min_size=1, max_size=5),
    piece=st.sampled_from([1000, 16_384, 65_537, 2**22]),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_the_hash_runs_across_patches_and_the_bytes_read_back(vault: Vault, parts: list[int], piece: int) -> None:
    place, whole, offset, got = some_place(), some_bytes(sum(parts)), 0, []
    await vault.begin(place)
    for size in parts:
        pieces = in_pieces(whole[offset : offset + size], piece)
        got.append(await take(vault, place, offset, *pieces))
        offset += size
        assert got[-1].sha256 == hashlib.sha256(whole[:offset]).hexdigest()
    assert await content(vault, place, *got) == whole
    assert leftovers(vault) == []


async def test_bytes_at_rest_are_not_the_bytes(vault: Vault, place: Place, tmp_path: Path) -> None:
    secret = b"the cheese is under the third bridge" * 1000
    await store(vault, place, [secret])
    stored = everything_below(tmp_path)
    assert len(stored) > len(secret)
    assert b"third bridge" not in stored


async def test_a_hash_differs_from_one_of_another_order(vault: Vault, place: Place) -> None:
    await vault.begin(place)
    await take(vault, place, 0, b"one")
    second = await take(vault, place, 3, b"two")
    assert second.sha256 == hashlib.sha256(b"onetwo").hexdigest()


async def test_a_cut_body_keeps_what_arrived(vault: Vault, place: Place) -> None:
    await vault.begin(place)
    whole = some_bytes(200_000)
    with vault.locks.hold(place) as hold:
        cut = body(in_pieces(whole[:150_000], 50_000), ends_with=ConnectionResetError())
        first = await intake.receive(vault, hold, 0, cut, UploadTerms(room=200_000, promised=200_000))
    assert first.cut
    assert first.segment is not None
    assert first.segment.size_bytes == 150_000
    second = await take(vault, place, 150_000, whole[150_000:])
    assert not second.cut
    assert second.sha256 == hashlib.sha256(whole).hexdigest()
    assert await content(vault, place, first, second) == whole


async def test_a_body_shorter_than_promised_counts_as_cut(vault: Vault, place: Place) -> None:
    await vault.begin(place)
    got = await take(vault, place, 0, b"half", terms=UploadTerms(room=8, promised=8))
    assert got.cut
    assert got.segment is not None


@pytest.mark.parametrize("arrived", [b"", b"only these"])
async def test_a_cut_below_the_least_keeps_nothing(vault: Vault, place: Place, arrived: bytes) -> None:
    await vault.begin(place)
    terms = UploadTerms(room=LOTS, promised=100, keep_from=11 if arrived else 1)
    got = await take(vault, place, 0, arrived, terms=terms)
    assert got == Received(None, None, cut=True)
    await settled(vault)
    assert leftovers(vault) == []


async def test_a_cut_body_with_a_checksum_keeps_nothing(vault: Vault, place: Place) -> None:
    await vault.begin(place)
    checksum = Checksum("sha1", hashlib.sha1(b"all of it", usedforsecurity=False).digest())
    got = await take(vault, place, 0, b"all of", terms=UploadTerms(room=LOTS, promised=9, checksum=checksum))
    assert got == Received(None, None, cut=True)


async def test_a_sender_who_falls_silent_is_gone(vault: Vault, place: Place) -> None:
    async def silent() -> object:
        yield b"some bytes"
        await asyncio.sleep(60)

    await vault.begin(place)
    with vault.locks.hold(place) as hold:
        got = await intake.receive(vault, hold, 0, silent(), UploadTerms(room=LOTS, patience=0.05))  # type: ignore[arg-type]
    assert got.cut
    assert got.segment is not None
    with vault.locks.hold(place):
        pass


async def test_what_the_body_raises_otherwise_passes_through_and_keeps_nothing(vault: Vault, place: Place) -> None:
    await vault.begin(place)
    with vault.locks.hold(place) as hold, pytest.raises(KeyError):
        await intake.receive(vault, hold, 0, body([b"x" * 70_000], ends_with=KeyError()), UploadTerms(room=LOTS))
    await settled(vault)
    assert leftovers(vault) == []
    assert not list((vault.staging.parent / "objects").rglob("0*"))


@pytest.mark.parametrize("pieces", [(), (b"",), (b"", b"")])
async def test_an_empty_chunk_is_refused_by_name(vault: Vault, place: Place, pieces: tuple[bytes, ...]) -> None:
    await vault.begin(place)
    with pytest.raises(EmptyChunk) as refused:
        await take(vault, place, 0, *pieces)
    assert refused.value.code == "empty-chunk"


@pytest.mark.parametrize(("offset", "room"), [(0, 9), (-1, LOTS), (2**63 - 5, 10), (2**63, 0), (2**64, 1)])
async def test_more_than_fits_is_refused_by_name(vault: Vault, place: Place, offset: int, room: int) -> None:
    await vault.begin(place)
    with pytest.raises(BeyondTheEnd):
        await take(vault, place, offset, b"ten bytes!", terms=UploadTerms(room=room))
    await settled(vault)
    assert leftovers(vault) == []


async def test_offsets_beyond_32_bits_work(vault: Vault, place: Place) -> None:
    await vault.begin(place)
    offset = 2**62
    got = await take(vault, place, offset, b"far out")
    assert got.sha256 is None
    assert got.segment is not None
    assert got.segment.object.endswith(f"/{offset:020d}")
    assert [block async for block in reading.read(vault, place, [got.segment], offset + 1, offset + 3)] == [b"ar"]


@pytest.mark.parametrize("algorithm", ["sha1", "sha256", "md5"])
async def test_a_checksum_is_held_against_the_bytes(vault: Vault, place: Place, algorithm: str) -> None:
    await vault.begin(place)
    digest = base64.b64encode(hashlib.new(algorithm, b"right").digest()).decode()
    checksum = Checksum.parse(f"{algorithm} {digest}")
    with pytest.raises(ChecksumDiffers) as refused:
        await take(vault, place, 0, b"wrong", terms=UploadTerms(room=5, checksum=checksum))
    assert refused.value.status == 460
    got = await take(vault, place, 0, b"rig", b"ht", terms=UploadTerms(room=5, checksum=checksum))
    assert got.sha256 == hashlib.sha256(b"right").hexdigest()


@pytest.mark.parametrize("header", ["", "sha256", "crc32 AAAA", "sha1 ****", "sha1 AAAA", "md5 " + "A" * 40])
def test_a_checksum_that_cannot_be_read_is_refused(header: str) -> None:
    with pytest.raises(Malformed):
        Checksum.parse(header)


async def test_one_writer_a_file_and_the_second_does_not_wait(vault: Vault, place: Place) -> None:
    with vault.locks.hold(place):
        with pytest.raises(FileInUse), vault.locks.hold(place):
            pass
        with vault.locks.hold(some_place()):
            pass
    with vault.locks.hold(place):
        pass
    assert list((vault.staging.parent / "locks").iterdir()) == []


async def test_an_orphan_is_replaced_by_a_message_of_its_own(vault: Vault, place: Place) -> None:
    """A PATCH was stored and its row was not: the same offset is sent again, with the same bytes and with others."""
    await vault.begin(place)
    orphan = await take(vault, place, 0, b"first try")
    assert orphan.segment is not None
    before = vault.objects.read(orphan.segment.object, 0, 56)
    again = await take(vault, place, 0, b"first try")
    assert again.segment == orphan.segment
    assert vault.objects.read(orphan.segment.object, 0, 56) != before
    other = await take(vault, place, 0, b"second")
    assert await content(vault, place, other) == b"second"


async def test_a_running_hash_never_survives_the_bytes_it_was_made_of(vault: Vault, place: Place) -> None:
    """Another process replaced the orphan with bytes of the same length: the state in memory no longer holds."""
    elsewhere = Vault.open(vault.staging.parent)
    await vault.begin(place)
    await take(vault, place, 0, b"orphan")
    kept = await take(elsewhere, place, 0, b"stored")
    then = await take(vault, place, 6, b"more")
    assert then.sha256 is None
    segments = [each.segment for each in (kept, then) if each.segment]
    with vault.locks.hold(place) as hold:
        assert await reading.sha256(vault, hold, segments) == hashlib.sha256(b"storedmore").hexdigest()


async def test_a_repeated_patch_continues_from_the_hash_before_it(vault: Vault, place: Place) -> None:
    await vault.begin(place)
    await take(vault, place, 0, b"a")
    await take(vault, place, 1, b"unrecorded")
    again = await take(vault, place, 1, b"b")
    assert again.sha256 == hashlib.sha256(b"ab").hexdigest()


async def test_a_cancelled_body_keeps_nothing_and_frees_the_file(vault: Vault, place: Place) -> None:
    async def endless() -> object:
        while True:
            yield b"x" * 65_536
            await asyncio.sleep(0.001)

    await vault.begin(place)

    async def upload() -> None:
        with vault.locks.hold(place) as hold:
            await intake.receive(vault, hold, 0, endless(), UploadTerms(room=LOTS))  # type: ignore[arg-type]

    task = asyncio.create_task(upload())
    await asyncio.sleep(0.2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await settled(vault)
    assert leftovers(vault) == []
    assert (await take(vault, place, 0, b"again")).segment


async def test_a_discarded_file_takes_nothing_and_gives_nothing(vault: Vault, place: Place) -> None:
    segments = await store(vault, place, [b"one", b"two"])
    with vault.locks.hold(place) as hold:
        await vault.discard(hold)
        await vault.discard(hold)
        with pytest.raises(KeyGone):
            await intake.receive(vault, hold, 6, body([b"three"]), UploadTerms(room=LOTS))
    with pytest.raises(KeyGone):
        assert [block async for block in reading.read(vault, place, segments)]
    assert [path for path in (vault.staging.parent / "objects").rglob("*") if path.is_file()] == []


async def test_a_full_disk_is_said_and_keeps_nothing(vault: Vault, place: Place) -> None:
    await vault.begin(place)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, before[1]))
    try:
        with pytest.raises(NoSpace):
            await take(vault, place, 0, *in_pieces(some_bytes(6 * 2**20), 65_536))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    await settled(vault)
    assert leftovers(vault) == []
    assert (await take(vault, place, 0, b"there is room again")).segment


async def test_another_failure_of_the_disk_passes_through(vault: Vault, place: Place) -> None:
    await vault.begin(place)
    vault.staging.rmdir()
    with pytest.raises(FileNotFoundError):
        await take(vault, place, 0, b"x")


class Slow(Folder):
    """A store whose disk takes its time."""

    kept = False

    def keep(self, staged: Staged, name: str) -> None:
        time.sleep(0.3)
        super().keep(staged, name)
        self.kept = True


async def test_a_writer_cancelled_while_it_keeps_holds_the_file_until_it_has_kept(
    vault: Vault, place: Place, tmp_path: Path
) -> None:
    """Otherwise its late rename could replace the next writer's object."""
    slow = Slow(tmp_path / "state" / "objects")
    await vault.begin(place)
    task = asyncio.create_task(take(replace(vault, objects=slow), place, 0, b"late"))
    await asyncio.sleep(0.1)
    for _ in range(3):
        task.cancel()
        await asyncio.sleep(0.02)
    with pytest.raises(FileInUse), vault.locks.hold(place):
        pass
    with pytest.raises(asyncio.CancelledError):
        await task
    assert slow.kept
    assert (await take(vault, place, 0, b"next")).segment


async def test_a_lost_object_loses_its_running_hash(vault: Vault, place: Place) -> None:
    await vault.begin(place)
    first = await take(vault, place, 0, b"one")
    assert first.segment is not None
    vault.objects.remove_all(place.prefix)
    assert (await take(vault, place, 3, b"two")).sha256 is None


def test_running_hashes_are_bounded(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashing, "_FILES_KEPT", 3)
    for _ in range(9):
        vault.running.put(uuid4(), 1, "", b"", hashlib.sha256())
    assert len(vault.running._states) == 3


def test_a_lock_whose_name_was_taken_away_is_taken_again(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        assert locks.still_named(descriptor, path)
        path.unlink()
        assert not locks.still_named(descriptor, path)
        path.touch()
        assert not locks.still_named(descriptor, path)
    finally:
        os.close(descriptor)


async def test_pieces_of_every_size_make_the_same_bytes(vault: Vault, place: Place) -> None:
    whole = some_bytes(5 * 2**20)
    sizes, pieces, start = [1, 15, 16_383, 16_384, 2**20, 2**20 + 1, 3 * 2**20 - 5, 2**22], [], 0
    for size in sizes:
        pieces.append(whole[start : start + size])
        start += size
    await vault.begin(place)
    got = await take(vault, place, 0, *pieces)
    assert got.sha256 == hashlib.sha256(whole).hexdigest()
    assert await content(vault, place, got) == whole
