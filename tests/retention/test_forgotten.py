"""What was erased of an entry stands no longer in the rows of an erased exhibit; of one that is kept it is its keeper's to change."""

from typing import Any
from uuid import UUID

import asyncpg
import pytest

from tests.factories import acquisitions
from tests.factories.closings import emptied
from tests.factories.evidence import register, release, see
from tests.factories.field_erasures import entry, erase, erased
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser


async def rows(team: Team, exhibit: dict[str, Any]) -> dict[str, Any]:
    """What stands of it in working rows."""
    query = (
        "select e.title, p.place, p.acquired_by, p.description, (select string_agg(a.examiner, ',') from acquisitions a"
        " where a.evidence = e.id) as examiner from evidence e join provenances p on p.evidence = e.id where e.id = $1"
    )
    async with as_superuser(team) as superuser:
        return dict(await superuser.fetchrow(query, UUID(exhibit["id"])))


async def test_goes_from_an_erased_exhibits_rows_too(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"))
    registered = (await entry(team, "noor", "evidence.registered"))["position"]
    read_json(await acquisitions.record(team, "noor", exhibit), 201)
    acquired = (await entry(team, "noor", "acquisition.recorded"))["position"]
    before = await rows(team, exhibit)
    await emptied(team, exhibit)
    read_json(await erase(team, "noor", registered, "title", "place"), 202)
    read_json(await erase(team, "noor", acquired, "examiner"), 202)
    await erased(team, "noor", registered)
    await erased(team, "noor", acquired)
    after = await rows(team, exhibit)
    assert after == before | {"title": exhibit["exhibit_number"], "place": "\N{EM DASH}", "examiner": "\N{EM DASH}"}
    assert read_json(await see(team, "lena", exhibit))["title"] == exhibit["exhibit_number"]


async def test_stands_in_the_rows_of_one_that_is_kept(team: Team) -> None:
    exhibit = await register(team, "noor")
    registered = (await entry(team, "noor", "evidence.registered"))["position"]
    before = await rows(team, exhibit)
    read_json(await erase(team, "noor", registered, "title", "place"), 202)
    await erased(team, "noor", registered)
    assert await rows(team, exhibit) == before


async def test_records_of_acquisitions_are_changed_by_nothing_else(team: Team) -> None:
    exhibit = await register(team, "noor")
    read_json(await acquisitions.record(team, "noor", exhibit), 201)
    async with as_superuser(team) as superuser:
        await superuser.execute("select set_config('app.forgetting', $1, false)", exhibit["id"])
        for change in ("examiner = '\N{EM DASH}'", "tool = 'another'"):
            with pytest.raises(asyncpg.PostgresError, match="insert-only"):
                await superuser.execute(f"update acquisitions set {change}")  # noqa: S608 - words of this test
