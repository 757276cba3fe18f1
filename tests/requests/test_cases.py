"""Deadlines of legal requests against cases that were calculated by hand (`cases/deadlines.json`), through the API."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.factories.requests import form, hop, incoming_form, move, move_item, place
from tests.factories.team import Team, read_json

CASES = json.loads((Path(__file__).parent / "cases" / "deadlines.json").read_text(encoding="utf-8"))["cases"]
#: Cases that share one team: a clone of the database for each would cost more than the case.
SIZE = 6


@pytest.mark.parametrize("first", range(0, len(CASES), SIZE))
async def test_deadlines_agree_with_cases_calculated_by_hand(team: Team, first: int) -> None:
    for case in CASES[first : first + SIZE]:
        request = await played(team, case)
        for named, wanted in case["expect"].items():
            rule, _, item_place = named.partition(" ")
            item = request["items"][int(item_place) - 1]["id"] if item_place else None
            found = [one for one in request["clocks"] if one["rule"] == rule and item in {None, one["item"]}]
            if wanted is None:
                assert found == [], case["title"]
                continue
            assert len(found) == 1, (case["title"], rule)
            assert {name: found[0][name] for name in wanted} == wanted, (case["title"], rule)


async def played(team: Team, case: dict[str, Any]) -> dict[str, Any]:
    """The request of a case after its steps."""
    asked = case["request"]
    body = incoming_form(**asked) if asked.get("direction") == "in" else form(**asked)
    request = read_json(await team.client("noor").post(team.path("/requests"), json=body), 201)
    for step in case["steps"]:
        request = await taken(team, request, step)
    return request


async def taken(team: Team, request: dict[str, Any], step: dict[str, Any]) -> dict[str, Any]:
    """The request after a step."""
    reason: dict[str, Any] = {"reason": step["reason"]} if "reason" in step else {}
    if "despite" in step:
        reason = {"reason": step["despite"], "despite": True}
    if "deadline" in step:
        begun = {"rule": step["deadline"], "begins_at": step["at"]}
        return read_json(await team.client("noor").post(place(team, request, "/deadlines"), json=begun), 201)
    if "extend" in step:
        (one,) = [one for one in request["clocks"] if one["rule"] == step["extend"]]
        path = place(team, request, f"/deadlines/{one['id']}/extension")
        answer = await team.client("noor").post(path, json={"granted_at": step["at"]})
        if "refused" in step:
            assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, step["refused"])
            return request
        return read_json(answer)
    if "station" in step:
        told = {"receipt": step["receipt"], "arrived_at": step["at"]}
        return read_json(await hop(team, "noor", request, step["station"], **told), 201)
    if "item" in step:
        told = reason | ({"ground": step["ground"]} if "ground" in step else {})
        answer = await move_item(team, "noor", request, step["move"], at=step["item"], occurred_at=step["at"], **told)
    else:
        answer = await move(team, "noor", request, step["move"], occurred_at=step["at"], **reason)
    return read_json(answer)
