"""Pages that cannot be made now: the file waits and is tried again, and holds up no other; two workers share the work."""

import errno
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final
from uuid import UUID

import pytest
import structlog

from app.models import File
from app.services.evidence import renditions
from app.vault import renditions as pages
from app.vault.objects import Folder
from app.vault.places import Place
from app.vault.rendering import renderer_process
from app.vault.rendering.renderer_process import Late
from tests.factories.evidence import TEXT, objects, open_it, register, see, upload
from tests.factories.team import Team, read_json

_MAKE: Final = renditions.make_pending


@pytest.fixture
def passed(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How many seconds have passed, as the pauses between two tries count them."""
    seconds = [0.0]
    monkeypatch.setattr(renditions, "clock", SimpleNamespace(monotonic=lambda: seconds[0]), raising=False)
    return seconds


async def turn(team: Team) -> int:
    """Of the worker."""
    return await _MAKE(team.context.database, team.context.vault)


async def stored(team: Team, many: int) -> list[dict[str, Any]]:
    """So many exhibits with a file each whose pages are to be made, in the order of the files' ids."""
    made = []
    for number in range(many):
        exhibit = await register(team, "noor", title=f"Disk {number}")
        await upload(team, "noor", exhibit, TEXT)
        made.append(exhibit)
    return made


async def file_in(team: Team, exhibit: dict[str, Any]) -> dict[str, Any]:
    (file,) = read_json(await see(team, "noor", exhibit))["files"]
    return dict(file)


async def standing(team: Team, *exhibits: dict[str, Any]) -> list[str]:
    """How it stands with the pages of each."""
    files = [await file_in(team, one) for one in exhibits]
    return ["made" if one["has_rendition"] else "pending" if one["rendition_pending"] else "none" for one in files]


async def key_of(team: Team, exhibit: dict[str, Any]) -> Path:
    file = await file_in(team, exhibit)
    return team.context.settings.state / "keys" / team.id / f"{file['id']}.wrapped"


def bent(content: bytes) -> bytes:
    """One bit of it is another."""
    return content[:-1] + bytes([content[-1] ^ 1])


def read_error(*_: object) -> bytes:
    raise OSError(errno.EIO, "Input/output error")


async def test_a_read_error_is_not_the_end_of_it(
    team: Team, monkeypatch: pytest.MonkeyPatch, passed: list[float]
) -> None:
    (exhibit,) = await stored(team, 1)
    monkeypatch.setattr(renderer_process, "SECONDS", 10.0)
    with monkeypatch.context() as broken:
        broken.setattr(Folder, "read", read_error)
        assert await turn(team) == 0
    assert await standing(team, exhibit) == ["pending"]
    passed[0] += 3600
    assert await turn(team) == 1
    assert await standing(team, exhibit) == ["made"]
    assert (await open_it(team, "noor", exhibit)).status_code == 201


async def test_nor_is_a_store_that_is_slow(team: Team, monkeypatch: pytest.MonkeyPatch, passed: list[float]) -> None:
    slow, other = await stored(team, 2)
    work, late = renderer_process.work, (await file_in(team, slow))["id"]

    async def works(kind: Any, request: Any, content: Any, accept: Any) -> renderer_process.Answer:
        if content.ag_frame.f_locals["place"].file == UUID(late):
            raise Late
        return await work(kind, request, content, accept)

    with monkeypatch.context() as broken:
        broken.setattr(renderer_process, "work", works)
        assert await turn(team) == 1
    assert await standing(team, slow, other) == ["pending", "made"]
    passed[0] += 3600
    assert await turn(team) == 1


async def test_damaged_bytes_have_pages_once_they_are_restored(team: Team, passed: list[float]) -> None:
    (exhibit,) = await stored(team, 1)
    (segment,) = await objects(team, exhibit)
    whole = segment.read_bytes()
    segment.write_bytes(bent(whole))
    assert await turn(team) == 0
    assert await standing(team, exhibit) == ["pending"]
    segment.write_bytes(whole)
    passed[0] += 3600
    assert await turn(team) == 1
    assert await standing(team, exhibit) == ["made"]


async def test_damaged_keys_hold_up_no_other_file(
    team: Team, monkeypatch: pytest.MonkeyPatch, passed: list[float]
) -> None:
    """More of them than are looked at together, and before all others."""
    *damaged, other = await stored(team, 4)
    monkeypatch.setattr(renditions, "_PAGE", 2)
    keys = [await key_of(team, one) for one in damaged]
    whole = [key.read_bytes() for key in keys]
    for key, content in zip(keys, whole, strict=True):
        key.write_bytes(bent(content))
    with structlog.testing.capture_logs() as logs:
        assert await turn(team) == 1
    assert await standing(team, *damaged, other) == ["pending"] * 3 + ["made"]
    told = [one for one in logs if one["log_level"] == "error"]
    assert [one["file"] for one in told] == [key.stem for key in keys]
    assert {type(one["exc_info"]).__name__ for one in told} == {"KeysDamaged"}
    for key, content in zip(keys, whole, strict=True):
        key.write_bytes(content)
    passed[0] += 3600
    assert await turn(team) == 3
    assert await standing(team, *damaged) == ["made"] * 3


async def test_what_fails_is_tried_ever_less_often(
    team: Team, monkeypatch: pytest.MonkeyPatch, passed: list[float]
) -> None:
    await stored(team, 1)
    tried = []

    async def fails(*_: Any) -> Any:
        tried.append(passed[0])
        raise RuntimeError("no pages")

    with monkeypatch.context() as broken, structlog.testing.capture_logs() as logs:
        broken.setattr(pages, "make", fails)
        for second in range(200):
            passed[0] = float(second)
            assert await turn(team) == 0
    assert tried == [0.0, 5.0, 15.0, 35.0, 75.0, 155.0]
    assert [one["log_level"] for one in logs if "seconds" in one] == ["error"] + ["warning"] * 5, "whole, once"
    for _ in range(20):
        tried.clear()
        passed[0] += 3600
        with monkeypatch.context() as broken:
            broken.setattr(pages, "make", fails)
            await turn(team)
        assert tried, "once an hour at least"
    passed[0] += 3600
    assert await turn(team) == 1
    assert renditions._failing == {}, "nothing is kept of what was made"


async def test_who_finds_a_file_in_use_has_made_nothing(team: Team) -> None:
    """Else a second worker asks again and again without a pause, while the first is at it."""
    (exhibit,) = await stored(team, 1)
    file = UUID((await file_in(team, exhibit))["id"])
    with team.context.vault.locks.hold(Place(team.jit_id, UUID(exhibit["id"]), file)):
        assert await turn(team) == 0
    assert await turn(team) == 1
    assert await turn(team) == 0


async def test_what_another_worker_made_meanwhile_is_not_made_again(team: Team) -> None:
    await stored(team, 1)
    database, vault = team.context.database, team.context.vault
    rows = [row async for row in renditions._waiting(database, File.renditions == "pending")]
    assert [await renditions._make_one(database, vault, row) for row in rows * 2] == [1, 0]
