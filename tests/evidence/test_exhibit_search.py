"""Search of the exhibit list by text that only readers see, its filters and count, and saved views."""

import hashlib
import re
from pathlib import Path
from typing import Any

from app import embedded
from tests.factories import retention
from tests.factories.evidence import TEXT, describe, listed, register, release, see, upload, with_file
from tests.factories.many_exhibits import fill
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser

DIGEST = hashlib.sha256(TEXT).hexdigest()
NEAR = re.compile(r"near constant integer := ([^;]+);")
#: Each finds the exhibit for its readers only.
READ = ("q=zanzibar", "q=LEDGER.TXT", f"q={DIGEST}", f"q={DIGEST[:12]}", f"sha256={DIGEST}", "q=disk zanzibar")


async def found(team: Team, who: str, query: str) -> list[str]:
    return [one["id"] for one in await listed(team, who, f"?{query}")]


async def counted(team: Team, who: str, query: str = "") -> dict[str, Any]:
    count: dict[str, Any] = read_json(await team.client(who).get(team.path(f"/evidence/count?{query}")))
    return count


async def test_search_finds_description_file_name_and_hash_for_readers_only(team: Team) -> None:
    exhibit = await with_file(
        team, release("DE", "readable"), release("FR", "listed"), title="Disk 7", description="Bought in Zanzibar"
    )
    number = exhibit["exhibit_number"]
    for query in READ:
        assert await found(team, "noor", query) == [exhibit["id"]], query
        assert await found(team, "lena", query) == [exhibit["id"]], query
        assert await found(team, "claire", query) == [], query
        assert await found(team, "jit_auditor", query) == [], query
    for who in ("noor", "lena", "claire", "jit_auditor"):
        for query in ("q=disk", f"q={number}", f"q=7 {number.lower()}"):
            assert await found(team, who, query) == [exhibit["id"]], (who, query)
    assert await found(team, "noor", "q=zanzibar ledger.txt") == [], "one text contains all words"


async def test_search_follows_corrections_and_discarded_files(team: Team) -> None:
    exhibit = await register(team, "noor", description="Zanzibar")
    announced = await upload(team, "noor", exhibit, declared="00" * 32)
    assert announced["state"] == "hash_differs"
    assert await found(team, "noor", "q=ledger.txt") == [], "not complete"
    await upload(team, "noor", exhibit, name="Rechnung Größe.pdf")
    exhibit = read_json(await see(team, "noor", exhibit))
    exhibit = read_json(await describe(team, "noor", exhibit, title="Medina", description="Lamu"))
    assert await found(team, "noor", "q=zanzibar") == []
    for query in ("q=lamu medina", "q=medina grosse", "q=medina größe"):
        expected = [] if "grosse" in query else [exhibit["id"]]
        assert await found(team, "noor", query) == expected, query
    await retention.withdraw(team, exhibit)
    read_json(await retention.erase(team, "noor", exhibit), 202)
    await retention.erased(team, exhibit)
    assert await found(team, "noor", "q=größe") == [], "an erased file is found no more"


async def look_near(team: Team, rows: int) -> None:
    """Let a search walk so many rows of the list before it uses the index."""
    async with as_superuser(team) as superuser:
        function = await superuser.fetchval("select pg_get_functiondef('search_pool'::regproc)")
        await superuser.execute(NEAR.sub(f"near constant integer := {rows};", function))


async def test_rows_that_a_search_walks_are_those_that_the_threat_model_declares(team: Team) -> None:
    """Behind them, the time of a search tells how many exhibits of the team match, also hidden ones."""
    async with as_superuser(team) as superuser:
        (found,) = NEAR.findall(await superuser.fetchval("select pg_get_functiondef('search_pool'::regproc)"))
    assert found == "case when words is null then 4000 else 20000 end"
    declared = (Path(embedded.__file__).parents[2] / "docs/threat-model.md").read_text()
    assert "4,000 rows, and 20,000 with words" in " ".join(declared.split())


async def test_search_finds_descriptions_behind_the_rows_that_it_walks(
    team: Team, database_urls: embedded.Urls
) -> None:
    await fill(database_urls, team.id, 1_100)
    await look_near(team, 40)
    exhibit = await with_file(team, release("DE", "readable"), release("FR", "listed"), description="Zanzibar")
    for sort in ("newest", "oldest", "title", "-size"):
        for query in ("q=zanzibar", f"sha256={DIGEST}"):
            assert await found(team, "noor", f"{query}&sort={sort}") == [exhibit["id"]], (query, sort)
            assert await found(team, "claire", f"{query}&sort={sort}") == [], (query, sort)
    assert await counted(team, "noor", "q=zanzibar") == {"count": 1, "more": False}
    assert await counted(team, "noor") == {"count": 1000, "more": True}


async def test_registration_dates_filter_and_counts_follow_every_filter(team: Team) -> None:
    first = await register(team, "noor", title="one", kind="digital_original")
    await register(team, "noor", release("DE", "listed"), title="two")
    at = first["registered_at"]
    assert len(await found(team, "noor", f"registered_from={at}")) == 2
    assert await found(team, "noor", f"registered_before={at}") == []
    assert await found(team, "jit_auditor", f"registered_from={at}&kind=digital_original") == [first["id"]]
    assert await counted(team, "noor") == {"count": 2, "more": False}
    assert await counted(team, "noor", "kind=digital_original") == {"count": 1, "more": False}
    assert await counted(team, "lena") == {"count": 1, "more": False}
    assert await counted(team, "claire") == {"count": 0, "more": False}


async def test_saved_views_are_private_and_replaced_by_name(team: Team) -> None:
    path = team.path("/evidence-views")
    noor, bram = team.client("noor"), team.client("bram")
    form = {"name": "Mail to read", "filters": {"q": "mbox", "level": "readable"}, "columns": ["files", "number"]}
    saved = read_json(await noor.post(path, json=form), 201)
    again = read_json(await noor.post(path, json=form | {"columns": ["registered"]}), 201)
    assert again["id"] == saved["id"]
    (one,) = read_json(await noor.get(path))["items"]
    assert (one["name"], one["filters"], one["columns"]) == ("Mail to read", form["filters"], ["registered"])
    assert read_json(await bram.get(path))["items"] == []
    assert (await bram.delete(f"{path}/{saved['id']}")).status_code == 404
    for who, rows in (("bram", 0), ("noor", 1)):
        assert await attempt(team, who, "update saved_views set columns = '{}'") == rows, who
    assert (await noor.post(path, json=form | {"filters": {"cursor": "x"}})).status_code == 422
    assert (await noor.delete(f"{path}/{saved['id']}")).status_code == 204
    assert read_json(await noor.get(path))["items"] == []


async def test_a_member_saves_thirty_views_at_most(team: Team) -> None:
    path, noor = team.path("/evidence-views"), team.client("noor")
    for number in range(30):
        read_json(await noor.post(path, json={"name": f"View {number}"}), 201)
    refused = await noor.post(path, json={"name": "One more"})
    assert (refused.status_code, refused.json()["code"]) == (409, "too-many-views")
    read_json(await noor.post(path, json={"name": "View 0", "filters": {"q": "x"}}), 201)
