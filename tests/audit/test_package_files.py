"""Originals in export packages: recorded downloads of those who may download, and of nobody else."""

import hashlib
import json
from pathlib import Path
from typing import Any

import httpx

from tests.audit.test_exports import content, ended, fetch, kept_waiting, keys_file, lines, on_disk, verify, why
from tests.factories import accounts, copies
from tests.factories.evidence import KEEPING, TEXT, WHY, grant, release, upload, with_file
from tests.factories.retention import erase, erased, withdraw
from tests.factories.role_changes import changed
from tests.factories.sharing import consents
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

FILES = {"purpose": "JIT_PURPOSE", "justification": WHY, **KEEPING}


async def for_court(team: Team, level: str, **changes: Any) -> dict[str, Any]:
    """A Dutch exhibit with a file that Germany has at this level, and may use in court."""
    exhibit = await with_file(team, release("DE", level), **changes)
    asked = await consents.ask(team, "jonas", exhibit, use="court")
    read_json(await consents.do(team, "noor", asked, "grant"))
    return exhibit


def form(*exhibits: dict[str, Any], **files: Any) -> dict[str, Any]:
    return {"profile": "court", "scope": {"evidence": [one["id"] for one in exhibits]}, "files": FILES | files}


async def ask(team: Team, *exhibits: dict[str, Any], **files: Any) -> httpx.Response:
    """Ask for a court package with files, as Jonas."""
    return await team.client("jonas").post(team.path("/exports"), json=form(*exhibits, **files))


async def version_of(team: Team, exhibit: dict[str, Any]) -> int:
    releases = read_json(await team.client("noor").get(team.path(f"/evidence/{exhibit['id']}/releases")))
    return next(int(one["version"]) for one in releases["items"] if one["party"] == "DE")


async def lower(team: Team, exhibit: dict[str, Any]) -> None:
    """Germany may only view the exhibit from now on."""
    version = await version_of(team, exhibit)
    read_json(await grant(team, "noor", exhibit, "DE", version=version, level="readable"))


async def test_package_holds_each_allowed_original_as_a_recorded_download(team: Team, tmp_path: Path) -> None:
    """The preview, the package, its verifier, the custody of the exhibit and the list of copies agree."""
    held, viewed = await for_court(team, "held"), await for_court(team, "readable")
    await upload(team, "noor", held, b"Second file", "Bank / été.txt")
    preview = team.path("/exports/preview?files_for=JIT_PURPOSE&language=fr")
    shown = read_json(await team.client("jonas").post(preview, json=form(held, viewed)))["files"]
    assert (shown["files"], shown["size_bytes"], shown["fits"]) == (2, len(TEXT) + 11, True)
    assert {one["evidence"]: one["files"] for one in shown["exhibits"]} == {held["id"]: 2, viewed["id"]: 0}

    export = await ended(team, "jonas", read_json(await ask(team, held, viewed), 202))
    assert (export["state"], export["files"], export["left_out"]) == ("ready", 2, [viewed["id"]])
    path = tmp_path / "package.zip"
    path.write_bytes((await fetch(team, "jonas", export)).content)
    listed = json.loads(content(path, "data/files.json"))
    assert {(one["name"], one["size_bytes"]) for one in listed["files"]} == {
        ("ledger.txt", len(TEXT)),
        ("Bank / été.txt", 11),
    }
    for one in listed["files"]:
        assert hashlib.sha256(content(path, one["path"])).hexdigest() == one["sha256"]
    assert [one["exhibit"] for one in listed["left_out"]] == [viewed["exhibit_number"]]
    taken = [one for one in lines(path) if one["kind"] == "evidence.taken"]
    assert [len(one["said"]["files"]) for one in taken] == [1, 1], "one entry for each file"
    assert {one["said"]["custodian"] for one in taken} == {KEEPING["custodian"]}

    report = verify(path, "--keys", await keys_file(team, tmp_path))
    assert report.returncode == 0, report.stdout
    assert "2 originals have the SHA-256" in report.stdout
    assert f"exhibit {viewed['exhibit_number']}: the bundle has no original of it" in report.stdout
    assert f"No original of {viewed['exhibit_number']}" in content(path, "data/README.txt").decode()
    (copy,) = await copies.listed(team, "jonas")
    assert (copy["evidence"], copy["file_number"]) == (held["id"], KEEPING["file_number"])


async def test_member_who_may_only_view_gets_no_file_and_records_no_download(team: Team) -> None:
    viewed = await for_court(team, "readable")
    refused = await ask(team, viewed)
    assert (refused.status_code, refused.json()["code"]) == (409, "no-originals")
    assert await team.entries("noor", "evidence.taken") == []
    auditor = await team.client("auditor").post(team.path("/exports"), json=form(viewed))
    assert auditor.json()["code"] == "no-originals", "an auditor exports the custody, and downloads nothing"
    archive = {"profile": "archive", "scope": {}, "files": FILES}
    assert (await team.client("jit_auditor").post(team.path("/exports"), json=archive)).status_code == 422


async def test_handling_text_is_acknowledged_before_its_original_is_included(team: Team) -> None:
    exhibit = await for_court(team, "held", handling=["H3"], handling_text="Not to be shown to the suspect.")
    refused = await ask(team, exhibit)
    assert (refused.status_code, refused.json()["code"]) == (409, "acknowledge-h3")
    assert read_json(await team.client("jonas").get(team.path("/exports")))["items"] == []
    assert (await ask(team, exhibit, acknowledged=True)).status_code == 202


async def test_access_that_ends_meanwhile_leaves_the_original_out(team: Team, tmp_path: Path) -> None:
    held, lowered = await for_court(team, "held"), await for_court(team, "held")
    async with kept_waiting(team):
        export = read_json(await ask(team, held, lowered), 202)
        await lower(team, lowered)
    export = await ended(team, "jonas", export)
    assert (export["state"], export["files"], export["left_out"]) == ("ready", 1, [lowered["id"]])
    path = tmp_path / "package.zip"
    path.write_bytes((await fetch(team, "jonas", export)).content)
    (one,) = json.loads(content(path, "data/files.json"))["files"]
    assert one["exhibit"] == held["exhibit_number"]
    assert verify(path, "--keys", await keys_file(team, tmp_path)).returncode == 0

    await lower(team, held)
    refused = await fetch(team, "jonas", export)
    assert (refused.status_code, refused.json()["code"]) == (403, "originals-not-allowed")


async def test_member_who_becomes_an_auditor_meanwhile_gets_a_package_without_originals(team: Team) -> None:
    """The worker agrees with itself about what the package may hold, instead of making it over and over."""
    exhibit = await for_court(team, "held")
    async with kept_waiting(team):
        made = read_json(await team.client("daan").post(team.path("/exports"), json=form(exhibit)), 202)
        await changed(team, "noor", "bram", "daan", "auditor")
    done = await ended(team, "daan", made)
    assert (done["state"], done["files"], done["left_out"]) == ("ready", 0, [exhibit["id"]])


async def test_erasure_of_an_exhibit_removes_the_packages_with_its_original(team: Team) -> None:
    exhibit = await with_file(team)
    export = read_json(await team.client("noor").post(team.path("/exports"), json=form(exhibit)), 202)
    assert (await ended(team, "noor", export))["files"] == 1
    await withdraw(team, exhibit)
    read_json(await erase(team, "noor", exhibit), 202)
    await erased(team, exhibit)
    assert why(await ended(team, "noor", export)) == ("failed", "originals-erased")
    assert on_disk(team) == []


async def test_package_with_originals_is_fetched_in_its_own_session_until_its_downloads_expire(team: Team) -> None:
    export = read_json(await ask(team, await for_court(team, "held")), 202)
    assert (await ended(team, "jonas", export))["downloads"] == "open"
    path = team.path(f"/exports/{export['id']}")
    async with await accounts.signed_in(team.app, team.accounts["jonas"]) as elsewhere:
        assert read_json(await elsewhere.get(path))["downloads"] == "other_session"
        refused = await elsewhere.get(f"{path}/bundle")
        assert (refused.status_code, refused.json()["code"]) == (409, "downloads-over")
    assert (await fetch(team, "jonas", export)).status_code == 200
    async with as_superuser(team) as connection:
        await connection.execute("update openings set opened_at = opened_at - interval '9 hours', expires_at = now()")
    (shown,) = read_json(await team.client("jonas").get(team.path("/exports")))["items"]
    assert (shown["state"], shown["downloads"]) == ("ready", "expired")
    refused = await fetch(team, "jonas", export)
    assert (refused.status_code, refused.json()["code"]) == (409, "downloads-over")
