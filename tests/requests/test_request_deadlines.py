"""Deadlines of requests through the API: which moves begin, pause and end them, and who is warned of what lapses."""

from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from app.services.requests.deadlines import jobs as deadline_jobs
from tests.factories import notifications
from tests.factories.evidence import values
from tests.factories.requests import (
    DESPITE,
    create,
    item,
    link,
    move,
    move_item,
    place,
    received,
    release,
    see,
    seen,
    sent,
)
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser

SENT_AT = "2026-05-15T09:00:00Z"
DAY = timedelta(days=1)


def clock_of(request: dict[str, Any], rule: str) -> dict[str, Any]:
    """The deadline of this rule."""
    (one,) = [one for one in request["clocks"] if one["rule"] == rule]
    return dict(one)


async def epoc(team: Team, **changes: Any) -> dict[str, Any]:
    """A production order to Germany, sent on a Friday."""
    order = {"instrument": "EPOC", "to": {"country": "DE"}} | changes
    request = await create(team, **order)
    return read_json(await move(team, "noor", request, "SENT", occurred_at=SENT_AT, **DESPITE))


async def preserved(team: Team, days_ago: float = 10, who: str = "noor", **changes: Any) -> dict[str, Any]:
    """A preservation request whose data were preserved so many days ago."""
    at = (clock.now() - days_ago * DAY).isoformat()
    request = read_json(await move(team, who, await create(team, who, **changes), "SENT", occurred_at=at))
    return read_json(await move_item(team, who, request, "preserved", occurred_at=at))


async def production(team: Team, **changes: Any) -> dict[str, Any]:
    """A request for production."""
    return await sent(team, instrument="MLA_LOR", **changes)


async def warn(team: Team) -> None:
    """Run the job that warns, and the one that notifies."""
    await deadline_jobs.warn_due(team.context.database)
    await team.settled()


class TestRunning:
    async def test_receipt_begins_the_days_of_a_production_order_and_closing_ends_them(self, team: Team) -> None:
        request = await epoc(team)
        assert request["clocks"] == [], "nothing was received yet"
        request = read_json(await move(team, "noor", request, "DELIVERED", occurred_at="2026-05-15T10:00:00Z"))
        one = clock_of(request, "EPOC_STD")
        assert one["due_at"] == "2026-05-26T21:59:59.000000Z", "the tenth day is Whit Monday"
        assert (one["zone"], one["basis"], one["verified"]) == ("Europe/Berlin", "calendar", False)
        assert one["source"].startswith("Regulation (EU) 2023/1543")
        again = read_json(await move(team, "noor", request, "ACKNOWLEDGED", occurred_at="2026-05-16T10:00:00Z"))
        assert clock_of(again, "EPOC_STD")["due_at"] == one["due_at"], "received once"
        request = read_json(await move_item(team, "noor", again, "delivered", occurred_at="2026-05-18T10:00:00Z"))
        ended = clock_of(request, "EPOC_STD")
        assert (ended["state"], ended["ended_at"]) == ("met", "2026-05-18T10:00:00.000000Z")

    async def test_urgent_order_has_hours_around_the_clock(self, team: Team) -> None:
        request = read_json(
            await move(team, "noor", await epoc(team, urgent=True), "DELIVERED", occurred_at="2026-05-16T20:00:00Z")
        )
        assert clock_of(request, "EPOC_EMERGENCY")["due_at"] == "2026-05-17T04:00:00.000000Z"
        assert "EPOC_STD" not in {one["rule"] for one in request["clocks"]}

    async def test_clarification_pauses_what_the_rule_says_and_has_a_deadline_of_its_own(self, team: Team) -> None:
        request = read_json(await move(team, "noor", await epoc(team), "DELIVERED", occurred_at="2026-05-15T10:00:00Z"))
        before = clock_of(request, "EPOC_STD")["due_at"]
        asked = read_json(
            await move(
                team,
                "noor",
                request,
                "CLARIFICATION_REQUESTED",
                occurred_at="2026-05-18T10:00:00Z",
                reason="Which time zone?",
            )
        )
        assert clock_of(asked, "EPOC_STD")["state"] == "paused"
        assert clock_of(asked, "EPOC_CLARIFY")["state"] == "running"
        assert clock_of(asked, "EPOC_CONFLICT")["state"] == "running", "another rule goes on"
        answered = read_json(await move(team, "noor", asked, "CLARIFIED", occurred_at="2026-05-20T10:00:00Z"))
        assert clock_of(answered, "EPOC_STD")["state"] == "running"
        assert clock_of(answered, "EPOC_STD")["due_at"] > before
        assert clock_of(answered, "EPOC_CLARIFY")["state"] == "met"
        changes = [values(one)["change"] for one in await team.entries("noor", "request.deadline_changed")]
        assert changes == ["paused", "resumed"]

    async def test_deadline_of_another_event_is_stated_extended_once_and_ended(self, team: Team) -> None:
        request = await sent(team, despite=True, instrument="TRANSFER_2024_3011", to={"country": "FR"})
        path = place(team, request, "/deadlines")
        client = team.client("noor")
        future = (clock.now() + DAY).isoformat()
        at = clock.now().isoformat()
        for form, field in (
            ({"rule": "EPOC_STD", "begins_at": at}, "rule"),
            ({"rule": "TRANSFER_REMEDY", "begins_at": future}, "begins_at"),
            ({"rule": "TRANSFER_REMEDY", "begins_at": at, "item": str(clock.new_id())}, "item"),
        ):
            refused = await client.post(path, json=form)
            assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (422, [field])
        request = read_json(await client.post(path, json={"rule": "TRANSFER_DECISION", "begins_at": at}), 201)
        one = clock_of(request, "TRANSFER_DECISION")
        assert one["extension"] == "P30D"
        assert (await client.post(path, json={"rule": "TRANSFER_DECISION", "begins_at": at})).status_code == 409
        longer = clock_of(read_json(await client.post(f"{path}/{one['id']}/extension", json={})), one["rule"])
        assert (longer["extended"], longer["extension"], longer["due_at"] > one["due_at"]) == (True, None, True)
        again = await client.post(f"{path}/{one['id']}/extension", json={})
        assert (again.status_code, again.json()["code"]) == (409, "no-extension")
        ended = read_json(await client.post(f"{path}/{one['id']}/end", json={"outcome": "met"}))
        assert clock_of(ended, one["rule"])["state"] == "met"
        assert (await client.post(f"{path}/{one['id']}/end", json={"outcome": "met"})).status_code == 409

    async def test_deadline_before_an_event_is_counted_back_from_its_date(self, team: Team) -> None:
        request = await sent(team, instrument="MLA_LOR")
        rule, begins_at = "ETS30_SUMMONS", (clock.now() + 90 * DAY).isoformat()
        path = place(team, request, "/deadlines")
        one = clock_of(
            read_json(await team.client("noor").post(path, json={"rule": rule, "begins_at": begins_at}), 201), rule
        )
        assert (one["state"], one["due_at"] < one["begins_at"]) == ("running", True)

    async def test_enforcement_of_an_order_has_deadlines_only_once_it_was_asked_for(self, team: Team) -> None:
        request = read_json(await move(team, "noor", await epoc(team), "DELIVERED", occurred_at="2026-05-15T10:00:00Z"))
        assert {one["rule"] for one in request["clocks"]} == {"EPOC_STD", "EPOC_CONFLICT"}
        asked = {"occurred_at": "2026-05-18T10:00:00Z", "reason": "Which time zone?"}
        request = read_json(await move(team, "noor", request, "CLARIFICATION_REQUESTED", **asked))
        assert "ENFORCE_REPLY" not in {one["rule"] for one in request["clocks"]}
        form = {"rule": "ENFORCE_RECOGNISE", "begins_at": "2026-05-20T10:00:00Z"}
        request = read_json(await team.client("noor").post(place(team, request, "/deadlines"), json=form), 201)
        assert clock_of(request, "ENFORCE_RECOGNISE")["due_at"] == "2026-05-28T21:59:59.000000Z", "without Whit Monday"

    async def test_decision_is_met_once_every_item_was_decided(self, team: Team) -> None:
        items = [item(), {"kind": "search", "description": "The office in Kiel"}]
        request = await create(team, instrument="EIO", to={"country": "DE"}, items=items)
        request = read_json(await move(team, "noor", request, "SENT", occurred_at=SENT_AT))
        request = read_json(await move(team, "noor", request, "ACKNOWLEDGED", occurred_at="2026-05-16T10:00:00Z"))
        request = read_json(await move_item(team, "noor", request, "executing", occurred_at="2026-05-20T10:00:00Z"))
        assert clock_of(request, "EIO_DECISION")["state"] == "running", "the other item is not decided"
        request = read_json(
            await move_item(team, "noor", request, "executing", at=1, occurred_at="2026-05-21T10:00:00Z")
        )
        one = clock_of(request, "EIO_DECISION")
        assert (one["state"], one["ended_at"]) == ("met", "2026-05-21T10:00:00.000000Z")
        assert [one["state"] for one in request["clocks"] if one["rule"] == "EIO_EXECUTION"] == ["running", "running"]

    async def test_deadline_does_not_end_before_it_began(self, team: Team) -> None:
        request = read_json(await move(team, "noor", await epoc(team), "DELIVERED", occurred_at="2026-05-15T10:00:00Z"))
        path = place(team, request, f"/deadlines/{clock_of(request, 'EPOC_STD')['id']}/end")
        form = {"outcome": "met", "occurred_at": "2026-05-15T09:59:00Z"}
        refused = await team.client("noor").post(path, json=form)
        assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (422, ["occurred_at"])

    async def test_party_sets_the_day_by_which_it_asked_for_an_answer(self, team: Team) -> None:
        request = await sent(team, instrument="MLA_LOR")
        path, wanted = place(team, request, "/deadlines"), {"rule": "ASKED", "item": request["items"][0]["id"]}
        today = clock.now().astimezone(ZoneInfo("America/Toronto")).date()
        for form, field in (
            ({}, "due_on"),
            ({"due_on": today.isoformat()}, "due_on"),
            ({"due_on": "2026-02-30"}, "due_on"),
            ({"due_on": "2199-01-01"}, "due_on"),
            ({"due_on": "2199-01-01", "begins_at": SENT_AT}, "begins_at"),
        ):
            refused = await team.client("noor").post(path, json=wanted | form)
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field), form
        due_on = (today + 10 * DAY).isoformat()
        one = clock_of(read_json(await team.client("noor").post(path, json=wanted | {"due_on": due_on}), 201), "ASKED")
        assert (one["state"], one["item"], one["title"]["en"]) == ("running", wanted["item"], "Answer asked for")
        local = clock.parse(one["due_at"]).astimezone(ZoneInfo(one["zone"]))
        assert (local.date().isoformat(), local.hour, local.minute) == (due_on, 23, 59)
        again = await team.client("noor").post(path, json=wanted | {"due_on": due_on})
        assert (again.status_code, again.json()["code"]) == (409, "deadline-runs")
        request = read_json(await move_item(team, "noor", request, "delivered"))
        assert clock_of(request, "ASKED")["state"] == "met"

    async def test_country_of_the_rule_decides(self, team: Team) -> None:
        rules = {}
        for country in ("US", "FR"):
            request = await preserved(team, to={"country": country})
            rules[country] = {one["rule"] for one in request["clocks"]}
        assert rules == {"US": {"BUDAPEST_29", "US_PRESERVATION"}, "FR": {"BUDAPEST_29"}}


class TestLapsing:
    """Acceptance test 10: a preservation raises an alarm before it lapses until a production request is received."""

    async def test_leaders_of_the_requesting_party_are_warned_until_production_is_received(self, team: Team) -> None:
        request = await preserved(team, 57.5, to={"country": "FR"})
        await warn(team)
        for who, warned in (("noor", 1), ("bram", 1), ("daan", 0), ("jonas", 0), ("coordinator", 1)):
            assert await lapses(team, who) == warned, who
        (entry,) = await team.entries("noor", "request.deadline_near")
        assert (entry["seat"], values(entry)["rule"]) == ("system", "BUDAPEST_29")
        assert await team.entries("lena", "request.deadline_near") == []
        later = await production(team)
        linked = read_json(await link(team, "noor", later, request))
        assert [(one["id"], one["relation"]) for one in linked["follows"]] == [(request["id"], "production")]
        told = await seen(team, "noor", request)
        assert (clock_of(told, "BUDAPEST_29")["state"], told["closing_proposed"]) == ("running", False), "only sent"
        assert await expiring(team) == [("sent", ["production"])]
        read_json(await move(team, "noor", later, "ACKNOWLEDGED"))
        assert await expiring(team) == [("received", [])]
        told = await seen(team, "noor", request)
        assert (clock_of(told, "BUDAPEST_29")["state"], told["followed_by"][0]["id"]) == ("stopped", later["id"])
        assert (request["closing_proposed"], told["closing_proposed"]) == (False, True)
        for who in ("noor", "bram"):
            assert await lapses(team, who) == 0, who
        await make_due(team, request)
        await warn(team)
        assert len(await team.entries("noor", "request.deadline_near")) == 1
        assert await team.entries("noor", "request.deadline_missed") == []

    async def test_coordinator_of_another_party_is_warned_only_where_his_party_reads_the_request(
        self, team: Team
    ) -> None:
        for level, warned in (("existence", 0), ("content", 1)):
            request = await preserved(team, 57.5, "jonas", to={"country": "FR"})
            read_json(await release(team, "jonas", request, "NL", level))
            await warn(team)
            assert await lapses(team, "coordinator") == warned, level
        assert (await lapses(team, "jonas"), await lapses(team, "noor")) == (2, 0)

    async def test_lapse_is_not_stopped_by_a_request_that_asks_for_no_data(self, team: Team) -> None:
        request = await preserved(team)
        for later in (await sent(team), await received(team), await sent(team, instrument="EAW", to={"country": "DE"})):
            refused = await link(team, "noor", later, request)
            assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (422, ["relation"])
        assert clock_of(await seen(team, "noor", request), "BUDAPEST_29")["state"] == "running"
        read_json(await link(team, "noor", await sent(team), request, "extension"))
        assert clock_of(await seen(team, "noor", request), "BUDAPEST_29")["state"] == "running"

    async def test_lapse_runs_again_once_the_production_request_is_withdrawn_or_unlinked(self, team: Team) -> None:
        request, later = await preserved(team, 57.5, to={"country": "FR"}), await production(team)
        later = read_json(await move(team, "noor", later, "ACKNOWLEDGED"))
        read_json(await link(team, "noor", later, request))
        assert clock_of(await seen(team, "noor", request), "BUDAPEST_29")["state"] == "stopped"
        path = place(team, later, f"/links/{request['id']}")
        assert read_json(await team.client("noor").delete(path))["follows"] == []
        assert clock_of(await seen(team, "noor", request), "BUDAPEST_29")["state"] == "running"
        read_json(await link(team, "noor", later, request))
        read_json(await move(team, "noor", later, "WITHDRAWN", reason="The court refused"))
        assert clock_of(await seen(team, "noor", request), "BUDAPEST_29")["state"] == "running"
        await warn(team)
        assert await lapses(team, "noor") == 1

    @pytest.mark.parametrize(
        ("asked", "state"),
        [
            ({"identifier": "203.0.113.8"}, "running"),
            ({"identifier": "203.0.113.7", "from": "2026-06-01T00:00:00Z", "until": "2026-06-02T00:00:00Z"}, "running"),
            ({"from": None, "until": None}, "stopped"),
        ],
    )
    async def test_lapse_is_stopped_by_a_request_for_the_same_data_alone(
        self, team: Team, asked: dict[str, Any], state: str
    ) -> None:
        request = await preserved(team, to={"country": "FR"})
        later = await production(team, items=[{**item(), **asked}])
        read_json(await link(team, "noor", later, request))
        read_json(await move(team, "noor", later, "ACKNOWLEDGED"))
        assert clock_of(await seen(team, "noor", request), "BUDAPEST_29")["state"] == state

    async def test_lapse_runs_again_once_the_production_of_its_data_is_refused(self, team: Team) -> None:
        request, later = await preserved(team, to={"country": "FR"}), await production(team)
        read_json(await link(team, "noor", later, request))
        later = read_json(await move_item(team, "noor", later, "executing"))
        assert clock_of(await seen(team, "noor", request), "BUDAPEST_29")["state"] == "stopped", (
            "an answer is a receipt"
        )
        read_json(await move_item(team, "noor", later, "refused", ground="Double criminality"))
        assert clock_of(await seen(team, "noor", request), "BUDAPEST_29")["state"] == "running"

    async def test_order_to_preserve_goes_on_once_the_addressee_was_told_of_the_production_request(
        self, team: Team
    ) -> None:
        order: dict[str, Any] = {"instrument": "EPOC_PR", "to": {"country": "IE"}}
        request = read_json(await move(team, "noor", await sent(team, **order), "DELIVERED"))
        later = await sent(team, instrument="EPOC", to={"country": "IE"})
        read_json(await link(team, "noor", later, request))
        read_json(await move(team, "noor", later, "DELIVERED"))
        assert clock_of(await seen(team, "noor", request), "EPOC_PR")["state"] == "running", "Form 5 was not given"
        path = place(team, later, f"/links/{request['id']}/confirmation")
        assert (await team.client("jonas").post(path, json={})).status_code == 404
        told = read_json(await team.client("noor").post(path, json={}))
        assert told["follows"][0]["confirmed_at"] is not None
        one = clock_of(await seen(team, "noor", request), "EPOC_PR")
        assert (one["state"], one["stopped_by"]) == ("stopped", "confirmation")
        (entry,) = await team.entries("noor", "request.production_confirmed")
        assert values(entry)["earlier_number"] == request["number"]
        again = await team.client("noor").post(path, json={})
        assert (again.status_code, again.json()["code"]) == (409, "confirmed-already")

    async def test_warned_before_and_at_the_end_each_once(self, team: Team) -> None:
        request = await preserved(team, 57.5, to={"country": "FR"})
        await warn(team)
        await warn(team)
        assert len(await team.entries("noor", "request.deadline_near")) == 1
        await make_due(team, request)
        await warn(team)
        await warn(team)
        assert len(await team.entries("noor", "request.deadline_missed")) == 1
        assert clock_of(await seen(team, "noor", request), "BUDAPEST_29")["state"] == "missed"

    async def test_list_of_what_expires_tells_when_by_which_rule_and_what_stops_it(self, team: Team) -> None:
        later = await preserved(team, 10, to={"country": "FR"}, title="Front server")
        sooner = await preserved(
            team, 80, to={"country": "US"}, items=[item(identifier_kind="email", identifier="z.lamp@host.example")]
        )
        listed = read_json(await team.client("daan").get(team.path("/requests/expiring")))["items"]
        assert [(one["number"], one["clock"]["rule"]) for one in listed] == [
            (sooner["number"], "BUDAPEST_29"),
            (sooner["number"], "US_PRESERVATION"),
            (later["number"], "BUDAPEST_29"),
        ]
        assert (listed[0]["data"], listed[2]["title"]) == ("z.lamp@host.example", "Front server")
        assert (listed[1]["stops"], listed[2]["stops"]) == (["production", "extension"], ["production"])
        assert {(one["party"], one["state"]) for one in listed} == {("NL", "SENT")}
        first = read_json(await team.client("daan").get(team.path("/requests/expiring?limit=1")))
        rest = read_json(await team.client("daan").get(team.path(f"/requests/expiring?cursor={first['next']}")))
        assert first["items"] + rest["items"] == listed
        assert read_json(await team.client("lena").get(team.path("/requests/expiring")))["items"] == []
        read_json(await release(team, "noor", later, "DE", "existence"))
        assert read_json(await team.client("lena").get(team.path("/requests/expiring")))["items"] == []
        read_json(await release(team, "noor", sooner, "DE"))
        assert len(read_json(await team.client("lena").get(team.path("/requests/expiring")))["items"]) == 2

    async def test_deadline_of_a_hidden_request_is_absent(self, team: Team) -> None:
        request = await preserved(team)
        one = request["clocks"][0]
        for who, status in (("jonas", 404), ("noor", 200)):
            path = place(team, request, f"/deadlines/{one['id']}/end")
            assert (await team.client(who).post(path, json={"outcome": "void"})).status_code == status, who
        assert (await see(team, "jonas", request)).status_code == 404


async def lapses(team: Team, who: str) -> int:
    """How many warnings of deadlines somebody is shown."""
    return len([one for one in await notifications.listed(team, who) if one["kind"].startswith("request.deadline")])


async def expiring(team: Team) -> list[tuple[str | None, list[str]]]:
    """How far the production of what expires is, and what stops it."""
    listed = read_json(await team.client("noor").get(team.path("/requests/expiring")))["items"]
    return [(one["production"], one["stops"]) for one in listed]


async def make_due(team: Team, request: dict[str, Any]) -> None:
    """Let the deadlines of a request pass."""
    async with as_superuser(team) as superuser:
        await superuser.execute(
            "update request_deadlines set begins_at = now() - interval '2 days', due_at = now() - interval '1 second',"
            " alarm_at = case when alarm_at is null then null else now() - interval '1 second' end where request = $1",
            UUID(request["id"]),
        )


@pytest.mark.parametrize(
    "statement",
    [
        "update request_deadlines set due_at = now() where request = :request",
        "update request_deadlines set ended_at = now(), outcome = 'met', alarm_at = null where request = :request",
    ],
)
async def test_database_refuses_a_change_that_no_entry_says(team: Team, statement: str) -> None:
    request = await preserved(team)
    with pytest.raises(DBAPIError, match="stands in its ledger"):
        await attempt(team, "noor", statement, request=UUID(request["id"]))
