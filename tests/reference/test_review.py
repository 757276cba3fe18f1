"""Review of the reference data by operators: the order of the values, filters, pages, and nothing of a case."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any, Final

import httpx
import pytest

from app import clock
from tests.factories import reference
from tests.factories.reference import ADMIN, REPORT, TEST_CALL, verify
from tests.factories.requests import received
from tests.factories.team import Team, read_json

OLD: Final = (clock.now().date() - timedelta(days=400)).isoformat()
GROUPS: Final = {"reported": 0, "contradicted": 0, "stale": 1, "stale_test": 1, "general": 2, "secondary": 2}


@pytest.fixture
async def operator(team: Team) -> AsyncIterator[httpx.AsyncClient]:
    async with await reference.operator_of(team) as browser:
        yield browser


async def listed(operator: httpx.AsyncClient, limit: int = 200, **query: str) -> list[dict[str, Any]]:
    """Return the items of all pages."""
    found: list[dict[str, Any]] = []
    asked: dict[str, str | int] = {"limit": limit, **query}
    while True:
        page = read_json(await operator.get(f"{ADMIN}/review", params=asked))
        found += page["items"]
        if page["next"] is None:
            return found
        asked["cursor"] = page["next"]


def places(items: list[dict[str, Any]]) -> list[str]:
    return [f"{one['kind']}/{one['key']}/{one['field']}" for one in items]


async def request_of(team: Team, who: str, instrument: str) -> dict[str, Any]:
    item = {"kind": "data", "data_category": "SUBSCRIBER", "identifier_kind": "ip", "identifier": "203.0.113.7"}
    form = {"instrument": instrument, "received_at": "2026-04-17T09:00:00Z", "items": [item]}
    return await received(team, who, **form, **{"from": {"country": "FR"}})


async def test_values_are_listed_by_reason_and_use_and_leave_the_list_when_verified(
    team: Team, operator: httpx.AsyncClient
) -> None:
    shipped = await listed(operator)
    groups = [min(GROUPS[reason] for reason in one["reasons"]) for one in shipped]
    assert groups == sorted(groups)
    assert set(groups) == {0, 2}
    assert all(one["others"] for one in shipped if "contradicted" in one["reasons"])
    assert not any(one["in_use"] or one["reports"] for one in shipped)
    requests = [await request_of(team, who, key) for who, key in (("daan", "EIO"), ("daan", "EPOC"), ("jonas", "EPOC"))]
    for place, field in (("countries/NL", "zone"), ("instruments/EIO", "in_force"), ("instruments/EPOC", "in_force")):
        read_json(await verify(operator, place, field, on=OLD))
    read_json(
        await operator.post(
            f"{ADMIN}/directory/NL_NCB/test-calls", json=TEST_CALL | {"tested_on": OLD}, headers={"If-Match": '"1"'}
        )
    )
    for who in ("noor", "jonas"):
        read_json(await team.client(who).post("/api/reference/reports", json=REPORT), 201)
    read = await listed(operator)
    assert "countries/NL/zone" in places(read)[: groups.count(0) + 1], "a reported value is among the contradicted ones"
    (zone,) = [one for one in read if one["key"] == "NL" and one["field"] == "zone"]
    assert (zone["reasons"][0], zone["reports"], zone["title"]["fr"]) == ("reported", 2, "Pays-Bas")
    stale = [one for one in read if min(GROUPS[reason] for reason in one["reasons"]) == 1]
    order = [
        ("instruments/EPOC/in_force", True),
        ("instruments/EIO/in_force", True),
        ("directory/NL_NCB/last_test", False),
    ]
    assert list(zip(places(stale), [one["in_use"] for one in stale], strict=True)) == order
    named = [*(one["id"] for one in requests), team.jit["id"], *map(str, team.accounts.values())]
    assert not [one for one in named if one in str(read)]
    assert not {"uses", "count", "use", "place"} & read[0].keys(), "the number of uses is not told"

    assert await listed(operator, limit=7, kind="countries") == [one for one in read if one["kind"] == "countries"]
    assert await listed(operator, reason="stale") == [one for one in read if "stale" in one["reasons"]]
    assert await listed(operator, reason="general", kind="codes", limit=3) == [
        one for one in read if one["kind"] == "codes" and "general" in one["reasons"]
    ]
    for wrong in ("1", "0~1~0~EIO~in_force~x", "0~1~0~eio~in_force"):
        assert (await operator.get(f"{ADMIN}/review", params={"cursor": wrong})).status_code == 400

    read_json(await verify(operator, "instruments/EPOC", "in_force", version=2))
    contradicted = next(one for one in shipped if one["reasons"][0] == "contradicted")
    place = f"{contradicted['kind']}/{contradicted['key']}"
    read_json(await verify(operator, place, contradicted["field"]))
    left = places(await listed(operator))
    assert not {"instruments/EPOC/in_force", f"{place}/{contradicted['field']}"} & set(left)
