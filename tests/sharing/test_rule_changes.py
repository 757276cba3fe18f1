"""Changed rules and exhibits that are there already: all of it shown, nothing done but what was shown, hands left alone."""

import asyncio
from typing import Any

import httpx

from tests.factories import evidence
from tests.factories.evidence import grant, recall, register, see, values
from tests.factories.sharing.access_rules import change, retire, rule
from tests.factories.team import Team, read_json


async def shown(team: Team, who: str = "noor", query: str = "") -> dict[str, Any]:
    """A page of what would change."""
    page: dict[str, Any] = read_json(await team.client(who).get(team.path(f"/access-rules/changes{query}")))
    return page


async def apply(team: Team, page: dict[str, Any], who: str = "noor", **form: Any) -> httpx.Response:
    """Apply a page as it was shown."""
    return await team.client(who).post(
        team.path("/access-rules/changes"), json={"token": page["token"], "privilege_checked": True} | form
    )


def told(page: dict[str, Any]) -> dict[tuple[str, str], tuple[str | None, str | None]]:
    """Exhibit and party: from which level to which."""
    return {
        (one["evidence"], one["party"]): tuple(side and side["level"] for side in (one["before"], one["after"]))
        for one in page["items"]
    }


async def levels(team: Team, exhibit: dict[str, Any]) -> dict[str, str]:
    """The others' levels."""
    view = read_json(await see(team, "noor", exhibit))
    return {one["party"]: one["level"] for one in view["releases"] if one["party"] != "NL"}


async def test_every_exhibit_and_party_is_named_and_changed_as_it_was_shown(team: Team) -> None:
    german = await rule(team)
    first, second = await register(team, "daan"), await register(team, category="financial")
    assert (await shown(team))["items"] == []
    read_json(await change(team, "noor", german, level="listed"))
    french = await rule(team, category=None, to_party="FR", level="readable", clause="Annex II")
    page = await shown(team)
    assert told(page) == {
        (first["id"], "DE"): ("held", "listed"),
        (first["id"], "FR"): (None, "readable"),
        (second["id"], "FR"): (None, "readable"),
    }
    assert page["next"] is None
    assert page["items"][1]["rules"] == [french["code"]]
    assert (await see(team, "claire", first)).status_code == 404, "nothing is done by showing"
    assert read_json(await apply(team, page)) == {"applied": 3, "next": None}
    assert (await levels(team, first), await levels(team, second)) == (
        {"DE": "listed", "FR": "readable"},
        {"FR": "readable"},
    )
    assert read_json(await see(team, "claire", first))["title"] == first["title"]
    facts = [values(one) for one in await team.entries("noor", "evidence.released")]
    assert [(one["party"], one["level"]) for one in facts] == [
        ("DE", "held"),
        ("DE", "listed"),
        ("FR", "readable"),
        ("FR", "readable"),
    ]
    assert facts[-1]["basis"] == f"Annex II ({french['code']})"
    heard = {values(one)["party"] for one in await team.entries("claire", "evidence.released")}
    assert heard == {"FR"}
    assert (await shown(team))["items"] == []


async def test_a_rule_that_is_gone_recalls_what_it_made(team: Team) -> None:
    added = await rule(team)
    exhibit = await evidence.register(team, "daan")
    assert (await retire(team, "noor", added)).status_code == 204
    assert told(page := await shown(team)) == {(exhibit["id"], "DE"): ("held", None)}
    assert read_json(await apply(team, page))["applied"] == 1
    assert (await see(team, "lena", exhibit)).status_code == 404
    (fact,) = [values(one) for one in await team.entries("noor", "evidence.recalled")]
    assert (fact["party"], fact["reason"]) == ("DE", "No default sharing rule releases the exhibit any more.")


async def test_what_a_hand_decided_stays(team: Team) -> None:
    """Named at registration, granted, changed or recalled by a leader: no rule undoes it, and no rule renews it."""
    added = await rule(team)
    alone = await register(team, "noor", {"party": "FR", "level": "listed"})
    changed, recalled, granted = await register(team), await register(team), await register(team)
    read_json(await grant(team, "noor", changed, "DE", version=1, level="readable"))
    assert (await recall(team, "noor", recalled, "DE")).status_code == 204
    read_json(await grant(team, "noor", granted, "FR", level="held"))
    read_json(await change(team, "noor", added, level="listed"))
    await rule(team, category=None, to_party="FR", level="listed")
    page = await shown(team)
    assert told(page) == {
        (changed["id"], "FR"): (None, "listed"),
        (recalled["id"], "FR"): (None, "listed"),
        (granted["id"], "DE"): ("held", "listed"),
    }
    read_json(await apply(team, page))
    assert [await levels(team, one) for one in (alone, changed, recalled, granted)] == [
        {"FR": "listed"},
        {"DE": "readable", "FR": "listed"},
        {"FR": "listed"},
        {"DE": "listed", "FR": "held"},
    ]


async def test_what_was_not_shown_is_not_done(team: Team) -> None:
    """Between showing and applying a rule, a release or an exhibit changed: 412, and nothing happens."""
    added = await rule(team)
    exhibit = await register(team)
    changed = read_json(await change(team, "noor", added, level="none"))
    page = await shown(team)
    assert told(page) == {(exhibit["id"], "DE"): ("held", None)}
    read_json(await change(team, "bram", changed, level="listed"))
    refused = await apply(team, page)
    assert (refused.status_code, refused.json()["current"]["changes"]) == (412, 1)
    assert await levels(team, exhibit) == {"DE": "held"}
    page = await shown(team)
    read_json(await grant(team, "bram", exhibit, "DE", version=1, level="readable"))
    assert (await apply(team, page)).status_code == 412
    assert (await apply(team, {"token": "0" * 64})).status_code == 412
    assert (await apply(team, {"token": "x"})).status_code == 422
    assert await levels(team, exhibit) == {"DE": "readable"}


async def test_applied_twice_at_once_is_done_once(team: Team) -> None:
    await register(team)
    await rule(team)
    page = await shown(team)
    answers = await asyncio.gather(apply(team, page), apply(team, page, "bram"))
    assert sorted(one.status_code for one in answers) == [200, 412]
    assert len(await team.entries("noor", "evidence.released")) == 1


async def test_page_by_page(team: Team) -> None:
    exhibits = [await register(team) for _ in range(3)]
    await rule(team, to_party=None, level="listed")
    first = await shown(team, query="?limit=1")
    assert {one["evidence"] for one in first["items"]} == {exhibits[0]["id"]} == {first["next"]}
    assert sorted(one["party"] for one in first["items"]) == ["DE", "EUROJUST", "FR"]
    second = await shown(team, query=f"?limit=1&cursor={first['next']}")
    assert read_json(await apply(team, second, cursor=first["next"], limit=1)) == {"applied": 3, "next": second["next"]}
    assert [len(await levels(team, one)) for one in exhibits] == [0, 3, 0]
    assert (await apply(team, second, limit=1)).status_code == 412, "the token is of its own page"


async def test_an_exhibit_that_is_withdrawn_or_kept_from_the_leader_stays(team: Team) -> None:
    withdrawn = await register(team)
    read_json(
        await team.client("noor").post(
            evidence.place(team, withdrawn, "/withdrawal"), json={"reason": "x"}, headers={"If-Match": '"1"'}
        )
    )
    narrowed = await register(team, "bram")
    own = {"level": "held", "seats": [team.code("bram")]}
    read_json(
        await team.client("bram").put(
            evidence.place(team, narrowed, "/releases/NL"), json=own, headers={"If-Match": '"1"'}
        )
    )
    await rule(team)
    assert (await shown(team))["items"] == []
    assert told(await shown(team, "bram")) == {(narrowed["id"], "DE"): (None, "held")}


async def test_only_a_leader_of_the_party(team: Team) -> None:
    await register(team)
    await rule(team)
    page = await shown(team)
    for who in ("daan", "coordinator", "admin", "auditor", "ines"):
        assert (await team.client(who).get(team.path("/access-rules/changes"))).status_code == 403, who
        assert (await apply(team, page, who)).status_code == 403, who
    for who in ("jonas", "claire", "mara"):
        assert (await shown(team, who))["items"] == [], who
        assert (await apply(team, page, who)).status_code == 412, who
    assert len(await team.entries("noor", "evidence.released")) == 0
