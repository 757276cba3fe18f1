"""Register of legal requests: what the audit log tells its reader of each request, as a list and as a table."""

import csv
import io
from hashlib import sha256
from typing import Any

from tests.factories.evidence import values
from tests.factories.requests import change, create, move, move_item, received, release, sent
from tests.factories.team import Team, read_json


async def registered(team: Team, who: str, query: str = "") -> list[dict[str, Any]]:
    return list(read_json(await team.client(who).get(team.path(f"/requests/register{query}")))["items"])


async def test_auditor_reads_the_register_by_the_rules_of_the_audit_log(team: Team) -> None:
    occurred = "2026-05-18T09:00:00.000000Z"
    dutch, shared, german = await sent(team), await create(team, title="Shared"), await create(team, "jonas")
    read_json(await move(team, "noor", shared, "SENT", occurred_at="2026-05-17T09:00:00Z"))
    read_json(await move_item(team, "noor", shared, "refused", ground="=Immunity", occurred_at=occurred))
    read_json(await release(team, "noor", shared, "DE", "existence"))
    read_json(await move(team, "noor", shared, "ACKNOWLEDGED"))
    everything = [german["id"], shared["id"], dutch["id"]]
    for who, ids in (
        ("jit_auditor", everything),
        ("auditor", [german["id"], shared["id"]]),
        ("noor", [shared["id"], dutch["id"]]),
        ("claire", []),
    ):
        assert [one["id"] for one in await registered(team, who)] == ids, who
    (found,) = await registered(team, "jit_auditor", f"?q={shared['number'].lower()}&party=NL&instrument=BUDAPEST_29")
    assert (found["direction"], found["country"], found["state"]) == ("out", "US", "ACKNOWLEDGED")
    refused = next(one for one in found["steps"] if one["kind"] == "request.item_moved")
    assert (refused["state"], refused["ground"], refused["seat"]) == ("refused", "=Immunity", team.code("noor"))
    assert refused["occurred_at"] == occurred != refused["recorded_at"]
    (told,) = [one for one in await registered(team, "auditor") if one["id"] == shared["id"]]
    assert [one["kind"] for one in told["steps"]] == ["request.released", "request.moved"]
    assert (told["number"], told["instrument"], told["country"]) == (shared["number"], "BUDAPEST_29", None)

    answer = await team.client("jit_auditor").get(team.path("/requests/register.csv?party=NL"))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    (entry,) = await team.entries("jit_auditor", "request.register_exported")
    assert values(entry)["requests"] == 2
    assert values(entry)["sha256"] == sha256(answer.content).hexdigest()
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert {one["number"] for one in rows} == {dutch["number"], shared["number"]}
    assert [one["ground"] for one in rows if one["ground"]] == ["'=Immunity"]
    assert (await team.client("claire").get(team.path("/requests/register.csv"))).text.count("\r\n") == 1
    assert len(await team.entries("claire", "request.register_exported")) == 1
    assert await team.entries("noor", "request.register_exported") == []


async def test_register_tells_a_corrected_receipt_and_no_other_change(team: Team) -> None:
    request = await received(team)
    request = read_json(await change(team, "noor", request, title="Hearing of the tenant"))
    at = "2026-05-18T09:00:00.000000Z"
    read_json(await change(team, "noor", request, received_at=at))
    (found,) = await registered(team, "jit_auditor", "?party=NL")
    steps = [(one["kind"], one["occurred_at"] == at) for one in found["steps"]]
    assert steps == [("request.registered", False), ("request.changed", True)]
