"""Bundles at rest: sealed under a key of their own, refused when a byte of them differs, and in the clear only while they are made."""

import shutil
from pathlib import Path
from typing import Any, NoReturn
from uuid import UUID

import pytest

from app.exports.document import setting
from app.vault.bundle_store import BundleStore
from app.vault.encryption import CHUNK_BYTES
from tests.audit.test_exports import ask, ended, fetch, made, on_disk, why
from tests.factories.evidence import TEXT, register, with_file
from tests.factories.team import Team, read_json

TITLE = "An unmistakable disk of the Rotterdam host"


def stored(team: Team, export: dict[str, Any]) -> Path:
    """The one file in which a bundle is kept."""
    (path,) = [path for path in on_disk(team) if export["id"] in str(path)]
    return path


async def test_nothing_of_a_ready_bundle_lies_in_the_clear(team: Team, tmp_path: Path) -> None:
    exhibit = await with_file(team, title=TITLE)
    export, path = await made(team, "noor", exhibit, tmp_path)
    bundle = path.read_bytes()
    assert TITLE.encode() in bundle
    state = [one for one in team.context.settings.state.rglob("*") if one.is_file()]
    assert stored(team, export) in state
    for one in state:
        held = one.read_bytes()
        assert not held.startswith(b"PK"), one
        for needle in (b"evidence.registered", b"BagIt-Version", TITLE.encode(), TEXT, exhibit["id"].encode()):
            assert needle not in held, (one, needle)
    sealed = stored(team, export).read_bytes()
    assert not [at for at in range(0, len(bundle) - 24, 499) if bundle[at : at + 24] in sealed]


async def test_a_bundle_of_which_a_byte_was_altered_is_refused(team: Team, tmp_path: Path) -> None:
    """In its header, in the first and the last chunk; cut; another bundle's in its place; missing."""
    (first, _), (second, _) = [await made(team, "noor", await register(team), tmp_path) for _ in range(2)]
    place = stored(team, first)
    sealed = place.read_bytes()
    assert len(sealed) > 2 * CHUNK_BYTES
    flipped = [sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :] for at in (0, 30, 100, len(sealed) - 1)]
    for other in (*flipped, sealed[:-1], sealed + b"x", stored(team, second).read_bytes(), None):
        place.unlink() if other is None else place.write_bytes(other)
        answer = await fetch(team, "noor", first)
        assert (answer.status_code, answer.json()["code"]) == (503, "bundle-damaged")
    place.write_bytes(sealed)
    assert (await fetch(team, "noor", first)).status_code == 200


async def test_what_is_made_lies_in_a_private_folder_that_goes(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when making it fails."""
    seen: list[tuple[int, bool]] = []

    def fails(folder: Path, *_: object, **__: object) -> NoReturn:
        making = next(one for one in folder.parents if one.name.endswith(".making"))
        seen.append((making.stat().st_mode & 0o777, making.parent == team.context.bundles.folder))
        raise RuntimeError("no document")

    monkeypatch.setattr(setting, "pdf", fails)
    export = read_json(await ask(team, "noor", await register(team)), 202)
    assert why(await ended(team, "noor", export)) == ("failed", "bundle-not-made")
    assert seen == [(0o700, True)]
    assert on_disk(team) == []


async def test_a_bundle_of_a_version_without_sealing_is_sealed(team: Team, tmp_path: Path) -> None:
    export, path = await made(team, "noor", await register(team), tmp_path)
    store: BundleStore = team.context.bundles
    store.remove(team.jit_id, UUID(export["id"]))
    shutil.copy(path, older := store.folder / f"{export['id']}.zip")
    (partial := store.folder / f".{export['id']}.zip.partial").write_bytes(b"PK")
    await team.run_jobs("old bundles")
    assert not older.exists()
    assert not partial.exists()
    assert (await fetch(team, "noor", export)).content == path.read_bytes()
