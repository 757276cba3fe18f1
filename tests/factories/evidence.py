"""Exhibits for tests, through the API: registered, filled with files by tus, released, opened.

`register` and `upload` demand success and give the view; the others give the answer, whatever it is.
"""

import base64
import hashlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import httpx
from sqlalchemy import text

from app.services.evidence import renditions
from tests.factories.team import Team, read_json
from tests.support.waiting import until

TEXT: Final = b"Ledger of the marketplace, line one.\nLine two.\n"
TUS: Final = {"Tus-Resumable": "1.0.0"}
KEEPING: Final = {"custodian": "Evidence room 2", "file_number": "7741 Js 118/26"}
WHY: Final = "Comparing wallets with the Dutch seizure"


def form(**changes: Any) -> dict[str, Any]:
    """A registration as the API takes it: a Dutch disk image that only the Netherlands may see."""
    return {
        "title": "Disk image of server R2",
        "kind": "image",
        "category": "disk_image",
        "description": "A 4 TB drive from rack 7",
        "acquired_at": "2026-05-16T09:30:00+02:00",
        "acquired_zone": "Europe/Amsterdam",
        "acquired_by": "Team High Tech Crime",
        "place": "Data centre, Rotterdam",
        "legal_basis": "Art. 125i Sv",
        "handling": ["H0"],
        "tlp": "AMBER",
        "declared_hashes": [{"algorithm": "sha256", "value": "ab" * 32, "of": "medium"}],
        "privilege_checked": True,
    } | changes


def release(party: str, level: str = "held", **terms: Any) -> dict[str, Any]:
    """A release named in a registration."""
    return {"party": party, "level": level, **terms}


async def try_register(team: Team, who: str = "noor", **changes: Any) -> httpx.Response:
    """Try to register an exhibit."""
    return await team.client(who).post(team.path("/evidence"), json=form(**changes))


async def register(team: Team, who: str = "noor", *releases: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Register an exhibit with these releases; none: left out."""
    named = {"releases": list(releases)} if releases else {}
    return read_json(await try_register(team, who, **named, **changes), 201)


def place(team: Team, exhibit: dict[str, Any], rest: str = "") -> str:
    """A path below an exhibit."""
    return team.path(f"/evidence/{exhibit['id']}{rest}")


async def see(team: Team, who: str, exhibit: dict[str, Any]) -> httpx.Response:
    """The exhibit, read by somebody."""
    return await team.client(who).get(place(team, exhibit))


async def listed(team: Team, who: str, query: str = "") -> list[dict[str, Any]]:
    """The first page of somebody's list."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"/evidence{query}")))["items"]
    return items


async def grant(
    team: Team, who: str, exhibit: dict[str, Any], party: str, *, version: int | None = None, **terms: Any
) -> httpx.Response:
    """Grant a release, or change the one of this version."""
    condition = {"If-None-Match": "*"} if version is None else {"If-Match": f'"{version}"'}
    path = place(team, exhibit, f"/releases/{party}")
    return await team.client(who).put(
        path, json={"level": "held", "privilege_checked": True} | terms, headers=condition
    )


async def describe(team: Team, who: str, exhibit: dict[str, Any], **changes: Any) -> httpx.Response:
    """Correct the description of an exhibit that nobody changed since."""
    correction = {"title": "Disk image of server R3", "reason": "A slip"} | changes
    return await team.client(who).patch(
        place(team, exhibit), json=correction, headers={"If-Match": f'"{exhibit["version"]}"'}
    )


async def recall(team: Team, who: str, exhibit: dict[str, Any], party: str, version: int = 1) -> httpx.Response:
    """Recall a release."""
    path = place(team, exhibit, f"/releases/{party}")
    return await team.client(who).request(
        "DELETE", path, json={"reason": "The order was quashed"}, headers={"If-Match": f'"{version}"'}
    )


def named(name: str, sha256: str | None = None) -> str:
    """`Upload-Metadata` for a name and a declared hash."""
    pairs = {"filename": name} | ({} if sha256 is None else {"sha256": sha256})
    return ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in pairs.items())


async def announce(
    team: Team,
    who: str,
    exhibit: dict[str, Any],
    size: int | str = len(TEXT),
    name: str = "ledger.txt",
    declared: str | None = None,
    **headers: str,
) -> httpx.Response:
    """Announce a file. `headers` replace the usual ones."""
    usual = TUS | {"Upload-Length": str(size), "Upload-Metadata": named(name, declared)}
    return await team.client(who).post(place(team, exhibit, "/files"), headers=usual | headers)


async def announced(team: Team, who: str, exhibit: dict[str, Any], size: int = len(TEXT), **more: Any) -> str:
    """The path of a file that was announced."""
    answer = await announce(team, who, exhibit, size, **more)
    assert answer.status_code == 201, answer.text
    return answer.headers["Location"]


async def send(
    browser: httpx.AsyncClient, path: str, content: bytes | AsyncIterator[bytes], offset: int | str = 0, **headers: str
) -> httpx.Response:
    """One PATCH. `headers` replace the usual ones."""
    usual = TUS | {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
    return await browser.patch(path, content=content, headers=usual | headers)


async def upload(
    team: Team,
    who: str,
    exhibit: dict[str, Any],
    content: bytes = TEXT,
    name: str = "ledger.txt",
    *,
    declared: str | None = None,
) -> dict[str, Any]:
    """Upload a file in one piece; its view. One whose declared hash differs is uploaded all the same."""
    path = await announced(team, who, exhibit, len(content), name=name, declared=declared)
    answer = await send(team.client(who), path, content)
    matches = declared in {None, hashlib.sha256(content).hexdigest()}
    assert answer.status_code == (204 if matches else 409), answer.text
    return await file_of(team, who, exhibit, path)


async def file_of(team: Team, who: str, exhibit: dict[str, Any], path: str) -> dict[str, Any]:
    """The view of the file at `path`."""
    files: list[dict[str, Any]] = read_json(await see(team, who, exhibit))["files"]
    return next(file for file in files if path.endswith(file["id"]))


async def with_file(team: Team, *releases: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A Dutch exhibit that holds `TEXT`, its pages for reading made."""
    exhibit = await register(team, "noor", *releases, **changes)
    await upload(team, "noor", exhibit)
    await rendered(team, exhibit)
    return exhibit


async def objects(team: Team, exhibit: dict[str, Any]) -> list[Path]:
    """The stored segments of its files."""
    folder = team.context.settings.state / "objects" / team.id / exhibit["id"]
    files = read_json(await see(team, "noor", exhibit))["files"]
    return sorted(path for file in files for path in (folder / file["id"]).iterdir() if path.is_file())


async def rendered(team: Team, exhibit: dict[str, Any]) -> None:
    """Its pages for reading made, at once: who waits for the worker's next turn waits longer than the making takes."""

    pending = text("select count(*) from files where evidence = :evidence and renditions = 'pending'")

    async def are_made() -> bool:  # the worker may be at it
        await renditions.make_of(team.context.database, team.context.vault, UUID(exhibit["id"]))
        async with team.context.database.engine() as session:
            return not await session.scalar(pending, {"evidence": UUID(exhibit["id"])})

    await until(are_made, within=20)


async def open_it(team: Team, who: str, exhibit: dict[str, Any], act: str = "open", **changes: Any) -> httpx.Response:
    """Open an exhibit for reading."""
    opening = (
        {"act": act, "purpose": "JIT_PURPOSE", "justification": WHY} | (KEEPING if act == "take" else {}) | changes
    )
    return await team.client(who).post(place(team, exhibit, "/openings"), json=opening)


async def view_all(team: Team, who: str, exhibit: dict[str, Any], act: str, *files: str) -> None:
    """Open an exhibit for a verdict and look at every page of these files, or of all; whoever may not sees nothing."""
    await rendered(team, exhibit)
    answer = await open_it(team, who, exhibit, act, purpose="JIT_MANAGEMENT")
    for file in answer.json()["files"] if answer.status_code == 201 else []:
        for page in file["renditions"] if not files or file["id"] in files else ():
            shown = await team.client(who).get(page["link"])
            assert shown.status_code == 200, shown.text


async def take_it(team: Team, who: str, exhibit: dict[str, Any], **changes: Any) -> httpx.Response:
    """Take the original."""
    return await open_it(team, who, exhibit, "take", **changes)


async def custody(team: Team, who: str, exhibit: dict[str, Any]) -> list[dict[str, Any]]:
    """The exhibit's entries as somebody reads them, oldest first."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(place(team, exhibit, "/custody")))["items"]
    return items


def kinds(entries: list[dict[str, Any]]) -> list[str]:
    """Return the kinds of the entries, in order."""
    return [entry["kind"] for entry in entries]


def values(entry: dict[str, Any]) -> dict[str, Any]:
    """The fields of an entry that its reader may read, by name."""
    return {name: field["value"] for name, field in entry["fields"].items()}


def alike(one: httpx.Response, other: httpx.Response) -> bool:
    """Whether two answers are the same, byte for byte, but for the request's own number and the promise of its own entry."""
    own = {"x-request-id", "ledger-entry"}
    headers = [
        [(name, "" if name in own else value) for name, value in answer.headers.multi_items()]
        for answer in (one, other)
    ]
    return (one.status_code, one.content, headers[0]) == (other.status_code, other.content, headers[1])
