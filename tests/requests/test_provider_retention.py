"""Data that a provider may delete: listed by the days of its card, until their preservation is asked for."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app import clock
from tests.factories import reference
from tests.factories.reference import file, import_files, put_value, verify
from tests.factories.requests import create, item, link, move, move_item, release, sent
from tests.factories.team import Team, read_json

CARD = "providers/EXAMPLE"
PROVIDER = reference.PROVIDER | {"country": {"value": "BE", "source": "Trade register"}}
DAY = timedelta(days=1)


async def expiring(team: Team, who: str = "noor", query: str = "") -> list[dict[str, Any]]:
    """Return the rows of the member's list of expiring data."""
    return list(read_json(await team.client(who).get(team.path(f"/requests/expiring{query}")))["items"])


async def test_data_of_an_open_item_is_listed_with_the_day_on_which_its_provider_may_delete_it(team: Team) -> None:
    oldest = clock.now() - 100 * DAY
    asked = item(identifier_kind="email", identifier="a@mail.example.test", **{"from": oldest.isoformat()})
    asked["until"] = None
    order: dict[str, Any] = {"instrument": "EPOC", "to": {"country": "BE"}}
    request = await create(
        team, **order, items=[asked, asked | {"data_category": "CONTENT"}, item(description="Not of it")]
    )
    assert await expiring(team) == [], "the card states no days"
    async with await reference.operator_of(team) as operator:
        domains = {"value": ["example.test"], "source": "Letter of the provider"}
        known = file("providers", PROVIDER | {"domains": domains})
        read_json(await import_files(operator, known))
        twice = [{"category": "SUBSCRIBER", "days": 110}] * 2
        for wrong in (twice, [{"category": "PRESERVATION", "days": 9}], [{"category": "CONTENT", "days": 0}]):
            assert (await put_value(operator, CARD, "retention_days", wrong)).status_code == 422, wrong
        read_json(await put_value(operator, CARD, "retention_days", twice[:1]))
        (one,) = await expiring(team)
        assert not one["retention"]["verified"]
        read_json(await verify(operator, CARD, "retention_days", version=2))
    day = (oldest.astimezone(ZoneInfo("Europe/Brussels")) + 110 * DAY).date()
    (one,) = await expiring(team)
    told = {
        "provider": "Example Hosting",
        "category": "SUBSCRIBER",
        "days": 110,
        "oldest_at": clock.rfc3339(oldest),
        "deletes_on": day.isoformat(),
        "zone": "Europe/Brussels",
        "source": "Letter",
        "verified": True,
    }
    assert (one["retention"], one["clock"], one["stops"]) == (told, None, ["preservation"])
    assert (one["item"], one["data"]) == (request["items"][0]["id"], "a@mail.example.test")
    assert await expiring(team, "jonas") == [], "the party does not read the request"
    assert await expiring(team, query=f"?cursor={one['id']}~{one['due_at']}") == []

    wanted = {"identifier_kind": "email", "identifier": "a@mail.example.test", "from": None, "until": None}
    preservation = await create(team, to={"country": "BE"}, items=[item(**wanted)])
    request = read_json(await link(team, "noor", request, preservation))
    assert [one["stops"] for one in await expiring(team)] == [["preservation"]], "the preservation is a draft"
    preservation = read_json(await move(team, "noor", preservation, "SENT"))
    assert [one["stops"] for one in await expiring(team)] == [[]]
    read_json(await move_item(team, "noor", preservation, "impossible", ground="Deleted", reason="Deleted before"))
    assert [one["stops"] for one in await expiring(team)] == [["preservation"]]
    request = read_json(await move(team, "noor", request, "SENT", incomplete=True))
    read_json(await release(team, "noor", request, "DE", "content"))
    assert [one["party"] for one in await expiring(team, "jonas")] == ["NL"]
    read_json(await move_item(team, "noor", request, "delivered"))
    assert await expiring(team) == []


async def test_provider_is_found_by_the_name_of_the_authority(team: Team) -> None:
    draft = await create(team, to={"country": "BE", "authority": "example hosting"})
    await sent(team, to={"country": "BE", "authority": "Another provider"})
    async with await reference.operator_of(team) as operator:
        read_json(await import_files(operator, file("providers", PROVIDER)))
        days = [{"category": "SUBSCRIBER", "days": 30}]
        read_json(await put_value(operator, CARD, "retention_days", days))
    (one,) = await expiring(team)
    assert (one["retention"]["provider"], one["stops"]) == ("Example Hosting", ["dispatch"])
    read_json(await move(team, "noor", draft, "SENT"))
    assert [one["stops"] for one in await expiring(team)] == [[]], "it asks for the preservation itself"


async def test_exact_time_of_an_item_is_that_of_its_oldest_data(team: Team) -> None:
    at = clock.now() - 20 * DAY
    exact = item(**{"from": None, "until": None}) | {"at": at.isoformat()}
    await create(team, to={"country": "BE", "authority": "example hosting"}, items=[exact])
    async with await reference.operator_of(team) as operator:
        read_json(await import_files(operator, file("providers", PROVIDER)))
        read_json(await put_value(operator, CARD, "retention_days", [{"category": "SUBSCRIBER", "days": 30}]))
    assert [row["retention"]["oldest_at"] for row in await expiring(team)] == [clock.rfc3339(at)]
