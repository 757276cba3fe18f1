"""Deliveries of parts: they never count as the delivery of an original, so nothing is erased for them."""

from typing import Any

import httpx
import pytest

from tests.audit.test_exports import ended
from tests.audit.test_package_files import form
from tests.factories.evidence import TEXT, release, take_it, with_file
from tests.factories.retention import erased
from tests.factories.sharing import consents
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

PARTS = ("bytes=-1", "bytes=1-", "bytes=0-0", "bytes=0-{last}")


async def delivered(team: Team) -> int:
    async with as_superuser(team) as connection:
        return int(await connection.fetchval("select count(*) from deliveries"))


async def transferred(team: Team) -> dict[str, Any]:
    """A Dutch exhibit for transfer that Germany may download and use in court."""
    exhibit = await with_file(team, release("DE"), retention="TRANSFER")
    asked = await consents.ask(team, "jonas", exhibit, use="court")
    read_json(await consents.do(team, "noor", asked, "grant"))
    return exhibit


async def package(team: Team, exhibit: dict[str, Any]) -> tuple[str, int]:
    """The path and size of a package with the original of this exhibit."""
    export = read_json(await team.client("jonas").post(team.path("/exports"), json=form(exhibit)), 202)
    made = await ended(team, "jonas", export)
    assert (made["state"], made["files"]) == ("ready", 1)
    return team.path(f"/exports/{export['id']}/bundle"), made["size_bytes"]


async def single(team: Team, exhibit: dict[str, Any]) -> tuple[str, int]:
    """The link and size of the original of this exhibit."""
    (file,) = read_json(await take_it(team, "jonas", exhibit), 201)["files"]
    return file["link"], len(TEXT)


@pytest.mark.parametrize("offered", [package, single])
async def test_only_the_whole_file_counts_as_delivered_and_ends_a_transfer(team: Team, offered: Any) -> None:
    exhibit = await transferred(team)
    path, size = await offered(team, exhibit)

    async def get(wanted: str) -> httpx.Response:
        return await team.client("jonas").get(path, headers={"Range": wanted})

    for wanted in PARTS:
        assert (await get(wanted.format(last=size - 2))).status_code == 206
        assert await delivered(team) == 0, wanted
    assert (await get(f"bytes=0-{size - 1}")).status_code == 206
    assert await delivered(team) == 1
    assert (await erased(team, exhibit))["erasure"]["ground"] == "taken"
