"""Legal requests: drafted, registered, changed and moved; what is refused, and which field the refusal names."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from app import clock
from tests.factories import evidence, requests
from tests.factories.evidence import values
from tests.factories.requests import (
    change,
    create,
    form,
    item,
    listed,
    move,
    move_item,
    place,
    received,
    see,
    seen,
    sent,
    try_create,
)
from tests.factories.team import PEOPLE, Team, read_json

#: What is wrong with a request, and the field that the refusal must name.
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"direction": "sideways"}, "direction"),
    ({"instrument": "BUDAPEST_99"}, "instrument"),
    ({"instrument": "JIT_MEASURE"}, "instrument"),
    ({"instrument": "INTERPOL_NOTICE"}, "instrument"),
    ({"to": None}, "to"),
    ({"to": {"country": "usa"}}, "to.country"),
    ({"to": {"country": "US", "zone": "America/Springfield"}}, "to.zone"),
    ({"from": {"country": "CH"}}, "from"),
    ({"received_at": "2026-05-16T09:00:00Z"}, "received_at"),
    ({"items": []}, "items"),
    ({"items": [item(identifier=None)]}, "items.0.identifier"),
    ({"items": [item(identifier_kind=None)]}, "items.0.identifier_kind"),
    ({"items": [item(), item(data_category=None)]}, "items.1.data_category"),
    ({"items": [item(data_category="EVERYTHING")]}, "items.0.data_category"),
    ({"items": [item(kind="favour")]}, "items.0.kind"),
    ({"items": [{"kind": "hearing"}]}, "items.0.description"),
    ({"items": [item(**{"from": "2026-02-30T09:00:00Z"})]}, "items.0.from"),
    ({"items": [item(until="2026-05-16T08:00:00Z")]}, "items.0.until"),
    ({"items": [item(state="delivered")]}, "items.0.state"),
    ({"title": " "}, "title"),
    ({"reference": "nul\x00"}, "reference"),
    ({"number": "NL-RQ-AAAAA"}, "number"),
    ({"state": "SENT"}, "state"),
]


class TestCreating:
    async def test_outgoing_request_of_the_public_api_is_a_draft_with_its_items(self, team: Team) -> None:
        request = await create(team)
        told = {
            "party": "NL",
            "direction": "out",
            "instrument": "BUDAPEST_29",
            "family": "preservation",
            "to": {"country": "US", "authority": None},
            "from": None,
            "state": "DRAFT",
            "urgent": False,
            "level": "own",
            "closing_proposed": False,
        }
        assert {name: request[name] for name in told} == told
        assert request["number"].startswith("NL-RQ-")
        assert request["content"]["facts"] == form()["facts"]
        assert request["content"]["zone"] == "America/New_York"
        (one,) = request["items"]
        assert (one["place"], one["state"], one["identifier"], one["moves"]) == (1, "open", "203.0.113.7", [])
        assert (one["from"], one["until"]) == ("2026-05-16T09:00:00.000000Z", "2026-05-16T10:00:00.000000Z")
        assert [one["to"] for one in request["moves"]] == [
            *("VALIDATION", "TRANSLATION", "QUALITY_CHECK", "SENT", "WITHDRAWN")
        ]
        numbers = {(await create(team))["number"] for _ in range(4)} | {request["number"]}
        assert len(numbers) == 5

    async def test_incoming_request_is_registered_with_its_time_of_receipt(self, team: Team) -> None:
        request = await received(team, received_at="2026-05-16T11:00:00+02:00")
        assert (request["state"], request["since_at"]) == ("REGISTERED", "2026-05-16T09:00:00.000000Z")
        assert (request["to"], request["from"]["country"]) == (None, "CH")
        assert request["content"]["zone"] == "Europe/Amsterdam", "the party executes it"
        assert [one["to"] for one in request["moves"]] == [
            *("ACKNOWLEDGED", "ALLOCATED", "EXECUTING", "CLARIFICATION_REQUESTED", "ANSWERED", "CLOSED", "WITHDRAWN")
        ]
        assert {one["to"] for one in request["items"][0]["moves"]} >= {"executing", "delivered", "refused"}
        future = (clock.now() + timedelta(hours=1)).isoformat()
        answer = await team.client("noor").post(team.path("/requests"), json=requests.incoming_form(received_at=future))
        assert [one["field"] for one in answer.json()["errors"]] == ["received_at"]

    async def test_what_is_wrong_is_named_and_nothing_is_created(self, team: Team) -> None:
        for wrong, field in WRONG:
            answer = await try_create(team, **wrong)
            assert answer.status_code == 422, (wrong, answer.text)
            assert [error["field"] for error in answer.json()["errors"]] == [field], wrong
        assert await listed(team) == []

    async def test_leaders_and_contributors_of_a_party_create_and_others_do_not(self, team: Team) -> None:
        creating = {"noor", "bram", "jonas", "claire", "mara", "daan", "lena", "hugo"}
        for who in PEOPLE:
            expected = 404 if who == "stranger" else 201 if who in creating else 403
            assert (await try_create(team, who)).status_code == expected, who

    async def test_trial_phase_takes_no_new_request_and_goes_on_with_others(self, team: Team) -> None:
        request = await sent(team)
        await move_to_trial(team)
        refused = await try_create(team)
        assert (refused.status_code, refused.json()["code"]) == (409, "trial-phase")
        assert read_json(await move(team, "noor", request, "ACKNOWLEDGED"))["state"] == "ACKNOWLEDGED"


async def move_to_trial(team: Team) -> None:
    version = read_json(await team.client("admin").get(team.path("")))["version"]
    moving = {"phase": "trial", "clause": "cl. 12", "reason": "The hearing begins"}
    read_json(await team.client("admin").post(team.path("/phase"), json=moving, headers={"If-Match": f'"{version}"'}))


class TestChanging:
    async def test_draft_is_changed_with_its_items_and_the_entry_says_how(self, team: Team) -> None:
        request = await create(team, items=[item(), item(identifier="203.0.113.8")])
        gone = request["items"][0]["id"]
        changed = read_json(
            await change(
                team, "daan", request, title="Panel", add_items=[item(identifier="203.0.113.9")], remove_items=[gone]
            )
        )
        assert changed["content"]["title"] == "Panel"
        assert [(one["place"], one["identifier"]) for one in changed["items"]] == [
            (2, "203.0.113.8"),
            (3, "203.0.113.9"),
        ]
        (entry,) = await team.entries("noor", "request.changed")
        changes = values(entry)["changes"]
        assert changes["title"] == {"from": None, "to": "Panel"}
        assert [one["identifier"] for one in changes["requested_items"]["from"]] == ["203.0.113.7"]
        assert await team.entries("lena", "request.changed") == []

    async def test_what_another_member_changed_first_is_not_overwritten(self, team: Team) -> None:
        request = await create(team)
        read_json(await change(team, "daan", request, title="First"))
        refused = await change(team, "noor", request, title="Second")
        assert (refused.status_code, refused.json()["current"]["title"]) == (412, "First")

    async def test_items_of_a_sent_request_are_fixed(self, team: Team) -> None:
        request = await sent(team)
        for form_, field in (({"facts": "Other facts"}, "facts"), ({"add_items": [item()]}, "add_items")):
            refused = await change(team, "noor", request, **form_)
            assert (refused.status_code, refused.json()["code"]) == (409, "request-sent"), field
        kept = read_json(
            await change(team, "noor", request, counterpart_reference="DOJ-77", conditions="This case only")
        )
        assert kept["content"]["counterpart_reference"] == "DOJ-77"

    async def test_request_keeps_at_least_one_item_and_only_its_own_are_removed(self, team: Team) -> None:
        request, other = await create(team), await create(team)
        for gone, field in ((request, "remove_items"), (other, "remove_items.0")):
            refused = await change(team, "noor", request, remove_items=[gone["items"][0]["id"]])
            assert [one["field"] for one in refused.json()["errors"]] == [field]
        assert len((await seen(team, "noor", request))["items"]) == 1


class TestMoving:
    async def test_moves_are_kept_in_order_with_both_times_and_are_entries(self, team: Team) -> None:
        request = await create(team)
        request = read_json(await move(team, "noor", request, "SENT", occurred_at="2026-05-16T09:00:00Z"))
        assert request["since_at"] == "2026-05-16T09:00:00.000000Z"
        request = read_json(await move(team, "daan", request, "CLARIFICATION_REQUESTED", reason="Which time zone?"))
        moves = read_json(await team.client("noor").get(place(team, request, "/moves")))["items"]
        assert [(one["former"], one["state"], one["seat"]) for one in moves] == [
            ("SENT", "CLARIFICATION_REQUESTED", team.code("daan")),
            ("DRAFT", "SENT", team.code("noor")),
        ]
        assert moves[1]["recorded_at"] > moves[1]["occurred_at"]
        (entry,) = await team.entries("noor", "request.sent")
        assert (values(entry)["former"], values(entry)["state"]) == ("DRAFT", "SENT")
        (entry,) = await team.entries("noor", "request.moved")
        assert values(entry)["reason"] == "Which time zone?"

    async def test_move_that_is_not_permitted_is_refused_with_those_that_are(self, team: Team) -> None:
        request = await create(team)
        refused = await move(team, "noor", request, "ACKNOWLEDGED")
        assert (refused.status_code, refused.json()["code"]) == (409, "no-such-move")
        assert refused.json()["moves"] == [one["to"] for one in request["moves"]]
        assert (await move(team, "noor", request, "NO_SUCH_STATE")).json()["code"] == "no-such-move"
        assert (await seen(team, "noor", request))["state"] == "DRAFT"

    async def test_move_without_its_reason_or_at_an_impossible_time_names_the_field(self, team: Team) -> None:
        request = await sent(team)
        future = (clock.now() + timedelta(hours=1)).isoformat()
        for to, told, field in (
            ("WITHDRAWN", {}, "reason"),
            ("CLARIFICATION_REQUESTED", {}, "reason"),
            ("CLOSED", {}, "reason"),
            ("ACKNOWLEDGED", {"occurred_at": future}, "occurred_at"),
            ("ACKNOWLEDGED", {"occurred_at": "2026-05-16T09:00:00Z"}, "occurred_at"),
        ):
            refused = await move(team, "noor", request, to, **told)
            assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (422, [field]), to
        assert (await seen(team, "noor", request))["state"] == "SENT"

    async def test_two_members_cannot_make_the_same_move(self, team: Team) -> None:
        request = await create(team)
        answers = await asyncio.gather(*(move(team, who, request, "SENT") for who in ("noor", "daan", "bram")))
        assert sorted(one.status_code for one in answers) == [200, 409, 409]
        assert len(await team.entries("noor", "request.sent")) == 1

    async def test_closed_request_has_no_further_moves(self, team: Team) -> None:
        request = read_json(await move(team, "noor", await sent(team), "WITHDRAWN", reason="Obtained otherwise"))
        assert (request["moves"], request["items"][0]["moves"]) == ([], [])
        assert (await move_item(team, "noor", request, "delivered")).json()["code"] == "no-such-move"
        refused = await change(team, "noor", request, conditions="None")
        assert refused.json()["code"] == "request-sent"


class TestMovingItems:
    async def test_item_is_not_answered_before_the_request_was_sent(self, team: Team) -> None:
        refused = await move_item(team, "noor", await create(team), "delivered")
        assert (refused.status_code, refused.json()["code"]) == (409, "not-sent")

    async def test_item_is_not_answered_before_it_was_asked_for(self, team: Team) -> None:
        asked = "2026-05-16T09:00:00Z"
        outgoing = read_json(await move(team, "noor", await create(team), "SENT", occurred_at=asked))
        incoming = await received(team, received_at=asked)
        for request, state in ((outgoing, "preserved"), (incoming, "executing")):
            refused = await move_item(team, "noor", request, state, occurred_at="2026-05-16T08:59:00Z")
            fields = [one["field"] for one in refused.json()["errors"]]
            assert (refused.status_code, fields) == (422, ["occurred_at"]), request["direction"]
            assert (await seen(team, "noor", request))["clocks"] == []
            assert (
                read_json(await move_item(team, "noor", request, state, occurred_at=asked))["items"][0]["state"]
                == state
            )
        later = read_json(await change(team, "noor", incoming, add_items=[item()]))
        read_json(await move_item(team, "noor", later, "executing", at=1, occurred_at=asked))

    async def test_incoming_request_is_answered_without_its_items_only_with_a_reason(self, team: Team) -> None:
        request = await received(team)
        assert [one["needs_reason"] for one in request["moves"] if one["to"] in {"ANSWERED", "CLOSED"}] == [True, True]
        refused = await move(team, "noor", request, "ANSWERED")
        assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (422, ["reason"])
        request = read_json(await move_item(team, "noor", request, "refused", ground="Art. 2(b): ordre public"))
        assert read_json(await move(team, "noor", request, "ANSWERED"))["state"] == "ANSWERED"

    async def test_each_item_has_its_own_state_and_closing_is_proposed_once_all_are_answered(self, team: Team) -> None:
        request = await sent(team, items=[item(), item(identifier="203.0.113.8")])
        request = read_json(await move_item(team, "noor", request, "delivered"))
        assert ([one["state"] for one in request["items"]], request["closing_proposed"]) == (
            ["delivered", "open"],
            False,
        )
        request = read_json(await move_item(team, "noor", request, "refused", at=1, ground="not necessary"))
        assert (request["items"][1]["ground"], request["closing_proposed"]) == ("not necessary", True)
        assert read_json(await move(team, "noor", request, "CLOSED"))["closing_proposed"] is False
        entry = (await team.entries("noor", "request.item_moved"))[-1]
        told = values(entry)
        assert (told["item_number"], told["state"], told["ground"]) == (2, "refused", "not necessary")

    async def test_refusal_without_ground_and_reopening_without_reason_name_the_field(self, team: Team) -> None:
        request = await sent(team)
        for to, field in (("refused", "ground"), ("postponed", "ground"), ("impossible", "reason")):
            refused = await move_item(team, "noor", request, to)
            assert [one["field"] for one in refused.json()["errors"]] == [field], to
        request = read_json(await move_item(team, "noor", request, "delivered"))
        refused = await move_item(team, "noor", request, "executing")
        assert [one["field"] for one in refused.json()["errors"]] == ["reason"]
        assert (await move_item(team, "noor", request, "lapsed")).json()["code"] == "no-such-move"

    async def test_item_of_another_request_is_absent(self, team: Team) -> None:
        one, other = await sent(team), await sent(team)
        for item_id in (other["items"][0]["id"], str(uuid4())):
            path = place(team, one, f"/items/{item_id}/moves")
            assert (await team.client("noor").post(path, json={"to": "delivered"})).status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["in", "sent", "draft"]),
        ("?direction=in", ["in"]),
        ("?instrument=MLA_LOR&instrument=EIO", ["in"]),
        ("?state=DRAFT", ["draft"]),
        ("?open=true", ["in", "sent", "draft"]),
        ("?open=false", []),
        ("?q=203.0.113.9", ["sent"]),
        ("?q=tenant", ["in"]),
        ("?q=rot-2026", ["sent", "draft"]),
        ("?q=%25", []),
    ],
)
async def test_list_is_filtered(team: Team, query: str, found: list[str]) -> None:
    named = {
        (await create(team))["id"]: "draft",
        (await sent(team, items=[item(identifier="203.0.113.9")]))["id"]: "sent",
        (await received(team))["id"]: "in",
    }
    assert [named[one["id"]] for one in await listed(team, "daan", query)] == found


async def test_list_has_pages(team: Team) -> None:
    made = [(await create(team))["id"] for _ in range(3)]
    first = read_json(await team.client("noor").get(team.path("/requests?limit=2")))
    second = read_json(await team.client("noor").get(team.path(f"/requests?limit=2&cursor={first['next']}")))
    assert [one["id"] for one in first["items"] + second["items"]] == made[::-1]
    assert second["next"] is None


async def test_list_is_sorted_by_the_next_deadline_that_the_member_sees(team: Team) -> None:
    none = await create(team)
    later, sooner = [
        await sent(team, instrument="EPOC", to={"country": "DE"}, urgent=urgent) for urgent in (False, True)
    ]
    for request in (later, sooner):
        read_json(await move(team, "noor", request, "DELIVERED"))
    hidden = await sent(team, "jonas", instrument="EPOC", to={"country": "FR"}, urgent=True)
    read_json(await move(team, "jonas", hidden, "DELIVERED"))
    read_json(await requests.release(team, "jonas", hidden, "NL", "existence"))
    expected = [sooner["id"], later["id"], hidden["id"], none["id"]]
    assert [one["id"] for one in await listed(team, query="?sort=deadline")] == expected
    found, cursor = [], ""
    for _ in expected:
        answer = await team.client("noor").get(team.path(f"/requests?sort=deadline&limit=1{cursor}"))
        found += [one["id"] for one in read_json(answer)["items"]]
        cursor = f"&cursor={read_json(answer)['next']}"
    assert (found, read_json(answer)["next"]) == (expected, None)


async def test_request_of_another_party_is_absent_until_it_is_released(team: Team) -> None:
    request = await sent(team)
    for who in ("jonas", "claire", "mara", "ines"):
        assert (await see(team, who, request)).status_code == 404, who
        assert (await move(team, who, request, "ACKNOWLEDGED")).status_code in {403, 404}
        if who != "ines":
            assert await listed(team, who) == []


async def test_spontaneous_information_without_items_is_closed_without_a_reason(team: Team) -> None:
    request = await requests.sent(team, instrument="BUDAPEST_26", items=[])
    (closing,) = [one for one in request["moves"] if one["to"] == "CLOSED"]
    assert not closing["needs_reason"]
    assert read_json(await move(team, "noor", request, "CLOSED"))["state"] == "CLOSED"


async def test_item_with_a_result_is_not_removed(team: Team) -> None:
    request, exhibit = (
        await requests.received(team, items=[{"kind": "hearing", "description": one} for one in ("Tenant", "Owner")]),
        await evidence.register(team),
    )
    read_json(await requests.result(team, "noor", request, exhibit, request["items"][0]["id"]), 201)
    refused = await change(team, "noor", request, remove_items=[request["items"][0]["id"]])
    assert (refused.status_code, refused.json()["code"]) == (409, "item-used")
