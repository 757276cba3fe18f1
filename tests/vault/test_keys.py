"""Keys are made once, bound to their place, readable by nobody else, and gone when shredded."""

import hashlib
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from app.vault.keys import KeyGone, Keys, KeysDamaged
from app.vault.places import Place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "keys"


def test_a_key_is_the_same_after_a_restart_and_differs_between_files(folder: Path, place: Place) -> None:
    keys, other = Keys(folder), replace(place, file=uuid4())
    keys.make(place)
    keys.make(other)
    again = Keys(folder)
    assert again.key(place) == keys.key(place)
    assert len({keys.key(place), keys.key(other)}) == 2
    assert len(keys.key(place)) == 32


def test_no_stored_key_contains_a_key(folder: Path, place: Place) -> None:
    keys = Keys(folder)
    keys.make(place)
    stored = b"".join(path.read_bytes() for path in folder.rglob("*.wrapped"))
    assert keys.key(place) not in stored
    assert (folder / "master.key").read_bytes() not in stored


def test_keys_are_private(folder: Path, place: Place) -> None:
    Keys(folder).make(place)
    for path in [folder, *folder.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path
    assert sorted(path.name for path in folder.rglob("*") if path.is_file()) == sorted(
        ["master.key", "jit.wrapped", f"{place.file}.wrapped"]
    )


def test_a_second_key_for_the_same_file_is_refused(folder: Path, place: Place) -> None:
    keys = Keys(folder)
    keys.make(place)
    before = keys.key(place)
    with pytest.raises(FileExistsError):
        keys.make(place)
    assert keys.key(place) == before


def test_a_master_key_is_made_once_by_whoever_comes_first(folder: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(lambda _: Keys(folder), range(16)))
    place = Place(uuid4(), uuid4(), uuid4())
    opened[0].make(place)
    assert {keys.key(place) for keys in opened} == {opened[0].key(place)}


def test_a_jit_key_is_made_once_by_whoever_comes_first(folder: Path) -> None:
    keys, jit = Keys(folder), uuid4()
    places = [Place(jit, uuid4(), uuid4()) for _ in range(32)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(keys.make, places))
    assert len({keys.key(place) for place in places}) == 32


def test_a_shredded_key_is_gone_for_every_process_and_the_others_stay(folder: Path, place: Place) -> None:
    keys, other = Keys(folder), replace(place, file=uuid4())
    running_elsewhere = Keys(folder)
    keys.make(place)
    keys.make(other)
    assert running_elsewhere.key(place)
    assert keys.shred(place)
    with pytest.raises(KeyGone):
        running_elsewhere.key(place)
    assert not keys.shred(place)
    assert keys.key(other)


def test_a_key_that_was_never_made_is_gone_too(folder: Path, place: Place) -> None:
    keys = Keys(folder)
    keys.make(replace(place, file=uuid4()))
    with pytest.raises(KeyGone):
        keys.key(place)


def test_a_folder_that_is_not_mounted_any_more_is_not_taken_for_erased_and_gets_no_key(
    folder: Path, place: Place, tmp_path: Path
) -> None:
    keys = Keys(folder)
    keys.make(place)
    folder.rename(tmp_path / "mounted-elsewhere")
    folder.mkdir()
    with pytest.raises(KeysDamaged, match="not there any more"):
        keys.key(place)
    with pytest.raises(KeysDamaged, match="not there any more"):
        keys.make(replace(place, file=uuid4()))
    assert list(folder.iterdir()) == []


def test_the_folder_of_a_team_that_is_missing_is_not_taken_for_erased(folder: Path, place: Place) -> None:
    keys, other = Keys(folder), replace(place, file=uuid4())
    keys.make(place)
    shutil.rmtree(folder / str(place.jit))
    with pytest.raises(KeysDamaged, match=r"jit\.wrapped is missing"):
        keys.key(place)
    keys.withhold([place.jit])
    with pytest.raises(KeysDamaged, match=r"jit\.wrapped is missing"):
        keys.make(other)
    assert not (folder / str(place.jit) / "jit.wrapped").exists()


def test_the_fingerprint_tells_folders_apart_and_is_not_the_key(tmp_path: Path) -> None:
    one, other = Keys(tmp_path / "one"), Keys(tmp_path / "other")
    assert one.fingerprint == Keys(tmp_path / "one").fingerprint != other.fingerprint
    master = (tmp_path / "one" / "master.key").read_bytes()
    assert one.fingerprint not in {master.hex(), hashlib.sha256(master).hexdigest()}


@pytest.mark.parametrize("part", ["jit", "evidence", "file"])
def test_a_wrapped_key_does_not_open_in_another_place(folder: Path, place: Place, part: str) -> None:
    keys = Keys(folder)
    other = replace(place, **{part: uuid4()})
    keys.make(place)
    if part != "evidence":  # evidence is bound although the path does not name it
        keys.make(other)
    target = folder / str(other.jit) / f"{other.file}.wrapped"
    stolen = (folder / str(place.jit) / f"{place.file}.wrapped").read_bytes()
    target.write_bytes(stolen)
    with pytest.raises(KeysDamaged):
        keys.key(other)


def test_a_jit_key_of_another_jit_is_refused(folder: Path, place: Place) -> None:
    keys, other = Keys(folder), replace(place, jit=uuid4())
    keys.make(place)
    keys.make(other)
    shutil.copy(folder / str(place.jit) / "jit.wrapped", folder / str(other.jit) / "jit.wrapped")
    with pytest.raises(KeysDamaged):
        keys.key(other)


def test_every_altered_byte_of_a_wrapped_key_is_noticed(folder: Path, place: Place) -> None:
    keys = Keys(folder)
    keys.make(place)
    path = folder / str(place.jit) / f"{place.file}.wrapped"
    original = path.read_bytes()
    for index in range(len(original)):
        path.write_bytes(original[:index] + bytes([original[index] ^ 1]) + original[index + 1 :])
        with pytest.raises(KeysDamaged):
            keys.key(place)
    for cut in (0, 10, len(original) - 1):
        path.write_bytes(original[:cut])
        with pytest.raises(KeysDamaged):
            keys.key(place)


def test_a_lost_master_key_is_never_replaced(folder: Path, place: Place) -> None:
    Keys(folder).make(place)
    (folder / "master.key").unlink()
    with pytest.raises(KeysDamaged, match=r"master\.key"):
        Keys(folder)
    assert not (folder / "master.key").exists()


def test_a_lost_jit_key_is_never_replaced(folder: Path, place: Place) -> None:
    keys = Keys(folder)
    keys.make(place)
    (folder / str(place.jit) / "jit.wrapped").unlink()
    with pytest.raises(KeysDamaged):
        keys.make(replace(place, file=uuid4()))
    with pytest.raises(KeysDamaged):
        keys.key(place)


def test_another_master_key_opens_nothing(folder: Path, place: Place) -> None:
    Keys(folder).make(place)
    (folder / "master.key").write_bytes(bytes(32))
    with pytest.raises(KeysDamaged):
        Keys(folder).key(place)


def test_a_master_key_of_another_length_or_open_to_others_is_refused(folder: Path) -> None:
    Keys(folder)
    path = folder / "master.key"
    path.chmod(0o640)
    with pytest.raises(KeysDamaged, match="0600"):
        Keys(folder)
    path.chmod(0o600)
    path.write_bytes(bytes(31))
    with pytest.raises(KeysDamaged, match="32 bytes"):
        Keys(folder)
