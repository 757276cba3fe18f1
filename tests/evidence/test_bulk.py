"""Many exhibits at once: all or none, each with its releases, its entries and its own chain, by the rights of one."""

from typing import Any, Final

import httpx
import pytest
from sqlalchemy import text

from app.api.evidence.views.bulk import AT_MOST
from tests.factories.evidence import custody, form, listed, release, see, values
from tests.factories.sharing.gates import waiting
from tests.factories.team import Team, read_json

COUNTED: Final = (
    "select (select count(*) from evidence), (select count(*) from releases), (select count(*) from headers)"
)


async def bulk(team: Team, who: str, *items: dict[str, Any]) -> httpx.Response:
    return await team.client(who).post(team.path("/evidence/bulk"), json={"items": list(items)})


async def rows(team: Team) -> tuple[int, ...]:
    """What a registration adds to, counted."""
    async with team.context.database.engine() as session:
        return tuple((await session.execute(text(COUNTED))).one())


async def test_enters_all_in_order_each_with_its_releases_and_its_own_chain(team: Team) -> None:
    items = [form(title=f"Phone {n}", releases=[release("DE")] if n % 2 else []) for n in range(23)]
    entered = read_json(await bulk(team, "noor", *items), 201)["items"]
    await team.settled()
    assert [one["title"] for one in entered] == [one["title"] for one in items]
    assert len({one["exhibit_number"] for one in entered}) == 23
    assert {one["id"] for one in await listed(team, "noor")} >= {one["id"] for one in entered}
    assert {one["id"] for one in await listed(team, "lena")} == {one["id"] for one in entered[1::2]}
    for one, kinds in ((entered[0], 1), (entered[21], 2), (entered[22], 1)):
        chain = await custody(team, "noor", one)
        assert [entry["kind"] for entry in chain] == ["evidence.registered", "evidence.released"][:kinds]
        assert [values(entry)["chain"]["n"] for entry in chain] == [1, 2][:kinds]


async def test_each_is_what_the_same_words_make_alone(team: Team) -> None:
    words = form(releases=[release("DE", seats=["DE-02"]), release("FR", "listed")])
    alone = read_json(await team.client("noor").post(team.path("/evidence"), json=words), 201)
    (one,) = read_json(await bulk(team, "noor", words), 201)["items"]
    its_own = ("id", "exhibit_number", "registered_at")
    together = read_json(await see(team, "noor", one))
    for each in (alone, together):
        for released in each["releases"]:
            del released["granted_at"]
        for name in its_own:
            del each[name]
    assert together == alone


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "items.1.title"),
        ({"acquired_at": "2026-05-16T09:30:00"}, "items.1.acquired_at"),
        ({"releases": [release("XX")]}, "items.1.releases.0.party"),
        ({"releases": [release("DE"), release("FR", seats=["NL-02"])]}, "items.1.releases.1.seats"),
        ({"releases": [release("DE"), release("DE", "listed")]}, "items.1.releases"),
        # Whose it is, where it stands and what it is called is nobody's to say.
        ({"originator": "DE"}, "items.1.originator"),
        ({"jit": "01936a3c-0000-7000-8000-000000000001"}, "items.1.jit"),
        ({"id": "01936a3c-0000-7000-8000-000000000001"}, "items.1.id"),
    ],
)
async def test_one_wrong_item_is_named_and_none_is_entered(team: Team, wrong: dict[str, Any], field: str) -> None:
    before = await rows(team)
    refusal = read_json(await bulk(team, "noor", form(), form(**wrong), form()), 422)
    assert [one["field"] for one in refusal["errors"]] == [field]
    assert await rows(team) == before


async def test_a_member_who_names_other_parties_enters_nothing(team: Team) -> None:
    before = await rows(team)
    refusal = read_json(await bulk(team, "daan", form(), form(releases=[release("DE")])), 403)
    assert refusal["code"] == "needs-leader"
    assert await rows(team) == before
    entered = read_json(await bulk(team, "daan", form(), form(releases=[release("NL", seats=["NL-04", "NL-02"])])), 201)
    assert len(entered["items"]) == 2, "for its own party it may"
    await team.settled()
    assert await listed(team, "lena") == []


async def test_a_release_to_a_third_country_waits_for_its_gate(team: Team) -> None:
    items = read_json(await bulk(team, "noor", form(), form(releases=[release("CH"), release("DE")])), 201)["items"]
    assert [one["evidence"] for one in await waiting(team, "noor")] == [items[1]["id"]]
    assert await listed(team, "mara") == []
    assert [one["id"] for one in await listed(team, "jonas")] == [items[1]["id"]]


async def test_a_request_is_bounded(team: Team) -> None:
    before = await rows(team)
    for items in ([], [form()] * (AT_MOST + 1)):
        assert read_json(await bulk(team, "noor", *items), 422)["errors"][0]["field"] == "items"
    assert await rows(team) == before
