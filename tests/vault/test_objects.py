"""Stored objects: whole or not at all, under names of our own, in a folder and in a bucket."""

import fcntl
import mmap
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from obstore.store import LocalStore, MemoryStore

from app.vault import objects
from app.vault.buckets import Bucket
from app.vault.encryption import Damaged
from app.vault.objects import Folder, Objects, Staged
from app.vault.places import Place
from tests.support.object_store import BUCKET, StoreEnvironment


@pytest.fixture(params=["folder", "memory", "local", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Objects:
    def s3() -> Objects:
        environment: StoreEnvironment = request.getfixturevalue("store_environment")
        for name, value in environment.items():
            monkeypatch.setenv(name, str(value))
        return Bucket(f"s3://{BUCKET}/{tmp_path.name}")

    kinds: dict[str, Callable[[], Objects]] = {
        "folder": lambda: Folder(tmp_path / "objects"),
        "memory": lambda: Bucket(MemoryStore()),
        "s3": s3,
        "local": lambda: Bucket(LocalStore(tmp_path / "local", mkdir=True)),
    }
    return kinds[request.param]()


def keep(store: Objects, staging: Path, name: str, content: bytes) -> None:
    staging.mkdir(exist_ok=True)
    staged = Staged(staging)
    staged.write(content)
    store.keep(staged, name)
    staged.close()
    assert list(staging.iterdir()) == []


def test_what_is_kept_reads_back_in_part(store: Objects, tmp_path: Path, place: Place) -> None:
    name = place.segment_object(0)
    keep(store, tmp_path / "s", name, b"0123456789")
    assert store.size(name) == 10
    assert store.read(name, 0, 10) == b"0123456789"
    assert store.read(name, 3, 5) == b"34"


def test_keeping_replaces(store: Objects, tmp_path: Path, place: Place) -> None:
    name = place.segment_object(7)
    keep(store, tmp_path / "s", name, b"orphan, and longer")
    keep(store, tmp_path / "s", name, b"kept")
    assert store.size(name) == 4
    assert store.read(name, 0, 4) == b"kept"


def test_what_is_missing_or_too_short_is_damaged(store: Objects, tmp_path: Path, place: Place) -> None:
    name = place.segment_object(0)
    for look in (lambda: store.size(name), lambda: store.read(name, 0, 1)):
        with pytest.raises(Damaged):
            look()
    keep(store, tmp_path / "s", name, b"short")
    with pytest.raises(Damaged):
        store.read(name, 3, 9)


def test_a_file_is_removed_with_its_renditions_and_no_other(store: Objects, tmp_path: Path, place: Place) -> None:
    neighbour = Place(place.jit, place.evidence, place.jit)
    for name in (
        place.segment_object(0),
        place.segment_object(5),
        place.rendition_object(1),
        neighbour.segment_object(0),
    ):
        keep(store, tmp_path / "s", name, b"x")
    assert store.remove_all(place.prefix) == 3
    assert store.remove_all(place.prefix) == 0
    assert store.size(neighbour.segment_object(0)) == 1


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a/b/c", "/etc/passwd", "", "{prefix}..", "{prefix}0", "{prefix}0\n"]
)
def test_no_other_name_is_taken(store: Objects, tmp_path: Path, place: Place, name: str) -> None:
    with pytest.raises(ValueError, match="not the name"):
        store.read(name.replace("{prefix}", place.prefix), 0, 1)
    with pytest.raises(ValueError, match="not the prefix"):
        store.remove_all(f"{place.jit}/")
    staged = Staged(tmp_path)
    with pytest.raises(ValueError, match="not the name"):
        store.keep(staged, name)
    staged.close()


def test_names_sort_as_their_offsets(place: Place) -> None:
    offsets = [0, 9, 10, 2**31, 2**32, 2**63 - 1]
    names = [place.segment_object(offset) for offset in offsets]
    assert sorted(names) == names
    assert len({len(name) for name in names}) == 1


def test_the_sweep_takes_what_the_dead_left_and_lets_the_living_be(tmp_path: Path) -> None:
    living = Staged(tmp_path)
    (tmp_path / "dead.part").write_bytes(b"half")
    (tmp_path / "unrelated").write_bytes(b"whole")
    assert objects.sweep(tmp_path) == 1
    assert {path.name for path in tmp_path.iterdir()} == {living.path.name, "unrelated"}
    living.close()


def test_what_is_not_kept_is_removed(tmp_path: Path) -> None:
    staged = Staged(tmp_path)
    staged.write(b"x")
    staged.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("shift", [0, 1])
def test_pages_go_past_the_cache_or_are_the_same_bytes_without(tmp_path: Path, place: Place, shift: int) -> None:
    """From an odd address the kernel takes nothing past the cache; what was written must not depend on it."""
    pages = [os.urandom(4 * objects.PAGE_BYTES), os.urandom(objects.PAGE_BYTES)]
    memory = memoryview(mmap.mmap(-1, 8 * objects.PAGE_BYTES))
    staged, store = Staged(tmp_path), Folder(tmp_path / "objects")
    for content in pages:
        part = memory[shift : shift + len(content)]
        part[:] = content
        staged.write_pages(part)
    past = bool(fcntl.fcntl(staged.descriptor, fcntl.F_GETFL) & os.O_DIRECT)
    staged.write(b"the rest")
    assert not fcntl.fcntl(staged.descriptor, fcntl.F_GETFL) & os.O_DIRECT
    name = place.segment_object(0)
    store.keep(staged, name)
    staged.close()
    whole = b"".join(pages) + b"the rest"
    assert store.size(name) == len(whole)
    assert store.read(name, 0, len(whole)) == whole
    assert shift or past == _goes_past_the_cache(tmp_path / "tried")


def _goes_past_the_cache(path: Path) -> bool:
    """Whether the file system of the tests does such a thing at all."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_DIRECT))
    except OSError:
        return False
    return True
