"""Register answer: the exhibit, its link to the item and the move of the item, in one act or not at all."""

from typing import Any

import pytest

from tests.factories import requests
from tests.factories.evidence import values
from tests.factories.team import Team, read_json


async def exhibits(team: Team) -> int:
    """How many exhibits the Dutch contributor sees."""
    return int(read_json(await team.client("noor").get(team.path("/evidence/count")))["count"])


async def test_answer_registers_the_exhibit_links_it_and_moves_the_item_in_one_act(team: Team) -> None:
    request = await requests.sent(team, instrument="EPOC", to={"country": "IE"})
    key = "2b8a4a52-7a55-4d53-8c2c-6a6ad6c80001"
    made = read_json(
        await requests.answer(team, "noor", request, key=key, title="EPOC: subscriber data of 203.0.113.7"), 201
    )
    assert (made["title"], made["kind"]) == ("EPOC: subscriber data of 203.0.113.7", "image")
    found = read_json(await requests.see(team, "noor", request))
    (result,), (item,) = found["results"], found["items"]
    assert (result["evidence"], result["item"], item["state"]) == (made["id"], item["id"], "delivered")
    again = read_json(
        await requests.answer(team, "noor", request, key=key, title="EPOC: subscriber data of 203.0.113.7"), 201
    )
    assert (again["id"], await exhibits(team)) == (made["id"], 1), "a repeated call makes no second exhibit"
    kinds = [
        one["kind"]
        for one in read_json(await team.client("noor").get(team.path("/ledger/entries"), params={"limit": 200}))[
            "items"
        ]
    ]
    assert [kinds.count(one) for one in ("evidence.registered", "request.result_linked", "request.item_moved")] == [
        *(1, 1, 1)
    ]


async def test_second_exhibit_answers_the_same_item_and_its_state_stays(team: Team) -> None:
    request = await requests.sent(team)
    said = {"to": "partly", "ground": "No data before 1 May", "occurred_at": request["since_at"]}
    read_json(await requests.answer(team, "noor", request, **said), 201)
    read_json(await requests.answer(team, "noor", request, title="Second file", to=None), 201)
    found = read_json(await requests.see(team, "noor", request))
    assert (len(found["results"]), found["items"][0]["state"]) == (2, "partly")
    assert found["items"][0]["ground"] == "No data before 1 May"


@pytest.mark.parametrize(
    ("said", "status", "code"),
    [
        ({"to": "lapsed"}, 409, "no-such-move"),
        ({"to": "refused"}, 422, "invalid"),  # the ground is missing
        ({"occurred_at": "2019-05-16T09:30:00Z"}, 422, "invalid"),  # before the request was sent
        ({"item": "00000000-0000-4000-8000-000000000000"}, 422, "invalid"),
        ({"label": "ABCDEFGHJKMNPQRS"}, 422, "invalid"),  # no blank label of the party
    ],
)
async def test_answer_that_cannot_be_recorded_leaves_no_exhibit_link_or_move(
    team: Team, said: dict[str, Any], status: int, code: str
) -> None:
    request = await requests.sent(team)
    refused = await requests.answer(team, "noor", request, **said)
    assert (refused.status_code, refused.json()["code"]) == (status, code), refused.text
    found = read_json(await requests.see(team, "noor", request))
    assert (found["results"], found["items"][0]["state"], await exhibits(team)) == ([], "open", 0)


async def test_answer_to_a_draft_or_to_a_request_of_another_party_is_refused(team: Team) -> None:
    draft = await requests.create(team)
    refused = await requests.answer(team, "noor", draft)
    assert (refused.status_code, refused.json()["code"], await exhibits(team)) == (409, "not-sent", 0)
    request = await requests.sent(team)
    read_json(await requests.release(team, "noor", request, "DE"))
    assert (await requests.answer(team, "jonas", request)).status_code in (403, 404)
    assert (await requests.answer(team, "stranger", request)).status_code == 404


async def test_limits_of_use_of_an_answer_apply_to_it_and_to_earlier_results_of_the_item(team: Team) -> None:
    request = await requests.sent(team)
    first = read_json(await requests.answer(team, "noor", request, to=None), 201)
    limit = "For this investigation only"
    second = read_json(await requests.answer(team, "noor", request, title="Second file", conditions=limit), 201)
    found = read_json(await requests.see(team, "noor", request))
    assert (found["items"][0]["conditions"], found["items"][0]["state"]) == (limit, "delivered")
    for made in (first, second):
        seen = read_json(await team.client("noor").get(team.path(f"/evidence/{made['id']}")))
        assert [one["wording"] for one in seen["limits_of_use"]] == [limit], made["title"]
    (entry,) = await team.entries("noor", "request.changed")
    assert values(entry)["changes"]["item_conditions"]["to"] == {"1": limit}
