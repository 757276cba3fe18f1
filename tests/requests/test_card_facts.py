"""Values of the shipped cards and the directory for a request, and those that are not recorded, by name."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from tests.factories import requests
from tests.factories.team import Team, read_json

CASES: Final = json.loads((Path(__file__).parent / "cases" / "card_facts.json").read_text("utf-8"))


def places(found: list[dict[str, Any]]) -> list[str]:
    """The place of each value: record and field."""
    return [f"{one['about']} {one['record']} {one['field']}" for one in found]


def shown(view: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of an answer that a case states."""
    return {
        "facts": places(view["facts"]),
        "accepted": view["languages"],
        "refused": view["refused"],
        "contacts": [one["role"] for one in view["contacts"]],
        "addressees": [one["name"] for one in view["addressees"]],
        "alerts": [one["caution"] for one in view["alerts"]],
        "missing": places(view["missing"]),
    }


async def asked(team: Team, query: Mapping[str, Any], status: int = 200) -> dict[str, Any]:
    """The answer for a request that is not saved."""
    answer = await team.client("noor").get(team.path("/card-facts"), params=dict(query))
    return dict(read_json(answer, status))


async def test_card_facts_of_planned_requests_name_what_is_recorded_and_what_is_missing(team: Team) -> None:
    for case in CASES:
        view = await asked(team, case["query"])
        assert shown(view) == {name: case[name] for name in shown(view)}, case["title"]
        assert all(one["source"] and one["value"] for one in view["facts"]), "each value has a source"
        assert {one["verified_on"] for one in view["facts"]} <= {None}, "nobody confirmed a shipped value"


async def test_card_facts_of_a_saved_request_equal_those_of_its_plan(team: Team) -> None:
    item = {"kind": "data", "data_category": "TRAFFIC", "identifier_kind": "email", "identifier": "a@facebook.com"}
    wanted: dict[str, Any] = {"instrument": "EPOC", "to": {"country": "IE"}, "language": "en", "items": [item]}
    request = await requests.create(team, **wanted)
    saved = read_json(await team.client("noor").get(requests.place(team, request, "/card-facts")))
    query = {"instrument": "EPOC", "country": "IE", "language": "en", "kind": "data", "category": "TRAFFIC"}
    assert saved == await asked(team, query | {"provider": "META"}), "the provider is found by the domain of the item"
    form = read_json(await team.client("noor").get(requests.place(team, request, "/form")))
    assert form["not_recorded"] == saved["missing"] != [], "the check of the form names what the panel names"
    hidden = await team.client("mara").get(requests.place(team, request, "/card-facts"))
    assert hidden.status_code == 404


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"instrument": "NO_SUCH"}, 422),
        ({"instrument": "BUDAPEST_17"}, 422),
        ({"provider": "NO_SUCH"}, 404),
        ({"country": "Germany"}, 422),
        ({"kind": "rumour"}, 422),
        ({"unknown": "x"}, 422),
    ],
)
async def test_card_facts_refuse_a_wrong_question(team: Team, wrong: dict[str, str], status: int) -> None:
    await asked(team, {"instrument": "EIO", "country": "DE"} | wrong, status)
